#include "ice_pack.h"

#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "../core/say/advice.h"
#include "../core/say/sentence.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../edge/clock.h"
#include "../edge/running.h"
#include "../ui/output.h"
#include "../ui/tell.h"

#define HIDE_CURSOR "\033[?25l"
#define SHOW_CURSOR "\033[?25h"
#define CLEAR_LINE "\r\033[J"	/* and what a narrower window made of it */
#define LATE_MS 5000	/* an end that late was slept over */

bool
apply_minutes_fit(const struct apply *a)
{
	return a->minutes >= a->limits->min_minutes &&
	    a->minutes <= a->limits->max_minutes;
}

/* After a pack of either kind: skin has to be back to normal, too. */
static void
explain_wait(struct text *text, const struct episode *e,
    const struct apply *a, bool same, int64_t at)
{
	enum treatment last = same ? a->treatment : pack_other(a->treatment);
	int64_t ended = pack_ended(&e->packs[last]);
	int64_t free = same ? pack_next(&e->packs[last], at, a->gap) :
	    treatment_next(e, a->treatment, at, a->gap);
	struct when_shown end = when_short(ended, at);
	struct when_shown next = when_short(free, at);
	struct span_shown since = span(at - ended);
	bool on = ended > at;

	if (same)
		text_fmt(text, on ? "the last pack ends %s; the next may start "
		    "at %s" : "the last pack ended %s ago; the next may start "
		    "at %s", on ? end.s : since.s, next.s);
	else
		text_fmt(text, on ? "%s is on until %s; once the skin is back "
		    "to normal, %s may start at %s" : "%s ended %s ago; once "
		    "the skin is back to normal, %s may start at %s",
		    pack_limits[last].name, on ? end.s : since.s,
		    a->limits->name, next.s);
}

/* Why not, and when or what instead, in one line. */
static void
explain(struct text *text, const struct episode *e, const struct apply *a,
    enum refusal refusal, int64_t at)
{
	int64_t heat = e->latest.time + TREATMENT_HEAT_AFTER;

	switch (refusal) {
	case REFUSAL_NONE:
		break;
	case REFUSAL_CLOSED:
		text_fmt(text, "no episode is open: begin one with "
		    "\"backcare log\"");
		break;
	case REFUSAL_ALARM:
		text_fmt(text, "what you reported has to be assessed first");
		break;
	case REFUSAL_SKIN:
		text_fmt(text, "you reported skin there that should get no "
		    "ice and no heat; by mistake? \"backcare check -x skin\"");
		break;
	case REFUSAL_PHASE:
		if (a->treatment == TREATMENT_HEAT)
			text_fmt(text, "moist heat comes after ice, from %s",
			    when(heat, at).s);
		else
			text_fmt(text, at < heat ? "for long-standing, stiff "
			    "pain moist heat is the step" :
			    "ice is over, moist heat is the step");
		break;
	case REFUSAL_GAP:
	case REFUSAL_OTHER:
		explain_wait(text, e, a, refusal == REFUSAL_GAP, at);
		break;
	}
}

/*
 * Prints what takes the place of a pack: the alarm, or that a red flag may
 * stand where nobody can read it, or was asked.  False where nothing does.
 */
static bool
print_instead(const struct logbook *book, const struct apply *a,
    const struct verdict *v)
{
	bool alarm = advice_is_alarm(v);
	struct sheet sheet;

	if (!alarm && book->e.unread <= a->unread)
		return false;
	sheet_begin(&sheet, book->ctx->now);
	if (alarm)
		advice_write(&sheet.page, &book->e, v, &sheet.view);
	else
		advice_action(&sheet.page, &book->e, v, &sheet.view);
	sheet_print(&sheet);
	fflush(stdout);
	return true;
}

/* Once, however many packs are to come. */
static void
warn_too_many(const struct episode *e, struct apply *a, int64_t at)
{
	if (a->warned ||
	    !pack_too_many(&e->packs[a->treatment], a->limits, at))
		return;
	complain("%s: more than %d packs in 24 hours", a->limits->name,
	    a->limits->per_day);
	a->warned = true;
}

int
apply_judge(const struct logbook *book, struct apply *a, int64_t at)
{
	struct verdict v = verdict_of(&book->e, at);
	enum refusal refusal = refusal_of(&book->e, &v, a->treatment, at,
	    a->gap);
	struct text why = TEXT(256);

	if (print_instead(book, a, &v) && !advice_is_alarm(&v)) {
		complain("%s: nothing was started: mend the log first, with "
		    "\"backcare edit\"", a->limits->name);
		return CMD_FAILED;
	}
	if (refusal == REFUSAL_NONE || (a->force && refusal_yields(refusal))) {
		warn_too_many(&book->e, a, at);
		return CMD_OK;
	}
	explain(&why, &book->e, a, refusal, at);
	complain("%s: %s%s", a->limits->name, why.buf,
	    refusal_yields(refusal) ? "; -F overrides that" : "");
	return CMD_FAILED;
}

/*
 * Whether another one may follow a pack, whatever the gap; else says what takes
 * its place, on standard output.
 */
static bool
goes_on(const struct logbook *book, const struct apply *a)
{
	struct verdict v = verdict_of(&book->e, book->ctx->now);
	enum refusal refusal = refusal_of_kind(&book->e, &v, a->treatment);

	if (print_instead(book, a, &v))
		return false;
	if (refusal == REFUSAL_NONE || (a->force && refusal_yields(refusal)))
		return true;
	output_say("No %s after this one. What is right now: `backcare now`",
	    a->limits->name);
	return false;
}

void
apply_warn_done(const struct logbook *book, struct apply *a, int64_t start)
{
	/* Packs are noted in any order, so that the gap looks both ways. */
	const struct pack *near = pack_near(&book->e.packs[a->treatment],
	    start, a->minutes, a->gap);
	struct verdict v = verdict_of(&book->e, start);
	enum refusal refusal = refusal_of_kind(&book->e, &v, a->treatment);
	struct text why = TEXT(256);

	if (!apply_minutes_fit(a))
		complain("%s: %d minutes: a pack is %d to %d", a->limits->name,
		    a->minutes, a->limits->min_minutes,
		    a->limits->max_minutes);
	explain(&why, &book->e, a, refusal, start);
	if (refusal == REFUSAL_NONE && near != NULL && near->start == start)
		complain("%s: a pack from that time is noted already; if it is "
		    "the same: \"backcare undo\"", a->limits->name);
	else if (refusal == REFUSAL_NONE && near != NULL)
		complain("%s: it was not the step then: it is too near to the "
		    "pack of %s", a->limits->name,
		    when_short(near->start, book->ctx->now).s);
	else if (refusal_yields(refusal))
		complain("%s: it was not the step then: %s", a->limits->name,
		    why.buf);
	else if (refusal != REFUSAL_NONE)
		/* What was reported need not have been known then. */
		complain("%s: %s", a->limits->name, why.buf);
	warn_too_many(&book->e, a, start);
}

int64_t
apply_awake(const struct apply *a, int64_t from)
{
	return hours_next_fit(&a->waking, from,
	    (int64_t)a->minutes * SPAN_MINUTE);
}

struct record
apply_record(const struct apply *a, int64_t start, int minutes)
{
	struct record r;

	record_init(&r);
	r.kind = a->treatment == TREATMENT_ICE ? RECORD_ICE : RECORD_HEAT;
	r.time = start;
	r.minutes = minutes;
	return r;
}

/* The timer of packs that run now, with the gaps between them. */
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

/*
 * Waits to the end of the stage, whose lateness, in ms, goes to *over.  False
 * where a signal to die of came; the line is then gone from the terminal, too.
 */
static bool
wait_stage(struct countdown *c, int64_t *over)
{
	for (;;) {
		int64_t ms = timer_ms(c), until = c->timer.deadline, tick;
		int signo;

		if (timer_step(&c->timer, ms, over)) {
			clear(c);
			return true;
		}
		draw(c);
		/* However fast the time goes, it is drawn once a second. */
		tick = timer_tick(&c->timer, ms + (c->scale - 1) * 1000);
		if (c->draws && tick < until)
			until = tick;
		/* When the timer's clock shows that, rounded up. */
		signo = signals_until(&c->signals, c->base +
		    (until - c->base + c->scale - 1) / c->scale);
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
static bool
record(struct countdown *c, int64_t ago, int minutes)
{
	const char *name = c->apply->limits->name;
	int64_t start = clock_now() - ago / 1000;
	struct record r = apply_record(c->apply, start, minutes);
	struct logbook book;
	bool open = logbook_open(&book, c->ctx, LOG_WRITE) == CMD_OK;
	bool fits = !open || logbook_check(&book, &r) == CMD_OK;
	bool stored = open && fits && logbook_store(&book, &r, 1) == CMD_OK;

	if (open)
		logbook_close(&book);
	if (stored) {
		c->v = verdict_of(&book.e, c->ctx->now);
		output_say("Recorded: %s, %d minute%s.", name, minutes,
		    minutes == 1 ? "" : "s");
		c->ends = !goes_on(&book, c->apply);
	} else if (fits) {
		/* The pack was applied, whatever became of its record. */
		complain("to record it later: backcare %s -t %s -m %d", name,
		    rfc3339(start).s, minutes);
	}
	return stored;
}

/*
 * Gives the command of -e its word.  That it fails costs nothing but a line.
 * False where a signal to die of came meanwhile.
 */
static bool
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
	return c->signo == 0;
}

/* The log may have changed in the pause: is a pack still the step? */
static bool
judge_again(struct countdown *c)
{
	struct apply again = *c->apply;
	struct logbook book;
	bool fits;

	/* The timer kept the gap; a minute is for clocks that drift apart. */
	again.gap = c->scale == 1 ? again.gap - SPAN_MINUTE : 0;
	if (logbook_read(&book, c->ctx, LOG_DRY) != CMD_OK)
		return false;
	c->v = verdict_of(&book.e, c->ctx->now);
	fits = apply_judge(&book, &again, c->ctx->now) == CMD_OK;
	c->apply->warned = again.warned;
	return fits;
}

/* What others are told: this pack, the gap that began, or nothing more. */
static void
leave_word(const struct countdown *c)
{
	struct timer_word word = {TIMER_NONE, stage_end(c)};

	if (c->timer.stage == TIMER_PACK)
		word.kind = (enum timer_kind)c->apply->treatment;
	else if (c->timer.stage == TIMER_GAP)
		word.kind = TIMER_PAUSE;
	running_say(c->guard, &word);
}

/*
 * A pack, to its record, or the pause after it, which ends when the person is
 * awake.  False where nothing may follow.
 */
static bool
run_stage(struct countdown *c)
{
	bool pack = c->timer.stage == TIMER_PACK, recorded;
	const char *message = pack ? sentence_rows[SENTENCE_PACK_OFF].text :
	    "Time for the next pack.";
	int64_t began = c->timer.began, end = stage_end(c), over;
	int late;

	if (!pack)
		timer_extend(&c->timer, apply_awake(c->apply, end) - end);
	leave_word(c);
	if (!c->draws)
		output_say(pack ? "On now, off at %s." : "The next pack at %s.",
		    when_short(stage_end(c), clock_now()).s);
	if (!wait_stage(c, &over) || (!pack && !judge_again(c)))
		return false;
	/* A pack has to come off, before anything else that may go wrong. */
	if (c->draws)
		putchar('\a');
	output_say("%s", message);
	if (!pack)
		return tell(c, "on", "Back: the next pack", message);
	leave_word(c);
	late = (int)(over / 1000);
	if (over >= LATE_MS * c->scale)
		output_say("It is %d min %d s over: this machine or program "
		    "slept.", late / SPAN_MINUTE, late % SPAN_MINUTE);
	recorded = record(c, timer_ms(c) - began, c->apply->minutes);
	return tell(c, "off", "Back: take the pack off", message) && recorded;
}

/*
 * All packs, the last one as far as it came before a signal; then gives the
 * terminal and the signals back.
 */
static int
run(struct countdown *c)
{
	bool done = run_stage(c);
	int64_t ms;
	int minutes;

	while (done && c->timer.stage != TIMER_DONE)
		done = !c->ends && run_stage(c);
	ms = timer_ms(c);
	minutes = timer_minutes_done(&c->timer, ms);
	if (c->signo != 0 && minutes > 0)
		record(c, ms - c->timer.began, minutes);
	else if (c->signo != 0 && c->timer.stage == TIMER_PACK)
		output_say("Under a minute, so nothing was recorded.");
	else if (c->signo == 0 && done && !c->ends)
		output_say("The next may start at %s.",
		    when_short(apply_awake(c->apply, clock_now() +
		    c->apply->gap), clock_now()).s);
	show_cursor(c);
	running_end(c->guard);
	signals_close(&c->signals);
	if (c->signo != 0)
		signals_obey(c->signo);
	return done ? CMD_OK : CMD_FAILED;
}

/* Takes the lock of the one timer there may be. */
static bool
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
	if (c->guard == -1 && other.kind == TIMER_NONE)
		complain("%s: a timer is running already", name);
	else if (c->guard == -1)
		complain("%s: a timer is running already: %s %s", name,
		    ends[other.kind], when_short(other.until, c->ctx->now).s);
	return c->guard != -1;
}

int
apply_run(struct context *ctx, struct apply *a, struct verdict v)
{
	struct countdown c = {.ctx = ctx, .apply = a, .v = v};
	const char *errstr;

	c.scale = clock_scale(&errstr);
	if (errstr != NULL) {
		complain("BACKCARE_TIMESCALE: %s: write 1 to 100000", errstr);
		return CMD_FAILED;
	}
	if (!take_turn(&c))
		return CMD_FAILED;
	c.terminal = terminal_get();
	c.draws = isatty(STDOUT_FILENO) && !c.terminal.dumb;
	if (signals_open(&c.signals) == -1) {
		warn("the timer");
		running_end(c.guard);
		return CMD_FAILED;
	}
	/* Set and forgotten, it would write down packs that never were. */
	if (c.scale != 1)
		complain("BACKCARE_TIMESCALE: the timer runs %d times as fast",
		    (int)c.scale);
	c.base = clock_boot();
	timer_start(&c.timer, a->minutes, a->gap, a->count, c.base);
	/* That nobody reads on must not cost the record. */
	signal(SIGPIPE, SIG_IGN);
	output_say("%s", sentence_rows[a->treatment == TREATMENT_ICE ?
	    SENTENCE_ICE_START : SENTENCE_HEAT_START].text);
	return run(&c);
}
