/* Dates and times of day on the Gregorian calendar, with no zone. */
#ifndef CORE_CIVIL_H
#define CORE_CIVIL_H

#include <stdbool.h>
#include <stdint.h>

/* 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z: what four digits can say. */
#define CIVIL_MIN INT64_C(-62167219200)
#define CIVIL_MAX INT64_C(253402300799)

struct civil {
	int year;	/* 0 to 9999 */
	int month;	/* 1 to 12 */
	int day;	/* 1 to 31 */
	int hour;	/* 0 to 23 */
	int minute;	/* 0 to 59 */
	int second;	/* 0 to 59; 60 where a leap second may stand */
};

extern const char *const civil_weekdays[7];	/* "Sun" ... */
extern const char *const civil_months[12];	/* "Jan" ... */

/* Whether such a date exists. */
bool civil_date_exists(const struct civil *);
/* Whether such a time of day exists; 23:59:60 is left to the caller. */
bool civil_time_exists(const struct civil *);
/* Seconds since 1970-01-01T00:00:00, were this UTC. */
int64_t civil_seconds(const struct civil *);
struct civil civil_from_seconds(int64_t);
/* 0 is Sunday. */
int civil_weekday(const struct civil *);
/* The same time of day, so many days later. */
struct civil civil_add_days(const struct civil *, int days);

#endif
