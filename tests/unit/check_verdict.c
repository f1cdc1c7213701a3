#include "suite.h"

#include "../../src/core/rules/verdict.h"
#include "fold.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

#define SELF_CARE URGENCY_SELF_CARE
#define PROMPT URGENCY_PROMPT
#define URGENT URGENCY_URGENT
#define EMERGENCY URGENCY_EMERGENCY
#define NONE TREATMENT_NONE
#define ICE TREATMENT_ICE
#define HEAT TREATMENT_HEAT

/* Each rule, each of its boundaries, and what is then offered. */
static const struct row {
	const char *says, *log, *now;
	enum urgency urgency;
	const char *rules;
	enum treatment treatment;
} rows[] = {
	{"U7: nothing noted", "", "0", SELF_CARE, "", NONE},
	{"U7: an onset", "0 onset", "1", SELF_CARE, "", ICE},
	{"U7: after an end", "0 onset feel=sharp start=sudden pain=9\n5 end",
	    "100", SELF_CARE, "", NONE},

	{"U1: PROMPT", "0 onset flags=leg", "1", PROMPT, "", ICE},
	{"U1: URGENT", "0 onset flags=fever", "1", URGENT, "", NONE},
	{"U1: EMERGENCY", "0 onset flags=saddle", "1", EMERGENCY, "", NONE},
	{"U1: the highest, not the first", "0 onset flags=leg,belly,fever",
	    "1", EMERGENCY, "", NONE},
	{"U1: never a sum", "0 onset flags=leg,numb,sleep,bone,age", "1",
	    PROMPT, "", ICE},
	{"U1 needs no open episode", "0 check flags=bladder", "1",
	    EMERGENCY, "", NONE},
	{"U1: carried by an end", "0 onset\n1 end flags=bladder", "1000",
	    EMERGENCY, "", NONE},
	{"U1: PROMPT with nothing open offers nothing", "0 check flags=leg",
	    "1", PROMPT, "", NONE},
	{"U1: answered", "0 onset flags=bladder\n1 seen", "2",
	    SELF_CARE, "", ICE},
	{"U1: counts again", "0 onset flags=bladder\n1 seen\n"
	    "2 check flags=bladder", "3", EMERGENCY, "", NONE},
	{"skin changes no urgency, and takes the ice",
	    "0 onset flags=skin", "1", SELF_CARE, "", NONE},
	{"skin takes the heat", "0 onset flags=skin", "50",
	    SELF_CARE, "", NONE},
	{"skin is not answered by a visit", "0 onset flags=skin\n1 seen", "2",
	    SELF_CARE, "", NONE},

	{"U2: at 72 h not yet", "0 onset flags=sleep", "72",
	    PROMPT, "", HEAT},
	{"U2: a second later, trend the same for want of scores",
	    "0 onset flags=sleep", "72:00:01", URGENT, "U2,U4", NONE},
	{"U2: trend same", "0 onset flags=sleep pain=5\n1 pain score=4", "73",
	    URGENT, "U2,U4", NONE},
	{"U2: trend worse", "0 onset flags=sleep pain=5\n1 pain score=7", "73",
	    URGENT, "U2,U4,U5", NONE},
	{"U2: not when better", "0 onset flags=sleep pain=5\n1 pain score=3",
	    "73", PROMPT, "U4", HEAT},
	{"U2: gone counts as better",
	    "0 onset flags=sleep pain=1\n1 pain score=0", "73",
	    PROMPT, "U4", HEAT},
	{"U2: not without `sleep`", "0 onset flags=numb", "73",
	    PROMPT, "U4", HEAT},
	{"U2: `sleep` answered", "0 onset flags=sleep\n73 seen", "74",
	    SELF_CARE, "", HEAT},
	{"U2 runs from the first onset, whatever was seen",
	    "0 onset\n73 seen\n74 check flags=sleep", "75",
	    URGENT, "U2", NONE},
	{"U2: a flare does not restart it",
	    "0 onset flags=sleep\n70 onset", "72:00:01", URGENT, "U2,U4", NONE},
	{"U2 needs an open episode", "0 onset\n1 end\n2 check flags=sleep",
	    "200", PROMPT, "", NONE},

	{"U3: sharp and sudden", "0 onset feel=sharp start=sudden", "1",
	    PROMPT, "U3", ICE},
	{"U3: sharp alone", "0 onset feel=sharp", "1", SELF_CARE, "", ICE},
	{"U3: sudden alone", "0 onset start=sudden", "1", SELF_CARE, "", ICE},
	{"U3: in two onsets", "0 onset feel=sharp\n1 onset start=sudden", "2",
	    SELF_CARE, "", ICE},
	{"U3: an earlier onset", "0 onset feel=sharp start=sudden\n1 onset",
	    "2", PROMPT, "U3", ICE},
	{"U3: answered", "0 onset feel=sharp start=sudden\n1 seen", "2",
	    SELF_CARE, "", ICE},
	{"U3: side does not matter",
	    "0 onset feel=sharp start=sudden side=both", "1",
	    PROMPT, "U3", ICE},

	{"U4: at 72 h not yet", "0 onset", "72", SELF_CARE, "", HEAT},
	{"U4: a second later", "0 onset", "72:00:01", PROMPT, "U4", HEAT},
	{"U4: weeks later still PROMPT", "0 onset", "2000",
	    PROMPT, "U4", HEAT},
	{"U4: better does not answer it", "0 onset pain=9\n1 pain score=1",
	    "73", PROMPT, "U4", HEAT},
	{"U4: a flare does not restart it", "0 onset\n70 onset", "72:00:01",
	    PROMPT, "U4", ICE},
	{"U4: a visit up to the mark moves it", "0 onset\n72 seen",
	    "73", SELF_CARE, "", HEAT},
	{"U4: to 72 hours after the visit", "0 onset\n70 seen", "142",
	    SELF_CARE, "", HEAT},
	{"U4: a second later", "0 onset\n70 seen", "142:00:01",
	    PROMPT, "U4", HEAT},
	{"U4: a later visit moves it again", "0 onset\n10 seen\n70 seen",
	    "142", SELF_CARE, "", HEAT},
	{"U4: one past its own mark stops it", "0 onset\n10 seen\n80 seen",
	    "999", SELF_CARE, "", HEAT},
	{"U4: a later onset leaves it", "0 onset\n70 seen\n80 onset",
	    "142:00:01", PROMPT, "U4", HEAT},
	{"U4: a flare told of late, and dated before the visit",
	    "0 onset\n80 seen\n75 onset", "147:00:01", PROMPT, "U4", HEAT},
	{"U4: and not before its 72 hours", "0 onset\n80 seen\n75 onset",
	    "147", SELF_CARE, "", HEAT},
	{"U4: a visit after it does", "0 onset\n72:00:01 seen", "73",
	    SELF_CARE, "", HEAT},
	{"U4: at 72 h of the new clock not yet",
	    "0 onset\n80 seen\n90 onset", "162", SELF_CARE, "", HEAT},
	{"U4: a second later", "0 onset\n80 seen\n90 onset", "162:00:01",
	    PROMPT, "U4", HEAT},
	{"U4: a visit out of order answers nothing",
	    "0 onset\n80 pain score=2\n75 seen", "81", PROMPT, "U4", HEAT},

	{"U5: it has come back", "0 onset pain=7\n1 pain score=1\n"
	    "2 pain score=7", "3", PROMPT, "U5", ICE},
	{"U5: it was no better in between", "0 onset pain=7\n"
	    "1 pain score=5\n2 pain score=7", "3", SELF_CARE, "", ICE},
	{"U5: worse", "0 onset pain=3\n1 pain score=5", "2",
	    PROMPT, "U5", ICE},
	{"U5: a point more is the same", "0 onset pain=3\n1 pain score=4", "2",
	    SELF_CARE, "", ICE},
	{"U5: answered", "0 onset pain=3\n1 pain score=5\n2 seen", "3",
	    SELF_CARE, "", ICE},
	{"U5 needs an open episode", "0 pain score=3\n1 pain score=5", "2",
	    SELF_CARE, "", NONE},

	{"U6: 7 is not severe", "0 onset pain=7", "1", SELF_CARE, "", ICE},
	{"U6: 8 is", "0 onset pain=8", "1", PROMPT, "U6", ICE},
	{"U6: 10 is", "0 onset pain=10", "1", PROMPT, "U6", ICE},
	{"U6: the latest score, not the first",
	    "0 onset pain=8\n1 pain score=7", "2", SELF_CARE, "", ICE},
	{"U6: the latest-dated, not the last line",
	    "1 onset pain=8\n0 pain score=8\n0 pain score=7", "2",
	    PROMPT, "U6", ICE},
	{"U6: answered", "0 onset pain=9\n1 seen", "2", SELF_CARE, "", ICE},
	{"U6: severe again", "0 onset pain=9\n1 seen\n2 pain score=8", "3",
	    PROMPT, "U6", ICE},
	{"U6 needs an open episode", "0 pain score=9", "1",
	    SELF_CARE, "", NONE},

	{"U8: bone and a sudden onset", "0 onset start=sudden flags=bone", "1",
	    URGENT, "U8", NONE},
	{"U8: in either order", "0 check flags=bone\n1 onset start=sudden",
	    "2", URGENT, "U8", NONE},
	{"U8: of two onsets", "0 onset start=sudden\n5 onset\n"
	    "6 check flags=bone", "7", URGENT, "U8", NONE},
	{"U8: sharp or not", "0 onset feel=dull start=sudden flags=bone", "1",
	    URGENT, "U8", NONE},
	{"U8: a gradual one is no more than bone",
	    "0 onset start=gradual flags=bone", "1", PROMPT, "", ICE},
	{"U8: nor one of which that is not known", "0 onset flags=bone", "1",
	    PROMPT, "", ICE},
	{"U8: a visit answers the onset", "0 onset start=sudden flags=bone\n"
	    "1 seen", "2", SELF_CARE, "", ICE},
	{"U8: but bone lasts", "0 onset flags=bone\n1 seen\n"
	    "2 onset start=sudden", "3", URGENT, "U8", NONE},
	{"U8: not past the end", "0 onset flags=bone\n1 end\n"
	    "2 onset start=sudden", "3", SELF_CARE, "", ICE},
	{"U8: not where it was taken back", "0 onset start=sudden "
	    "flags=bone\n1 check wrong=bone", "2", SELF_CARE, "", ICE},

	{"U9: 42 days after a visit not yet", "0 onset\n80 seen", "1088",
	    SELF_CARE, "", HEAT},
	{"U9: a second more", "0 onset\n80 seen", "1088:00:01",
	    PROMPT, "U9", HEAT},
	{"U9: from the last visit", "0 onset\n80 seen\n90 seen", "1098",
	    SELF_CARE, "", HEAT},
	{"U9: not where it eases", "0 onset\n80 seen\n1000 pain score=6\n"
	    "1080 pain score=3", "1088:00:01", SELF_CARE, "", HEAT},
	{"U9: nor where it is gone", "0 onset\n80 seen\n1000 pain score=6\n"
	    "1080 pain score=0", "1088:00:01", SELF_CARE, "", HEAT},
	{"U9: it is the same", "0 onset\n80 seen\n1000 pain score=6\n"
	    "1080 pain score=5", "1088:00:01", PROMPT, "U9", HEAT},
	{"U9: one score does not say that it eases",
	    "0 onset\n80 seen\n1080 pain score=1", "1088:00:01",
	    PROMPT, "U9", HEAT},
	{"U9: the last word on it is 14 days old", "0 onset\n80 seen\n"
	    "700 pain score=6\n760 pain score=3", "1096", SELF_CARE, "",
	    HEAT},
	{"U9: and a second", "0 onset\n80 seen\n700 pain score=6\n"
	    "760 pain score=3", "1096:00:01", PROMPT, "U9", HEAT},
	{"U9: a flare told of since does not matter",
	    "0 onset\n80 seen\n1060 onset", "1088:00:01", PROMPT, "U9", ICE},
	{"U9: a visit with nothing open was not for it",
	    "0 seen\n1 onset\n80 seen\n81 end\n82 seen\n83 onset",
	    "1091:00:01", PROMPT, "U4", HEAT},
	{"U9 needs an open episode", "0 onset\n80 seen\n90 end", "2000",
	    SELF_CARE, "", NONE},

	{"many rules are no more than the highest",
	    "0 onset feel=sharp start=sudden pain=5\n1 pain score=9", "73",
	    PROMPT, "U3,U4,U5,U6", HEAT},
	{"nearly all of them", "0 onset feel=sharp start=sudden pain=5 "
	    "flags=sleep,bone\n1 pain score=9", "73", URGENT,
	    "U2,U3,U4,U5,U6,U8", NONE},
	{"all of them", "0 onset flags=bone\n70 seen\n80 onset feel=sharp "
	    "start=sudden pain=5 flags=sleep\n81 pain score=9", "1079", URGENT,
	    "U2,U3,U4,U5,U6,U8,U9", NONE},
	{"PROMPT by rule keeps the pack", "0 onset pain=9", "50",
	    PROMPT, "U6", HEAT},
	{"past the mark a fresh flare is for ice", "0 onset\n70 onset", "80",
	    PROMPT, "U4", ICE}
};

static void
put_rules(struct text *text, const struct verdict *v)
{
	for (int i = 0; i < RULE_COUNT; i++) {
		if (!verdict_has_rule(v, (enum rule)i))
			continue;
		if (text->len > 0)
			text_char(text, ',');
		text_str(text, rule_rows[i].name);
	}
}

START_TEST(urgency_is_the_highest_of_its_reasons)
{
	const struct row *row = &rows[_i];
	struct verdict v;
	struct episode e;
	struct text text;
	char rules[32];

	fold_log(&e, row->log);
	v = verdict_of(&e, fold_at(row->now));
	text_init(&text, rules, sizeof(rules));
	put_rules(&text, &v);
	ck_assert_msg(strcmp(rules, row->rules) == 0, "%s: %s", row->says,
	    rules);
	ck_assert_msg(v.urgency == row->urgency, "%s: %s", row->says,
	    urgency_name(v.urgency));
	ck_assert_msg(v.treatment == row->treatment, "%s: %s", row->says,
	    pack_limits[v.treatment].name);
}
END_TEST

/* Their numbers, names and levels. */
static const struct rule_level {
	enum rule rule;
	const char *name;
	enum urgency level;
	const char *backed;
} levels[] = {
	{RULE_SLEEPLESS, "U2", URGENT, "S43, raised"},
	{RULE_SHARP_SUDDEN, "U3", PROMPT, "S44"},
	{RULE_MARK_PASSED, "U4", PROMPT, "S10 S21 S43"},
	{RULE_WORSE, "U5", PROMPT, "Childs 2005"},
	{RULE_SEVERE, "U6", PROMPT, "S42, raised"},
	{RULE_BONE_SUDDEN, "U8", URGENT, "NICE"},
	{RULE_REVIEW, "U9", PROMPT, "NHS inform"}
};

START_TEST(every_rule_has_the_level_of_the_rules)
{
	const struct rule_row *row = &rule_rows[levels[_i].rule];

	ck_assert_int_eq(RULE_COUNT, COUNT(levels));
	ck_assert_str_eq(row->name, levels[_i].name);
	ck_assert_int_eq(row->level, levels[_i].level);
	ck_assert_msg(strstr(row->source, levels[_i].backed) != NULL, "%s: %s",
	    row->name, row->source);
	ck_assert_int_eq(row->reason[strlen(row->reason) - 1], '.');
}
END_TEST

START_TEST(the_mark_alone_is_said_calmly)
{
	const char *reason = rule_rows[RULE_MARK_PASSED].reason;

	ck_assert_ptr_nonnull(strstr(reason, "not a sign of harm"));
	ck_assert_ptr_nonnull(strstr(reason, "many backs take longer"));
}
END_TEST

static const struct elapsed {
	const char *log, *now;
	int64_t elapsed;
} spans[] = {
	{"0 onset", "0", 0},
	{"0 onset", "-1", 0},
	{"0 onset", "0:00:01", 1},
	{"0 onset\n30 onset", "31", 31 * 3600},
	{"30 onset\n0 onset", "31", 31 * 3600},
	{"0 onset\n30 end", "31", 0},
	{"", "31", 0}
};

START_TEST(elapsed_counts_from_the_first_onset)
{
	struct episode e;

	fold_log(&e, spans[_i].log);
	ck_assert_int_eq(verdict_of(&e, fold_at(spans[_i].now)).elapsed,
	    spans[_i].elapsed);
}
END_TEST

START_TEST(all_that_the_log_comes_to_is_in_the_verdict)
{
	struct verdict v;
	struct episode e;

	fold_log(&e, "0 onset feel=dull side=both pain=5 flags=leg,skin\n"
	    "1 pain score=2");
	v = verdict_of(&e, fold_at("10"));
	ck_assert(verdict_has_flag(&v, FLAG_LEG));
	ck_assert(verdict_has_flag(&v, FLAG_SKIN));
	ck_assert(!verdict_has_flag(&v, FLAG_NUMB));
	ck_assert_uint_eq(v.flags, FLAG_BIT(FLAG_LEG) | FLAG_BIT(FLAG_SKIN));
	ck_assert_int_eq(v.phase, PHASE_ICE);
	ck_assert_int_eq(v.trend, TREND_BETTER);
	ck_assert_int_eq(v.pattern, PATTERN_SORENESS);
	ck_assert_int_eq(v.next.phase, PHASE_HEAT);
	ck_assert_int_eq(v.next.at, fold_at("48"));
}
END_TEST

START_TEST(with_nothing_open_there_is_no_pattern_and_no_next)
{
	struct verdict v;
	struct episode e;

	fold_log(&e, "0 onset feel=dull side=both\n1 end");
	v = verdict_of(&e, fold_at("2"));
	ck_assert_int_eq(v.pattern, PATTERN_UNCLEAR);
	ck_assert_int_eq(v.phase, PHASE_NONE);
	ck_assert(v.next.phase == PHASE_NONE);
}
END_TEST

/* Past 72 hours, and gone as far as is known: no pack is offered. */
static const struct painless {
	const char *log;
	bool painless, offers;
} painless[] = {
	{"0 onset", false, true}, {"0 onset\n70 pain score=0", true, false},
	{"0 onset pain=4\n70 pain score=0", true, false},
	{"0 onset\n70 pain score=1", false, true},
	{"0 onset\n60 pain score=0\n70 pain score=1", false, true},
	{"0 onset\n60 pain score=1\n70 pain score=0", true, false}
};

START_TEST(one_score_of_0_is_painless)
{
	struct verdict v;
	struct episode e;

	fold_log(&e, painless[_i].log);
	v = verdict_of(&e, fold_at("80"));
	ck_assert_int_eq(verdict_is_painless(&e), painless[_i].painless);
	ck_assert_int_eq(verdict_offers_pack(&e, &v), painless[_i].offers);
}
END_TEST

/* What keeps it from being said that the pattern is one of soreness. */
static const struct suits {
	const char *log, *now;
	bool want;
} suits[] = {
	{"0 onset", "1", true},
	{"0 onset pain=3\n1 pain score=3", "2", true},
	{"0 onset", "72", true},
	{"0 onset", "73", false},
	{"0 onset flags=skin", "1", true},
	{"0 onset flags=leg", "1", false},
	{"0 onset flags=fever", "1", false},
	{"0 onset pain=3\n1 pain score=5", "2", false},
	{"0 onset feel=stiff chronic=yes", "1", false}
};

START_TEST(soreness_is_said_beside_nothing_that_speaks_against_it)
{
	struct verdict v;
	struct episode e;

	fold_log(&e, suits[_i].log);
	v = verdict_of(&e, fold_at(suits[_i].now));
	ck_assert(verdict_suits_soreness(&e, &v) == suits[_i].want);
	e.unread = 1;
	ck_assert(!verdict_suits_soreness(&e, &v));
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("verdict");
	TCase *tc = tcase_create("verdict");

	tcase_add_loop_test(tc, urgency_is_the_highest_of_its_reasons, 0,
	    COUNT(rows));
	tcase_add_loop_test(tc, every_rule_has_the_level_of_the_rules, 0,
	    COUNT(levels));
	tcase_add_test(tc, the_mark_alone_is_said_calmly);
	tcase_add_loop_test(tc, elapsed_counts_from_the_first_onset, 0,
	    COUNT(spans));
	tcase_add_test(tc, all_that_the_log_comes_to_is_in_the_verdict);
	tcase_add_test(tc, with_nothing_open_there_is_no_pattern_and_no_next);
	tcase_add_loop_test(tc,
	    soreness_is_said_beside_nothing_that_speaks_against_it, 0,
	    COUNT(suits));
	tcase_add_loop_test(tc, one_score_of_0_is_painless, 0, COUNT(painless));
	suite_add_tcase(s, tc);
	return s;
}
