/* Opening the log and folding it: what nearly every command begins with. */
#ifndef CMD_READING_H
#define CMD_READING_H

#include "../core/episode.h"
#include "../edge/log.h"
#include "cmd.h"

/*
 * Opens the log under its lock and folds it; it stays open.  The wait for the
 * lock may have been long, so the clock is read again here, but where -t said
 * what time it is.  Returns CMD_OK, or CMD_FAILED after a message and with
 * the log closed.
 */
int reading_open(struct context *, enum log_access, struct log *,
    struct episode *);
/* The same, and closes it; *bad is how many lines were reported. */
int reading_fold(struct context *, enum log_access, struct episode *,
    int *bad);

#endif
