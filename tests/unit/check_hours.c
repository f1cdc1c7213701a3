/* Waking hours: their forms, and the next moment within them. */
#include "suite.h"

#include "../../src/core/time/hours.h"
#include "../../src/core/time/span.h"
#include "../../src/core/time/zone.h"
#include "dice.h"
#include "table.h"
#include "zones.h"

static struct dice dice;

/* What the clock on the wall has to show; of two such times the earlier. */
static int64_t
wall(int year, int month, int day, int hour, int minute, int second)
{
	struct civil c = {year, month, day, hour, minute, second};
	int64_t t = 0;

	ck_assert_int_ne(zone_resolve(&c, &t), ZONE_SKIPPED);
	return t;
}

static const struct form {
	const char *text;
	int from, to;	/* minutes; -1: refused */
} forms[] = {
	{"7-22", 7 * 60, 22 * 60},
	{"07-22", 7 * 60, 22 * 60},
	{"07:00-22:30", 7 * 60, 22 * 60 + 30},
	{"7:00-22:30", 7 * 60, 22 * 60 + 30},
	{"7:05-8", 7 * 60 + 5, 8 * 60},
	{"20-4", 20 * 60, 4 * 60},
	{"23:59-0:01", 23 * 60 + 59, 1},
	{"0-24", 0, 1440},
	{"00:00-24:00", 0, 1440},
	{"0-1", 0, 60},
	{"22-0", 22 * 60, 1440},
	{"22-24", 22 * 60, 1440},
	{"24-7", 0, 7 * 60},
	{"24-0", 0, 1440},
	{"", -1, 0},
	{"7", -1, 0},
	{"7-", -1, 0},
	{"-22", -1, 0},
	{"7 - 22", -1, 0},
	{"7_22", -1, 0},
	{"7:00:22", -1, 0},
	{" 7-22", -1, 0},
	{"7-22 ", -1, 0},
	{"7-22-23", -1, 0},
	{"7-25", -1, 0},
	{"25-7", -1, 0},
	{"7-24:01", -1, 0},
	{"7-22:60", -1, 0},
	{"7-22:5", -1, 0},
	{"7:-22", -1, 0},
	{"007-22", -1, 0},
	{"7-022", -1, 0},
	{"+7-22", -1, 0},
	{"seven-ten", -1, 0},
	{"7\xe2\x80\x93" "22", -1, 0},
	{"7-7", -1, 0},
	{"0-0", -1, 0},
	{"24-24", -1, 0},
	{"07:30-7:30", -1, 0},
};

START_TEST(each_form_is_read_or_refused)
{
	const struct form *f = &forms[_i];
	const char *errstr = NULL;
	struct hours h;
	int ret = hours_parse(f->text, &h, &errstr);

	if (f->from == -1) {
		ck_assert_msg(ret == -1, "\"%s\" was read", f->text);
		ck_assert_ptr_nonnull(errstr);
		return;
	}
	ck_assert_msg(ret == 0, "\"%s\": %s", f->text, errstr);
	ck_assert_int_eq(h.from, f->from);
	ck_assert_int_eq(h.to, f->to);
}
END_TEST

static const struct contained {
	struct hours hours;
	int hour, minute, second;
	bool within;
} contained[] = {
	{{420, 1320}, 6, 59, 59, false},
	{{420, 1320}, 7, 0, 0, true},
	{{420, 1320}, 21, 59, 59, true},
	{{420, 1320}, 22, 0, 0, false},
	{{1200, 240}, 19, 59, 59, false},
	{{1200, 240}, 20, 0, 0, true},
	{{1200, 240}, 23, 59, 59, true},
	{{1200, 240}, 0, 0, 0, true},
	{{1200, 240}, 3, 59, 59, true},
	{{1200, 240}, 4, 0, 0, false},
	{{1200, 240}, 12, 0, 0, false},
	{{0, 1440}, 0, 0, 0, true},
	{{0, 1440}, 23, 59, 59, true},
	{{0, 60}, 0, 0, 0, true},
	{{0, 60}, 1, 0, 0, false},
};

START_TEST(hours_hold_their_first_second_and_not_their_end)
{
	const struct contained *c = &contained[_i];

	zones_set("Europe/Berlin");
	ck_assert_int_eq(hours_contain(&c->hours, wall(2026, 11, 20, c->hour,
	    c->minute, c->second)), c->within);
}
END_TEST

static const struct next {
	const char *zone;
	struct hours hours;
	int from[6], to[6];
} nexts[] = {
	/* within them: at once, to the second */
	{"UTC", {420, 1320}, {2026, 11, 20, 9, 0, 1},
	    {2026, 11, 20, 9, 0, 1}},
	{"UTC", {420, 1320}, {2026, 11, 20, 22, 0, 1},
	    {2026, 11, 21, 7, 0, 0}},
	{"UTC", {420, 1320}, {2026, 11, 20, 6, 59, 59},
	    {2026, 11, 20, 7, 0, 0}},
	{"UTC", {1200, 240}, {2026, 11, 20, 4, 0, 0},
	    {2026, 11, 20, 20, 0, 0}},
	/* Berlin springs forward on 29 March 2026, 02:00 */
	{"Europe/Berlin", {420, 1320}, {2026, 3, 28, 23, 0, 0},
	    {2026, 3, 29, 7, 0, 0}},
	{"Europe/Berlin", {150, 240}, {2026, 3, 29, 0, 0, 0},
	    {2026, 3, 29, 3, 0, 0}},
	{"Europe/Berlin", {420, 450}, {2026, 3, 28, 22, 0, 0},
	    {2026, 3, 29, 7, 0, 0}},
	/* hours that the change skips: the next day's */
	{"Europe/Berlin", {120, 180}, {2026, 3, 29, 0, 0, 0},
	    {2026, 3, 30, 2, 0, 0}},
	/* and falls back on 25 October, 03:00 */
	{"Europe/Berlin", {420, 1320}, {2026, 10, 24, 23, 0, 0},
	    {2026, 10, 25, 7, 0, 0}},
	/* Lord Howe moves by half an hour: 5 April and 4 October, 02:00 */
	{"Australia/Lord_Howe", {420, 1320}, {2026, 4, 4, 23, 0, 0},
	    {2026, 4, 5, 7, 0, 0}},
	{"Australia/Lord_Howe", {420, 430}, {2026, 10, 3, 23, 0, 0},
	    {2026, 10, 4, 7, 0, 0}},
	{"Australia/Lord_Howe", {120, 180}, {2026, 10, 4, 1, 0, 0},
	    {2026, 10, 4, 2, 30, 0}},
};

START_TEST(the_next_moment_within_them)
{
	const struct next *n = &nexts[_i];
	const int *f = n->from, *t = n->to;

	zones_set(n->zone);
	ck_assert_int_eq(hours_next(&n->hours,
	    wall(f[0], f[1], f[2], f[3], f[4], f[5])),
	    wall(t[0], t[1], t[2], t[3], t[4], t[5]));
}
END_TEST

START_TEST(an_hour_that_comes_twice_is_within_twice)
{
	const struct hours h = {150, 165};	/* 02:30 to 02:45 */
	int64_t first;

	zones_set("Europe/Berlin");
	first = wall(2026, 10, 25, 2, 30, 0);
	ck_assert_int_eq(hours_next(&h, first + 15 * SPAN_MINUTE),
	    first + SPAN_HOUR);
}
END_TEST

static const struct fit {
	struct hours hours;
	int minutes;
	int from[3];	/* hour, minute, second of 20 November 2026 */
	int to[3];	/* day, hour, minute */
} fits[] = {
	{{420, 1320}, 15, {6, 0}, {20, 7, 0}},
	{{420, 1320}, 15, {21, 45}, {20, 21, 45}},
	{{420, 1320}, 15, {21, 45, 1}, {21, 7, 0}},
	{{420, 1320}, 15, {21, 45, 30}, {21, 7, 0}},
	{{420, 1320}, 15, {21, 46}, {21, 7, 0}},
	{{1200, 240}, 20, {3, 40}, {20, 3, 40}},
	{{1200, 240}, 20, {3, 41}, {20, 20, 0}},
	{{1200, 240}, 20, {23, 50}, {20, 23, 50}},
	{{0, 1440}, 60, {23, 30}, {20, 23, 30}},
	/* just long enough */
	{{420, 435}, 15, {0, 0}, {20, 7, 0}},
	{{420, 435}, 15, {7, 0, 30}, {21, 7, 0}},
	{{420, 435}, 15, {7, 1}, {21, 7, 0}},
	/* too short to hold it: it begins them */
	{{420, 430}, 15, {0, 0}, {20, 7, 0}},
	{{420, 430}, 15, {7, 0}, {20, 7, 0}},
	{{420, 430}, 15, {7, 1}, {21, 7, 0}},
	/* a break that is shorter than the pack */
	{{490, 480}, 15, {7, 45}, {20, 7, 45}},
	{{490, 480}, 15, {7, 46}, {20, 8, 10}},
	{{490, 480}, 15, {7, 58}, {20, 8, 10}},
};

START_TEST(a_pack_is_over_within_them)
{
	const struct fit *f = &fits[_i];

	zones_set("Europe/Berlin");
	ck_assert_int_eq(hours_next_fit(&f->hours, wall(2026, 11, 20,
	    f->from[0], f->from[1], f->from[2]), f->minutes * SPAN_MINUTE),
	    wall(2026, 11, f->to[0], f->to[1], f->to[2], 0));
}
END_TEST

/* Minute by minute, as slow and as plain as can be. */
static int64_t
plain_next(const struct hours *h, int64_t t)
{
	if (hours_contain(h, t))
		return t;
	t -= zone_local(t).second;
	while (!hours_contain(h, t))
		t += SPAN_MINUTE;
	return t;
}

/* One in three is under an hour and a half, as a clock change can skip. */
static struct hours
random_hours(struct dice *d)
{
	struct hours h;

	do {
		h.from = (int)dice_between(d, 0, 1439);
		h.to = (int)dice_between(d, 1, 1440);
		if (dice_between(d, 1, 3) == 1)
			h.to = (h.from + (int)dice_between(d, 1, 90)) % 1440;
	} while (h.to == 0 || h.to == h.from);
	return h;
}

static const struct change {
	const char *zone;
	int64_t at;	/* when the clocks change, or any time */
} changes[] = {
	{"Europe/Berlin", 1774746000},
	{"Europe/Berlin", 1792890000},
	{"Australia/Lord_Howe", 1775314800},
	{"Australia/Lord_Howe", 1791041400},
	{"Asia/Kathmandu", 1795195800},
};

START_TEST(next_is_the_first_minute_within_them)
{
	const struct change *c = &changes[_i];
	struct dice d = dice;

	zones_set(c->zone);
	for (int i = 0; i < 500; i++) {
		struct hours h = random_hours(&d);
		int64_t t = c->at + dice_between(&d, -2 * SPAN_DAY,
		    2 * SPAN_DAY);
		int64_t got = hours_next(&h, t), want = plain_next(&h, t);

		ck_assert_msg(got == want, "SEED=%" PRIu64 " %s, %d to %d, "
		    "from %" PRId64 ": %" PRId64 ", not %" PRId64, dice.seed,
		    c->zone, h.from, h.to, t, got, want);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("hours");
	TCase *tcase = tcase_create("hours");

	dice = dice_make("hours");
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	TABLE_ADD(tcase, each_form_is_read_or_refused, forms);
	TABLE_ADD(tcase, hours_hold_their_first_second_and_not_their_end,
	    contained);
	TABLE_ADD(tcase, the_next_moment_within_them, nexts);
	tcase_add_test(tcase, an_hour_that_comes_twice_is_within_twice);
	TABLE_ADD(tcase, a_pack_is_over_within_them, fits);
	TABLE_ADD(tcase, next_is_the_first_minute_within_them, changes);
	suite_add_tcase(suite, tcase);
	return suite;
}
