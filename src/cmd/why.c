#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/say/advice.h"
#include "../core/text/escape.h"
#include "../core/text/suggest.h"
#include "../core/say/statistics.h"
#include "../core/say/topic.h"
#include "reading.h"
#include "output.h"

/* From so many onsets on they are said to show something. */
#define ONSETS_TO_SAY 3

struct reading {
	struct terminal terminal;
	struct page_view view;
	struct page page;
	char buf[ADVICE_MAX];
};

static void
begin(struct reading *r, int64_t now)
{
	r->terminal = terminal_get();
	r->view = output_view(&r->terminal, now);
	page_init(&r->page, r->buf, sizeof(r->buf));
}

static void
print(struct reading *r)
{
	page_close(&r->page);
	output_print(&r->page, &r->terminal);
}

static void
add_line(struct reading *r, const char *label, const struct topic_line *line)
{
	struct text *text = page_add(&r->page, label, PAGE_PLAIN);

	text_str(text, line->text);
	if (line->evidence != EVIDENCE_NONE) {
		text_str(text, " (evidence: ");
		text_str(text, sentence_evidence(line->evidence));
		text_char(text, ')');
	}
}

static void
add_disclaimer(struct reading *r)
{
	sentence_put(page_add(&r->page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER,
	    false);
}

static void
add_topic(struct reading *r, const struct topic *topic)
{
	text_str(page_add(&r->page, NULL, PAGE_HEADLINE), topic->title);
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].label != NULL; i++)
		add_line(r, topic->lines[i].label, &topic->lines[i]);
}

static const struct topic_line *
find_line(const struct topic *topic, const char *label)
{
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].label != NULL; i++) {
		if (strcmp(topic->lines[i].label, label) == 0)
			return &topic->lines[i];
	}
	return NULL;
}

/* Of a cause, in the list of them: what it is, and what to try. */
static void
add_card(struct reading *r, const struct topic *topic)
{
	const struct topic_line *proof = find_line(topic, "Proof");
	const struct topic_line *attempt = find_line(topic, "Try");
	struct text *text = page_add(&r->page, NULL, PAGE_HEADLINE);

	text_str(text, topic->title);
	text_str(text, " (");
	text_str(text, topic->name);
	if (proof != NULL) {
		text_str(text, "; evidence: ");
		text_str(text, sentence_evidence(proof->evidence));
	}
	text_char(text, ')');
	text_str(page_add(&r->page, topic->lines[0].label, PAGE_PLAIN),
	    topic->lines[0].text);
	if (attempt != NULL)
		text_str(page_add(&r->page, attempt->label, PAGE_PLAIN),
		    attempt->text);
}

static int
unknown_topic(const char *name)
{
	char shown[TERMINAL_SHOWN];
	const char *nearest = NULL;

	for (const struct topic *t = topic_table; t->name != NULL; t++)
		suggest_consider(name, t->name, &nearest);
	terminal_show_word(shown, name);
	if (nearest != NULL)
		warnx("why: \"%s\": no such topic; did you mean \"%s\"?",
		    shown, nearest);
	else
		warnx("why: \"%s\": no such topic; \"backcare why\" lists "
		    "them", shown);
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
	struct reading r;

	if (!advice_is_alarm(&v))
		return false;
	begin(&r, ctx->now);
	advice_write(&r.page, e, &v, &r.view);
	print(&r);
	return true;
}

/* Prints an alarm, if there is one.  Returns an exit status. */
static int
look_first(struct context *ctx, bool *alarm)
{
	struct episode e;
	int bad;

	*alarm = false;
	if (reading_fold(ctx, LOG_READ, &e, &bad) != CMD_OK)
		return CMD_FAILED;
	*alarm = print_alarm(ctx, &e);
	return bad > 0 ? CMD_FAILED : CMD_OK;
}

static int
explain(struct context *ctx, const char *name)
{
	const struct topic *topic = topic_find(name);
	struct reading r;
	bool alarm = false;
	int status = CMD_OK;

	if (topic == NULL)
		return unknown_topic(name);
	/* A cause says what to do in training, which then is not the step. */
	if (topic->care || topic->cause)
		status = look_first(ctx, &alarm);
	if (alarm)
		return status;
	begin(&r, ctx->now);
	add_topic(&r, topic);
	add_disclaimer(&r);
	print(&r);
	return status;
}

/* One thing that some of the onsets have in common. */
static void
put_share(struct text *text, int count, const struct onset_statistics *t)
{
	text_str(text, text->buf[text->len - 1] == ':' ? " " : ", ");
	if (t->onsets > 1) {
		text_num(text, count);
		text_char(text, ' ');
	}
}

static void
put_exercise(struct text *text, const struct onset_statistics *t, bool utf8)
{
	const struct exercise_count *most =
	    statistics_most(&t->exercises);

	if (most == NULL)
		return;
	put_share(text, most->count, t);
	text_str(text, "after ");
	escape_show(text, slice_of(most->name), utf8);
}

/* "Pain began 3 times: 2 after deadlift, 1 sudden, 2 gradual." */
static void
put_onsets(struct text *text, const struct onset_statistics *t, bool utf8)
{
	text_str(text, "Pain began ");
	if (t->onsets == 1) {
		text_str(text, "once");
	} else {
		text_num(text, t->onsets);
		text_str(text, " times");
	}
	if (t->exercises.known > 0 || t->sudden + t->gradual > 0)
		text_char(text, ':');
	put_exercise(text, t, utf8);
	if (t->sudden > 0) {
		put_share(text, t->sudden, t);
		text_str(text, "sudden");
	}
	if (t->gradual > 0) {
		put_share(text, t->gradual, t);
		text_str(text, "gradual");
	}
	text_char(text, '.');
}

/* The cause to look at first; NULL where the log does not tell. */
static const char *
likely_cause(const struct onset_statistics *t)
{
	if (t->onsets < ONSETS_TO_SAY || t->sudden == t->gradual)
		return NULL;
	return t->sudden > t->gradual ? "form" : "load";
}

/* What the person's own log shows, where it shows anything. */
static void
add_tally(struct reading *r, const struct onset_statistics *t, const char *likely)
{
	struct text *text;

	if (t->onsets == 0)
		return;
	text = page_add(&r->page, "Your log", PAGE_PLAIN);
	put_onsets(text, t, r->terminal.utf8);
	if (t->has_earlier) {
		text_str(text, " The last two sessions that it names are ");
		text_str(text, span(t->session - t->earlier).s);
		text_str(text, " apart.");
	}
	if (t->onsets < ONSETS_TO_SAY) {
		text_str(text, " That is too few to tell what brings it on.");
	} else if (likely != NULL) {
		text_str(text, t->sudden > t->gradual ?
		    " More were sudden than gradual" :
		    " More were gradual than sudden");
		text_str(text, ", so look first at ");
		text_str(text, likely);
		text_char(text, '.');
	}
}

/* All causes, the likely one first. */
static void
add_causes(struct reading *r, const char *likely)
{
	if (likely != NULL)
		add_card(r, topic_find(likely));
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (t->cause &&
		    (likely == NULL || strcmp(t->name, likely) != 0))
			add_card(r, t);
	}
}

static void
take_record(const struct record *r, void *arg)
{
	statistics_add_onset(arg, r);
}

static void
list_topics(struct reading *r)
{
	struct text *text = page_add(&r->page, "More", PAGE_PLAIN);

	text_str(text, "`backcare why TOPIC`, one of ");
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (t != topic_table)
			text_str(text, ", ");
		text_str(text, t->name);
	}
	text_char(text, '.');
}

static int
list_causes(struct context *ctx)
{
	struct onset_statistics tally = {.onsets = 0};
	struct episode e;
	const char *likely;
	struct reading r;
	int bad, status;

	if (reading_each(ctx, &e, take_record, &tally, &bad) != CMD_OK)
		return CMD_FAILED;
	status = bad > 0 ? CMD_FAILED : CMD_OK;
	if (print_alarm(ctx, &e))
		return status;
	begin(&r, ctx->now);
	likely = likely_cause(&tally);
	add_tally(&r, &tally, likely);
	add_causes(&r, likely);
	list_topics(&r);
	add_disclaimer(&r);
	print(&r);
	return status;
}

static int
exec(struct context *ctx, const void *options)
{
	(void)options;
	return ctx->argc == 0 ? list_causes(ctx) : explain(ctx, ctx->argv[0]);
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
	.most = 1,
	.refusal = "one topic at a time",
	.choice = topic,
	.exec = exec
};
