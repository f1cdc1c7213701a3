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

	while (n < TOPIC_LINES && t->lines[n].text != NULL)
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
	enum topic_kind kind;
} rows[] = {
	{"load", TOPIC_CAUSE}, {"form", TOPIC_CAUSE}, {"core", TOPIC_CAUSE},
	{"hips", TOPIC_CAUSE}, {"glutes", TOPIC_CAUSE}, {"ice", TOPIC_STEP},
	{"heat", TOPIC_STEP}, {"meds", TOPIC_STEP}, {"moving", TOPIC_STEP},
	{"return", TOPIC_STEP}, {"childs-pose", TOPIC_HOW},
	{"knee-to-chest", TOPIC_HOW}, {"walking", TOPIC_HOW},
	{"bracing", TOPIC_HOW}, {"plank", TOPIC_HOW}, {"dead-bug", TOPIC_HOW},
	{"bridge", TOPIC_HOW}, {"wrapping", TOPIC_HOW}, {"lying", TOPIC_HOW},
	{"getting-up", TOPIC_HOW}, {"soreness", TOPIC_TERM},
	{"strain", TOPIC_TERM}, {"flags", TOPIC_TERM},
	{"sciatica", TOPIC_TERM}, {"cauda-equina", TOPIC_TERM},
	{"erector-spinae", TOPIC_TERM}, {"transverse-abdominis", TOPIC_TERM},
	{"multifidus", TOPIC_TERM}, {"intra-abdominal-pressure", TOPIC_TERM},
	{"anterior-pelvic-tilt", TOPIC_TERM}
};

START_TEST(a_topic_is_found_by_its_name)
{
	const struct topic *t = topic_find(rows[_i].name);

	ck_assert_ptr_nonnull(t);
	ck_assert_str_eq(t->name, rows[_i].name);
	ck_assert_int_eq(t->kind, rows[_i].kind);
}
END_TEST

START_TEST(there_are_no_other_topics)
{
	ck_assert_int_eq(count_topics(), ROWS(rows));
}
END_TEST

/* As people type them, and as the article calls them. */
static const struct {
	const char *typed, *name;
} others[] = {
	{"Ice", "ice"}, {"abs", "core"}, {"sleep", "lying"},
	{"deadlift", "form"}, {"sit", "moving"}, {"DOMS", "soreness"},
	{"doms", "soreness"},
	{"nsaid", "meds"}, {"NSAIDs", "meds"}, {"ibuprofen", "meds"},
	{"child's pose", "childs-pose"}, {"Child\xe2\x80\x99s Pose",
	    "childs-pose"}, {"childs pose", "childs-pose"},
	{"childs_pose", "childs-pose"}, {"child-pose", "childs-pose"},
	{"knee to chest", "knee-to-chest"}, {"walk", "walking"},
	{"dead bug", "dead-bug"}, {"deadbug", "dead-bug"},
	{"brace", "bracing"}, {"wrap", "wrapping"}, {"night", "lying"},
	{"get up", "getting-up"}, {"erector", "erector-spinae"},
	{"Erector Spinae", "erector-spinae"}, {"tva", "transverse-abdominis"},
	{"transverse", "transverse-abdominis"}, {"multifidi", "multifidus"},
	{"intra-abdominal pressure", "intra-abdominal-pressure"},
	{"pelvic tilt", "anterior-pelvic-tilt"}, {"red flags", "flags"},
	{"cauda equina", "cauda-equina"}, {"pelvic floor", "core"},
	{"'ice'", "ice"}
};

START_TEST(a_topic_is_found_by_other_words)
{
	const struct topic *t = topic_find(others[_i].typed);

	ck_assert_msg(t != NULL, "%s", others[_i].typed);
	ck_assert_str_eq(t->name, others[_i].name);
}
END_TEST

/* The word would lead to the first of them, and never to the other. */
START_TEST(no_word_names_two_topics)
{
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		struct slice rest = slice_of(t->also), word;
		char buf[64];

		ck_assert_ptr_eq(topic_find(t->name), t);
		while (slice_next(&rest, ' ', &word)) {
			ck_assert_uint_gt(word.len, 0);
			memcpy(buf, word.at, word.len);
			buf[word.len] = '\0';
			ck_assert_msg(topic_find(buf) == t, "%s: %s", t->name,
			    buf);
		}
	}
}
END_TEST

START_TEST(a_slip_is_answered_with_the_nearest_name)
{
	ck_assert_str_eq(topic_suggest("icee"), "ice");
	ck_assert_str_eq(topic_suggest("plnak"), "plank");
	ck_assert_ptr_null(topic_suggest("something else"));
}
END_TEST

static const char *const unknown[] = {
	"", "ic", "icee", "why", " ", "'", "ice heat", "-", "childs--pose",
	"ice ", " ice"
};

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

	ck_assert_int_eq(has_label(t, "Try"), t->kind == TOPIC_CAUSE);
	if (t->kind != TOPIC_CAUSE)
		return;
	ck_assert_str_eq(t->lines[0].label, "Cause");
	ck_assert(has_label(t, "Evidence"));
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

/* How to do it, when to stop, for whom not. */
START_TEST(what_is_done_with_the_body_has_its_limits)
{
	const struct topic *t = topic_find(rows[_i].name);

	if (t->kind != TOPIC_HOW || strcmp(t->name, "lying") == 0)
		return;
	ck_assert_msg(has_label(t, "Stop"), "%s", t->name);
	ck_assert_msg(has_label(t, "Not for"), "%s", t->name);
	ck_assert_msg(has_label(t, "Evidence"), "%s", t->name);
}
END_TEST

/* Each stands in brackets where it is explained, but for the one in a title. */
START_TEST(the_terms_of_the_article_are_named_where_they_are_explained)
{
	static const char *const terms[][2] = {
		{"load", "(erector spinae)"},
		{"form", "(intra-abdominal pressure)"},
		{"form", "(as prime mover)"},
		{"core", "(transverse abdominis)"}, {"core", "(multifidus)"},
		{"hips", "(anterior pelvic tilt)"}, {"soreness", "(DOMS)"}
	};

	for (int i = 0; i < ROWS(terms); i++) {
		const struct topic *t = topic_find(terms[i][0]);
		bool found = false;

		for (int j = 0; j < lines_of(t); j++)
			found = found ||
			    strstr(t->lines[j].text, terms[i][1]) != NULL;
		ck_assert_msg(found, "%s: %s", terms[i][0], terms[i][1]);
	}
	ck_assert_ptr_nonnull(strstr(topic_find("meds")->title, "(NSAIDs)"));
}
END_TEST

START_TEST(all_causes_fit_one_page)
{
	/* The log, the other topics, the disclaimer. */
	int items = 3 + TOPIC_KINDS;
	size_t bytes = 2048;	/* of those */

	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (t->kind != TOPIC_CAUSE)
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
	"doctor or a pharmacist", "over 65", "under 16", "pregnant",
	"trying", "breastfeeding", "asthma", "allergy to them or to aspirin",
	"past stomach ulcer", "chickenpox", "stroke", "clotting",
	"heart", "liver", "kidneys", "blood pressure", "circulation",
	"bowels", "blood thinners", "steroids", "antidepressants",
	"any other medicine", "Two of them at once", "aspirin sets off asthma",
	"28 weeks of pregnancy", "from 20 weeks", "Heart attack",
	"early", "More of it", "bleeds", "no warning", "age",
	"alcohol", "smoking", "As little as helps",
	"ten days at most without advice", "Drink enough",
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
	TABLE_ADD(tc, a_topic_is_found_by_other_words, others);
	tcase_add_test(tc, no_word_names_two_topics);
	tcase_add_test(tc, a_slip_is_answered_with_the_nearest_name);
	TABLE_ADD(tc, what_is_done_with_the_body_has_its_limits, rows);
	tcase_add_test(tc,
	    the_terms_of_the_article_are_named_where_they_are_explained);
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
