/*
 * Copies of the log: the one that somebody edits, and its way back; and those
 * that others, or this program, left beside it.
 */
#ifndef EDGE_COPY_H
#define EDGE_COPY_H

#include <sys/types.h>

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#include "log.h"

struct copy {
	char log[PATH_MAX];	/* the real path, links followed */
	char path[PATH_MAX + 16];	/* of the copy, beside it; "": none */
	off_t size;		/* of the log when it was copied */
	uint64_t hash;		/* of those bytes */
	bool headed;		/* the first line of them was the header */
};

/*
 * All return 0, or -1 after a message.
 */

/* Makes the copy from a log that is open. */
int copy_make(struct copy *, const struct log *);
/* Whether the copy still has the bytes of the log; 1 where it has. */
int copy_is_same(const struct copy *);
/*
 * Reports every line of the copy that is not valid, under the name of the
 * log, and a copy that is empty, is no log, or has lost its header.  *bad is
 * how many there are.
 */
int copy_check(const struct copy *, int *bad);
/*
 * Puts the copy in the place of the log, which is open and locked: with what
 * was added to the log meanwhile, with its mode and owner, durably.  Refuses,
 * and leaves the copy, where anything else happened to the log.
 */
int copy_install(struct copy *, const struct log *);
/*
 * Takes the copy away, where there still is one, but not what somebody saved
 * in it: true where it stays, because it holds something else than the log
 * did, or nobody can tell.
 */
bool copy_drop(struct copy *);

enum copy_kind {
	COPY_CONFLICT,	/* copies by what keeps folders the same */
	COPY_EDIT		/* copies of edit */
};

/*
 * Gives the path of each to take, in the order of their names, until that
 * returns false.  Says nothing where the folder cannot be read, or there is
 * no log.
 */
void copy_each(const char *log, enum copy_kind,
    bool (*take)(const char *path, void *), void *arg);

#endif
