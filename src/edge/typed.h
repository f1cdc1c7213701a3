/* Lines that somebody types at a question on the terminal. */
#ifndef EDGE_TYPED_H
#define EDGE_TYPED_H

#include "signals.h"

/* Bytes of a line, with its end. */
#define TYPED_MAX 1024

enum typed {
	TYPED_LINE,	/* a whole line, without its newline */
	TYPED_UNFIT,	/* one that is too long or has control bytes in it */
	TYPED_AGAIN,	/* the program was stopped, and goes on */
	TYPED_END	/* the end of input, or a signal to die of: *signo */
};

/* Drops what was typed up to now: it answers no question yet to be shown. */
void typed_forget(void);
/*
 * Waits for the next line of standard input, into buf (TYPED_MAX bytes),
 * through a signals that is open.  *signo is 0 but for a signal.
 */
enum typed typed_line(struct signals *, char *buf, int *signo);

#endif
