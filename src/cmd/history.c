#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/say/advice.h"
#include "../core/say/chart.h"
#include "../core/text/escape.h"
#include "../core/text/json.h"
#include "../core/time/rfc3339.h"
#include "../core/say/statistics.h"
#include "../core/time/when.h"
#include "../core/say/sentence.h"
#include "../edge/records.h"
#include "lookback.h"
#include "option.h"
#include "reading.h"
#include "output.h"

#define MOST_COUNT 1000000
#define DATE_COLUMNS 12
/* Bytes that always hold a note in JSON, where a control takes six. */
#define NOTE_MAX (6 * RECORD_MAX + 256)

/*
 * "2026-11-20  6 d 6 h    8    0  ▆▅▃▂▁           8   12  deadlift, gone",
 * where the terminal has room for it; else the same in words.
 */
#define TABLE_HEAD "Began       Lasted  High Last  Course        Ice Heat  " \
    "Exercise, flags, end"
#define TABLE_COLUMNS 55
#define TABLE_LEAST (TABLE_COLUMNS + 20)
#define LASTED_COLUMNS 8

/* One pass over the log. */
struct pass {
	int64_t now;
	struct log log;
	struct lookback lookback;
	struct episode_statistics statistics;
	struct terminal terminal;
	bool json;
	int skip;	/* episodes that are not printed */
	int found;	/* episodes so far */
	bool failed;	/* something could not be read again */
};

static void
put_local_date(struct text *text, int64_t t)
{
	struct civil c;

	zone_local(t, &c, NULL);
	text_digits(text, c.year, 4);
	text_char(text, '-');
	text_digits(text, c.month, 2);
	text_char(text, '-');
	text_digits(text, c.day, 2);
}

/* Comma and space between things, none before the first. */
static void
put_comma(struct text *text)
{
	if (text->len > 0)
		text_str(text, ", ");
}

/* What has no column of its own. */
static void
put_rest(struct text *text, const struct course *s, bool utf8)
{
	if (*s->exercise != '\0') {
		put_comma(text);
		escape_show(text, slice_of(s->exercise), utf8);
	}
	if (s->onsets > 1) {
		put_comma(text);
		text_str_num(text, "", s->onsets - 1);
		text_str(text, s->onsets == 2 ? " flare" : " flares");
	}
	if (s->flags != 0) {
		put_comma(text);
		flag_write(text, s->flags);
	}
	if (s->seen > 0) {
		put_comma(text);
		text_str(text, "seen");
	}
	put_comma(text);
	text_str(text, s->ended ? "gone" : "open");
}

/* Whole hours: what is smaller matters to nobody afterwards. */
static void
put_length(struct text *text, const struct course *s, int64_t now)
{
	int64_t length = course_length(s, now);

	text_str(text,
	    span(length < SPAN_HOUR ? length : length - length % SPAN_HOUR).s);
}

/* The same in its column: "< 1 min" to "9 d 23 h", and then whole days. */
static void
put_lasted(struct text *text, const struct course *s, int64_t now)
{
	int64_t length = course_length(s, now);

	if (length < SPAN_MINUTE)
		text_str(text, "< 1 min");
	else if (length < 10 * SPAN_DAY)
		put_length(text, s, now);
	else
		text_str(text, span(length - length % SPAN_DAY).s);
}

static void
print_cells(const struct pass *p, const struct course *s)
{
	char length[64], chart[4 * CHART_COLUMNS + 1];
	bool scored = s->highest.value != RECORD_NO_SCORE;
	struct text text;
	int columns;

	text_init(&text, length, sizeof(length));
	put_lasted(&text, s, p->now);
	text_init(&text, chart, sizeof(chart));
	columns = chart_put(&text, s, p->terminal.utf8);
	printf("%-*s", LASTED_COLUMNS, length);
	if (scored)
		printf("%4d %4d  ", s->highest.value, s->last.value);
	else
		printf("%4s %4s  ", "-", "-");
	printf("%s%*s %4d %4d  ", chart, CHART_COLUMNS - columns, "", s->ice,
	    s->heat);
}

static void
put_words(struct text *text, const struct pass *p, const struct course *s)
{
	put_length(text, s, p->now);
	if (s->highest.value != RECORD_NO_SCORE) {
		text_str_num(text, ", pain up to ", s->highest.value);
		text_str_num(text, ", last ", s->last.value);
		text_char(text, ' ');
		chart_put(text, s, p->terminal.utf8);
	}
	if (s->ice > 0)
		text_str_num(text, ", ice ", s->ice);
	if (s->heat > 0)
		text_str_num(text, ", heat ", s->heat);
}

static void
print_line(const struct pass *p, const struct course *s)
{
	bool table = p->terminal.columns >= TABLE_LEAST;
	char buf[2048];
	struct text text;

	if (table && p->found == p->skip + 1)
		puts(TABLE_HEAD);
	text_init(&text, buf, sizeof(buf));
	put_local_date(&text, s->first.time);
	printf("%-*s", DATE_COLUMNS, buf);
	text_init(&text, buf, sizeof(buf));
	if (table)
		print_cells(p, s);
	else
		put_words(&text, p, s);
	put_rest(&text, s, p->terminal.utf8);
	output_wrap_from((struct slice){buf, text.len}, p->terminal.columns,
	    table ? TABLE_COLUMNS : DATE_COLUMNS, DATE_COLUMNS);
}

static void
put_scores(struct text *text, const struct course *s)
{
	struct score scores[COURSE_OUT];
	int count = course_scores(s, scores);

	if (count > 0) {
		json_num(text, "highest", s->highest.value);
		json_num(text, "last", s->last.value);
	} else {
		json_null(text, "highest");
		json_null(text, "last");
	}
	json_open(text, "pain", '[');
	for (int i = 0; i < count; i++)
		json_num(text, NULL, scores[i].value);
	json_close(text, ']');
}

static void
put_json(struct text *text, const struct pass *p, const struct course *s)
{
	char name[ONSET_EXERCISE];
	struct slice exercise = {
	    name, escape_decode(slice_of(s->exercise), name)};

	json_open(text, NULL, '{');
	json_str(text, "began", rfc3339(s->first.time).s);
	json_str(text, "ended", s->ended ? rfc3339(s->end).s : NULL);
	json_num(text, "seconds", course_length(s, p->now));
	json_num(text, "flares", s->onsets - 1);
	put_scores(text, s);
	json_num(text, "ice", s->ice);
	json_num(text, "heat", s->heat);
	if (exercise.len > 0)
		json_bytes(text, "exercise", exercise);
	else
		json_null(text, "exercise");
	json_open(text, "flags", '[');
	flag_json(text, s->flags);
	json_close(text, ']');
	json_str(text, "seen", s->seen > 0 ? rfc3339(s->seen_at[0]).s : NULL);
	json_bool(text, "open", !s->ended);
}

static void
print_note(const struct record *r, void *arg)
{
	bool *first = arg;
	struct text text = TEXT(NOTE_MAX);
	char note[RECORD_MAX];

	if (r->note.len == 0)
		return;
	json_open(&text, NULL, '{');
	json_str(&text, "at", rfc3339(r->time).s);
	json_str(&text, "record", record_kinds[r->kind]);
	json_bytes(&text, "text", (struct slice){note,
	    escape_decode(r->note, note)});
	json_close(&text, '}');
	printf("%s%s", *first ? "" : ",", text.buf);
	*first = false;
}

/* The notes, which are whole, are read again to be printed. */
static int
print_json(struct pass *p)
{
	const struct lookback *l = &p->lookback;
	struct text text = TEXT(4096);
	bool first = true;
	int got = 0;

	put_json(&text, p, &l->course);
	json_open(&text, "notes", '[');
	fwrite(text.buf, 1, text.len, stdout);
	if (l->course.notes > 0)
		got = records_between(&p->log, l->from, l->to, print_note,
		    &first);
	puts("]}");
	return got;
}

/* An episode is over, or the log is. */
static void
finish(struct pass *p)
{
	const struct course *s = &p->lookback.course;

	if (s->onsets == 0)
		return;
	statistics_add_episode(&p->statistics, s, p->now);
	if (++p->found <= p->skip)
		return;
	if (!p->json)
		print_line(p, s);
	else if (print_json(p) == -1)
		p->failed = true;
}

static void
take(const struct record *r, void *arg)
{
	struct pass *p = arg;

	bool end = lookback_add(&p->lookback, &p->log, r);

	statistics_add_record(&p->statistics, r);
	if (end) {
		finish(p);
		lookback_follow(&p->lookback, r);
	}
}

/* For -c: how many episodes there are. */
struct count {
	int episodes;
	bool open;
};

static void
count_record(const struct record *r, void *arg)
{
	struct count *count = arg;

	if (r->kind == RECORD_ONSET && !count->open) {
		count->open = true;
		count->episodes++;
	} else if (r->kind == RECORD_END) {
		count->open = false;
	}
}

/* What they have in common, as far as that can be said. */
static void
print_together(const struct pass *p)
{
	char buf[ADVICE_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	statistics_write(&page, &p->statistics, p->terminal.utf8);
	sentence_put(page_add(&page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER, false);
	page_close(&page);
	output_print(&page, &p->terminal);
}

struct options {
	bool json;
	int count;	/* 0: all */
};

static int
read_log(struct pass *p, int count)
{
	struct count all = {0, false};
	struct episode e;

	if (count > 0) {
		if (records_skim(&p->log, count_record, &all) == -1)
			return -1;
		p->skip = all.episodes > count ? all.episodes - count : 0;
	}
	if (records_each(&p->log, p->now, &e, take, p) == -1)
		return -1;
	finish(p);
	return p->failed ? -1 : 0;
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct pass p = {.json = o->json};
	int status;

	lookback_init(&p.lookback);
	p.terminal = terminal_get();
	if (reading_begin(ctx, LOG_READ, &p.log) != CMD_OK)
		return CMD_FAILED;
	p.now = ctx->now;
	status = read_log(&p, o->count) == -1 || p.log.bad > 0 ? CMD_FAILED :
	    CMD_OK;
	log_close(&p.log);
	if (p.json)
		return status;
	if (p.found == 0)
		printf("The log holds no episode yet.\n");
	print_together(&p);
	return status;
}

static const struct option_row options[] = {
	{'j', "json", NULL, "one JSON object a line, an episode each",
	    .into = offsetof(struct options, json)},
	{'c', "count", "count", "only so many episodes, the last",
	    .take = option_take_number,
	    .into = offsetof(struct options, count),
	    .least = 1, .most = MOST_COUNT},
	{0}
};

const struct command cmd_history = {
	.name = "history",
	.summary = "the episodes, and what they have in common",
	.options = options,
	.size = CMD_SIZE(struct options),
	.exec = exec
};
