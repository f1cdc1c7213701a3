/* The clocks, and waiting. */
#ifndef EDGE_CLOCK_H
#define EDGE_CLOCK_H

#include <stdint.h>

/* Seconds since the epoch; main reads it once and hands it down. */
int64_t clock_now(void);
/* Milliseconds of a clock that nobody sets. */
int64_t clock_steady(void);
/*
 * The same, of one that runs on while the machine sleeps, where the system
 * has one: on FreeBSD and NetBSD it stands still.
 */
int64_t clock_boot(void);
void clock_sleep(int milliseconds);
/*
 * How many times as fast the timer is to go, which is for tests: what
 * BACKCARE_TIMESCALE says, or 1.  *errstr says what is wrong with it, or NULL.
 */
int64_t clock_scale(const char **errstr);

#endif
