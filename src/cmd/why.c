#include <err.h>
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
add_line(struct sheet *sheet, const struct topic_line *line)
{
	struct text *text = page_add(&sheet->page, line->label, PAGE_PLAIN);

	text_str(text, line->text);
	if (line->evidence != EVIDENCE_NONE)
		text_fmt(text, " (evidence: %s)",
		    sentence_evidence(line->evidence));
}

static void
add_unread(struct sheet *sheet, int lines)
{
	if (lines > 0)
		doubt_unread(page_add(&sheet->page, "Not known", PAGE_PLAIN),
		    lines);
}

static void
add_disclaimer(struct sheet *sheet)
{
	sentence_put(page_add(&sheet->page, NULL, PAGE_PLAIN),
	    SENTENCE_DISCLAIMER, false);
}

static void
add_topic(struct sheet *sheet, const struct topic *topic)
{
	text_str(page_add(&sheet->page, NULL, PAGE_HEADLINE), topic->title);
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].text != NULL; i++)
		add_line(sheet, &topic->lines[i]);
}

static const struct topic_line *
find_line(const struct topic *topic, const char *label)
{
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].text != NULL; i++) {
		if (strcmp(topic->lines[i].label, label) == 0)
			return &topic->lines[i];
	}
	return NULL;
}

/* Of a cause, in the list of them: what it is, and what to try. */
static void
add_card(struct sheet *sheet, const struct topic *topic)
{
	const struct topic_line *cause = &topic->lines[0];
	const struct topic_line *evidence = find_line(topic, "Evidence");
	const struct topic_line *attempt = find_line(topic, "Try");

	text_fmt(page_add(&sheet->page, NULL, PAGE_HEADLINE),
	    "%s (%s; evidence: %s)", topic->title, topic->name,
	    sentence_evidence(evidence->evidence));
	text_str(page_add(&sheet->page, cause->label, PAGE_PLAIN), cause->text);
	text_str(page_add(&sheet->page, attempt->label, PAGE_PLAIN),
	    attempt->text);
}

static int
unknown_topic(const char *name)
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

/* Prints an alarm, if there is one.  Returns an exit status. */
static int
look_first(struct context *ctx, bool *alarm, int *unread)
{
	struct logbook book;

	*alarm = false;
	if (logbook_read(&book, ctx, LOG_READ) != CMD_OK)
		return CMD_FAILED;
	*alarm = print_alarm(ctx, &book.e);
	*unread = book.e.unread;
	return logbook_status(&book);
}

static int
explain(struct context *ctx, const char *name)
{
	const struct topic *topic = topic_find(name);
	struct sheet sheet;
	bool alarm = false;
	int status = CMD_OK, unread = 0;

	if (topic == NULL)
		return unknown_topic(name);
	/* A cause says what to do in training, which then is not the step. */
	if (topic->kind != TOPIC_TERM)
		status = look_first(ctx, &alarm, &unread);
	if (alarm)
		return status;
	sheet_begin(&sheet, ctx->now);
	add_unread(&sheet, unread);
	add_topic(&sheet, topic);
	add_disclaimer(&sheet);
	sheet_print(&sheet);
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

/* Of more onsets than one nothing is most that happened once. */
static void
put_exercise(struct text *shares, const struct onset_statistics *s, bool utf8)
{
	const struct exercise_count *most = statistics_most(&s->exercises);
	struct text after = TEXT(4 * ONSET_EXERCISE + 8);

	if (most == NULL || (s->onsets > 1 && most->count == 1))
		return;
	text_str(&after, "after ");
	escape_show(&after, slice_of(most->name), utf8);
	put_share(shares, s->onsets, most->count, after.buf);
}

/* "Pain began 3 times: 2 after deadlift, 1 sudden, 2 gradual." */
static void
put_onsets(struct text *text, const struct onset_statistics *s, bool utf8)
{
	struct text shares = TEXT(4 * ONSET_EXERCISE + 64);
	struct text times = TEXT(32);

	if (s->onsets == 1)
		text_str(&times, "once");
	else
		text_fmt(&times, "%d times", s->onsets);
	put_exercise(&shares, s, utf8);
	put_share(&shares, s->onsets, s->sudden, "sudden");
	put_share(&shares, s->onsets, s->gradual, "gradual");
	text_fmt(text, "Pain began %s%s%s.", times.buf,
	    shares.len > 0 ? ": " : "", shares.buf);
}

/* The cause to look at first; NULL where the log does not tell. */
static const char *
likely_cause(const struct onset_statistics *s)
{
	if (s->onsets < STATISTICS_LEAST || s->sudden == s->gradual)
		return NULL;
	return s->sudden > s->gradual ? "form" : "load";
}

/* What the person's own log shows, where it shows anything. */
static void
add_log(struct sheet *sheet, const struct onset_statistics *s,
    const char *likely)
{
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
		    "gradual than sudden", likely);
}

/* All causes, the likely one first. */
static void
add_causes(struct sheet *sheet, const char *likely)
{
	if (likely != NULL)
		add_card(sheet, topic_find(likely));
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (t->kind == TOPIC_CAUSE &&
		    (likely == NULL || strcmp(t->name, likely) != 0))
			add_card(sheet, t);
	}
}

static void
take_record(const struct record *r, void *arg)
{
	statistics_add_onset(arg, r);
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
		struct text *text = page_add(&sheet->page, kinds[kind],
		    PAGE_PLAIN);
		size_t start = text->len;

		for (const struct topic *t = topic_table; t->name != NULL;
		    t++) {
			if (t->kind == (enum topic_kind)kind)
				text_item(text, start, ", ", "%s", t->name);
		}
		text_str(text, ".");
	}
}

static int
list_causes(struct context *ctx)
{
	struct onset_statistics onsets = {.onsets = 0};
	struct episode e;
	const char *likely;
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
	sheet_begin(&sheet, ctx->now);
	likely = likely_cause(&onsets);
	add_unread(&sheet, log.unread);
	add_log(&sheet, &onsets, likely);
	add_causes(&sheet, likely);
	list_topics(&sheet);
	add_disclaimer(&sheet);
	sheet_print(&sheet);
	return status;
}

static int
exec(struct context *ctx, const void *options)
{
	struct text name = TEXT(TOPIC_NAME_MAX);

	(void)options;
	if (ctx->argc == 0)
		return list_causes(ctx);
	/* "dead bug" need not be quoted. */
	for (int i = 0; i < ctx->argc; i++)
		text_item(&name, 0, " ", "%s", ctx->argv[i]);
	if (topic_find(name.buf) == NULL && topic_find(ctx->argv[0]) != NULL) {
		complain("why: one topic at a time");
		return usage_wrong(ctx->command);
	}
	return explain(ctx, name.buf);
}

static struct choice
topic(int i)
{
	const struct topic *t = &topic_table[i];

	return (struct choice){t->name, t->title};
}

const struct command cmd_why = {
	.name = "why",
	.summary = "causes and prevention, or what a term or step means",
	.arguments = "[topic]",
	.most = CMD_ANY,
	.choice = topic,
	.exec = exec
};
