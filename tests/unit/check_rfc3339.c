#include "../../src/core/time/rfc3339.h"

#include <string.h>

#include "dice.h"
#include "suite.h"
#include "table.h"

static const struct {
	const char *s;
	int64_t want;
} times[] = {
	{"2026-11-20T17:30:00Z", 1795195800},
	{"2026-11-20t17:30:00z", 1795195800},
	{"2026-11-20T17:30:00+00:00", 1795195800},
	{"2026-11-20T17:30:00-00:00", 1795195800},
	{"2026-11-20T18:30:00+01:00", 1795195800},
	{"2026-11-20T12:30:00-05:00", 1795195800},
	{"2026-11-20T23:15:00+05:45", 1795195800},
	{"2026-11-20T08:00:00-09:30", 1795195800},
	{"2026-11-21T17:29:00+23:59", 1795195800},
	{"2026-11-19T17:31:00-23:59", 1795195800},
	{"2026-11-20T17:30:00.0Z", 1795195800},
	{"2026-11-20T17:30:00.999999999999Z", 1795195800},
	{"2026-11-20T18:30:00.5+01:00", 1795195800},
	{"1970-01-01T00:00:00Z", 0},
	{"1969-12-31T23:59:59Z", -1},
	{"1969-12-31T23:59:59.9Z", -1},
	{"2024-02-29T00:00:00Z", 1709164800},
	{"2000-02-29T00:00:00Z", 951782400},
	{"2038-01-19T03:14:08Z", INT64_C(2147483648)},
	{"2100-03-01T00:00:00Z", INT64_C(4107542400)},
	{"2016-12-31T23:59:60Z", 1483228800},
	{"2016-12-31T23:59:60.5Z", 1483228800},
	{"2015-06-30T23:59:60Z", 1435708800},
	{"2017-01-01T00:59:60+01:00", 1483228800},
	{"2016-12-31T18:59:60-05:00", 1483228800},
	{"2017-01-01T05:44:60+05:45", 1483228800},
	{"1969-12-31T23:59:60Z", 0},
	{"0000-01-01T00:00:00Z", CIVIL_MIN},
	{"0000-01-01T01:00:00+01:00", CIVIL_MIN},
	{"0000-02-29T00:00:00Z", CIVIL_MIN + 59 * 86400},
	{"9999-12-31T23:59:59Z", CIVIL_MAX},
	{"9999-12-31T18:59:59-05:00", CIVIL_MAX}
};

START_TEST(a_time_is_seconds_since_the_epoch)
{
	const char *errstr;
	int64_t t = -4711;

	ck_assert_msg(rfc3339_parse(slice_of(times[_i].s), &t, &errstr) == 0,
	    "%s: %s", times[_i].s, errstr);
	ck_assert_msg(t == times[_i].want, "%s: %jd", times[_i].s,
	    (intmax_t)t);
}
END_TEST

#define NO_TIME "no time in front"
#define NO_OFFSET "a time needs Z or an offset"
#define NO_SUCH "no such date or time of day"

/* No byte beside the digits is taken for one, wherever there has to be one. */
START_TEST(a_digit_is_a_digit)
{
	static const char beside[] = {'0' - 1, '9' + 1, '\0', '\xff'};

	for (size_t i = 0; i < strlen("2026-11-20T17:30:00"); i++) {
		for (size_t j = 0; j < sizeof(beside); j++) {
			char s[] = "2026-11-20T17:30:00Z";
			const char *errstr;
			int64_t t;

			s[i] = beside[j];
			if (beside[j] == "2026-11-20T17:30:00"[i])
				continue;
			ck_assert_int_eq(rfc3339_parse((struct slice){s,
			    sizeof(s) - 1}, &t, &errstr), -1);
			ck_assert_msg(strncmp(errstr, NO_TIME,
			    strlen(NO_TIME)) == 0, "%zu: %s", i, errstr);
		}
	}
}
END_TEST

static const struct {
	const char *s, *why;
} refused[] = {
	{"", NO_TIME},
	{"onset", NO_TIME},
	{" 2026-11-20T17:30:00Z", NO_TIME},
	{"26-11-20T17:30:00Z", NO_TIME},
	{"+2026-11-20T17:30:00Z", NO_TIME},
	{"-026-11-20T17:30:00Z", NO_TIME},
	{"12026-11-20T17:30:00Z", NO_TIME},
	{"2026/11/20T17:30:00Z", NO_TIME},
	{"2026-11/20T17:30:00Z", NO_TIME},
	{"2026-1-20T17:30:00Z", NO_TIME},
	{"2026-11-2T17:30:00Z", NO_TIME},
	{"2026-11-20 17:30:00Z", NO_TIME},
	{"T17:30:00Z", NO_TIME},
	{"2026-11-20", NO_TIME},
	{"2026-11-20T", NO_TIME},
	{"2026-11-20T17:30Z", NO_TIME},
	{"2026-11-20T17Z", NO_TIME},
	{"2026-11-20T7:30:00Z", NO_TIME},
	{"2026-11-20T17:3:00Z", NO_TIME},
	{"2026-11-20T17-30-00Z", NO_TIME},
	{"2026-11-20T17:30-00Z", NO_TIME},
	{"2026-11-20T17:30:0Z", NO_TIME},
	{"2026-11-20T17:30:00.Z", NO_TIME},
	{"20261120T173000Z", NO_TIME},
	/* one part left out, all others in their place */
	{"-11-20T17:30:00Z", NO_TIME},
	{"202611-20T17:30:00Z", NO_TIME},
	{"2026--20T17:30:00Z", NO_TIME},
	{"2026-1120T17:30:00Z", NO_TIME},
	{"2026-11-T17:30:00Z", NO_TIME},
	{"2026-11-2017:30:00Z", NO_TIME},
	{"2026-11-20T:30:00Z", NO_TIME},
	{"2026-11-20T1730:00Z", NO_TIME},
	{"2026-11-20T17::00Z", NO_TIME},
	{"2026-11-20T17:3000Z", NO_TIME},
	{"2026-11-20T17:30:Z", NO_TIME},
	{"2026-W47-5T17:30:00Z", NO_TIME},
	{"2026-11-20T17:30:00", NO_OFFSET},
	{"2026-11-20T17:30:00 Z", NO_OFFSET},
	{"2026-11-20T17:30:00,5Z", NO_OFFSET},
	{"2026-11-20T17:30:00CET", NO_OFFSET},
	{"2026-11-20T17:30:00+:00", NO_OFFSET},
	{"2026-11-20T17:30:00+01:", NO_OFFSET},
	{"2026-11-20T17:30:00+1", NO_OFFSET},
	{"2026-11-20T17:30:00+01", NO_OFFSET},
	{"2026-11-20T17:30:00+0100", NO_OFFSET},
	{"2026-11-20T17:30:00+1:00", NO_OFFSET},
	{"2026-11-20T17:30:00+01:0", NO_OFFSET},
	{"2026-11-20T17:30:00+24:00", NO_OFFSET},
	{"2026-11-20T17:30:00-24:00", NO_OFFSET},
	{"2026-11-20T17:30:00+01:60", NO_OFFSET},
	{"2026-11-20T17:30:00ZZ", NO_OFFSET},
	{"2026-11-20T17:30:00Z ", NO_OFFSET},
	{"2026-11-20T17:30:00+01:00x", NO_OFFSET},
	{"2026-02-30T17:30:00Z", NO_SUCH},
	{"2026-02-29T17:30:00Z", NO_SUCH},
	{"2100-02-29T17:30:00Z", NO_SUCH},
	{"2026-00-20T17:30:00Z", NO_SUCH},
	{"2026-13-20T17:30:00Z", NO_SUCH},
	{"2026-11-00T17:30:00Z", NO_SUCH},
	{"2026-11-31T17:30:00Z", NO_SUCH},
	{"2026-11-20T24:00:00Z", NO_SUCH},
	{"2026-11-20T25:00:00Z", NO_SUCH},
	{"2026-11-20T17:60:00Z", NO_SUCH},
	{"2026-11-20T17:30:60Z", NO_SUCH},
	{"2026-11-20T17:30:61Z", NO_SUCH},
	{"2016-12-31T23:59:61Z", NO_SUCH},
	{"2016-12-30T23:59:60Z", NO_SUCH},
	{"2016-12-31T22:59:60Z", NO_SUCH},
	{"2016-12-31T23:58:60Z", NO_SUCH},
	{"2016-12-31T23:59:60+01:00", NO_SUCH},
	{"2016-12-31T24:00:60+00:01", NO_SUCH},
	{"2016-12-31T23:60:60+00:01", NO_SUCH},
	{"0000-01-01T00:00:00+00:01", NO_SUCH},
	{"9999-12-31T23:59:59-00:01", NO_SUCH},
	{"9999-12-31T23:59:60Z", NO_SUCH}
};

START_TEST(what_is_no_time_is_refused_and_changes_nothing)
{
	const char *errstr = NULL;
	int64_t t = 4711;

	ck_assert_msg(rfc3339_parse(slice_of(refused[_i].s), &t, &errstr) ==
	    -1, "\"%s\" was taken", refused[_i].s);
	ck_assert_msg(strncmp(errstr, refused[_i].why,
	    strlen(refused[_i].why)) == 0, "\"%s\": %s", refused[_i].s, errstr);
	ck_assert_int_eq(t, 4711);
}
END_TEST

/* Each in memory of its own size, so that a sanitizer sees a step too far. */
START_TEST(a_time_that_ends_early_is_refused)
{
	static const char whole[] = "2026-11-20T17:30:00.25+01:00";
	const char *errstr;
	int64_t t;

	for (size_t len = 0; len < strlen(whole); len++) {
		char *copy = malloc(len + (len == 0));

		ck_assert_ptr_nonnull(copy);
		memcpy(copy, whole, len);
		ck_assert_msg(rfc3339_parse((struct slice){copy, len}, &t,
		    &errstr) == -1, "%.*s was taken", (int)len, whole);
		free(copy);
	}
	ck_assert_int_eq(rfc3339_parse(slice_of(whole), &t, &errstr), 0);
}
END_TEST

static const struct {
	int64_t t;
	const char *want;
} written[] = {
	{1795195800, "2026-11-20T17:30:00Z"},
	{1795195815, "2026-11-20T17:30:15Z"},
	{0, "1970-01-01T00:00:00Z"},
	{-1, "1969-12-31T23:59:59Z"},
	{1483228800, "2017-01-01T00:00:00Z"},
	{INT64_C(2147483648), "2038-01-19T03:14:08Z"},
	{CIVIL_MIN, "0000-01-01T00:00:00Z"},
	{CIVIL_MAX, "9999-12-31T23:59:59Z"}
};

START_TEST(a_time_is_written_in_UTC)
{
	char buf[32];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	text_str(&text, rfc3339(written[_i].t).s);
	ck_assert_str_eq(buf, written[_i].want);
}
END_TEST

START_TEST(any_time_that_is_written_reads_back)
{
	struct dice d = dice_make("any_time_that_is_written_reads_back");
	const char *errstr;
	struct text text;
	int64_t t, back;
	char buf[32];

	for (int i = 0; i < 20000; i++) {
		t = dice_between(&d, CIVIL_MIN, CIVIL_MAX);
		text_init(&text, buf, sizeof(buf));
		text_str(&text, rfc3339(t).s);
		if (text.len != 20 || rfc3339_parse(slice_of(buf), &back,
		    &errstr) == -1 || back != t)
			ck_abort_msg("%jd is written %s (SEED=%" PRIu64 ")",
			    (intmax_t)t, buf, d.seed);
	}
}
END_TEST

START_TEST(a_date_is_read_and_stepped_over)
{
	struct slice s = slice_of("2026-11-20 18:30");
	struct civil c = {0, 0, 0, 1, 2, 3};

	ck_assert_int_eq(rfc3339_date(&s, &c), 0);
	ck_assert_int_eq(c.year, 2026);
	ck_assert_int_eq(c.month, 11);
	ck_assert_int_eq(c.day, 20);
	ck_assert_int_eq(c.hour, 1);
	ck_assert_int_eq(c.minute, 2);
	ck_assert_int_eq(c.second, 3);
	ck_assert(slice_is(s, " 18:30"));
}
END_TEST

START_TEST(what_is_no_date_is_refused)
{
	static const char *const none[] = {
		"", "-11-20", "202611-20", "2026--20", "2026-1120", "2026-11-",
		"2026-11-2", "2026-11-x0"
	};
	struct civil c;

	for (int i = 0; i < ROWS(none); i++) {
		struct slice s = slice_of(none[i]);

		ck_assert_msg(rfc3339_date(&s, &c) == -1, "\"%s\"", none[i]);
	}
}
END_TEST

static const struct {
	const char *s;
	int status, east;
	const char *rest;
} offsets[] = {
	{"Z", 0, 0, ""},
	{"z", 0, 0, ""},
	{"Z+", 0, 0, "+"},
	{"+01:00", 0, 3600, ""},
	{"-01:00", 0, -3600, ""},
	{"+00:00", 0, 0, ""},
	{"+05:45x", 0, 5 * 3600 + 45 * 60, "x"},
	{"-09:30", 0, -9 * 3600 - 30 * 60, ""},
	{"+23:59", 0, 86340, ""},
	{"-23:59", 0, -86340, ""},
	{"+24:00", -1, 0, NULL},
	{"+00:60", -1, 0, NULL},
	{"", -1, 0, NULL},
	{"+", -1, 0, NULL},
	{"01:00", -1, 0, NULL},
	{"+-1:00", -1, 0, NULL},
	{"+01.00", -1, 0, NULL}
};

START_TEST(an_offset_is_seconds_east_of_UTC)
{
	struct slice s = slice_of(offsets[_i].s);
	int east;

	ck_assert_int_eq(rfc3339_offset(&s, &east), offsets[_i].status);
	if (offsets[_i].status == -1)
		return;
	ck_assert_int_eq(east, offsets[_i].east);
	ck_assert_str_eq(s.at, offsets[_i].rest);
	ck_assert_uint_eq(s.len, strlen(s.at));
}
END_TEST

static const struct {
	int second;
	int64_t t;
	bool want;
} leaps[] = {
	{60, 1483228800, true},
	{59, 1483228800, false},
	{61, 1483228800, false},
	{60, 1483228801, false},
	{60, 1483228860, false},
	{60, 1483232400, false},
	{60, 1483315200, false}
};

START_TEST(a_leap_second_is_the_last_of_a_month)
{
	struct civil c = {2016, 12, 31, 23, 59, leaps[_i].second};

	ck_assert(rfc3339_leap_second(&c, leaps[_i].t) == leaps[_i].want);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("rfc3339");
	TCase *whole = tcase_create("whole"), *parts = tcase_create("parts");

	tcase_set_timeout(whole, DICE_TIMEOUT);
	TABLE_ADD(whole, a_time_is_seconds_since_the_epoch, times);
	TABLE_ADD(whole, what_is_no_time_is_refused_and_changes_nothing,
	    refused);
	tcase_add_test(whole, a_digit_is_a_digit);
	tcase_add_test(whole, a_time_that_ends_early_is_refused);
	TABLE_ADD(whole, a_time_is_written_in_UTC, written);
	tcase_add_test(whole, any_time_that_is_written_reads_back);
	suite_add_tcase(suite, whole);

	tcase_add_test(parts, a_date_is_read_and_stepped_over);
	tcase_add_test(parts, what_is_no_date_is_refused);
	TABLE_ADD(parts, an_offset_is_seconds_east_of_UTC, offsets);
	TABLE_ADD(parts, a_leap_second_is_the_last_of_a_month, leaps);
	suite_add_tcase(suite, parts);
	return suite;
}
