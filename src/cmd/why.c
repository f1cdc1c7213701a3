#include <string.h>

#include "../core/say/doubt.h"
#include "../core/say/statistics.h"
#include "../core/say/topic.h"
#include "../core/text/escape.h"
#include "../edge/records.h"
#include "../ui/logbook.h"
#include "../ui/output.h"

/* Bytes of a name as it was typed: more than any has. */
#define TOPIC_NAME_MAX 256

static void
begin_page(struct sheet *sheet, int64_t now, int unread)
{
	sheet_begin(sheet, now);
	if (unread > 0)
		doubt_unread(page_add(&sheet->page, "Not known", PAGE_PLAIN),
		    unread);
}

static void
end_page(struct sheet *sheet)
{
	sentence_put(page_add(&sheet->page, NULL, PAGE_PLAIN),
	    SENTENCE_DISCLAIMER, false);
	sheet_print(sheet);
}

static void
add_topic(struct sheet *sheet, const struct topic *topic)
{
	text_str(page_add(&sheet->page, NULL, PAGE_HEADLINE), topic->title);
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].text != NULL; i++) {
		const struct topic_line *line = &topic->lines[i];
		struct text *text = page_add(&sheet->page, line->label,
		    PAGE_PLAIN);

		text_str(text, line->text);
		if (line->evidence != EVIDENCE_NONE)
			text_fmt(text, " (evidence: %s)",
			    sentence_evidence(line->evidence));
	}
}

/* Of a cause, which has such a line. */
static const struct topic_line *
find_line(const struct topic *cause, const char *label)
{
	const struct topic_line *line = cause->lines;

	while (strcmp(line->label, label) != 0)
		line++;
	return line;
}

/* Of a cause, in the list of them: what it is, and what to try. */
static void
add_card(struct sheet *sheet, const struct topic *cause)
{
	text_fmt(page_add(&sheet->page, NULL, PAGE_HEADLINE),
	    "%s (%s; evidence: %s)", cause->title, cause->name,
	    sentence_evidence(find_line(cause, "Evidence")->evidence));
	text_str(page_add(&sheet->page, "Cause", PAGE_PLAIN),
	    find_line(cause, "Cause")->text);
	text_str(page_add(&sheet->page, "Try", PAGE_PLAIN),
	    find_line(cause, "Try")->text);
}

static int
refuse_name(const char *name)
{
	const char *nearest = topic_suggest(name);

	if (nearest != NULL)
		complain("why: \"%s\": no such topic; did you mean \"%s\"?",
		    shown(name).s, nearest);
	else
		complain("why: \"%s\": no such topic; \"backcare why\" lists "
		    "them", shown(name).s);
	return CMD_USAGE;
}

/*
 * Where there is something to have looked at first, that takes the place of
 * how to care for it oneself.
 */
static bool
print_alarm(const struct context *ctx, const struct episode *e)
{
	struct verdict v = verdict_of(e, ctx->now);

	if (!advice_is_alarm(&v))
		return false;
	sheet_advise(e, &v, ctx->now, false);
	return true;
}

/* Where the log cannot be read, it is explained all the same. */
static int
explain(struct context *ctx, const struct topic *topic)
{
	struct logbook book;
	struct sheet sheet;
	int status = CMD_OK, unread = 0;

	/* A cause says what to do in training, which then is not the step. */
	if (topic->kind != TOPIC_TERM) {
		status = logbook_read(&book, ctx, LOG_READ);
		if (status == CMD_OK) {
			unread = book.e.unread;
			status = logbook_status(&book);
			if (print_alarm(ctx, &book.e))
				return status;
		}
	}
	begin_page(&sheet, ctx->now, unread);
	add_topic(&sheet, topic);
	end_page(&sheet);
	return status;
}

/* One thing that some of the onsets have in common. */
static void
put_share(struct text *shares, int onsets, int count, const char *what)
{
	if (count > 0 && onsets == 1)
		text_item(shares, 0, ", ", "%s", what);
	else if (count > 0)
		text_item(shares, 0, ", ", "%d %s", count, what);
}

/* "Pain began 3 times: 2 after deadlift, 1 sudden, 2 gradual." */
static void
put_onsets(struct text *text, const struct onset_statistics *s, bool utf8)
{
	const struct exercise_count *most = statistics_most(&s->exercises);
	struct text shares = TEXT(4 * ONSET_EXERCISE + 64);
	struct text after = TEXT(4 * ONSET_EXERCISE + 8);

	/* Of more onsets than one nothing is most that happened once. */
	if (most != NULL && (s->onsets == 1 || most->count > 1)) {
		text_str(&after, "after ");
		escape_show(&after, slice_of(most->name), utf8);
		put_share(&shares, s->onsets, most->count, after.buf);
	}
	put_share(&shares, s->onsets, s->sudden, "sudden");
	put_share(&shares, s->onsets, s->gradual, "gradual");
	if (s->onsets == 1)
		text_fmt(text, "Pain began once%s%s.",
		    shares.len > 0 ? ": " : "", shares.buf);
	else
		text_fmt(text, "Pain began %d times%s%s.", s->onsets,
		    shares.len > 0 ? ": " : "", shares.buf);
}

/* The cause to look at first; NULL where the log does not tell. */
static const struct topic *
likely_cause(const struct onset_statistics *s)
{
	if (s->onsets < STATISTICS_LEAST || s->sudden == s->gradual)
		return NULL;
	return topic_find(s->sudden > s->gradual ? "form" : "load");
}

/* What the person's own log shows, where it shows anything. */
static void
add_log(struct sheet *sheet, const struct onset_statistics *s)
{
	const struct topic *likely = likely_cause(s);
	struct text *text;

	if (s->onsets == 0)
		return;
	text = page_add(&sheet->page, "Your log", PAGE_PLAIN);
	put_onsets(text, s, sheet->terminal.utf8);
	if (s->has_earlier)
		text_fmt(text, " The last two sessions that it names are %s "
		    "apart.", span(s->session - s->earlier).s);
	if (s->onsets < STATISTICS_LEAST)
		text_str(text, " That is too few to tell what brings it on.");
	else if (likely != NULL)
		text_fmt(text, " More were %s, so look first at %s.",
		    s->sudden > s->gradual ? "sudden than gradual" :
		    "gradual than sudden", likely->name);
}

/* All causes, the likely one first. */
static void
add_causes(struct sheet *sheet, const struct topic *likely)
{
	if (likely != NULL)
		add_card(sheet, likely);
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (t->kind == TOPIC_CAUSE && t != likely)
			add_card(sheet, t);
	}
}

/* All topics, by what they are. */
static void
list_topics(struct sheet *sheet)
{
	static const char *const kinds[TOPIC_KINDS] = {
		[TOPIC_CAUSE] = "Causes", [TOPIC_STEP] = "Steps",
		[TOPIC_HOW] = "How to", [TOPIC_TERM] = "Terms"
	};

	text_str(page_add(&sheet->page, "More", PAGE_PLAIN),
	    "`backcare why TOPIC` explains one of these.");
	for (int kind = 0; kind < TOPIC_KINDS; kind++) {
		struct text names = TEXT(1024);

		for (const struct topic *t = topic_table; t->name != NULL;
		    t++) {
			if (t->kind == (enum topic_kind)kind)
				text_item(&names, 0, ", ", "%s", t->name);
		}
		text_fmt(page_add(&sheet->page, kinds[kind], PAGE_PLAIN),
		    "%s.", names.buf);
	}
}

static void
take_record(const struct record *r, void *arg)
{
	statistics_add_onset(arg, r);
}

static int
list_causes(struct context *ctx)
{
	struct onset_statistics onsets = {.onsets = 0};
	struct episode e;
	struct sheet sheet;
	struct log log;
	int got, status;

	if (logbook_begin(ctx, LOG_READ, &log) != CMD_OK)
		return CMD_FAILED;
	got = records_each(&log, ctx->now, &e, take_record, &onsets);
	log_close(&log);
	if (got == -1)
		return CMD_FAILED;
	status = log.bad > 0 ? CMD_FAILED : CMD_OK;
	if (print_alarm(ctx, &e))
		return status;
	begin_page(&sheet, ctx->now, log.unread);
	add_log(&sheet, &onsets);
	add_causes(&sheet, likely_cause(&onsets));
	list_topics(&sheet);
	end_page(&sheet);
	return status;
}

static int
exec(struct context *ctx, const void *options)
{
	struct text name = TEXT(TOPIC_NAME_MAX);
	const struct topic *topic;

	(void)options;
	if (ctx->argc == 0)
		return list_causes(ctx);
	/* "dead bug" need not be quoted. */
	for (int i = 0; i < ctx->argc; i++)
		text_item(&name, 0, " ", "%s", ctx->argv[i]);
	topic = topic_find(name.buf);
	if (topic != NULL)
		return explain(ctx, topic);
	if (topic_find(ctx->argv[0]) == NULL)
		return refuse_name(name.buf);
	complain("why: one topic at a time");
	return usage_wrong(ctx->command);
}

static struct choice
choice(int i)
{
	return (struct choice){topic_table[i].name, topic_table[i].title};
}

const struct command cmd_why = {
	.name = "why",
	.summary = "causes and prevention, or what a term or step means",
	.arguments = "[topic]",
	.most = CMD_ANY,
	.choice = choice,
	.exec = exec
};
