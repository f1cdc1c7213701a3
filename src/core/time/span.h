/* Spans of time: how they are read and how they are said. */
#ifndef CORE_SPAN_H
#define CORE_SPAN_H

#include "../text/text.h"

#define SPAN_MINUTE 60
#define SPAN_HOUR 3600
#define SPAN_DAY 86400

/*
 * Reads "45m", "2h", "1d6h", "47h59m59s", "1 h 30 min", "an hour": weeks,
 * days (of 24 h), hours, minutes, seconds, each at most once, in that order.
 * Returns 0 and the seconds (at most 999,999,999 of each unit), or -1 and why.
 */
int span_parse(struct slice, int64_t *seconds, const char **errstr);
/* A span as it is shown, by value: text_fmt(t, "%s ago.", span(s).s). */
struct span_shown {
	char s[32];
};

/* "45 min", "5 h 12 min", "6 d"; nothing smaller than a minute. */
struct span_shown span(int64_t seconds);

#endif
