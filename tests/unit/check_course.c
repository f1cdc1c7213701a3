#include "../../src/core/log/course.h"

#include "dice.h"
#include "suite.h"
#include "table.h"
#include "tale.h"

/* What a log comes to; flags are names, scores are "value@hour". */
static const struct tale {
	const char *log;
	int onsets, ice, heat, seen, notes;
	bool ended, screened;
	int highest, last;	/* -1: none */
	const char *flags;
	const char *exercise;
	int64_t hours;		/* at the hour 100 */
} tales[] = {
	{"0 onset", 1, 0, 0, 0, 0, false, false, -1, -1, "", "", 100},
	{"0 onset pain=3", 1, 0, 0, 0, 0, false, false, 3, 3, "", "", 100},
	{"0 onset pain=3\n1 pain score=0\n2 end", 1, 0, 0, 0, 0, true, false,
	    3, 0, "", "", 2},
	/* Scores by their dates; of one date the one further down. */
	{"0 onset\n5 pain score=7\n3 pain score=2", 1, 0, 0, 0, 0, false,
	    false, 7, 7, "", "", 100},
	{"0 onset\n5 pain score=7\n5 pain score=2", 1, 0, 0, 0, 0, false,
	    false, 7, 2, "", "", 100},
	/* The earliest-dated onset begins it; an end before that is 0 long. */
	{"8 onset exercise=a\n2 onset exercise=b", 2, 0, 0, 0, 0, false,
	    false, -1, -1, "", "a", 98},
	{"8 onset\n2 end", 1, 0, 0, 0, 0, true, false, -1, -1, "", "", 0},
	{"101 onset", 1, 0, 0, 0, 0, false, false, -1, -1, "", "", 0},
	/* An exercise comes from the first onset that names one. */
	{"0 onset\n1 onset exercise=row\n2 onset exercise=squat", 3, 0, 0, 0,
	    0, false, false, -1, -1, "", "row", 100},
	{"0 onset\n1 ice min=15\n2 heat min=9\n3 ice min=20", 1, 2, 1, 0, 0,
	    false, false, -1, -1, "", "", 100},
	{"0 onset # a\n1 seen # b\n2 pain score=1 #", 1, 0, 0, 1, 2, false,
	    false, 1, 1, "", "", 100},
	{"0 onset flags=leg\n1 check flags=fever,leg", 1, 0, 0, 0, 0, false,
	    false, -1, -1, "fever,leg", "", 100},
	{"0 onset\n1 check flags=none", 1, 0, 0, 0, 0, false, true, -1, -1,
	    "", "", 100},
	{"0 onset flags=leg\n1 check flags=fever\n2 check wrong=leg", 1, 0, 0,
	    0, 0, false, false, -1, -1, "fever", "", 100},
	{"0 onset\n1 note # a", 1, 0, 0, 0, 1, false, false, -1, -1, "", "",
	    100},
	{"0 onset\n1 check asked=all flags=leg", 1, 0, 0, 0, 0, false, true,
	    -1, -1, "leg", "", 100},
	/* seen answers flags, and they were reported nevertheless. */
	{"0 onset flags=leg\n1 seen\n2 check flags=none", 1, 0, 0, 1, 0,
	    false, true, -1, -1, "leg", "", 100},
	/* What was settled before the first onset is no part of it. */
	{"0 check flags=fever,skin\n1 seen\n2 onset", 1, 0, 0, 0, 0, false,
	    false, -1, -1, "skin", "", 98},
	{"0 check flags=fever,skin\n1 check flags=none\n2 onset", 1, 0, 0, 0,
	    0, false, true, -1, -1, "", "", 98},
	{"0 check flags=fever\n1 seen\n2 check flags=leg,fever\n3 onset", 1, 0,
	    0, 0, 0, false, false, -1, -1, "fever,leg", "", 97},
	{"0 check flags=fever\n1 check flags=leg\n2 onset", 1, 0, 0, 0, 0,
	    false, false, -1, -1, "fever,leg", "", 98},
	{"0 check flags=fever\n1 onset", 1, 0, 0, 0, 0, false, false, -1, -1,
	    "fever", "", 99},
	/* The flags of an end are the next episode's. */
	{"0 onset\n1 end flags=fever", 1, 0, 0, 0, 0, true, false, -1, -1, "",
	    "", 1},
	{"", 0, 0, 0, 0, 0, false, false, -1, -1, "", "", 0}
};

START_TEST(a_log_comes_to_this)
{
	const struct tale *t = &tales[_i];
	struct course s = tale_story(t->log);
	char buf[256];
	struct text flags;

	text_init(&flags, buf, sizeof(buf));
	flag_list(&flags, s.flags & ~(s.onsets == 0 ? s.answered : 0), ",");
	ck_assert_int_eq(s.onsets, t->onsets);
	ck_assert_int_eq(s.pack_count[TREATMENT_ICE], t->ice);
	ck_assert_int_eq(s.pack_count[TREATMENT_HEAT], t->heat);
	ck_assert_int_eq(s.seen, t->seen);
	ck_assert_int_eq(s.notes, t->notes);
	ck_assert_int_eq(s.ended, t->ended);
	ck_assert_int_eq(s.screened, t->screened);
	ck_assert_int_eq(s.highest.value, t->highest);
	if (t->last != -1)
		ck_assert_int_eq(s.last.value, t->last);
	else
		ck_assert_int_eq(s.score_count, 0);
	ck_assert_str_eq(buf, t->flags);
	ck_assert_str_eq(s.exercise, t->exercise);
	if (t->onsets > 0)
		ck_assert_int_eq(course_length(&s, fold_at("100")),
		    t->hours * SPAN_HOUR);
}
END_TEST

START_TEST(of_onsets_of_one_date_the_first_begins_it)
{
	struct course s = tale_story("3 onset feel=dull\n3 onset feel=sharp");

	ck_assert_int_eq(s.first.feel, FEEL_DULL);
}
END_TEST

START_TEST(onsets_are_kept_by_their_dates)
{
	struct course s = tale_story("5 onset exercise=c\n3 onset exercise=a\n"
	    "5 onset exercise=d chronic=yes\n3 onset exercise=b feel=dull\n"
	    "9 onset");
	const struct onset *flares;

	ck_assert_int_eq(course_flares(&s, &flares), 4);
	ck_assert_str_eq(s.first.exercise, "a");
	ck_assert_str_eq(flares[0].exercise, "b");
	ck_assert_str_eq(flares[1].exercise, "c");
	ck_assert_str_eq(flares[2].exercise, "d");
	ck_assert_str_eq(flares[3].exercise, "");
	ck_assert_int_eq(flares[0].feel, FEEL_DULL);
	ck_assert(flares[2].chronic && !flares[1].chronic);
	/* That which is named first in the log, not by date. */
	ck_assert_str_eq(s.exercise, "c");
}
END_TEST

/* Onsets after the 16 that there is room for, which are those of hour 50. */
static const struct {
	const char *more;
	int flares;
	const char *lost, *last;	/* "": none */
} many_onsets[] = {
	{"", 15, "", ""}, {"\n51 onset", 15, "51", "51"},
	{"\n50 onset", 15, "50", "50"},
	{"\n52 onset\n51 onset\n53 onset", 15, "51", "53"},
	{"\n-600000 onset", 16, "-600000", "-600000"},
	/* The first of all is not among those that are kept. */
	{"\n49 onset", 16, "49", "49"},
	{"\n51 onset\n49 onset", 16, "49", "51"}
};

START_TEST(of_the_onsets_that_are_not_kept_two_dates_are_known)
{
	char log[512] = "50 onset";
	const struct onset *flares;
	struct course s;

	for (int i = 1; i < COURSE_ONSETS; i++)
		strcat(log, "\n50 onset");
	strcat(log, many_onsets[_i].more);
	s = tale_story(log);
	ck_assert_int_eq(course_flares(&s, &flares), many_onsets[_i].flares);
	for (int i = 0; i < many_onsets[_i].flares; i++)
		ck_assert_int_eq(flares[i].time, fold_at("50"));
	if (*many_onsets[_i].lost == '\0')
		return;
	ck_assert_int_eq(s.onset_lost, fold_at(many_onsets[_i].lost));
	ck_assert_int_eq(s.onset_last, fold_at(many_onsets[_i].last));
}
END_TEST

START_TEST(of_scores_alike_the_first_is_the_highest)
{
	struct course s = tale_story("0 onset pain=7\n1 pain score=7\n"
	    "2 pain score=6");

	ck_assert_int_eq(s.highest.time, fold_at("0"));
	s = tale_story("5 onset pain=0\n6 pain score=0");
	ck_assert_int_eq(s.highest.time, fold_at("5"));
}
END_TEST

START_TEST(skin_that_was_taken_back_stays_so)
{
	struct course s = tale_story("1 check flags=skin,leg\n"
	    "2 check flags=none\n3 seen\n4 onset");

	ck_assert_uint_eq(s.flags, 0);
	s = tale_story("1 check flags=skin,leg\n3 seen\n4 onset");
	ck_assert_uint_eq(s.flags, FLAG_BIT(FLAG_SKIN));
}
END_TEST

START_TEST(an_end_hands_on_what_it_carries)
{
	struct course s = tale_story("0 onset flags=fever,leg pain=5 # note");
	char line[64];
	struct record end = fold_record("3 end flags=fever,leg,skin", 26, line,
	    sizeof(line));

	course_add(&s, &end);
	course_follow(&s, &end);
	ck_assert_int_eq(s.onsets, 0);
	ck_assert_int_eq(s.notes, 0);
	ck_assert_int_eq(s.score_count, 0);
	ck_assert_uint_eq(s.flags, FLAG_BIT(FLAG_FEVER) | FLAG_BIT(FLAG_SKIN));
	ck_assert_int_eq(s.flag_at[FLAG_FEVER], fold_at("3"));
}
END_TEST

/* When the first flag of the table was first reported. */
static const struct {
	const char *log;
	const char *at;
} firsts[] = {
	{"1 onset flags=bladder", "1"},
	{"0 onset\n1 check flags=bladder\n2 check flags=bladder", "1"},
	{"0 onset\n1 check flags=bladder\n2 check flags=none\n"
	    "3 check flags=bladder", "1"},
	{"0 onset\n1 check flags=bladder\n2 seen\n3 check flags=bladder", "1"},
	{"1 check flags=bladder\n2 onset\n3 check flags=bladder", "1"},
	/* What was answered before an onset begins anew. */
	{"1 check flags=bladder\n2 seen\n3 check flags=bladder\n4 onset", "3"},
	{"1 check flags=bladder\n2 seen\n3 onset\n4 check flags=bladder", "4"},
	{"1 check flags=bladder\n2 check flags=none\n"
	    "3 check flags=bladder\n4 onset", "3"}
};

START_TEST(a_flag_has_the_date_of_its_first_report)
{
	struct course s = tale_story(firsts[_i].log);

	ck_assert(s.flags & FLAG_BIT(FLAG_BLADDER));
	ck_assert_int_eq(s.flag_at[FLAG_BLADDER], fold_at(firsts[_i].at));
}
END_TEST

START_TEST(what_follows_the_end_is_added)
{
	struct course s = tale_story("0 onset flags=leg\n1 end");
	struct course after = tale_story("2 check flags=fever,leg\n"
	    "3 seen # rest");

	course_append(&s, &after);
	ck_assert_uint_eq(s.flags, FLAG_BIT(FLAG_LEG) | FLAG_BIT(FLAG_FEVER));
	ck_assert_int_eq(s.flag_at[FLAG_LEG], fold_at("0"));
	ck_assert_int_eq(s.flag_at[FLAG_FEVER], fold_at("2"));
	ck_assert_int_eq(s.seen, 1);
	ck_assert_int_eq(s.seen_at[0], fold_at("3"));
	ck_assert_int_eq(s.notes, 1);
	ck_assert(!s.screened);
	after = tale_story("2 check flags=none");
	course_append(&s, &after);
	ck_assert(s.screened);
	ck_assert_int_eq(s.screened_at, fold_at("2"));
	/* The latest-dated counts, wherever it stands. */
	after = tale_story("3 check flags=none\n2 check flags=none");
	ck_assert_int_eq(after.screened_at, fold_at("3"));
	ck_assert_int_eq(s.onsets, 1);
	ck_assert_int_eq(s.end, fold_at("1"));
}
END_TEST

/* How many notes belong to an episode, by what came before it. */
static const struct begun {
	const char *log;
	int notes;
} begun[] = {
	{"1 check flags=fever # a\n2 onset # b", 2},
	{"1 check flags=fever # a\n2 seen # b\n3 onset # c", 1},
	{"1 seen # a\n2 onset # b", 1},
	{"1 check flags=fever # a\n2 check flags=none # b\n3 onset # c", 1},
	{"1 check flags=none # a\n2 onset # b", 2},
	{"1 onset # a\n2 seen # b\n3 onset # c", 3}
};

START_TEST(notes_of_what_was_settled_before_are_left_out)
{
	struct course s = tale_story(begun[_i].log);

	ck_assert_int_eq(s.notes, begun[_i].notes);
}
END_TEST

/* What was taken back, and not reported again. */
static const struct {
	const char *log, *flags;
} back[] = {
	{"0 onset flags=leg\n1 check wrong=leg", "leg"},
	{"0 onset flags=leg\n1 check wrong=leg\n2 check flags=leg", ""},
	{"0 onset flags=leg,fever\n1 check wrong=leg,fever\n"
	    "2 check flags=leg\n3 check wrong=leg", "fever,leg"},
	/* Before the first onset it is of no concern. */
	{"0 check flags=leg\n1 check wrong=leg\n2 onset", ""}
};

START_TEST(a_flag_is_taken_back_until_it_is_reported_again)
{
	struct course s = tale_story(back[_i].log);
	struct text flags = TEXT(128);

	flag_list(&flags, s.taken_back, ",");
	ck_assert_str_eq(flags.buf, back[_i].flags);
	ck_assert_uint_eq(s.flags & s.taken_back, 0);
}
END_TEST

START_TEST(each_flag_that_follows_the_end_is_added)
{
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		struct course s = tale_story("0 onset\n1 end"), after;
		char log[64];

		snprintf(log, sizeof(log), "2 check flags=%s",
		    flag_rows[flag].name);
		after = tale_story(log);
		course_append(&s, &after);
		ck_assert_uint_eq(s.flags, FLAG_BIT(flag));
		ck_assert_int_eq(s.flag_at[flag], fold_at("2"));
	}
}
END_TEST

START_TEST(dates_that_were_not_kept_after_the_end_are_counted)
{
	struct course s = tale_story("0 onset\n1 seen\n2 end");
	struct course after = tale_story("3 seen\n4 seen\n5 seen\n6 seen\n"
	    "7 seen\n8 seen\n9 seen\n10 seen\n11 seen");

	course_append(&s, &after);
	ck_assert_int_eq(s.seen, 10);
	ck_assert_int_eq(s.seen_at[0], fold_at("1"));
	ck_assert_int_eq(s.seen_at[COURSE_SEEN - 1], fold_at("9"));
}
END_TEST

START_TEST(a_comment_adds_nothing)
{
	struct course s = tale_story("0 onset");
	struct record r;

	record_init(&r);
	r.note = slice_of("a comment");
	course_add(&s, &r);
	ck_assert_int_eq(s.notes, 0);
	ck_assert_int_eq(s.onsets, 1);
	ck_assert_int_eq(s.score_count + course_packs(&s) + s.seen, 0);
	ck_assert_uint_eq(s.flags, 0);
	ck_assert(!s.ended && !s.screened);
}
END_TEST

/* Names, and what is kept of them. */
static const struct cut {
	const char *unit;	/* that they are made of */
	int times;
	size_t kept;		/* bytes of an exercise, at most 63 */
} cuts[] = {
	{"x", 63, 63}, {"x", 64, 63}, {"x", 1000, 63}, {"\\040", 40, 60},
	{"\xc3\xa4", 31, 62}, {"\xc3\xa4", 80, 62}, {"\xe2\x82\xac", 60, 63},
	{"\xf0\x9f\x98\x80", 60, 60}
};

START_TEST(what_is_too_long_is_cut_between_characters)
{
	const struct cut *c = &cuts[_i];
	char name[2048] = "", line[RECORD_MAX + 64], buf[RECORD_MAX + 64];
	struct course s;
	struct record r;

	for (int i = 0; i < c->times; i++)
		strcat(name, c->unit);
	snprintf(line, sizeof(line), "0 onset exercise=%s", name);
	r = fold_record(line, strlen(line), buf, sizeof(buf));
	course_init(&s);
	course_add(&s, &r);
	ck_assert_uint_eq(strlen(s.exercise), c->kept);
	ck_assert(strncmp(s.exercise, name, c->kept) == 0);
}
END_TEST

START_TEST(scores_of_one_date_stay_in_their_order)
{
	struct course s = tale_story("3 onset pain=3\n3 pain score=5\n"
	    "1 pain score=1\n3 pain score=4\n1 pain score=2");
	static const int values[] = {1, 2, 3, 5, 4};
	struct score out[COURSE_OUT];

	ck_assert_int_eq(course_scores(&s, out), ROWS(values));
	for (int i = 0; i < ROWS(values); i++)
		ck_assert_int_eq(out[i].value, values[i]);
}
END_TEST

/* What was thinned out comes back, whatever the room for it holds. */
START_TEST(the_highest_is_given_out_though_it_was_not_kept)
{
	char log[1024] = "0 onset pain=1\n1 pain score=9";
	struct score out[COURSE_OUT];
	struct course s;

	for (int i = 2; i < 49; i++)
		strcat(log, "\n2 pain score=1");
	s = tale_story(log);
	for (int i = 0; i < COURSE_OUT; i++)
		out[i] = s.highest;
	ck_assert_int_eq(course_scores(&s, out), 26);
	ck_assert_int_eq(out[0].value, 1);
	ck_assert_int_eq(out[1].value, 9);
	for (int i = 2; i < 26; i++)
		ck_assert_int_eq(out[i].value, 1);
}
END_TEST

/* Scores by their number in the log: how many, and which are kept of them. */
static const struct thinning {
	int scores, kept, every;
} thinnings[] = {
	{48, 48, 1}, {49, 25, 2}, {50, 25, 2}, {94, 47, 2}, {95, 48, 2},
	{96, 48, 2}, {97, 25, 4}, {192, 48, 4}, {193, 25, 8}
};

START_TEST(where_there_is_no_room_every_second_score_goes)
{
	const struct thinning *t = &thinnings[_i];
	struct course s;
	struct record r;

	course_init(&s);
	for (int i = 0; i < t->scores; i++) {
		record_init(&r);
		r.kind = RECORD_PAIN;
		r.time = i;
		r.score = i % 11;
		course_add(&s, &r);
	}
	ck_assert_int_eq(s.kept, t->kept);
	ck_assert_int_eq(s.every, t->every);
	for (int i = 0; i < s.kept; i++) {
		ck_assert_int_eq(s.scores[i].time, i * t->every);
		ck_assert_int_eq(s.scores[i].value, i * t->every % 11);
	}
}
END_TEST

static int
by_date(const void *a, const void *b)
{
	const struct score *x = a, *y = b;

	return x->time < y->time ? -1 : x->time > y->time;
}

/* All scores are sorted apart; what is given out must be among them. */
START_TEST(random_scores_are_given_out_by_date)
{
	struct dice d = dice_make("course");

	for (int round = 0; round < 500; round++) {
		struct score all[300], out[COURSE_OUT];
		int n = (int)dice_between(&d, 1, 300), count, at = 0;
		int highest = 0;
		struct course s;

		course_init(&s);
		for (int i = 0; i < n; i++) {
			struct record r;

			record_init(&r);
			r.kind = RECORD_PAIN;
			r.score = (int)dice_between(&d, 0, 10);
			/* No two at once, so that there is one order. */
			r.time = dice_between(&d, 0, 1000) * 1000 + i;
			all[i] = (struct score){r.time, r.score};
			highest = r.score > highest ? r.score : highest;
			course_add(&s, &r);
		}
		qsort(all, (size_t)n, sizeof(*all), by_date);
		count = course_scores(&s, out);
		ck_assert_int_le(count, COURSE_OUT);
		ck_assert_int_ge(count, n < COURSE_SCORES ? n :
		    COURSE_SCORES / 2);
		for (int i = 0; i < count; i++) {
			while (at < n && all[at].time != out[i].time)
				at++;
			ck_assert_msg(at < n && all[at].value == out[i].value,
			    "SEED=%" PRIu64 " round %d: score %d", d.seed,
			    round, i);
		}
		ck_assert_int_eq(out[count - 1].time, all[n - 1].time);
		ck_assert_int_eq(s.last.value, all[n - 1].value);
		ck_assert_int_eq(s.highest.value, highest);
		for (at = 0; at < count && out[at].value != highest; at++)
			continue;
		ck_assert_int_lt(at, count);
	}
}
END_TEST

/* Far more of everything than there is room for. */
START_TEST(the_first_are_kept_and_all_are_counted)
{
	struct course s;
	struct record r;

	course_init(&s);
	for (int i = 0; i < 1000; i++) {
		for (int kind = RECORD_ONSET; kind < RECORD_END; kind++) {
			record_init(&r);
			r.kind = (enum record_kind)kind;
			r.time = i;
			r.minutes = 15;
			r.score = kind == RECORD_PAIN ? i % 11 :
			    RECORD_NO_SCORE;
			r.note = slice_of("note");
			course_add(&s, &r);
		}
	}
	ck_assert_int_eq(s.onsets, 1000);
	ck_assert_int_eq(s.onset[COURSE_ONSETS - 1].time, COURSE_ONSETS - 1);
	ck_assert_int_eq(s.onset_lost, COURSE_ONSETS);
	ck_assert_int_eq(s.pack_count[TREATMENT_ICE], 1000);
	ck_assert_int_eq(s.pack_count[TREATMENT_HEAT], 1000);
	ck_assert_int_eq(s.packs[COURSE_PACKS - 1].pack.start,
	    COURSE_PACKS / 2 - 1);
	ck_assert_int_eq(s.seen, 1000);
	ck_assert_int_eq(s.seen_at[COURSE_SEEN - 1], COURSE_SEEN - 1);
	ck_assert_int_eq(s.notes, 6000);
	ck_assert_int_eq(s.score_count, 1000);
	ck_assert_int_le(s.kept, COURSE_SCORES);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("course");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, a_log_comes_to_this, tales);
	tcase_add_test(tcase, of_onsets_of_one_date_the_first_begins_it);
	tcase_add_test(tcase, onsets_are_kept_by_their_dates);
	TABLE_ADD(tcase,
	    of_the_onsets_that_are_not_kept_two_dates_are_known,
	    many_onsets);
	tcase_add_test(tcase, of_scores_alike_the_first_is_the_highest);
	tcase_add_test(tcase, skin_that_was_taken_back_stays_so);
	tcase_add_test(tcase, an_end_hands_on_what_it_carries);
	TABLE_ADD(tcase, a_flag_has_the_date_of_its_first_report, firsts);
	tcase_add_test(tcase, what_follows_the_end_is_added);
	TABLE_ADD(tcase, notes_of_what_was_settled_before_are_left_out, begun);
	TABLE_ADD(tcase, a_flag_is_taken_back_until_it_is_reported_again,
	    back);
	tcase_add_test(tcase, each_flag_that_follows_the_end_is_added);
	tcase_add_test(tcase,
	    dates_that_were_not_kept_after_the_end_are_counted);
	tcase_add_test(tcase, a_comment_adds_nothing);
	TABLE_ADD(tcase, what_is_too_long_is_cut_between_characters, cuts);
	tcase_add_test(tcase, scores_of_one_date_stay_in_their_order);
	tcase_add_test(tcase, the_highest_is_given_out_though_it_was_not_kept);
	TABLE_ADD(tcase, where_there_is_no_room_every_second_score_goes,
	    thinnings);
	tcase_add_test(tcase, random_scores_are_given_out_by_date);
	tcase_add_test(tcase, the_first_are_kept_and_all_are_counted);
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	suite_add_tcase(suite, tcase);
	return suite;
}
