/* Logs as they stand in a file, for tests in which the dates matter. */
#ifndef TESTS_DATED_H
#define TESTS_DATED_H

#include <check.h>
#include <stdlib.h>
#include <time.h>

#include "../../src/core/log/episode.h"
#include "../../src/core/time/rfc3339.h"

static inline int64_t
dated_time(const char *s)
{
	const char *errstr;
	int64_t t;

	if (rfc3339_parse(slice_of(s), &t, &errstr) == -1)
		ck_abort_msg("the test itself is wrong: time %s", s);
	return t;
}

/* Takes whole lines in, of which every one has to be good. */
static inline void
dated_fold(struct episode *e, const char *log)
{
	struct slice rest = slice_of(log), line;
	struct record_error error;
	struct record r;

	episode_init(e);
	while (rest.len > 0 && slice_next(&rest, '\n', &line)) {
		if (record_parse(line.at, line.len, &r, &error) == -1)
			ck_abort_msg("the test itself is wrong: %s", log);
		if (episode_add(e, &r) == -1)
			ck_abort_msg("the test itself is wrong: %s", log);
	}
}

static inline void
dated_zone(const char *zone)
{
	setenv("TZ", zone, 1);
	tzset();
}

#endif
