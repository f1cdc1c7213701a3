#include "rounds.h"

#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../core/say/sentence.h"
#include "../edge/clock.h"
#include "../edge/running.h"
#include "countdown.h"
#include "output.h"

#define LATE_MS 5000	/* an end that late was slept over */

/* One line with a time of day in it. */
static void
say(const char *before, int64_t t)
{
	char buf[96];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	text_str(&text, when_short(t, clock_now()).s);
	printf("%s %s.\n", before, buf);
	fflush(stdout);
}

static void
say_words(const struct countdown *c, enum sentence words)
{
	output_wrap(slice_of(sentence_rows[words].text), c->terminal.columns, 0);
	fflush(stdout);
}

/* The pack was applied, whatever became of its record. */
static void
say_how_to_record(const struct pack_wish *w, int64_t start, int minutes)
{
	char when[64];
	struct text text;

	text_init(&text, when, sizeof(when));
	rfc3339_write(&text, start);
	warnx("to record it later: backcare %s -t %s -m %d", w->limits->name,
	    when, minutes);
}

/* Records the running pack, begun so many ms ago on the timer's clock. */
static int
record_run(struct context *ctx, const struct pack_wish *w, int64_t ago,
    int minutes)
{
	int64_t start = clock_now() - ago / 1000;
	struct recording rec;
	int status;

	rec.e.open = true;
	status = recording_open(&rec, ctx, LOG_WRITE);
	if (status == CMD_OK)
		status = pack_store(&rec, w, start, minutes);
	if (status == CMD_OK)
		printf("Recorded: %s, %d minute%s.\n", w->limits->name,
		    minutes, minutes == 1 ? "" : "s");
	else if (rec.e.open)
		say_how_to_record(w, start, minutes);
	fflush(stdout);
	return status;
}

static int
cut_short(struct context *ctx, const struct pack_wish *w, struct countdown *c,
    int signo)
{
	int64_t ms = countdown_ms(c);
	int minutes = timer_minutes_done(&c->timer, ms);

	if (minutes > 0)
		record_run(ctx, w, ms - c->timer.began, minutes);
	else if (c->timer.stage == TIMER_PACK)
		printf("Under a minute, so nothing was recorded.\n");
	countdown_stop(c, signo);
	return CMD_FAILED;
}

/* The log may have changed in the pause: is a pack still the step? */
static int
judge_again(struct context *ctx, const struct pack_wish *w,
    const struct countdown *c)
{
	struct pack_wish again = *w;
	struct recording rec;
	int status;

	/* The timer kept the gap; a minute is for clocks that drift apart. */
	again.gap = c->scale == 1 ? w->gap - SPAN_MINUTE : 0;
	status = recording_open(&rec, ctx, LOG_READ);
	if (status != CMD_OK)
		return status;
	log_close(&rec.log);
	return pack_judge(&rec, &again, ctx->now);
}

/* The pack has to come off, before anything else that may go wrong. */
static int
end_pack(struct context *ctx, const struct pack_wish *w,
    const struct countdown *c, int64_t began, int64_t over)
{
	char late[64];
	struct text text;

	if (c->draws)
		putchar('\a');
	say_words(c, SENTENCE_PACK_OFF);
	if (over >= LATE_MS * c->scale) {
		text_init(&text, late, sizeof(late));
		text_num(&text, over / 1000 / SPAN_MINUTE);
		text_str(&text, " min ");
		text_num(&text, over / 1000 % SPAN_MINUTE);
		printf("It is %s s over: this machine or program slept.\n",
		    late);
	}
	return record_run(ctx, w, countdown_ms(c) - began, w->minutes);
}

/* What others are told: this pack, or the gap that began. */
static void
leave_word(int guard, const struct pack_wish *w, const struct countdown *c)
{
	struct timer_word word = {
	    w->treatment == TREATMENT_ICE ? TIMER_ICE : TIMER_HEAT,
	    countdown_end(c)};

	if (c->timer.stage == TIMER_GAP)
		word.kind = TIMER_PAUSE;
	running_say(guard, &word);
}

static int
run_rounds(struct context *ctx, const struct pack_wish *w, struct countdown *c,
    int guard)
{
	int64_t over, began;
	int signo, status;

	for (;;) {
		leave_word(guard, w, c);
		if (!c->draws)
			say("On now, off at", countdown_end(c));
		began = c->timer.began;
		signo = countdown_wait(c, &over);
		if (signo != 0)
			return cut_short(ctx, w, c, signo);
		status = end_pack(ctx, w, c, began, over);
		if (status != CMD_OK)
			break;
		if (c->timer.stage == TIMER_DONE) {
			say("The next may start at", clock_now() + w->gap);
			break;
		}
		leave_word(guard, w, c);
		if (!c->draws)
			say("The next pack at", countdown_end(c));
		signo = countdown_wait(c, &over);
		if (signo != 0)
			return cut_short(ctx, w, c, signo);
		status = judge_again(ctx, w, c);
		if (status != CMD_OK)
			break;
		if (c->draws)
			putchar('\a');
		printf("Time for the next pack.\n");
	}
	countdown_stop(c, 0);
	return status;
}

/* The lock of the one timer there may be, or -1 after a message. */
static int
take_turn(const struct pack_wish *w, int64_t now)
{
	static const char *const ends[] = {
		[TIMER_ICE] = "ice, off at",
		[TIMER_HEAT] = "moist heat, off at",
		[TIMER_PAUSE] = "a pause, the next pack at"
	};
	struct timer_word other;
	int guard = running_take(&other);

	if (guard == -1 && other.kind == TIMER_NONE)
		warnx("%s: a timer is running already", w->limits->name);
	else if (guard == -1)
		warnx("%s: a timer is running already: %s %s", w->limits->name,
		    ends[other.kind], when_short(other.until, now).s);
	return guard;
}

int
rounds_run(struct context *ctx, const struct pack_wish *w)
{
	struct countdown c;
	int guard, status;

	guard = take_turn(w, ctx->now);
	if (guard == -1)
		return CMD_FAILED;
	if (countdown_start(&c, w->limits->title, w->minutes, w->gap,
	    w->count) == -1) {
		running_end(guard);
		return CMD_FAILED;
	}
	/* That nobody reads on must not cost the record. */
	signal(SIGPIPE, SIG_IGN);
	say_words(&c, w->treatment == TREATMENT_ICE ? SENTENCE_ICE_START :
	    SENTENCE_HEAT_START);
	status = run_rounds(ctx, w, &c, guard);
	running_end(guard);
	return status;
}
