/*
 * When reminders last ran, kept as the time of a file, and whether they were
 * turned on, kept as something in it.
 */
#ifndef EDGE_LASTRUN_H
#define EDGE_LASTRUN_H

#include <stdbool.h>
#include <stdint.h>

/* Turned on, as of now; a file that is new takes now for the last time. */
int lastrun_begin(int64_t now);
/* Turned off.  Both return 0, or -1 after a message. */
int lastrun_end(void);
/* They ran now; made says that the file may be made, too.  Says nothing. */
void lastrun_note(int64_t now, bool make);
/*
 * When they last ran, and whether they are on.  False where neither is known.
 */
bool lastrun_get(int64_t *at, bool *on);

#endif
