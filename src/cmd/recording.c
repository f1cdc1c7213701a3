#include "recording.h"

#include <err.h>
#include <signal.h>
#include <unistd.h>

#include "../core/advice.h"
#include "../core/when.h"
#include "option.h"
#include "screen.h"

int
draft_begin(struct draft *d, struct context *ctx, enum record_kind kind,
    int argc, char **argv)
{
	const char *when = NULL;
	int c;

	record_init(&d->r);
	d->r.kind = kind;
	text_init(&d->text, d->buf, sizeof(d->buf));
	while ((c = getopt(argc, argv, CMD_OPTIONS("t:"))) != -1) {
		if (c != 't')
			return cmd_bad_option(record_kinds[kind], c);
		when = optarg;
	}
	d->r.time = RECORDING_NOW;
	return when == NULL ? CMD_OK :
	    option_past("-t", when, ctx->now, ctx->now, &d->r.time);
}

int
draft_note(struct draft *d, char **words)
{
	return option_note(words, &d->text, &d->r.note);
}

int
recording_open(struct recording *rec, struct context *ctx,
    enum log_access access)
{
	rec->ctx = ctx;
	return reading_open(ctx, access, &rec->log, &rec->e);
}

int
recording_needs_open(struct recording *rec, enum record_kind kind)
{
	if (rec->e.open)
		return CMD_OK;
	warnx("%s: no episode is open, so nothing was recorded: begin one "
	    "with \"backcare log\"", record_kinds[kind]);
	log_close(&rec->log);
	return CMD_FAILED;
}

int
recording_check(struct recording *rec, struct record *r)
{
	const struct episode *e = &rec->e;
	char mine[64], other[64];
	struct text text;
	bool ended;

	if (r->time == RECORDING_NOW)
		r->time = rec->ctx->now;
	if (episode_refuses(e, r) == NULL)
		return CMD_OK;
	ended = e->ended && r->time < e->end;
	text_init(&text, mine, sizeof(mine));
	when_text_zone(&text, r->time, rec->ctx->now);
	text_init(&text, other, sizeof(other));
	when_text_zone(&text, ended ? e->end : e->newest, rec->ctx->now);
	warnx("%s: %s is before the %s of %s, so nothing was recorded",
	    r->kind == RECORD_ONSET ? "log" : record_kinds[r->kind], mine,
	    ended ? "last end" : record_kinds[e->newest_kind], other);
	log_close(&rec->log);
	return CMD_FAILED;
}

int
recording_pretend(struct recording *rec, const struct record *records,
    int count)
{
	for (int i = 0; i < count; i++)
		episode_add(&rec->e, &records[i]);
	log_close(&rec->log);
	return CMD_OK;
}

int
recording_store(struct recording *rec, const struct record *records,
    int count)
{
	char buf[3 * (RECORD_MAX + 1)];
	struct text text;
	size_t before;

	text_init(&text, buf, sizeof(buf));
	for (int i = 0; i < count; i++) {
		before = text.len;
		record_write(&text, &records[i]);
		if (text.len - before > RECORD_MAX + 1) {
			warnx("too long: a line of the log holds %d bytes; "
			    "nothing was recorded", RECORD_MAX);
			log_close(&rec->log);
			return CMD_FAILED;
		}
	}
	if (log_append(&rec->log, buf, text.len) == -1) {
		log_close(&rec->log);
		return CMD_FAILED;
	}
	/* From here on nothing may make it look undone. */
	rec->ctx->stored = true;
	signal(SIGPIPE, SIG_IGN);
	return recording_pretend(rec, records, count);
}

void
recording_confirm(const struct recording *rec, const char *label,
    const char *said)
{
	struct terminal terminal = terminal_get();
	struct page_view view = screen_view(&terminal, rec->ctx->now);
	struct verdict v = verdict_of(&rec->e, rec->ctx->now);
	char buf[ADVICE_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	if (advice_is_alarm(&v))
		advice_step(&page, &rec->e, &v, &view);
	text_str(page_add(&page, label, PAGE_PLAIN), said);
	if (!advice_is_alarm(&v))
		advice_step(&page, &rec->e, &v, &view);
	page_close(&page);
	screen_print(&page, &terminal);
}

void
recording_alarm(const struct context *ctx, const struct record *r)
{
	struct terminal terminal = terminal_get();
	struct page_view view = screen_view(&terminal, ctx->now);
	char buf[ADVICE_MAX];
	struct page page;
	struct episode e;
	struct verdict v;

	episode_init(&e);
	(void)episode_add(&e, r);
	v = verdict_of(&e, ctx->now);
	if (!advice_is_alarm(&v))
		return;
	page_init(&page, buf, sizeof(buf));
	advice_write(&page, &e, &v, &view);
	screen_print(&page, &terminal);
}
