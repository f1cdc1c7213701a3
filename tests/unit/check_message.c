/* Takes 6 s. */
#include "suite.h"

#include <string.h>

#include "../../src/core/say/message.h"
#include "../../src/core/time/rfc3339.h"
#include "dated.h"
#include "table.h"

#define ONSET "2026-11-20T12:00:00Z onset pain=5\n"
#define NONE "2026-11-20T12:01:00Z check flags=none\n"

/* The message with all that is due at a moment; NULL where nothing is. */
static const char *
message(const char *log, const char *now, int unread)
{
	static char buf[MESSAGE_MAX];
	struct reminder_memory memory = {.count = 0};
	struct reminder_event events[REMINDER_KINDS + 1];
	struct hours hours = {0, 1440};
	struct reminder_view view;
	struct episode e;
	struct verdict v;
	struct text text;
	int count;

	dated_zone("UTC");
	dated_fold(&e, log);
	for (int i = 0; i < unread; i++)
		episode_add_unread(&e, slice_of("2026-11-20T12:01:00Z chek"));
	v = verdict_of(&e, dated_time(now));
	view = (struct reminder_view){&e, &v, &hours, &memory, dated_time(now),
	    0};
	count = reminder_due(&view, events);
	if (count == 0)
		return NULL;
	/* What stands behind them is none of them. */
	events[count].kind = REMINDER_ESCALATE;
	text_init(&text, buf, sizeof(buf));
	message_text(&text, &view, events, count);
	ck_assert(!text.cut);
	return buf;
}

/* How it begins, something in it, and something that must not be. */
static const struct row {
	const char *log, *now, *begins, *has, *lacks;
} rows[] = {
	{ONSET NONE, "2026-11-20T12:02:00Z",
	    "Ice in a cloth, 15 to 20 minutes, then a walk: `backcare ice`.",
	    "", "asked"},
	{ONSET, "2026-11-20T12:02:00Z", "Ice in a cloth, ",
	    "`backcare ice`. Red flags were not asked yet: `backcare check`.",
	    "General"},
	{ONSET, "2026-11-20T12:10:00Z", "Ice in a cloth, ",
	    " Red flags were not asked yet: `backcare check`.", "heat"},
	/* Strong pain, and nobody asked: that first. */
	{"2026-11-20T12:00:00Z onset pain=7\n", "2026-11-20T12:02:00Z",
	    "Red flags were not asked yet: `backcare check`. Ice in a cloth, ",
	    "", "General"},
	{"2026-11-20T12:00:00Z onset pain=6\n", "2026-11-20T12:02:00Z",
	    "Ice in a cloth, ", "Red flags", "General"},
	{ONSET NONE "2026-11-20T12:05:00Z ice min=15\n",
	    "2026-11-21T12:00:00Z", "Ice in a cloth, then a walk: ",
	    " How is it? `backcare pain N`, or `backcare end` if gone. Ice "
	    "phase, 24 h so far.\nEmergency signs (bladder, bowels, numb "
	    "between the legs, both legs): `backcare check`.\nGeneral ",
	    "Moist"},
	{ONSET NONE, "2026-11-22T12:00:00Z",
	    "The 48 hours are over. Moist heat, then a walk: "
	    "`backcare heat`. ", "Heat phase, 48 h so far", "`backcare ice`"},
	/* The skin is still cold from the last pack. */
	{ONSET NONE "2026-11-22T11:30:00Z ice min=15\n",
	    "2026-11-22T12:00:00Z", "The 48 hours are over. Moist heat not "
	    "before 13:45: `backcare heat`. ", "", "then a walk"},
	/* However much was missed, the step is said once. */
	{ONSET NONE, "2026-11-23T12:00:01Z",
	    "Past 72 hours: no sign of harm, but see a doctor or "
	    "physiotherapist. Moist heat, ", "\nEmergency signs ",
	    "`backcare ice`"},
	{"2026-11-20T12:00:00Z onset\n" NONE, "2026-11-23T12:00:01Z",
	    "Past 72 hours: no sign of harm, ", "", "Pain 0"},
	/* What was not noted is not known. */
	{ONSET NONE "2026-11-21T12:00:00Z seen\n", "2027-01-02T12:00:01Z",
	    "Six weeks since the last visit, and no late note that it eases: ",
	    "physiotherapist again.", "has not gone"},
	/* Calm words are for the 72 hours alone. */
	{ONSET NONE "2026-11-20T13:00:00Z check flags=leg\n",
	    "2026-11-23T12:00:01Z",
	    "It is past 72 hours: see a doctor or physiotherapist.",
	    "\nEmergency signs ", "no sign of harm"},
	{ONSET NONE "2026-11-22T13:00:00Z pain score=2\n",
	    "2026-11-23T12:00:01Z", "It is easing, but past 72 hours: ",
	    "a few days", "no sign of harm"},
	{ONSET NONE "2026-11-22T13:00:00Z pain score=0\n",
	    "2026-11-23T12:00:01Z",
	    "Pain 0. If it stays so: `backcare end`.", "", "easing"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=bone\n",
	    "2026-11-20T13:00:00Z", "Ice in a cloth, ",
	    "See a doctor or physiotherapist soon.", "72"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=cancer\n",
	    "2026-11-20T13:00:00Z", "Ice in a cloth, ",
	    "First ask whether cold is right for you.", "heat"},
	{"2026-11-20T12:00:00Z onset chronic=yes\n" NONE
	    "2026-11-20T13:00:00Z check flags=cancer\n",
	    "2026-11-20T13:00:00Z", "Moist heat, ",
	    "First ask whether heat is right for you.", "cold"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=saddle\n",
	    "2026-11-23T13:00:00Z",
	    "Call your local emergency number (112, 999, 911) or go to an "
	    "emergency department now. Do not wait, and do not drive "
	    "yourself. You reported numbness or tingling",
	    "Ask there: could it be cauda equina?", "Ice"},
	{"2026-11-20T13:00:00Z check flags=chest\n", "2026-11-23T13:00:00Z",
	    "Call your local emergency number",
	    "General information, not a diagnosis", "cauda"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=fever,weight\n",
	    "2026-11-22T13:00:00Z", "Contact a doctor or ",
	    "You reported fever or chills without another reason, and 1 "
	    "more.", "Moist heat, "},
	{"2026-11-20T13:00:00Z check flags=fever\n", "2026-11-20T13:00:00Z",
	    "Contact a doctor or ", "You reported fever", "How is it"}
};

static void
expect_row(const struct row *row, int unread)
{
	const char *got = message(row->log, row->now, unread);

	ck_assert_ptr_nonnull(got);
	ck_assert_msg(strncmp(got, row->begins, strlen(row->begins)) == 0,
	    "%s", got);
	ck_assert_msg(strstr(got, row->has) != NULL, "%s", got);
	ck_assert_msg(strstr(got, row->lacks) == NULL, "%s", got);
}

START_TEST(the_step_that_is_right_now_comes_first)
{
	expect_row(&rows[_i], 0);
}
END_TEST

/* The same with so many lines that could not be read. */
static const struct {
	int unread;
	struct row row;
} doubtful[] = {
	{1, {ONSET "2026-11-20T13:00:00Z end\n", "2026-11-20T13:00:00Z",
	    "1 line of the log could not be read: `backcare edit`.", "",
	    "asked"}},
	{2, {ONSET NONE, "2026-11-20T12:02:00Z", "2 lines of the log could "
	    "not be read: `backcare edit`. Ice in a cloth, ", "", "asked"}},
	{1, {ONSET NONE, "2026-11-23T12:00:01Z", "1 line of the log could "
	    "not be read: `backcare edit`. It is past 72 hours: see a doctor "
	    "or physiotherapist.", "", "no sign of harm"}}
};

START_TEST(what_could_not_be_read_comes_before_it)
{
	expect_row(&doubtful[_i].row, doubtful[_i].unread);
}
END_TEST

/* At any hour of three weeks, of any of these logs. */
static const char *const logs[] = {
	ONSET, ONSET NONE,
	ONSET NONE "2026-11-21T12:00:00Z pain score=1\n",
	ONSET NONE "2026-11-22T12:00:00Z pain score=0\n",
	ONSET NONE "2026-11-21T12:00:00Z pain score=9\n",
	ONSET NONE "2026-11-21T12:00:00Z check flags=leg,numb,bone\n"
	    "2026-11-21T12:00:00Z pain score=8\n",
	"2026-11-20T12:00:00Z onset feel=stiff chronic=yes pain=8\n",
	"2026-11-20T12:00:00Z onset feel=sharp start=sudden pain=9\n",
	ONSET "2026-11-20T12:30:00Z check flags=sleep,skin\n",
	ONSET "2026-11-20T12:30:00Z check flags=bladder,retention,saddle,"
	    "both-legs,weakness,accident,chest,belly,urine,fever,weight,"
	    "unrelenting,cancer,immune,lump,night,upper,cough,leg,numb,sleep,"
	    "bone,age,skin\n",
	ONSET "2026-11-20T12:30:00Z check flags=fever,weight,unrelenting,"
	    "cancer,immune,lump,night,upper,cough,leg,numb,sleep,bone,age\n"
};

/*
 * Cron's locale is POSIX: mail, too, has only ASCII.  One assertion for all of
 * it, as Check makes a system call of each.
 */
static bool
is_plain(const char *s)
{
	while (*s == '\n' || (*s >= ' ' && *s <= '~'))
		s++;
	return *s == '\0';
}

/* What is due then, a message for some of it, and what it must be. */
static void
check_some(const struct reminder_view *view, const struct reminder_event *due,
    int count, unsigned some)
{
	struct reminder_event events[REMINDER_KINDS];
	struct text text = TEXT(MESSAGE_MAX), title = TEXT(MESSAGE_TITLE);
	bool pack = true, closes = false;
	int n = 0;

	for (int i = 0; i < count; i++) {
		enum reminder kind = due[i].kind;

		if ((some & 1u << i) == 0)
			continue;
		events[n++] = due[i];
		pack = pack && (kind == REMINDER_ICE || kind == REMINDER_HEAT);
		closes = closes || kind == REMINDER_CHECKIN ||
		    kind == REMINDER_ESCALATE;
	}
	message_text(&text, view, events, n);
	message_title(&title, view, events);
	ck_assert(!text.cut && !title.cut && text.len > 0);
	ck_assert_msg(text.len <= (pack ? MESSAGE_PACK : MESSAGE_MOST),
	    "%zu: %s", text.len, text.buf);
	ck_assert(is_plain(text.buf));
	ck_assert_ptr_null(strstr(text.buf, "\n\n"));
	ck_assert_ptr_null(strstr(text.buf, "  "));
	/* What is pasted as it stands is no score. */
	for (const char *p = strstr(text.buf, "pain "); p != NULL;
	    p = strstr(p + 1, "`backcare pain "))
		ck_assert_msg(strchr("0123456789", p[5]) == NULL, "%s", p);
	if (view->v->urgency >= URGENCY_URGENT)
		return;
	if (pack)
		ck_assert_msg(strstr(text.buf, "then a walk: `backcare ") !=
		    NULL, "%s", text.buf);
	ck_assert_msg(closes == (strstr(text.buf, "Emergency signs") != NULL),
	    "%s", text.buf);
	ck_assert_msg(closes == (strstr(text.buf, "General information") !=
	    NULL), "%s", text.buf);
}

/* With this flag alone, which may be the longest that is URGENT. */
START_TEST(what_could_not_be_read_is_said_where_it_is_announced)
{
	struct reminder_memory memory = {.count = 0};
	struct reminder_event events[REMINDER_KINDS];
	struct hours hours = {0, 1440};
	struct reminder_view view;
	struct text text = TEXT(MESSAGE_MAX), log = TEXT(128);
	struct episode e;
	struct verdict v;
	int count;

	if (flag_rows[_i].level != URGENCY_URGENT)
		return;
	dated_zone("UTC");
	text_fmt(&log, "%s2026-11-20T12:30:00Z check flags=%s\n", ONSET NONE,
	    flag_rows[_i].name);
	dated_fold(&e, log.buf);
	episode_add_unread(&e, slice_of("2026-11-20T12:30:00Z chek"));
	v = verdict_of(&e, dated_time("2026-11-20T12:30:00Z"));
	view = (struct reminder_view){&e, &v, &hours, &memory,
	    dated_time("2026-11-20T12:30:00Z"), 0};
	count = reminder_due(&view, events);
	ck_assert_int_eq(count, 2);
	ck_assert_int_eq(events[1].kind, REMINDER_UNREAD);
	message_text(&text, &view, events, count);
	ck_assert_msg(strstr(text.buf, " 1 line of the log could not be "
	    "read: `backcare edit`.") != NULL, "%s", text.buf);
	ck_assert_uint_le(text.len, MESSAGE_MOST);
}
END_TEST

START_TEST(a_message_is_short_and_has_what_it_must)
{
	struct reminder_memory memory = {.count = 0};
	struct reminder_event events[REMINDER_KINDS];
	struct hours hours = {0, 1440};
	struct reminder_view view;
	struct episode e;
	struct verdict v;
	int messages = 0, count;
	int64_t now;

	dated_zone("UTC");
	dated_fold(&e, logs[_i]);
	for (int hour = 0; hour < 21 * 24; hour++) {
		now = dated_time("2026-11-20T12:00:01Z") + hour * SPAN_HOUR;
		v = verdict_of(&e, now);
		view = (struct reminder_view){&e, &v, &hours, &memory, now, 0};
		count = reminder_due(&view, events);
		for (unsigned some = 1; some < 1u << count; some++) {
			check_some(&view, events, count, some);
			messages++;
		}
	}
	ck_assert_int_gt(messages, 0);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("message");
	TCase *text = tcase_create("text");

	tcase_set_timeout(text, 600);
	TABLE_ADD(text, the_step_that_is_right_now_comes_first, rows);
	TABLE_ADD(text, what_could_not_be_read_comes_before_it, doubtful);
	tcase_add_loop_test(text,
	    what_could_not_be_read_is_said_where_it_is_announced, 0,
	    FLAG_COUNT);
	TABLE_ADD(text, a_message_is_short_and_has_what_it_must, logs);
	suite_add_tcase(suite, text);
	return suite;
}
