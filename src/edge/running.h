/*
 * One timer at a time for a log: a lock that goes with the process, on a file
 * in which others read what runs, and until when.
 */
#ifndef EDGE_RUNNING_H
#define EDGE_RUNNING_H

#include "../core/rules/timer.h"

/*
 * Takes the lock.  Returns a descriptor to keep open; -1 where another
 * process has it, whose word goes to *other (TIMER_NONE where it left none);
 * or -2 after a message.
 */
int running_take(const char *log, struct timer_word *other);
/* Leaves word of what runs now, in place of what it was. */
void running_say(int fd, const struct timer_word *);
/* Takes the word back, and gives the lock up; -1 is no descriptor. */
void running_end(int fd);
/*
 * What runs now; TIMER_NONE where no timer does, or that cannot be told.
 * Says nothing, waits for nothing, and leaves nothing behind.
 */
struct timer_word running_get(const char *log);

#endif
