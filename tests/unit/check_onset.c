#include "../../src/core/log/onset.h"

#include "fold.h"
#include "suite.h"
#include "table.h"

/* What an onset at 2025-11-20T17:30:00Z tells of itself. */
static const struct row {
	const char *fields;
	unsigned tells;
	const char *traits;
} rows[] = {
	{"", 0, ""}, {"pain=3 flags=leg", 0, ""},
	{"feel=dull", ONSET_TELLS_FEEL, "dull"},
	{"feel=sharp", ONSET_TELLS_FEEL, "sharp"},
	{"start=sudden", ONSET_TELLS_START, "sudden"},
	{"start=gradual", ONSET_TELLS_START, "gradual"},
	{"side=one", ONSET_TELLS_SIDE, "on one side"},
	{"side=both", ONSET_TELLS_SIDE, "on both sides"},
	{"chronic=yes", ONSET_TELLS_CHRONIC, "long-standing and stiff"},
	/* Stiff is said once. */
	{"feel=stiff chronic=yes", ONSET_TELLS_FEEL | ONSET_TELLS_CHRONIC,
	    "stiff, long-standing"},
	{"feel=dull chronic=yes", ONSET_TELLS_FEEL | ONSET_TELLS_CHRONIC,
	    "dull, long-standing and stiff"},
	{"feel=sharp start=sudden side=one chronic=yes", ONSET_TELLS_TRAITS,
	    "sharp, sudden, on one side, long-standing and stiff"},
	{"exercise=row", ONSET_TELLS_EXERCISE, ""},
	{"side=one exercise=row", ONSET_TELLS_SIDE | ONSET_TELLS_EXERCISE,
	    "on one side"},
	{"session=2025-11-20T08:00:00Z", ONSET_TELLS_SESSION, ""},
	{"session=2025-11-20T17:30:00Z", ONSET_TELLS_SESSION, ""},
	/* Nothing comes from a session that was after it. */
	{"session=2025-11-20T17:30:01Z", 0, ""}
};

START_TEST(an_onset_tells_this)
{
	const struct row *row = &rows[_i];
	char line[256], buf[256], traits[128];
	struct onset onset;
	struct record r;
	struct text text;

	snprintf(line, sizeof(line), "0 onset%s%s", *row->fields == '\0' ? "" :
	    " ", row->fields);
	r = fold_record(line, strlen(line), buf, sizeof(buf));
	onset = onset_of(&r);
	ck_assert_int_eq(onset.time, FOLD_START);
	ck_assert_uint_eq(onset_tells(&onset), row->tells);
	text_init(&text, traits, sizeof(traits));
	onset_traits(&text, &onset);
	ck_assert_str_eq(traits, row->traits);
}
END_TEST

/* A set of all shows that each has a bit of its own. */
START_TEST(what_is_told_does_not_overlap)
{
	ck_assert_uint_eq(ONSET_TELLS_FEEL | ONSET_TELLS_START |
	    ONSET_TELLS_SIDE | ONSET_TELLS_CHRONIC, ONSET_TELLS_TRAITS);
	ck_assert_uint_eq(ONSET_TELLS_TRAITS + ONSET_TELLS_EXERCISE +
	    ONSET_TELLS_SESSION, 63);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("onset");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, an_onset_tells_this, rows);
	tcase_add_test(tcase, what_is_told_does_not_overlap);
	suite_add_tcase(suite, tcase);
	return suite;
}
