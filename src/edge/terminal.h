/* What the terminal and the locale can show. */
#ifndef EDGE_TERMINAL_H
#define EDGE_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

#define TERMINAL_SHOWN 256

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
/* Columns to write on, by a descriptor. */
int terminal_columns(int fd);
/* Whether somebody is there to be asked. */
bool terminal_is_interactive(void);
/* Whether the locale's text is UTF-8. */
bool terminal_utf8(void);
/*
 * Bytes from outside made fit for a message, in buf (TERMINAL_SHOWN bytes);
 * cut with "..." where they are many.  Returns buf.
 */
const char *terminal_show(char *buf, const char *bytes, size_t len);
const char *terminal_show_word(char *buf, const char *word);
/* warn(3) of a file: its path made fit, and where why is not NULL, why. */
void terminal_warn(const char *path, const char *why);

#endif
