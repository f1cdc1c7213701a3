/*
 * When reminders last ran, kept as the time of an empty file: it is there as
 * long as they are on.
 */
#ifndef EDGE_LASTRUN_H
#define EDGE_LASTRUN_H

#include <stdbool.h>
#include <stdint.h>

/* Turns reminders on, as of now.  Returns 0, or -1 after a message. */
int lastrun_begin(int64_t now);
/* Turns them off.  Returns 0, or -1 after a message. */
int lastrun_end(void);
/* Where they are on: they ran now. */
void lastrun_note(int64_t now);
/* Whether they are on, and when they last ran.  Says nothing. */
bool lastrun_get(int64_t *at);

#endif
