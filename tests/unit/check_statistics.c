#include "../../src/core/say/statistics.h"

#include <stdio.h>
#include <string.h>

#include "suite.h"
#include "table.h"
#include "tale.h"

#define HOUR 3600

/* Takes in a log in short: records with ';' between them. */
static void
take_short(struct onset_statistics *t, const char *log)
{
	struct slice rest = slice_of(log), one;
	struct record_error error;
	struct record r;
	char line[512];

	memset(t, 0, sizeof(*t));
	while (*log != '\0' && slice_next(&rest, ';', &one)) {
		snprintf(line, sizeof(line), "2026-11-20T17:00:00Z %.*s",
		    (int)one.len, one.at);
		if (record_parse(line, strlen(line), &r, &error) == -1)
			ck_abort_msg("the test itself is wrong: %s", line);
		statistics_add_onset(t, &r);
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
	/* Other letters of the same name are the same, as first written. */
	{"onset exercise=Squat;onset exercise=squat;onset exercise=\\040SQUAT",
	    3, 0, 0, "Squat", 3},
	{"onset exercise=row;onset exercise=d\xc3\xa9velopp\xc3\xa9;onset "
	    "exercise=D\xc3\x89VELOPPE\xcc\x81", 3, 0, 0,
	    "d\xc3\xa9velopp\xc3\xa9", 2},
	/* What is not an onset says nothing about what brings it on. */
	{"pain score=3;check flags=leg;ice min=15;heat min=15;seen;end",
	    0, 0, 0, NULL, 0},
	/* Escapes stay as the log has them. */
	{"onset exercise=bench\\040press", 1, 0, 0, "bench\\040press", 1}
};

START_TEST(onsets_are_counted)
{
	const struct row *row = &rows[_i];
	const struct exercise_count *most;
	struct onset_statistics t;

	take_short(&t, row->log);
	most = statistics_most(&t.exercises);
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
	struct onset_statistics t;

	memset(&t, 0, sizeof(t));
	record_init(&r);
	r.kind = RECORD_ONSET;
	r.has_session = true;
	for (int i = 0; i < ROWS(row->hours) && row->hours[i] != -1; i++) {
		r.session = row->hours[i] * HOUR;
		statistics_add_onset(&t, &r);
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
	struct onset_statistics t;

	memset(&t, 0, sizeof(t));
	record_init(&r);
	r.kind = RECORD_ONSET;
	r.has_session = true;
	r.session = -2 * HOUR;
	statistics_add_onset(&t, &r);
	ck_assert(t.has_session);
	r.session = -3 * HOUR;
	statistics_add_onset(&t, &r);
	ck_assert(t.has_earlier);
	ck_assert_int_eq(t.session, -2 * HOUR);
	ck_assert_int_eq(t.earlier, -3 * HOUR);
}
END_TEST

/* An onset of each of so many exercises, times over. */
static void
add_exercises(struct onset_statistics *t, int exercises, int times)
{
	struct record r;
	char name[16];

	record_init(&r);
	r.kind = RECORD_ONSET;
	for (int i = 0; i < exercises * times; i++) {
		snprintf(name, sizeof(name), "lift%d", i % exercises);
		r.exercise = slice_of(name);
		statistics_add_onset(t, &r);
	}
}

START_TEST(an_empty_name_counts_like_any_other)
{
	struct onset_statistics t;

	memset(&t, 0, sizeof(t));
	statistics_add_exercise(&t.exercises, slice_of(""));
	statistics_add_exercise(&t.exercises, slice_of("row"));
	statistics_add_exercise(&t.exercises, slice_of(""));
	ck_assert_int_eq(t.exercises.known, 2);
	ck_assert_str_eq(statistics_most(&t.exercises)->name, "");
	ck_assert_int_eq(statistics_most(&t.exercises)->count, 2);
}
END_TEST

START_TEST(so_many_names_are_told_apart)
{
	struct onset_statistics t;

	memset(&t, 0, sizeof(t));
	add_exercises(&t, 40, 1);
	ck_assert_int_eq(t.exercises.known, 32);
}
END_TEST

START_TEST(a_full_table_goes_on_counting_the_names_that_it_knows)
{
	struct onset_statistics t;

	memset(&t, 0, sizeof(t));
	add_exercises(&t, STATISTICS_EXERCISES + 5, 2);
	ck_assert_int_eq(t.exercises.known, STATISTICS_EXERCISES);
	ck_assert_int_eq(t.onsets, (STATISTICS_EXERCISES + 5) * 2);
	for (int i = 0; i < STATISTICS_EXERCISES; i++)
		ck_assert_int_eq(t.exercises.list[i].count, 2);
	ck_assert_str_eq(statistics_most(&t.exercises)->name, "lift0");
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
	struct onset_statistics t;
	char name[4096];

	memset(name, 'x', sizeof(name));
	memset(&t, 0, sizeof(t));
	record_init(&r);
	r.kind = RECORD_ONSET;
	r.exercise = (struct slice){name, (size_t)lengths[_i].length};
	statistics_add_onset(&t, &r);
	statistics_add_onset(&t, &r);
	ck_assert_int_eq(t.exercises.known, 1);
	ck_assert_int_eq(t.exercises.list[0].count, 2);
	ck_assert_int_eq((int)strlen(t.exercises.list[0].name),
	    lengths[_i].kept);
}
END_TEST

/* As history goes through a log. */
struct pass {
	struct course course;
	struct episode_statistics statistics;
	int64_t now;
};

static void
take(const struct record *r, void *arg)
{
	struct pass *p = arg;

	course_add(&p->course, r);
	statistics_add_record(&p->statistics, r);
	if (r->kind == RECORD_END) {
		statistics_add_episode(&p->statistics, &p->course, p->now);
		course_follow(&p->course, r);
	}
}

/* Of a whole log at some hour, into *c. */
static void
look_back(struct episode_statistics *c, const char *log, const char *hour)
{
	struct pass p;

	course_init(&p.course);
	memset(&p.statistics, 0, sizeof(p.statistics));
	p.now = fold_at(hour);
	tale_take(log, take, &p);
	statistics_add_episode(&p.statistics, &p.course, p.now);
	*c = p.statistics;
}

#define TWO_PACKS "1 ice min=15\n1 ice min=15\n"
#define SIX_PACKS TWO_PACKS TWO_PACKS TWO_PACKS

/* Scores around packs: lower, same, higher. */
static const struct {
	const char *log;
	int ice[3], heat[3];
} effects[] = {
	{"0 onset\n1 ice min=15\n2 pain score=3", {0, 0, 0}, {0, 0, 0}},
	{"0 onset pain=5\n1 ice min=15", {0, 0, 0}, {0, 0, 0}},
	{"0 onset pain=5\n1 ice min=15\n2 pain score=4", {1, 0, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n2 pain score=5", {0, 1, 0}, {0}},
	{"0 onset pain=5\n1 heat min=15\n2 pain score=6", {0}, {0, 0, 1}},
	/* A flare that has a score is one, too. */
	{"0 onset pain=5\n1 ice min=15\n2 onset pain=7", {0, 0, 1}, {0}},
	/* While the pack lies on, it is none after it; at its end it is. */
	{"0 onset pain=5\n1 ice min=15\n1:14:59 pain score=1", {0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n1:14:59 pain score=1\n"
	    "2 pain score=5", {0, 1, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n1:15:00 pain score=1", {1, 0, 0}, {0}},
	/* Three hours after it is the last moment. */
	{"0 onset pain=5\n1 ice min=15\n4:15:00 pain score=1", {1, 0, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n4:15:01 pain score=1", {0}, {0}},
	/* Only the first score after it counts. */
	{"0 onset pain=5\n1 ice min=15\n2 pain score=4\n3 pain score=9",
	    {1, 0, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n5 pain score=4\n3 pain score=9", {0},
	    {0}},
	/* One score after two packs counts for each. */
	{"0 onset pain=5\n1 ice min=15\n2 heat min=15\n3 pain score=4",
	    {1, 0, 0}, {1, 0, 0}},
	/* Of more packs than there is room for, the first 16 wait. */
	{"0 onset pain=5\n" SIX_PACKS SIX_PACKS SIX_PACKS "2 pain score=4",
	    {16, 0, 0}, {0}},
	/* Nothing reaches over an end. */
	{"0 onset pain=5\n1 ice min=15\n1:30 end\n2 onset pain=1", {0}, {0}},
	{"0 onset pain=5\n1 end\n2 onset\n3 ice min=15\n4 pain score=1", {0},
	    {0}}
};

START_TEST(scores_after_packs_are_counted)
{
	struct episode_statistics c;

	look_back(&c, effects[_i].log, "100");
	ck_assert_int_eq(c.changes[TREATMENT_ICE].lower, effects[_i].ice[0]);
	ck_assert_int_eq(c.changes[TREATMENT_ICE].same, effects[_i].ice[1]);
	ck_assert_int_eq(c.changes[TREATMENT_ICE].higher, effects[_i].ice[2]);
	ck_assert_int_eq(c.changes[TREATMENT_HEAT].lower, effects[_i].heat[0]);
	ck_assert_int_eq(c.changes[TREATMENT_HEAT].same, effects[_i].heat[1]);
	ck_assert_int_eq(c.changes[TREATMENT_HEAT].higher, effects[_i].heat[2]);
}
END_TEST

/* What is said of a log, whole; "" is nothing at all. */
static const struct {
	const char *log, *hour, *said;
} sayings[] = {
	{"", "100", ""},
	{"0 onset\n1 end", "100", ""},
	{"0 onset\n1 end\n10 onset\n11 end", "100", ""},
	/* Three episodes, one of them open: no usual time yet. */
	{"0 onset\n1 end\n10 onset\n11 end\n20 onset", "21",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h."},
	{"0 onset\n1 end\n10 onset\n12 end\n20 onset\n26 end", "100",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 2 h (median of 3)."},
	/* 72 h is not past them, a second more is; open ones count as well. */
	{"0 onset\n72 end\n100 onset\n172:00:01 end\n200 onset", "272:00:01",
	    "3 episodes, 3 of them in the last 12 months; 2 went past 72 h."},
	/* One that was forgotten counts up to its last record. */
	{"0 onset\n1 end\n2 onset\n3 end\n4 onset\n9 ice min=15", "176:59:59",
	    "3 episodes, 3 of them in the last 12 months; 1 went past 72 h."},
	{"0 onset\n1 end\n2 onset\n3 end\n4 onset\n9 ice min=15", "177",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h."},
	{"0 onset\n1 end\n2 onset\n3 end\n4 onset\n90 ice min=15", "999",
	    "3 episodes, 3 of them in the last 12 months; 1 went past 72 h."},
	/* 365 days back counts, a second more does not. */
	{"0 onset\n1 end\n0:00:01 onset\n1:00:01 end\n8760 onset", "8760:00:01",
	    "3 episodes, 2 of them in the last 12 months; 0 went past 72 h."},
	/* Three of five are most, two of three are too few to say it. */
	{"0 onset exercise=row\n1 end\n2 onset exercise=row\n3 end\n4 onset",
	    "5",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h."},
	{"0 onset exercise=row\n1 end\n2 onset exercise=row\n3 end\n"
	    "4 onset exercise=row\n5 end\n1006 onset", "1007",
	    "4 episodes, 4 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 3). "
	    "Before 3 of them: row."},
	{"0 onset exercise=row\n1 end\n2 onset exercise=row\n3 end\n"
	    "4 onset exercise=row\n5 end\n6 onset\n7 end\n8 onset\n9 end\n"
	    "10 onset\n11 end", "100",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 6). They come about as "
	    "often as before: the last 3 began under a day after the one "
	    "before, and the 2 before them under a day (medians)."},
	{"0 onset\n1 end\n96 onset\n97 end\n192 onset\n193 end\n"
	    "240 onset\n241 end\n288 onset\n289 end\n336 onset\n337 end", "400",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 6). They come closer together"
	    ": the last 3 began 2 d after the one before, "
	    "and the 2 before them 4 d (medians)."},
	{"0 onset\n1 end\n96 onset\n97 end\n192 onset\n193 end\n"
	    "384 onset\n385 end\n576 onset\n577 end\n768 onset\n769 end", "900",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 6). They come further apart"
	    ": the last 3 began 8 d after the one before, "
	    "and the 2 before them 4 d (medians)."},
	/* Two thirds of the gaps before, and three halves, are as often. */
	{"0 onset\n1 end\n72 onset\n73 end\n144 onset\n145 end\n"
	    "192 onset\n193 end\n240 onset\n241 end\n288 onset\n289 end", "400",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 6). They come about as often "
	    "as before"
	    ": the last 3 began 2 d after the one before, "
	    "and the 2 before them 3 d (medians)."},
	{"0 onset\n1 end\n48 onset\n49 end\n96 onset\n97 end\n"
	    "168 onset\n169 end\n240 onset\n241 end\n312 onset\n313 end", "400",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 6). They come about as often "
	    "as before"
	    ": the last 3 began 3 d after the one before, "
	    "and the 2 before them 2 d (medians)."},
	/* 24 h is a day. */
	{"0 onset\n1 end\n23 onset\n24 end\n46 onset\n47 end\n"
	    "70 onset\n71 end\n94 onset\n95 end\n118 onset\n119 end", "200",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 6). They come further apart"
	    ": the last 3 began 1 d after the one before, "
	    "and the 2 before them under a day (medians)."},
	/* The middle one, from none on. */
	{"0 onset\n0:30 end\n10 onset\n10:40 end\n20 onset\n26 end", "100",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: under an hour (median of 3)."},
	{"0 onset\n1 end\n10 onset\n11 end\n20 onset\n22 end\n"
	    "30 onset\n39 end", "39:30",
	    "4 episodes, 4 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (median of 4)."},
	{"0 onset\n1441 end\n1500 onset\n3000 end\n3000 onset\n6000 end",
	    "6001",
	    "3 episodes, 3 of them in the last 12 months; 3 went past 72 h. "
	    "Usual time to gone: over 60 d (median of 3)."},
	{"0 onset pain=9\n1 ice min=15\n2 pain score=8\n3 ice min=15\n"
	    "4 pain score=8\n5 ice min=15\n6 pain score=9\n7 heat min=9\n"
	    "8 pain score=1\n9 heat min=9\n10 pain score=0", "11",
	    "3 scores within 3 h after ice: 1 lower than before, 1 the same, "
	    "1 higher. Counts only: pain also eases by itself."},
	{"0 onset\n1 end # an end with nothing open is no episode\n2 end\n"
	    "3 end\n4 end", "100", ""}
};

START_TEST(this_is_said_of_a_log)
{
	struct episode_statistics c;
	char buf[4096];
	struct page page;

	look_back(&c, sayings[_i].log, sayings[_i].hour);
	page_init(&page, buf, sizeof(buf));
	statistics_write(&page, &c, true);
	ck_assert_str_eq(buf, sayings[_i].said);
}
END_TEST

START_TEST(names_are_shown_free_of_controls)
{
	struct episode_statistics c;
	char buf[4096];
	struct page page;

	look_back(&c, "0 onset exercise=\\033[1mä\n1 end\n"
	    "2 onset exercise=\\033[1mä\n3 end\n"
	    "4 onset exercise=\\033[1mä\n5 end", "6");
	page_init(&page, buf, sizeof(buf));
	statistics_write(&page, &c, true);
	ck_assert_ptr_nonnull(strstr(buf, "Before 3 of them: \\033[1mä."));
	page_init(&page, buf, sizeof(buf));
	statistics_write(&page, &c, false);
	ck_assert_ptr_nonnull(strstr(buf, ": \\033[1m\\303\\244."));
}
END_TEST

/* Days from each beginning to the next, and what is made of them. */
static const struct {
	int days[12];	/* to a 0 */
	bool said;
	int recent, earlier;
} gaps[] = {
	{{0}, false, 0, 0},
	/* Five episodes are too few, six are enough. */
	{{9, 9, 9, 9, 0}, false, 0, 0},
	{{9, 9, 9, 9, 9, 0}, true, 9, 9},
	/* Whichever of the last three is the middle one. */
	{{9, 9, 1, 2, 3, 0}, true, 2, 9},
	{{9, 9, 1, 3, 2, 0}, true, 2, 9},
	{{9, 9, 2, 1, 3, 0}, true, 2, 9},
	{{9, 9, 2, 3, 1, 0}, true, 2, 9},
	{{9, 9, 3, 1, 2, 0}, true, 2, 9},
	{{9, 9, 3, 2, 1, 0}, true, 2, 9},
	{{9, 9, 2, 2, 1, 0}, true, 2, 9},
	/* One long break, or one bad week, changes nothing. */
	{{9, 9, 9, 900, 9, 0}, true, 9, 9},
	{{9, 9, 9, 1, 9, 0}, true, 9, 9},
	{{9, 900, 9, 9, 9, 9, 0}, true, 9, 9},
	/* Half-way between the two in the middle, in whole days. */
	{{4, 8, 9, 9, 9, 0}, true, 9, 6},
	{{4, 9, 9, 9, 9, 0}, true, 9, 6},
	{{1, 4, 8, 20, 9, 9, 9, 0}, true, 9, 6},
	{{20, 1, 5, 9, 9, 9, 0}, true, 9, 5},
	/* Longer than ten years is as long as ten years. */
	{{9000, 9000, 9000, 9000, 9000, 0}, true, 3650, 3650}
};

START_TEST(gaps_are_compared_by_their_medians)
{
	struct episode_statistics s;
	struct course course;
	struct page page;
	char buf[4096], said[128];
	const char *spacing;
	int count = 1;

	memset(&s, 0, sizeof(s));
	course_init(&course);
	course.onsets = 1;
	statistics_add_episode(&s, &course, 0);
	for (int i = 0; gaps[_i].days[i] != 0; i++) {
		course.first.time += gaps[_i].days[i] * SPAN_DAY + SPAN_DAY - 1;
		statistics_add_episode(&s, &course, 0);
		count++;
		course.first.time -= SPAN_DAY - 1;
		s.began = course.first.time;
	}
	page_init(&page, buf, sizeof(buf));
	statistics_write(&page, &s, true);
	spacing = strstr(buf, "the last 3 began ");
	ck_assert(gaps[_i].said == (spacing != NULL));
	if (spacing == NULL)
		return;
	snprintf(said, sizeof(said), "the last 3 began %d d after the one "
	    "before, and the %d before them %d d (medians).",
	    gaps[_i].recent, count - 4, gaps[_i].earlier);
	ck_assert_str_eq(spacing, said);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("statistics");
	TCase *onset = tcase_create("onsets");
	TCase *tcase = tcase_create("episodes");

	TABLE_ADD(onset, onsets_are_counted, rows);
	TABLE_ADD(onset, the_last_two_sessions_are_kept_in_whatever_order,
	    sessions);
	tcase_add_test(onset, a_session_before_1970_counts_like_any_other);
	tcase_add_test(onset, an_empty_name_counts_like_any_other);
	tcase_add_test(onset, so_many_names_are_told_apart);
	tcase_add_test(onset,
	    a_full_table_goes_on_counting_the_names_that_it_knows);
	TABLE_ADD(onset, a_long_name_is_cut_and_still_counted, lengths);
	suite_add_tcase(suite, onset);

	TABLE_ADD(tcase, scores_after_packs_are_counted, effects);
	TABLE_ADD(tcase, this_is_said_of_a_log, sayings);
	TABLE_ADD(tcase, gaps_are_compared_by_their_medians, gaps);
	tcase_add_test(tcase, names_are_shown_free_of_controls);
	suite_add_tcase(suite, tcase);
	return suite;
}
