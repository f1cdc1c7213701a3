/* Every statement of the article, S1 to S59, reaches somebody. */
#include "suite.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "../../src/core/say/topic.h"
#include "../../src/core/rules/verdict.h"
#include "table.h"

#define STATEMENTS 59
#define CARRIERS 256

/* A text of one of the four tables, and the sources that it names. */
struct carrier {
	const char *text, *source;
};

static struct carrier carriers[CARRIERS];
static int count;

static void
add(const char *text, const char *source)
{
	ck_assert_int_lt(count, CARRIERS);
	carriers[count++] = (struct carrier){text, source};
}

static void
collect(void)
{
	count = 0;
	for (int i = 0; i < SENTENCE_COUNT; i++)
		add(sentence_rows[i].text, sentence_rows[i].source);
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		for (int i = 0; i < TOPIC_LINES && t->lines[i].text != NULL;
		    i++)
			add(t->lines[i].text, t->lines[i].source);
	}
	for (int i = 0; i < FLAG_COUNT; i++)
		add(flag_rows[i].question, flag_rows[i].source);
	for (int i = 0; i < RULE_COUNT; i++)
		add(rule_rows[i].reason, rule_rows[i].source);
}

/* The next statement that a source names, or 0; *at is moved past it. */
static int
next_statement(const char *source, const char **at)
{
	for (const char *s = *at; *s != '\0'; s++) {
		if (*s != 'S' || !isdigit((unsigned char)s[1]) ||
		    (s > source && isalnum((unsigned char)s[-1])))
			continue;
		*at = s + 1;
		return atoi(s + 1);
	}
	return 0;
}

static bool
names(const struct carrier *c, int statement)
{
	const char *at = c->source;
	int found;

	while ((found = next_statement(c->source, &at)) != 0) {
		if (found == statement)
			return true;
	}
	return false;
}

/* Those that more than one text carries, and why that is not too many. */
static const struct shared {
	int statement, times;
	const char *why;
} shared[] = {
	{10, 2, "U4 rests on it, why soreness says it"},
	{16, 2, "as care now, and as the lesson at the end"},
	{21, 3, "U4 rests on it, the advice reassures with it, long and short"},
	{36, 2, "the step, and the reason for it in why moving"},
	{37, 2, "U3 rests on it: S44 has no word of its own for the urgency"},
	{38, 3, "three flags ask for it: both-legs, leg, numb"},
	{42, 2, "a flag, and U6 for a score of 8 or more"},
	{43, 3, "a flag, U2 in full, and U4 for its 72 hours"}
};

START_TEST(each_statement_is_carried_once_or_as_often_as_it_must_be)
{
	int wanted = 1, found = 0;

	collect();
	for (int i = 0; i < ROWS(shared); i++) {
		if (shared[i].statement == _i)
			wanted = shared[i].times;
	}
	for (int i = 0; i < count; i++)
		found += names(&carriers[i], _i);
	ck_assert_msg(found == wanted, "S%d is carried %d times, not %d", _i,
	    found, wanted);
}
END_TEST

/* What a text has in it that says it. */
static const struct says {
	int statement;
	const char *words;
} says[] = {
	{1, "common"}, {1, "tired or strained"}, {2, "what brought it on"},
	{2, "not come back"}, {3, "soreness from injury"},
	{4, "long muscles along the spine (erector spinae) were"},
	{5, "New or harder work makes tiny tears"}, {5, "normal part"},
	{6, "dull ache or stiffness"}, {7, "12 to 48 hours"},
	{8, "Deadlifts and heavy squats"}, {9, "both sides"},
	{9, "light movement"}, {10, "within 72 hours"}, {10, "72-hour mark"},
	{11, "larger tear, in muscle or in tendon"},
	{12, "sharp, at once, in the middle of the exercise"},
	{13, "one side"}, {14, "Too much training"},
	{14, "too heavy a weight"}, {14, "sudden move out of control"},
	{15, "inflammation and a spasm"}, {15, "tight and moves less"},
	{16, "mild strains heal"}, {16, "load and technique"},
	{17, "calm the sore tissue"}, {17, "keep the blood moving"},
	{18, "Ice"}, {19, "Moist heat"},
	{20, "Long-standing and stiff: heat rather than ice"},
	{21, "within a few days"}, {22, "no bed rest"},
	{23, "wrapped in a cloth"}, {24, "15 to 20 minutes"},
	{25, "calms inflammation"}, {25, "dulls pain"}, {26, "Moist"},
	{27, "blood flow"}, {27, "clears waste"}, {27, "eases spasm"},
	{28, "anti-inflammatory may help"}, {29, "Drink"},
	{30, "eat well"}, {31, "as soon as"}, {31, "stiff"},
	{32, "Knee-to-chest"}, {33, "Child's Pose"},
	{34, "open the low back and lengthen"}, {35, "Walk a little, often"},
	{36, "little sitting"}, {36, "blood moving"},
	{37, "see a doctor or physiotherapist"},
	{38, "pain running down one leg, particularly below the knee"},
	{38, "numbness, tingling or weakness in one leg"}, {38, "both legs"},
	{39, "nerve root"}, {39, "sciatica"},
	{40, "control of the bladder or the bowels"},
	{41, "nerves at the end of the spine"}, {41, "rare, but serious"},
	{42, "sharp, severe and never easing"}, {43, "stops you sleeping"},
	{43, "not eased in 72 hours"}, {44, "Sharp pain that came on at once"},
	{44, "strain or a joint injury"}, {45, "fever"}, {46, "chills"},
	{46, "without another reason"}, {47, "losing weight without trying"},
	{48, "not muscle or joint"}, {49, "not the weight itself"},
	{49, "support"}, {49, "way of moving"},
	{50, "and the pelvic floor work like a corset"}, {50, "corset"},
	{51, "outer muscles of the back do their work"},
	{52, "low back lifts (as prime mover), where it should hold"},
	{53, "the back rounds in a deadlift"},
	{54, "discs and ligaments take the strain, not hips and legs"},
	{55, "front of the hips can tip the pelvis forward"},
	{56, "Weak muscles of the buttocks"}, {57, "arches the low back"},
	{57, "sore even with moderate weight"}, {58, "takes the easy path"},
	{58, "Hips and trunk should start"}, {59, "weak spot or a habit"},
	{59, "breaks the cycle"}
};

/* strstr, whatever the case. */
static bool
holds(const char *text, const char *words)
{
	size_t len = strlen(words);

	for (; *text != '\0'; text++) {
		if (strncasecmp(text, words, len) == 0)
			return true;
	}
	return false;
}

START_TEST(a_text_says_what_its_statement_says)
{
	bool said = false;

	collect();
	for (int i = 0; i < count && !said; i++)
		said = names(&carriers[i], says[_i].statement) &&
		    holds(carriers[i].text, says[_i].words);
	ck_assert_msg(said, "no text of S%d has \"%s\"", says[_i].statement,
	    says[_i].words);
}
END_TEST

START_TEST(no_statement_goes_without_words_that_say_it)
{
	bool listed[STATEMENTS + 1] = {false};

	for (int i = 0; i < ROWS(says); i++)
		listed[says[i].statement] = true;
	for (int i = 1; i <= STATEMENTS; i++)
		ck_assert_msg(listed[i], "S%d", i);
}
END_TEST

START_TEST(a_source_names_no_statement_that_there_is_not)
{
	collect();
	for (int i = 0; i < count; i++) {
		const char *at = carriers[i].source;
		int found;

		while ((found = next_statement(carriers[i].source, &at)) != 0)
			ck_assert_msg(found >= 1 && found <= STATEMENTS,
			    "S%d: %s", found, carriers[i].text);
	}
}
END_TEST

START_TEST(a_text_of_the_article_alone_names_its_statement)
{
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		for (int i = 0; i < TOPIC_LINES && t->lines[i].text != NULL;
		    i++) {
			const struct topic_line *line = &t->lines[i];

			/* What was looked for and not found has none. */
			if (line->evidence != EVIDENCE_ARTICLE ||
			    strcmp(line->source, "none found") == 0)
				continue;
			ck_assert_msg(line->source[0] == 'S', "%s: %s",
			    t->name, line->text);
		}
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("statements");
	TCase *tc = tcase_create("statements");

	tcase_add_loop_test(tc,
	    each_statement_is_carried_once_or_as_often_as_it_must_be, 1,
	    STATEMENTS + 1);
	TABLE_ADD(tc, a_text_says_what_its_statement_says, says);
	tcase_add_test(tc, no_statement_goes_without_words_that_say_it);
	tcase_add_test(tc, a_source_names_no_statement_that_there_is_not);
	tcase_add_test(tc, a_text_of_the_article_alone_names_its_statement);
	suite_add_tcase(s, tc);
	return s;
}
