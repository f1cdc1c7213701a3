/* The timer: stages, a clock that jumps, and the line that it draws. */
#include "suite.h"

#include <string.h>

#include "../../src/core/text/escape.h"
#include "../../src/core/time/span.h"
#include "../../src/core/rules/timer.h"
#include "table.h"
#include "zones.h"

#define BASE INT64_C(5000123)	/* ms at the start: no whole second */
#define SECOND INT64_C(1000)
#define MINUTE (SPAN_MINUTE * SECOND)
#define GAP (2 * SPAN_HOUR)

#define EVENING 1795201200	/* 20 November 2026, 20:00 in Berlin */

static struct timer
started(int minutes, int count)
{
	struct timer t;

	timer_start(&t, minutes, GAP, count, BASE);
	return t;
}

START_TEST(a_start_is_the_first_pack)
{
	struct timer t = started(15, 3);

	ck_assert_int_eq(t.stage, TIMER_PACK);
	ck_assert_int_eq(t.round, 1);
	ck_assert_int_eq(t.began, BASE);
	ck_assert_int_eq(t.deadline, BASE + 15 * MINUTE);
}
END_TEST

START_TEST(nothing_happens_before_the_deadline)
{
	struct timer t = started(15, 1), before = t;
	int64_t over = -7;

	ck_assert(!timer_step(&t, BASE - MINUTE, &over));
	ck_assert(!timer_step(&t, BASE, &over));
	ck_assert(!timer_step(&t, BASE + 15 * MINUTE - 1, &over));
	ck_assert_int_eq(t.stage, before.stage);
	ck_assert_int_eq(t.round, before.round);
	ck_assert_int_eq(t.began, before.began);
	ck_assert_int_eq(t.deadline, before.deadline);
	ck_assert_int_eq(over, -7);
	ck_assert(timer_step(&t, BASE + 15 * MINUTE, &over));
	ck_assert_int_eq(over, 0);
	ck_assert_int_eq(t.stage, TIMER_DONE);
	ck_assert(!timer_step(&t, BASE + 99 * MINUTE, &over));
}
END_TEST

/* Each stage is noticed so late, in ms; the next begins then. */
START_TEST(rounds_alternate_with_gaps_and_begin_when_noticed)
{
	static const int64_t lates[] = {
		0, 1, 999, 3 * MINUTE, 26 * 60 * MINUTE
	};
	int64_t late = lates[_i], ms = BASE, over;
	struct timer t = started(20, 3);

	for (int round = 1; round <= 3; round++) {
		ck_assert_int_eq(t.stage, TIMER_PACK);
		ck_assert_int_eq(t.round, round);
		ck_assert_int_eq(t.began, ms);
		ms += 20 * MINUTE + late;
		ck_assert(timer_step(&t, ms, &over));
		ck_assert_int_eq(over, late);
		if (round == 3)
			break;
		ck_assert_int_eq(t.stage, TIMER_GAP);
		ck_assert_int_eq(t.deadline, ms + GAP * SECOND);
		ms += GAP * SECOND + late;
		/* One step at a time, however late. */
		ck_assert(timer_step(&t, ms, &over));
		ck_assert_int_eq(over, late);
		ck_assert(!timer_step(&t, ms, &over));
	}
	ck_assert_int_eq(t.stage, TIMER_DONE);
}
END_TEST

static const struct moment {
	int64_t ms;	/* after the start of a pack of 15 minutes */
	int done;	/* minutes */
	int64_t left;	/* ms */
	int64_t tick;	/* after the start */
} moments[] = {
	{0, 0, 15 * MINUTE, SECOND},
	{1, 0, 15 * MINUTE - 1, SECOND},
	{999, 0, 15 * MINUTE - 999, SECOND},
	{1000, 0, 15 * MINUTE - 1000, 2 * SECOND},
	{MINUTE - 1, 0, 14 * MINUTE + 1, MINUTE},
	{MINUTE, 1, 14 * MINUTE, MINUTE + SECOND},
	{15 * MINUTE - 1, 14, 1, 15 * MINUTE},
	{15 * MINUTE, 15, 0, 15 * MINUTE},
	{15 * MINUTE + 1, 15, 0, 15 * MINUTE + 1},
	{1000 * MINUTE, 15, 0, 1000 * MINUTE},
	/* a clock that went back adds nothing */
	{-1, 0, 15 * MINUTE, SECOND},
	{-1000 * MINUTE, 0, 15 * MINUTE, SECOND},
};

START_TEST(minutes_done_and_time_left_stay_within_the_pack)
{
	const struct moment *m = &moments[_i];
	struct timer t = started(15, 1);

	ck_assert_int_eq(timer_minutes_done(&t, BASE + m->ms), m->done);
	ck_assert_int_eq(timer_left(&t, BASE + m->ms), m->left);
	ck_assert_int_eq(timer_tick(&t, BASE + m->ms), BASE + m->tick);
}
END_TEST

START_TEST(a_gap_counts_for_no_minutes)
{
	struct timer t = started(15, 2);
	int64_t over, ms = BASE + 15 * MINUTE;

	ck_assert(timer_step(&t, ms, &over));
	ck_assert_int_eq(timer_minutes_done(&t, ms + 30 * MINUTE), 0);
	ck_assert(timer_step(&t, ms + GAP * SECOND, &over));
	ck_assert_int_eq(timer_minutes_done(&t, ms + GAP * SECOND + MINUTE),
	    1);
}
END_TEST

/* Waiting for each tick in turn: one a second, to the deadline exactly. */
START_TEST(ticks_are_a_second_apart_and_meet_the_deadline)
{
	struct timer t = started(15, 1);
	int64_t ms = BASE + 437, next;
	int ticks = 0;

	while (timer_left(&t, ms) > 0) {
		next = timer_tick(&t, ms);
		ck_assert_int_gt(next, ms);
		ck_assert_int_le(next - ms, SECOND);
		ck_assert_int_eq((t.deadline - next) % SECOND, 0);
		ms = next;
		ticks++;
	}
	ck_assert_int_eq(ms, t.deadline);
	ck_assert_int_eq(ticks, 15 * 60);
}
END_TEST

static const struct drawn {
	const char *says, *title;
	int minutes, count, steps;	/* of the timer, to a stage */
	int columns;
	bool utf8;
	int64_t ms;	/* after the stage began */
	int64_t end;	/* on the wall, after EVENING */
	const char *line;
} lines[] = {
	{"the start", "Ice", 15, 1, 0, 80, true, 0, 900,
	    "Ice  ────────────────────────────────────────  "
	    "15:00, off at 20:15"},
	{"a third", "Ice", 15, 1, 0, 80, true, 5 * MINUTE, 900,
	    "Ice  █████████████───────────────────────────  "
	    "10:00, off at 20:15"},
	{"half a cell", "Ice", 20, 1, 0, 80, true, 15 * SECOND, 1200,
	    "Ice  ▌───────────────────────────────────────  "
	    "19:45, off at 20:20"},
	{"the last second", "Ice", 15, 1, 0, 80, true, 15 * MINUTE - 1, 900,
	    "Ice  ███████████████████████████████████████▌  "
	    "00:01, off at 20:15"},
	{"the end", "Ice", 15, 1, 0, 80, true, 15 * MINUTE, 900,
	    "Ice  ████████████████████████████████████████  "
	    "00:00, off at 20:15"},
	{"ASCII", "Ice", 20, 1, 0, 80, false, 10 * MINUTE + 15 * SECOND, 1200,
	    "Ice  ####################=-------------------  "
	    "09:45, off at 20:20"},
	{"rounds", "Ice", 15, 3, 2, 80, true, 0, 900,
	    "Ice 2 of 3  ────────────────────────────────────────  "
	    "15:00, off at 20:15"},
	{"the pause", "Ice", 15, 3, 1, 80, true, 15 * MINUTE, 6300,
	    "Pause 1 of 3  █████───────────────────────────────────  "
	    "1:45:00, next 21:45"},
	{"two rounds", "Ice", 15, 2, 2, 80, true, 0, 900,
	    "Ice 2 of 2  ────────────────────────────────────────  "
	    "15:00, off at 20:15"},
	{"an hour left", "Ice", 15, 2, 1, 80, true, 60 * MINUTE, 3600,
	    "Pause 1 of 2  ████████████████████────────────────────  "
	    "1:00:00, next 21:00"},
	{"heat", "Moist heat", 20, 1, 0, 80, true, 0, 1200,
	    "Moist heat  ────────────────────────────────────────  "
	    "20:00, off at 20:20"},
	{"another day", "Ice", 15, 1, 0, 80, true, 0, 14700,
	    "Ice  ────────────────────────────────────────  "
	    "15:00, off at Sat 21 Nov 00:05"},
	/* What has no room goes: the bar, the name, the time of day. */
	{"40 columns", "Ice", 15, 1, 0, 40, true, 0, 900,
	    "Ice  ─────────────  15:00, off at 20:15"},
	{"the least bar", "Ice", 15, 1, 0, 35, true, 0, 900,
	    "Ice  ────────  15:00, off at 20:15"},
	{"no bar", "Ice", 15, 1, 0, 34, true, 0, 900,
	    "Ice  15:00, off at 20:15"},
	{"just the name", "Ice", 15, 1, 0, 25, true, 0, 900,
	    "Ice  15:00, off at 20:15"},
	{"no name", "Ice", 15, 1, 0, 24, true, 0, 900,
	    "15:00, off at 20:15"},
	{"20 columns", "Ice", 15, 1, 0, 20, true, 0, 900,
	    "15:00, off at 20:15"},
	{"under 20", "Ice", 15, 1, 0, 19, true, 0, 900, "15:00"},
	{"6", "Ice", 15, 1, 0, 6, true, 0, 900, "15:00"},
	{"5", "Ice", 15, 1, 0, 5, true, 0, 900, ""},
	{"20 columns, another day", "Ice", 15, 1, 0, 20, true, 0, 14700,
	    "15:00"},
};

/* A timer that has gone so many stages on. */
static struct timer
stepped(const struct drawn *row)
{
	struct timer t = started(row->minutes, row->count);
	int64_t over;

	for (int i = 0; i < row->steps; i++)
		ck_assert(timer_step(&t, t.deadline, &over));
	return t;
}

START_TEST(the_line_says_what_has_room)
{
	const struct drawn *row = &lines[_i];
	struct page_view view = {.now = EVENING, .columns = row->columns,
	    .utf8 = row->utf8};
	struct timer t = stepped(row);
	struct text text;
	char buf[512];

	zones_set("Europe/Berlin");
	text_init(&text, buf, sizeof(buf));
	timer_line(&text, &t, row->title, &view, t.began + row->ms,
	    EVENING + row->end);
	ck_assert_msg(strcmp(buf, row->line) == 0, "%s:\n%s\n%s", row->says,
	    buf, row->line);
}
END_TEST

static int
columns_of(const char *s)
{
	int width = 0;

	for (; *s != '\0'; s++)
		width += ((unsigned char)*s & 0xc0) != 0x80;
	return width;
}

/* At every width, at every quarter of a minute, through all stages. */
START_TEST(the_line_is_never_as_wide_as_the_terminal)
{
	static const char *const titles[] = {"Ice", "Moist heat"};
	struct page_view view = {.now = EVENING, .utf8 = true};
	struct timer t = started(15, 8);
	struct text text;
	char buf[512];
	int64_t over;

	zones_set("Europe/Berlin");
	for (int i = 0; i < 15; i++, timer_step(&t, t.deadline, &over)) {
		for (int64_t ms = t.began - MINUTE; ms < t.deadline + MINUTE;
		    ms += 15 * MINUTE + 250) {
			for (view.columns = 1; view.columns <= 210;
			    view.columns++) {
				text_init(&text, buf, sizeof(buf));
				timer_line(&text, &t, titles[i % 2], &view,
				    ms, EVENING + i * SPAN_HOUR);
				ck_assert(!text.cut);
				ck_assert_msg(columns_of(buf) < view.columns,
				    "%d columns: %s", view.columns, buf);
			}
		}
	}
}
END_TEST

static const struct {
	const char *line;
	enum timer_kind kind;
	int64_t until;
} words[] = {
	{"ice 2026-11-20T19:00:00Z\n", TIMER_ICE, EVENING},
	{"heat 2026-11-20T19:00:01Z\n", TIMER_HEAT, EVENING + 1},
	{"pause 2026-11-20T21:00:00Z\n", TIMER_PAUSE, EVENING + 2 * SPAN_HOUR}
};

START_TEST(a_word_is_read_as_it_was_written)
{
	struct timer_word word = {words[_i].kind, words[_i].until}, got;
	struct text text = TEXT(64);

	timer_word_write(&text, &word);
	ck_assert_str_eq(text.buf, words[_i].line);
	ck_assert_int_eq(timer_word_parse((struct slice){text.buf,
	    text.len - 1}, &got), 0);
	ck_assert_int_eq(got.kind, word.kind);
	ck_assert_int_eq(got.until, word.until);
}
END_TEST

static const char *const no_words[] = {
	"", "ice", "ice ", " 2026-11-20T19:00:00Z", "none 2026-11-20T19:00:00Z",
	"ice 2026-11-20", "Ice 2026-11-20T19:00:00Z",
	"ice  2026-11-20T19:00:00Z", "ice 2026-11-20T19:00:00Z ",
	"ice since Fri 20 Nov 20:00"
};

START_TEST(what_is_no_word_says_that_nothing_runs)
{
	struct timer_word word = {TIMER_ICE, 0};

	ck_assert_int_eq(timer_word_parse((struct slice){NULL, 0}, &word), -1);
	ck_assert_int_eq(timer_word_parse(slice_of(no_words[_i]), &word), -1);
	ck_assert_int_eq(word.kind, TIMER_NONE);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("timer");
	TCase *tcase = tcase_create("timer");

	tcase_add_test(tcase, a_start_is_the_first_pack);
	tcase_add_test(tcase, nothing_happens_before_the_deadline);
	tcase_add_loop_test(tcase,
	    rounds_alternate_with_gaps_and_begin_when_noticed, 0, 5);
	TABLE_ADD(tcase, minutes_done_and_time_left_stay_within_the_pack,
	    moments);
	tcase_add_test(tcase, a_gap_counts_for_no_minutes);
	tcase_add_test(tcase, ticks_are_a_second_apart_and_meet_the_deadline);
	TABLE_ADD(tcase, the_line_says_what_has_room, lines);
	tcase_add_test(tcase, the_line_is_never_as_wide_as_the_terminal);
	TABLE_ADD(tcase, a_word_is_read_as_it_was_written, words);
	TABLE_ADD(tcase, what_is_no_word_says_that_nothing_runs, no_words);
	suite_add_tcase(suite, tcase);
	return suite;
}
