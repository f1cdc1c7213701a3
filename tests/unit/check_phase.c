#include "suite.h"

#include "../../src/core/rules/phase.h"
#include "fold.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

#define FLARE "0 onset\n30 onset"
#define CHRONIC "0 onset chronic=yes"

/* Rules 3.3: the phase, what the onset calls for, and what comes next. */
static const struct row {
	const char *says, *log, *now;
	enum phase phase;
	enum treatment treatment;
	enum phase next;	/* PHASE_NONE: nothing comes */
	const char *at;
} rows[] = {
	{"P1: nothing noted", "", "0",
	    PHASE_NONE, TREATMENT_NONE, PHASE_NONE, ""},
	{"P1: nothing open", "0 onset\n5 end", "6",
	    PHASE_NONE, TREATMENT_NONE, PHASE_NONE, ""},
	{"P1: nothing open, long after", "0 onset\n5 end", "100",
	    PHASE_NONE, TREATMENT_NONE, PHASE_NONE, ""},
	{"P5: the onset", "0 onset", "0",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P5: the clock went back", "0 onset", "-5",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P5: a second under 48 h", "0 onset", "47:59:59",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P3: 48 h", "0 onset", "48",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"P3: 72 h is still heat", "0 onset", "72",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"P2: a second over 72 h", "0 onset", "72:00:01",
	    PHASE_ESCALATE, TREATMENT_HEAT, PHASE_NONE, ""},
	{"P2: weeks later", "0 onset", "1000",
	    PHASE_ESCALATE, TREATMENT_HEAT, PHASE_NONE, ""},

	{"a flare starts the ice window again", FLARE, "48",
	    PHASE_ICE, TREATMENT_ICE, PHASE_ESCALATE, "72:00:01"},
	{"72 h is still ice after a flare", FLARE, "72",
	    PHASE_ICE, TREATMENT_ICE, PHASE_ESCALATE, "72:00:01"},
	{"a flare never resets the 72 hours", FLARE, "72:00:01",
	    PHASE_ESCALATE, TREATMENT_ICE, PHASE_NONE, ""},
	{"past the mark a fresh flare is for ice", FLARE, "77:59:59",
	    PHASE_ESCALATE, TREATMENT_ICE, PHASE_NONE, ""},
	{"and moist heat 48 h after it", FLARE, "78",
	    PHASE_ESCALATE, TREATMENT_HEAT, PHASE_NONE, ""},
	{"an early flare moves the switch", "0 onset\n10 onset", "57:59:59",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "58"},
	{"to its own 48 h", "0 onset\n10 onset", "58",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"a switch at the mark comes a second before it",
	    "0 onset\n24 onset", "50",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "72"},
	{"a switch a second after the mark is the mark",
	    "0 onset\n24:00:01 onset", "50",
	    PHASE_ICE, TREATMENT_ICE, PHASE_ESCALATE, "72:00:01"},
	{"onsets noted the other way round", "30 onset\n0 onset", "72:00:01",
	    PHASE_ESCALATE, TREATMENT_ICE, PHASE_NONE, ""},
	{"a flare that is to come", "0 onset\n30 onset", "10",
	    PHASE_ICE, TREATMENT_ICE, PHASE_ESCALATE, "72:00:01"},

	{"P4: chronic", CHRONIC, "0",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"P4: chronic, the clock went back", CHRONIC, "-5",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"P4: chronic and stiff", CHRONIC " feel=stiff start=gradual", "0",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"P4: chronic and dull", CHRONIC " feel=dull", "0",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"P4: not when sharp", CHRONIC " feel=sharp", "0",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P4: not when sharp, if gradual", CHRONIC " feel=sharp start=gradual",
	    "0", PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P4: not when sudden", CHRONIC " start=sudden", "0",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P4: not when sudden, if stiff", CHRONIC " feel=stiff start=sudden",
	    "0", PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"P2 before P4", CHRONIC, "72:00:01",
	    PHASE_ESCALATE, TREATMENT_HEAT, PHASE_NONE, ""},
	{"the latest onset says whether it is chronic",
	    "0 onset chronic=yes\n30 onset", "31",
	    PHASE_ICE, TREATMENT_ICE, PHASE_ESCALATE, "72:00:01"},
	{"also when that is the chronic one",
	    "0 onset\n30 onset chronic=yes", "31",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"past the mark a chronic flare is for heat",
	    "0 onset\n70 onset chronic=yes", "73",
	    PHASE_ESCALATE, TREATMENT_HEAT, PHASE_NONE, ""},
	{"of two onsets at once the one further down",
	    "0 onset\n0 onset chronic=yes", "1",
	    PHASE_HEAT, TREATMENT_HEAT, PHASE_ESCALATE, "72:00:01"},
	{"and not the one further up",
	    "0 onset chronic=yes\n0 onset", "1",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},

	{"a visit changes no phase", "0 onset\n73 seen", "74",
	    PHASE_ESCALATE, TREATMENT_HEAT, PHASE_NONE, ""},
	{"an early visit changes no phase", "0 onset\n1 seen", "47:59:59",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"},
	{"flags change no phase", "0 onset flags=bladder,skin", "1",
	    PHASE_ICE, TREATMENT_ICE, PHASE_HEAT, "48"}
};

START_TEST(phase_and_treatment_are_those_of_the_rules)
{
	const struct row *row = &rows[_i];
	enum treatment treatment;
	struct episode e;

	fold_log(&e, row->log);
	ck_assert_msg(phase_of(&e, fold_at(row->now)) == row->phase, "%s: %s",
	    row->says, phase_names[phase_of(&e, fold_at(row->now))]);
	treatment = treatment_of(&e, fold_at(row->now));
	ck_assert_msg(treatment == row->treatment, "%s: %s", row->says,
	    pack_limits[treatment].name);
}
END_TEST

START_TEST(the_next_phase_is_told_to_the_second)
{
	const struct row *row = &rows[_i];
	struct phase_change next;
	struct episode e;

	fold_log(&e, row->log);
	next = phase_next(&e, fold_at(row->now));
	ck_assert_msg(next.phase == row->next, "%s: %s", row->says,
	    phase_names[next.phase]);
	if (next.phase == PHASE_NONE) {
		ck_assert_int_eq(next.at, 0);
		return;
	}
	ck_assert_msg(next.at == fold_at(row->at), "%s", row->says);
	ck_assert_msg(phase_of(&e, next.at) == next.phase, "%s", row->says);
	ck_assert_msg(phase_of(&e, next.at - 1) == row->phase, "%s", row->says);
}
END_TEST

START_TEST(names_are_those_of_the_interface)
{
	ck_assert_str_eq(phase_names[PHASE_NONE], "none");
	ck_assert_str_eq(phase_names[PHASE_ICE], "ice");
	ck_assert_str_eq(phase_names[PHASE_HEAT], "heat");
	ck_assert_str_eq(phase_names[PHASE_ESCALATE], "escalate");
	ck_assert_str_eq(pack_limits[TREATMENT_NONE].name, "none");
	ck_assert_str_eq(pack_limits[TREATMENT_ICE].name, "ice");
	ck_assert_str_eq(pack_limits[TREATMENT_HEAT].name, "heat");
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("phase");
	TCase *tc = tcase_create("phase");

	tcase_add_loop_test(tc, phase_and_treatment_are_those_of_the_rules, 0,
	    COUNT(rows));
	tcase_add_loop_test(tc, the_next_phase_is_told_to_the_second, 0,
	    COUNT(rows));
	tcase_add_test(tc, names_are_those_of_the_interface);
	suite_add_tcase(s, tc);
	return s;
}
