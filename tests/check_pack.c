#include "suite.h"

#include "../src/core/pack.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))
#define MIN INT64_C(60)
#define HOUR INT64_C(3600)

START_TEST(limits_are_the_numbers_of_the_rules)
{
	ck_assert_str_eq(pack_ice.name, "ice");
	ck_assert_str_eq(pack_ice.title, "Ice");
	ck_assert_int_eq(pack_ice.min_minutes, 15);
	ck_assert_int_eq(pack_ice.max_minutes, 20);
	ck_assert_int_eq(pack_ice.default_minutes, 15);
	ck_assert_int_eq(pack_ice.gap, 7200);
	ck_assert_int_eq(pack_ice.per_day, 8);
	ck_assert_str_eq(pack_heat.name, "heat");
	ck_assert_str_eq(pack_heat.title, "Moist heat");
	ck_assert_int_eq(pack_heat.min_minutes, 10);
	ck_assert_int_eq(pack_heat.max_minutes, 20);
	ck_assert_int_eq(pack_heat.default_minutes, 15);
	ck_assert_int_eq(pack_heat.gap, 14400);
	ck_assert_int_eq(pack_heat.per_day, 3);
}
END_TEST

START_TEST(all_that_can_be_asked_for_in_a_day_is_tracked)
{
	ck_assert_int_ge(PACK_TRACKED, pack_ice.per_day);
	ck_assert_int_ge(PACK_TRACKED, pack_heat.per_day);
}
END_TEST

struct pack {
	int64_t start;
	int minutes;	/* 0: there are no more */
};

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
	ck_assert_msg(track.start == row->last.start &&
	    track.minutes == row->last.minutes, "%s", row->says);
	ck_assert_msg(pack_ended(&track) ==
	    row->last.start + row->last.minutes * MIN, "%s", row->says);
}
END_TEST

/* The same ten packs, two of them at once, in any order of the log. */
START_TEST(the_latest_starts_are_kept_whatever_the_order)
{
	static const int64_t hours[10] = {0, 3, 6, 9, 9, 12, 15, 18, 21, 24};
	static const int64_t kept[PACK_TRACKED] = {
		24, 21, 18, 15, 12, 9, 9, 6
	};
	static const int strides[] = {1, 3, 7, 9};	/* prime to ten */
	struct pack_track track = {0};
	int from = _i % 10, stride = strides[_i / 10];

	for (int i = 0; i < 10; i++)
		pack_add(&track, hours[(from + i * stride) % 10] * HOUR, 15);
	ck_assert_int_eq(track.count, 10);
	for (int i = 0; i < PACK_TRACKED; i++)
		ck_assert_int_eq(track.starts[i], kept[i] * HOUR);
	ck_assert_int_eq(track.start, 24 * HOUR);
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

/* Packs so many hours apart, the first at 0, and one more. */
static const struct day {
	const char *says;
	const struct pack_limits *limits;
	int packs, apart;
	int64_t more;
	bool too_many;
} days[] = {
	{"the first", &pack_ice, 0, 0, 0, false},
	{"the eighth of ice", &pack_ice, 7, 2, 14 * HOUR, false},
	{"the ninth of ice", &pack_ice, 8, 2, 16 * HOUR, true},
	{"the ninth, a second under 24 hours after the first", &pack_ice, 8, 2,
	    24 * HOUR - 1, true},
	{"the ninth, 24 hours after the first", &pack_ice, 8, 2, 24 * HOUR,
	    false},
	{"one of many, three hours apart", &pack_ice, 30, 3, 90 * HOUR, false},
	{"one of many, two hours apart", &pack_ice, 30, 2, 60 * HOUR, true},
	{"the third of heat", &pack_heat, 2, 4, 8 * HOUR, false},
	{"the fourth of heat", &pack_heat, 3, 4, 12 * HOUR, true},
	{"the fourth, 24 hours after the first", &pack_heat, 3, 4, 24 * HOUR,
	    false},
	{"one of many, eight hours apart", &pack_heat, 30, 8, 240 * HOUR,
	    false},
	{"one noted late, among others", &pack_heat, 3, 4, 6 * HOUR, true},
	{"one noted late, an hour before the others", &pack_heat, 3, 4, -HOUR,
	    true},
	{"one noted late, a second under 24 hours before the last",
	    &pack_heat, 3, 4, -16 * HOUR + 1, true},
	{"one noted late, 24 hours before the last", &pack_heat, 3, 4,
	    -16 * HOUR, false},
	{"one noted late, days before the others", &pack_heat, 3, 4,
	    -72 * HOUR, false},
	{"one noted late, between others that are rare", &pack_heat, 8, 12,
	    30 * HOUR, false},
	{"the ninth of ice noted late, days before the others", &pack_ice, 8,
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

Suite *
suite_make(void)
{
	Suite *s = suite_create("pack");
	TCase *tc = tcase_create("packs");

	tcase_add_test(tc, limits_are_the_numbers_of_the_rules);
	tcase_add_test(tc, all_that_can_be_asked_for_in_a_day_is_tracked);
	tcase_add_loop_test(tc, the_last_pack_is_the_one_that_ended_last, 0,
	    COUNT(lasts));
	tcase_add_loop_test(tc, the_latest_starts_are_kept_whatever_the_order,
	    0, 40);
	tcase_add_loop_test(tc, the_next_pack_waits_for_the_gap, 0,
	    COUNT(nexts));
	tcase_add_loop_test(tc,
	    more_than_the_rules_allow_in_24_hours_is_too_many, 0, COUNT(days));
	suite_add_tcase(s, tc);
	return s;
}
