/* Stories out of logs as short as those of fold.h, for tests. */
#ifndef TESTS_TALE_H
#define TESTS_TALE_H

#include "../../src/core/log/course.h"
#include "fold.h"

/* Takes records in, one a line; a course that ended is followed by the next. */
static inline void
tale_take(const char *log, void (*take)(const struct record *, void *),
    void *arg)
{
	struct slice rest = slice_of(log), line;
	char buf[RECORD_MAX];

	while (*log != '\0' && slice_next(&rest, '\n', &line)) {
		struct record r = fold_record(line.at, line.len, buf,
		    sizeof(buf));

		take(&r, arg);
	}
}

static inline void
tale_add(const struct record *r, void *course)
{
	course_add(course, r);
}

/* One episode. */
static inline struct course
tale_story(const char *log)
{
	struct course s;

	course_init(&s);
	tale_take(log, tale_add, &s);
	return s;
}

#endif
