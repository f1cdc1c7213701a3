/*
 * Logs as short as a sentence, for tests: "0 onset feel=dull\n30 pain score=5"
 * where a time is in hours after FOLD_START, "47:59:59" being one second less
 * than 48, and the rest of a line is what stands in a log.
 */
#ifndef TESTS_FOLD_H
#define TESTS_FOLD_H

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/log/episode.h"
#include "../../src/core/time/rfc3339.h"

#define FOLD_START INT64_C(1763659800)	/* 2025-11-20T17:30:00Z */

/* The moment at the front of a string; *end is moved past it. */
static inline int64_t
fold_time(const char *s, char **end)
{
	int64_t t = strtoll(s, end, 10) * 3600;

	if (**end == ':')
		t += strtoll(*end + 1, end, 10) * 60;
	if (**end == ':')
		t += strtoll(*end + 1, end, 10);
	return FOLD_START + t;
}

static inline int64_t
fold_at(const char *s)
{
	char *end;
	int64_t t = fold_time(s, &end);

	if (end == s || *end != '\0')
		ck_abort_msg("the test itself is wrong: time %s", s);
	return t;
}

/* Reads one line; the record points into line, which the caller keeps. */
static inline struct record
fold_record(const char *s, size_t len, char *line, size_t size)
{
	struct record_error error;
	struct record r;
	struct text text;
	char *rest;
	int64_t t = fold_time(s, &rest);

	text_init(&text, line, size);
	text_str(&text, rfc3339(t).s);
	text_bytes(&text, rest, len - (size_t)(rest - s));
	if (text.cut || record_parse(line, text.len, &r, &error) == -1)
		ck_abort_msg("the test itself is wrong: %s", line);
	return r;
}

/* Takes a whole log in, as read at a time; returns how many were not obeyed. */
static inline int
fold_log_at(struct episode *e, const char *log, int64_t now)
{
	struct slice rest = slice_of(log), line;
	char buf[512];
	int refused = 0;

	episode_init(e);
	while (*log != '\0' && slice_next(&rest, '\n', &line)) {
		struct record r = fold_record(line.at, line.len, buf,
		    sizeof(buf));

		r.future = r.time > now;
		refused += episode_add(e, &r) == -1;
	}
	return refused;
}

static inline int
fold_log(struct episode *e, const char *log)
{
	return fold_log_at(e, log, INT64_MAX);
}

#endif
