#include "../../src/core/time/when.h"

#include <stdio.h>
#include <string.h>

#include "suite.h"
#include "table.h"
#include "zones.h"

#define NEW_YORK "America/New_York"
#define LORD_HOWE "Australia/Lord_Howe"
#define APIA "Pacific/Apia"
#define POSIX "EST5EDT,M3.2.0,M11.1.0"

/* A time in UTC as the tables write it: "2026-11-20 17:30:00". */
static int64_t
utc(const char *s)
{
	struct tm tm;
	int len = -1;

	memset(&tm, 0, sizeof(tm));
	sscanf(s, "%4d-%2d-%2d %2d:%2d:%2d%n", &tm.tm_year, &tm.tm_mon,
	    &tm.tm_mday, &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &len);
	ck_assert_msg(len != -1 && s[len] == '\0', "the table has %s", s);
	tm.tm_year -= 1900;
	tm.tm_mon--;
	return (int64_t)timegm(&tm);
}

static void
assert_read(const char *s, int64_t now, int64_t latest, int64_t want,
    enum zone_fit fit)
{
	const char *errstr = NULL;
	struct when w;

	ck_assert_msg(when_parse(s, now, latest, &w, &errstr) == 0, "%s: %s",
	    s, errstr);
	ck_assert_msg(w.t == want, "%s is %jd, not %jd", s, (intmax_t)want,
	    (intmax_t)w.t);
	ck_assert_msg(w.fit == fit, "%s: fit %d", s, (int)w.fit);
}

/* In Berlin, on Friday 2026-11-20 at 20:00:00 (an hour east of UTC). */
#define NOW "2026-11-20 19:00:00"

static const struct {
	const char *s, *want;
} forms[] = {
	{"now", NOW},

	/* a span ago */
	{"45m", "2026-11-20 18:15:00"},
	{"2h", "2026-11-20 17:00:00"},
	{"90s", "2026-11-20 18:58:30"},
	{"0s", NOW},
	{"1d", "2026-11-19 19:00:00"},
	{"1d6h", "2026-11-19 13:00:00"},
	{"47h59m59s", "2026-11-18 19:00:01"},
	{"365d", "2025-11-20 19:00:00"},

	/* a span ahead */
	{"+6h", "2026-11-21 01:00:00"},
	{"+0m", NOW},
	{"+1d30m", "2026-11-21 19:30:00"},

	/* seconds since the epoch */
	{"@1763659800", "2025-11-20 17:30:00"},
	{"@0", "1970-01-01 00:00:00"},
	{"@-0", "1970-01-01 00:00:00"},
	{"@-1", "1969-12-31 23:59:59"},
	{"@0000000000000000001", "1970-01-01 00:00:01"},

	/* a clock time alone: the latest past one */
	{"18:30", "2026-11-20 17:30:00"},
	{"18:30:15", "2026-11-20 17:30:15"},
	{"8:05", "2026-11-20 07:05:00"},
	{"08:05", "2026-11-20 07:05:00"},
	{"8:05:06", "2026-11-20 07:05:06"},
	{"0:00", "2026-11-19 23:00:00"},
	{"00:00", "2026-11-19 23:00:00"},
	{"20:00", NOW},
	{"20:00:00", NOW},
	{"20:00:01", "2026-11-19 19:00:01"},
	{"20:01", "2026-11-19 19:01:00"},
	{"23:59:59", "2026-11-19 22:59:59"},

	/* the same as others write it */
	{"18.30", "2026-11-20 17:30:00"},
	{"8.05", "2026-11-20 07:05:00"},
	{"20.01", "2026-11-19 19:01:00"},
	{"6pm", "2026-11-20 17:00:00"},
	{"6 pm", "2026-11-20 17:00:00"},
	{"6PM", "2026-11-20 17:00:00"},
	{"6 Pm", "2026-11-20 17:00:00"},
	{"06pm", "2026-11-20 17:00:00"},
	{"6p.m.", "2026-11-20 17:00:00"},
	{"6:30pm", "2026-11-20 17:30:00"},
	{"6:30 p.m.", "2026-11-20 17:30:00"},
	{"6.30 pm", "2026-11-20 17:30:00"},
	{"6:30:15 pm", "2026-11-20 17:30:15"},
	{"9 pm", "2026-11-19 20:00:00"},
	{"7am", "2026-11-20 06:00:00"},
	{"7 a.m.", "2026-11-20 06:00:00"},
	{"11:59 am", "2026-11-20 10:59:00"},
	{"12pm", "2026-11-20 11:00:00"},
	{"12:30 pm", "2026-11-20 11:30:00"},
	{"12am", "2026-11-19 23:00:00"},
	{"12:30 am", "2026-11-19 23:30:00"},
	{"noon", "2026-11-20 11:00:00"},
	{"Noon", "2026-11-20 11:00:00"},
	{"midnight", "2026-11-19 23:00:00"},
	{"MIDNIGHT", "2026-11-19 23:00:00"},
	{"Now", NOW},
	{"2h ago", "2026-11-20 17:00:00"},
	{"2 hours ago", "2026-11-20 17:00:00"},
	{"45 min ago", "2026-11-20 18:15:00"},
	{"an hour ago", "2026-11-20 18:00:00"},
	{"a week", "2026-11-13 19:00:00"},
	{"3 weeks ago", "2026-10-30 19:00:00"},
	{"yesterday at 6pm", "2026-11-19 17:00:00"},
	{"mon at noon", "2026-11-16 11:00:00"},
	{"45 minutes", "2026-11-20 18:15:00"},
	{"1 day 6 hours AGO", "2026-11-19 13:00:00"},
	{"+6 hours", "2026-11-21 01:00:00"},
	{"today 6pm", "2026-11-20 17:00:00"},
	{"today noon", "2026-11-20 11:00:00"},
	{"today 18.30", "2026-11-20 17:30:00"},
	{"yesterday 6:30 pm", "2026-11-19 17:30:00"},
	{"yesterday noon", "2026-11-19 11:00:00"},
	{"yesterday midnight", "2026-11-18 23:00:00"},
	{"mon 7 am", "2026-11-16 06:00:00"},
	{"fri noon", "2026-11-20 11:00:00"},
	{"2026-11-20 6pm", "2026-11-20 17:00:00"},
	{"2026-11-20 12 a.m.", "2026-11-19 23:00:00"},
	{"2026-11-20 noon", "2026-11-20 11:00:00"},
	{"2026-11-20 18.30", "2026-11-20 17:30:00"},

	/* today and yesterday, which may be ahead too */
	{"today 18:30", "2026-11-20 17:30:00"},
	{"today 0:00", "2026-11-19 23:00:00"},
	{"today 23:59:59", "2026-11-20 22:59:59"},
	{"Today 8:05", "2026-11-20 07:05:00"},
	{"TODAY 18:30", "2026-11-20 17:30:00"},
	{"yesterday 18:30", "2026-11-19 17:30:00"},
	{"yesterday 0:00", "2026-11-18 23:00:00"},
	{"yesterday 23:59:59", "2026-11-19 22:59:59"},
	{"Yesterday 18:30:15", "2026-11-19 17:30:15"},

	/* the latest past one on that day of the week */
	{"fri 18:30", "2026-11-20 17:30:00"},
	{"fri 20:00", NOW},
	{"fri 20:00:01", "2026-11-13 19:00:01"},
	{"fri 21:00", "2026-11-13 20:00:00"},
	{"thu 18:30", "2026-11-19 17:30:00"},
	{"thu 21:00", "2026-11-19 20:00:00"},
	{"wed 18:30", "2026-11-18 17:30:00"},
	{"tue 18:30", "2026-11-17 17:30:00"},
	{"mon 18:30", "2026-11-16 17:30:00"},
	{"sun 18:30", "2026-11-15 17:30:00"},
	{"sat 18:30", "2026-11-14 17:30:00"},
	{"sat 8:05:06", "2026-11-14 07:05:06"},
	{"friday 18:30", "2026-11-20 17:30:00"},
	{"thursday 18:30", "2026-11-19 17:30:00"},
	{"wednesday 18:30", "2026-11-18 17:30:00"},
	{"tuesday 18:30", "2026-11-17 17:30:00"},
	{"monday 18:30", "2026-11-16 17:30:00"},
	{"sunday 18:30", "2026-11-15 17:30:00"},
	{"saturday 18:30", "2026-11-14 17:30:00"},
	{"Mon 18:30", "2026-11-16 17:30:00"},
	{"MON 18:30", "2026-11-16 17:30:00"},
	{"Monday 18:30", "2026-11-16 17:30:00"},

	/* dated, in local time or with the offset said */
	{"2026-11-20 18:30", "2026-11-20 17:30:00"},
	{"2026-11-20 18:30:15", "2026-11-20 17:30:15"},
	{"2026-11-20T18:30", "2026-11-20 17:30:00"},
	{"2026-11-20T18:30:15", "2026-11-20 17:30:15"},
	{"2026-11-20t18:30", "2026-11-20 17:30:00"},
	{"2026-11-20 8:05", "2026-11-20 07:05:00"},
	{"2026-07-01 18:30", "2026-07-01 16:30:00"},
	{"2027-01-01 00:00", "2026-12-31 23:00:00"},
	{"2026-11-20 18:30Z", "2026-11-20 18:30:00"},
	{"2026-11-20T18:30Z", "2026-11-20 18:30:00"},
	{"2026-11-20T18:30:15Z", "2026-11-20 18:30:15"},
	{"2026-11-20t18:30:15z", "2026-11-20 18:30:15"},
	{"2026-11-20 18:30+01:00", "2026-11-20 17:30:00"},
	{"2026-11-20T18:30:15-05:00", "2026-11-20 23:30:15"},
	{"2026-11-20 18:30+05:45", "2026-11-20 12:45:00"},
	{"2026-11-20 18:30-00:00", "2026-11-20 18:30:00"},
	{"2026-11-20 00:10+23:59", "2026-11-19 00:11:00"},
	{"2024-02-29 12:00", "2024-02-29 11:00:00"},
	{"2000-02-29 12:00Z", "2000-02-29 12:00:00"},

	/* long after, and before the epoch */
	{"2040-07-01 12:00", "2040-07-01 10:00:00"},
	{"2100-07-01 12:00", "2100-07-01 10:00:00"},
	{"2100-12-01 12:00", "2100-12-01 11:00:00"},
	{"1969-12-31 12:00", "1969-12-31 11:00:00"},
	{"1900-01-01 00:00Z", "1900-01-01 00:00:00"}
};

START_TEST(each_form_of_a_time_is_read)
{
	int64_t now = utc(NOW);

	zones_set("Europe/Berlin");
	assert_read(forms[_i].s, now, now, utc(forms[_i].want), ZONE_ONCE);
}
END_TEST

static const struct {
	const char *tz, *s;
	int64_t want;
} numbers[] = {
	{"UTC", "1970-01-01 00:00", 0},
	{"UTC", "1969-12-31 23:59:59", -1},
	{"UTC", "2026-11-20 17:30:15", 1795195815},
	{"UTC", "2038-01-19 03:14:07", INT64_C(2147483647)},
	{"UTC", "2038-01-19 03:14:08", INT64_C(2147483648)},
	{"UTC", "2100-02-28 23:59:59", INT64_C(4107542399)},
	{"UTC", "2100-03-01 00:00", INT64_C(4107542400)},
	{"UTC", "0000-01-01 00:00", CIVIL_MIN},
	{"UTC", "0000-02-29 00:00", CIVIL_MIN + 59 * 86400},
	{"UTC", "9999-12-31 23:59:59", CIVIL_MAX},
	{"UTC", "@-62167219200", CIVIL_MIN},
	{"UTC", "@253402300799", CIVIL_MAX},
	{"<+01>-1", "0000-01-01 01:00", CIVIL_MIN},
	{"<-05>5", "9999-12-31 18:59:59", CIVIL_MAX},
	{"Europe/Berlin", "9999-12-31T23:59:59Z", CIVIL_MAX},
	/* A leap second is the second after it, as POSIX counts. */
	{"UTC", "2016-12-31T23:59:60Z", 1483228800},
	{"UTC", "2016-12-31 23:59:60", 1483228800},
	{"UTC", "2015-06-30 23:59:60", 1435708800},
	{"Europe/Berlin", "2016-12-31T23:59:60Z", 1483228800},
	{"Europe/Berlin", "2017-01-01 00:59:60", 1483228800},
	{"Europe/Berlin", "2015-07-01 01:59:60", 1435708800},
	{NEW_YORK, "2016-12-31 18:59:60", 1483228800},
	{NEW_YORK, "2016-12-31 18:59:60-05:00", 1483228800},
	{"Asia/Kathmandu", "2017-01-01 05:44:60", 1483228800},
	{"Asia/Kathmandu", "2026-11-20 23:15", 1795195800},
	{POSIX, "2026-11-20 12:30", 1795195800},
	{POSIX, "2026-07-01 12:30", 1782923400},
	{NEW_YORK, "2100-07-01 12:30", INT64_C(4118142600)}
};

START_TEST(a_dated_time_is_seconds_since_the_epoch)
{
	zones_set(numbers[_i].tz);
	assert_read(numbers[_i].s, 0, 0, numbers[_i].want, ZONE_ONCE);
}
END_TEST

/* In Berlin, now as above, but nothing may be later than latest. */
static const struct {
	const char *s, *latest, *want;
} sessions[] = {
	{"18:30", "2026-11-18 17:00:00", "2026-11-17 17:30:00"},
	{"18:00", "2026-11-18 17:00:00", "2026-11-18 17:00:00"},
	{"18:00:01", "2026-11-18 17:00:00", "2026-11-17 17:00:01"},
	{"18:00", "2026-11-18 16:59:59", "2026-11-17 17:00:00"},
	{"0:00", "2026-11-19 23:00:00", "2026-11-19 23:00:00"},
	{"23:59", "2026-11-19 23:00:00", "2026-11-19 22:59:00"},
	{"18:30", "2026-11-21 18:00:00", "2026-11-21 17:30:00"},
	{"18:30", "2026-12-31 23:30:00", "2026-12-31 17:30:00"},
	{"0:15", "2026-12-31 23:30:00", "2026-12-31 23:15:00"},
	{"18:30", "2028-03-01 05:00:00", "2028-02-29 17:30:00"},
	{"18:30", "2027-03-01 05:00:00", "2027-02-28 17:30:00"},
	{"wed 18:00", "2026-11-18 17:00:00", "2026-11-18 17:00:00"},
	{"wed 18:01", "2026-11-18 17:00:00", "2026-11-11 17:01:00"},
	{"thu 18:00", "2026-11-18 17:00:00", "2026-11-12 17:00:00"},
	{"fri 18:30", "2026-11-18 17:00:00", "2026-11-13 17:30:00"},
	{"tue 18:30", "2026-11-18 17:00:00", "2026-11-17 17:30:00"},
	/* Local Thursday, though it is still Wednesday in UTC. */
	{"thu 0:10", "2026-11-18 23:30:00", "2026-11-18 23:10:00"},
	/* All else is taken from now. */
	{"now", "2026-11-18 17:00:00", NOW},
	{"2h", "2026-11-18 17:00:00", "2026-11-20 17:00:00"},
	{"+6h", "2026-11-18 17:00:00", "2026-11-21 01:00:00"},
	{"@0", "2026-11-18 17:00:00", "1970-01-01 00:00:00"},
	{"today 18:30", "2026-11-18 17:00:00", "2026-11-20 17:30:00"},
	{"yesterday 18:30", "2026-11-18 17:00:00", "2026-11-19 17:30:00"},
	{"2026-11-20 18:30", "2026-11-18 17:00:00", "2026-11-20 17:30:00"}
};

START_TEST(a_clock_or_a_weekday_is_not_after_latest)
{
	zones_set("Europe/Berlin");
	assert_read(sessions[_i].s, utc(NOW), utc(sessions[_i].latest),
	    utc(sessions[_i].want), ZONE_ONCE);
}
END_TEST

#define NOT_A_TIME "not a time: "
#define NO_CLOCK "a day needs a time of day"
#define NO_DATE "no such date"
#define NO_SUCH_CLOCK "no such time of day"
#define RANGE "out of range"

static const struct {
	const char *s, *why;
} refused[] = {
	{"", "empty"},

	{" ", NOT_A_TIME},
	{" now", NOT_A_TIME},
	{"now ", NOT_A_TIME},
	{"nowt", NOT_A_TIME},
	{"no", NOT_A_TIME},
	{"then", NOT_A_TIME},
	{"\xff", NOT_A_TIME},
	{"-2h", NOT_A_TIME},

	{"2", NOT_A_TIME},
	{"2hago", NOT_A_TIME},
	{" ago", NOT_A_TIME},
	{"ago", NOT_A_TIME},
	{"2 ago", NOT_A_TIME},
	{"2h ago ago", NOT_A_TIME},
	{"2h  ago", NOT_A_TIME},
	{"18:30 ago", NOT_A_TIME},
	{"+2h ago", NOT_A_TIME},
	{"6h1d", NOT_A_TIME},
	{"1d1d", NOT_A_TIME},
	{"2y", NOT_A_TIME},
	{"1.5h", NOT_A_TIME},
	{"9999999999s", NOT_A_TIME},
	{"999999999d", RANGE},
	{"+", NOT_A_TIME},
	{"++6h", NOT_A_TIME},
	{"+-6h", NOT_A_TIME},
	{"+ 6h", NOT_A_TIME},
	{"+6", NOT_A_TIME},
	{"+18:30", NOT_A_TIME},
	{"+6hx", NOT_A_TIME},
	{"+999999999d", RANGE},

	{"@", NOT_A_TIME},
	{"@-", NOT_A_TIME},
	{"@--1", NOT_A_TIME},
	{"@+1", NOT_A_TIME},
	{"@ 1", NOT_A_TIME},
	{"@1x", NOT_A_TIME},
	{"@1.5", NOT_A_TIME},
	{"@0x10", NOT_A_TIME},
	{"@now", NOT_A_TIME},
	{"@253402300800", RANGE},
	{"@-62167219201", RANGE},
	{"@2534023007990", RANGE},
	{"@99999999999999999999999999999999", RANGE},
	{"@-99999999999999999999999999999999", RANGE},
	{"@99999999999999999999999999999999x", NOT_A_TIME},

	{"18", NOT_A_TIME},
	{"18:", NOT_A_TIME},
	{"18:3", NOT_A_TIME},
	{"18:300", NOT_A_TIME},
	{"18:30:", NOT_A_TIME},
	{"18:30:1", NOT_A_TIME},
	{"18:30:155", NOT_A_TIME},
	{"18:30:15:00", NOT_A_TIME},
	{"18:30x", NOT_A_TIME},
	{"18:30 ", NOT_A_TIME},
	{"18:30Z", NOT_A_TIME},
	{"18:30+01:00", NOT_A_TIME},
	{"18.3", NOT_A_TIME},
	{"18.300", NOT_A_TIME},
	{"18.30.15", NOT_A_TIME},
	{"18.30:15", NOT_A_TIME},
	{"18,30", NOT_A_TIME},
	{"20.11.2026", NOT_A_TIME},
	{"24.00", NO_SUCH_CLOCK},
	{"18.60", NO_SUCH_CLOCK},
	{"6 ", NOT_A_TIME},
	{"6p", NOT_A_TIME},
	{"6  pm", NOT_A_TIME},
	{"6pm ", NOT_A_TIME},
	{"6pmx", NOT_A_TIME},
	{"6p.m", NOT_A_TIME},
	{"6pm.", NOT_A_TIME},
	{"6:3pm", NOT_A_TIME},
	{"6:pm", NOT_A_TIME},
	{"pm", NOT_A_TIME},
	{"18:30pm", NO_SUCH_CLOCK},
	{"0pm", NO_SUCH_CLOCK},
	{"13am", NO_SUCH_CLOCK},
	{"6:60 pm", NO_SUCH_CLOCK},
	{"100pm", NOT_A_TIME},
	{"noonish", NOT_A_TIME},
	{"noon ", NOT_A_TIME},
	{"noon pm", NOT_A_TIME},
	{"12 noon", NOT_A_TIME},
	{"midnigh", NOT_A_TIME},
	{"18h30", NOT_A_TIME},
	{"1830", NOT_A_TIME},
	{"118:30", NOT_A_TIME},
	{":30", NOT_A_TIME},
	{"8:5", NOT_A_TIME},
	{"1x:30", NOT_A_TIME},
	{"24:00", NO_SUCH_CLOCK},
	{"25:00", NO_SUCH_CLOCK},
	{"18:60", NO_SUCH_CLOCK},
	{"18:30:60", NO_SUCH_CLOCK},
	{"23:59:60", NO_SUCH_CLOCK},

	{"today", NO_CLOCK},
	{"yesterday", NO_CLOCK},
	{"Monday", NO_CLOCK},
	{"fri", NO_CLOCK},
	{"2026-11-20", NO_CLOCK},

	{"today ", NOT_A_TIME},
	{"today  18:30", NOT_A_TIME},
	{"today\t18:30", NOT_A_TIME},
	{"today 18:30 ", NOT_A_TIME},
	{"today 18:30Z", NOT_A_TIME},
	{"today 2h", NOT_A_TIME},
	{"today x:30", NOT_A_TIME},
	{"today :30", NOT_A_TIME},
	{"today 1", NOT_A_TIME},
	{"today 18", NOT_A_TIME},
	{"today 18.3", NOT_A_TIME},
	{"today 6", NOT_A_TIME},
	{"today 19 pm", NO_SUCH_CLOCK},
	{"noon today", NOT_A_TIME},
	{"today today 18:30", NOT_A_TIME},
	{"todayish 18:30", NOT_A_TIME},
	{"toda 18:30", NOT_A_TIME},
	{"xoday 18:30", NOT_A_TIME},
	{"xonday 18:30", NOT_A_TIME},
	{"tomorrow 18:30", NOT_A_TIME},
	{"yesterday 25:00", NO_SUCH_CLOCK},
	{"yesterday 18:60", NO_SUCH_CLOCK},
	{"mon 24:00", NO_SUCH_CLOCK},
	{"mon 18:30:60", NO_SUCH_CLOCK},
	{"mo 18:30", NOT_A_TIME},
	{"mox 18:30", NOT_A_TIME},
	{"mxn 18:30", NOT_A_TIME},
	{"xon 18:30", NOT_A_TIME},
	{"mond 18:30", NOT_A_TIME},
	{"mondays 18:30", NOT_A_TIME},
	{"mon, 18:30", NOT_A_TIME},
	{"mon18:30", NOT_A_TIME},
	{"monT18:30", NOT_A_TIME},
	{"last mon 18:30", NOT_A_TIME},

	{"2026-02-30", NO_DATE},
	{"2026-02-30 18:30", NO_DATE},
	{"2026-02-29 18:30", NO_DATE},
	{"2100-02-29 18:30", NO_DATE},
	{"2026-13-01 18:30", NO_DATE},
	{"2026-00-01 18:30", NO_DATE},
	{"2026-11-31 18:30", NO_DATE},
	{"2026-11-00 18:30", NO_DATE},
	{"2026-11-20 24:00", NO_SUCH_CLOCK},
	{"2026-11-20 25:00", NO_SUCH_CLOCK},
	{"2026-11-20 18:60", NO_SUCH_CLOCK},
	{"2026-11-20 18:30:60", NO_SUCH_CLOCK},
	{"2026-11-20 18:30:61", NO_SUCH_CLOCK},
	{"2026-11-20 18:30:60Z", NO_SUCH_CLOCK},
	{"2016-12-30T23:59:60Z", NO_SUCH_CLOCK},
	{"2016-12-31T23:59:61Z", NO_SUCH_CLOCK},
	{"2016-12-31T23:58:60Z", NO_SUCH_CLOCK},
	{"2016-12-31T22:59:60Z", NO_SUCH_CLOCK},
	/* In Berlin that was an hour before the leap second. */
	{"2016-12-31 23:59:60", NO_SUCH_CLOCK},
	{"2016-12-31 25:59:60", NO_SUCH_CLOCK},
	{"2016-12-31T23:59:60", NO_SUCH_CLOCK},
	{"2026-11-20 ", NOT_A_TIME},
	{"2026-11-20  18:30", NOT_A_TIME},
	{"2026-11-20_18:30", NOT_A_TIME},
	{"2026-11-2018:30", NOT_A_TIME},
	{"2026-11-20Z", NOT_A_TIME},
	{"2026-11-20 18", NOT_A_TIME},
	{"2026-11-20 :30", NOT_A_TIME},
	{"2026-11-20 18:3", NOT_A_TIME},
	{"2026-11-20 18:30:1", NOT_A_TIME},
	{"2026-11-20 18:30 Z", NOT_A_TIME},
	{"2026-11-20 18:30Zx", NOT_A_TIME},
	{"2026-11-20 18:30+1", NOT_A_TIME},
	{"2026-11-20 18:30+0100", NOT_A_TIME},
	{"2026-11-20 18:30+24:00", NOT_A_TIME},
	{"2026-11-20 18:30 CET", NOT_A_TIME},
	{"2026-11-20 18:30:15.5Z", NOT_A_TIME},
	{"2026-11-20 now", NOT_A_TIME},
	{"2026-1-20 18:30", NOT_A_TIME},
	{"2026-11-2 18:30", NOT_A_TIME},
	{"2026/11/20 18:30", NOT_A_TIME},
	{"2026-11", NOT_A_TIME},
	{"2026", NOT_A_TIME},
	{"2026-", NOT_A_TIME},
	{"26-11-20 18:30", NOT_A_TIME},
	{"10000-01-01 00:00", NOT_A_TIME},
	{"12-1-2026 18:30", NOT_A_TIME},
	{"0000-01-01 00:00+00:01", RANGE},
	{"9999-12-31 23:59:59-00:01", RANGE},
	{"9999-12-31 23:59:60Z", RANGE}
};

START_TEST(what_is_no_time_is_refused_with_the_reason)
{
	int64_t now = utc(NOW);
	const char *errstr = NULL, *s = refused[_i].s;
	struct text text;
	struct when w;
	char why[160];

	zones_set("Europe/Berlin");
	ck_assert_msg(when_parse(s, now, now, &w, &errstr) == -1,
	    "\"%s\" is taken as %jd", s, (intmax_t)w.t);
	text_init(&text, why, sizeof(why));
	when_error(&text, &w, errstr);
	ck_assert_msg(strncmp(why, refused[_i].why, strlen(refused[_i].why)) ==
	    0, "\"%s\": %s", s, why);
	ck_assert_msg(strcmp(why, errstr) == 0, "\"%s\": %s", s, why);
	ck_assert_msg(w.fit == ZONE_ONCE, "\"%s\": fit %d", s, (int)w.fit);
	ck_assert(!text.cut);
}
END_TEST

START_TEST(local_years_that_are_not_0_to_9999_in_UTC_are_refused)
{
	static const struct {
		const char *tz, *s;
	} edges[] = {
		{"<+01>-1", "0000-01-01 00:59:59"},
		{"<-05>5", "9999-12-31 19:00"}
	};
	const char *errstr = NULL;
	struct when w;

	for (int i = 0; i < ROWS(edges); i++) {
		zones_set(edges[i].tz);
		ck_assert_int_eq(when_parse(edges[i].s, 0, 0, &w, &errstr),
		    -1);
		ck_assert_msg(strncmp(errstr, RANGE, strlen(RANGE)) == 0,
		    "%s", errstr);
	}
}
END_TEST

#define SKIPPED(day) "that time did not exist on " day " (clocks went forward)"
#define BERLIN_SKIPPED SKIPPED("Sun 29 Mar")

/* Where the clocks were changed: now is UTC, want too, NULL where skipped. */
static const struct {
	const char *tz, *now, *s, *want;
	enum zone_fit fit;
	const char *why;
} changes[] = {
	/* Berlin, forward: 02:00 to 03:00 on 2026-03-29 at 01:00 UTC */
	{"Europe/Berlin", NOW, "2026-03-29 01:59:59", "2026-03-29 00:59:59",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", NOW, "2026-03-29 02:00", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", NOW, "2026-03-29T02:30:15", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", NOW, "2026-03-29 02:59:59", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", NOW, "2026-03-29 02:59:60", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", NOW, "2026-03-29 03:00", "2026-03-29 01:00:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", NOW, "2026-03-29 02:30Z", "2026-03-29 02:30:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", NOW, "2026-03-29 02:30+01:00", "2026-03-29 01:30:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-03-29 10:00:00", "02:30", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-03-29 10:00:00", "today 02:30", NULL,
	    ZONE_SKIPPED, BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-03-29 10:00:00", "sun 02:30", NULL,
	    ZONE_SKIPPED, BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-03-30 10:00:00", "yesterday 02:30", NULL,
	    ZONE_SKIPPED, BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-04-01 10:00:00", "sun 02:30", NULL,
	    ZONE_SKIPPED, BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-03-29 10:00:00", "2:30 am", NULL,
	    ZONE_SKIPPED, BERLIN_SKIPPED},
	{"America/Sao_Paulo", "2018-11-04 12:00:00", "midnight", NULL,
	    ZONE_SKIPPED, SKIPPED("Sun 4 Nov")},
	{"America/Sao_Paulo", "2018-11-04 12:00:00", "noon",
	    "2018-11-03 15:00:00", ZONE_ONCE, NULL},
	/* before, at and after the hour that is missing */
	{"Europe/Berlin", "2026-03-29 00:30:00", "02:30",
	    "2026-03-28 01:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-03-29 00:59:59", "02:30",
	    "2026-03-28 01:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-03-29 01:00:00", "02:30", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-03-29 00:30:00", "sun 02:30",
	    "2026-03-22 01:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-03-30 00:10:00", "02:30", NULL, ZONE_SKIPPED,
	    BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-03-30 00:30:00", "02:30",
	    "2026-03-30 00:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-04-05 00:00:00", "sun 02:30", NULL,
	    ZONE_SKIPPED, BERLIN_SKIPPED},
	{"Europe/Berlin", "2026-04-05 09:00:00", "sun 02:30",
	    "2026-04-05 00:30:00", ZONE_ONCE, NULL},
	/* a day of the calendar was 23 hours; 1d is 24 */
	{"Europe/Berlin", "2026-03-29 16:30:00", "yesterday 18:30",
	    "2026-03-28 17:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-03-29 16:30:00", "1d", "2026-03-28 16:30:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-03-28 20:00:00", "+6h", "2026-03-29 02:00:00",
	    ZONE_ONCE, NULL},

	/* Berlin, back: 03:00 to 02:00 on 2026-10-25 at 01:00 UTC */
	{"Europe/Berlin", NOW, "2026-10-25 01:59:59", "2026-10-24 23:59:59",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", NOW, "2026-10-25 02:00", "2026-10-25 00:00:00",
	    ZONE_TWICE, NULL},
	{"Europe/Berlin", NOW, "2026-10-25 02:59:59", "2026-10-25 00:59:59",
	    ZONE_TWICE, NULL},
	{"Europe/Berlin", NOW, "2026-10-25 03:00", "2026-10-25 02:00:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", NOW, "2026-10-25 02:30+02:00", "2026-10-25 00:30:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", NOW, "2026-10-25 02:30+01:00", "2026-10-25 01:30:00",
	    ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-10-25 12:00:00", "02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-25 12:00:00", "today 02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-26 12:00:00", "yesterday 02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-28 12:00:00", "sun 02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	/* before it, between the two, and after both */
	{"Europe/Berlin", "2026-10-25 00:15:00", "02:30",
	    "2026-10-24 00:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-10-25 00:15:00", "sun 02:30",
	    "2026-10-18 00:30:00", ZONE_ONCE, NULL},
	{"Europe/Berlin", "2026-10-25 00:30:00", "02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-25 01:15:00", "02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-25 01:15:00", "02:10",
	    "2026-10-25 00:10:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-26 00:30:00", "02:30",
	    "2026-10-25 00:30:00", ZONE_TWICE, NULL},
	{"Europe/Berlin", "2026-10-26 01:30:00", "02:30",
	    "2026-10-26 01:30:00", ZONE_ONCE, NULL},

	/* New York, by name and by rule */
	{NEW_YORK, NOW, "2026-03-08 02:30", NULL, ZONE_SKIPPED,
	    SKIPPED("Sun 8 Mar")},
	{NEW_YORK, NOW, "2026-03-08 03:00", "2026-03-08 07:00:00", ZONE_ONCE,
	    NULL},
	{NEW_YORK, NOW, "2026-11-01 00:59:59", "2026-11-01 04:59:59",
	    ZONE_ONCE, NULL},
	{NEW_YORK, NOW, "2026-11-01 01:30", "2026-11-01 05:30:00", ZONE_TWICE,
	    NULL},
	{NEW_YORK, NOW, "2026-11-01 02:00", "2026-11-01 07:00:00", ZONE_ONCE,
	    NULL},
	{POSIX, NOW, "2026-03-08 02:30", NULL, ZONE_SKIPPED,
	    SKIPPED("Sun 8 Mar")},
	{POSIX, NOW, "2026-11-01 01:30", "2026-11-01 05:30:00", ZONE_TWICE,
	    NULL},
	{POSIX, NOW, "2100-03-14 02:30", NULL, ZONE_SKIPPED,
	    SKIPPED("Sun 14 Mar")},

	/* Lord Howe, by half an hour */
	{LORD_HOWE, NOW, "2026-04-05 01:29:59", "2026-04-04 14:29:59",
	    ZONE_ONCE, NULL},
	{LORD_HOWE, NOW, "2026-04-05 01:30", "2026-04-04 14:30:00", ZONE_TWICE,
	    NULL},
	{LORD_HOWE, NOW, "2026-04-05 01:59:59", "2026-04-04 14:59:59",
	    ZONE_TWICE, NULL},
	{LORD_HOWE, NOW, "2026-04-05 02:00", "2026-04-04 15:30:00", ZONE_ONCE,
	    NULL},
	{LORD_HOWE, NOW, "2026-10-04 01:59:59", "2026-10-03 15:29:59",
	    ZONE_ONCE, NULL},
	{LORD_HOWE, NOW, "2026-10-04 02:00", NULL, ZONE_SKIPPED,
	    SKIPPED("Sun 4 Oct")},
	{LORD_HOWE, NOW, "2026-10-04 02:29:59", NULL, ZONE_SKIPPED,
	    SKIPPED("Sun 4 Oct")},
	{LORD_HOWE, NOW, "2026-10-04 02:30", "2026-10-03 15:30:00", ZONE_ONCE,
	    NULL},

	/* Kathmandu, once, by a quarter of an hour */
	{"Asia/Kathmandu", NOW, "1985-12-31 23:59:59", "1985-12-31 18:29:59",
	    ZONE_ONCE, NULL},
	{"Asia/Kathmandu", NOW, "1986-01-01 00:14:59", NULL, ZONE_SKIPPED,
	    SKIPPED("Wed 1 Jan")},
	{"Asia/Kathmandu", NOW, "1986-01-01 00:15", "1985-12-31 18:30:00",
	    ZONE_ONCE, NULL},

	/* Apia, by a day */
	{APIA, NOW, "2011-12-29 23:59:59", "2011-12-30 09:59:59", ZONE_ONCE,
	    NULL},
	{APIA, NOW, "2011-12-30 00:00", NULL, ZONE_SKIPPED,
	    SKIPPED("Fri 30 Dec")},
	{APIA, NOW, "2011-12-30 23:59:59", NULL, ZONE_SKIPPED,
	    SKIPPED("Fri 30 Dec")},
	{APIA, NOW, "2011-12-31 00:00", "2011-12-30 10:00:00", ZONE_ONCE,
	    NULL},
	{APIA, NOW, "2011-12-30 12:00Z", "2011-12-30 12:00:00", ZONE_ONCE,
	    NULL},
	{APIA, "2011-12-30 20:00:00", "9:00", "2011-12-30 19:00:00",
	    ZONE_ONCE, NULL},
	{APIA, "2011-12-30 20:00:00", "11:00", NULL, ZONE_SKIPPED,
	    SKIPPED("Fri 30 Dec")},
	{APIA, "2011-12-30 20:00:00", "yesterday 9:00", NULL, ZONE_SKIPPED,
	    SKIPPED("Fri 30 Dec")},
	{APIA, "2011-12-30 20:00:00", "fri 9:00", NULL, ZONE_SKIPPED,
	    SKIPPED("Fri 30 Dec")},
	{APIA, "2011-12-30 20:00:00", "thu 9:00", "2011-12-29 19:00:00",
	    ZONE_ONCE, NULL},
	{APIA, "2011-12-30 20:00:00", "24h", "2011-12-29 20:00:00", ZONE_ONCE,
	    NULL}
};

static void
assert_skipped(const char *s, int64_t now, const char *want)
{
	const char *errstr = NULL;
	struct text text;
	struct when w;
	char why[96];

	ck_assert_msg(when_parse(s, now, now, &w, &errstr) == -1,
	    "%s is taken as %jd", s, (intmax_t)w.t);
	ck_assert_int_eq(w.fit, ZONE_SKIPPED);
	text_init(&text, why, sizeof(why));
	when_error(&text, &w, errstr);
	ck_assert_str_eq(why, want);
}

START_TEST(skipped_times_are_refused_and_repeated_ones_are_the_earlier)
{
	int64_t now = utc(changes[_i].now);

	zones_set(changes[_i].tz);
	if (changes[_i].want == NULL)
		assert_skipped(changes[_i].s, now, changes[_i].why);
	else
		assert_read(changes[_i].s, now, now, utc(changes[_i].want),
		    changes[_i].fit);
}
END_TEST

static const struct {
	const char *arg;
	bool local;
} locals[] = {
	{"18:30", true},
	{"today 18:30", true},
	{"yesterday 18:30", true},
	{"mon 18:30", true},
	{"2026-11-20 18:30", true},
	{"2026-11-20T18:30:15", true},
	{"2026-11-20 18:30Z", false},
	{"2026-11-20T18:30+01:00", false},
	{"now", false},
	{"2h", false},
	{"+2h", false},
	{"@0", false}
};

START_TEST(what_depends_on_the_zone_says_so)
{
	const char *errstr;
	struct when w = {.local = !locals[_i].local};

	zones_set("Europe/Berlin");
	ck_assert_int_eq(when_parse(locals[_i].arg, 1795201200, 1795201200,
	    &w, &errstr), 0);
	ck_assert(w.local == locals[_i].local);
}
END_TEST

START_TEST(what_was_asked_for_is_kept_where_it_was_repeated)
{
	const char *errstr;
	struct when w;

	zones_set("Europe/Berlin");
	ck_assert_int_eq(when_parse("2026-10-25 02:30:15", 0, 0, &w, &errstr),
	    0);
	ck_assert_int_eq(w.fit, ZONE_TWICE);
	ck_assert_int_eq(w.civil.year, 2026);
	ck_assert_int_eq(w.civil.month, 10);
	ck_assert_int_eq(w.civil.day, 25);
	ck_assert_int_eq(w.civil.hour, 2);
	ck_assert_int_eq(w.civil.minute, 30);
	ck_assert_int_eq(w.civil.second, 15);
}
END_TEST

static const struct {
	const char *tz, *t, *now, *text, *zoned, *brief;
} told[] = {
	{"Europe/Berlin", "2026-11-20 17:30:00", NOW,
	    "Fri 20 Nov 18:30", "Fri 20 Nov 18:30 CET", "18:30"},
	{"Europe/Berlin", "2026-11-20 17:30:59", NOW,
	    "Fri 20 Nov 18:30", "Fri 20 Nov 18:30 CET", "18:30"},
	{"Europe/Berlin", "2026-11-20 04:05:00", NOW,
	    "Fri 20 Nov 05:05", "Fri 20 Nov 05:05 CET", "05:05"},
	/* one local day, from midnight to midnight */
	{"Europe/Berlin", "2026-11-19 23:00:00", NOW,
	    "Fri 20 Nov 00:00", "Fri 20 Nov 00:00 CET", "00:00"},
	{"Europe/Berlin", "2026-11-20 22:59:59", NOW,
	    "Fri 20 Nov 23:59", "Fri 20 Nov 23:59 CET", "23:59"},
	{"Europe/Berlin", "2026-11-19 22:59:59", NOW,
	    "Thu 19 Nov 23:59", "Thu 19 Nov 23:59 CET", "Thu 19 Nov 23:59"},
	{"Europe/Berlin", "2026-11-20 23:00:00", NOW,
	    "Sat 21 Nov 00:00", "Sat 21 Nov 00:00 CET", "Sat 21 Nov 00:00"},
	/* the same day of another month or year */
	{"Europe/Berlin", "2026-10-20 16:30:00", NOW,
	    "Tue 20 Oct 18:30", "Tue 20 Oct 18:30 CEST", "Tue 20 Oct 18:30"},
	{"Europe/Berlin", "2025-11-20 17:30:00", NOW, "Thu 20 Nov 2025 18:30",
	    "Thu 20 Nov 2025 18:30 CET", "Thu 20 Nov 2025 18:30"},
	/* one so near that it goes without */
	{"Europe/Berlin", "2027-01-01 08:00:00", NOW, "Fri 1 Jan 09:00",
	    "Fri 1 Jan 09:00 CET", "Fri 1 Jan 09:00"},
	{"UTC", "2027-05-21 17:30:00", "2026-11-20 17:30:00",
	    "Fri 21 May 17:30", "Fri 21 May 17:30 UTC", "Fri 21 May 17:30"},
	{"UTC", "2027-05-21 17:30:01", "2026-11-20 17:30:00",
	    "Fri 21 May 2027 17:30", "Fri 21 May 2027 17:30 UTC",
	    "Fri 21 May 2027 17:30"},
	{"UTC", "2025-12-30 12:00:00", "2026-06-30 12:00:00",
	    "Tue 30 Dec 12:00", "Tue 30 Dec 12:00 UTC", "Tue 30 Dec 12:00"},
	{"UTC", "2025-12-30 11:59:59", "2026-06-30 12:00:00",
	    "Tue 30 Dec 2025 11:59", "Tue 30 Dec 2025 11:59 UTC",
	    "Tue 30 Dec 2025 11:59"},
	/* a local year that UTC has not reached */
	{"Europe/Berlin", "2027-12-31 23:30:00", NOW, "Sat 1 Jan 2028 00:30",
	    "Sat 1 Jan 2028 00:30 CET", "Sat 1 Jan 2028 00:30"},
	{"Europe/Berlin", "2026-03-29 01:00:00", NOW,
	    "Sun 29 Mar 03:00", "Sun 29 Mar 03:00 CEST", "Sun 29 Mar 03:00"},
	/* one wall time, twice: the zone tells them apart */
	{"Europe/Berlin", "2026-10-25 00:30:00", NOW,
	    "Sun 25 Oct 02:30", "Sun 25 Oct 02:30 CEST", "Sun 25 Oct 02:30"},
	{"Europe/Berlin", "2026-10-25 01:30:00", NOW,
	    "Sun 25 Oct 02:30", "Sun 25 Oct 02:30 CET", "Sun 25 Oct 02:30"},
	{"Asia/Kathmandu", "2026-11-20 17:30:00", NOW,
	    "Fri 20 Nov 23:15", "Fri 20 Nov 23:15 +0545", "Fri 20 Nov 23:15"},
	{POSIX, "2026-11-20 17:30:00", NOW,
	    "Fri 20 Nov 12:30", "Fri 20 Nov 12:30 EST", "12:30"},
	{"UTC", "0000-01-01 00:00:00", NOW, "Sat 1 Jan 0000 00:00",
	    "Sat 1 Jan 0000 00:00 UTC", "Sat 1 Jan 0000 00:00"},
	{"UTC", "9999-12-31 23:59:59", NOW, "Fri 31 Dec 9999 23:59",
	    "Fri 31 Dec 9999 23:59 UTC", "Fri 31 Dec 9999 23:59"}
};

START_TEST(a_time_is_told_as_the_wall_shows_it)
{
	int64_t t = utc(told[_i].t), now = utc(told[_i].now);
	struct when_shown shown;

	zones_set(told[_i].tz);
	shown = when(t, now);
	ck_assert_str_eq(shown.s, told[_i].text);
	shown = when_zone(t, now);
	ck_assert_str_eq(shown.s, told[_i].zoned);
	shown = when_short(t, now);
	ck_assert_str_eq(shown.s, told[_i].brief);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("when");
	TCase *parse = tcase_create("parse"), *text = tcase_create("text");

	TABLE_ADD(parse, each_form_of_a_time_is_read, forms);
	TABLE_ADD(parse, a_dated_time_is_seconds_since_the_epoch, numbers);
	TABLE_ADD(parse, a_clock_or_a_weekday_is_not_after_latest, sessions);
	TABLE_ADD(parse, what_is_no_time_is_refused_with_the_reason, refused);
	tcase_add_test(parse,
	    local_years_that_are_not_0_to_9999_in_UTC_are_refused);
	TABLE_ADD(parse,
	    skipped_times_are_refused_and_repeated_ones_are_the_earlier,
	    changes);
	tcase_add_test(parse,
	    what_was_asked_for_is_kept_where_it_was_repeated);
	TABLE_ADD(parse, what_depends_on_the_zone_says_so, locals);
	suite_add_tcase(suite, parse);

	TABLE_ADD(text, a_time_is_told_as_the_wall_shows_it, told);
	suite_add_tcase(suite, text);
	return suite;
}
