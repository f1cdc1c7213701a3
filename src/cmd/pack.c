#include "pack.h"

#include <err.h>
#include <stdio.h>

#include "../core/say/advice.h"
#include "../core/rules/refusal.h"
#include "../core/time/when.h"
#include "option.h"
#include "output.h"

static enum record_kind
kind_of(const struct pack_wish *w)
{
	return w->treatment == TREATMENT_ICE ? RECORD_ICE : RECORD_HEAT;
}

bool
pack_minutes_fit(const struct pack_wish *w)
{
	return w->minutes >= w->limits->min_minutes &&
	    w->minutes <= w->limits->max_minutes;
}

/* Why not, and when or what instead, in one line. */
static void
explain(const struct recording *rec, const struct pack_wish *w,
    enum refusal refusal, int64_t at, struct text *text)
{
	const struct episode *e = &rec->e;
	const struct pack_track *track = treatment_packs(e, w->treatment);

	switch (refusal) {
	case REFUSAL_NONE:
		break;
	case REFUSAL_CLOSED:
		text_str(text, "no episode is open: begin one with "
		    "\"backcare log\"");
		break;
	case REFUSAL_ALARM:
		text_str(text, "what you reported has to be assessed first");
		break;
	case REFUSAL_SKIN:
		text_str(text, "you reported skin there that should get no "
		    "ice and no heat");
		break;
	case REFUSAL_PHASE:
		if (w->treatment == TREATMENT_HEAT) {
			text_str(text, "moist heat comes after ice, from ");
			text_str(text,
			    when(e->latest.time + TREATMENT_HEAT_AFTER, at).s);
		} else if (at - e->latest.time < TREATMENT_HEAT_AFTER) {
			text_str(text, "for long-standing, stiff pain moist "
			    "heat is the step");
		} else {
			text_str(text, "ice is over, moist heat is the step");
		}
		break;
	case REFUSAL_GAP:
		if (pack_ended(track) > at) {
			text_str(text, "the last pack ends ");
			text_str(text, when_short(pack_ended(track), at).s);
		} else {
			text_str(text, "the last pack ended ");
			text_str(text, span(at - pack_ended(track)).s);
			text_str(text, " ago");
		}
		text_str(text, "; the next may start at ");
		text_str(text, when_short(pack_next(track, at, w->gap), at).s);
		break;
	}
}

/* The advice that takes the place of a pack. */
static void
print_alarm(const struct recording *rec, const struct verdict *v)
{
	struct terminal terminal = terminal_get();
	struct page_view view = output_view(&terminal, rec->ctx->now);
	char buf[ADVICE_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	advice_write(&page, &rec->e, v, &view);
	output_print(&page, &terminal);
	fflush(stdout);
}

static void
warn_too_many(const struct episode *e, const struct pack_wish *w, int64_t at)
{
	if (pack_too_many(treatment_packs(e, w->treatment), w->limits, at))
		warnx("%s: more than %d packs in 24 hours", w->limits->name,
		    w->limits->per_day);
}

int
pack_judge(const struct recording *rec, const struct pack_wish *w, int64_t at)
{
	struct verdict v = verdict_of(&rec->e, at);
	enum refusal refusal = refusal_of(&rec->e, &v, w->treatment, at,
	    w->gap);
	char why[256];
	struct text text;

	if (refusal == REFUSAL_NONE || (w->force && refusal_yields(refusal))) {
		warn_too_many(&rec->e, w, at);
		return CMD_OK;
	}
	if (refusal == REFUSAL_ALARM)
		print_alarm(rec, &v);
	text_init(&text, why, sizeof(why));
	explain(rec, w, refusal, at, &text);
	warnx("%s: %s%s", w->limits->name, why,
	    refusal_yields(refusal) ? "; -F overrides that" : "");
	return CMD_FAILED;
}

static struct record
record_of(const struct pack_wish *w, int64_t start, int minutes)
{
	struct record r;

	record_init(&r);
	r.kind = kind_of(w);
	r.time = start;
	r.minutes = minutes;
	return r;
}

int
pack_store(struct recording *rec, const struct pack_wish *w, int64_t start,
    int minutes)
{
	struct record r = record_of(w, start, minutes);
	int status = recording_needs_open(rec);

	if (status == CMD_OK)
		status = recording_check(rec, &r);
	if (status == CMD_OK)
		status = recording_store(rec, &r, 1);
	return status;
}

/* Warnings about a pack that is over: where it was not the step. */
static void
warn_done(const struct recording *rec, const struct pack_wish *w, int64_t start)
{
	const struct pack_track *track = treatment_packs(&rec->e, w->treatment);
	struct verdict v = verdict_of(&rec->e, start);
	/* The gap looks both ways, as packs are noted in any order. */
	enum refusal refusal = refusal_of(&rec->e, &v, w->treatment,
	    INT64_MAX, 0);
	const struct pack *near = pack_near(track, start, w->minutes, w->gap);
	char words[256];
	struct text text;

	if (!pack_minutes_fit(w))
		warnx("%s: %d minutes: a pack is %d to %d", w->limits->name,
		    w->minutes, w->limits->min_minutes,
		    w->limits->max_minutes);
	text_init(&text, words, sizeof(words));
	if (refusal != REFUSAL_NONE) {
		explain(rec, w, refusal, start, &text);
	} else if (near != NULL && near->start == start) {
		warnx("%s: a pack from that time is noted already; if it is "
		    "the same: \"backcare undo\"", w->limits->name);
	} else if (near != NULL) {
		text_str(&text, "it is too near to the pack of ");
		text_str(&text, when_short(near->start, rec->ctx->now).s);
	}
	/* What was reported need not have been known then. */
	if (text.len > 0)
		warnx("%s: %s%s", w->limits->name, refusal == REFUSAL_NONE ||
		    refusal_yields(refusal) ? "it was not the step then: " : "",
		    words);
	warn_too_many(&rec->e, w, start);
}

static void
confirm_done(const struct recording *rec, const struct pack_wish *w,
    int64_t start)
{
	char said[128];
	struct text text;

	text_init(&text, said, sizeof(said));
	text_str(&text, w->limits->name);
	text_str(&text, ", ");
	text_num(&text, w->minutes);
	text_str(&text, " minutes from ");
	text_str(&text, when_zone(start, rec->ctx->now).s);
	text_char(&text, '.');
	recording_confirm(rec, w->dry ? "Dry run" : "Recorded", said);
}

int
pack_done(struct context *ctx, const struct pack_wish *w)
{
	struct recording rec;
	struct record r;
	int64_t start;
	int status;

	status = option_past("-t", w->when, ctx->now, ctx->now, &start);
	if (status != CMD_OK)
		return status;
	if (start + (int64_t)w->minutes * SPAN_MINUTE > ctx->now) {
		warnx("%s: %d minutes from then are not over yet; nothing "
		    "was recorded", w->limits->name, w->minutes);
		return CMD_FAILED;
	}
	status = recording_open(&rec, ctx, w->dry ? LOG_DRY : LOG_WRITE);
	if (status == CMD_OK)
		status = recording_needs_open(&rec);
	r = record_of(w, start, w->minutes);
	if (status == CMD_OK)
		status = recording_check(&rec, &r);
	if (status != CMD_OK)
		return status;
	recording_warn_early(&rec, &r);
	warn_done(&rec, w, start);
	if (w->dry)
		log_close(&rec.log);
	else
		status = recording_store(&rec, &r, 1);
	if (status == CMD_OK)
		confirm_done(&rec, w, start);
	return status;
}
