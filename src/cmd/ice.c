/* The commands ice and heat. */
#include <err.h>
#include <stdio.h>

#include "../core/say/advice.h"
#include "../core/time/when.h"
#include "../edge/terminal.h"
#include "ice_pack.h"
#include "ice_timer.h"
#include "../ui/describe.h"
#include "../ui/confirm.h"
#include "../ui/option.h"
#include "../ui/output.h"
#include "../ui/tell.h"
#include "../ui/usage.h"

#define MOST_PACKS 8	/* -c */
#define MOST_MINUTES 60	/* -m, for a pack already done */

/* What heat knows of these, and ice. */
struct options {
	bool force, dry;
	int minutes;		/* 0: usual */
	int count;		/* of packs; 0: one */
	int64_t gap;		/* seconds; 0: usual */
	const char *when;	/* -t, or NULL */
	const char *command;	/* -e, or NULL */
};

static int
judge_minutes(const struct apply *a)
{
	if (apply_minutes_fit(a))
		return CMD_OK;
	complain("%s: -m %d: a pack is %d to %d minutes", a->limits->name,
	    a->minutes, a->limits->min_minutes, a->limits->max_minutes);
	return CMD_FAILED;
}

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

/* -t: when a pack began that is over by now. */
static int
parse_done(const struct context *ctx, const struct apply *a,
    const struct options *o, int64_t *start)
{
	int status = option_past("-t", o->when, ctx->now, ctx->now, start);

	if (status != CMD_OK)
		return status;
	if (*start + (int64_t)a->minutes * SPAN_MINUTE <= ctx->now)
		return CMD_OK;
	complain("%s: %d minutes from then are not over yet; nothing was "
	    "recorded", a->limits->name, a->minutes);
	return CMD_FAILED;
}

/* Stores it, with warnings where it was not the step. */
static int
store_done(struct logbook *book, struct apply *a, struct record *r,
    bool dry)
{
	if (logbook_check(book, r) != CMD_OK)
		return CMD_FAILED;
	apply_warn_done(book, a, r->time);
	if (!dry)
		return logbook_store(book, r, 1);
	logbook_pretend(book, r, 1);
	return CMD_OK;
}

static int
record_done(struct context *ctx, struct apply *a,
    const struct options *o)
{
	struct text said = TEXT(128);
	struct logbook book;
	struct record r;
	int64_t start;
	int status = parse_done(ctx, a, o, &start);

	if (status != CMD_OK)
		return status;
	r = apply_record(a, start, a->minutes);
	if (logbook_open(&book, ctx, o->dry ? LOG_DRY : LOG_WRITE) != CMD_OK)
		return CMD_FAILED;
	status = store_done(&book, a, &r, o->dry);
	logbook_close(&book);
	if (status != CMD_OK)
		return status;
	confirm_early(&book, &r);
	text_fmt(&said, "%s, %d minutes from %s.", a->limits->name,
	    a->minutes, when_zone(start, ctx->now).s);
	confirm_print(&book, &r, o->dry ? "Dry run" : "Recorded", said.buf);
	return CMD_OK;
}

/* A red flag may stand where nobody can read it. */
static int
ask_unread(struct talk *t, const struct logbook *book)
{
	int unread = book->e.unread;
	struct text text = TEXT(192);
	const struct question q = {text.buf, TALK_ENTER_IS_NO, "With a red "
	    "flag a pack can be wrong. `backcare edit` shows the lines.",
	    false};

	text_fmt(&text, "%d line%s of the log could not be read, and a red "
	    "flag may stand there. Go on all the same?", unread,
	    unread == 1 ? "" : "s");
	if (talk_yes(t, &q) == ANSWER_YES)
		return CMD_OK;
	complain("%s: nothing was started; mend the log first: \"backcare "
	    "edit\"",
	    book->ctx->command->name);
	return CMD_FAILED;
}

static void
confirm_onset(const struct logbook *book, const struct record *onset)
{
	struct text said = TEXT(96);

	text_fmt(&said, "Recorded: the pain began %s.",
	    when_zone(onset->time, book->ctx->now).s);
	output_say("%s", said.buf);
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

/* What has to be known before a pack, and can be asked for. */
static int
ask(struct logbook *book, struct apply *a, bool dry)
{
	struct signals signals;
	struct talk talk;
	int status = CMD_OK;

	if (book->e.unread == 0 && book->e.open)
		return CMD_OK;
	if (talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	if (book->e.unread > 0)
		status = ask_unread(&talk, book);
	a->unread = book->e.unread;
	if (status == CMD_OK && !book->e.open)
		status = ask_onset(&talk, book, dry);
	talk_close(&talk);
	return status;
}

/* Asks what it can, as far as the person has a say. */
static int
prepare(struct logbook *book, struct apply *a, bool dry)
{
	struct verdict v = verdict_of(&book->e, book->ctx->now);

	/* An alarm has the first word, and then there is no pack. */
	if (advice_is_alarm(&v) || !terminal_is_interactive())
		return CMD_OK;
	return ask(book, a, dry);
}

/* What comes before a pack, as before any step. */
static void
say_first(const struct logbook *book)
{
	int64_t now = book->ctx->now;
	struct verdict v = verdict_of(&book->e, now);
	struct sheet sheet;

	if (advice_is_alarm(&v))
		return;
	sheet_begin(&sheet, now);
	advice_pack(&sheet.page, &book->e, &v, &sheet.view);
	sheet_print(&sheet);
	fflush(stdout);
}

/* Runs the timer, or prints the times that it would use. */
static int
begin(struct context *ctx, struct apply *a, const struct options *o)
{
	struct logbook book;
	int status = judge_minutes(a);

	if (status == CMD_OK)
		status = logbook_read(&book, ctx, LOG_DRY);
	if (status == CMD_OK)
		status = prepare(&book, a, o->dry);
	if (status == CMD_OK) {
		say_first(&book);
		status = apply_judge(&book, a, ctx->now);
	}
	if (status != CMD_OK)
		return status;
	return o->dry ? print_times(&book, a) :
	    countdown_run(ctx, a, verdict_of(&book.e, ctx->now));
}

static int
treat(struct context *ctx, enum treatment treatment, const struct options *o)
{
	const struct pack_limits *limits = &pack_limits[treatment];
	struct apply a = {
		.treatment = treatment,
		.limits = limits,
		.force = o->force,
		.minutes = o->minutes != 0 ? o->minutes :
		    limits->default_minutes,
		.count = o->count != 0 ? o->count : 1,
		.gap = o->gap != 0 ? o->gap : limits->gap,
		.waking = hours_default,
		.command = o->command
	};

	if (o->when != NULL && a.count > 1) {
		complain("%s: -t is for one pack already done, -c for packs to "
		    "come", limits->name);
		return usage_wrong(ctx->command);
	}
	if (o->when != NULL && o->command != NULL) {
		complain("%s: -t is for one pack already done, -e for the end "
		    "of packs to come", limits->name);
		return usage_wrong(ctx->command);
	}
	if (o->when != NULL)
		return record_done(ctx, &a, o);
	if (o->command != NULL && (tell_check(o->command) != CMD_OK ||
	    tell_parse(o->command) != CMD_OK))
		return CMD_USAGE;
	if (option_waking(NULL, &a.waking) != CMD_OK)
		return CMD_USAGE;
	return begin(ctx, &a, o);
}

static int
ice(struct context *ctx, const void *options)
{
	return treat(ctx, TREATMENT_ICE, options);
}

static int
heat(struct context *ctx, const void *options)
{
	return treat(ctx, TREATMENT_HEAT, options);
}

#define FORCE {'F', "force", NULL, "though it is not the step, or too soon", \
    INTO(force)}
#define DRY {'n', "dry-run", NULL, "only print the times it would use", \
    INTO(dry)}
#define MINUTES {'m', "minutes", "min", "how long the pack stays on", \
    INTO(minutes), .least = 1, .most = MOST_MINUTES}
#define EXEC {'e', "exec", "command", "run it when a pack or a gap is over", \
    INTO(command)}
#define WHEN {'t', "when", "when", "record one already done, that began then", \
    INTO(when)}

static const struct option_row ice_options[] = {
	FORCE,
	DRY,
	MINUTES,
	{'c', "count", "count", "so many packs, with the gap between them",
	    INTO(count), .least = 1, .most = MOST_PACKS},
	{'g', "gap", "gap", "the time between packs: 2h, 90m",
	    .take = option_take_gap, INTO(gap)},
	EXEC,
	WHEN,
	{0}
};

static const struct option_row heat_options[] = {
	FORCE, DRY, MINUTES, EXEC, WHEN, {0}
};

const struct command cmd_ice = {
	.name = "ice",
	.summary = "time an ice pack, or record one already done",
	.options = ice_options,
	.size = CMD_SIZE(struct options),
	.exec = ice
};

const struct command cmd_heat = {
	.name = "heat",
	.summary = "the same for moist heat",
	.options = heat_options,
	.size = CMD_SIZE(struct options),
	.exec = heat
};
