#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/say/tally.h"
#include "table.h"

#define HOUR 3600

/* Takes in a log in short: records with ';' between them. */
static void
take(struct tally *t, const char *log)
{
	struct slice rest = slice_of(log), one;
	struct record_error error;
	struct record r;
	char line[512];

	tally_init(t);
	while (*log != '\0' && slice_next(&rest, ';', &one)) {
		snprintf(line, sizeof(line), "2026-11-20T17:00:00Z %.*s",
		    (int)one.len, one.at);
		if (record_parse(line, strlen(line), &r, &error) == -1)
			ck_abort_msg("the test itself is wrong: %s", line);
		tally_add(t, &r);
	}
}

static const struct row {
	const char *log;
	int onsets, sudden, gradual;
	const char *most;
	int count;
} rows[] = {
	{"", 0, 0, 0, NULL, 0},
	{"onset", 1, 0, 0, NULL, 0},
	{"onset start=sudden exercise=squat", 1, 1, 0, "squat", 1},
	{"onset start=gradual;onset start=sudden;onset start=gradual;onset",
	    4, 1, 2, NULL, 0},
	{"onset exercise=squat;onset exercise=deadlift;onset "
	    "exercise=deadlift", 3, 0, 0, "deadlift", 2},
	{"onset exercise=squat;onset exercise=deadlift", 2, 0, 0, "squat", 1},
	{"onset exercise=row;onset exercise=squat;onset exercise=squat;onset "
	    "exercise=row", 4, 0, 0, "row", 2},
	/* The beginning of another name is another name. */
	{"onset exercise=squats;onset exercise=squat;onset exercise=squat",
	    3, 0, 0, "squat", 2},
	{"onset exercise=Squat;onset exercise=squat;onset exercise=squat",
	    3, 0, 0, "squat", 2},
	/* What is not an onset says nothing about what brings it on. */
	{"pain score=3;check flags=leg;ice min=15;heat min=15;seen;end",
	    0, 0, 0, NULL, 0},
	/* Escapes stay as the log has them. */
	{"onset exercise=bench\\040press", 1, 0, 0, "bench\\040press", 1}
};

START_TEST(a_tally_counts_onsets)
{
	const struct row *row = &rows[_i];
	const struct tally_name *most;
	struct tally t;

	take(&t, row->log);
	most = tally_most(&t);
	ck_assert_int_eq(t.onsets, row->onsets);
	ck_assert_int_eq(t.sudden, row->sudden);
	ck_assert_int_eq(t.gradual, row->gradual);
	ck_assert_int_eq(most != NULL, row->most != NULL);
	if (most == NULL)
		return;
	ck_assert_str_eq(most->name, row->most);
	ck_assert_int_eq(most->count, row->count);
}
END_TEST

/* Sessions, as the hours of one day, in the order of the log. */
static const struct sessions {
	int hours[4];
	bool has_session, has_earlier;
	int session, earlier;
} sessions[] = {
	{{-1}, false, false, 0, 0},
	{{5, -1}, true, false, 5, 0},
	{{5, 7, -1}, true, true, 7, 5},
	{{7, 5, -1}, true, true, 7, 5},
	{{5, 7, 9, -1}, true, true, 9, 7},
	{{9, 5, 7, -1}, true, true, 9, 7},
	{{9, 7, 5, -1}, true, true, 9, 7},
	{{5, 9, 7, -1}, true, true, 9, 7},
	/* A flare after the same session is not another one. */
	{{5, 5, -1}, true, false, 5, 0},
	{{7, 5, 7, 5}, true, true, 7, 5}
};

START_TEST(the_last_two_sessions_are_kept_in_whatever_order)
{
	const struct sessions *row = &sessions[_i];
	struct record r;
	struct tally t;

	tally_init(&t);
	record_init(&r);
	r.kind = RECORD_ONSET;
	r.has_session = true;
	for (int i = 0; i < ROWS(row->hours) && row->hours[i] != -1; i++) {
		r.session = row->hours[i] * HOUR;
		tally_add(&t, &r);
	}
	ck_assert_int_eq(t.has_session, row->has_session);
	ck_assert_int_eq(t.has_earlier, row->has_earlier);
	if (t.has_session)
		ck_assert_int_eq(t.session, row->session * HOUR);
	if (t.has_earlier)
		ck_assert_int_eq(t.earlier, row->earlier * HOUR);
}
END_TEST

START_TEST(a_session_before_1970_counts_like_any_other)
{
	struct record r;
	struct tally t;

	tally_init(&t);
	record_init(&r);
	r.kind = RECORD_ONSET;
	r.has_session = true;
	r.session = -2 * HOUR;
	tally_add(&t, &r);
	ck_assert(t.has_session);
	r.session = -3 * HOUR;
	tally_add(&t, &r);
	ck_assert(t.has_earlier);
	ck_assert_int_eq(t.session, -2 * HOUR);
	ck_assert_int_eq(t.earlier, -3 * HOUR);
}
END_TEST

/* An onset of each of so many exercises, times over. */
static void
add_exercises(struct tally *t, int exercises, int times)
{
	struct record r;
	char name[16];

	record_init(&r);
	r.kind = RECORD_ONSET;
	for (int i = 0; i < exercises * times; i++) {
		snprintf(name, sizeof(name), "lift%d", i % exercises);
		r.exercise = slice_of(name);
		tally_add(t, &r);
	}
}

START_TEST(an_empty_name_counts_like_any_other)
{
	struct tally t;

	tally_init(&t);
	tally_add_name(&t, slice_of(""));
	tally_add_name(&t, slice_of("row"));
	tally_add_name(&t, slice_of(""));
	ck_assert_int_eq(t.known, 2);
	ck_assert_str_eq(tally_most(&t)->name, "");
	ck_assert_int_eq(tally_most(&t)->count, 2);
}
END_TEST

START_TEST(so_many_names_are_told_apart)
{
	struct tally t;

	tally_init(&t);
	add_exercises(&t, 40, 1);
	ck_assert_int_eq(t.known, 32);
}
END_TEST

START_TEST(a_full_table_goes_on_counting_the_names_that_it_knows)
{
	struct tally t;

	tally_init(&t);
	add_exercises(&t, TALLY_NAMES + 5, 2);
	ck_assert_int_eq(t.known, TALLY_NAMES);
	ck_assert_int_eq(t.onsets, (TALLY_NAMES + 5) * 2);
	for (int i = 0; i < TALLY_NAMES; i++)
		ck_assert_int_eq(t.names[i].count, 2);
	ck_assert_str_eq(tally_most(&t)->name, "lift0");
}
END_TEST

/* Lengths around the room for a name; longer ones are cut, and alike. */
static const struct {
	int length, kept;
} lengths[] = {
	{1, 1}, {62, 62}, {63, 63}, {64, 63}, {65, 63}, {4000, 63}
};

START_TEST(a_long_name_is_cut_and_still_counted)
{
	struct record r;
	struct tally t;
	char name[4096];

	memset(name, 'x', sizeof(name));
	tally_init(&t);
	record_init(&r);
	r.kind = RECORD_ONSET;
	r.exercise = (struct slice){name, (size_t)lengths[_i].length};
	tally_add(&t, &r);
	tally_add(&t, &r);
	ck_assert_int_eq(t.known, 1);
	ck_assert_int_eq(t.names[0].count, 2);
	ck_assert_int_eq((int)strlen(t.names[0].name),
	    lengths[_i].kept);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("tally");
	TCase *tc = tcase_create("tally");

	TABLE_ADD(tc, a_tally_counts_onsets, rows);
	TABLE_ADD(tc, the_last_two_sessions_are_kept_in_whatever_order,
	    sessions);
	tcase_add_test(tc, a_session_before_1970_counts_like_any_other);
	tcase_add_test(tc, an_empty_name_counts_like_any_other);
	tcase_add_test(tc, so_many_names_are_told_apart);
	tcase_add_test(tc,
	    a_full_table_goes_on_counting_the_names_that_it_knows);
	TABLE_ADD(tc, a_long_name_is_cut_and_still_counted, lengths);
	suite_add_tcase(s, tc);
	return s;
}
