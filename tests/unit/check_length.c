#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/say/advice.h"
#include "fold.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

#define MOST_LINES 14
#define COLUMNS 80

/* What the onset may tell, by its kinds of answers. */
static const char *const feels[] = {
	"", " feel=dull", " feel=stiff", " feel=sharp"
};
static const char *const starts[] = {"", " start=gradual", " start=sudden"};
static const char *const sides[] = {
	"", " side=right", " side=middle"
};
static const char *const standings[] = {"", " chronic=yes"};
static const char *const pains[] = {"", " pain=5", " pain=7"};
static const char *const flags[] = {"", " flags=skin"};

/* So many hours before the onset; 0: none is known. */
static const int sessions[] = {0, 25};

/*
 * What came after it: a line each, at so many hours and minutes after the
 * onset.
 */
static const char *const stories[] = {
	"",
	"0:1 check flags=none",
	"0:1 check asked=all flags=skin",
	"0:30 ice min=15",
	"0:1 check flags=none\n0:30 ice min=15",
	"0:1 check flags=none\n46:30 ice min=15\n49 heat min=20",
	"0:30 heat min=20",
	"0:1 check flags=none\n0:30 heat min=20\n1 pain score=4\n"
	    "2 pain score=5",
	"0:1 check flags=none\n1 pain score=4",
	"1 pain score=6\n2 pain score=7\n3 pain score=6\n4 pain score=6\n"
	    "5 pain score=6\n6 pain score=6\n7 pain score=6",
	"1 pain score=4\n2 pain score=5\n3 pain score=6\n4 pain score=5\n"
	    "5 pain score=4\n6 pain score=5\n7 pain score=6\n8 pain score=5\n"
	    "9 pain score=4\n10 pain score=5\n11 pain score=6\n"
	    "12 pain score=5\n12:30 check flags=none\n12:40 ice min=20",
	"1 pain score=2",
	"1 pain score=0",
	"1 check flags=none\n20 onset feel=dull start=gradual side=both",
	"1 check flags=none\n20 onset feel=stiff side=middle pain=7",
	"20 onset feel=sharp start=gradual side=left\n20:30 check flags=none",
	"30 onset pain=5\n30:5 check flags=none\n40 ice min=15",
	"1 check flags=none\n2 note # my leg is numb",
	"12 seen # physiotherapist",
	"12 check flags=bone\n13 seen\n13:1 check flags=none",
	"12 check flags=bone\n13 seen\n13:1 check flags=none\n"
	    "14 pain score=5\n15 pain score=6\n16 pain score=5",
	"71 seen\n71:1 check flags=none",
	"12 seen\n40 onset feel=dull start=gradual side=both\n"
	    "40:5 check flags=none\n41 ice min=15"
};

/* When it is looked at, after the onset. */
static const char *const nows[] = {
	"0:30", "2:29", "13:13", "45:59", "47:59:59", "48:10", "50:11", "72",
	"100:30", "500:10"
};

/* In the middle of a year, and over its end. */
static const int bases[] = {0, 950};

/* The signs before the end of the text, or of a word that is not parted. */
static int
columns_of(const char *s, size_t len)
{
	int columns = 0;

	for (size_t i = 0; i < len; i++)
		columns += ((unsigned char)s[i] & 0xc0) != 0x80;
	return columns;
}

/* Up to the next blank, but none of those in a command or a quotation. */
static size_t
word_length(struct slice s)
{
	char quote = '\0';
	size_t n;

	for (n = 0; n < s.len && (quote != '\0' || s.at[n] != ' '); n++) {
		if (quote == '\0' && (s.at[n] == '`' || s.at[n] == '"'))
			quote = s.at[n];
		else if (s.at[n] == quote)
			quote = '\0';
	}
	return n;
}

/* Lines of a paragraph that begins at this column, as edge/wrap.c fills it. */
static int
paragraph_lines(struct slice s, int indent)
{
	int lines = 1, at = indent;

	while (s.len > 0) {
		size_t n = word_length(s);
		int columns = columns_of(s.at, n), gap = at > indent;

		if (at > indent && at + gap + columns > COLUMNS) {
			lines++;
			at = indent;
			gap = 0;
		}
		at += gap + columns;
		n += n < s.len;
		s = (struct slice){s.at + n, s.len - n};
	}
	return lines;
}

static int
page_lines(const struct page *page)
{
	int lines = 0;

	for (int i = 0; i < page->count; i++)
		lines += page->items[i].style == PAGE_FIXED ? 1 :
		    paragraph_lines(page_slice(page, i),
		    page->items[i].label != NULL ? PAGE_LABEL : 0);
	return lines;
}

static void
print_page(const struct page *page)
{
	for (int i = 0; i < page->count; i++) {
		struct slice s = page_slice(page, i);

		printf("%-10s%.*s\n", page->items[i].label != NULL ?
		    page->items[i].label : "", (int)s.len, s.at);
	}
}

/* A log of this onset and what came after it. */
static void
put_log(struct text *log, int base, const char *traits, int session,
    const char *story)
{
	struct slice rest = slice_of(story), line;

	text_fmt(log, "%d onset%s", base, traits);
	if (session != 0)
		text_fmt(log, " session=%s",
		    rfc3339(FOLD_START + (base - session) * SPAN_HOUR).s);
	while (*story != '\0' && slice_next(&rest, '\n', &line))
		text_fmt(log, "\n%d%.*s", base + atoi(line.at),
		    (int)(line.len - strspn(line.at, "0123456789")),
		    line.at + strspn(line.at, "0123456789"));
}

static void
check_page(const struct episode *e, int64_t now, const char *log)
{
	static char buf[ADVICE_MAX];
	struct page_view view = {.now = now, .columns = COLUMNS, .utf8 = true};
	struct verdict v = verdict_of(e, now);
	struct page page;

	if (v.urgency != URGENCY_SELF_CARE || e->newest > now)
		return;
	page_init(&page, buf, sizeof(buf));
	advice_write(&page, e, &v, &view);
	if (page_lines(&page) <= MOST_LINES)
		return;
	print_page(&page);
	ck_abort_msg("%d lines:\n%s", page_lines(&page), log);
}

static void
check_tale(int base, const char *traits, int session, const char *story)
{
	struct text log = TEXT(2048);
	struct episode e;

	put_log(&log, base, traits, session, story);
	ck_assert(!log.cut);
	fold_log(&e, log.buf);
	for (int i = 0; i < COUNT(nows); i++) {
		char *end;
		int64_t now = fold_time(nows[i], &end) + base * SPAN_HOUR;

		e.unread = 0;
		check_page(&e, now, log.buf);
		e.unread = 12;
		check_page(&e, now, log.buf);
	}
}

static void
check_answers(int base, const char *traits)
{
	for (int s = 0; s < COUNT(sessions); s++) {
		for (int i = 0; i < COUNT(stories); i++)
			check_tale(base, traits, sessions[s], stories[i]);
	}
}

#define CHOICES (COUNT(feels) * COUNT(starts) * COUNT(sides) * \
    COUNT(standings) * COUNT(pains) * COUNT(flags))

/* One of the words, and the number of the next choice. */
static void
choose(struct text *text, int *i, const char *const *words, int count)
{
	text_str(text, words[*i % count]);
	*i /= count;
}

START_TEST(no_page_of_self_care_is_longer_than_fourteen_lines)
{
	for (int i = 0; i < CHOICES; i++) {
		struct text traits = TEXT(128);
		int left = i;

		choose(&traits, &left, feels, COUNT(feels));
		choose(&traits, &left, starts, COUNT(starts));
		choose(&traits, &left, sides, COUNT(sides));
		choose(&traits, &left, standings, COUNT(standings));
		choose(&traits, &left, pains, COUNT(pains));
		choose(&traits, &left, flags, COUNT(flags));
		check_answers(bases[_i], traits.buf);
	}
}
END_TEST

static void
use_utc(void)
{
	setenv("TZ", "UTC0", 1);
	tzset();
}

Suite *
suite_make(void)
{
	Suite *s = suite_create("length");
	TCase *tc = tcase_create("pages");

	tcase_set_timeout(tc, 60);
	tcase_add_checked_fixture(tc, use_utc, NULL);
	tcase_add_loop_test(tc,
	    no_page_of_self_care_is_longer_than_fourteen_lines, 0,
	    COUNT(bases));
	suite_add_tcase(s, tc);
	return s;
}
