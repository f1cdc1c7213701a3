#include "suite.h"

#include "../../src/core/log/episode.h"

/*
 * backcare-advice(7), "Trend", worked out by hand for two scores: the first
 * down, the last across.  Gone, Better, Same, Worse.
 */
static const char *const table[11] = {
	/*	 0123456789A */
	/* 0 */ "SSWWWWWWWWW",
	/* 1 */ "GSSWWWWWWWW",
	/* 2 */ "GSSSWWWWWWW",
	/* 3 */ "GBSSSWWWWWW",
	/* 4 */ "GBBSSSWWWWW",
	/* 5 */ "GBBBSSSWWWW",
	/* 6 */ "GBBBBSSSWWW",
	/* 7 */ "GBBBBSSSSWW",
	/* 8 */ "GBBBBBSSSSW",
	/* 9 */ "GBBBBBBSSSS",
	/* A */ "GBBBBBBBSSS"
};

static enum trend
expected(char letter)
{
	switch (letter) {
	case 'G':
		return TREND_GONE;
	case 'B':
		return TREND_BETTER;
	case 'S':
		return TREND_SAME;
	default:
		return TREND_WORSE;
	}
}

static int
lower(int a, int b)
{
	return a < b ? a : b;
}

/* An episode with these scores among some. */
static struct episode
scored(int first, int lowest, int last)
{
	struct episode e;

	episode_init(&e);
	e.scores = 3;
	e.first_score.value = first;
	e.lowest_score = lowest;
	e.last_score.value = last;
	return e;
}

static enum trend
trend_of(int first, int lowest, int last)
{
	struct episode e = scored(first, lowest, last);

	return episode_trend(&e);
}

static bool
came_back(int first, int lowest, int last)
{
	struct episode e = scored(first, lowest, last);

	return episode_came_back(&e);
}

START_TEST(every_pair_of_scores_has_the_trend_of_the_table)
{
	int first = _i / 11, last = _i % 11, low = lower(first, last);

	ck_assert_msg(trend_of(first, low, last) ==
	    expected(table[first][last]), "%d then %d is %s", first, last,
	    trend_name(trend_of(first, low, last)));
	ck_assert(!came_back(first, low, last));
}
END_TEST

/*
 * What a score in between changes: the highest in between with which a pair
 * has come back, by hand; -1 where none does.  The first down, the last
 * across.
 */
static const signed char back[11][11] = {
	/*	  0   1   2   3   4   5   6   7   8   9  10 */
	/* 0 */ {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
	/* 1 */ {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1},
	/* 2 */ {-1, -1, 0, 0, -1, -1, -1, -1, -1, -1, -1},
	/* 3 */ {-1, -1, 0, 1, 1, -1, -1, -1, -1, -1, -1},
	/* 4 */ {-1, -1, -1, 1, 2, 2, -1, -1, -1, -1, -1},
	/* 5 */ {-1, -1, -1, -1, 2, 3, 3, -1, -1, -1, -1},
	/* 6 */ {-1, -1, -1, -1, -1, 3, 4, 4, -1, -1, -1},
	/* 7 */ {-1, -1, -1, -1, -1, 3, 4, 4, 4, -1, -1},
	/* 8 */ {-1, -1, -1, -1, -1, -1, 4, 5, 5, 5, -1},
	/* 9 */ {-1, -1, -1, -1, -1, -1, -1, 5, 6, 6, 6},
	/* A */ {-1, -1, -1, -1, -1, -1, -1, -1, 6, 7, 7}
};

START_TEST(every_triple_of_scores_has_the_trend_of_the_tables)
{
	int first = _i / 121, low = _i / 11 % 11, last = _i % 11;
	int lowest = lower(low, lower(first, last));
	bool is_back = low <= back[first][last];
	enum trend trend = is_back ? TREND_WORSE :
	    expected(table[first][last]);

	ck_assert_msg(trend_of(first, lowest, last) == trend,
	    "%d, %d, %d is %s", first, low, last,
	    trend_name(trend_of(first, lowest, last)));
	ck_assert_msg(came_back(first, lowest, last) == is_back,
	    "%d, %d, %d", first, low, last);
}
END_TEST

/* The last score goes up, and the lowest in between goes down. */
START_TEST(more_pain_never_gives_a_better_trend)
{
	int first = _i / 11, low = _i % 11;

	for (int last = 1; last <= 10; last++) {
		int lowest = lower(low, lower(first, last));

		ck_assert_int_le(trend_of(first, lower(low, lower(first,
		    last - 1)), last - 1), trend_of(first, lowest, last));
		if (low > 0)
			ck_assert_int_le(trend_of(first, lowest, last),
			    trend_of(first, lower(lowest, low - 1), last));
	}
}
END_TEST

START_TEST(names_are_those_of_the_interface)
{
	ck_assert_str_eq(trend_name(TREND_GONE), "gone");
	ck_assert_str_eq(trend_name(TREND_BETTER), "better");
	ck_assert_str_eq(trend_name(TREND_SAME), "same");
	ck_assert_str_eq(trend_name(TREND_WORSE), "worse");
}
END_TEST

START_TEST(trends_are_ordered_from_gone_to_worse)
{
	ck_assert_int_lt(TREND_GONE, TREND_BETTER);
	ck_assert_int_lt(TREND_BETTER, TREND_SAME);
	ck_assert_int_lt(TREND_SAME, TREND_WORSE);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("trend");
	TCase *tc = tcase_create("trend");

	tcase_add_loop_test(tc, every_pair_of_scores_has_the_trend_of_the_table,
	    0, 121);
	tcase_add_loop_test(tc,
	    every_triple_of_scores_has_the_trend_of_the_tables, 0, 1331);
	tcase_add_loop_test(tc, more_pain_never_gives_a_better_trend, 0, 121);
	tcase_add_test(tc, names_are_those_of_the_interface);
	tcase_add_test(tc, trends_are_ordered_from_gone_to_worse);
	suite_add_tcase(s, tc);
	return s;
}
