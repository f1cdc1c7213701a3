#include "treat.h"

#include <err.h>
#include <stdio.h>

#include "../core/rules/refusal.h"
#include "../core/time/when.h"
#include "pack.h"
#include "rounds.h"
#include "usage.h"

static int
judge_minutes(const struct pack_wish *w)
{
	if (pack_minutes_fit(w))
		return CMD_OK;
	warnx("%s: -m %d: a pack is %d to %d minutes", w->limits->name,
	    w->minutes, w->limits->min_minutes, w->limits->max_minutes);
	return CMD_FAILED;
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
		text_str(&text, when_short(at, rec->ctx->now).s);
		at += (int64_t)w->minutes * SPAN_MINUTE;
		text_str(&text, ", off ");
		text_str(&text, when_short(at, rec->ctx->now).s);
		puts(buf);
		at += w->gap;
	}
	return CMD_OK;
}

int
treat_run(struct context *ctx, enum treatment treatment,
    const struct treat_options *o)
{
	const struct pack_limits *limits = treatment_limits(treatment);
	struct pack_wish w = {treatment, limits, o->force, o->dry, o->when,
	    o->minutes != 0 ? o->minutes : limits->default_minutes,
	    o->count != 0 ? o->count : 1, o->gap != 0 ? o->gap : limits->gap};
	struct recording rec;
	int status;

	if (w.when != NULL && w.count > 1) {
		warnx("%s: -t is for one pack already done, -c for packs to "
		    "come", limits->name);
		return usage_wrong(ctx->command);
	}
	if (w.when != NULL)
		return pack_done(ctx, &w);
	status = judge_minutes(&w);
	if (status == CMD_OK)
		status = recording_open(&rec, ctx, LOG_DRY);
	if (status != CMD_OK)
		return status;
	log_close(&rec.log);
	status = pack_judge(&rec, &w, ctx->now);
	if (status != CMD_OK)
		return status;
	return w.dry ? print_times(&rec, &w) : rounds_run(ctx, &w);
}
