/*
 * What the terminal and the locale can show, and lines that somebody types at a
 * question.
 */
#ifndef EDGE_TERMINAL_H
#define EDGE_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#include "../core/text/text.h"
#include "signals.h"

struct terminal {
	int columns;	/* to write on: 20 to 100; where there is no terminal,
			   by COLUMNS, or 80 */
	int width;	/* as it is, also where that is less or more */
	int rows;	/* 0 where there is none, or they are not known */
	bool colour;
	bool utf8;
	bool dumb;	/* TERM says that it can place nothing */
};

/* Of standard output. */
struct terminal terminal_get(void);
/* Whether somebody is there to be asked. */
bool terminal_is_interactive(void);
/* Whether the locale's text is UTF-8. */
bool terminal_utf8(void);
/* Bytes from outside made fit for a message; cut with "..." if many. */
struct shown {
	char s[256];
};
struct shown shown(const char *word);
struct shown shown_bytes(const char *bytes, size_t len);
/* warnx(3), wrapped at words where standard error is a terminal. */
void complain(const char *format, ...) TEXT_FORMAT(1, 2);
/*
 * warn(3) of a file: its path made fit, and where why is not NULL, why.
 * Returns -1, with errno as it was.
 */
int terminal_warn(const char *path, const char *why);

/* Bytes of a line, with its end. */
#define TERMINAL_LINE_MAX 1024

enum terminal_line {
	TERMINAL_LINE,	/* a whole line, without its newline */
	TERMINAL_UNFIT,	/* one that is too long or has control bytes in it */
	TERMINAL_AGAIN,	/* the program was stopped, and goes on */
	TERMINAL_END	/* the end of input, or a signal to die of: *signo */
};

/* Drops what was typed up to now: it answers no question yet to be shown. */
void terminal_forget(void);
/*
 * Waits for the next line of standard input, into buf, of TERMINAL_LINE_MAX
 * bytes, through a signals that is open.  *signo is 0 but for a signal.
 */
enum terminal_line terminal_read(struct signals *, char *buf, int *signo);

#endif
