/* The commands ice and heat. */
#include <stdio.h>

#include "../core/say/advice.h"
#include "../core/time/when.h"
#include "ice_pack.h"
#include "../ui/confirm.h"
#include "../ui/interview.h"
#include "../ui/option.h"
#include "../ui/output.h"
#include "../ui/tell.h"

#define MOST_PACKS 8	/* -c */
#define MOST_MINUTES 60	/* -m, for a pack already done */

/* What heat knows of these, and ice. */
struct options {
	struct apply apply;
	bool dry;
	const char *when;	/* -t, or NULL */
};

/* -n: the times that a run would use; each pack counts for those after it. */
static int
print_times(struct logbook *book, struct apply *a)
{
	struct pack_track *track = &book->e.packs[a->treatment];
	int64_t now = book->ctx->now, on = now, off;

	for (int round = 1; round <= a->count; round++) {
		if (round > 1 && apply_judge(book, a, on) != CMD_OK)
			return CMD_FAILED;
		pack_add(track, on, a->minutes);
		off = on + (int64_t)a->minutes * SPAN_MINUTE;
		printf("%s %d of %d: on %s, off %s\n", a->limits->title,
		    round, a->count, when_short(on, now).s,
		    when_short(off, now).s);
		on = apply_awake(a, off + a->gap);
	}
	return CMD_OK;
}

/* -t: a pack that is over by now, with warnings where it was not the step. */
static int
record_done(struct context *ctx, struct apply *a, const struct options *o)
{
	struct text said = TEXT(128);
	struct logbook book;
	struct record r;
	int64_t start;
	int status = option_past("-t", o->when, ctx->now, ctx->now, &start);

	if (status != CMD_OK)
		return status;
	if (start + (int64_t)a->minutes * SPAN_MINUTE > ctx->now) {
		complain("%s: %d minutes from then are not over yet; nothing "
		    "was recorded", a->limits->name, a->minutes);
		return CMD_FAILED;
	}
	r = apply_record(a, start, a->minutes);
	if (logbook_open(&book, ctx, o->dry ? LOG_DRY : LOG_WRITE) != CMD_OK)
		return CMD_FAILED;
	status = logbook_check(&book, &r);
	if (status == CMD_OK) {
		apply_warn_done(&book, a, start);
		if (o->dry)
			logbook_pretend(&book, &r, 1);
		else
			status = logbook_store(&book, &r, 1);
	}
	logbook_close(&book);
	if (status != CMD_OK)
		return status;
	confirm_early(&book, &r);
	text_fmt(&said, "%s, %d minutes from %s.", a->limits->name,
	    a->minutes, when_zone(start, ctx->now).s);
	confirm_print(&book, &r, o->dry ? "Dry run" : "Recorded", said.buf);
	return CMD_OK;
}

static void
confirm_onset(const struct logbook *book, const struct record *onset)
{
	output_say("Recorded: the pain began %s.",
	    when_zone(onset->time, book->ctx->now).s);
}

/* The pain that the pack is for, where none is known. */
static int
ask_onset(struct talk *t, struct logbook *book, bool dry)
{
	const struct episode *e = &book->e;
	struct record onset;
	int status = CMD_OK;

	record_init(&onset);
	onset.kind = RECORD_ONSET;
	output_say("No pain is noted now, so this first.");
	describe_began(t, book->ctx->now, e->ended ? e->end : INT64_MIN,
	    &onset.time);
	if (t->cut) {
		complain("%s: nothing was recorded and nothing started",
		    book->ctx->command->name);
		return CMD_FAILED;
	}
	if (!dry)
		status = logbook_add(book->ctx, LOG_CREATE, &onset,
		    confirm_onset);
	logbook_pretend(book, &onset, 1);
	return status;
}

/* Asks what has to be known before a pack, as far as the person has a say. */
static int
ask(struct logbook *book, struct apply *a, bool dry)
{
	struct verdict v = verdict_of(&book->e, book->ctx->now);
	struct text text = TEXT(192);
	const struct question go_on = {text.buf, TALK_ENTER_IS_NO, "With a red "
	    "flag a pack can be wrong. `backcare edit` shows the lines.",
	    false};
	struct signals signals;
	struct talk talk;
	int status = CMD_OK;

	/* An alarm has the first word, and then there is no pack. */
	if (advice_is_alarm(&v) || !terminal_is_interactive() ||
	    (book->e.unread == 0 && book->e.open))
		return CMD_OK;
	if (talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	a->unread = book->e.unread;
	text_fmt(&text, "%d line%s of the log could not be read, and a red "
	    "flag may stand there. Go on all the same?", a->unread,
	    a->unread == 1 ? "" : "s");
	if (a->unread > 0 && talk_yes(&talk, &go_on) != ANSWER_YES) {
		complain("%s: nothing was started; mend the log first: "
		    "\"backcare edit\"", a->limits->name);
		status = CMD_FAILED;
	}
	if (status == CMD_OK && !book->e.open)
		status = ask_onset(&talk, book, dry);
	talk_close(&talk);
	return status;
}

/* Runs the timer, or prints the times that it would use. */
static int
begin(struct context *ctx, struct apply *a, bool dry)
{
	struct logbook book;
	struct verdict v;
	struct sheet sheet;

	if (!apply_minutes_fit(a)) {
		complain("%s: -m %d: a pack is %d to %d minutes",
		    a->limits->name, a->minutes, a->limits->min_minutes,
		    a->limits->max_minutes);
		return CMD_FAILED;
	}
	if (logbook_read(&book, ctx, LOG_DRY) != CMD_OK ||
	    ask(&book, a, dry) != CMD_OK)
		return CMD_FAILED;
	v = verdict_of(&book.e, ctx->now);
	/* What comes before a pack, as before any step. */
	if (!advice_is_alarm(&v)) {
		sheet_begin(&sheet, ctx->now);
		advice_pack(&sheet.page, &book.e, &v, &sheet.view);
		sheet_print(&sheet);
		fflush(stdout);
	}
	if (apply_judge(&book, a, ctx->now) != CMD_OK)
		return CMD_FAILED;
	return dry ? print_times(&book, a) : apply_run(ctx, a, v);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct apply a = o->apply;

	a.limits = &pack_limits[a.treatment];
	if (a.minutes == 0)
		a.minutes = a.limits->default_minutes;
	if (a.gap == 0)
		a.gap = a.limits->gap;
	a.waking = hours_default;
	if (o->when != NULL && (a.count > 1 || a.command != NULL)) {
		complain(a.count > 1 ? "%s: -t is for one pack already done, "
		    "-c for packs to come" : "%s: -t is for one pack already "
		    "done, -e for the end of packs to come", a.limits->name);
		return usage_wrong(ctx->command);
	}
	if (o->when != NULL)
		return record_done(ctx, &a, o);
	if (a.command != NULL && (tell_check(a.command) != CMD_OK ||
	    tell_parse(a.command) != CMD_OK))
		return CMD_USAGE;
	if (option_waking(NULL, &a.waking) != CMD_OK)
		return CMD_USAGE;
	return begin(ctx, &a, o->dry);
}

#define FORCE {'F', "force", NULL, "though it is not the step, or too soon", \
    INTO(apply.force)}
#define DRY {'n', "dry-run", NULL, "only print the times it would use", \
    INTO(dry)}
#define MINUTES {'m', "minutes", "min", "how long the pack stays on", \
    INTO(apply.minutes), .least = 1, .most = MOST_MINUTES}
#define EXEC {'e', "exec", "command", "run it when a pack or a gap is over", \
    INTO(apply.command)}
#define WHEN {'t', "when", "when", "record one already done, that began then", \
    INTO(when)}

static const struct option_row ice_options[] = {
	FORCE,
	DRY,
	MINUTES,
	{'c', "count", "count", "so many packs, with the gap between them",
	    INTO(apply.count), .least = 1, .most = MOST_PACKS},
	{'g', "gap", "gap", "the time between packs: 2h, 90m",
	    .take = option_take_gap, INTO(apply.gap)},
	EXEC,
	WHEN,
	{0}
};

static const struct option_row heat_options[] = {
	FORCE, DRY, MINUTES, EXEC, WHEN, {0}
};

static const struct options ice_defaults = {
	.apply = {.treatment = TREATMENT_ICE, .count = 1}
};

static const struct options heat_defaults = {
	.apply = {.treatment = TREATMENT_HEAT, .count = 1}
};

const struct command cmd_ice = {
	.name = "ice",
	.summary = "time an ice pack, or record one already done",
	.options = ice_options,
	.size = CMD_SIZE(struct options),
	.defaults = &ice_defaults,
	.exec = exec
};

const struct command cmd_heat = {
	.name = "heat",
	.summary = "the same for moist heat",
	.options = heat_options,
	.size = CMD_SIZE(struct options),
	.defaults = &heat_defaults,
	.exec = exec
};
