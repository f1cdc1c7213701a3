/* Waking hours: when packs are planned and reminders sent. */
#ifndef CORE_HOURS_H
#define CORE_HOURS_H

#include <stdbool.h>
#include <stdint.h>

/*
 * From a local time of day up to another, in minutes after midnight; the
 * second may be the smaller, for hours past midnight.
 */
struct hours {
	int from;	/* 0 to 1439 */
	int to;		/* 1 to 1440 */
};

extern const struct hours hours_default;	/* 07:00-22:00 */

/*
 * Reads "7-22", "07:00-22:30", "20-4", "0-24" (always).  Returns 0, or -1 and
 * why.
 */
int hours_parse(const char *, struct hours *, const char **errstr);
/* Whether the clock on the wall is within them at a moment. */
bool hours_contain(const struct hours *, int64_t t);
/* The first moment from t on, to the minute, that is within them. */
int64_t hours_next(const struct hours *, int64_t t);
/*
 * The same for something that has to be over within them; where they are too
 * short for it, their beginning.
 */
int64_t hours_next_fit(const struct hours *, int64_t t, int64_t seconds);

#endif
