#include "recording.h"

#include <err.h>

#include "../core/say/advice.h"
#include "../core/time/when.h"
#include "option.h"
#include "output.h"

const struct recording_time recording_now = {RECORDING_NOW};

void
draft_begin(struct draft *d, enum record_kind kind, int64_t time)
{
	record_init(&d->r);
	d->r.kind = kind;
	d->r.time = time;
	text_init(&d->text, d->buf, sizeof(d->buf));
}

int
draft_note(struct draft *d, const struct context *ctx)
{
	return option_note(ctx, &d->text, &d->r.note);
}

int
recording_open(struct recording *rec, struct context *ctx,
    enum log_access access)
{
	rec->ctx = ctx;
	return reading_open(ctx, access, &rec->log, &rec->e);
}

int
recording_needs_open(struct recording *rec)
{
	char when[64] = "";
	struct text text;

	if (rec->e.open)
		return CMD_OK;
	text_init(&text, when, sizeof(when));
	if (rec->e.ended) {
		text_str(&text, " since ");
		text_str(&text, when_zone(rec->e.end, rec->ctx->now).s);
	}
	warnx("%s: no episode is open%s, so nothing was recorded: %s with "
	    "\"backcare log\"", rec->ctx->command->name, when, rec->e.ended ?
	    "if there is pain again, begin one" : "begin one");
	log_close(&rec->log);
	return CMD_FAILED;
}

/* What to do about a date that does not fit. */
static const char *
remedy(const struct recording *rec, const struct record *r)
{
	return r->time < rec->ctx->now ? "put it in its place" :
	    "mend that date";
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
	text_str(&text, when_zone(r->time, rec->ctx->now).s);
	text_init(&text, other, sizeof(other));
	text_str(&text, when_zone(ended ? e->end : e->newest, rec->ctx->now).s);
	warnx("%s: %s is before the %s of %s, so nothing was recorded: %s "
	    "with \"backcare edit\"",
	    rec->ctx->command->name, mine,
	    ended ? "last end" : record_kinds[e->newest_kind], other,
	    remedy(rec, r));
	log_close(&rec->log);
	return CMD_FAILED;
}

void
recording_warn_early(const struct recording *rec, const struct record *r)
{
	char mine[64], first[64];
	struct text text;

	if (!rec->e.open || r->time >= rec->e.first)
		return;
	text_init(&text, mine, sizeof(mine));
	text_str(&text, when_zone(r->time, rec->ctx->now).s);
	text_init(&text, first, sizeof(first));
	text_str(&text, when_zone(rec->e.first, rec->ctx->now).s);
	warnx("%s: %s is before the pain began (%s); if that is wrong: "
	    "\"backcare undo\"", rec->ctx->command->name, mine, first);
}

void
recording_say_unseen(struct text *text, uint32_t flags)
{
	/* The caution about the skin is nothing to be looked at. */
	uint32_t unseen = flag_at_least(flags, URGENCY_PROMPT);

	if (unseen == 0)
		return;
	text_str(text, " Nobody has looked yet at what you reported: ");
	flag_list(text, unseen);
	text_char(text, '.');
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
	cmd_stored(rec->ctx);
	return recording_pretend(rec, records, count);
}

void
recording_confirm(const struct recording *rec, const char *label,
    const char *said)
{
	struct terminal terminal = terminal_get();
	struct page_view view = output_view(&terminal, rec->ctx->now);
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
	output_print(&page, &terminal);
}

void
recording_alarm(const struct context *ctx, const struct record *r)
{
	struct terminal terminal = terminal_get();
	struct page_view view = output_view(&terminal, ctx->now);
	char buf[ADVICE_MAX];
	struct record dated = *r;
	struct page page;
	struct episode e;
	struct verdict v;

	if (r->time == RECORDING_NOW)
		dated.time = ctx->now;
	episode_init(&e);
	(void)episode_add(&e, &dated);
	v = verdict_of(&e, ctx->now);
	if (!advice_is_alarm(&v))
		return;
	page_init(&page, buf, sizeof(buf));
	advice_write(&page, &e, &v, &view);
	output_print(&page, &terminal);
}
