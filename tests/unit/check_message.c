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
message(const char *log, const char *now)
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
	    "Ice, wrapped in a cloth, 15 to 20 minutes. To time it: "
	    "`backcare ice`\n", "Emergency signs: ", "asked yet"},
	{ONSET, "2026-11-20T12:10:00Z", "Ice, ",
	    "\nRed flags were not asked yet: `backcare check`.\n", "heat"},
	{ONSET NONE "2026-11-20T12:05:00Z ice min=15\n",
	    "2026-11-21T12:00:00Z", "Ice, ",
	    "\nHow is it today? `backcare pain 4`, or `backcare end` when it "
	    "has gone. Ice phase, 24 h since the pain began.\n", "Moist"},
	{ONSET NONE, "2026-11-22T12:00:00Z",
	    "The 48 hours of ice are over: moist heat from now on.\nMoist "
	    "heat, warm and not hot, 10 to 20 minutes. To time it: `backcare "
	    "heat`\n", "Moist heat phase, 48 h since", "`backcare ice`"},
	/* However much was missed, the step is said once. */
	{ONSET NONE, "2026-11-23T12:00:01Z",
	    "Arrange to see a doctor or physiotherapist. Past the 72-hour "
	    "mark.", " Past 72 hours, 72 h since", "`backcare ice`"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=leg\n",
	    "2026-11-20T13:00:00Z",
	    "Arrange to see a doctor or physiotherapist.\nIce, ",
	    "Emergency signs", "72-hour"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=saddle\n",
	    "2026-11-23T13:00:00Z",
	    "Call your local emergency number (112, 999, 911) or go to an "
	    "emergency department now.\n", "Why: You reported", "Ice"},
	{ONSET NONE "2026-11-20T13:00:00Z check flags=fever\n",
	    "2026-11-22T13:00:00Z",
	    "Contact a doctor or an urgent-care line today.\n",
	    "Why: You reported", "Moist heat, "},
	{"2026-11-20T13:00:00Z check flags=fever\n", "2026-11-20T13:00:00Z",
	    "Contact a doctor or an urgent-care line today.\n",
	    "Why: You reported", "How is it"}
};

START_TEST(the_step_that_is_right_now_comes_first)
{
	const struct row *row = &rows[_i];
	const char *got = message(row->log, row->now);

	ck_assert_ptr_nonnull(got);
	ck_assert_msg(strncmp(got, row->begins, strlen(row->begins)) == 0,
	    "%s", got);
	ck_assert_msg(strstr(got, row->has) != NULL, "%s", got);
	ck_assert_msg(strstr(got, row->lacks) == NULL, "%s", got);
}
END_TEST

/* At any hour of three weeks, of any of these logs. */
static const char *const logs[] = {
	ONSET, ONSET NONE,
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

START_TEST(a_message_is_whole_lines_of_plain_ascii)
{
	char now[32];
	const char *got;
	struct text text;
	int messages = 0;

	for (int hour = 0; hour < 21 * 24; hour++) {
		text_init(&text, now, sizeof(now));
		rfc3339_write(&text, dated_time("2026-11-20T12:00:01Z") +
		    hour * SPAN_HOUR);
		got = message(logs[_i], now);
		if (got == NULL)
			continue;
		messages++;
		ck_assert_uint_lt(strlen(got), 4096);
		ck_assert_int_eq(got[strlen(got) - 1], '\n');
		ck_assert_ptr_null(strstr(got, "\n\n"));
		/* Cron's locale is POSIX: mail, too, has only ASCII. */
		for (const char *p = got; *p != '\0'; p++)
			ck_assert(*p == '\n' || (*p >= ' ' && *p <= '~'));
		/* None goes without the disclaimer. */
		ck_assert_ptr_nonnull(strstr(got, "General information, not "
		    "a diagnosis and no substitute for care.\n"));
	}
	ck_assert_int_gt(messages, 0);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("notice");
	TCase *text = tcase_create("text");

	tcase_set_timeout(text, 600);
	TABLE_ADD(text, the_step_that_is_right_now_comes_first, rows);
	TABLE_ADD(text, a_message_is_whole_lines_of_plain_ascii, logs);
	suite_add_tcase(suite, text);
	return suite;
}
