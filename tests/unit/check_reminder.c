#include "suite.h"

#include <string.h>

#include "../../src/core/rules/reminder.h"
#include "../../src/core/time/rfc3339.h"
#include "dated.h"
#include "table.h"

/* The onset of most of these logs: a Friday at noon. */
#define ONSET "2026-11-20T12:00:00Z onset\n"
#define ASKED ONSET "2026-11-20T12:01:00Z check flags=none\n"
#define CHRONIC "2026-11-20T12:00:00Z onset feel=stiff chronic=yes\n" \
    "2026-11-20T12:01:00Z check flags=none\n"

/* A log, the hours, what was noted, and what that comes to at a moment. */
struct scene {
	struct episode e;
	struct verdict v;
	struct hours hours;
	struct reminder_memory memory;
	struct reminder_view view;
	struct reminder_event events[REMINDER_KINDS];
	int count;
};

static void
set_scene(struct scene *s, const char *log, const char *hours)
{
	const char *errstr;

	memset(s, 0, sizeof(*s));
	dated_fold(&s->e, log);
	s->hours = hours_default;
	if (hours != NULL)
		ck_assert_int_eq(hours_parse(hours, &s->hours, &errstr), 0);
}

static void
look(struct scene *s, const char *now)
{
	int64_t t = dated_time(now);

	s->v = verdict_of(&s->e, t);
	s->view = (struct reminder_view){&s->e, &s->v, &s->hours, &s->memory,
	    t, 0};
	s->count = reminder_due(&s->view, s->events);
}

static void
announce(struct scene *s, const char *now)
{
	look(s, now);
	reminder_remember(&s->memory, s->events, s->count, s->view.now);
}

/* "ice 2026-11-20T12:00:00Z, screen ..." */
static const char *
said(const struct scene *s)
{
	static char buf[512];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	for (int i = 0; i < s->count; i++) {
		text_str(&text, i == 0 ? "" : ", ");
		text_str(&text, reminder_rows[s->events[i].kind].name);
		text_char(&text, ' ');
		text_str(&text, rfc3339(s->events[i].due).s);
	}
	return buf;
}

static const char *
coming(const struct scene *s)
{
	static char buf[64];
	struct reminder_event next = {.due = 0};
	struct text text;

	text_init(&text, buf, sizeof(buf));
	if (!reminder_next(&s->view, &next))
		return "";
	text_str(&text, reminder_rows[next.kind].name);
	text_char(&text, ' ');
	text_str(&text, rfc3339(next.due).s);
	return buf;
}

/* Looked at once, with nothing announced before. */
static const struct first {
	const char *log, *hours, *now, *want;
} firsts[] = {
	{"", NULL, "2026-11-20T12:00:00Z", ""},
	{ONSET, NULL, "2026-11-20T11:59:59Z", ""},
	{ONSET, NULL, "2026-11-20T12:00:00Z", "ice 2026-11-20T12:00:00Z"},
	{ONSET, NULL, "2026-11-20T12:09:59Z", "ice 2026-11-20T12:00:00Z"},
	{ONSET, NULL, "2026-11-20T12:10:00Z",
	    "ice 2026-11-20T12:00:00Z, screen 2026-11-20T12:10:00Z"},
	{ASKED, NULL, "2026-11-20T12:10:00Z", "ice 2026-11-20T12:00:00Z"},
	/* Some flags named is not all of them asked. */
	{ONSET "2026-11-20T12:01:00Z check flags=leg\n", NULL,
	    "2026-11-20T12:10:00Z",
	    "ice 2026-11-20T12:00:00Z, screen 2026-11-20T12:10:00Z"},
	/* A pack, and two hours after it. */
	{ASKED "2026-11-20T12:05:00Z ice min=15\n", NULL,
	    "2026-11-20T14:19:59Z", ""},
	{ASKED "2026-11-20T12:05:00Z ice min=15\n", NULL,
	    "2026-11-20T14:20:00Z", "ice 2026-11-20T14:20:00Z"},
	/* A flare begins the ice again, but not just after a pack. */
	{ASKED "2026-11-22T09:00:00Z onset\n", NULL, "2026-11-22T09:00:00Z",
	    "ice 2026-11-22T09:00:00Z, checkin 2026-11-21T12:00:00Z"},
	{ASKED "2026-11-22T08:30:00Z ice min=20\n"
	    "2026-11-22T09:00:00Z onset\n", NULL, "2026-11-22T09:00:00Z",
	    "checkin 2026-11-21T12:00:00Z"},
	/* The switch, to the second; heat itself four hours later. */
	{ASKED, "0-24", "2026-11-22T11:59:59Z",
	    "ice 2026-11-20T12:00:00Z, checkin 2026-11-21T12:00:00Z"},
	{ASKED, "0-24", "2026-11-22T12:00:00Z",
	    "switch 2026-11-22T12:00:00Z, checkin 2026-11-22T12:00:00Z"},
	{ASKED, "0-24", "2026-11-22T16:00:00Z",
	    "switch 2026-11-22T12:00:00Z, heat 2026-11-22T16:00:00Z, "
	    "checkin 2026-11-22T12:00:00Z"},
	{CHRONIC, NULL, "2026-11-20T12:02:00Z", "heat 2026-11-20T12:00:00Z"},
	{CHRONIC "2026-11-20T12:05:00Z heat min=10\n", NULL,
	    "2026-11-20T16:14:59Z", ""},
	{CHRONIC "2026-11-20T12:05:00Z heat min=10\n", NULL,
	    "2026-11-20T16:15:00Z", "heat 2026-11-20T16:15:00Z"},
	/* 72 hours are the mark, a second more is past it. */
	{ASKED "2026-11-21T13:00:00Z heat min=10\n", "12-24",
	    "2026-11-23T12:00:00Z",
	    "switch 2026-11-22T12:00:00Z, heat 2026-11-22T16:00:00Z, "
	    "checkin 2026-11-23T12:00:00Z"},
	{ASKED, "12-24", "2026-11-23T12:00:01Z",
	    "escalate 2026-11-23T12:00:01Z, switch 2026-11-22T12:00:00Z, "
	    "heat 2026-11-22T16:00:00Z, checkin 2026-11-23T12:00:00Z"},
	/* Seen after the mark answers it, up to then it moves it. */
	{ASKED "2026-11-23T12:00:00Z seen\n", NULL, "2026-11-23T12:00:01Z",
	    "switch 2026-11-22T12:00:00Z, heat 2026-11-22T16:00:00Z, "
	    "checkin 2026-11-23T12:00:00Z"},
	{ASKED "2026-11-23T12:00:00Z seen\n", NULL, "2026-11-26T12:00:01Z",
	    "escalate 2026-11-26T12:00:01Z, switch 2026-11-22T12:00:00Z, "
	    "heat 2026-11-22T16:00:00Z, checkin 2026-11-26T12:00:00Z"},
	{ASKED "2026-11-23T12:00:01Z seen\n", NULL, "2026-11-23T12:00:01Z",
	    "switch 2026-11-22T12:00:00Z, heat 2026-11-22T16:00:00Z, "
	    "checkin 2026-11-23T12:00:00Z"},
	/* Neither cold nor heat on that skin. */
	{ASKED "2026-11-20T12:02:00Z check flags=skin\n", NULL,
	    "2026-11-20T12:03:00Z", ""},
	/* Flags at once, with nothing open too; the emergency alone. */
	{"2026-11-20T12:00:00Z check flags=fever\n", NULL,
	    "2026-11-20T12:00:00Z", "urgent 2026-11-20T12:00:00Z"},
	{"2026-11-20T12:00:00Z check flags=saddle\n", NULL,
	    "2026-11-20T12:00:00Z", "emergency 2026-11-20T12:00:00Z"},
	{ONSET "2026-11-20T12:30:00Z check flags=saddle,fever\n", NULL,
	    "2026-11-20T13:00:00Z", "emergency 2026-11-20T12:30:00Z"},
	{ONSET "2026-11-20T12:30:00Z check flags=fever\n", NULL,
	    "2026-11-20T13:00:00Z",
	    "urgent 2026-11-20T12:30:00Z, screen 2026-11-20T12:10:00Z"},
	/* Daily since the flag was reported. */
	{"2026-11-20T12:00:00Z check flags=fever\n", NULL,
	    "2026-11-22T11:59:59Z", "urgent 2026-11-21T12:00:00Z"},
	{"2026-11-20T12:00:00Z check flags=fever\n", NULL,
	    "2026-11-22T12:00:00Z", "urgent 2026-11-22T12:00:00Z"},
	/* What an end carries on counts from there. */
	{ONSET "2026-11-20T12:30:00Z check flags=fever\n"
	    "2026-11-20T13:00:00Z end flags=fever\n", NULL,
	    "2026-11-20T13:00:00Z", "urgent 2026-11-20T13:00:00Z"},
	{ONSET "2026-11-20T13:00:00Z end\n", NULL, "2026-11-21T13:00:00Z",
	    ""},
	/* Sleepless past the mark: since the later of the two. */
	{ASKED "2026-11-20T13:00:00Z check flags=sleep\n", NULL,
	    "2026-11-23T12:00:01Z",
	    "urgent 2026-11-23T12:00:01Z, escalate 2026-11-23T12:00:01Z, "
	    "checkin 2026-11-23T12:00:00Z"},
	{ASKED "2026-11-24T13:00:00Z check flags=sleep\n", NULL,
	    "2026-11-24T13:00:00Z",
	    "urgent 2026-11-24T13:00:00Z, escalate 2026-11-23T12:00:01Z, "
	    "checkin 2026-11-24T12:00:00Z"},
	/* At night only the emergency speaks. */
	{ONSET, NULL, "2026-11-20T21:59:59Z",
	    "ice 2026-11-20T12:00:00Z, screen 2026-11-20T12:10:00Z"},
	{ONSET, NULL, "2026-11-20T22:00:00Z", ""},
	{ONSET, NULL, "2026-11-21T06:59:59Z", ""},
	{ONSET, NULL, "2026-11-21T07:00:00Z",
	    "ice 2026-11-20T12:00:00Z, screen 2026-11-20T12:10:00Z"},
	{"2026-11-20T23:00:00Z check flags=fever\n", NULL,
	    "2026-11-20T23:00:00Z", ""},
	{"2026-11-20T23:00:00Z check flags=saddle\n", NULL,
	    "2026-11-20T23:00:00Z", "emergency 2026-11-20T23:00:00Z"},
	{ONSET, "20-4", "2026-11-21T03:59:59Z",
	    "ice 2026-11-20T12:00:00Z, screen 2026-11-20T12:10:00Z"},
	{ONSET, "20-4", "2026-11-21T04:00:00Z", ""},
	/* The first second of 1970 is a time like any other. */
	{"1970-01-01T00:00:00Z onset\n1970-01-01T00:00:01Z check flags=none\n",
	    "0-24", "1970-01-01T00:00:02Z", "ice 1970-01-01T00:00:00Z"},
	{"1970-01-01T00:00:00Z onset chronic=yes\n"
	    "1970-01-01T00:00:01Z check flags=none\n", "0-24",
	    "1970-01-01T00:00:02Z", "heat 1970-01-01T00:00:00Z"},
	/* The check-in: daily, until 14 days after the last record. */
	{ASKED, NULL, "2026-12-04T12:00:59Z",
	    "escalate 2026-11-23T12:00:01Z, switch 2026-11-22T12:00:00Z, "
	    "heat 2026-11-22T16:00:00Z, checkin 2026-12-04T12:00:00Z"},
	{ASKED, NULL, "2026-12-20T12:00:00Z",
	    "escalate 2026-11-23T12:00:01Z, switch 2026-11-22T12:00:00Z, "
	    "heat 2026-11-22T16:00:00Z, checkin 2026-12-04T12:00:00Z"},
	/* What was missed is said, however late. */
	{ONSET, NULL, "2028-01-01T12:00:00Z",
	    "escalate 2026-11-23T12:00:01Z, switch 2026-11-22T12:00:00Z, "
	    "heat 2026-11-22T16:00:00Z, screen 2026-11-20T12:10:00Z, "
	    "checkin 2026-12-04T12:00:00Z"},
	/* What somebody has to see goes on. */
	{ASKED "2026-11-20T12:02:00Z check flags=fever\n", NULL,
	    "2028-01-01T12:02:00Z",
	    "urgent 2028-01-01T12:02:00Z, escalate 2026-11-23T12:00:01Z, "
	    "checkin 2026-12-04T12:00:00Z"},
	{ASKED "2026-11-20T12:02:00Z check flags=saddle\n", NULL,
	    "2028-01-01T12:02:00Z", "emergency 2028-01-01T12:02:00Z"}
};

START_TEST(what_is_due_is_said)
{
	const struct first *f = &firsts[_i];
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, f->log, f->hours);
	look(&s, f->now);
	ck_assert_str_eq(said(&s), f->want);
}
END_TEST

/* Announced at the first moment, looked at again at the second. */
static const struct second {
	const char *log, *then, *now, *want, *next;
} seconds[] = {
	{ONSET, "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z", "",
	    "screen 2026-11-20T12:10:00Z"},
	{ONSET, "2026-11-20T12:10:00Z", "2026-11-20T12:11:00Z", "",
	    "ice 2026-11-20T14:10:00Z"},
	/* Two hours after the reminder, if nobody put a pack on. */
	{ASKED, "2026-11-20T12:30:00Z", "2026-11-20T14:29:59Z", "",
	    "ice 2026-11-20T14:30:00Z"},
	{ASKED, "2026-11-20T12:30:00Z", "2026-11-20T14:30:00Z",
	    "ice 2026-11-20T14:30:00Z", "ice 2026-11-20T14:30:00Z"},
	/* The reminder that came with the onset counts, too. */
	{ASKED, "2026-11-20T12:00:00Z", "2026-11-20T12:02:00Z", "",
	    "ice 2026-11-20T14:00:00Z"},
	/* A clock may have been ahead by a minute, and no more. */
	{ASKED, "2026-11-20T12:03:00Z", "2026-11-20T12:02:00Z", "",
	    "ice 2026-11-20T14:03:00Z"},
	{ASKED, "2026-11-20T12:03:01Z", "2026-11-20T12:02:00Z",
	    "ice 2026-11-20T12:00:00Z", "ice 2026-11-20T12:02:00Z"},
	/* Of what comes at the same time the most pressing is named. */
	{"2026-11-20T23:00:00Z onset\n", "2026-11-20T23:30:00Z",
	    "2026-11-20T23:30:00Z", "", "ice 2026-11-21T07:00:00Z"},
	/* The last check-in is 14 days after the last record. */
	{"2026-11-20T12:00:00Z onset flags=skin\n"
	    "2026-11-20T12:00:00Z check flags=none\n",
	    "2026-12-03T13:00:00Z", "2026-12-03T13:00:00Z", "",
	    "checkin 2026-12-04T12:00:00Z"},
	{"2026-11-20T12:00:00Z onset flags=skin\n"
	    "2026-11-20T12:00:00Z check flags=none\n",
	    "2026-12-04T13:00:00Z", "2026-12-04T13:00:00Z", "", ""},
	/* At night it is the morning that comes next. */
	{ASKED, "2026-11-20T21:00:00Z", "2026-11-20T21:30:00Z", "",
	    "ice 2026-11-21T07:00:00Z"},
	/* Ice that has to wait past the 48 hours is the switch. */
	{"2026-11-20T06:00:00Z onset\n"
	    "2026-11-20T06:00:00Z check flags=none\n",
	    "2026-11-21T21:00:00Z", "2026-11-21T21:30:00Z", "",
	    "switch 2026-11-22T07:00:00Z"},
	/* Heat goes by the switch. */
	{ASKED, "2026-11-22T13:00:00Z", "2026-11-22T16:59:59Z", "",
	    "heat 2026-11-22T17:00:00Z"},
	{ASKED, "2026-11-22T13:00:00Z", "2026-11-22T17:00:00Z",
	    "heat 2026-11-22T17:00:00Z", "heat 2026-11-22T17:00:00Z"},
	/* A day missed is one message, and then the day's own. */
	{"2026-11-20T12:00:00Z check flags=fever\n", "2026-11-22T15:00:00Z",
	    "2026-11-23T11:59:59Z", "", "urgent 2026-11-23T12:00:00Z"},
	{"2026-11-20T12:00:00Z check flags=fever\n", "2026-11-22T15:00:00Z",
	    "2026-11-23T12:00:00Z", "urgent 2026-11-23T12:00:00Z",
	    "urgent 2026-11-23T12:00:00Z"},
	{"2026-11-20T12:00:00Z check flags=saddle\n", "2026-11-20T12:00:00Z",
	    "2026-11-21T11:59:00Z", "", "emergency 2026-11-21T12:00:00Z"},
	/* One of the night is said again in the morning, not a day later; */
	{"2026-11-20T23:30:00Z check flags=saddle\n", "2026-11-20T23:30:00Z",
	    "2026-11-20T23:31:00Z", "", "emergency 2026-11-21T07:00:00Z"},
	{"2026-11-20T23:30:00Z check flags=saddle\n", "2026-11-20T23:30:00Z",
	    "2026-11-21T09:00:00Z", "emergency 2026-11-21T07:00:00Z",
	    "emergency 2026-11-21T09:00:00Z"},
	/* and so is that of a day which was told of in the night. */
	{"2026-11-20T20:00:00Z check flags=saddle\n", "2026-11-21T03:00:00Z",
	    "2026-11-21T07:00:00Z", "emergency 2026-11-21T07:00:00Z",
	    "emergency 2026-11-21T07:00:00Z"},
	/* Just before the morning it is not said twice in a minute. */
	{"2026-11-21T06:58:00Z check flags=saddle\n", "2026-11-21T06:58:00Z",
	    "2026-11-21T07:30:00Z", "", "emergency 2026-11-21T07:58:00Z"},
	/* What is due daily before that comes with it. */
	{"2026-11-20T00:00:00Z check flags=saddle\n", "2026-11-20T23:50:00Z",
	    "2026-11-20T23:51:00Z", "", "emergency 2026-11-21T07:00:00Z"},
	/* What is said today waits for the morning as ever. */
	{"2026-11-20T23:30:00Z check flags=fever\n", "2026-11-21T07:00:00Z",
	    "2026-11-21T22:30:00Z", "", "urgent 2026-11-22T07:00:00Z"},
	/* So is the last heat; what is recorded then lets both go on. */
	{CHRONIC, "2026-12-04T08:01:00Z", "2026-12-04T12:01:00Z",
	    "heat 2026-12-04T12:01:00Z, checkin 2026-12-04T12:00:00Z",
	    "heat 2026-12-04T12:01:00Z"},
	{CHRONIC, "2026-12-04T08:01:01Z", "2026-12-04T12:01:01Z",
	    "checkin 2026-12-04T12:00:00Z", "checkin 2026-12-04T12:01:01Z"},
	{CHRONIC, "2026-12-04T08:00:00Z", "2026-12-04T08:02:00Z", "",
	    "heat 2026-12-04T12:00:00Z"},
	{CHRONIC, "2026-12-06T12:00:00Z", "2028-01-01T12:00:00Z", "", ""},
	{CHRONIC "2026-12-06T11:00:00Z pain score=3\n",
	    "2026-12-06T12:00:00Z", "2026-12-06T16:00:00Z",
	    "heat 2026-12-06T16:00:00Z", "heat 2026-12-06T16:00:00Z"},
	/* Long after, with a skin that bears no heat: nothing is left. */
	{ASKED "2026-11-20T12:02:00Z check flags=skin\n",
	    "2026-12-10T12:00:00Z", "2026-12-20T12:00:00Z", "", ""},
	{"", "2026-11-20T12:00:00Z", "2026-11-20T12:00:00Z", "", ""}
};

START_TEST(what_was_announced_is_not_said_again)
{
	const struct second *row = &seconds[_i];
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, row->log, NULL);
	announce(&s, row->then);
	look(&s, row->now);
	ck_assert_str_eq(said(&s), row->want);
	ck_assert_str_eq(coming(&s), row->next);
}
END_TEST

START_TEST(after_the_morning_an_emergency_comes_daily)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, "2026-11-20T20:00:00Z check flags=saddle\n", NULL);
	announce(&s, "2026-11-21T03:00:00Z");
	announce(&s, "2026-11-21T07:00:00Z");
	look(&s, "2026-11-21T07:01:00Z");
	ck_assert_str_eq(said(&s), "");
	ck_assert_str_eq(coming(&s), "emergency 2026-11-21T20:00:00Z");
	announce(&s, "2026-11-21T20:00:00Z");
	look(&s, "2026-11-22T07:00:00Z");
	ck_assert_str_eq(said(&s), "");
	ck_assert_str_eq(coming(&s), "emergency 2026-11-22T20:00:00Z");
}
END_TEST

START_TEST(a_record_taken_back_and_another_one_is_a_new_event)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, "2026-11-20T12:00:00Z check flags=fever\n", NULL);
	announce(&s, "2026-11-20T12:00:00Z");
	dated_fold(&s.e, "2026-11-20T12:05:00Z check flags=weight\n");
	look(&s, "2026-11-20T12:05:00Z");
	ck_assert_str_eq(said(&s), "urgent 2026-11-20T12:05:00Z");
	/* The same line put back is the same event. */
	dated_fold(&s.e, "2026-11-20T12:00:00Z check flags=fever\n");
	look(&s, "2026-11-20T12:05:00Z");
	ck_assert_str_eq(said(&s), "");
}
END_TEST

START_TEST(sleepless_again_after_it_was_seen_is_said_at_once)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ASKED "2026-11-24T12:30:00Z check flags=sleep\n", NULL);
	announce(&s, "2026-11-24T12:30:00Z");
	dated_fold(&s.e, ASKED "2026-11-24T12:30:00Z check flags=sleep\n"
	    "2026-11-24T13:00:00Z seen\n"
	    "2026-11-24T14:00:00Z check flags=sleep\n");
	look(&s, "2026-11-24T14:00:00Z");
	ck_assert_str_eq(said(&s), "urgent 2026-11-24T14:00:00Z");
}
END_TEST

START_TEST(a_clock_that_was_ahead_hides_nothing)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ASKED, NULL);
	announce(&s, "2031-01-01T12:00:00Z");
	look(&s, "2026-11-20T12:02:00Z");
	ck_assert_str_eq(said(&s), "ice 2026-11-20T12:00:00Z");
	announce(&s, "2026-11-20T12:02:00Z");
	look(&s, "2026-11-20T12:03:00Z");
	ck_assert_str_eq(said(&s), "");
	look(&s, "2026-11-23T12:00:01Z");
	ck_assert_str_eq(said(&s), "escalate 2026-11-23T12:00:01Z, "
	    "switch 2026-11-22T12:00:00Z, heat 2026-11-22T16:00:00Z, "
	    "checkin 2026-11-23T12:00:00Z");
}
END_TEST

/* Dated after every onset here, so that it stands. */
#define CHECKED "2026-11-20T21:30:00Z check flags=none\n"
#define PACKED "2026-11-20T12:00:00Z ice min=15\n"
#define LASTING "2026-11-20T11:30:00Z onset chronic=yes\n"

/*
 * Announced by one log at the first moment, looked at in another at the
 * second, which is what undo and what is recorded after it lead to.
 */
static const struct third {
	const char *log, *then, *other, *now, *want, *next;
} thirds[] = {
	/* Taken back and recorded again, it has a reminder of its own, */
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T12:00:00Z",
	    CHECKED "2026-11-20T11:29:00Z onset feel=sharp\n",
	    "2026-11-20T12:01:00Z", "ice 2026-11-20T11:29:00Z",
	    "ice 2026-11-20T12:01:00Z"},
	/* but not when it is the same record again. */
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T12:00:00Z",
	    CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T12:01:00Z",
	    "", "ice 2026-11-20T14:00:00Z"},
	/* A pack that was put on for it holds for what replaces it. */
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T11:40:00Z",
	    CHECKED PACKED "2026-11-20T11:29:00Z onset feel=sharp\n",
	    "2026-11-20T12:16:00Z", "", "ice 2026-11-20T14:15:00Z"},
	/* A flare from before the last reminder, but not behind a pack. */
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T12:00:00Z",
	    CHECKED "2026-11-20T11:30:00Z onset\n"
	    "2026-11-20T11:59:00Z onset\n", "2026-11-20T12:01:00Z",
	    "ice 2026-11-20T11:59:00Z", "ice 2026-11-20T12:01:00Z"},
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T11:40:00Z",
	    CHECKED "2026-11-20T11:30:00Z onset\n" PACKED
	    "2026-11-20T12:20:00Z onset\n", "2026-11-20T12:21:00Z", "",
	    "ice 2026-11-20T14:15:00Z"},
	/* The flare taken back, the gap is that of the onset again. */
	{CHECKED "2026-11-20T11:30:00Z onset\n"
	    "2026-11-20T11:59:00Z onset\n", "2026-11-20T12:00:00Z",
	    CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T12:01:00Z",
	    "ice 2026-11-20T11:30:00Z", "ice 2026-11-20T12:01:00Z"},
	/* An onset that is dated before the latest changes nothing. */
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T12:00:00Z",
	    CHECKED "2026-11-20T11:30:00Z onset\n"
	    "2026-11-20T11:00:00Z onset\n", "2026-11-20T12:01:00Z", "",
	    "ice 2026-11-20T14:00:00Z"},
	/* A pack taken back leaves the reminder that it led to; */
	{CHECKED "2026-11-20T11:30:00Z onset\n" PACKED,
	    "2026-11-20T14:20:00Z", CHECKED "2026-11-20T11:30:00Z onset\n",
	    "2026-11-20T14:21:00Z", "", "ice 2026-11-20T16:20:00Z"},
	/* one that ended before it brings the next no nearer; */
	{CHECKED "2026-11-20T11:30:00Z onset\n" PACKED,
	    "2026-11-20T14:20:00Z", CHECKED "2026-11-20T11:30:00Z onset\n"
	    PACKED "2026-11-20T14:00:00Z ice min=15\n",
	    "2026-11-20T14:21:00Z", "", "ice 2026-11-20T16:20:00Z"},
	/* and one that led to none was never there. */
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T11:40:00Z",
	    CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-20T13:40:00Z",
	    "ice 2026-11-20T13:40:00Z", "ice 2026-11-20T13:40:00Z"},
	/* At night the new one waits, too. */
	{CHECKED "2026-11-20T21:30:00Z onset\n", "2026-11-20T21:59:00Z",
	    CHECKED "2026-11-20T21:29:00Z onset\n", "2026-11-20T22:00:00Z",
	    "", "ice 2026-11-21T07:00:00Z"},
	/* Of heat, and of the switch to it, the same is true. */
	{CHECKED LASTING, "2026-11-20T12:00:00Z",
	    CHECKED "2026-11-20T11:29:00Z onset chronic=yes\n",
	    "2026-11-20T12:01:00Z", "heat 2026-11-20T11:29:00Z",
	    "heat 2026-11-20T12:01:00Z"},
	{CHECKED LASTING, "2026-11-20T12:00:00Z",
	    CHECKED LASTING "2026-11-20T11:59:00Z onset chronic=yes\n",
	    "2026-11-20T12:01:00Z", "heat 2026-11-20T11:59:00Z",
	    "heat 2026-11-20T12:01:00Z"},
	{CHECKED LASTING, "2026-11-20T12:00:00Z", CHECKED LASTING,
	    "2026-11-20T12:01:00Z", "", "heat 2026-11-20T16:00:00Z"},
	{CHECKED "2026-11-20T11:30:00Z onset\n", "2026-11-22T11:40:00Z",
	    CHECKED "2026-11-20T07:00:00Z onset\n", "2026-11-22T11:41:00Z",
	    "switch 2026-11-22T07:00:00Z, heat 2026-11-22T11:00:00Z, "
	    "checkin 2026-11-22T07:00:00Z", "switch 2026-11-22T11:41:00Z"}
};

START_TEST(each_onset_has_reminders_of_its_own)
{
	const struct third *row = &thirds[_i];
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, row->log, NULL);
	announce(&s, row->then);
	dated_fold(&s.e, row->other);
	look(&s, row->now);
	ck_assert_str_eq(said(&s), row->want);
	ck_assert_str_eq(coming(&s), row->next);
}
END_TEST

/* The reminder comes from the onset, though a pack says when. */
START_TEST(a_pack_is_not_what_a_reminder_comes_from)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ASKED "2026-11-20T12:05:00Z ice min=15\n", NULL);
	look(&s, "2026-11-20T14:20:00Z");
	ck_assert_str_eq(said(&s), "ice 2026-11-20T14:20:00Z");
	ck_assert_uint_eq(s.events[0].source, s.e.latest.id);
	set_scene(&s, CHRONIC "2026-11-20T12:05:00Z heat min=10\n", NULL);
	look(&s, "2026-11-20T16:15:00Z");
	ck_assert_str_eq(said(&s), "heat 2026-11-20T16:15:00Z");
	ck_assert_uint_eq(s.events[0].source, s.e.latest.id);
}
END_TEST

START_TEST(a_full_memory_gives_up_the_oldest_note)
{
	static struct reminder_memory memory;
	struct reminder_event event;

	memory.count = 0;
	for (int i = 0; i < 3 * REMINDER_NOTES; i++) {
		event = (struct reminder_event){REMINDER_CHECKIN, i,
		    (uint64_t)i + 100};
		reminder_remember(&memory, &event, 1, 1000 + i);
	}
	ck_assert_int_eq(memory.count, REMINDER_NOTES);
	for (int i = 0; i < memory.count; i++)
		ck_assert_int_ge(memory.notes[i].at,
		    1000 + 2 * REMINDER_NOTES);
	/* The same event again takes no more room. */
	event = memory.notes[5].event;
	event.due++;
	reminder_remember(&memory, &event, 1, 9000);
	ck_assert_int_eq(memory.notes[5].at, 9000);
	ck_assert_int_eq(memory.notes[5].event.due, event.due);
	event = memory.notes[0].event;
	reminder_remember(&memory, &event, 1, 9001);
	ck_assert_int_eq(memory.notes[0].at, 9001);
}
END_TEST

START_TEST(a_memory_full_of_others_lets_nothing_be_said_twice)
{
	struct reminder_event event;
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ONSET, NULL);
	for (int i = 0; i < REMINDER_NOTES; i++) {
		event = (struct reminder_event){REMINDER_CHECKIN, i,
		    (uint64_t)i};
		reminder_remember(&s.memory, &event, 1, i);
	}
	announce(&s, "2026-11-20T12:00:00Z");
	announce(&s, "2026-11-20T12:10:00Z");
	ck_assert_str_eq(said(&s), "screen 2026-11-20T12:10:00Z");
	look(&s, "2026-11-20T12:11:00Z");
	ck_assert_str_eq(said(&s), "");
}
END_TEST

/* A line that nobody can read, among those of a log. */
#define BROKEN "2026-11-20T12:30:00Z what is this\n"

START_TEST(what_could_not_be_read_is_said_once_and_again_of_another)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ASKED, NULL);
	episode_add_unread(&s.e, slice_of(BROKEN));
	announce(&s, "2026-11-20T12:31:00Z");
	ck_assert_str_eq(said(&s), "unread 2026-11-20T12:01:00Z, "
	    "ice 2026-11-20T12:00:00Z");
	look(&s, "2026-11-20T12:32:00Z");
	ck_assert_str_eq(said(&s), "");
	episode_add_unread(&s.e, slice_of("another"));
	look(&s, "2026-11-20T12:33:00Z");
	ck_assert_str_eq(said(&s), "unread 2026-11-20T12:01:00Z");
	/* The same words again, below a later record, are another line. */
	reminder_remember(&s.memory, s.events, s.count, s.view.now);
	dated_fold(&s.e, ASKED "2026-11-20T12:40:00Z pain score=4\n");
	episode_add_unread(&s.e, slice_of("another"));
	look(&s, "2026-11-20T12:41:00Z");
	ck_assert_str_eq(said(&s), "unread 2026-11-20T12:40:00Z");
	/* With nothing open, and in a log of nothing else, too. */
	set_scene(&s, "", NULL);
	episode_add_unread(&s.e, slice_of(BROKEN));
	announce(&s, "2026-11-20T12:31:00Z");
	ck_assert_str_eq(said(&s), "unread 1970-01-01T00:00:00Z");
	look(&s, "2026-11-20T12:32:00Z");
	ck_assert_str_eq(said(&s), "");
	/* Below a record of the future, too, it is said now. */
	set_scene(&s, "2026-11-21T12:00:00Z note # tomorrow\n", NULL);
	episode_add_unread(&s.e, slice_of(BROKEN));
	announce(&s, "2026-11-20T12:31:00Z");
	ck_assert_str_eq(said(&s), "unread 1970-01-01T00:00:00Z");
	ck_assert_str_eq(coming(&s), "");
	look(&s, "2026-11-21T13:00:00Z");
	ck_assert_str_eq(said(&s), "");
	/* A moment at which a rule would change is none to say it again. */
	set_scene(&s, "2026-11-20T12:00:00Z seen\n"
	    "2026-11-21T12:00:00Z note # tomorrow\n", NULL);
	episode_add_unread(&s.e, slice_of(BROKEN));
	announce(&s, "2026-11-20T12:31:00Z");
	ck_assert_str_eq(coming(&s), "");
	/* Not at night, and not beside an emergency. */
	set_scene(&s, "", NULL);
	episode_add_unread(&s.e, slice_of(BROKEN));
	look(&s, "2026-11-20T23:31:00Z");
	ck_assert_str_eq(said(&s), "");
	set_scene(&s, "2026-11-20T12:00:00Z check flags=saddle\n", NULL);
	episode_add_unread(&s.e, slice_of(BROKEN));
	look(&s, "2026-11-20T12:31:00Z");
	ck_assert_str_eq(said(&s), "emergency 2026-11-20T12:00:00Z");
}
END_TEST

START_TEST(six_weeks_after_a_visit_it_is_said_once_for_each)
{
	static const char visit[] = ASKED "2026-11-20T13:00:00Z seen\n";
	static const char visits[] = ASKED "2026-11-20T13:00:00Z seen\n"
	    "2027-02-01T13:00:00Z seen\n";
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, visit, NULL);
	announce(&s, "2027-01-01T13:00:00Z");
	ck_assert_ptr_null(strstr(said(&s), "review"));
	look(&s, "2027-01-01T13:00:01Z");
	ck_assert_str_eq(said(&s), "review 2027-01-01T13:00:01Z");
	announce(&s, "2027-01-05T13:00:00Z");
	look(&s, "2027-06-01T13:00:00Z");
	ck_assert_str_eq(said(&s), "");
	dated_fold(&s.e, visits);
	announce(&s, "2027-02-20T13:00:00Z");
	ck_assert_ptr_null(strstr(said(&s), "review"));
	look(&s, "2027-06-01T13:00:00Z");
	ck_assert_str_eq(said(&s), "review 2027-03-15T13:00:01Z");
	/* Not where it eases. */
	set_scene(&s, "2026-11-20T12:00:00Z onset pain=8\n"
	    "2026-11-20T13:00:00Z seen\n2026-12-25T12:00:00Z pain score=8\n"
	    "2026-12-31T12:00:00Z pain score=2\n", NULL);
	look(&s, "2027-01-02T13:00:00Z");
	ck_assert_ptr_null(strstr(said(&s), "review"));
	/* Once it was said, it is not what comes next when it had eased. */
	set_scene(&s, "2026-11-20T12:00:00Z onset pain=8\n"
	    "2026-11-20T13:00:00Z seen\n2026-12-25T12:00:00Z pain score=8\n",
	    NULL);
	announce(&s, "2027-01-05T13:00:00Z");
	ck_assert_ptr_nonnull(strstr(said(&s), "review"));
	dated_fold(&s.e, "2026-11-20T12:00:00Z onset pain=8\n"
	    "2026-11-20T13:00:00Z seen\n2026-12-25T12:00:00Z pain score=8\n"
	    "2027-01-06T12:00:00Z pain score=2\n");
	announce(&s, "2027-01-20T12:00:00Z");
	ck_assert_str_eq(coming(&s), "");
	/* Nor does it come next, in an emergency. */
	set_scene(&s, "2026-11-20T12:00:00Z onset\n"
	    "2026-11-20T13:00:00Z seen\n"
	    "2026-11-20T14:00:00Z check flags=saddle\n", NULL);
	announce(&s, "2026-11-20T14:00:00Z");
	ck_assert_str_eq(coming(&s), "emergency 2026-11-21T14:00:00Z");
}
END_TEST

START_TEST(red_flags_are_asked_for_again_when_the_answers_fall)
{
	static const char leg[] = ASKED
	    "2026-11-20T14:00:00Z check flags=leg\n";
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ONSET, "0-24");
	announce(&s, "2026-11-20T12:10:00Z");
	dated_fold(&s.e, ONSET "2026-11-20T12:20:00Z check flags=none\n");
	look(&s, "2026-11-20T13:00:00Z");
	ck_assert_str_eq(said(&s), "");
	dated_fold(&s.e, ONSET "2026-11-20T12:20:00Z check flags=none\n"
	    "2026-11-20T13:00:00Z check flags=leg\n");
	look(&s, "2026-11-20T13:00:00Z");
	ck_assert_str_eq(said(&s), "screen 2026-11-20T12:30:00Z");
	/* Never within ten minutes of an answer, and after each onset. */
	set_scene(&s, leg, "0-24");
	look(&s, "2026-11-20T12:10:59Z");
	ck_assert_ptr_null(strstr(said(&s), "screen"));
	set_scene(&s, ASKED "2026-11-20T18:00:00Z onset\n", "0-24");
	look(&s, "2026-11-20T18:09:59Z");
	ck_assert_ptr_null(strstr(said(&s), "screen"));
	look(&s, "2026-11-20T18:10:00Z");
	ck_assert_ptr_nonnull(strstr(said(&s), "screen 2026-11-20T18:10"));
}
END_TEST

START_TEST(a_pack_that_is_on_is_not_reminded_of)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, ASKED, NULL);
	look(&s, "2026-11-20T12:05:00Z");
	s.view.pack_until = s.view.now + 1;
	s.count = reminder_due(&s.view, s.events);
	ck_assert_str_eq(said(&s), "");
	ck_assert_str_eq(coming(&s), "ice 2026-11-20T14:05:01Z");
	/* Nor when its time is up, before it is in the log. */
	s.view.pack_until = s.view.now;
	s.count = reminder_due(&s.view, s.events);
	ck_assert_str_eq(said(&s), "");
	s.view.pack_until = 0;
	s.count = reminder_due(&s.view, s.events);
	ck_assert_str_eq(said(&s), "ice 2026-11-20T12:00:00Z");
	set_scene(&s, CHRONIC, NULL);
	look(&s, "2026-11-20T12:05:00Z");
	s.view.pack_until = s.view.now + 600;
	s.count = reminder_due(&s.view, s.events);
	ck_assert_str_eq(said(&s), "");
	ck_assert_str_eq(coming(&s), "heat 2026-11-20T16:15:00Z");
	/* The gap after it holds, too, where a rule changes within it. */
	set_scene(&s, "2026-11-18T06:00:00Z onset feel=stiff start=gradual\n"
	    "2026-11-18T18:30:00Z onset feel=stiff start=gradual "
	    "chronic=yes pain=4\n"
	    "2026-11-18T18:40:00Z check flags=none\n"
	    "2026-11-20T08:00:00Z heat min=15\n", "0-24");
	announce(&s, "2026-11-20T18:00:00Z");
	s.view.pack_until = s.view.now + 900;
	ck_assert_str_eq(coming(&s), "heat 2026-11-20T22:15:00Z");
}
END_TEST

START_TEST(a_pack_too_many_is_not_reminded_of)
{
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, CHRONIC "2026-11-20T12:05:00Z heat min=10\n"
	    "2026-11-20T16:30:00Z heat min=10\n"
	    "2026-11-21T08:00:00Z heat min=10\n", NULL);
	look(&s, "2026-11-21T12:04:59Z");
	ck_assert_ptr_null(strstr(said(&s), "heat"));
	look(&s, "2026-11-21T12:10:00Z");
	ck_assert_ptr_nonnull(strstr(said(&s), "heat 2026-11-21T12:10:00Z"));
	set_scene(&s, CHRONIC "2026-11-20T12:05:00Z heat min=10\n"
	    "2026-11-20T14:30:00Z heat min=10\n"
	    "2026-11-20T16:45:00Z heat min=10\n", "0-24");
	look(&s, "2026-11-21T12:04:59Z");
	ck_assert_ptr_null(strstr(said(&s), "heat"));
	look(&s, "2026-11-21T12:05:00Z");
	ck_assert_ptr_nonnull(strstr(said(&s), "heat 2026-11-21T12:05:00Z"));
}
END_TEST

START_TEST(the_first_of_an_emergency_comes_at_night_and_no_repeat)
{
	static const char one[] = "2026-11-20T23:00:00Z check flags=saddle\n";
	struct scene s;

	dated_zone("UTC");
	set_scene(&s, one, NULL);
	announce(&s, "2026-11-20T23:30:00Z");
	ck_assert_str_eq(said(&s), "emergency 2026-11-20T23:00:00Z");
	look(&s, "2026-11-21T23:30:00Z");
	ck_assert_str_eq(said(&s), "");
	ck_assert_str_eq(coming(&s), "emergency 2026-11-22T07:00:00Z");
	look(&s, "2026-11-22T07:00:00Z");
	ck_assert_str_eq(said(&s), "emergency 2026-11-21T23:00:00Z");
	/* Another is a first one again. */
	dated_fold(&s.e, "2026-11-20T23:00:00Z check flags=saddle\n"
	    "2026-11-21T23:10:00Z check flags=chest\n");
	look(&s, "2026-11-21T23:30:00Z");
	ck_assert_str_eq(said(&s), "emergency 2026-11-21T23:10:00Z");
}
END_TEST

static const struct reminder_event ice_event = {REMINDER_ICE, 0, 1},
    urgent_event = {REMINDER_URGENT, 0, 2},
    emergency_event = {REMINDER_EMERGENCY, 0, 3};

/* Minutes from a failure to the next try, one after the other. */
START_TEST(a_command_that_fails_gets_more_time_each_time)
{
	static const int minutes[] = {2, 4, 8, 16, 32, 60, 60, 60, 60};
	static struct reminder_memory memory;
	int64_t now = 1000000, again;

	memset(&memory, 0, sizeof(memory));
	ck_assert_int_eq(reminder_retry(&memory, &ice_event, 7, now), 0);
	for (size_t i = 0; i < sizeof(minutes) / sizeof(minutes[0]); i++) {
		reminder_fail(&memory, &ice_event, 7, now);
		again = reminder_retry(&memory, &ice_event, 7, now);
		ck_assert_int_eq(again, now + minutes[i] * 60);
		ck_assert_int_eq(reminder_retry(&memory, &ice_event, 7,
		    again - 1), again);
		ck_assert_int_eq(reminder_retry(&memory, &ice_event, 7,
		    again), 0);
		now = again;
	}
	/* Not for another command, nor for what is more pressing; */
	ck_assert_int_eq(reminder_retry(&memory, &ice_event, 8, now - 1), 0);
	ck_assert_int_eq(reminder_retry(&memory, &urgent_event, 7, now - 1), 0);
	ck_assert_int_eq(reminder_retry(&memory, &emergency_event, 7, now - 1),
	    0);
	/* nor where the clock was ahead by more than a minute. */
	reminder_fail(&memory, &ice_event, 7, now);
	ck_assert_int_ne(reminder_retry(&memory, &ice_event, 7, now - 60), 0);
	ck_assert_int_eq(reminder_retry(&memory, &ice_event, 7, now - 61), 0);
	/* An emergency, every five minutes, and neither for the other. */
	for (int i = 0; i < 1200; i++) {
		reminder_fail(&memory, &emergency_event, 7, now);
		ck_assert_int_eq(reminder_retry(&memory, &emergency_event, 7,
		    now), now + 300);
		now += 300;
	}
	ck_assert_int_eq(memory.emergency.count, 999);
	reminder_remember(&memory, &ice_event, 1, now);
	ck_assert_int_eq(memory.other.count, 0);
	ck_assert_int_eq(memory.emergency.count, 999);
	reminder_remember(&memory, &emergency_event, 1, now);
	ck_assert_int_eq(memory.emergency.count, 0);
	/* Another command begins anew. */
	reminder_fail(&memory, &ice_event, 7, now);
	reminder_fail(&memory, &ice_event, 7, now);
	reminder_fail(&memory, &ice_event, 8, now);
	ck_assert_int_eq(memory.other.count, 1);
}
END_TEST

static const struct {
	const char *line;
	bool good;
} failures[] = {
	{"2026-11-20T12:00:05Z failed 1 ice 0123456789abcdef", true},
	{"2026-11-20T12:00:05Z failed 999 emergency ffffffffffffffff", true},
	{"", false},
	{"2026-11-20T12:00:05Z failed 1 ice", false},
	{"2026-11-20T12:00:05Z failed 1", false},
	{"2026-11-20T12:00:05Z failed", false},
	{"2026-11-20T12:00:05Z", false},
	{"2026-11-20T12:00:05Z failed 0 ice 0123456789abcdef", false},
	{"2026-11-20T12:00:05Z failed x ice 0123456789abcdef", false},
	{"2026-11-20T12:00:05Z failed 1 rest 0123456789abcdef", false},
	{"2026-11-20T12:00:05Z failed 1 ice 0123456789abcdeg", false},
	{"2026-11-20T12:00:05Z failed 1 ice 0123456789abcdef x", false},
	{"2026-11-20T12:00:05Z worked 1 ice 0123456789abcdef", false},
	{"yesterday failed 1 ice 0123456789abcdef", false},
	{"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789abcdef",
	    false}
};

START_TEST(a_failure_is_read_as_it_was_written)
{
	struct reminder_failure failure;
	struct text text = TEXT(128);

	ck_assert_int_eq(reminder_failure_parse((struct slice){NULL, 0},
	    &failure), -1);
	ck_assert_int_eq(reminder_failure_parse(slice_of(failures[_i].line),
	    &failure), failures[_i].good ? 0 : -1);
	if (!failures[_i].good)
		return;
	reminder_failure_write(&text, &failure);
	ck_assert_str_eq(text.buf, failures[_i].line);
}
END_TEST

static const char *const notes[] = {
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789abcdef",
	"2026-11-20T12:00:05Z emergency 2026-11-20T12:00:00Z 0000000000000000",
	"2026-11-20T12:00:05Z checkin 2026-11-20T12:00:00Z ffffffffffffffff"
};

START_TEST(a_note_is_read_as_it_was_written)
{
	struct reminder_note note;
	char buf[128];
	struct text text;

	ck_assert_int_eq(reminder_note_parse(slice_of(notes[_i]), &note), 0);
	text_init(&text, buf, sizeof(buf));
	reminder_note_write(&text, &note);
	ck_assert_str_eq(buf, notes[_i]);
}
END_TEST

static const char *const no_notes[] = {
	"", " ", "2026-11-20T12:00:05Z", "2026-11-20T12:00:05Z ice",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z ",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789abcde",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789abcdef0",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789ABCDEF",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789abcdeg",
	"2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z 0123456789abcdef x",
	"2026-11-20T12:00:05Z rest 2026-11-20T12:00:00Z 0123456789abcdef",
	"2026-11-20T12:00:05Z  ice 2026-11-20T12:00:00Z 0123456789abcdef",
	"yesterday ice 2026-11-20T12:00:00Z 0123456789abcdef",
	"2026-11-20T12:00:05Z ice soon 0123456789abcdef"
};

START_TEST(what_is_no_note_is_not_read)
{
	struct reminder_note note;

	ck_assert_int_eq(reminder_note_parse(slice_of(no_notes[_i]), &note),
	    -1);
}
END_TEST

START_TEST(nothing_is_no_note)
{
	struct reminder_note note;

	ck_assert_int_eq(reminder_note_parse((struct slice){NULL, 0}, &note),
	    -1);
}
END_TEST

START_TEST(a_nul_is_no_digit)
{
	char line[] = "2026-11-20T12:00:05Z ice 2026-11-20T12:00:00Z "
	    "0123456789abcdef";
	struct reminder_note note;

	line[sizeof(line) - 2] = '\0';
	ck_assert_int_eq(reminder_note_parse((struct slice){line,
	    sizeof(line) - 1}, &note), -1);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("reminder");
	TCase *due = tcase_create("due"), *note = tcase_create("note");

	TABLE_ADD(due, what_is_due_is_said, firsts);
	TABLE_ADD(due, what_was_announced_is_not_said_again, seconds);
	tcase_add_test(due, after_the_morning_an_emergency_comes_daily);
	tcase_add_test(due,
	    a_record_taken_back_and_another_one_is_a_new_event);
	tcase_add_test(due, sleepless_again_after_it_was_seen_is_said_at_once);
	tcase_add_test(due, a_clock_that_was_ahead_hides_nothing);
	TABLE_ADD(due, each_onset_has_reminders_of_its_own, thirds);
	tcase_add_test(due, a_pack_is_not_what_a_reminder_comes_from);
	tcase_add_test(due,
	    what_could_not_be_read_is_said_once_and_again_of_another);
	tcase_add_test(due, six_weeks_after_a_visit_it_is_said_once_for_each);
	tcase_add_test(due,
	    red_flags_are_asked_for_again_when_the_answers_fall);
	tcase_add_test(due, a_pack_that_is_on_is_not_reminded_of);
	tcase_add_test(due, a_pack_too_many_is_not_reminded_of);
	tcase_add_test(due,
	    the_first_of_an_emergency_comes_at_night_and_no_repeat);
	tcase_add_test(due, a_command_that_fails_gets_more_time_each_time);
	TABLE_ADD(note, a_failure_is_read_as_it_was_written, failures);
	tcase_add_test(note, a_full_memory_gives_up_the_oldest_note);
	tcase_add_test(note,
	    a_memory_full_of_others_lets_nothing_be_said_twice);
	TABLE_ADD(note, a_note_is_read_as_it_was_written, notes);
	TABLE_ADD(note, what_is_no_note_is_not_read, no_notes);
	tcase_add_test(note, nothing_is_no_note);
	tcase_add_test(note, a_nul_is_no_digit);
	suite_add_tcase(suite, due);
	suite_add_tcase(suite, note);
	return suite;
}
