#include "suite.h"

#include "../../src/core/log/trend.h"

/*
 * Rules 3.2, worked out by hand: the first score down, the last across.
 * Gone, Better, Same, Worse.
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

START_TEST(every_pair_of_scores_has_the_trend_of_the_table)
{
	int first = _i / 11, last = _i % 11;

	ck_assert_msg(trend_of(first, last) == expected(table[first][last]),
	    "%d then %d is %s", first, last,
	    trend_name(trend_of(first, last)));
}
END_TEST

START_TEST(a_higher_last_score_never_gives_a_better_trend)
{
	for (int last = 1; last <= 10; last++)
		ck_assert_int_le(trend_of(_i, last - 1), trend_of(_i, last));
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
	tcase_add_loop_test(tc, a_higher_last_score_never_gives_a_better_trend,
	    0, 11);
	tcase_add_test(tc, names_are_those_of_the_interface);
	tcase_add_test(tc, trends_are_ordered_from_gone_to_worse);
	suite_add_tcase(s, tc);
	return s;
}
