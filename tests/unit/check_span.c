#include "../../src/core/time/span.h"

#include <string.h>

#include "../../src/core/time/civil.h"
#include "suite.h"
#include "table.h"

static const struct {
	const char *s;
	int64_t want;
} spans[] = {
	{"45m", 45 * 60},
	{"2h", 2 * 3600},
	{"1d", 86400},
	{"30s", 30},
	{"0m", 0},
	{"0s", 0},
	{"007m", 7 * 60},
	{"1d6h", 86400 + 6 * 3600},
	{"1d6m", 86400 + 6 * 60},
	{"1d6s", 86400 + 6},
	{"2h30m", 2 * 3600 + 30 * 60},
	{"2h30s", 2 * 3600 + 30},
	{"47h59m59s", 48 * 3600 - 1},
	{"1d2h3m4s", 86400 + 2 * 3600 + 3 * 60 + 4},
	{"90m", 90 * 60},
	{"2 h", 2 * 3600},
	{"2 hours", 2 * 3600},
	{"1 hour", 3600},
	{"1hr", 3600},
	{"3hrs", 3 * 3600},
	{"45 min", 45 * 60},
	{"45mins", 45 * 60},
	{"1minute", 60},
	{"5 minutes", 300},
	{"2 days", 2 * 86400},
	{"1 day 6 hours", 86400 + 6 * 3600},
	{"5 h 12 min", 5 * 3600 + 12 * 60},
	{"1h 5sec", 3605},
	{"1 second", 1},
	{"20 seconds", 20},
	{"7 secs", 7},
	{"36h", 36 * 3600},
	{"999999999s", 999999999},
	{"999999999d", INT64_C(999999999) * 86400},
	{"999999999d999999999h999999999m999999999s",
	    INT64_C(999999999) * (86400 + 3600 + 60 + 1)}
};

START_TEST(a_span_is_the_sum_of_its_units)
{
	const char *errstr;
	int64_t seconds = -1;

	ck_assert_int_eq(span_parse(slice_of(spans[_i].s), &seconds, &errstr),
	    0);
	ck_assert_msg(seconds == spans[_i].want, "%s: %jd", spans[_i].s,
	    (intmax_t)seconds);
}
END_TEST

static const struct {
	const char *s, *why;
} refused[] = {
	{"", "not a span"},
	{"2", "not a span"},
	{"h", "not a span"},
	{"-2h", "not a span"},
	{"+2h", "not a span"},
	{" 2h", "not a span"},
	{"2h ", "not a span"},
	{"2  h", "not a span"},
	{"2h  30m", "not a span"},
	{"2 ", "not a span"},
	{"2 h ", "not a span"},
	{"2 hour s", "not a span"},
	{"2 hourss", "not a span"},
	{"2 ho", "not a span"},
	{"2 minhours", "not a span"},
	{"1 hour 1 h", "not a span"},
	{"hours", "not a span"},
	{"1 h, 30 min", "not a span"},
	{"2H", "not a span"},
	{"2y", "not a span"},
	{"2hago", "not a span"},
	{"2hh", "not a span"},
	{"2h3", "not a span"},
	{"1.5h", "not a span"},
	{"6h1d", "not a span"},
	{"30m2h", "not a span"},
	{"5s1m", "not a span"},
	{"1d1d", "not a span"},
	{"1s1s", "not a span"},
	{"1d2h3m4s5", "not a span"},
	{"0x10s", "not a span"},
	{"\xd9\xa1h", "not a span"},
	{"1000000000s", "too long a span"},
	{"0000000001s", "too long a span"},
	{"1h99999999999999999999m", "too long a span"}
};

START_TEST(what_is_no_span_is_refused_and_changes_nothing)
{
	const char *errstr = NULL;
	int64_t seconds = 4711;

	ck_assert_msg(span_parse(slice_of(refused[_i].s), &seconds, &errstr) ==
	    -1,
	    "\"%s\" was taken", refused[_i].s);
	ck_assert_msg(strstr(errstr, refused[_i].why) == errstr, "\"%s\": %s",
	    refused[_i].s, errstr);
	ck_assert_int_eq(seconds, 4711);
}
END_TEST

static const struct {
	int64_t seconds;
	const char *want;
} said[] = {
	{-3600, "under a minute"},
	{-1, "under a minute"},
	{0, "under a minute"},
	{59, "under a minute"},
	{60, "1 min"},
	{119, "1 min"},
	{120, "2 min"},
	{45 * 60, "45 min"},
	{3599, "59 min"},
	{3600, "1 h"},
	{3659, "1 h"},
	{3660, "1 h 1 min"},
	{5 * 3600 + 12 * 60, "5 h 12 min"},
	{2 * 3600 - 1, "1 h 59 min"},
	{24 * 3600, "24 h"},
	{48 * 3600 - 1, "47 h 59 min"},
	{48 * 3600, "48 h"},
	{72 * 3600, "72 h"},
	{100 * 3600 - 1, "99 h 59 min"},
	{100 * 3600, "4 d"},
	{5 * 86400, "5 d"},
	{5 * 86400 + 12 * 3600 - 1, "5 d"},
	{5 * 86400 + 12 * 3600, "6 d"},
	{6 * 86400 - 1, "6 d"},
	{400 * INT64_C(86400), "400 d"},
	{CIVIL_MAX - CIVIL_MIN, "3652425 d"}
};

START_TEST(a_span_is_said_in_two_units_at_most)
{
	char buf[64];
	struct text t;

	text_init(&t, buf, sizeof(buf));
	text_str(&t, span(said[_i].seconds).s);
	ck_assert_str_eq(buf, said[_i].want);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("span");
	TCase *parse = tcase_create("parse"), *text = tcase_create("text");

	TABLE_ADD(parse, a_span_is_the_sum_of_its_units, spans);
	TABLE_ADD(parse, what_is_no_span_is_refused_and_changes_nothing,
	    refused);
	suite_add_tcase(suite, parse);
	TABLE_ADD(text, a_span_is_said_in_two_units_at_most, said);
	suite_add_tcase(suite, text);
	return suite;
}
