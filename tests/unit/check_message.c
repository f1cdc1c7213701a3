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
	    "No note for 42 days: gone? After six weeks: see a doctor. Moist "
	    "heat, ", "", "How is it?"},
	/* Who has said nothing for long is asked which it is. */
	{ONSET NONE "2026-11-27T11:00:00Z pain score=2\n"
	    "2026-11-27T11:00:00Z seen\n", "2026-12-04T11:00:00Z",
	    "No note for 7 days. Gone: `backcare end -t WHEN`. Still there: "
	    "`backcare pain N`. ",
	    "Moist heat, then a walk", "How is it?"},
	/* Calm words are for the 72 hours alone. */
	{ONSET NONE "2026-11-20T13:00:00Z check flags=leg\n",
	    "2026-11-23T12:00:01Z",
	    "Past 72 hours: see a doctor or physiotherapist.",
	    "\nEmergency signs ", "no sign of harm"},
	{ONSET NONE "2026-11-22T13:00:00Z pain score=2\n",
	    "2026-11-23T12:00:01Z", "Easing, but past 72 hours: ",
	    "if it stays, see a doctor or physiotherapist.", "no sign of harm"},
	{ONSET NONE "2026-11-22T13:00:00Z pain score=0\n",
	    "2026-11-23T12:00:01Z",
	    "Pain 0. If it stays so: `backcare end`.", "", "easing"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=bone\n",
	    "2026-11-20T13:00:00Z", "Ice in a cloth, ",
	    "See a doctor or physiotherapist soon.", "72"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=cancer\n",
	    "2026-11-20T13:00:00Z", "Ice in a cloth, ",
	    "First ask if cold is right for you.", "heat"},
	{"2026-11-20T12:00:00Z onset chronic=yes\n" NONE
	    "2026-11-20T13:00:00Z check flags=cancer\n",
	    "2026-11-20T13:00:00Z", "Moist heat, ",
	    "First ask if heat is right for you.", "cold"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=saddle\n",
	    "2026-11-23T13:00:00Z",
	    "Call your local emergency number (112, 999, 911) or go to an "
	    "emergency department now. Do not wait or drive "
	    "yourself. You reported numbness or tingling",
	    "Ask: could it be cauda equina?", "Ice"},
	{"2026-11-20T13:00:00Z check flags=chest\n", "2026-11-23T13:00:00Z",
	    "Call your local emergency number",
	    "General information, not a diagnosis", "cauda"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=fever,weight\n",
	    "2026-11-22T13:00:00Z", "Contact a doctor or ",
	    "You reported fever or chills without another reason. And 1 "
	    "more: `backcare now`.", "Moist heat, "},
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
	{1, {ONSET NONE, "2026-11-23T12:00:01Z",
	    "1 line not read: `backcare edit`. Past 72 hours: see a doctor. ",
	    "", "no sign of harm"}}
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

/* Whole sentences, and none of what must not be left out for want of room. */
static void
check_whole(const struct reminder_view *view, const char *s)
{
	const struct episode *e = view->e;
	enum urgency urgency = view->v->urgency;
	const char *asks = strstr(s, "ed flags");
	const char *step = strstr(s, "then a walk: `backcare ");
	const char *ill = strstr(s, "First ask if ");
	bool strong = e->scores > 0 && e->last_score.value >= 7;
	bool asked = !e->open || e->screened;
	bool cancer = verdict_has_flag(view->v, FLAG_CANCER), missing;
	int quotes = 0;

	for (const char *c = s; *c != '\0'; c++) {
		quotes += *c == '`';
		if (c[1] == '\n' || c[1] == '\0')
			ck_assert_msg(*c == '.' || *c == '\n', "%s", s);
	}
	missing = quotes % 2 != 0;
	if (urgency >= URGENCY_URGENT) {
		missing |= strstr(s, " General information, ") == NULL;
		missing |= strstr(s, urgency == URGENCY_EMERGENCY ?
		    "Call your local emergency number (112, 999, 911) or go "
		    "to an emergency department now. " : "Contact a doctor or "
		    "an urgent-care line (111 in the UK) today. ") != s;
		missing |= strstr(s, "You reported ") == NULL &&
		    strstr(s, "keeps you awake ") == NULL &&
		    strstr(s, "a small fracture.") == NULL;
		missing |= verdict_has_flag(view->v, FLAG_SADDLE) &&
		    strstr(s, "could it be cauda equina?") == NULL;
		missing |= urgency == URGENCY_URGENT && e->unread > 0 &&
		    strstr(s, " not read: `backcare edit`.") == NULL;
	} else {
		missing |= !asked && asks == NULL;
		missing |= !asked && strong && step != NULL && asks > step;
		missing |= cancer && step != NULL && ill == NULL &&
		    (asked || e->unread == 0);
		missing |= e->unread > 0 &&
		    strstr(s, "`backcare edit`.") == NULL &&
		    (step == NULL || asked || !cancer);
	}
	ck_assert_msg(!missing, "%s", s);
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
	check_whole(view, text.buf);
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
	ck_assert_msg(strstr(text.buf, " 1 line not read: `backcare "
	    "edit`.") != NULL, "%s", text.buf);
	ck_assert_uint_le(text.len, MESSAGE_MOST);
}
END_TEST

/* All messages at such a moment; how many. */
static int
check_moment(const struct episode *e, int64_t now)
{
	struct reminder_memory memory = {.count = 0};
	struct reminder_event events[REMINDER_KINDS];
	struct hours hours = {0, 1440};
	struct verdict v = verdict_of(e, now);
	struct reminder_view view = {e, &v, &hours, &memory, now, 0};
	int count = reminder_due(&view, events), messages = 0;

	for (unsigned some = 1; some < 1u << count; some++, messages++)
		check_some(&view, events, count, some);
	return messages;
}

START_TEST(a_message_is_short_and_has_what_it_must)
{
	struct episode e;
	int messages = 0;

	dated_zone("UTC");
	dated_fold(&e, logs[_i]);
	for (int hour = 0; hour < 21 * 24; hour++)
		messages += check_moment(&e,
		    dated_time("2026-11-20T12:00:01Z") + hour * SPAN_HOUR);
	ck_assert_int_gt(messages, 0);
}
END_TEST

/* One of each of these, with the others, makes all states that differ. */
static const char *const onsets[] = {
	"", " pain=7", " pain=3 feel=stiff chronic=yes",
	" pain=8 feel=sharp start=sudden"
};
static const char *const screenings[] = {
	"", "2026-11-20T12:01:00Z check flags=none\n",
	"2026-11-20T12:01:00Z check flags=none\n2026-11-21T10:00:00Z onset\n"
};
static const char *const visits[] = {"", "2026-11-21T10:30:00Z seen\n"};
static const char *const reports[] = {
	"", "leg", "cancer", "skin", "sleep", "bone", "cancer,leg,sleep",
	"cough", "night,cough,upper,lump", "saddle", "saddle,chest,urine"
};
static const char *const scores[] = {
	"", "2026-11-21T11:00:00Z pain score=0\n",
	"2026-11-21T11:00:00Z pain score=2\n",
	"2026-11-21T11:00:00Z pain score=10\n"
};

/* Minutes after the onset: each phase, its ends, and long after. */
static const int moments[] = {
	0, 15, 23 * 60 + 55, 24 * 60, 48 * 60, 72 * 60 + 1, 96 * 60,
	13 * 24 * 60, 50 * 24 * 60
};

/* With so many lines that could not be read. */
static const int unreads[] = {0, 1, 12};

START_TEST(so_it_is_in_every_state)
{
	struct text log = TEXT(512);
	struct episode e;
	int64_t from = dated_time("2026-11-20T12:00:01Z");

	dated_zone("UTC");
	text_fmt(&log, "2026-11-20T12:00:00Z onset%s\n%s%s",
	    onsets[_i % ROWS(onsets)],
	    screenings[_i / ROWS(onsets) % ROWS(screenings)],
	    visits[_i / ROWS(onsets) / ROWS(screenings)]);
	for (int i = 0; i < ROWS(reports) * ROWS(scores) * ROWS(unreads); i++) {
		const char *flags = reports[i % ROWS(reports)];
		int unread = unreads[i / ROWS(reports) / ROWS(scores)];
		size_t len = log.len;

		if (*flags != '\0')
			text_fmt(&log, "2026-11-21T11:00:00Z check flags=%s\n",
			    flags);
		text_str(&log, scores[i / ROWS(reports) % ROWS(scores)]);
		dated_fold(&e, log.buf);
		while (unread-- > 0)
			episode_add_unread(&e, slice_of("unread"));
		for (int j = 0; j < ROWS(moments); j++)
			(void)check_moment(&e, from + moments[j] * SPAN_MINUTE);
		log.len = len;
		log.buf[len] = '\0';
	}
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
	tcase_add_loop_test(text, so_it_is_in_every_state, 0, ROWS(onsets) *
	    ROWS(screenings) * ROWS(visits));
	suite_add_tcase(suite, text);
	return suite;
}
