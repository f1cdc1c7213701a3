/* The lines of a file, forward and from the end, in constant memory. */
#ifndef EDGE_LINES_H
#define EDGE_LINES_H

#include <sys/types.h>

#include <stdbool.h>

#include "../core/log/record.h"

/* Bytes read at a time: many lines of the longest kind. */
#define LINES_BUFFER 32768

struct lines {
	int fd;
	off_t next;		/* where the next read begins */
	off_t end;		/* nothing from here on is read */
	off_t line;		/* where the line given out last begins */
	size_t start, have;	/* the bytes in buf not given out yet */
	bool skipping;		/* inside a line too long to hold */
	char buf[LINES_BUFFER];
};

/* From an offset, where a line begins, up to end. */
void lines_init(struct lines *, int fd, off_t from, off_t end);
/*
 * The next line without its newline; of one that is too long for a record the
 * first bytes, more than RECORD_MAX.  *whole is false for a last line that has
 * no newline.  Returns 1, 0 at the end, or -1 with errno.
 */
int lines_next(struct lines *, struct slice *, bool *whole);
/*
 * From the last line that is an end record, or from the first line where there
 * is none.  Returns 0, or -1 with errno.
 */
int lines_init_last_end(struct lines *, int fd, off_t end);
/*
 * Where the last line begins; the file must not be empty.  Its first bytes,
 * RECORD_MAX + 1 at the most, go to buf; *whole is false where it has no
 * newline.  Returns how many, or -1 with errno.
 */
ssize_t lines_last(int fd, off_t size, char *buf, off_t *at, bool *whole);
/* How many newlines stand between two offsets, as far as can be read. */
long lines_count(int fd, off_t from, off_t before);

#endif
