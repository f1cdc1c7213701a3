#include "../../src/core/text/fold.h"

#include <string.h>

#include "suite.h"
#include "table.h"

/* An acute, a dot below and a horn, each on its own. */
#define ACUTE "\xcc\x81"
#define BELOW "\xcc\xa3"
#define HORN "\xcc\x9b"
#define CEDILLA "\xcc\xa7"

static const struct {
	const char *a, *b;
	bool want;
} names[] = {
	{"deadlift", "deadlift", true},
	{"deadlift", "Deadlift", true},
	{"deadlift", "DEADLIFT", true},
	{"deadlift", "deadlifts", false},
	{"deadlifts", "deadlift", false},
	{"row", "rows", false},
	{"row", "raw", false},
	{"", "", true},
	{"", "x", false},
	{"[", "{", false},
	{"@", "`", false},
	/* Blanks, escaped as a value has them, or typed by hand in a note. */
	{"\\040squat", "squat", true},
	{"squat\\040", "squat", true},
	{"\\040\\040squat\\011", "Squat", true},
	{"\xc2\xa0squat\xe3\x80\x80", "squat", true},
	{"back\\040squat", "back squat", true},
	{"back\\040\\040squat", "BACK\\040squat", true},
	{"back\\040squat", "backsquat", false},
	{"\\040", "", true},
	{"\\040\\040", "\\040", true},
	{"\\040", "x", false},
	/* Western Europe. */
	{"\xc3\xbc" "bung", "\xc3\x9c" "BUNG", true},
	{"\xc3\xbc" "bung", "u\xcc\x88" "bung", true},
	{"\xc3\x9c" "bung", "u\xcc\x88" "BUNG", true},
	{"\xc3\xbc" "bung", "ubung", false},
	{"d\xc3\xa9velopp\xc3\xa9", "De" ACUTE "velopp\xc3\x89", true},
	{"d\xc3\xa9velopp\xc3\xa9", "develop\xc3\xa9", false},
	{"sto\xc3\x9f", "STOSS", true},
	{"sto\xc3\x9f", "STO\xe1\xba\x9e", true},
	{"sto\xc3\x9f", "stos", false},
	{"\xc3\xb7", "\xc3\x97", false},	/* no letters: : and x */
	{"\xc3\xa6", "\xc3\x86", true},
	{"\xc3\xbf", "\xc5\xb8", true},
	/* The same by escaped bytes. */
	{"\\303\\274bung", "\xc3\xbc" "bung", true},
	{"\\303\\234bung", "\xc3\xbc" "bung", true},
	{"u\\314\\210bung", "\xc3\xbc" "bung", true},
	{"\\377", "\\376", false},
	{"\\377", "\\377", true},
	{"\\303", "\xc3\xbc", false},
	{"a\\", "A\\", true},
	/* Central Europe, the Baltic, Turkey. */
	{"\xc5\x9b" "ci\xc4\x85g", "S" ACUTE "CI\xc4\x84G", true},
	{"\xc5\xbe", "z\xcc\x8c", true},
	{"\xc5\xbd", "\xc5\xbe", true},
	{"\xc5\x91", "\xc5\x90", true},
	{"\xc4\xbe", "\xc4\xbd", true},
	{"\xc4\xb0", "i\xcc\x87", true},
	{"\xc4\xb1", "i", false},
	{"\xc8\x99", "\xc8\x98", true},
	{"\xc8\x99", "s\xcc\xa6", true},
	{"\xc8\x99", "\xc5\x9f", false},	/* a comma and a cedilla */
	/* Vietnamese: two marks, in either order where their places differ. */
	{"\xe1\xba\xbf", "e\xcc\x82" ACUTE, true},
	{"\xe1\xba\xbf", "\xc3\xaa" ACUTE, true},
	{"\xe1\xba\xbf", "\xc3\xa9\xcc\x82", false},
	{"\xe1\xbb\x87", "\xc3\xaa" BELOW, true},
	{"\xe1\xbb\x87", "\xe1\xba\xb9\xcc\x82", true},
	{"\xe1\xbb\x86", "e\xcc\x82" BELOW, true},
	{"\xe1\xbb\x9b", "o" ACUTE HORN, true},
	{"\xe1\xbb\x9b", "O" HORN ACUTE, true},
	{"c" CEDILLA ACUTE, "\xe1\xb8\x89", true},
	{"c" ACUTE CEDILLA, "\xe1\xb8\x88", true},
	{"o" HORN BELOW, "o" BELOW HORN, true},
	{"o" CEDILLA HORN, "o" HORN CEDILLA, true},
	/* Greek, Cyrillic, Armenian. */
	{"\xce\xac\xcf\x81\xcf\x83\xce\xb7", "\xce\x86\xce\xa1\xce\xa3\xce\x97",
	    true},
	{"\xce\xac", "\xce\xb1" ACUTE, true},
	{"\xce\x90", "\xce\xb9\xcc\x88" ACUTE, true},
	{"\xcf\x83", "\xcf\x82", true},	/* the one at the end */
	{"\xd1\x82\xd1\x8f\xd0\xb3\xd0\xb0", "\xd0\xa2\xd0\xaf\xd0\x93\xd0\x90",
	    true},
	{"\xd0\xb9", "\xd0\x98\xcc\x86", true},
	{"\xd1\x91", "\xd0\x81", true},
	{"\xd1\x91", "\xd0\xb5", false},
	{"\xd2\x91", "\xd2\x90", true},
	{"\xd5\xa1", "\xd4\xb1", true},
	/* Arabic, Japanese, Korean. */
	{"\xd8\xa3", "\xd8\xa7\xd9\x94", true},
	{"\xe3\x81\x8c", "\xe3\x81\x8b\xe3\x82\x99", true},
	{"\xe3\x83\x91", "\xe3\x83\x8f\xe3\x82\x9a", true},
	{"\xe3\x81\x8c", "\xe3\x81\x8b", false},
	{"\xea\xb0\x80", "\xe1\x84\x80\xe1\x85\xa1", true},
	{"\xea\xb0\x81", "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", true},
	{"\xed\x9e\xa3", "\xe1\x84\x92\xe1\x85\xb5\xe1\x87\x82", true},
	{"\xed\x9e\xa3", "\xed\x9e\xa2", false},
	{"\xed\x9e\xa4", "\xed\x9e\xa3", false},	/* no syllable */
	/* What it does not know is compared as it stands. */
	{"\xf0\x9f\x8f\x8b", "\xf0\x9f\x8f\x8b", true},
	{"\xf0\x9f\x8f\x8b", "\xf0\x9f\x8f\x83", false},
	/* Marks on nothing, and more of them than anybody writes. */
	{ACUTE "x", ACUTE "X", true},
	{ACUTE, "x", false},
	{"a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE,
	    "\xc3\xa1" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE, true},
	{"a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE,
	    "\xc3\xa1" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE, false}
};

START_TEST(names_are_compared_as_people_mean_them)
{
	struct slice a = slice_of(names[_i].a), b = slice_of(names[_i].b);

	ck_assert_msg(fold_same(a, b) == names[_i].want, "%s and %s",
	    names[_i].a, names[_i].b);
	ck_assert_msg(fold_same(b, a) == names[_i].want, "%s and %s",
	    names[_i].b, names[_i].a);
	ck_assert(fold_same(a, a) && fold_same(b, b));
}
END_TEST

START_TEST(nothing_past_a_name_is_read)
{
	const char *bytes = "squat\xcc\x88s";

	ck_assert(fold_same((struct slice){bytes, 5}, slice_of("SQUAT")));
	/* Half a character is a byte. */
	ck_assert(!fold_same((struct slice){bytes, 6}, slice_of("squat")));
	ck_assert(!fold_same((struct slice){bytes, 7}, slice_of("squat")));
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("fold");
	TCase *table = tcase_create("table");

	TABLE_ADD(table, names_are_compared_as_people_mean_them, names);
	tcase_add_test(table, nothing_past_a_name_is_read);
	suite_add_tcase(suite, table);
	return suite;
}
