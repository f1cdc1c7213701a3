/* The records of a log that is open, and a word on what is wrong in it. */
#ifndef EDGE_RECORDS_H
#define EDGE_RECORDS_H

#include <stdint.h>

#include "../core/episode.h"
#include "log.h"

/*
 * Both report bad lines under the path and number of each, and count them in
 * log->bad.  They return 0, or -1 after a message.
 */

/*
 * The state that the log comes to, read from its last end.  Records that are
 * dated after now, in seconds, are bad lines too.
 */
int records_fold(struct log *, int64_t now, struct episode *);
/* Gives every record of the whole log to take, in constant memory. */
int records_each(struct log *, void (*take)(const struct record *, void *),
    void *arg);

#endif
