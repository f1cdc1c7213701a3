#include "suite.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/say/sentence.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

START_TEST(every_sentence_is_said)
{
	ck_assert_ptr_nonnull(sentence_rows[_i].text);
	ck_assert_uint_gt(strlen(sentence_rows[_i].text), 0);
	ck_assert(isupper((unsigned char)sentence_rows[_i].text[0]));
}
END_TEST

START_TEST(every_claim_names_a_statement_or_who_else_says_so)
{
	const struct sentence_row *row = &sentence_rows[_i];
	const char *s = row->source;

	ck_assert_ptr_nonnull(s);
	ck_assert(row->evidence == EVIDENCE_NONE || *s != '\0');
	if (row->evidence == EVIDENCE_ARTICLE)
		ck_assert_int_eq(*s, 'S');
	/* The statements of the article are S1 to S59. */
	for (; *s != '\0'; s++) {
		if (*s == 'S' && isdigit((unsigned char)s[1])) {
			ck_assert_int_ge(atoi(s + 1), 1);
			ck_assert_int_le(atoi(s + 1), 59);
		}
	}
}
END_TEST

/* S18 to S37, and how strong the evidence is. */
static const struct row {
	enum sentence words;
	const char *has;	/* in the text, */
	const char *source;	/* in the source */
	enum evidence evidence;
} rows[] = {
	{SENTENCE_EMERGENCY, "Call your local emergency number (112, 999, 911) "
	    "or go to an emergency department now.", "NHS", EVIDENCE_GOOD},
	{SENTENCE_EMERGENCY_NOT, "Wait", "NHS", EVIDENCE_NONE},
	{SENTENCE_EMERGENCY_NOT, "drive yourself", "NHS", EVIDENCE_NONE},
	{SENTENCE_URGENT, "urgent-care line (111 in the UK) today", "NHS",
	    EVIDENCE_GOOD},
	{SENTENCE_PROMPT, "See a doctor or physiotherapist in the next days",
	    "S37",
	    EVIDENCE_GOOD},
	{SENTENCE_SELF_CARE,
	    "Nothing reported needs urgent care; look again if "
	    "anything changes", "rule U7", EVIDENCE_NONE},
	{SENTENCE_ICE, "15 to 20 minutes", "S24", EVIDENCE_LIMITED},
	{SENTENCE_ICE, "wrapped in a cloth", "S23", EVIDENCE_LIMITED},
	{SENTENCE_ICE, "Ice", "S18", EVIDENCE_LIMITED},
	{SENTENCE_HEAT, "Moist heat", "S26", EVIDENCE_LIMITED},
	{SENTENCE_HEAT, "10 to 20 minutes", "S19", EVIDENCE_LIMITED},
	{SENTENCE_HEAT_CHRONIC, "heat rather than ice", "S20",
	    EVIDENCE_LIMITED},
	{SENTENCE_NO_PACKS, "No ice and no heat", "MPFT", EVIDENCE_GOOD},
	{SENTENCE_ASK_PACKS, "cold or heat is right", "MPFT", EVIDENCE_NONE},
	{SENTENCE_MOVE, "no bed rest", "S22", EVIDENCE_GOOD},
	{SENTENCE_MOVE, "Walk", "S35", EVIDENCE_GOOD},
	{SENTENCE_MOVE, "little sitting", "S36", EVIDENCE_GOOD},
	{SENTENCE_STRETCH, "Knee-to-chest", "S32", EVIDENCE_CONTESTED},
	{SENTENCE_STRETCH, "Child's Pose", "S33", EVIDENCE_CONTESTED},
	{SENTENCE_EAT, "Drink", "S29", EVIDENCE_ARTICLE},
	{SENTENCE_EAT, "eat well", "S30", EVIDENCE_ARTICLE},
	{SENTENCE_MEDS, "anti-inflammatory", "S28", EVIDENCE_GOOD},
	{SENTENCE_MEDS, "`backcare why meds`", "S28", EVIDENCE_GOOD},
	{SENTENCE_COMMON, "within a few days", "S1 S21", EVIDENCE_GOOD},
	{SENTENCE_EXPECT, "settle in days", "S21", EVIDENCE_GOOD},
	{SENTENCE_EMERGENCY_ASK, "could it be cauda equina?", "NHS",
	    EVIDENCE_GOOD},
	{SENTENCE_URGENT_MEANWHILE, "Keep moving gently", "NHS",
	    EVIDENCE_NONE},
	{SENTENCE_MEDS_ASK, "pharmacist first", "NHS", EVIDENCE_NONE},
	{SENTENCE_SORENESS, "Matches the pattern of", "answers", EVIDENCE_NONE},
	{SENTENCE_STRAIN, "Matches the pattern of", "answers", EVIDENCE_NONE},
	{SENTENCE_STRAIN_REST, "load and technique", "S16", EVIDENCE_ARTICLE},
	{SENTENCE_SIGNS, "new trouble with bladder or bowels", "NHS",
	    EVIDENCE_GOOD},
	{SENTENCE_SIGNS, "numb between the legs", "NHS", EVIDENCE_GOOD},
	{SENTENCE_SIGNS, "both legs", "NHS", EVIDENCE_GOOD},
	{SENTENCE_DISCLAIMER, "General information, not a diagnosis", "",
	    EVIDENCE_NONE},
	{SENTENCE_DISCLAIMER, "no substitute for care", "", EVIDENCE_NONE}
};

START_TEST(a_sentence_carries_its_statements_and_their_evidence)
{
	const struct row *row = &rows[_i];
	const struct sentence_row *words = &sentence_rows[row->words];

	ck_assert_msg(strstr(words->text, row->has) != NULL, "%s: %s",
	    row->has, words->text);
	ck_assert_msg(strstr(words->source, row->source) != NULL, "%s: %s",
	    row->has, words->source);
	ck_assert_msg(words->evidence == row->evidence, "%s: %s", row->has,
	    sentence_evidence(words->evidence));
}
END_TEST

START_TEST(no_dose_is_ever_named)
{
	for (const char *s = sentence_rows[SENTENCE_MEDS].text; *s != '\0'; s++)
		ck_assert(!isdigit((unsigned char)*s));
}
END_TEST

START_TEST(the_strength_of_evidence_has_a_plain_word)
{
	ck_assert_str_eq(sentence_evidence(EVIDENCE_NONE), "");
	ck_assert_str_eq(sentence_evidence(EVIDENCE_ARTICLE), "article only");
	ck_assert_str_eq(sentence_evidence(EVIDENCE_GOOD), "good");
	ck_assert_str_eq(sentence_evidence(EVIDENCE_LIMITED), "limited");
	ck_assert_str_eq(sentence_evidence(EVIDENCE_CONTESTED), "contested");
}
END_TEST

static const struct put {
	enum sentence words;
	bool verbose;
	const char *text;
} says[] = {
	{SENTENCE_EAT, false, "Drink, eat well."},
	{SENTENCE_EAT, true,
	    "Drink, eat well. [S29 S30; evidence: article only]"},
	{SENTENCE_EMERGENCY_NOT, false,
	    "Wait to see whether it passes, or drive yourself."},
	{SENTENCE_EMERGENCY_NOT, true,
	    "Wait to see whether it passes, or drive yourself. [NHS]"},
	{SENTENCE_DISCLAIMER, false, "General information, not a diagnosis and "
	    "no substitute for care."},
	{SENTENCE_DISCLAIMER, true, "General information, not a diagnosis and "
	    "no substitute for care."}
};

START_TEST(verbose_adds_the_source_and_the_evidence)
{
	char buf[256];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	sentence_put(&text, says[_i].words, says[_i].verbose);
	ck_assert_str_eq(buf, says[_i].text);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("words");
	TCase *tc = tcase_create("words");

	tcase_add_loop_test(tc, every_sentence_is_said, 0, SENTENCE_COUNT);
	tcase_add_loop_test(tc,
	    every_claim_names_a_statement_or_who_else_says_so, 0,
	    SENTENCE_COUNT);
	tcase_add_loop_test(tc,
	    a_sentence_carries_its_statements_and_their_evidence, 0,
	    COUNT(rows));
	tcase_add_test(tc, no_dose_is_ever_named);
	tcase_add_test(tc, the_strength_of_evidence_has_a_plain_word);
	tcase_add_loop_test(tc, verbose_adds_the_source_and_the_evidence, 0,
	    COUNT(says));
	suite_add_tcase(s, tc);
	return s;
}
