/* iCalendar: folding, escapes, line ends, times; and what an event says. */
#include "suite.h"

#include <stdlib.h>
#include <string.h>

#include "../../src/core/text/escape.h"
#include "../../src/core/say/calendar.h"
#include "dice.h"
#include "fold.h"
#include "table.h"

#define OCTETS 75

static char buf[8192];
static struct text text;
static struct dice dice;

/* Content lines before they are folded. */
static char plain[8192];
static struct text raw;

static void
setup(void)
{
	text_init(&text, buf, sizeof(buf));
	text_init(&raw, plain, sizeof(plain));
}

static void
fold(void)
{
	calendar_fold(&text, (struct slice){plain, raw.len});
}

static void
fold_line(const char *name, const char *value)
{
	text_fmt(&raw, "%s:%s\n", name, value);
	fold();
}

static const struct row {
	const char *name, *value, *line;
} lines[] = {
	{"BEGIN", "VEVENT", "BEGIN:VEVENT\r\n"},
	{"SUMMARY", "", "SUMMARY:\r\n"},
	/* what is no text is left as it is */
	{"X", "a,b;c\\d", "X:a,b;c\\d\r\n"},
	/* 75 octets fit, of 76 the last is carried over */
	{"N", "3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g12345",
	    "N:3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g12345\r\n"},
	{"N", "3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g123456",
	    "N:3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g12345\r\n 6\r\n"},
	/* two, three and four octets that would stand across the 75th */
	{"N", "3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g1234é.",
	    "N:3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g1234\r\n é.\r\n"},
	{"N", "3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g123é.",
	    "N:3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g123é\r\n .\r\n"},
	{"N", "3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g123█.",
	    "N:3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g123\r\n █.\r\n"},
	{"N", "3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g12😀.",
	    "N:3456789a123456789b123456789c123456789d123456789e123456789f12"
	    "3456789g12\r\n 😀.\r\n"},
};

START_TEST(a_line_is_folded_at_75_octets)
{
	fold_line(lines[_i].name, lines[_i].value);
	ck_assert_str_eq(buf, lines[_i].line);
}
END_TEST

static const struct row texts[] = {
	{"SUMMARY", "plain: \"as it is\"", "SUMMARY:plain: \"as it is\"\r\n"},
	{"SUMMARY", "Ice, 15 min", "SUMMARY:Ice\\, 15 min\r\n"},
	{"SUMMARY", "a;b", "SUMMARY:a\\;b\r\n"},
	{"SUMMARY", "a\\b", "SUMMARY:a\\\\b\r\n"},
	{"SUMMARY", "a\nb\n", "SUMMARY:a\\nb\\n\r\n"},
	{"SUMMARY", ",;\\\n", "SUMMARY:\\,\\;\\\\\\n\r\n"},
	{"SUMMARY", "", "SUMMARY:\r\n"},
	{"SUMMARY", "Zürich; 😀", "SUMMARY:Zürich\\; 😀\r\n"},
};

START_TEST(a_text_is_escaped)
{
	calendar_text(&raw, texts[_i].name, texts[_i].value);
	fold();
	ck_assert_str_eq(buf, texts[_i].line);
}
END_TEST

static const struct {
	int64_t t;
	const char *line;
} times[] = {
	{0, "DTSTART:19700101T000000Z\r\n"},
	{-1, "DTSTART:19691231T235959Z\r\n"},
	{1795195800, "DTSTART:20261120T173000Z\r\n"},
	{951782400, "DTSTART:20000229T000000Z\r\n"},
	{4102444799, "DTSTART:20991231T235959Z\r\n"},
};

START_TEST(a_time_is_in_utc)
{
	setenv("TZ", "Asia/Kathmandu", 1);
	calendar_time(&raw, "DTSTART", times[_i].t);
	fold();
	ck_assert_str_eq(buf, times[_i].line);
}
END_TEST

/* Some characters, or now and then bytes that are none. */
static void
random_value(struct dice *d, char *value, size_t size)
{
	static const char *const pieces[] = {
		"a", "Z", " ", ",", ";", "\\", "\n", ":", "é", "ß", "█", "─",
		"😀", "\xf0\x9d\x84\x9e", "\xff", "\xe2\x96"
	};
	/* One in four values has broken characters. */
	int kinds = dice_between(d, 1, 4) == 1 ? ROWS(pieces) :
	    ROWS(pieces) - 2;
	int64_t count = dice_between(d, 0, 300);
	struct text t;

	text_init(&t, value, size);
	while (count-- > 0)
		text_str(&t, pieces[dice_between(d, 0, kinds - 1)]);
}

static bool
is_utf8(const char *s, size_t len)
{
	uint32_t character;
	size_t n;

	for (; len > 0; s += n, len -= n) {
		n = escape_utf8(s, len, &character);
		if (n == 0)
			return false;
	}
	return true;
}

/* Takes folds and escapes off again, as section 3.1 and 3.3.11 tell readers. */
static void
unfold(const char *line, char *out)
{
	const char *s = strchr(line, ':') + 1;

	while (*s != '\0') {
		if (strncmp(s, "\r\n ", 3) == 0) {
			s += 3;
		} else if (strcmp(s, "\r\n") == 0) {
			break;
		} else {
			*out++ = *s++;
		}
	}
	*out = '\0';
}

static void
unescape(char *s)
{
	char *out = s;

	for (; *s != '\0'; s++) {
		if (*s == '\\' && *++s == 'n')
			*out++ = '\n';
		else
			*out++ = *s;
	}
	*out = '\0';
}

static void
check_physcalendar_lines(const char *value, bool whole)
{
	const char *line = buf, *end;

	for (; *line != '\0'; line = end + 2) {
		end = strstr(line, "\r\n");
		ck_assert_ptr_nonnull(end);
		ck_assert_msg(end - line <= OCTETS, "SEED=%" PRIu64
		    ": a line of %td octets", dice.seed, end - line);
		ck_assert_msg(!whole || is_utf8(line, (size_t)(end - line)),
		    "SEED=%" PRIu64 ": a character is cut in \"%s\"",
		    dice.seed, value);
		ck_assert(memchr(line, '\n', (size_t)(end - line)) == NULL);
	}
}

/* 75 octets a line, the space that goes on counted. */
START_TEST(a_line_is_as_long_as_it_may_be)
{
	char value[200 + 1];
	const char *end;

	memset(value, 'a', sizeof(value) - 1);
	value[sizeof(value) - 1] = '\0';
	fold_line("SUMMARY", value);
	ck_assert_ptr_eq(strstr(buf, "\r\n"), buf + OCTETS);
	end = strstr(buf + OCTETS + 2, "\r\n");
	ck_assert_ptr_eq(end, buf + 2 * OCTETS + 2);
}
END_TEST

START_TEST(any_text_comes_back_and_no_line_is_too_long)
{
	static char value[2048], back[8192];
	struct dice d = dice;

	for (int i = 0; i < 2000; i++) {
		random_value(&d, value, 500);
		setup();
		calendar_text(&raw, "DESCRIPTION", value);
		fold();
		check_physcalendar_lines(value, is_utf8(value, strlen(value)));
		unfold(buf, back);
		unescape(back);
		ck_assert_msg(strcmp(back, value) == 0, "SEED=%" PRIu64
		    ": \"%s\" came back as \"%s\"", dice.seed, value, back);
	}
}
END_TEST

#define ASKED "0 onset pain=7\n0 check flags=none"
#define STRONG "0 onset pain=7"

/* An event of a plan: its description begins so, and what it has not. */
static const struct {
	const char *log;
	int unread;
	enum plan_kind kind;
	const char *begins, *lacks, *summary;
} events[] = {
	{"0 onset", 0, PLAN_ICE, "Red flags were not asked yet: `backcare "
	    "check`.\\nWrap the pack in a cloth", "Pain", "Ice"},
	{"0 onset", 0, PLAN_MARK, "Red flags were not asked yet: `backcare "
	    "check`.\\nEmergency signs: ", "cloth", "72 hours: "},
	{"0 onset", 0, PLAN_ONSET, "Emergency signs: ", "asked", "The"},
	/* With strong pain it stands where an alarm shows it, too. */
	{STRONG, 0, PLAN_ICE, "Pain 7\\, and red flags were not asked yet: "
	    "`backcare check` before anything else.\\nWrap the pack", "Warm",
	    "Red flags not asked. Ice"},
	{STRONG, 1, PLAN_HEAT, "Lines of the log that could not be read: 1. So "
	    "this may be wrong: `backcare edit`\\nPain 7\\, and red flags were "
	    "not asked yet: ", "cold", "Red flags not asked. Moist heat"},
	{STRONG, 0, PLAN_SWITCH, "Pain 7\\, and red flags were not asked yet: ",
	    "cloth", "Red flags not asked. From ice to moist heat"},
	{STRONG, 0, PLAN_MARK, "Pain 7\\, ", "cloth", "72 hours: "},
	{ASKED "\n0 check flags=cancer", 0, PLAN_ICE, "First ask if cold is "
	    "right for you.\\nWrap the pack in a cloth", "heat", "Ice"},
	{ASKED "\n0 check flags=cancer", 0, PLAN_HEAT, "First ask if heat is "
	    "right for you.\\nWarm and not hot", "cold", "Moist heat"},
	{ASKED "\n0 check flags=cancer", 0, PLAN_MARK, "Emergency signs: ",
	    "First", "72 hours: "},
	/* What is to be done at once stands in whatever is left. */
	{ASKED "\n0 check flags=fever", 0, PLAN_ONSET, "Contact a doctor or ",
	    "Call", "The pain began"},
	{STRONG "\n0 check flags=saddle", 0, PLAN_ONSET, "Call your local "
	    "emergency number ", "Contact", "The pain began"},
	{ASKED, 0, PLAN_ICE, "Wrap the pack in a cloth",
	    "could not be read", "Ice"},
	{ASKED, 0, PLAN_HEAT, "Warm and not hot", "could not be read", "Moist"},
	{ASKED, 0, PLAN_MARK, "Emergency signs: ", "could not be read", "72"},
	{ASKED, 1, PLAN_MARK, "Lines of the log that could not be read: 1. So "
	    "this may be wrong: `backcare edit`\\nEmergency signs: ",
	    "cloth", "72"},
	{ASKED, 2, PLAN_ICE, "Lines of the log that could not be read: 2. So "
	    "this may be wrong: `backcare edit`\\nWrap the pack in a cloth",
	    "Warm", "Ice"}
};

/* The text without the folds of its lines. */
static void
join(char *s)
{
	char *fold;

	while ((fold = strstr(s, "\r\n ")) != NULL)
		memmove(fold, fold + 3, strlen(fold + 3) + 1);
}

START_TEST(a_description_begins_with_what_is_not_known)
{
	struct text said = TEXT(CALENDAR_EVENT_MAX);
	struct plan_event event = {.kind = events[_i].kind, .at = FOLD_START};
	struct plan plan = {.now = FOLD_START};
	struct episode e;
	struct verdict v;
	char *words;

	ck_assert_int_eq(fold_log(&e, events[_i].log), 0);
	e.unread = events[_i].unread;
	v = verdict_of(&e, FOLD_START);
	plan.e = &e;
	plan.v = &v;
	calendar_event(&said, &plan, &event, false, FOLD_START);
	ck_assert(!said.cut);
	join(said.buf);
	words = strstr(said.buf, "\r\nDESCRIPTION:");
	ck_assert_ptr_nonnull(words);
	words += strlen("\r\nDESCRIPTION:");
	ck_assert_msg(strncmp(words, events[_i].begins,
	    strlen(events[_i].begins)) == 0, "%s", words);
	*strstr(words, "\r\n") = '\0';
	ck_assert_msg(strstr(words, events[_i].lacks) == NULL, "%s", words);
	words += strlen(words) + 2;
	ck_assert_msg(strncmp(words, "SUMMARY:", 8) == 0 &&
	    strncmp(words + 8, events[_i].summary,
	    strlen(events[_i].summary)) == 0, "%s", words);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("calendar");
	TCase *tcase = tcase_create("ical");

	dice = dice_make("ical");
	tcase_add_checked_fixture(tcase, setup, NULL);
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	TABLE_ADD(tcase, a_line_is_folded_at_75_octets, lines);
	TABLE_ADD(tcase, a_text_is_escaped, texts);
	TABLE_ADD(tcase, a_time_is_in_utc, times);
	tcase_add_test(tcase, a_line_is_as_long_as_it_may_be);
	tcase_add_test(tcase, any_text_comes_back_and_no_line_is_too_long);
	TABLE_ADD(tcase, a_description_begins_with_what_is_not_known, events);
	suite_add_tcase(suite, tcase);
	return suite;
}
