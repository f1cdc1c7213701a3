#include "suite.h"

#include <ctype.h>
#include <string.h>

#include "../../src/core/log/flag.h"
#include "../../src/core/text/json.h"

#define NROWS (sizeof(rows) / sizeof(rows[0]))

/* The table of backcare-advice(7), the highest level first. */
static const struct row {
	const char *name;
	enum urgency level;
	const char *backed;	/* stands in the source */
} rows[] = {
	{"bladder", URGENCY_EMERGENCY, "S40"},
	{"retention", URGENCY_EMERGENCY, "NHS inform"},
	{"saddle", URGENCY_EMERGENCY, "NHS inform"},
	{"both-legs", URGENCY_EMERGENCY, "S38, raised"},
	{"weakness", URGENCY_EMERGENCY, "AHCPR"},
	{"accident", URGENCY_EMERGENCY, "NHS"},
	{"chest", URGENCY_EMERGENCY, "NHS"},
	{"belly", URGENCY_EMERGENCY, "NHS"},
	{"urine", URGENCY_EMERGENCY, "GSSI"},
	{"fever", URGENCY_URGENT, "S45 S46"},
	{"weight", URGENCY_URGENT, "S47"},
	{"unrelenting", URGENCY_URGENT, "S42, raised"},
	{"lump", URGENCY_URGENT, "NHS"},
	{"night", URGENCY_URGENT, "NHS"},
	{"upper", URGENCY_URGENT, "NHS"},
	{"cough", URGENCY_URGENT, "NHS"},
	{"cancer", URGENCY_PROMPT, "community grading"},
	{"immune", URGENCY_PROMPT, "community grading"},
	{"leg", URGENCY_PROMPT, "S38"},
	{"numb", URGENCY_PROMPT, "S38"},
	{"sleep", URGENCY_PROMPT, "S43"},
	{"bone", URGENCY_PROMPT, "AHCPR"},
	{"age", URGENCY_PROMPT, "community grading"},
	{"skin", URGENCY_SELF_CARE, "MPFT NHS"}
};

START_TEST(every_flag_has_the_level_of_the_rules)
{
	ck_assert_int_eq(FLAG_COUNT, NROWS);
	ck_assert_str_eq(flag_rows[_i].name, rows[_i].name);
	ck_assert_int_eq(flag_rows[_i].level, rows[_i].level);
	ck_assert_int_eq(flag_level(UINT32_C(1) << _i), rows[_i].level);
}
END_TEST

START_TEST(flags_stand_by_their_levels)
{
	for (size_t i = 1; i < NROWS; i++)
		ck_assert_int_ge(flag_rows[i - 1].level, flag_rows[i].level);
}
END_TEST

START_TEST(every_flag_names_who_says_so)
{
	const char *source = flag_rows[_i].source;

	ck_assert_msg(strstr(source, rows[_i].backed) != NULL, "%s: %s",
	    rows[_i].name, source);
	/* What is not from the article says so. */
	ck_assert_msg(source[0] == 'S' ||
	    strstr(source, "not in the article") != NULL, "%s: %s",
	    rows[_i].name, source);
}
END_TEST

START_TEST(every_flag_is_asked_restated_and_explained)
{
	const struct flag_row *row = &flag_rows[_i];

	ck_assert_uint_gt(strlen(row->question), 0);
	ck_assert_ptr_null(strchr(row->question, '?'));
	ck_assert_uint_gt(strlen(row->reported), 0);
	ck_assert_ptr_null(strchr(row->reported, '.'));
	ck_assert_uint_gt(strlen(row->sign), 1);
	ck_assert_int_eq(row->sign[strlen(row->sign) - 1], '.');
	ck_assert_uint_gt(strlen(row->explain), 20);
	ck_assert_int_eq(row->explain[strlen(row->explain) - 1], '.');
}
END_TEST

START_TEST(every_flag_has_plain_words)
{
	int words = 0;

	for (const struct flag_word *w = flag_words; *w->word != '\0'; w++)
		words += (w->flags & FLAG_BIT(_i)) != 0;
	ck_assert_int_gt(words, 0);
}
END_TEST

START_TEST(every_plain_word_is_found)
{
	for (const struct flag_word *w = flag_words; *w->word != '\0'; w++) {
		enum flag named = flag_find(slice_of(w->word));
		char upper[FLAG_WORD] = "";

		ck_assert_uint_gt(strlen(w->word), 2);
		ck_assert(w == flag_words || strcmp(w[-1].word, w->word) < 0);
		ck_assert_uint_ne(w->flags, 0);
		ck_assert_uint_eq(flag_plain(slice_of(w->word)), w->flags);
		/* No name of another flag stands for this one. */
		ck_assert(named == FLAG_COUNT || w->flags == FLAG_BIT(named));
		for (size_t i = 0; w->word[i] != '\0'; i++)
			upper[i] = (char)toupper((unsigned char)w->word[i]);
		ck_assert_uint_eq(flag_plain(slice_of(upper)), w->flags);
	}
}
END_TEST

START_TEST(what_is_no_plain_word_means_no_flag)
{
	static const char *const unknown[] = {
		"", " ", "peep", "pe", "pee ", "legs,", "none", "deadlift",
		"legsarmslegsarmslegsarmslegsarms"
	};

	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		ck_assert_uint_eq(flag_plain(slice_of(unknown[i])), 0);
	ck_assert_uint_eq(flag_plain(slice_of("legs")),
	    FLAG_BIT(FLAG_BOTH_LEGS));
	ck_assert_uint_eq(flag_plain(slice_of("bowels")),
	    FLAG_BIT(FLAG_BLADDER));
}
END_TEST

START_TEST(every_flag_is_found_by_its_name)
{
	ck_assert_int_eq(flag_find(slice_of(rows[_i].name)), _i);
}
END_TEST

START_TEST(a_name_is_found_only_when_exact)
{
	static const char *const unknown[] = {
		"", "none", "all", "Bladder", "BLADDER", "bladde", "bladders",
		" bladder", "bladder ", "both_legs", "both", "legs", "bothlegs",
		"leg,numb"
	};

	for (size_t i = 0; i < sizeof(unknown) / sizeof(unknown[0]); i++)
		ck_assert_int_eq(flag_find(slice_of(unknown[i])), FLAG_COUNT);
}
END_TEST

START_TEST(a_set_has_the_highest_level_in_it)
{
	ck_assert_int_eq(flag_level(0), URGENCY_SELF_CARE);
	for (size_t other = 0; other < NROWS; other++) {
		uint32_t set = UINT32_C(1) << _i | UINT32_C(1) << other;
		enum urgency level = rows[_i].level > rows[other].level ?
		    rows[_i].level : rows[other].level;

		ck_assert_int_eq(flag_level(set), level);
	}
	ck_assert_int_eq(flag_level(FLAG_ALL), URGENCY_EMERGENCY);
}
END_TEST

START_TEST(those_at_least_at_a_level_are_picked)
{
	uint32_t one = UINT32_C(1) << _i;

	for (int level = URGENCY_SELF_CARE; level <= URGENCY_EMERGENCY;
	    level++) {
		uint32_t picked = flag_at_least(one, (enum urgency)level);

		ck_assert_uint_eq(picked,
		    (int)rows[_i].level >= level ? one : 0);
		ck_assert_uint_eq(flag_at_least(FLAG_ALL & ~one,
		    (enum urgency)level) & one, 0);
	}
}
END_TEST

START_TEST(an_end_carries_urgent_emergency_and_skin)
{
	uint32_t one = UINT32_C(1) << _i;
	bool carried = rows[_i].level == URGENCY_URGENT ||
	    rows[_i].level == URGENCY_EMERGENCY ||
	    strcmp(rows[_i].name, "skin") == 0;

	ck_assert_uint_eq(flag_carried(one), carried ? one : 0);
	ck_assert_uint_eq(flag_carried(FLAG_ALL) & one, carried ? one : 0);
	ck_assert_uint_eq(flag_carried(FLAG_ALL & ~one) & one, 0);
}
END_TEST

START_TEST(a_set_of_all_is_the_whole_table)
{
	ck_assert_uint_eq(FLAG_ALL, UINT32_C(0xffffff));
	ck_assert_uint_eq(FLAG_BIT(FLAG_SKIN), UINT32_C(0x800000));
}
END_TEST

static const struct set {
	uint32_t set;
	int count;
	const char *written;
} sets[] = {
	{0, 0, ""},
	{FLAG_BIT(FLAG_SKIN), 1, "skin"},
	{FLAG_BIT(FLAG_LEG) | FLAG_BIT(FLAG_NUMB), 2, "leg,numb"},
	{FLAG_BIT(FLAG_AGE) | FLAG_BIT(FLAG_BLADDER) | FLAG_BIT(FLAG_FEVER), 3,
	    "bladder,fever,age"},
	{FLAG_ALL, 24, "bladder,retention,saddle,both-legs,weakness,accident,"
	    "chest,belly,urine,fever,weight,unrelenting,lump,night,upper,"
	    "cough,cancer,immune,leg,numb,sleep,bone,age,skin"}
};

START_TEST(a_set_is_written_in_the_order_of_the_table)
{
	char buf[512];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	flag_list(&text, sets[_i].set, ",");
	ck_assert_str_eq(buf, sets[_i].written);
}
END_TEST

START_TEST(a_list_for_people_has_blanks_in_it)
{
	char buf[512];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	flag_list(&text, sets[3].set, ", ");
	ck_assert_str_eq(buf, "bladder, fever, age");
}
END_TEST

START_TEST(an_array_in_JSON_has_a_string_for_each)
{
	struct text text = TEXT(64);

	json_open(&text, NULL, '[');
	flag_json(&text, sets[3].set);
	json_close(&text, ']');
	ck_assert_str_eq(text.buf, "[\"bladder\",\"fever\",\"age\"]");
}
END_TEST

START_TEST(the_flags_of_a_set_are_taken_in_the_order_of_the_table)
{
	uint32_t left = sets[_i].set, taken = 0;
	int last = -1;

	ck_assert_int_eq(flag_count(left), sets[_i].count);
	for (int i = 0; i < sets[_i].count; i++) {
		int flag = (int)flag_take(&left);

		ck_assert_int_gt(flag, last);
		last = flag;
		taken |= FLAG_BIT(flag);
		ck_assert_uint_eq(left | taken, sets[_i].set);
		ck_assert_uint_eq(left & taken, 0);
	}
	ck_assert_uint_eq(left, 0);
}
END_TEST

/* A text, and the plain words in it with a | behind each. */
static const struct {
	const char *text, *words;
} texts[] = {
	{"", ""},
	{"a walk, twenty minutes", ""},
	{"bad night, took ibuprofen 400 mg with food", ""},
	{"Romanian deadlift 5x5, lower weight; stiff in the morning", ""},
	{"cannot pee, numb down there", "pee|numb|"},
	{"PEE", "PEE|"},
	{"(pee)", "pee|"},
	{"{pee}", "pee|"},
	{"pee-pee 3 fell2fall", "pee|pee|fell|fall|"},
	{"peel, speech, felled", ""},
	{"\303\244pee pee\303\244", ""},
	{"fever", "fever|"}
};

START_TEST(plain_words_are_found_in_a_text)
{
	struct slice rest = slice_of(texts[_i].text), word;
	struct text found = TEXT(64);

	while (flag_next_plain(&rest, &word)) {
		text_bytes(&found, word.at, word.len);
		text_char(&found, '|');
	}
	ck_assert_str_eq(found.buf, texts[_i].words);
}
END_TEST

/* What people write who have one of the flags. */
static const struct {
	enum flag flag;
	const char *text;
} written[] = {
	{FLAG_BLADDER, "I wet myself"}, {FLAG_BLADDER, "Peed in my pants"},
	{FLAG_BLADDER, "soiled the bed"}, {FLAG_BLADDER, "poo is leaking"},
	{FLAG_RETENTION, "can't pee"}, {FLAG_RETENTION, "urination is slow"},
	{FLAG_SADDLE, "privates feel dead"}, {FLAG_SADDLE, "my bum is tingly"},
	{FLAG_SADDLE, "do not feel the wiping"}, {FLAG_SADDLE, "no erections"},
	{FLAG_BOTH_LEGS, "both legs tingle"}, {FLAG_BOTH_LEGS, "my feet!"},
	{FLAG_WEAKNESS, "cannot lift the toes"},
	{FLAG_WEAKNESS, "knee gave way"},
	{FLAG_WEAKNESS, "foot drags, I drag it"}, {FLAG_WEAKNESS, "Jelly legs"},
	{FLAG_ACCIDENT, "had fallen"}, {FLAG_ACCIDENT, "a car accident"},
	{FLAG_CHEST, "tight chest"}, {FLAG_CHEST, "short of breath"},
	{FLAG_BELLY, "dizzy, belly hurts"}, {FLAG_URINE, "brown as cola"},
	{FLAG_FEVER, "Temperature of 39"}, {FLAG_FEVER, "night sweats"},
	{FLAG_WEIGHT, "no appetite"}, {FLAG_UNRELENTING, "severe"},
	{FLAG_LUMP, "a lump there"}, {FLAG_COUGH, "when I coughed"},
	{FLAG_UPPER, "by the shoulder blade"}, {FLAG_CANCER, "had lymphoma"},
	{FLAG_IMMUNE, "on methotrexate"}, {FLAG_LEG, "down the left leg"},
	{FLAG_NUMB, "pins and needles"}, {FLAG_SLEEP, "can't sleep"},
	{FLAG_BONE, "thin bones"}, {FLAG_SKIN, "a blister there"}
};

START_TEST(what_people_write_asks_for_the_flag)
{
	struct slice rest = slice_of(written[_i].text), word;
	uint32_t found = 0;

	while (flag_next_plain(&rest, &word))
		found |= flag_plain(word);
	ck_assert_msg(found & FLAG_BIT(written[_i].flag), "%s",
	    written[_i].text);
}
END_TEST

/* The names of -j, from the lowest to the highest. */
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
	Suite *s = suite_create("flag");
	TCase *tc = tcase_create("rows"), *all = tcase_create("sets");
	int n = (int)NROWS;

	tcase_add_loop_test(tc, every_flag_has_the_level_of_the_rules, 0, n);
	tcase_add_test(tc, flags_stand_by_their_levels);
	tcase_add_loop_test(tc, every_flag_names_who_says_so, 0, n);
	tcase_add_loop_test(tc, every_flag_is_asked_restated_and_explained, 0,
	    n);
	tcase_add_test(tc, every_plain_word_is_found);
	tcase_add_loop_test(tc, every_flag_has_plain_words, 0,
	    n);
	tcase_add_test(tc, what_is_no_plain_word_means_no_flag);
	tcase_add_loop_test(tc, plain_words_are_found_in_a_text, 0,
	    (int)(sizeof(texts) / sizeof(texts[0])));
	tcase_add_loop_test(tc, what_people_write_asks_for_the_flag, 0,
	    (int)(sizeof(written) / sizeof(written[0])));
	tcase_add_loop_test(tc, every_flag_is_found_by_its_name, 0, n);
	tcase_add_loop_test(tc, a_set_has_the_highest_level_in_it, 0, n);
	tcase_add_loop_test(tc, those_at_least_at_a_level_are_picked, 0, n);
	tcase_add_loop_test(tc, an_end_carries_urgent_emergency_and_skin, 0, n);
	suite_add_tcase(s, tc);
	tcase_add_loop_test(all, levels_rise_in_the_order_of_the_rules, 0, 4);
	tcase_add_test(all, a_name_is_found_only_when_exact);
	tcase_add_test(all, a_set_of_all_is_the_whole_table);
	tcase_add_loop_test(all, a_set_is_written_in_the_order_of_the_table, 0,
	    (int)(sizeof(sets) / sizeof(sets[0])));
	tcase_add_loop_test(all,
	    the_flags_of_a_set_are_taken_in_the_order_of_the_table, 0,
	    (int)(sizeof(sets) / sizeof(sets[0])));
	tcase_add_test(all, a_list_for_people_has_blanks_in_it);
	tcase_add_test(all, an_array_in_JSON_has_a_string_for_each);
	suite_add_tcase(s, all);
	return s;
}
