#include "pack.h"

#include <err.h>
#include <stdio.h>
#include <unistd.h>

#include "../core/advice.h"
#include "../core/permit.h"
#include "../core/when.h"
#include "option.h"
#include "rounds.h"
#include "screen.h"

#define MOST_PACKS 8		/* -c */
#define DONE_MOST_MINUTES 60	/* -m with -t */

static int
parse_options(struct pack_wish *w, const char *optstring, int argc, char **argv)
{
	int c, status = CMD_OK;

	while (status == CMD_OK && (c = getopt(argc, argv, optstring)) != -1) {
		switch (c) {
		case 'F':
			w->force = true;
			break;
		case 'n':
			w->dry = true;
			break;
		case 'm':
			status = option_number("-m", optarg, 1,
			    DONE_MOST_MINUTES, &w->minutes);
			break;
		case 'c':
			status = option_number("-c", optarg, 1, MOST_PACKS,
			    &w->count);
			break;
		case 'g':
			status = option_gap("-g", optarg, &w->gap);
			break;
		case 't':
			w->when = optarg;
			break;
		default:
			return cmd_bad_option(w->limits->name, c);
		}
	}
	if (status == CMD_OK && argc > optind) {
		warnx("%s: it takes no arguments", w->limits->name);
		return cmd_usage(w->limits->name);
	}
	if (status == CMD_OK && w->when != NULL && w->count > 1) {
		warnx("%s: -t is for one pack already done, -c for packs to "
		    "come", w->limits->name);
		return cmd_usage(w->limits->name);
	}
	return status;
}

static enum record_kind
kind_of(const struct pack_wish *w)
{
	return w->treatment == TREATMENT_ICE ? RECORD_ICE : RECORD_HEAT;
}

static bool
minutes_fit(const struct pack_wish *w)
{
	return w->minutes >= w->limits->min_minutes &&
	    w->minutes <= w->limits->max_minutes;
}

/* Why not, and when or what instead, in one line. */
static void
explain(const struct recording *rec, const struct pack_wish *w,
    enum permit permit, int64_t at, struct text *text)
{
	const struct episode *e = &rec->e;
	const struct pack_track *track = permit_track(e, w->treatment);

	switch (permit) {
	case PERMIT_YES:
		break;
	case PERMIT_CLOSED:
		text_str(text, "no episode is open: begin one with "
		    "\"backcare log\"");
		break;
	case PERMIT_ALARM:
		text_str(text, "what you reported has to be assessed first");
		break;
	case PERMIT_SKIN:
		text_str(text, "you reported skin there that should get no "
		    "ice and no heat");
		break;
	case PERMIT_PHASE:
		if (w->treatment == TREATMENT_HEAT) {
			text_str(text, "moist heat comes after ice, from ");
			when_text(text, e->latest.time + PHASE_HEAT_AFTER, at);
		} else if (at - e->latest.time < PHASE_HEAT_AFTER) {
			text_str(text, "for long-standing, stiff pain moist "
			    "heat is the step");
		} else {
			text_str(text, "ice is over, moist heat is the step");
		}
		break;
	case PERMIT_GAP:
		if (pack_ended(track) > at) {
			text_str(text, "the last pack ends ");
			when_text_short(text, pack_ended(track), at);
		} else {
			text_str(text, "the last pack ended ");
			span_text(text, at - pack_ended(track));
			text_str(text, " ago");
		}
		text_str(text, "; the next may start at ");
		when_text_short(text, pack_next(track, at, w->gap), at);
		break;
	}
}

/* The advice that takes the place of a pack. */
static void
print_alarm(const struct recording *rec, const struct verdict *v)
{
	struct terminal terminal = terminal_get();
	struct page_view view = screen_view(&terminal, rec->ctx->now);
	char buf[ADVICE_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	advice_write(&page, &rec->e, v, &view);
	screen_print(&page, &terminal);
	fflush(stdout);
}

static void
warn_too_many(const struct episode *e, const struct pack_wish *w, int64_t at)
{
	if (pack_too_many(permit_track(e, w->treatment), w->limits, at))
		warnx("%s: more than %d packs in 24 hours", w->limits->name,
		    w->limits->per_day);
}

int
pack_judge(const struct recording *rec, const struct pack_wish *w, int64_t at)
{
	struct verdict v = verdict_of(&rec->e, at);
	enum permit permit = permit_pack(&rec->e, &v, w->treatment, at,
	    w->gap);
	char why[256];
	struct text text;

	if (permit == PERMIT_YES || (w->force && permit_yields(permit))) {
		warn_too_many(&rec->e, w, at);
		return CMD_OK;
	}
	if (permit == PERMIT_ALARM)
		print_alarm(rec, &v);
	text_init(&text, why, sizeof(why));
	explain(rec, w, permit, at, &text);
	warnx("%s: %s%s", w->limits->name, why,
	    permit_yields(permit) ? "; -F overrides that" : "");
	return CMD_FAILED;
}

static int
judge_minutes(const struct pack_wish *w)
{
	if (minutes_fit(w))
		return CMD_OK;
	warnx("%s: -m %d: a pack is %d to %d minutes", w->limits->name,
	    w->minutes, w->limits->min_minutes, w->limits->max_minutes);
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
	int status = recording_needs_open(rec, r.kind);

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
	const struct pack_track *track = permit_track(&rec->e, w->treatment);
	struct verdict v = verdict_of(&rec->e, start);
	/* The gap looks both ways, as packs are noted in any order. */
	enum permit permit = permit_pack(&rec->e, &v, w->treatment,
	    INT64_MAX, 0);
	const struct pack *near = pack_near(track, start, w->minutes, w->gap);
	char words[256];
	struct text text;

	if (!minutes_fit(w))
		warnx("%s: %d minutes: a pack is %d to %d", w->limits->name,
		    w->minutes, w->limits->min_minutes,
		    w->limits->max_minutes);
	text_init(&text, words, sizeof(words));
	if (permit != PERMIT_YES) {
		explain(rec, w, permit, start, &text);
	} else if (near != NULL) {
		text_str(&text, "it is too near to the pack of ");
		when_text_short(&text, near->start, rec->ctx->now);
	}
	if (text.len > 0)
		warnx("%s: it was not the step then: %s", w->limits->name,
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
	when_text_zone(&text, start, rec->ctx->now);
	text_char(&text, '.');
	recording_confirm(rec, w->dry ? "Dry run" : "Recorded", said);
}

/* -t: what was done is recorded, and a warning says where it was wrong. */
static int
record_done(struct context *ctx, const struct pack_wish *w)
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
	status = recording_open(&rec, ctx, w->dry ? LOG_READ : LOG_WRITE);
	if (status == CMD_OK)
		status = recording_needs_open(&rec, kind_of(w));
	r = record_of(w, start, w->minutes);
	if (status == CMD_OK)
		status = recording_check(&rec, &r);
	if (status != CMD_OK)
		return status;
	warn_done(&rec, w, start);
	if (w->dry)
		log_close(&rec.log);
	else
		status = recording_store(&rec, &r, 1);
	if (status == CMD_OK)
		confirm_done(&rec, w, start);
	return status;
}

/* -n: the times that a run would use; each pack counts for those after it. */
static int
print_times(struct recording *rec, const struct pack_wish *w)
{
	struct pack_track *track = w->treatment == TREATMENT_ICE ?
	    &rec->e.ice : &rec->e.heat;
	int64_t at = rec->ctx->now;
	char buf[160];
	struct text text;

	for (int round = 1; round <= w->count; round++) {
		if (round > 1 && pack_judge(rec, w, at) != CMD_OK)
			return CMD_FAILED;
		pack_add(track, at, w->minutes);
		text_init(&text, buf, sizeof(buf));
		text_str(&text, w->limits->title);
		text_char(&text, ' ');
		text_num(&text, round);
		text_str(&text, " of ");
		text_num(&text, w->count);
		text_str(&text, ": on ");
		when_text_short(&text, at, rec->ctx->now);
		at += (int64_t)w->minutes * SPAN_MINUTE;
		text_str(&text, ", off ");
		when_text_short(&text, at, rec->ctx->now);
		puts(buf);
		at += w->gap;
	}
	return CMD_OK;
}

int
pack_run(struct context *ctx, enum treatment treatment, const char *optstring,
    int argc, char **argv)
{
	const struct pack_limits *limits = permit_limits(treatment);
	struct pack_wish w = {treatment, limits, false, false, NULL,
	    limits->default_minutes, 1, limits->gap};
	struct recording rec;
	int status;

	status = parse_options(&w, optstring, argc, argv);
	if (status != CMD_OK)
		return status;
	if (w.when != NULL)
		return record_done(ctx, &w);
	status = judge_minutes(&w);
	if (status == CMD_OK)
		status = recording_open(&rec, ctx, LOG_READ);
	if (status != CMD_OK)
		return status;
	log_close(&rec.log);
	status = pack_judge(&rec, &w, ctx->now);
	if (status != CMD_OK)
		return status;
	return w.dry ? print_times(&rec, &w) : rounds_run(ctx, &w);
}
