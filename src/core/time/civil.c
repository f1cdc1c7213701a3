#include "civil.h"

/*
 * Days are counted in years that begin on 1 March, so that the leap day comes
 * last, and in eras of 400 years (146,097 days), after which the calendar
 * repeats.  All years here are 0 or later, so no division goes below zero
 * but for the year before 0000-03-01, which the era before holds.
 */
#define DAYS_PER_ERA 146097
#define DAYS_TO_1970 719468	/* from 0000-03-01 */
#define SECONDS_PER_DAY 86400

const char *const civil_weekdays[7] = {
	"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"
};

const char *const civil_months[12] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

bool
civil_date_exists(const struct civil *c)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	if (c->year < 0 || c->year > 9999 || c->month < 1 || c->month > 12)
		return false;
	return c->day >= 1 && c->day <= days[c->month - 1] +
	    (c->month == 2 && is_leap(c->year));
}

bool
civil_time_exists(const struct civil *c)
{
	return c->hour >= 0 && c->hour <= 23 && c->minute >= 0 &&
	    c->minute <= 59 && c->second >= 0 && c->second <= 59;
}

static int64_t
days_since_epoch(const struct civil *c)
{
	int64_t year = c->year - (c->month <= 2);
	int64_t era = (year >= 0 ? year : year - 399) / 400;
	int64_t year_of_era = year - era * 400;
	int64_t month = (c->month + 9) % 12;	/* 0 is March */
	int64_t day_of_year = (153 * month + 2) / 5 + c->day - 1;

	return era * DAYS_PER_ERA + year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + day_of_year - DAYS_TO_1970;
}

int64_t
civil_seconds(const struct civil *c)
{
	return days_since_epoch(c) * SECONDS_PER_DAY + c->hour * 3600 +
	    c->minute * 60 + c->second;
}

void
civil_from_seconds(int64_t t, struct civil *c)
{
	int64_t days = t / SECONDS_PER_DAY, rest = t % SECONDS_PER_DAY;
	int64_t era, day, year_of_era, month;

	if (rest < 0) {
		rest += SECONDS_PER_DAY;
		days--;
	}
	days += DAYS_TO_1970;
	era = (days >= 0 ? days : days - (DAYS_PER_ERA - 1)) / DAYS_PER_ERA;
	day = days - era * DAYS_PER_ERA;
	year_of_era = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	day -= year_of_era * 365 + year_of_era / 4 - year_of_era / 100;
	month = (5 * day + 2) / 153;

	c->day = (int)(day - (153 * month + 2) / 5 + 1);
	c->month = (int)(month < 10 ? month + 3 : month - 9);
	c->year = (int)(year_of_era + era * 400 + (c->month <= 2));
	c->hour = (int)(rest / 3600);
	c->minute = (int)(rest / 60 % 60);
	c->second = (int)(rest % 60);
}

int
civil_weekday(const struct civil *c)
{
	/* 1970-01-01 was a Thursday. */
	int day = (int)((days_since_epoch(c) + 4) % 7);

	return day < 0 ? day + 7 : day;
}

struct civil
civil_add_days(const struct civil *c, int days)
{
	struct civil sum;

	civil_from_seconds(civil_seconds(c) + (int64_t)days * SECONDS_PER_DAY,
	    &sum);
	return sum;
}
