/* Opening the log and folding it: what nearly every command begins with. */
#ifndef CMD_READING_H
#define CMD_READING_H

#include "../core/log/episode.h"
#include "../edge/log.h"
#include "cmd.h"

/* All return CMD_OK, or CMD_FAILED after a message and with the log closed. */

/*
 * Opens the log under its lock.  The wait for that may have been long, so the
 * clock is read again here, but where -t said what time it is.
 */
int reading_begin(struct context *, enum log_access, struct log *);
/* The same, and folds it; it stays open. */
int reading_open(struct context *, enum log_access, struct log *,
    struct episode *);
/* The same, and closes it; *bad is how many lines were reported. */
int reading_fold(struct context *, enum log_access, struct episode *,
    int *bad);
/* The same, over the whole of it: see records_each. */
int reading_each(struct context *, struct episode *,
    void (*take)(const struct record *, void *), void *arg, int *bad);

#endif
