#include "../../src/core/time/civil.h"

#include <string.h>
#include <time.h>

#include "dice.h"
#include "suite.h"
#include "table.h"

#define DAY 86400

static const struct {
	struct civil c;
	bool want;
} dates[] = {
	{{2026, 11, 20, 0, 0, 0}, true},
	{{0, 1, 1, 0, 0, 0}, true},
	{{9999, 12, 31, 0, 0, 0}, true},
	{{-1, 12, 31, 0, 0, 0}, false},
	{{10000, 1, 1, 0, 0, 0}, false},
	{{2026, 0, 1, 0, 0, 0}, false},
	{{2026, 13, 1, 0, 0, 0}, false},
	{{2026, -1, 1, 0, 0, 0}, false},
	{{2026, 1, 0, 0, 0, 0}, false},
	{{2026, 1, -1, 0, 0, 0}, false},
	{{2026, 1, 31, 0, 0, 0}, true},
	{{2026, 1, 32, 0, 0, 0}, false},
	{{2026, 4, 30, 0, 0, 0}, true},
	{{2026, 4, 31, 0, 0, 0}, false},
	{{2026, 2, 28, 0, 0, 0}, true},
	{{2026, 2, 29, 0, 0, 0}, false},
	{{2024, 2, 29, 0, 0, 0}, true},
	{{2024, 2, 30, 0, 0, 0}, false},
	{{2024, 1, 32, 0, 0, 0}, false},
	{{2000, 2, 29, 0, 0, 0}, true},
	{{1900, 2, 29, 0, 0, 0}, false},
	{{2100, 2, 29, 0, 0, 0}, false},
	{{2400, 2, 29, 0, 0, 0}, true},
	{{0, 2, 29, 0, 0, 0}, true}
};

START_TEST(a_date_exists_when_the_calendar_has_it)
{
	ck_assert(civil_date_exists(&dates[_i].c) == dates[_i].want);
}
END_TEST

static const struct {
	int hour, minute, second;
	bool want;
} clocks[] = {
	{0, 0, 0, true},
	{18, 30, 15, true},
	{23, 59, 59, true},
	{24, 0, 0, false},
	{25, 0, 0, false},
	{-1, 0, 0, false},
	{0, 60, 0, false},
	{0, -1, 0, false},
	{0, 0, 60, false},
	{0, 0, -1, false},
	{23, 59, 60, false}
};

START_TEST(a_time_exists_when_the_clock_shows_it)
{
	struct civil c = {2026, 11, 20, clocks[_i].hour, clocks[_i].minute,
	    clocks[_i].second};

	ck_assert(civil_time_exists(&c) == clocks[_i].want);
}
END_TEST

static const struct {
	int64_t t;
	struct civil c;
	int weekday;
} moments[] = {
	{0, {1970, 1, 1, 0, 0, 0}, 4},
	{-1, {1969, 12, 31, 23, 59, 59}, 3},
	{1, {1970, 1, 1, 0, 0, 1}, 4},
	{86399, {1970, 1, 1, 23, 59, 59}, 4},
	{86400, {1970, 1, 2, 0, 0, 0}, 5},
	{-86400, {1969, 12, 31, 0, 0, 0}, 3},
	{-86401, {1969, 12, 30, 23, 59, 59}, 2},
	{951782400, {2000, 2, 29, 0, 0, 0}, 2},
	{1795195815, {2026, 11, 20, 17, 30, 15}, 5},
	{INT64_C(2147483647), {2038, 1, 19, 3, 14, 7}, 2},
	{INT64_C(2147483648), {2038, 1, 19, 3, 14, 8}, 2},
	{INT64_C(4107542399), {2100, 2, 28, 23, 59, 59}, 0},
	{INT64_C(4107542400), {2100, 3, 1, 0, 0, 0}, 1},
	{INT64_C(4294967296), {2106, 2, 7, 6, 28, 16}, 0},
	{CIVIL_MAX, {9999, 12, 31, 23, 59, 59}, 5},
	{CIVIL_MAX + 1, {10000, 1, 1, 0, 0, 0}, 6},
	{CIVIL_MIN, {0, 1, 1, 0, 0, 0}, 6},
	{CIVIL_MIN + 59 * DAY, {0, 2, 29, 0, 0, 0}, 2},
	{CIVIL_MIN + 60 * DAY, {0, 3, 1, 0, 0, 0}, 3},
	{CIVIL_MIN - 1, {-1, 12, 31, 23, 59, 59}, 5},
	{CIVIL_MIN - 2 * DAY, {-1, 12, 30, 0, 0, 0}, 4}
};

static bool
same(const struct civil *a, const struct civil *b)
{
	return a->year == b->year && a->month == b->month &&
	    a->day == b->day && a->hour == b->hour &&
	    a->minute == b->minute && a->second == b->second;
}

START_TEST(a_moment_and_its_date_are_one)
{
	struct civil c = civil_from_seconds(moments[_i].t);

	ck_assert(same(&c, &moments[_i].c));
	ck_assert_int_eq(civil_seconds(&moments[_i].c), moments[_i].t);
	ck_assert_int_eq(civil_weekday(&moments[_i].c), moments[_i].weekday);
}
END_TEST

/* The other way to the same answer: gmtime_r(3) and timegm(3). */
static void
assert_as_libc(int64_t t, uint64_t seed)
{
	time_t when = (time_t)t;
	struct civil c, want;
	struct tm tm;

	if (gmtime_r(&when, &tm) == NULL)
		ck_abort_msg("%jd: gmtime_r failed", (intmax_t)t);
	want = (struct civil){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
	    tm.tm_hour, tm.tm_min, tm.tm_sec};
	c = civil_from_seconds(t);
	if (!same(&c, &want) || civil_weekday(&c) != tm.tm_wday ||
	    civil_seconds(&c) != (int64_t)timegm(&tm))
		ck_abort_msg("%jd differs (SEED=%" PRIu64 ")", (intmax_t)t,
		    seed);
}

START_TEST(each_day_of_400_years_agrees_with_libc)
{
	/* From 1999-12-31: the calendar repeats after 146,097 days. */
	const int64_t first = INT64_C(946598400);

	for (int64_t day = 0; day <= 146097 + 1; day++) {
		assert_as_libc(first + day * DAY, 0);
		assert_as_libc(first + day * DAY - 1, 0);
	}
}
END_TEST

START_TEST(any_moment_agrees_with_libc)
{
	struct dice d = dice_make("any_moment_agrees_with_libc");

	for (int i = 0; i < 100000; i++)
		assert_as_libc(dice_between(&d, CIVIL_MIN - 2 * DAY,
		    CIVIL_MAX + 2 * DAY), d.seed);
}
END_TEST

/* timegm(3) moves a date that there is not to one that there is. */
static bool
libc_has(const struct civil *c)
{
	struct tm tm;

	memset(&tm, 0, sizeof(tm));
	tm.tm_year = c->year - 1900;
	tm.tm_mon = c->month - 1;
	tm.tm_mday = c->day;
	timegm(&tm);
	return tm.tm_year == c->year - 1900 && tm.tm_mon == c->month - 1 &&
	    tm.tm_mday == c->day;
}

START_TEST(the_dates_of_400_years_are_those_of_libc)
{
	struct civil c = {0, 0, 0, 0, 0, 0};

	for (c.year = 1890; c.year <= 2290; c.year++)
		for (c.month = 0; c.month <= 13; c.month++)
			for (c.day = 27; c.day <= 32; c.day++)
				if (civil_date_exists(&c) != libc_has(&c))
					ck_abort_msg("%d-%02d-%02d", c.year,
					    c.month, c.day);
}
END_TEST

static const struct {
	struct civil c;
	int days;
	struct civil want;
} sums[] = {
	{{2026, 11, 20, 18, 30, 15}, 0, {2026, 11, 20, 18, 30, 15}},
	{{2026, 11, 20, 18, 30, 15}, 1, {2026, 11, 21, 18, 30, 15}},
	{{2026, 11, 20, 18, 30, 15}, -1, {2026, 11, 19, 18, 30, 15}},
	{{2026, 11, 30, 0, 0, 0}, 1, {2026, 12, 1, 0, 0, 0}},
	{{2026, 12, 31, 23, 59, 59}, 1, {2027, 1, 1, 23, 59, 59}},
	{{2027, 1, 1, 23, 59, 59}, -1, {2026, 12, 31, 23, 59, 59}},
	{{2024, 2, 28, 12, 0, 0}, 1, {2024, 2, 29, 12, 0, 0}},
	{{2024, 3, 1, 12, 0, 0}, -1, {2024, 2, 29, 12, 0, 0}},
	{{2026, 3, 1, 12, 0, 0}, -1, {2026, 2, 28, 12, 0, 0}},
	{{2026, 3, 1, 12, 0, 0}, -7, {2026, 2, 22, 12, 0, 0}},
	{{2000, 1, 1, 1, 2, 3}, 146097, {2400, 1, 1, 1, 2, 3}},
	{{0, 1, 1, 6, 0, 0}, -1, {-1, 12, 31, 6, 0, 0}}
};

START_TEST(days_are_added_and_the_clock_stays)
{
	struct civil sum = civil_add_days(&sums[_i].c, sums[_i].days);

	ck_assert(same(&sum, &sums[_i].want));
}
END_TEST

START_TEST(names_are_those_of_the_C_locale)
{
	char name[8];
	struct tm tm;

	memset(&tm, 0, sizeof(tm));
	for (tm.tm_wday = 0; tm.tm_wday < 7; tm.tm_wday++) {
		strftime(name, sizeof(name), "%a", &tm);
		ck_assert_str_eq(civil_weekdays[tm.tm_wday], name);
	}
	for (tm.tm_mon = 0; tm.tm_mon < 12; tm.tm_mon++) {
		strftime(name, sizeof(name), "%b", &tm);
		ck_assert_str_eq(civil_months[tm.tm_mon], name);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("civil");
	TCase *table = tcase_create("table"), *libc = tcase_create("libc");

	TABLE_ADD(table, a_date_exists_when_the_calendar_has_it, dates);
	TABLE_ADD(table, a_time_exists_when_the_clock_shows_it, clocks);
	TABLE_ADD(table, a_moment_and_its_date_are_one, moments);
	TABLE_ADD(table, days_are_added_and_the_clock_stays, sums);
	tcase_add_test(table, names_are_those_of_the_C_locale);
	suite_add_tcase(suite, table);

	tcase_set_timeout(libc, DICE_TIMEOUT);
	tcase_add_test(libc, each_day_of_400_years_agrees_with_libc);
	tcase_add_test(libc, any_moment_agrees_with_libc);
	tcase_add_test(libc, the_dates_of_400_years_are_those_of_libc);
	suite_add_tcase(suite, libc);
	return suite;
}
