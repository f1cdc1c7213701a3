/* A timer that runs: drawn on a terminal, waited for, cut short. */
#ifndef CMD_COUNTDOWN_H
#define CMD_COUNTDOWN_H

#include "../core/rules/timer.h"
#include "../edge/terminal.h"
#include "../edge/signals.h"

struct countdown {
	struct timer timer;
	struct signals signals;
	struct terminal terminal;
	const char *title;
	bool draws;	/* on a terminal that can move its cursor */
	bool hidden;	/* the cursor is */
	int drawn;	/* columns of the line that stands there; 0: none */
	int64_t base;	/* when it began, by clock_boot */
	int64_t scale;	/* its seconds in a real one: BACKCARE_TIMESCALE */
};

/* Returns 0, or -1 after a message. */
int countdown_start(struct countdown *, const char *title, int minutes,
    int64_t gap, int count);
/*
 * Waits to the end of the stage, whose lateness, in ms, goes to *over.
 * Returns 0, or the signal to die of; the line is then gone from the terminal.
 */
int countdown_wait(struct countdown *, int64_t *over);
/* Now, by the timer's clock. */
int64_t countdown_ms(const struct countdown *);
/* The end of the stage on the wall, seconds since the epoch. */
int64_t countdown_end(const struct countdown *);
/* Gives the terminal and the signals back; then dies of signo if not 0. */
void countdown_stop(struct countdown *, int signo);

#endif
