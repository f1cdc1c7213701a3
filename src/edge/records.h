/* The records of a log that is open, and a word on what is wrong in it. */
#ifndef EDGE_RECORDS_H
#define EDGE_RECORDS_H

#include <stdint.h>

#include "../core/log/episode.h"
#include "log.h"

/*
 * All fold the log into the state that it comes to, and return 0, or -1 after
 * a message.  Bad lines are reported under the path and number of each and
 * counted in log->bad; those of them that could not be read, or not wholly,
 * since the last end, are in the state's unread.  Records dated after now, in
 * seconds, are bad lines too, but count; those that the fold refuses are bad
 * lines, and do not.
 */

/* From the last end only: reminders can be made from that. */
int records_fold(struct log *, int64_t now, struct episode *);
/* All of it, and each record that counts goes to take; constant memory. */
int records_each(struct log *, int64_t now, struct episode *,
    void (*take)(const struct record *, void *), void *arg);
/*
 * Once more each record with a note that begins at from or after it and before
 * to, without a word and without folding it.
 */
int records_notes(const struct log *, off_t from, off_t to,
    void (*take)(const struct record *, void *), void *arg);
/* What records_each would give, for a pass before that one: it says nothing. */
int records_skim(const struct log *,
    void (*take)(const struct record *, void *), void *arg);

#endif
