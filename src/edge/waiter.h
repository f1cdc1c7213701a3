/* Waiting for a moment or a signal, through suspends of the machine. */
#ifndef EDGE_WAITER_H
#define EDGE_WAITER_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

struct waiter {
	int timer;		/* descriptor of a timer, or -1 */
	sigset_t outside;	/* the mask that waiting lets through */
};

/*
 * From here to waiter_close the signals that stop a program (INT, TERM, HUP,
 * QUIT, TSTP), and WINCH and CONT, arrive only while waiting; those that were
 * ignored stay so.  Returns 0, or -1 with errno.
 */
int waiter_open(struct waiter *);
/*
 * Waits until ms on the clock of clock_boot; returns the signal that cut it
 * short, or 0.  That may be early: look at the clock.
 */
int waiter_until(struct waiter *, int64_t ms);
/*
 * Waits until a descriptor can be read; returns as waiter_until does.
 */
int waiter_input(struct waiter *, int fd);
void waiter_close(struct waiter *);
/* Dies of that signal, or stops of TSTP and returns when continued. */
void waiter_obey(struct waiter *, int signo);

#endif
