#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/advice.h"
#include "../core/escape.h"
#include "../core/suggest.h"
#include "../core/tally.h"
#include "../core/topic.h"
#include "reading.h"
#include "screen.h"

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
	r->view = screen_view(&r->terminal, now);
	page_init(&r->page, r->buf, sizeof(r->buf));
}

static void
print(struct reading *r)
{
	page_close(&r->page);
	screen_print(&r->page, &r->terminal);
}

static void
add_line(struct reading *r, const char *label, const struct topic_line *line)
{
	struct text *text = page_add(&r->page, label, PAGE_PLAIN);

	text_str(text, line->text);
	if (line->evidence != EVIDENCE_NONE) {
		text_str(text, " (evidence: ");
		text_str(text, words_evidence(line->evidence));
		text_char(text, ')');
	}
}

static void
add_disclaimer(struct reading *r)
{
	words_put(page_add(&r->page, NULL, PAGE_PLAIN), WORDS_DISCLAIMER,
	    false);
}

static void
add_topic(struct reading *r, const struct topic *topic)
{
	text_str(page_add(&r->page, NULL, PAGE_HEADLINE), topic->title);
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].label != NULL; i++)
		add_line(r, topic->lines[i].label, &topic->lines[i]);
}

/* Of a cause, in the list of them: what it is, and what to try. */
static void
add_card(struct reading *r, const struct topic *topic)
{
	const struct topic_line *lines = topic->lines;

	struct text *text = page_add(&r->page, NULL, PAGE_HEADLINE);

	text_str(text, topic->title);
	text_str(text, " (");
	text_str(text, topic->name);
	text_char(text, ')');
	add_line(r, lines[0].label, &lines[0]);
	for (int i = 1; i < TOPIC_LINES && lines[i].label != NULL; i++) {
		if (strcmp(lines[i].label, "Try") == 0)
			add_line(r, lines[i].label, &lines[i]);
	}
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
 * how to care for it oneself.  Returns an exit status; *alarm tells.
 */
static int
print_alarm(struct context *ctx, bool *alarm)
{
	struct reading r;
	struct episode e;
	struct verdict v;
	int bad;

	*alarm = false;
	if (reading_fold(ctx, LOG_READ, &e, &bad) != CMD_OK)
		return CMD_FAILED;
	v = verdict_of(&e, ctx->now);
	*alarm = advice_is_alarm(&v);
	if (*alarm) {
		begin(&r, ctx->now);
		advice_write(&r.page, &e, &v, &r.view);
		print(&r);
	}
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
	if (topic->care)
		status = print_alarm(ctx, &alarm);
	if (alarm)
		return status;
	begin(&r, ctx->now);
	add_topic(&r, topic);
	add_disclaimer(&r);
	print(&r);
	return status;
}

static void
put_count(struct text *text, int count, const char *what)
{
	text_num(text, count, 0);
	text_char(text, ' ');
	text_str(text, what);
}

static void
put_exercise(struct text *text, const struct tally_name *most, bool utf8)
{
	char name[TALLY_NAME_MAX];
	size_t len = escape_decode(slice_of(most->name), name);

	put_count(text, most->count, "of them after ");
	escape_put(text, name, len, utf8 ? ESCAPE_SHOW : ESCAPE_ASCII);
	text_str(text, ". ");
}

/* What the person's own log shows, where it shows anything. */
static void
add_tally(struct reading *r, const struct tally *t)
{
	const struct tally_name *most = tally_most(t);
	struct text *text;

	if (t->onsets == 0)
		return;
	text = page_add(&r->page, "Your log", PAGE_PLAIN);
	put_count(text, t->onsets, t->onsets == 1 ? "onset. " : "onsets. ");
	if (most != NULL)
		put_exercise(text, most, r->terminal.utf8);
	if (t->sudden + t->gradual > 0) {
		put_count(text, t->sudden, "sudden, ");
		put_count(text, t->gradual, "gradual. ");
	}
	if (t->has_earlier) {
		text_str(text, "The last session came ");
		span_text(text, t->session - t->earlier);
		text_str(text, " after the one before it. ");
	}
	text_str(text, t->onsets < ONSETS_TO_SAY ?
	    "That is too few to tell what brings it on." :
	    t->sudden > t->gradual ? "Begin with \"form\" below." :
	    "Begin with \"load\" below.");
}

static void
take_record(const struct record *r, void *tally)
{
	tally_add(tally, r);
}

static void
list_topics(struct reading *r)
{
	struct text *text = page_add(&r->page, "More", PAGE_PLAIN);

	text_str(text, "`backcare why TOPIC`, one of:");
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		text_char(text, ' ');
		text_str(text, t->name);
	}
}

static int
list_causes(struct context *ctx)
{
	struct reading r;
	struct tally tally;
	struct log log;
	bool alarm;
	int status;

	status = print_alarm(ctx, &alarm);
	if (alarm)
		return status;
	if (log_open(&log, ctx->log, ctx->ours, LOG_READ) == -1)
		return CMD_FAILED;
	tally_init(&tally);
	status = log_each(&log, take_record, &tally) == -1 || log.bad > 0 ?
	    CMD_FAILED : CMD_OK;
	log_close(&log);
	begin(&r, ctx->now);
	add_tally(&r, &tally);
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (t->cause)
			add_card(&r, t);
	}
	list_topics(&r);
	add_disclaimer(&r);
	print(&r);
	return status;
}

int
cmd_why(struct context *ctx, int argc, char **argv)
{
	int c = getopt(argc, argv, "+:");

	if (c != -1)
		return cmd_bad_option("why", c);
	if (argc - optind > 1) {
		warnx("why: one topic at a time");
		return cmd_usage("why");
	}
	return argc == optind ? list_causes(ctx) : explain(ctx, argv[optind]);
}
