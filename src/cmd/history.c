#include <stdio.h>

#include "../core/say/chart.h"
#include "../core/say/doubt.h"
#include "../core/say/sentence.h"
#include "../core/say/statistics.h"
#include "../core/text/escape.h"
#include "../core/text/json.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../core/time/zone.h"
#include "../edge/records.h"
#include "../ui/logbook.h"
#include "../ui/option.h"
#include "../ui/output.h"

#define MOST_COUNT 1000000
#define DATE_COLUMNS 12
/* Bytes that always hold a note in JSON, where a control takes six. */
#define NOTE_MAX (6 * RECORD_MAX + 256)

/*
 * "2026-11-20  6 d 6 h    8    0  ▆▅▃▂▁           8   12  deadlift, gone",
 * where the terminal has room for it; else the same in words.
 */
#define TABLE_HEAD \
    "                    Pain 0-10                Packs\n" \
    "Began       Lasted  High Last  Course        Ice Heat  " \
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
	bool open;	/* one is, as they are counted first */
	bool failed;	/* something could not be read again */
};

/* "2026-11-20", as a calendar here has it. */
static struct when_shown
date(int64_t t)
{
	const struct civil c = zone_local(t);
	struct when_shown shown;

	snprintf(shown.s, sizeof(shown.s), "%04d-%02d-%02d", c.year, c.month,
	    c.day);
	return shown;
}

/* What has no column of its own, and whether it is over, as far as is known. */
static void
put_rest(struct text *text, const struct course *s, const struct pass *p)
{
	int unread = lookback_unread(&p->lookback, &p->log);
	struct text exercise = TEXT(512), flags = TEXT(512), back = TEXT(512);

	escape_show(&exercise, slice_of(s->exercise), p->terminal.utf8);
	flag_list(&flags, s->flags, ",");
	flag_list(&back, s->taken_back, ",");
	if (exercise.len > 0)
		text_item(text, 0, ", ", "%s", exercise.buf);
	if (s->onsets > 1)
		text_item(text, 0, ", ", "%d flare%s", s->onsets - 1,
		    s->onsets == 2 ? "" : "s");
	if (flags.len > 0)
		text_item(text, 0, ", ", "%s", flags.buf);
	if (back.len > 0)
		text_item(text, 0, ", ", "taken back: %s", back.buf);
	if (s->seen > 0)
		text_item(text, 0, ", ", "seen");
	if (unread > 0)
		text_item(text, 0, ", ", "%d line%s not read", unread,
		    unread == 1 ? "" : "s");
	if (course_is_silent(s, p->now))
		text_item(text, 0, ", ", "open, nothing noted since %s",
		    date(s->heard).s);
	else
		text_item(text, 0, ", ", "%s", s->ended ? "gone" : "open");
}

/* Whole hours: what is smaller matters to nobody afterwards. */
static struct span_shown
whole_hours(int64_t length)
{
	return span(length < SPAN_HOUR ? length : length - length % SPAN_HOUR);
}

static void
print_cells(const struct pass *p, const struct course *s)
{
	struct text chart = TEXT(4 * CHART_COLUMNS + 1);
	int columns = chart_put(&chart, s, p->terminal.utf8);
	int64_t length = course_length(s, p->now);

	printf("%-*s", LASTED_COLUMNS, length < SPAN_MINUTE ? "< 1 min" :
	    whole_hours(length).s);
	if (s->score_count > 0)
		printf("%4d %4d  ", s->highest.value, s->last.value);
	else
		printf("%4s %4s  ", "-", "-");
	printf("%s%*s %4d %4d  ", chart.buf, CHART_COLUMNS - columns, "",
	    s->pack_count[TREATMENT_ICE], s->pack_count[TREATMENT_HEAT]);
}

static void
put_words(struct text *text, const struct pass *p, const struct course *s)
{
	struct text chart = TEXT(4 * CHART_COLUMNS + 1);

	text_str(text, whole_hours(course_length(s, p->now)).s);
	chart_put(&chart, s, p->terminal.utf8);
	if (s->score_count > 0)
		text_fmt(text, ", pain up to %d, last %d %s",
		    s->highest.value, s->last.value, chart.buf);
	if (s->pack_count[TREATMENT_ICE] > 0)
		text_fmt(text, ", ice %d", s->pack_count[TREATMENT_ICE]);
	if (s->pack_count[TREATMENT_HEAT] > 0)
		text_fmt(text, ", heat %d", s->pack_count[TREATMENT_HEAT]);
}

static void
print_line(const struct pass *p, const struct course *s)
{
	bool table = p->terminal.columns >= TABLE_LEAST;
	struct text words = TEXT(3072);

	if (table && p->found == p->skip + 1)
		puts(TABLE_HEAD);
	printf("%-*s", DATE_COLUMNS, date(s->first.time).s);
	if (table)
		print_cells(p, s);
	else
		put_words(&words, p, s);
	put_rest(&words, s, p);
	output_wrap_from((struct slice){words.buf, words.len},
	    p->terminal.columns, table ? TABLE_COLUMNS : DATE_COLUMNS,
	    DATE_COLUMNS);
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

	if (exercise.len == 0)
		exercise.at = NULL;
	json_open(text, NULL, '{');
	json_str(text, "began", rfc3339(s->first.time).s);
	json_str(text, "ended", s->ended ? rfc3339(s->end).s : NULL);
	json_num(text, "seconds", course_length(s, p->now));
	json_num(text, "flares", s->onsets - 1);
	put_scores(text, s);
	json_num(text, "ice", s->pack_count[TREATMENT_ICE]);
	json_num(text, "heat", s->pack_count[TREATMENT_HEAT]);
	json_bytes(text, "exercise", exercise);
	json_open(text, "flags", '[');
	flag_json(text, s->flags);
	json_close(text, ']');
	json_open(text, "taken_back", '[');
	flag_json(text, s->taken_back);
	json_close(text, ']');
	json_str(text, "seen", s->seen > 0 ? rfc3339(s->seen_at[0]).s : NULL);
	json_bool(text, "open", !s->ended);
	json_num(text, "unread", lookback_unread(&p->lookback, &p->log));
}

static void
print_note(const struct record *r, void *arg)
{
	bool *first = arg;
	char buf[NOTE_MAX], note[RECORD_MAX];
	struct text text;

	text_init(&text, buf, sizeof(buf));
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
		got = records_notes(&p->log, l->from, l->to, print_note,
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
		lookback_follow(&p->lookback, &p->log, r);
	}
}

/* For -c: how many episodes there are, all of them skipped so far. */
static void
count_record(const struct record *r, void *arg)
{
	struct pass *p = arg;

	if (r->kind == RECORD_ONSET && !p->open) {
		p->open = true;
		p->skip++;
	} else if (r->kind == RECORD_END) {
		p->open = false;
	}
}

/* What they have in common, as far as that can be said. */
static void
print_together(const struct pass *p)
{
	struct sheet sheet;

	sheet_begin(&sheet, p->now);
	if (p->log.unread > 0)
		doubt_unread(page_add(&sheet.page, "Not known", PAGE_PLAIN),
		    p->log.unread);
	statistics_write(&sheet.page, &p->statistics, sheet.terminal.utf8);
	sentence_put(page_add(&sheet.page, NULL, PAGE_PLAIN),
	    SENTENCE_DISCLAIMER, false);
	sheet_print(&sheet);
}

struct options {
	bool json;
	int count;	/* 0: all */
};

static int
read_log(struct pass *p, int count)
{
	struct episode e;

	if (count > 0 && records_skim(&p->log, count_record, p) == -1)
		return -1;
	p->skip = p->skip > count ? p->skip - count : 0;
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
	int status, unread;

	lookback_init(&p.lookback);
	p.terminal = terminal_get();
	if (logbook_begin(ctx, LOG_READ, &p.log) != CMD_OK)
		return CMD_FAILED;
	log_let_go(&p.log);
	p.now = ctx->now;
	status = read_log(&p, o->count) == -1 || p.log.bad > 0 ? CMD_FAILED :
	    CMD_OK;
	log_close(&p.log);
	unread = lookback_unread(&p.lookback, &p.log);
	if (p.json) {
		/* Those that are part of no episode. */
		if (p.lookback.course.onsets == 0 && unread > 0)
			printf("{\"unread\":%d}\n", unread);
		return status;
	}
	if (p.found == 0)
		puts(p.log.unread > 0 ? "No episode could be read." :
		    "The log holds no episode yet.");
	print_together(&p);
	return status;
}

static const struct option_row options[] = {
	{'j', "json", NULL, "one JSON object a line, an episode each",
	    INTO(json)},
	{'c', "count", "count", "only so many episodes, the last", INTO(count),
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
