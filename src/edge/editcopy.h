/* A copy of the log that somebody edits, and its way back. */
#ifndef EDGE_EDITCOPY_H
#define EDGE_EDITCOPY_H

#include <sys/types.h>

#include <limits.h>
#include <stdint.h>

#include "log.h"

struct editcopy {
	char log[PATH_MAX];	/* the real path, links followed */
	char path[PATH_MAX];	/* of the copy, beside it; "": none */
	off_t size;		/* of the log when it was copied */
	uint64_t hash;		/* of those bytes */
	bool torn;		/* the last of them was no newline */
	bool headed;		/* the first line of them was the header */
};

/*
 * All return 0, or -1 after a message.
 */

/* Makes the copy from a log that is open. */
int editcopy_make(struct editcopy *, const struct log *);
/* Whether the copy still has the bytes of the log; 1 where it has. */
int editcopy_is_same(const struct editcopy *);
/*
 * Reports every line of the copy that is not valid, under the name of the
 * log, and a copy that is empty, is no log, or has lost its header.  *bad is
 * how many there are.
 */
int editcopy_check(const struct editcopy *, int *bad);
/*
 * Puts the copy in the place of the log, which is open and locked: with what
 * was added to the log meanwhile, with its mode and owner, durably.  Refuses,
 * and leaves the copy, where anything else happened to the log.
 */
int editcopy_install(struct editcopy *, const struct log *);
/*
 * Takes the copy away, where there still is one, but not what somebody saved
 * in it: true where it stays, because it holds something else than the log
 * did, or nobody can tell.
 */
bool editcopy_drop(struct editcopy *);

#endif
