#include "ice_timer.h"

#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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
	const struct apply *apply;
	struct verdict v;	/* as the log was when it was last read */
	struct timer timer;
	struct signals signals;
	struct terminal terminal;
	bool draws;	/* on a terminal that can move its cursor */
	bool hidden;	/* the cursor is */
	bool drawn;	/* a line stands there, the cursor at its beginning */
	int64_t base;	/* when it began, by clock_boot */
	int64_t scale;	/* its seconds in a real one: BACKCARE_TIMESCALE */
	int guard;	/* of running.h */
};

static int64_t
scale_from_environment(void)
{
	const char *s = getenv("BACKCARE_TIMESCALE"), *errstr;
	int64_t scale;

	if (s == NULL || *s == '\0')
		return 1;
	scale = strtonum(s, 1, 100000, &errstr);
	if (errstr != NULL) {
		complain("BACKCARE_TIMESCALE: %s: write 1 to 100000", errstr);
		return -1;
	}
	return scale;
}

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

/* Prints words, and at once. */
static void
say(const struct countdown *c, const char *words)
{
	output_wrap(slice_of(words), c->terminal.columns, 0);
	fflush(stdout);
}

/* The same with a time of day in them. */
static void
say_time(const struct countdown *c, const char *words, int64_t t)
{
	struct text text = TEXT(96);

	text_fmt(&text, "%s %s.", words, when_short(t, clock_now()).s);
	say(c, text.buf);
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

/* ^Z: the shell gets a terminal in order. */
static void
pause_here(struct countdown *c)
{
	clear(c);
	show_cursor(c);
	signals_obey(SIGTSTP);
}

/* At the next whole second, but however fast the time goes, once a second. */
static int64_t
next_draw(const struct countdown *c, int64_t ms)
{
	int64_t tick = timer_tick(&c->timer, ms + (c->scale - 1) * 1000);

	return tick < c->timer.deadline ? tick : c->timer.deadline;
}

/*
 * Waits to the end of the stage, whose lateness, in ms, goes to *over.
 * Returns 0, or the signal to die of; the line is then gone from the terminal.
 */
static int
wait_stage(struct countdown *c, int64_t *over)
{
	for (;;) {
		int64_t ms = timer_ms(c), until = c->timer.deadline;
		int signo;

		if (timer_step(&c->timer, ms, over)) {
			clear(c);
			return 0;
		}
		draw(c);
		if (c->draws)
			until = next_draw(c, ms);
		signo = signals_until(&c->signals, real_ms(c, until));
		if (signo == SIGWINCH || signo == SIGCONT) {
			c->terminal = terminal_get();
		} else if (signo == SIGTSTP) {
			pause_here(c);
		} else if (signo != 0) {
			clear(c);
			return signo;
		}
	}
}

/* The pack was applied, whatever became of its record. */
static void
say_how_to_record(const struct countdown *c, int64_t start, int minutes)
{
	complain("to record it later: backcare %s -t %s -m %d",
	    c->apply->limits->name, rfc3339(start).s, minutes);
}

/*
 * Records the running pack, begun so many ms ago on the timer's clock.  Where
 * the log has no place for it, such as after an end, there is none later.
 */
static int
record(struct countdown *c, int64_t ago, int minutes)
{
	int64_t start = clock_now() - ago / 1000;
	struct record r = apply_record(c->apply, start, minutes);
	struct text said = TEXT(64);
	struct logbook book;
	int status = logbook_open(&book, c->ctx, LOG_WRITE);
	bool fits = true;

	if (status == CMD_OK) {
		fits = logbook_check(&book, &r) == CMD_OK;
		status = fits ? logbook_store(&book, &r, 1) : CMD_FAILED;
		logbook_close(&book);
	}
	if (status != CMD_OK) {
		if (fits)
			say_how_to_record(c, start, minutes);
		return status;
	}
	c->v = verdict_of(&book.e, c->ctx->now);
	text_fmt(&said, "Recorded: %s, %d minute%s.", c->apply->limits->name,
	    minutes, minutes == 1 ? "" : "s");
	say(c, said.buf);
	return CMD_OK;
}

/*
 * Gives the command of -e its word.  That it fails costs nothing but a line.
 * Returns the signal to die of that came meanwhile, or 0.
 */
static int
tell(const struct countdown *c, const char *event, const char *title,
    const char *message)
{
	struct tell t = {
		.command = c->apply->command,
		.event = event,
		.phase = phase_name(c->v.phase),
		.urgency = urgency_name(c->v.urgency),
		.title = title
	};
	char why[TELL_WHY];
	int signo = 0;

	if (t.command != NULL && tell_run(&t, message, why, &signo) != CMD_OK)
		complain("-e: %s", why);
	return signo;
}

/* Gives the terminal and the signals back; then dies of signo if not 0. */
static void
stop(struct countdown *c, int signo)
{
	show_cursor(c);
	running_end(c->guard);
	signals_close(&c->signals);
	if (signo != 0)
		signals_obey(signo);
}

static int
cut_short(struct countdown *c, int signo)
{
	int64_t ms = timer_ms(c);
	int minutes = timer_minutes_done(&c->timer, ms);

	if (minutes > 0)
		record(c, ms - c->timer.began, minutes);
	else if (c->timer.stage == TIMER_PACK)
		say(c, "Under a minute, so nothing was recorded.");
	stop(c, signo);
	return CMD_FAILED;
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
	status = logbook_read(&book, c->ctx, LOG_DRY);
	if (status != CMD_OK)
		return status;
	c->v = verdict_of(&book.e, c->ctx->now);
	return apply_judge(&book, &again, c->ctx->now);
}

static void
say_late(const struct countdown *c, int64_t over)
{
	struct text text = TEXT(96);
	int seconds = (int)(over / 1000);

	text_fmt(&text, "It is %d min %d s over: this machine or program "
	    "slept.", seconds / SPAN_MINUTE, seconds % SPAN_MINUTE);
	say(c, text.buf);
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
end_pack(struct countdown *c, int64_t began, int64_t over, int *signo)
{
	const char *off = sentence_rows[SENTENCE_PACK_OFF].text;
	int status;

	if (c->draws)
		putchar('\a');
	say(c, off);
	leave_word(c);
	if (over >= LATE_MS * c->scale)
		say_late(c, over);
	status = record(c, timer_ms(c) - began, c->apply->minutes);
	*signo = tell(c, "off", "Back: take the pack off", off);
	return *signo != 0 ? CMD_FAILED : status;
}

/* One pack, to its record.  A signal to die of goes to *signo. */
static int
run_pack(struct countdown *c, int *signo)
{
	int64_t over, began = c->timer.began;

	leave_word(c);
	if (!c->draws)
		say_time(c, "On now, off at", stage_end(c));
	*signo = wait_stage(c, &over);
	return *signo != 0 ? CMD_FAILED : end_pack(c, began, over, signo);
}

/* The pause after it, which ends when the person is awake. */
static int
run_gap(struct countdown *c, int *signo)
{
	int64_t end = stage_end(c), over;

	timer_extend(&c->timer, apply_awake(c->apply, end) - end);
	leave_word(c);
	if (!c->draws)
		say_time(c, "The next pack at", stage_end(c));
	*signo = wait_stage(c, &over);
	if (*signo != 0)
		return CMD_FAILED;
	if (judge_again(c) != CMD_OK)
		return CMD_FAILED;
	if (c->draws)
		putchar('\a');
	say(c, "Time for the next pack.");
	*signo = tell(c, "on", "Back: the next pack", "Time for the next "
	    "pack.");
	return *signo != 0 ? CMD_FAILED : CMD_OK;
}

static int
run(struct countdown *c)
{
	int signo, status = run_pack(c, &signo);

	while (status == CMD_OK && c->timer.stage != TIMER_DONE) {
		status = run_gap(c, &signo);
		if (status == CMD_OK)
			status = run_pack(c, &signo);
	}
	if (signo != 0)
		return cut_short(c, signo);
	if (status == CMD_OK)
		say_time(c, "The next may start at",
		    apply_awake(c->apply, clock_now() + c->apply->gap));
	stop(c, 0);
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

	c->guard = running_take(&other);
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
	const char *term = getenv("TERM");

	c->scale = scale_from_environment();
	if (c->scale == -1)
		return CMD_FAILED;
	c->terminal = terminal_get();
	c->draws = isatty(STDOUT_FILENO) && term != NULL && *term != '\0' &&
	    strcmp(term, "dumb") != 0;
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
countdown_run(struct context *ctx, const struct apply *a, struct verdict v)
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
	say(&c, sentence_rows[a->treatment == TREATMENT_ICE ?
	    SENTENCE_ICE_START : SENTENCE_HEAT_START].text);
	return run(&c);
}
