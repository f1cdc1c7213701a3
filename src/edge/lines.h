/* The lines of a file, forward and from the end, in constant memory. */
#ifndef EDGE_LINES_H
#define EDGE_LINES_H

#include <sys/types.h>

#include <stdbool.h>

#include "../core/log/record.h"

/* Bytes read at a time: many lines of the longest kind. */
#define LINES_BUFFER 32768

struct lines {
	struct slice line;	/* given out last, without its newline */
	off_t at;		/* where it begins */
	bool whole;		/* false for a last line without a newline */

	int fd;
	off_t next;		/* where the next read begins */
	off_t end;		/* nothing from here on is read */
	size_t start, have;	/* the bytes in buf not given out yet */
	bool skipping;		/* inside a line too long to hold */
	char buf[LINES_BUFFER];
};

/* From an offset, where a line begins, up to end. */
void lines_init(struct lines *, int fd, off_t from, off_t end);
/*
 * The same, of lines that another one gave out already: where it holds them
 * still, they are not read again.
 */
void lines_init_within(struct lines *, const struct lines *, off_t from,
    off_t end);
/*
 * From the last line that is an end record, or from the first line where there
 * is none.  Returns 0, or -1 with errno.
 */
int lines_init_last_end(struct lines *, int fd, off_t end);
/*
 * Gives out the next line; of one that is too long for a record the first
 * bytes, more than RECORD_MAX.  Returns 1, 0 at the end, or -1 with errno.
 */
int lines_next(struct lines *);

#endif
