/* Waiting for a moment or a signal, through suspends of the machine. */
#ifndef EDGE_SIGNALS_H
#define EDGE_SIGNALS_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

struct signals {
	int timer;		/* descriptor of a timer, or -1 */
	sigset_t outside;	/* the mask that waiting lets through */
};

/*
 * From here to signals_close the signals that stop a program (INT, TERM, HUP,
 * QUIT, TSTP), and WINCH and CONT, arrive only while waiting; those that were
 * ignored stay so.  Returns 0, or -1 with errno.
 */
int signals_open(struct signals *);
/*
 * Waits until ms, over 0, on the clock of clock_boot; returns the signal that
 * cut it short, or 0.  That may be early: look at the clock.
 */
int signals_until(struct signals *, int64_t ms);
/* Waits until a descriptor can be read; returns as signals_until does. */
int signals_input(struct signals *, int fd);
/*
 * A signal to die of that arrived meanwhile, or 0.  INT and QUIT do not
 * count: while another program had the terminal they were meant for that.
 */
int signals_pending(struct signals *);
void signals_close(struct signals *);
/* Dies of that signal, or stops of TSTP and returns when continued. */
void signals_obey(int signo);

#endif
