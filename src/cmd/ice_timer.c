#include "ice_timer.h"

#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "../core/rules/timer.h"
#include "../core/say/sentence.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../edge/clock.h"
#include "../edge/running.h"
#include "../edge/signals.h"
#include "../ui/output.h"
#include "../ui/tell.h"

#define HIDE_CURSOR "\033[?25l"
#define SHOW_CURSOR "\033[?25h"
#define CLEAR_LINE "\r\033[J"	/* and what a narrower window made of it */
#define LATE_MS 5000	/* an end that late was slept over */

struct countdown {
	struct context *ctx;
	struct apply *apply;
	struct verdict v;	/* as the log was when it was last read */
	struct timer timer;
	struct signals signals;
	struct terminal terminal;
	bool draws;	/* on a terminal that can move its cursor */
	bool hidden;	/* the cursor is */
	bool drawn;	/* a line stands there, the cursor at its beginning */
	int64_t base;	/* when it began, by clock_boot */
	int signo;	/* to die of; 0: none came */
	bool ends;	/* as the log is now, no other pack may follow */
	int64_t scale;	/* its seconds in a real one: BACKCARE_TIMESCALE */
	int guard;	/* of running.h */
};

/* Now, by the timer's clock. */
static int64_t
timer_ms(const struct countdown *c)
{
	return c->base + (clock_boot() - c->base) * c->scale;
}

/* When the timer's clock shows ms, by clock_boot; rounded up. */
static int64_t
real_ms(const struct countdown *c, int64_t ms)
{
	return c->base + (ms - c->base + c->scale - 1) / c->scale;
}

/* The end of the stage on the wall, seconds since the epoch. */
static int64_t
stage_end(const struct countdown *c)
{
	int64_t left = timer_left(&c->timer, timer_ms(c));

	/* To the nearest second, so that it does not flicker. */
	return clock_now() + (left + 500) / 1000;
}

/*
 * What stands there is cleared from the beginning of its line, where the
 * cursor waits: whether or not the terminal wraps lines again when it gets
 * narrower, that is nothing but what was drawn here.
 */
static void
clear(struct countdown *c)
{
	if (c->drawn)
		fputs(CLEAR_LINE, stdout);
	c->drawn = false;
}

static void
show_cursor(struct countdown *c)
{
	if (c->hidden)
		fputs(SHOW_CURSOR, stdout);
	c->hidden = false;
	fflush(stdout);
}

static void
draw(struct countdown *c)
{
	struct page_view view = output_view(&c->terminal, clock_now());
	struct text text = TEXT(512);

	/* In the background the terminal is somebody else's. */
	if (!c->draws || tcgetpgrp(STDOUT_FILENO) != getpgrp())
		return;
	view.columns = c->terminal.width;
	timer_line(&text, &c->timer, c->apply->limits->title, &view,
	    timer_ms(c), stage_end(c));
	printf("%s%s%s\r", c->hidden ? "" : HIDE_CURSOR,
	    c->drawn ? CLEAR_LINE : "", text.buf);
	fflush(stdout);
	c->hidden = c->drawn = true;
}

/* At the next whole second, but however fast the time goes, once a second. */
static int64_t
next_draw(const struct countdown *c, int64_t ms)
{
	int64_t tick = timer_tick(&c->timer, ms + (c->scale - 1) * 1000);

	return tick < c->timer.deadline ? tick : c->timer.deadline;
}

/*
 * Waits to the end of the stage, whose lateness, in ms, goes to *over.  False
 * where a signal to die of came; the line is then gone from the terminal, too.
 */
static bool
wait_stage(struct countdown *c, int64_t *over)
{
	for (;;) {
		int64_t ms = timer_ms(c), until = c->timer.deadline;
		int signo;

		if (timer_step(&c->timer, ms, over)) {
			clear(c);
			return true;
		}
		draw(c);
		if (c->draws)
			until = next_draw(c, ms);
		signo = signals_until(&c->signals, real_ms(c, until));
		if (signo == SIGWINCH || signo == SIGCONT) {
			c->terminal = terminal_get();
		} else if (signo == SIGTSTP) {
			/* The shell gets a terminal in order. */
			clear(c);
			show_cursor(c);
			signals_obey(SIGTSTP);
		} else if (signo != 0) {
			clear(c);
			c->signo = signo;
			return false;
		}
	}
}

/*
 * Records the running pack, begun so many ms ago on the timer's clock.  Where
 * the log has no place for it, such as after an end, there is none later.
 */
static int
record(struct countdown *c, int64_t ago, int minutes)
{
	const char *name = c->apply->limits->name;
	int64_t start = clock_now() - ago / 1000;
	struct record r = apply_record(c->apply, start, minutes);
	struct logbook book;
	int status = logbook_open(&book, c->ctx, LOG_WRITE);
	bool fits = true;

	if (status == CMD_OK) {
		fits = logbook_check(&book, &r) == CMD_OK;
		status = fits ? logbook_store(&book, &r, 1) : CMD_FAILED;
		logbook_close(&book);
	}
	if (status == CMD_OK) {
		c->v = verdict_of(&book.e, c->ctx->now);
		output_say("Recorded: %s, %d minute%s.", name, minutes,
		    minutes == 1 ? "" : "s");
		c->ends = !apply_goes_on(&book, c->apply);
	} else if (fits) {
		/* The pack was applied, whatever became of its record. */
		complain("to record it later: backcare %s -t %s -m %d", name,
		    rfc3339(start).s, minutes);
	}
	return status;
}

/*
 * Gives the command of -e its word.  That it fails costs nothing but a line.
 * Returns CMD_OK, or CMD_FAILED where a signal to die of came meanwhile.
 */
static int
tell(struct countdown *c, const char *event, const char *title,
    const char *message)
{
	struct tell t = {
		.command = c->apply->command,
		.event = event,
		.phase = phase_names[c->v.phase],
		.urgency = urgency_name(c->v.urgency),
		.title = title
	};
	char why[TELL_WHY];

	if (t.command != NULL &&
	    tell_run(&t, message, why, &c->signo) != CMD_OK)
		complain("-e: %s", why);
	return c->signo == 0 ? CMD_OK : CMD_FAILED;
}

/* The log may have changed in the pause: is a pack still the step? */
static int
judge_again(struct countdown *c)
{
	struct apply again = *c->apply;
	struct logbook book;
	int status;

	/* The timer kept the gap; a minute is for clocks that drift apart. */
	again.gap = c->scale == 1 ? again.gap - SPAN_MINUTE : 0;
	if (logbook_read(&book, c->ctx, LOG_DRY) != CMD_OK)
		return CMD_FAILED;
	c->v = verdict_of(&book.e, c->ctx->now);
	status = apply_judge(&book, &again, c->ctx->now);
	c->apply->warned = again.warned;
	return status;
}

/* What others are told: this pack, the gap that began, or nothing more. */
static void
leave_word(const struct countdown *c)
{
	static const enum timer_kind kinds[] = {
		[TIMER_PACK] = TIMER_ICE, [TIMER_GAP] = TIMER_PAUSE,
		[TIMER_DONE] = TIMER_NONE
	};
	struct timer_word word = {kinds[c->timer.stage], stage_end(c)};

	if (word.kind == TIMER_ICE && c->apply->treatment == TREATMENT_HEAT)
		word.kind = TIMER_HEAT;
	running_say(c->guard, &word);
}

/* The pack has to come off, before anything else that may go wrong. */
static int
end_pack(struct countdown *c, int64_t began, int64_t over)
{
	const char *off = sentence_rows[SENTENCE_PACK_OFF].text;
	int late = (int)(over / 1000), status;

	if (c->draws)
		putchar('\a');
	output_say("%s", off);
	leave_word(c);
	if (over >= LATE_MS * c->scale)
		output_say("It is %d min %d s over: this machine or program "
		    "slept.", late / SPAN_MINUTE, late % SPAN_MINUTE);
	status = record(c, timer_ms(c) - began, c->apply->minutes);
	return tell(c, "off", "Back: take the pack off", off) == CMD_OK ?
	    status : CMD_FAILED;
}

/* One pack, to its record. */
static int
run_pack(struct countdown *c)
{
	int64_t over, began = c->timer.began;

	leave_word(c);
	if (!c->draws)
		output_say("On now, off at %s.",
		    when_short(stage_end(c), clock_now()).s);
	return wait_stage(c, &over) ? end_pack(c, began, over) : CMD_FAILED;
}

/* The pause after it, which ends when the person is awake. */
static int
run_gap(struct countdown *c)
{
	static const char next[] = "Time for the next pack.";
	int64_t end = stage_end(c), over;

	timer_extend(&c->timer, apply_awake(c->apply, end) - end);
	leave_word(c);
	if (!c->draws)
		output_say("The next pack at %s.",
		    when_short(stage_end(c), clock_now()).s);
	if (!wait_stage(c, &over) || judge_again(c) != CMD_OK)
		return CMD_FAILED;
	if (c->draws)
		putchar('\a');
	output_say("%s", next);
	return tell(c, "on", "Back: the next pack", next);
}

/* A signal came: what was done of a pack is recorded. */
static void
cut_short(struct countdown *c)
{
	int64_t ms = timer_ms(c);
	int minutes = timer_minutes_done(&c->timer, ms);

	if (minutes > 0)
		record(c, ms - c->timer.began, minutes);
	else if (c->timer.stage == TIMER_PACK)
		output_say("Under a minute, so nothing was recorded.");
}

/* All packs; then gives the terminal and the signals back. */
static int
run(struct countdown *c)
{
	int status = run_pack(c);

	while (status == CMD_OK && c->timer.stage != TIMER_DONE) {
		status = c->ends ? CMD_FAILED : run_gap(c);
		if (status == CMD_OK)
			status = run_pack(c);
	}
	if (c->signo != 0)
		cut_short(c);
	else if (status == CMD_OK && !c->ends)
		output_say("The next may start at %s.",
		    when_short(apply_awake(c->apply, clock_now() +
		    c->apply->gap), clock_now()).s);
	show_cursor(c);
	running_end(c->guard);
	signals_close(&c->signals);
	if (c->signo != 0)
		signals_obey(c->signo);
	return status;
}

/* Takes the lock of the one timer there may be.  Returns an exit status. */
static int
take_turn(struct countdown *c)
{
	static const char *const ends[] = {
		[TIMER_ICE] = "ice, off at",
		[TIMER_HEAT] = "moist heat, off at",
		[TIMER_PAUSE] = "a pause, the next pack at"
	};
	const char *name = c->apply->limits->name;
	struct timer_word other;

	c->guard = running_take(c->ctx->log, &other);
	if (c->guard != -1)
		return CMD_OK;
	if (other.kind == TIMER_NONE)
		complain("%s: a timer is running already", name);
	else
		complain("%s: a timer is running already: %s %s", name,
		    ends[other.kind], when_short(other.until, c->ctx->now).s);
	return CMD_FAILED;
}

static int
start(struct countdown *c)
{
	const char *errstr;

	c->scale = clock_scale(&errstr);
	if (errstr != NULL) {
		complain("BACKCARE_TIMESCALE: %s: write 1 to 100000", errstr);
		return CMD_FAILED;
	}
	c->terminal = terminal_get();
	c->draws = isatty(STDOUT_FILENO) && !c->terminal.dumb;
	if (signals_open(&c->signals) == -1) {
		warn("the timer");
		return CMD_FAILED;
	}
	/* Set and forgotten, it would write down packs that never were. */
	if (c->scale != 1)
		complain("BACKCARE_TIMESCALE: the timer runs %d times as fast",
		    (int)c->scale);
	c->base = clock_boot();
	timer_start(&c->timer, c->apply->minutes, c->apply->gap,
	    c->apply->count, c->base);
	return CMD_OK;
}

int
countdown_run(struct context *ctx, struct apply *a, struct verdict v)
{
	struct countdown c = {.ctx = ctx, .apply = a, .v = v};

	if (take_turn(&c) != CMD_OK)
		return CMD_FAILED;
	if (start(&c) != CMD_OK) {
		running_end(c.guard);
		return CMD_FAILED;
	}
	/* That nobody reads on must not cost the record. */
	signal(SIGPIPE, SIG_IGN);
	output_say("%s", sentence_rows[a->treatment == TREATMENT_ICE ?
	    SENTENCE_ICE_START : SENTENCE_HEAT_START].text);
	return run(&c);
}
