/* Spans of time: how they are read and how they are said. */
#ifndef CORE_SPAN_H
#define CORE_SPAN_H

#include <stddef.h>
#include <stdint.h>

#include "../text/text.h"

#define SPAN_MINUTE 60
#define SPAN_HOUR 3600
#define SPAN_DAY 86400

/*
 * Reads "45m", "2h", "1d6h", "47h59m59s": days (of 24 h), hours, minutes and
 * seconds, each at most once and in that order.  Returns 0 and the seconds
 * (at most 999,999,999 of each unit), or -1 and why.
 */
int span_parse(const char *, int64_t *seconds, const char **errstr);
/* Says "45 min", "5 h 12 min", "4 d 6 h"; nothing smaller than a minute. */
void span_text(struct text *, int64_t seconds);

#endif
