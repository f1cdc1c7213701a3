#include "../../src/core/text/suggest.h"

#include <string.h>

#include "suite.h"
#include "table.h"

#define LETTERS_31 "abcdefghijklmnopqrstuvwxyz01234"
#define LETTERS_32 LETTERS_31 "5"

static const struct {
	const char *a, *b;
	int want;
} distances[] = {
	{"", "", 0},
	{"ice", "ice", 0},
	{"", "ice", 3},
	{"ice", "icee", 1},	/* put in */
	{"nice", "ice", 1},
	{"pain", "pan", 1},	/* left out */
	{"pain", "pin", 1},
	{"heat", "neat", 1},	/* changed */
	{"heat", "heap", 1},
	{"ehat", "heat", 1},	/* swapped */
	{"heta", "heat", 1},
	{"haet", "heat", 1},
	{"ca", "abc", 3},	/* what was swapped is not changed again */
	{"sene", "seen", 1},
	{"now", "onw", 1},
	{"now", "won", 2},
	{"ice", "heat", 4},
	{"abc", "xyz", 3},
	{"abab", "baba", 2},
	{"Ice", "ice", 1},
	{"history", "hsitroy", 2},
	{"kitten", "sitting", 3},
	{LETTERS_31, LETTERS_31, 0},
	{LETTERS_31, "", 31},
	{LETTERS_32, "a", SUGGEST_MAX},
	{LETTERS_32, LETTERS_32, SUGGEST_MAX},
	{LETTERS_32, LETTERS_31, SUGGEST_MAX}
};

START_TEST(a_distance_counts_the_steps_either_way)
{
	const char *a = distances[_i].a, *b = distances[_i].b;

	ck_assert_int_eq(suggest_distance(a, b), distances[_i].want);
	ck_assert_int_eq(suggest_distance(b, a), distances[_i].want);
}
END_TEST

static const struct {
	const char *typed;
	const char *words[5];
	const char *want;
} choices[] = {
	{"ce", {"ice", "heat"}, "ice"},
	{"haet", {"ice", "heat"}, "heat"},
	{"ice", {"nice", "ice"}, "ice"},
	{"ice", {"ice", "nice"}, "ice"},
	{"pian", {"plan", "pain"}, "plan"},	/* as near: the first */
	{"pian", {"pain", "plan"}, "pain"},
	{"histroyy", {"history", "report"}, "history"},
	{"histroyyy", {"history", "report"}, NULL},
	{"unod", {"end", "undo"}, "undo"},
	{"xyz", {"ice", "heat", "now"}, NULL},
	{"", {"ice", "now"}, NULL},
	{"io", {"ice"}, NULL},	/* a short word has room for one slip */
	{"ie", {"ice"}, "ice"},
	{"xx", {"ice"}, NULL},
	{"xx", {"no"}, NULL},	/* as many steps as letters */
	{"nx", {"no"}, "no"},
	{"x", {"a"}, NULL},
	{"ab", {""}, NULL},
	{"ice", {NULL}, NULL},
	{LETTERS_32, {LETTERS_32, "ice"}, NULL}
};

START_TEST(the_nearest_word_within_two_steps_is_kept)
{
	const char *best = NULL;

	for (int i = 0; choices[_i].words[i] != NULL; i++)
		suggest_consider(choices[_i].typed, choices[_i].words[i],
		    &best);
	ck_assert_pstr_eq(best, choices[_i].want);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("suggest");
	TCase *table = tcase_create("table");

	TABLE_ADD(table, a_distance_counts_the_steps_either_way, distances);
	TABLE_ADD(table, the_nearest_word_within_two_steps_is_kept, choices);
	suite_add_tcase(suite, table);
	return suite;
}
