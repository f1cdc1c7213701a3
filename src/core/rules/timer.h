/*
 * The timer of packs and the gaps between them.  It is told the time, in
 * milliseconds of a clock that nobody sets and that runs on while the machine
 * sleeps, and waits for deadlines: no sleep is ever added up.
 */
#ifndef CORE_TIMER_H
#define CORE_TIMER_H

#include <stdbool.h>
#include <stdint.h>

#include "../log/pack.h"
#include "../text/page.h"

/* What runs, as others are told: a pack, or the gap after it. */
enum timer_kind {
	TIMER_NONE = TREATMENT_NONE,
	TIMER_ICE = TREATMENT_ICE,
	TIMER_HEAT = TREATMENT_HEAT,
	TIMER_PAUSE
};

/* The word that a timer leaves for them: what, and until when. */
struct timer_word {
	enum timer_kind kind;	/* TIMER_NONE: no timer runs */
	int64_t until;		/* seconds since the epoch */
};

/* As now -j says it. */
extern const char *const timer_kinds[];
/* Writes it as "ice 2026-11-20T18:45:00Z" and a newline, and reads that. */
void timer_word_write(struct text *, const struct timer_word *);
/* Returns 0, or -1 for anything else, when it is TIMER_NONE. */
int timer_word_parse(struct slice line, struct timer_word *);

enum timer_stage { TIMER_PACK, TIMER_GAP, TIMER_DONE };

struct timer {
	int minutes;		/* of a pack */
	int64_t gap;		/* seconds */
	int count;		/* packs in all */
	enum timer_stage stage;
	int round;		/* the pack that runs, or ran last; from 1 */
	int64_t began;		/* this stage, in ms */
	int64_t deadline;	/* its end, in ms */
};

void timer_start(struct timer *, int minutes, int64_t gap, int count,
    int64_t ms);
/*
 * Where the deadline has come: goes to the next stage and returns true.
 * *over is how late that was noticed, in ms; a gap begins when it was.
 */
bool timer_step(struct timer *, int64_t ms, int64_t *over);
/* Puts the end of the stage off by so many seconds, 0 or more. */
void timer_extend(struct timer *, int64_t seconds);
/* Whole minutes of the running pack that are done, 0 to minutes. */
int timer_minutes_done(const struct timer *, int64_t ms);
/* Milliseconds to the end of the stage; 0 where it has come. */
int64_t timer_left(const struct timer *, int64_t ms);
/* When what is shown changes next: at a whole second left. */
int64_t timer_tick(const struct timer *, int64_t ms);
/*
 * The line of the countdown, shorter than view->columns, if need be empty;
 * end is the wall clock's time at the end of the stage.
 */
void timer_line(struct text *, const struct timer *, const char *title,
    const struct page_view *view, int64_t ms, int64_t end);

#endif
