#include "../../src/core/say/report.h"

#include <stdio.h>

#include "suite.h"
#include "table.h"
#include "tale.h"
#include "zones.h"

#define SEEN_8 "By a doctor or physiotherapist, Thu 20 Nov 18:30, Thu 20 Nov " \
    "19:30, Thu 20 Nov 20:30, Thu 20 Nov 21:30, Thu 20 Nov 22:30, Thu 20 Nov " \
    "23:30, Fri 21 Nov 00:30, Fri 21 Nov 01:30"
#define FLARES_6 "1 onset feel=dull\n2 onset feel=dull\n3 onset feel=dull\n" \
    "4 onset feel=dull\n5 onset feel=dull\n6 onset feel=dull"
#define FLARES_6_SAID "Thu 20 Nov 18:30: dull.\nThu 20 Nov 19:30: dull.\n" \
    "Thu 20 Nov 20:30: dull.\nThu 20 Nov 21:30: dull.\n" \
    "Thu 20 Nov 22:30: dull.\nThu 20 Nov 23:30: dull."

/* What stands under a label, for the course of one log, 100 hours on. */
static const struct line {
	const char *log;
	const char *label;
	const char *said;
} lines[] = {
	{"0 onset", "Episode", "Began Thu 20 Nov 17:30 UTC; open, 4 d so "
	    "far."},
	{"-69 onset\n-68 ice min=15", "Episode", "Began Mon 17 Nov 20:30 UTC; "
	    "not ended, and nothing noted since Mon 17 Nov 21:30."},
	{"-69 onset\n-67:59:59 ice min=15", "Episode", "Began Mon 17 Nov 20:30 "
	    "UTC; open, 7 d so far."},
	{"0 onset\n1 end", "Episode", "Began Thu 20 Nov 17:30 UTC; ended Thu "
	    "20 Nov 18:30 UTC, after 1 h."},
	{"0 onset\n1 onset", "Episode", "Began Thu 20 Nov 17:30 UTC; open, "
	    "4 d so far. 1 flare: Thu 20 Nov 18:30."},
	{"1 onset\n0 onset", "Episode", "Began Thu 20 Nov 17:30 UTC; open, "
	    "4 d so far. 1 flare: Thu 20 Nov 18:30."},
	{"0 onset\n0 onset", "Episode", "Began Thu 20 Nov 17:30 UTC; open, "
	    "4 d so far. 1 flare: Thu 20 Nov 17:30."},
	{"0 onset\n1 onset\n2 onset\n3 onset\n4 onset\n5 onset\n6 onset\n"
	    "7 onset", "Episode", "Began Thu 20 Nov 17:30 UTC; open, 4 d "
	    "so far. 7 flares: Thu 20 Nov 18:30, Thu 20 Nov 19:30, Thu 20 Nov "
	    "20:30, Thu 20 Nov 21:30, Thu 20 Nov 22:30, Thu 20 Nov 23:30, and "
	    "later."},
	{"0 onset", "Onset", "Kind, beginning and side not noted."},
	{"0 onset feel=dull", "Onset", "Dull."},
	{"0 onset start=sudden side=one", "Onset", "Sudden, on one side."},
	{"0 onset feel=stiff start=gradual side=both chronic=yes", "Onset",
	    "Stiff, gradual, on both sides, long-standing."},
	{"0 onset feel=dull chronic=yes", "Onset", "Dull, long-standing and "
	    "stiff."},
	/* What a flare tells is said of the flare. */
	{"0 onset\n1 onset feel=dull exercise=row", "Onset", "Kind, beginning "
	    "and side not noted."},
	{"1 onset feel=dull\n0 onset feel=stiff", "Onset", "Stiff."},
	{"0 onset\n1 onset feel=sharp start=sudden side=one", "Flare", "Thu 20 "
	    "Nov 18:30: sharp, sudden, on one side."},
	{"1 onset feel=dull\n0 onset feel=stiff", "Flare", "Thu 20 Nov 18:30: "
	    "dull."},
	{"0 onset\n1 onset exercise=leg\\040press", "Flare", "Thu 20 Nov "
	    "18:30. Exercise: leg press."},
	{"0 onset\n1 onset side=both exercise=row "
	    "session=2025-11-20T16:30:00Z", "Flare", "Thu 20 Nov 18:30: on "
	    "both sides. Exercise: row. The session was 2 h before."},
	{"0 onset\n1 onset session=2025-11-20T16:30:00Z\n2 onset pain=3\n"
	    "3 onset chronic=yes session=2025-11-20T20:30:01Z", "Flare", "Thu "
	    "20 Nov 18:30. The session was 2 h before.\n"
	    "Thu 20 Nov 20:30: long-standing and stiff."},
	{"0 onset\n1 onset\n2 onset\n3 onset\n4 onset\n5 onset\n6 onset\n"
	    "7 onset\n8 onset feel=dull", "Flare", "Fri 21 Nov 01:30: dull."},
	{"0 onset\n" FLARES_6, "Flare", FLARES_6_SAID},
	{"0 onset\n" FLARES_6 "\n7 onset", "Flare", FLARES_6_SAID},
	{"0 onset\n" FLARES_6 "\n7 onset side=one", "Flare", FLARES_6_SAID
	    " And 1 more in the log."},
	{"0 onset\n" FLARES_6 "\n7 onset side=one\n8 onset side=one", "Flare",
	    FLARES_6_SAID " And 2 more in the log."},
	{"0 onset exercise=row", "Onset", "Kind, beginning and side not "
	    "noted. Exercise: row."},
	{"0 onset side=both session=2025-11-20T08:00:00Z", "Onset", "On both "
	    "sides. The session was 9 h 30 min before."},
	{"0 onset feel=stiff session=2025-11-20T17:30:00Z", "Onset", "Stiff. "
	    "The session was under a minute before."},
	{"0 onset feel=stiff session=2025-11-20T17:30:01Z", "Onset", "Stiff."},
	{"0 onset", "Pain 0-10", "Not noted."},
	{"0 onset pain=4", "Pain 0-10", "Highest 4 (Thu 20 Nov 17:30), last 4 "
	    "(Thu 20 Nov 17:30)."},
	{"0 onset pain=4\n1 pain score=6\n20 pain score=2", "Pain 0-10",
	    "Highest 6 (Thu 20 Nov 18:30), last 2 (Fri 21 Nov 13:30). Course: "
	    "4 (Thu 20 Nov 17:30), 6 (18:30), 2 (Fri 21 Nov 13:30)."},
	{"0 onset", "Red flags", "None reported. Not all were asked."},
	{"0 onset flags=bladder", "Red flags", "First reported Thu 20 Nov "
	    "17:30: trouble controlling the bladder or the bowels (not yet "
	    "assessed). Not all were asked."},
	{"0 onset\n1 check flags=none", "Red flags", "None reported. All were "
	    "last asked Thu 20 Nov 18:30; since then: no flare, flag or "
	    "score."},
	{"0 onset\n1 check asked=all flags=leg,fever", "Red flags", "First "
	    "reported Thu 20 Nov 18:30: fever or chills without another "
	    "reason (not yet assessed); pain running down one leg (not yet "
	    "assessed). All were last asked Thu 20 Nov 18:30; since then: no "
	    "flare, flag or score."},
	{"0 onset flags=leg\n1 seen\n2 check flags=fever", "Red flags", "First "
	    "reported Thu 20 Nov 19:30: fever or chills without another "
	    "reason (not yet assessed). Thu 20 Nov 17:30: pain running down "
	    "one leg. Not all were asked."},
	/* What happened since, to the second; the latest-dated one counts. */
	{"0 onset\n2 check flags=none\n1 check flags=none\n1 onset\n"
	    "2 pain score=3", "Red flags", "None reported. All were last asked "
	    "Thu 20 Nov 19:30; since then: no flare, flag or score."},
	{"0 onset\n2 check flags=none\n2:00:01 onset\n3 onset pain=8\n"
	    "4 check flags=leg", "Red flags", "First reported Thu 20 Nov "
	    "21:30: pain running down one leg (not yet assessed). All were "
	    "last asked Thu 20 Nov 19:30; since then: a flare (Thu 20 Nov "
	    "19:30), a flare (Thu 20 Nov 20:30), leg, pain 8 (Thu 20 Nov "
	    "20:30)."},
	/* Answered by a visit, asked, and reported again. */
	{"0 onset flags=leg\n1 seen\n2 check flags=none\n3 check flags=leg",
	    "Red flags", "First reported Thu 20 Nov 17:30: pain running down "
	    "one leg (not yet assessed). All were last asked Thu 20 Nov "
	    "19:30; since then: leg."},
	{"0 onset flags=leg\n1 check asked=all flags=leg\n0:30 check "
	    "flags=leg", "Red flags", "First reported Thu 20 Nov 17:30: pain "
	    "running down one leg (not yet assessed). All were last asked Thu "
	    "20 Nov 18:30; since then: no flare, flag or score."},
	{"0 onset pain=3\n1 note # my leg went numb\n2 check flags=none",
	    "Red flags", "None reported. All were last asked Thu 20 Nov "
	    "19:30; since then: no flare, flag or score."},
	{"0 onset pain=3\n1 check flags=none\n2 note # my leg went numb\n"
	    "3 pain score=7\n4 pain score=4\n5 seen", "Red flags", "None "
	    "reported. All were last asked Thu 20 Nov 18:30; since then: a "
	    "note that may name one (Thu 20 Nov 19:30), pain up to 7 (Thu 20 "
	    "Nov 20:30), pain 4 (Thu 20 Nov 21:30), seen (Thu 20 Nov 22:30)."},
	{"0 onset\n2 check flags=none\n1 note # cannot pee", "Red flags",
	    "None reported. All were last asked Thu 20 Nov 19:30; since then: "
	    "a note that may name one (Thu 20 Nov 18:30)."},
	{"0 onset\n1 check flags=leg,age\n2 check wrong=leg", "Red flags",
	    "First reported Thu 20 Nov 18:30: being under 18, or a first "
	    "episode over 60 (not yet assessed). Taken back, as entered by "
	    "mistake: pain running down one leg. Not all were asked."},
	{"0 onset", "Done", "No ice or moist heat noted."},
	{"0 onset\n1 ice min=15", "Done", "Ice once, 15 min, Thu 20 Nov "
	    "18:30."},
	{"0 onset\n1 heat min=15\n2 heat min=20", "Done", "Moist heat 2 times, "
	    "35 min in all, last Thu 20 Nov 19:30."},
	{"0 onset\n2 ice min=15\n1 heat min=20\n1 ice min=10", "Done", "Ice 2 "
	    "times, 25 min in all, last Thu 20 Nov 19:30. Moist heat once, 20 "
	    "min, Thu 20 Nov 18:30."},
	{"0 onset\n1 ice min=15\n2 heat min=20", "Done", "Ice once, 15 min, "
	    "Thu 20 Nov 18:30. Moist heat once, 20 min, Thu 20 Nov 19:30."},
	/* The fields that hold no pack are those of 1970. */
	{"-500000 onset\n-499999 heat min=15", "Done", "Moist heat once, 15 "
	    "min, Wed 6 Nov 1968 10:30."},
	{"0 onset", "Seen", "No assessment noted."},
	{"0 onset\n1 seen", "Seen", "By a doctor or physiotherapist, Thu 20 "
	    "Nov 18:30."},
	{"0 onset\n1 seen\n2 seen", "Seen", "By a doctor or physiotherapist, "
	    "Thu 20 Nov 18:30, Thu 20 Nov 19:30."},
	{"0 onset\n1 seen\n2 seen\n3 seen\n4 seen\n5 seen\n6 seen\n7 seen\n"
	    "8 seen", "Seen", SEEN_8 "."},
	{"0 onset\n1 seen\n2 seen\n3 seen\n4 seen\n5 seen\n6 seen\n7 seen\n"
	    "8 seen\n9 seen", "Seen", SEEN_8 ", and later."},
	{"0 onset", "Earlier", "No earlier episode in the log."},
	{"0 onset", "Not known", "The red flags that were not asked. What "
	    "kind of pain it is. How it began. Where it is. How "
	    "strong it is. Medicines, other illness, work: where no note "
	    "tells."},
	/* No question where any onset answered it. */
	{"0 onset side=one\n1 onset feel=dull\n2 onset start=sudden\n"
	    "3 onset\n4 check flags=none\n90 pain score=1", "Not known",
	    "Medicines, other illness, work: where no note tells."},
	{"0 onset feel=dull start=gradual side=one\n1 check flags=none\n"
	    "76 pain score=1", "Not known", "Medicines, other illness, work: "
	    "where no note tells."},
	{"0 onset feel=dull start=gradual side=one\n1 check flags=none\n"
	    "75:59:59 pain score=1", "Not known", "How strong it is now: the "
	    "last score is 24 h old. Medicines, other illness, work: "
	    "where no note tells."},
	{"0 onset feel=dull start=gradual side=one\n1 check flags=none\n"
	    "2 pain score=1\n3 end", "Not known", "Medicines, other illness, "
	    "work: where no note tells."}
};

static char buf[4 * REPORT_MAX];

/* All parts on one page, as far as that has room. */
static void
write_parts(struct page *page, const struct report *r)
{
	page_init(page, buf, sizeof(buf));
	report_head(page, r);
	report_course(page, r);
	report_rest(page, r);
}

static void
write_page(struct page *page, const char *log, bool html)
{
	struct episode e;
	struct course s = tale_story(log);
	struct report r = {.course = &s, .e = &e, .now = fold_at("100"),
	    .utf8 = true, .html = html};

	zones_set("UTC");
	fold_log(&e, log);
	write_parts(page, &r);
}

/* The paragraph with a label and those under it that have none, as lines. */
static void
assert_says(const struct page *page, const char *label, const char *said)
{
	char lines_buf[2048];
	struct text text;
	int item = 0;

	while (item < page->count && (page->items[item].label == NULL ||
	    strcmp(page->items[item].label, label) != 0))
		item++;
	ck_assert_msg(item < page->count, "no %s", label);
	text_init(&text, lines_buf, sizeof(lines_buf));
	do {
		struct slice line = page_slice(page, item++);

		text_str(&text, text.len > 0 ? "\n" : "");
		text_bytes(&text, line.at, line.len);
	} while (item < page->count && page->items[item].label != NULL &&
	    *page->items[item].label == '\0');
	ck_assert_str_eq(lines_buf, said);
	ck_assert(!page->text.cut);
}

START_TEST(it_says_this)
{
	struct page page;

	write_page(&page, lines[_i].log, false);
	assert_says(&page, lines[_i].label, lines[_i].said);
}
END_TEST

#define FLARE "a flare (Thu 20 Nov 19:30)"
#define SIX_FLARES FLARE ", " FLARE ", " FLARE ", " FLARE ", " FLARE ", " FLARE

/* Packs of which there are almost, or more than, as many as are kept. */
static const struct {
	int times;
	const char *said;
} many[] = {
	{63, "Ice 63 times, 63 min in all, last Thu 20 Nov 18:30. Moist heat "
	    "once, 9 min, Thu 20 Nov 17:30."},
	{64, "Ice 64 times. Moist heat once."}
};

START_TEST(minutes_are_added_up_where_all_packs_are_known)
{
	char log[2048] = "0 onset\n0 heat min=9";
	struct page page;

	for (int i = 0; i < many[_i].times; i++)
		strcat(log, "\n1 ice min=1");
	write_page(&page, log, false);
	assert_says(&page, "Done", many[_i].said);
}
END_TEST

/* An episode before, and the line for it. */
static const struct {
	const char *log, *said;
} before[] = {
	{"-100 onset\n-98 end", "Sun 16 Nov 13:30, 2 h."},
	{"-100 onset pain=0\n-98 end", "Sun 16 Nov 13:30, 2 h, pain up to 0."},
	{"-100 onset pain=3\n-99 pain score=7\n-98 end", "Sun 16 Nov 13:30, "
	    "2 h, pain up to 7."},
	{"-100 onset exercise=leg\\040press\n-98 end", "Sun 16 Nov 13:30, 2 h, "
	    "after leg press."},
	{"-100 onset\n-99 seen\n-98 end", "Sun 16 Nov 13:30, 2 h, assessed."},
	{"-100 onset flags=bladder\n-98 end", "Sun 16 Nov 13:30, 2 h, red "
	    "flags: bladder."},
	{"-100 onset flags=leg,bladder\n-98 end", "Sun 16 Nov 13:30, 2 h, red "
	    "flags: bladder, leg."},
	{"-100 onset flags=chest,belly,urine,fever,weight,leg\n-98 end", "Sun "
	    "16 Nov 13:30, 2 h, red flags: chest, belly, urine, fever, "
	    "weight, leg."},
	{"-100 onset flags=chest,belly,urine,fever,weight,leg,numb\n-98 end",
	    "Sun 16 Nov 13:30, 2 h, red flags: chest, belly, urine, fever, "
	    "weight, leg and 1 more."},
	{"-100 onset pain=2 exercise=row flags=leg\n-99 seen\n-98 end", "Sun "
	    "16 Nov 13:30, 2 h, pain up to 2, after row, red flags: leg, "
	    "assessed."}
};

/* The course of a log, with others before it. */
static void
write_earlier(struct page *page, const struct course *earlier, int listed,
    int count)
{
	struct episode e;
	struct course s = tale_story("0 onset");
	struct report r = {.course = &s, .e = &e, .earlier = earlier,
	    .listed = listed, .earlier_count = count, .now = fold_at("100"),
	    .utf8 = true};

	zones_set("UTC");
	fold_log(&e, "0 onset");
	write_parts(page, &r);
}

START_TEST(an_earlier_episode_is_a_line)
{
	struct course s = tale_story(before[_i].log);
	struct page page;
	char said[512];

	snprintf(said, sizeof(said), "1 episode:\n%s", before[_i].said);
	write_earlier(&page, &s, 1, 1);
	assert_says(&page, "Earlier", said);
}
END_TEST

START_TEST(of_earlier_episodes_the_latest_is_the_first)
{
	struct course s[2];
	struct page page;

	s[0] = tale_story("-200 onset\n-198 end");
	s[1] = tale_story("-100 onset\n-98 end");
	write_earlier(&page, s, 2, 2);
	assert_says(&page, "Earlier", "2 episodes:\nSun 16 Nov 13:30, 2 h.\n"
	    "Wed 12 Nov 09:30, 2 h.");
	write_earlier(&page, s, 2, 3);
	assert_says(&page, "Earlier", "3 episodes; the last 2:\nSun 16 Nov "
	    "13:30, 2 h.\nWed 12 Nov 09:30, 2 h.");
}
END_TEST

START_TEST(five_earlier_episodes_are_listed)
{
	/* As backcare(1) has it. */
	ck_assert_int_eq(REPORT_EARLIER, 5);
}
END_TEST

START_TEST(it_has_its_year_and_its_disclaimer)
{
	struct page page;

	write_page(&page, "0 onset", false);
	ck_assert_ptr_nonnull(strstr(buf, "as of Mon 24 Nov 2025 21:30 UTC"));
	ck_assert_ptr_nonnull(strstr(buf, "no substitute for care."));
}
END_TEST

/* Behind the last of as many onsets as are kept there is none, either. */
/* So many flares before all were asked, and after it. */
static const struct {
	int before, after;
	const char *said;
} since[] = {
	{7, 1, "a flare (Thu 20 Nov 19:30)."},
	{15, 0, "no flare, flag or score."},
	{16, 0, "no flare, flag or score."},
	{15, 1, "flares."}, {14, 2, "a flare (Thu 20 Nov 19:30), more flares."},
	{9, 6, SIX_FLARES "."}, {0, 7, SIX_FLARES ", more flares."}
};

START_TEST(no_flare_since_they_were_asked_is_kept_back)
{
	char log[512] = "0 onset", said[512];
	struct page page;

	for (int i = 0; i < since[_i].before; i++)
		strcat(log, "\n1 onset");
	strcat(log, "\n1 check flags=none");
	for (int i = 0; i < since[_i].after; i++)
		strcat(log, "\n2 onset");
	write_page(&page, log, false);
	snprintf(said, sizeof(said), "None reported. All were last asked Thu "
	    "20 Nov 18:30; since then: %s", since[_i].said);
	assert_says(&page, "Red flags", said);
}
END_TEST

/* One more than is kept of an episode. */
START_TEST(visits_since_they_were_asked_are_told)
{
	char log[512] = "0 onset\n1 check flags=none";
	char said[512] = "None reported. All were last asked Thu 20 Nov 18:30; "
	    "since then: ";
	struct page page;

	for (int i = 0; i <= COURSE_SEEN; i++) {
		strcat(log, "\n2 seen");
		if (i < COURSE_SEEN)
			strcat(said, i > 0 ? ", seen (Thu 20 Nov 19:30)" :
			    "seen (Thu 20 Nov 19:30)");
	}
	strcat(said, ".");
	write_page(&page, log, false);
	assert_says(&page, "Red flags", said);
}
END_TEST

START_TEST(flares_that_tell_nothing_take_no_line)
{
	char log[512] = "0 onset feel=dull exercise=row";
	struct page page;

	for (int i = 1; i < COURSE_ONSETS; i++)
		strcat(log, "\n1 onset pain=3");
	write_page(&page, strcat(log, "\n2 end"), false);
	for (int i = 0; i < page.count; i++)
		ck_assert(page.items[i].label == NULL ||
		    strcmp(page.items[i].label, "Flare") != 0);
}
END_TEST

START_TEST(in_html_words_of_others_are_isolated)
{
	struct page page;

	write_page(&page, "0 onset exercise=row # note", true);
	ck_assert_ptr_nonnull(strstr(buf, "\xe2\x81\xa8row\xe2\x81\xa9."));
	write_page(&page, "0 onset exercise=row # note", false);
	ck_assert_ptr_null(strstr(buf, "\xe2\x81\xa8"));
}
END_TEST

/* A record, and what is said of its note after the first. */
static const struct {
	const char *record, *said;
} notes[] = {
	{"1 onset # it's <b>", "Thu 20 Nov 18:30, onset: it's <b>"},
	{"1 onset pain=7 # a", "Thu 20 Nov 18:30, onset, pain 7: a"},
	{"1 pain score=0 # a", "Thu 20 Nov 18:30, pain 0: a"},
	{"1 ice min=15 # a", "Thu 20 Nov 18:30, ice: a"},
	{"1 seen # a\\012b", "Thu 20 Nov 18:30, seen: a\\012b"},
	{"1 end # a", "Thu 20 Nov 18:30, end: a"},
	{"1 note # a", "Thu 20 Nov 18:30: a"}
};

static struct slice
put_note(struct page *page, const char *line, bool html, bool first)
{
	static char one[RECORD_MAX + 64];
	struct record record = fold_record(line, strlen(line), one,
	    sizeof(one));
	struct report r = {.now = fold_at("100"), .utf8 = true, .html = html};

	zones_set("UTC");
	page_init(page, buf, REPORT_MAX);
	report_note(page, &r, &record, first);
	return page_slice(page, 0);
}

START_TEST(a_note_has_its_date_and_what_it_was_written_on)
{
	struct page page;

	put_note(&page, notes[_i].record, false, false);
	ck_assert_str_eq(buf, notes[_i].said);
	ck_assert_str_eq(page.items[0].label, "");
	put_note(&page, notes[_i].record, false, true);
	ck_assert_str_eq(page.items[0].label, "Notes");
	put_note(&page, "1 seen # a", true, false);
	ck_assert_str_eq(buf, "Thu 20 Nov 18:30, seen: "
	    "\xe2\x81\xa8" "a\xe2\x81\xa9");
}
END_TEST

/* As long as a line can be, and as much as a byte can take. */
START_TEST(the_longest_note_is_whole)
{
	static char line[RECORD_MAX + 1];
	struct page page;

	memset(line, '\377', RECORD_MAX - 32);
	memcpy(line, "1 seen # ", 9);
	put_note(&page, line, true, true);
	ck_assert(!page.text.cut);
	ck_assert_uint_gt(page.text.len, 4 * (strlen(line) - 9));
}
END_TEST

START_TEST(lines_that_could_not_be_read_leave_nothing_known)
{
	struct course s = tale_story("0 onset");
	struct episode e;
	struct report r = {.course = &s, .e = &e, .now = fold_at("100"),
	    .utf8 = true, .unread = 1};
	struct page page;

	zones_set("UTC");
	fold_log(&e, "0 onset");
	write_parts(&page, &r);
	assert_says(&page, "Red flags", "not known: 1 line could not be read, "
	    "and may tell of some: `backcare edit`. No other was read. Not "
	    "all were asked.");
	r.unread = 2;
	write_parts(&page, &r);
	ck_assert_ptr_nonnull(strstr(buf, "not known: 2 lines could not"));
	ck_assert_ptr_null(strstr(buf, "None reported"));
}
END_TEST

START_TEST(in_html_the_plot_has_the_course)
{
	const char *log = "0 onset pain=4\n1 pain score=6";
	struct page page;

	write_page(&page, log, true);
	ck_assert_ptr_nonnull(strstr(buf, "Highest 6 "));
	ck_assert_ptr_null(strstr(buf, "Course: "));
	write_page(&page, log, false);
	ck_assert_ptr_nonnull(strstr(buf, "Course: 4 "));
}
END_TEST

/* Of more packs than are kept nothing is said that would need them all. */
START_TEST(packs_beyond_what_is_kept_are_only_counted)
{
	char log[32 * (COURSE_PACKS + 2)] = "0 onset";
	struct page page;

	for (int i = 0; i < COURSE_PACKS; i++)
		strcat(log, "\n1 ice min=15");
	write_page(&page, log, false);
	ck_assert_ptr_nonnull(strstr(buf,
	    "Ice 64 times, 960 min in all, last Thu 20 Nov 18:30."));
	strcat(log, "\n1 ice min=15");
	write_page(&page, log, false);
	ck_assert_ptr_nonnull(strstr(buf, "Ice 65 times."));
}
END_TEST

START_TEST(scores_are_thinned_out_and_the_last_stays)
{
	struct score out[REPORT_SCORES + 1];
	struct course s;
	struct record r;

	course_init(&s);
	for (int i = 0; i < 200; i++) {
		int count;

		record_init(&r);
		r.kind = RECORD_PAIN;
		r.time = i;
		r.score = i % 11;
		course_add(&s, &r);
		count = report_scores(&s, out);
		ck_assert_int_le(count, REPORT_SCORES);
		ck_assert_int_ge(count, i < REPORT_SCORES ? i + 1 :
		    REPORT_SCORES / 3);
		ck_assert_int_eq(out[count - 1].time, i);
	}
}
END_TEST

START_TEST(of_a_score_too_many_every_second_is_listed)
{
	struct score out[REPORT_SCORES + 1];
	char log[1024] = "0 onset pain=1";
	struct course s;

	for (int i = 1; i < 24; i++)
		strcat(log, "\n0 pain score=1");
	s = tale_story(log);
	ck_assert_int_eq(report_scores(&s, out), 24);
	s = tale_story(strcat(log, "\n0 pain score=1"));
	ck_assert_int_eq(report_scores(&s, out), 13);
}
END_TEST

START_TEST(the_longest_fits)
{
	static char log[65536];
	char line[4096];
	struct course s, earlier[REPORT_EARLIER];
	struct episode e;
	struct page page;
	struct report r = {.course = &s, .e = &e, .earlier = earlier,
	    .listed = REPORT_EARLIER, .earlier_count = 1000, .now = 0,
	    .utf8 = false};
	void (*const parts[])(struct page *, const struct report *) = {
		report_head, report_course, report_rest
	};

	for (int i = 0; i < FLAG_COUNT; i++) {
		snprintf(line, sizeof(line), "%d check flags=%s # ", i,
		    flag_rows[i].name);
		strcat(log, line);
		for (int j = 0; j < 100; j++)
			strcat(log, "ä");
		snprintf(line, sizeof(line), "\n%d onset pain=10 exercise="
		    "ääääääääääääääääääääääääääääääääää feel=stiff "
		    "start=gradual side=both chronic=yes "
		    "session=2000-01-01T00:00:00Z\n%d ice min=60\n"
		    "%d seen # ää\n", i, i, i);
		strcat(log, line);
	}
	log[strlen(log) - 1] = '\0';
	s = tale_story(log);
	fold_log(&e, log);
	for (int i = 0; i < REPORT_EARLIER; i++)
		earlier[i] = s;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		page_init(&page, buf, REPORT_MAX);
		parts[i](&page, &r);
		ck_assert(!page.text.cut);
		ck_assert_int_lt(page.count, PAGE_ITEMS);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("report");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, it_says_this, lines);
	TABLE_ADD(tcase, minutes_are_added_up_where_all_packs_are_known, many);
	TABLE_ADD(tcase, an_earlier_episode_is_a_line, before);
	tcase_add_test(tcase, of_earlier_episodes_the_latest_is_the_first);
	tcase_add_test(tcase, five_earlier_episodes_are_listed);
	tcase_add_test(tcase, it_has_its_year_and_its_disclaimer);
	TABLE_ADD(tcase, no_flare_since_they_were_asked_is_kept_back, since);
	tcase_add_test(tcase, visits_since_they_were_asked_are_told);
	tcase_add_test(tcase, flares_that_tell_nothing_take_no_line);
	tcase_add_test(tcase, in_html_words_of_others_are_isolated);
	TABLE_ADD(tcase, a_note_has_its_date_and_what_it_was_written_on,
	    notes);
	tcase_add_test(tcase, the_longest_note_is_whole);
	tcase_add_test(tcase, lines_that_could_not_be_read_leave_nothing_known);
	tcase_add_test(tcase, in_html_the_plot_has_the_course);
	tcase_add_test(tcase, packs_beyond_what_is_kept_are_only_counted);
	tcase_add_test(tcase, scores_are_thinned_out_and_the_last_stays);
	tcase_add_test(tcase, of_a_score_too_many_every_second_is_listed);
	tcase_add_test(tcase, the_longest_fits);
	suite_add_tcase(suite, tcase);
	return suite;
}
