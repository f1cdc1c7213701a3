/* One timer at a time: a lock that goes with the process. */
#ifndef EDGE_RUNNING_H
#define EDGE_RUNNING_H

#include "terminal.h"

/*
 * Takes the lock and leaves a word on what runs.  Returns a descriptor to
 * keep open; -1 where another process has it, whose word is then in other
 * (TERMINAL_SHOWN bytes), fit for a message; or -2 after a message, where it
 * cannot be told.
 */
int running_take(const char *word, char *other);

#endif
