#include "suite.h"

#include "../../src/core/log/urgency.h"

/* Rules 3.6 and the names of -j, from the lowest to the highest. */
static const char *const rising[] = {
	"self-care", "prompt", "urgent", "emergency"
};

START_TEST(levels_rise_in_the_order_of_the_rules)
{
	static const enum urgency levels[] = {
		URGENCY_SELF_CARE, URGENCY_PROMPT, URGENCY_URGENT,
		URGENCY_EMERGENCY
	};

	ck_assert_int_eq(levels[_i], _i);
	ck_assert_str_eq(urgency_name(levels[_i]), rising[_i]);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("urgency");
	TCase *tc = tcase_create("levels");

	tcase_add_loop_test(tc, levels_rise_in_the_order_of_the_rules, 0, 4);
	suite_add_tcase(s, tc);
	return s;
}
