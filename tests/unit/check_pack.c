#include "suite.h"

#include "../../src/core/log/pack.h"
#include "../../src/core/time/span.h"
#include "dice.h"
#include "table.h"

#define MIN SPAN_MINUTE
#define HOUR SPAN_HOUR

static struct dice dice;

#define ICE (&pack_limits[TREATMENT_ICE])
#define HEAT (&pack_limits[TREATMENT_HEAT])

START_TEST(limits_are_the_numbers_of_the_rules)
{
	ck_assert_str_eq(ICE->name, "ice");
	ck_assert_str_eq(ICE->title, "Ice");
	ck_assert_int_eq(ICE->min_minutes, 15);
	ck_assert_int_eq(ICE->max_minutes, 20);
	ck_assert_int_eq(ICE->default_minutes, 15);
	ck_assert_int_eq(ICE->gap, 7200);
	ck_assert_int_eq(ICE->per_day, 8);
	ck_assert_str_eq(HEAT->name, "heat");
	ck_assert_str_eq(HEAT->title, "Moist heat");
	ck_assert_int_eq(HEAT->min_minutes, 10);
	ck_assert_int_eq(HEAT->max_minutes, 20);
	ck_assert_int_eq(HEAT->default_minutes, 15);
	ck_assert_int_eq(HEAT->gap, 14400);
	ck_assert_int_eq(HEAT->per_day, 3);
}
END_TEST

START_TEST(three_days_of_packs_are_tracked)
{
	ck_assert_int_ge(PACK_TRACKED, 3 * ICE->per_day);
	ck_assert_int_ge(PACK_TRACKED, 3 * HEAT->per_day);
}
END_TEST

/* Packs in the order of the log, and which of them ended last. */
static const struct last {
	const char *says;
	struct pack packs[4], last;
} lasts[] = {
	{"one pack", {{0, 15}}, {0, 15}},
	{"the later of two", {{0, 15}, {2 * HOUR, 20}}, {2 * HOUR, 20}},
	{"the later of two, noted first",
	    {{2 * HOUR, 20}, {0, 15}}, {2 * HOUR, 20}},
	{"the one that began earlier and ended later",
	    {{0, 60}, {30 * MIN, 15}}, {0, 60}},
	{"the same, noted the other way round",
	    {{30 * MIN, 15}, {0, 60}}, {0, 60}},
	{"of two that end together the one further down",
	    {{0, 20}, {5 * MIN, 15}}, {5 * MIN, 15}},
	{"the same, noted the other way round",
	    {{5 * MIN, 15}, {0, 20}}, {0, 20}},
	{"one before 1970", {{-5 * HOUR, 15}, {-9 * HOUR, 15}},
	    {-5 * HOUR, 15}},
	{"the last of four", {{0, 15}, {9 * HOUR, 15}, {3 * HOUR, 15},
	    {6 * HOUR, 15}}, {9 * HOUR, 15}}
};

START_TEST(the_last_pack_is_the_one_that_ended_last)
{
	const struct last *row = &lasts[_i];
	struct pack_track track = {0};
	int n = 0;

	for (; n < 4 && row->packs[n].minutes > 0; n++)
		pack_add(&track, row->packs[n].start, row->packs[n].minutes);
	ck_assert_msg(track.count == n, "%s", row->says);
	ck_assert_msg(pack_known(&track) == n, "%s", row->says);
	ck_assert_msg(track.last.start == row->last.start &&
	    track.last.minutes == row->last.minutes, "%s", row->says);
	ck_assert_msg(pack_ended(&track) ==
	    row->last.start + row->last.minutes * MIN, "%s", row->says);
}
END_TEST

/* More than are tracked, in many orders: strides that reach each once. */
START_TEST(the_latest_are_kept_whatever_the_order)
{
	static const int strides[] = {1, 7, 23, 52};
	const int most = 53;	/* a prime, so that any stride will do */
	struct pack_track track = {0};

	for (int i = 0; i < most; i++) {
		int hour = (11 + i * strides[_i]) % most;

		pack_add(&track, hour * HOUR, 15 + hour % 6);
	}
	ck_assert_int_eq(track.count, most);
	ck_assert_int_eq(pack_known(&track), PACK_TRACKED);
	for (int i = 0; i < PACK_TRACKED; i++) {
		int hour = most - 1 - i;

		ck_assert_int_eq(track.packs[i].start, hour * HOUR);
		ck_assert_int_eq(track.packs[i].minutes, 15 + hour % 6);
	}
	ck_assert_int_eq(track.last.start, (most - 1) * HOUR);
}
END_TEST

/* Of those that began together the one that was noted first comes first. */
START_TEST(of_equals_the_first_stays)
{
	struct pack_track track = {0};

	pack_add(&track, 5 * HOUR, 15);
	pack_add(&track, 5 * HOUR, 20);
	ck_assert_int_eq(track.packs[0].minutes, 15);
	ck_assert_int_eq(track.packs[1].minutes, 20);
	for (int i = 2; i < PACK_TRACKED; i++)
		pack_add(&track, (5 + i) * HOUR, 16);
	pack_add(&track, 5 * HOUR, 17);
	ck_assert_int_eq(track.packs[PACK_TRACKED - 1].start, 5 * HOUR);
	ck_assert_int_eq(track.packs[PACK_TRACKED - 1].minutes, 20);
	ck_assert_int_eq(track.packs[PACK_TRACKED - 2].minutes, 15);
}
END_TEST

/* Eight an hour apart: the ninth waits until the first is a day ago. */
START_TEST(the_next_waits_until_one_fewer_counts)
{
	struct pack_track track = {0};

	for (int i = 0; i < ICE->per_day - 1; i++)
		pack_add(&track, i * HOUR, 15);
	ck_assert_int_eq(pack_not_too_many(&track, ICE, 9 * HOUR),
	    9 * HOUR);
	pack_add(&track, 7 * HOUR, 15);
	ck_assert_int_eq(pack_not_too_many(&track, ICE, 9 * HOUR),
	    24 * HOUR);
	ck_assert_int_eq(pack_not_too_many(&track, ICE, 25 * HOUR),
	    25 * HOUR);
}
END_TEST

START_TEST(no_pack_is_near_where_there_is_none)
{
	struct pack_track track = {0};

	ck_assert_ptr_null(pack_near(&track, 0, 15, 2 * HOUR));
}
END_TEST

static const struct next {
	const char *says;
	struct pack pack;
	int64_t from, gap, next;
} nexts[] = {
	{"no pack yet: at once", {0, 0}, 100, 2 * HOUR, 100},
	{"the gap counts from the end", {0, 15}, 15 * MIN, 2 * HOUR,
	    2 * HOUR + 15 * MIN},
	{"and from the end of a long one", {0, 60}, HOUR, 2 * HOUR, 3 * HOUR},
	{"while the pack is on", {0, 15}, 5 * MIN, 2 * HOUR,
	    2 * HOUR + 15 * MIN},
	{"a second before the gap is over", {0, 15},
	    2 * HOUR + 15 * MIN - 1, 2 * HOUR, 2 * HOUR + 15 * MIN},
	{"when it is just over", {0, 15}, 2 * HOUR + 15 * MIN, 2 * HOUR,
	    2 * HOUR + 15 * MIN},
	{"long after it", {0, 15}, 9 * HOUR, 2 * HOUR, 9 * HOUR},
	{"no gap: as soon as it is off", {0, 15}, 5 * MIN, 0, 15 * MIN},
	{"a clock that went back shortens nothing", {10 * HOUR, 15}, HOUR,
	    2 * HOUR, 12 * HOUR + 15 * MIN}
};

START_TEST(the_next_pack_waits_for_the_gap)
{
	const struct next *row = &nexts[_i];
	struct pack_track track = {0};

	if (row->pack.minutes > 0)
		pack_add(&track, row->pack.start, row->pack.minutes);
	ck_assert_msg(pack_next(&track, row->from, row->gap) == row->next,
	    "%s", row->says);
}
END_TEST

/* Packs of 15 minutes at 0 and at 10 h; the gap is two hours. */
static const struct near {
	const char *says;
	int64_t start;
	int minutes;
	int64_t found;	/* -1: none */
} nears[] = {
	{"in the middle", 5 * HOUR, 15, -1},
	{"the gap after one exactly", 2 * HOUR + 15 * MIN, 15, -1},
	{"a second less", 2 * HOUR + 15 * MIN - 1, 15, 0},
	{"the gap before one exactly", 8 * HOUR - 15 * MIN, 15, -1},
	{"a second less", 8 * HOUR - 15 * MIN + 1, 15, 10 * HOUR},
	{"a longer one that ends too late", 8 * HOUR - 15 * MIN, 16,
	    10 * HOUR},
	{"the same start", 0, 15, 0},
	{"within one", 10 * HOUR + 5 * MIN, 5, 10 * HOUR},
	{"around one", 10 * HOUR - 5 * MIN, 60, 10 * HOUR},
	{"before all", -3 * HOUR, 15, -1},
	{"after all", 13 * HOUR, 15, -1},
};

START_TEST(a_near_pack_is_found_on_either_side)
{
	const struct near *row = &nears[_i];
	struct pack_track track = {0};
	const struct pack *found;

	pack_add(&track, 10 * HOUR, 15);
	pack_add(&track, 0, 15);
	found = pack_near(&track, row->start, row->minutes, 2 * HOUR);
	ck_assert_msg((found == NULL ? -1 : found->start) == row->found,
	    "%s", row->says);
}
END_TEST

/* Packs so many hours apart, the first at 0, and one more. */
static const struct day {
	const char *says;
	const struct pack_limits *limits;
	int packs, apart;
	int64_t more;
	bool too_many;
} days[] = {
	{"the first", ICE, 0, 0, 0, false},
	{"the eighth of ice", ICE, 7, 2, 14 * HOUR, false},
	{"the ninth of ice", ICE, 8, 2, 16 * HOUR, true},
	{"the ninth, a second under 24 hours after the first", ICE, 8, 2,
	    24 * HOUR - 1, true},
	{"the ninth, 24 hours after the first", ICE, 8, 2, 24 * HOUR,
	    false},
	{"one of many, three hours apart", ICE, 30, 3, 90 * HOUR, false},
	{"one of many, two hours apart", ICE, 30, 2, 60 * HOUR, true},
	{"the third of heat", HEAT, 2, 4, 8 * HOUR, false},
	{"the fourth of heat", HEAT, 3, 4, 12 * HOUR, true},
	{"the fourth, 24 hours after the first", HEAT, 3, 4, 24 * HOUR,
	    false},
	{"one of many, eight hours apart", HEAT, 30, 8, 240 * HOUR,
	    false},
	{"one noted late, among others", HEAT, 3, 4, 6 * HOUR, true},
	{"one noted late, an hour before the others", HEAT, 3, 4, -HOUR,
	    true},
	{"one noted late, a second under 24 hours before the last",
	    HEAT, 3, 4, -16 * HOUR + 1, true},
	{"one noted late, 24 hours before the last", HEAT, 3, 4,
	    -16 * HOUR, false},
	{"one noted late, days before the others", HEAT, 3, 4,
	    -72 * HOUR, false},
	{"one noted late, between others that are rare", HEAT, 8, 12,
	    30 * HOUR, false},
	{"the ninth of ice noted late, days before the others", ICE, 8,
	    2, -72 * HOUR, false}
};

START_TEST(more_than_the_rules_allow_in_24_hours_is_too_many)
{
	const struct day *row = &days[_i];
	struct pack_track track = {0};

	for (int i = 0; i < row->packs; i++)
		pack_add(&track, i * row->apart * HOUR, 15);
	ck_assert_msg(pack_too_many(&track, row->limits, row->more) ==
	    row->too_many, "%s", row->says);
}
END_TEST

/* How many packs begin in the 24 hours from a moment on. */
static int
count_day(const struct pack_track *track, int64_t from)
{
	int n = 0;

	for (int i = 0; i < pack_known(track); i++)
		n += track->packs[i].start >= from &&
		    track->packs[i].start < from + SPAN_DAY;
	return n;
}

/* The same question, asked by trying every 24 hours that could matter. */
static bool
plain_too_many(const struct pack_track *track,
    const struct pack_limits *limits, int64_t start)
{
	if (count_day(track, start) >= limits->per_day)
		return true;
	for (int i = 0; i < pack_known(track); i++) {
		int64_t from = track->packs[i].start;

		if (from <= start && start < from + SPAN_DAY &&
		    count_day(track, from) >= limits->per_day)
			return true;
	}
	return false;
}

START_TEST(any_24_hours_that_hold_the_pack_are_counted)
{
	const struct pack_limits *limits = _i == 0 ? ICE : HEAT;
	struct dice d = dice;

	for (int i = 0; i < 3000; i++) {
		struct pack_track track = {0};
		int64_t count = dice_between(&d, 0, PACK_TRACKED), at, free;

		while (count-- > 0)
			pack_add(&track, dice_between(&d, 0, 96) * HOUR, 15);
		at = dice_between(&d, -30, 126) * HOUR;
		ck_assert_msg(pack_too_many(&track, limits, at) ==
		    plain_too_many(&track, limits, at), "SEED=%" PRIu64,
		    dice.seed);
		free = pack_not_too_many(&track, limits, at);
		ck_assert_msg(free >= at && !plain_too_many(&track, limits,
		    free), "SEED=%" PRIu64, dice.seed);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("pack");
	TCase *tcase = tcase_create("pack");

	dice = dice_make("pack");
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	tcase_add_test(tcase, limits_are_the_numbers_of_the_rules);
	tcase_add_test(tcase, three_days_of_packs_are_tracked);
	TABLE_ADD(tcase, the_last_pack_is_the_one_that_ended_last, lasts);
	tcase_add_loop_test(tcase, the_latest_are_kept_whatever_the_order, 0,
	    4);
	TABLE_ADD(tcase, the_next_pack_waits_for_the_gap, nexts);
	TABLE_ADD(tcase, a_near_pack_is_found_on_either_side, nears);
	TABLE_ADD(tcase, more_than_the_rules_allow_in_24_hours_is_too_many,
	    days);
	tcase_add_loop_test(tcase,
	    any_24_hours_that_hold_the_pack_are_counted, 0, 2);
	tcase_add_test(tcase, of_equals_the_first_stays);
	tcase_add_test(tcase, the_next_waits_until_one_fewer_counts);
	tcase_add_test(tcase, no_pack_is_near_where_there_is_none);
	suite_add_tcase(suite, tcase);
	return suite;
}
