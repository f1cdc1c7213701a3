#include "suite.h"

#include <ctype.h>
#include <string.h>

#include "../../src/core/say/advice.h"
#include "../../src/core/say/topic.h"
#include "table.h"

static int
lines_of(const struct topic *t)
{
	int n = 0;

	while (n < TOPIC_LINES && t->lines[n].label != NULL)
		n++;
	return n;
}

static bool
has_label(const struct topic *t, const char *label)
{
	for (int i = 0; i < lines_of(t); i++) {
		if (strcmp(t->lines[i].label, label) == 0)
			return true;
	}
	return false;
}

static int
count_topics(void)
{
	int n = 0;

	while (topic_table[n].name != NULL)
		n++;
	return n;
}

static const struct row {
	const char *name;
	bool cause, care;
} rows[] = {
	{"load", true, false}, {"form", true, false}, {"core", true, false},
	{"hips", true, false}, {"glutes", true, false}, {"ice", false, true},
	{"heat", false, true}, {"meds", false, true}, {"moving", false, true},
	{"soreness", false, false}, {"strain", false, false},
	{"flags", false, false}, {"sciatica", false, false},
	{"cauda-equina", false, false}, {"return", false, true}
};

START_TEST(a_topic_is_found_by_its_name)
{
	const struct topic *t = topic_find(rows[_i].name);

	ck_assert_ptr_nonnull(t);
	ck_assert_str_eq(t->name, rows[_i].name);
	ck_assert_int_eq(t->cause, rows[_i].cause);
	ck_assert_int_eq(t->care, rows[_i].care);
}
END_TEST

START_TEST(there_are_no_other_topics)
{
	ck_assert_int_eq(count_topics(), ROWS(rows));
}
END_TEST

static const char *const unknown[] = {"", "Ice", "ic", "icee", "why"};

START_TEST(no_other_name_finds_one)
{
	ck_assert_ptr_null(topic_find(unknown[_i]));
}
END_TEST

START_TEST(a_topic_is_a_page)
{
	const struct topic *t = topic_find(rows[_i].name);
	size_t bytes = strlen(t->title);

	ck_assert(isupper((unsigned char)t->title[0]));
	ck_assert_int_ge(lines_of(t), 3);
	for (int i = 0; i < lines_of(t); i++) {
		const struct topic_line *line = &t->lines[i];

		/* A label and a space, in columns of their own. */
		ck_assert_int_lt((int)strlen(line->label), PAGE_LABEL);
		ck_assert_msg(isupper((unsigned char)line->text[0]), "%s",
		    line->text);
		ck_assert_msg(strchr(".`", line->text[strlen(line->text) - 1])
		    != NULL, "%s", line->text);
		ck_assert_ptr_nonnull(line->source);
		bytes += strlen(line->text) + sizeof(" (evidence: contested)");
	}
	ck_assert_str_ne(t->lines[0].label, "");
	ck_assert_uint_lt(bytes, ADVICE_MAX / 2);
}
END_TEST

/* What the list of causes takes from each. */
START_TEST(a_cause_has_what_to_try_and_what_supports_it)
{
	const struct topic *t = topic_find(rows[_i].name);

	ck_assert_int_eq(has_label(t, "Try"), t->cause);
	if (!t->cause)
		return;
	ck_assert_str_eq(t->lines[0].label, "Cause");
	ck_assert(has_label(t, "Proof"));
}
END_TEST

START_TEST(what_one_does_oneself_comes_with_its_evidence)
{
	const struct topic *t = topic_find(rows[_i].name);
	bool told = false;

	for (int i = 0; i < lines_of(t); i++)
		told = told || t->lines[i].evidence != EVIDENCE_NONE;
	ck_assert(told);
}
END_TEST

START_TEST(all_causes_fit_one_page)
{
	int items = 3;		/* the log, the other topics, the disclaimer */
	size_t bytes = 2048;	/* of those */

	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (!t->cause)
			continue;
		items += 3;
		for (int i = 0; i < lines_of(t); i++)
			bytes += strlen(t->lines[i].text);
	}
	ck_assert_int_le(items, PAGE_ITEMS);
	ck_assert_uint_lt(bytes, ADVICE_MAX);
}
END_TEST

/* Part 4: where the article and the evidence disagree. */
static const struct honest {
	const char *name, *source;
	enum evidence evidence;
} honest[] = {
	{"ice", "Cochrane 2006; Garra 2010", EVIDENCE_LIMITED},
	{"ice", "S25", EVIDENCE_CONTESTED},
	{"ice", "Dubois and Esculier 2020", EVIDENCE_CONTESTED},
	{"heat", "S27", EVIDENCE_CONTESTED},
	{"heat", "Cochrane 2006; ACP 2017", EVIDENCE_LIMITED},
	{"moving", "S34", EVIDENCE_CONTESTED},
	{"moving", "Cochrane CD004577", EVIDENCE_CONTESTED},
	{"soreness", "S10; Cheung 2003", EVIDENCE_CONTESTED},
	{"core", "S51", EVIDENCE_CONTESTED},
	{"core", "BJSM 54/12/698", EVIDENCE_CONTESTED},
	{"form", "S53 S54", EVIDENCE_CONTESTED},
	{"form", "Saraceni 2020", EVIDENCE_CONTESTED},
	{"hips", "S55", EVIDENCE_CONTESTED},
	{"hips", "S57", EVIDENCE_CONTESTED},
	{"hips", "Laird 2014", EVIDENCE_CONTESTED},
	{"glutes", "S56", EVIDENCE_CONTESTED},
	{"load", "Steffens 2015", EVIDENCE_GOOD},
	{"flags", "Finucane 2020; Downie 2013", EVIDENCE_LIMITED},
	{"return", "Steffens 2016", EVIDENCE_GOOD}
};

START_TEST(a_claim_is_as_strong_as_its_evidence)
{
	const struct topic *t = topic_find(honest[_i].name);

	for (int i = 0; i < lines_of(t); i++) {
		if (strcmp(t->lines[i].source, honest[_i].source) != 0)
			continue;
		ck_assert_int_eq(t->lines[i].evidence, honest[_i].evidence);
		return;
	}
	ck_abort_msg("%s: nothing from %s", t->name, honest[_i].source);
}
END_TEST

/* Clinical 2.3: whom to ask first, what never, for how long, when to stop. */
static const char *const cautions[] = {
	"doctor or a pharmacist first", "over 65", "under 16", "pregnant",
	"want to be", "breastfeed", "asthma", "allergy to them or to aspirin",
	"past stomach ulcer", "chickenpox", "stroke", "clotting problem",
	"heart", "liver", "kidneys", "blood pressure", "circulation",
	"bowels", "blood thinners", "steroids", "antidepressants",
	"any other medicine", "Two of them at once", "aspirin sets off asthma",
	"28 weeks of pregnancy", "from 20 weeks", "heart attack",
	"even early", "if you take more", "bleed with no warning", "Age",
	"alcohol", "smoking", "As little as helps", "short as can be",
	"ten days at most without advice", "Drink enough", "dry kidneys",
	"black stools", "blood in vomit", "dark urine", "Paracetamol alone"
};

START_TEST(medicines_come_with_every_caution)
{
	const struct topic *t = topic_find("meds");

	for (int i = 0; i < lines_of(t); i++) {
		if (strstr(t->lines[i].text, cautions[_i]) != NULL)
			return;
	}
	ck_abort_msg("nothing of \"%s\"", cautions[_i]);
}
END_TEST

/* A number beside a unit, or so many a day. */
START_TEST(no_dose_is_ever_named)
{
	static const char *const units[] = {
		"mg", "milligram", " gram", "tablets a day", "times a day",
		"ibuprofen", "naproxen", "diclofenac"
	};
	const struct topic *t = topic_find("meds");

	for (int i = 0; i < lines_of(t); i++) {
		for (int u = 0; u < ROWS(units); u++)
			ck_assert_ptr_null(strstr(t->lines[i].text, units[u]));
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("topic");
	TCase *tc = tcase_create("topic");

	TABLE_ADD(tc, a_topic_is_found_by_its_name, rows);
	tcase_add_test(tc, there_are_no_other_topics);
	TABLE_ADD(tc, no_other_name_finds_one, unknown);
	TABLE_ADD(tc, a_topic_is_a_page, rows);
	TABLE_ADD(tc, a_cause_has_what_to_try_and_what_supports_it, rows);
	tcase_add_loop_test(tc, what_one_does_oneself_comes_with_its_evidence,
	    0, ROWS(rows));
	tcase_add_test(tc, all_causes_fit_one_page);
	TABLE_ADD(tc, a_claim_is_as_strong_as_its_evidence, honest);
	TABLE_ADD(tc, medicines_come_with_every_caution, cautions);
	tcase_add_test(tc, no_dose_is_ever_named);
	suite_add_tcase(s, tc);
	return s;
}
