#include "civil.h"

/*
 * Days are counted from 1 March of the year -400, so that the leap day comes
 * last in its year, and no number here is below zero.  After 400 years
 * (146,097 days) the calendar repeats.
 */
#define YEAR_0 400
#define DAYS_PER_ERA 146097
#define DAYS_TO_1970 865565
#define SECONDS_PER_DAY 86400

const char *const civil_weekdays[7] = {
	"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"
};

const char *const civil_months[12] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun",
	"Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
};

bool
civil_date_exists(const struct civil *c)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	bool leap = c->year % 4 == 0 &&
	    (c->year % 100 != 0 || c->year % 400 == 0);

	if (c->year < 0 || c->year > 9999 || c->month < 1 || c->month > 12)
		return false;
	return c->day >= 1 &&
	    c->day <= days[c->month - 1] + (c->month == 2 && leap);
}

bool
civil_time_exists(const struct civil *c)
{
	return c->hour >= 0 && c->hour <= 23 && c->minute >= 0 &&
	    c->minute <= 59 && c->second >= 0 && c->second <= 59;
}

/* The days of some years from the first on. */
static int64_t
days_of_years(int64_t years)
{
	return years * 365 + years / 4 - years / 100 + years / 400;
}

static int64_t
days_of(const struct civil *c)
{
	int64_t month = (c->month + 9) % 12;	/* 0 is March */

	return days_of_years(YEAR_0 + c->year - (c->month <= 2)) +
	    (153 * month + 2) / 5 + c->day - 1;
}

int64_t
civil_seconds(const struct civil *c)
{
	return (days_of(c) - DAYS_TO_1970) * SECONDS_PER_DAY +
	    c->hour * 3600 + c->minute * 60 + c->second;
}

struct civil
civil_from_seconds(int64_t t)
{
	int64_t second = t + (int64_t)DAYS_TO_1970 * SECONDS_PER_DAY;
	int64_t day = second / SECONDS_PER_DAY, era = day / DAYS_PER_ERA;
	int64_t year, month;

	second %= SECONDS_PER_DAY;
	day %= DAYS_PER_ERA;
	year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	day -= days_of_years(year);
	month = (5 * day + 2) / 153;	/* 0 is March */
	return (struct civil){
		.year = (int)(era * 400 + year - YEAR_0 + (month >= 10)),
		.month = (int)(month < 10 ? month + 3 : month - 9),
		.day = (int)(day - (153 * month + 2) / 5 + 1),
		.hour = (int)(second / 3600),
		.minute = (int)(second / 60 % 60),
		.second = (int)(second % 60)
	};
}

int
civil_weekday(const struct civil *c)
{
	/* The first day is a Wednesday. */
	return (int)((days_of(c) + 3) % 7);
}

struct civil
civil_add_days(const struct civil *c, int days)
{
	return civil_from_seconds(civil_seconds(c) +
	    (int64_t)days * SECONDS_PER_DAY);
}
