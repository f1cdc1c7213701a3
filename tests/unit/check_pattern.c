#include "suite.h"

#include "../../src/core/rules/verdict.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))
#define HOUR INT64_C(3600)

/*
 * backcare-advice(7), "Pattern", worked out by hand: Soreness, sTrain, or
 * unclear (.), one string a feel and a start, its letters for the side:
 * unknown, left, right, middle, both, one.
 */
static const char *const without_session[FEEL_COUNT][START_COUNT] = {
	/*		unknown   sudden    gradual */
	[FEEL_UNKNOWN] = {"......", ".TT..T", "...SS."},
	[FEEL_DULL] = {"...SS.", "......", "S..SS."},
	[FEEL_SHARP] = {".TT..T", "TTTTTT", "......"},
	[FEEL_STIFF] = {"...SS.", "......", "S..SS."}
};

/* With one vote more for soreness, from the hours since the session. */
static const char *const with_session[FEEL_COUNT][START_COUNT] = {
	[FEEL_UNKNOWN] = {"...SS.", "......", "S..SS."},
	[FEEL_DULL] = {"S..SS.", "......", "S..SS."},
	[FEEL_SHARP] = {"......", "TTTTTT", "......"},
	[FEEL_STIFF] = {"S..SS.", "......", "S..SS."}
};

/* From the session to the onset, and whether S7 speaks of it. */
static const struct gap {
	const char *says;
	bool has_session;
	int64_t gap;
	bool votes;
} gaps[] = {
	{"no session known", false, 24 * HOUR, false},
	{"at the session", true, 0, false},
	{"a second under 12 hours", true, 12 * HOUR - 1, false},
	{"12 hours", true, 12 * HOUR, true},
	{"a day", true, 24 * HOUR, true},
	{"48 hours", true, 48 * HOUR, true},
	{"a second over 48 hours", true, 48 * HOUR + 1, false},
	{"a session after the onset", true, -24 * HOUR, false}
};

START_TEST(every_answer_has_the_pattern_of_the_table)
{
	const struct gap *gap = &gaps[_i];
	const int feels = FEEL_COUNT, starts = START_COUNT, sides = SIDE_COUNT;

	for (int i = 0; i < feels * starts * sides * 2; i++) {
		struct onset o = {
			.time = 1000 * HOUR,
			.feel = (enum feel)(i / 36),
			.start = (enum start)(i / 12 % 3),
			.side = (enum side)(i / 2 % 6),
			.chronic = i % 2 == 1,
			.has_session = gap->has_session,
			.session = 1000 * HOUR - gap->gap
		};
		char letter = gap->votes ?
		    with_session[o.feel][o.start][o.side] :
		    without_session[o.feel][o.start][o.side];
		enum pattern pattern = letter == 'S' ? PATTERN_SORENESS :
		    letter == 'T' ? PATTERN_STRAIN : PATTERN_UNCLEAR;

		ck_assert_msg(pattern_of(&o) == pattern,
		    "%s, feel %s, start %s, side %s: %s", gap->says,
		    record_feels[o.feel], record_starts[o.start],
		    record_sides[o.side], pattern_names[pattern_of(&o)]);
	}
}
END_TEST

START_TEST(names_are_those_of_the_interface)
{
	ck_assert_str_eq(pattern_names[PATTERN_UNCLEAR], "unclear");
	ck_assert_str_eq(pattern_names[PATTERN_SORENESS], "soreness");
	ck_assert_str_eq(pattern_names[PATTERN_STRAIN], "strain");
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("pattern");
	TCase *tc = tcase_create("pattern");

	tcase_add_loop_test(tc, every_answer_has_the_pattern_of_the_table, 0,
	    COUNT(gaps));
	tcase_add_test(tc, names_are_those_of_the_interface);
	suite_add_tcase(s, tc);
	return s;
}
