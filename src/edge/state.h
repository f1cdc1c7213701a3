/* The state file: what was announced, for each log by its real path. */
#ifndef EDGE_STATE_H
#define EDGE_STATE_H

#include <limits.h>

#include "../core/rules/reminder.h"

struct state {
	char path[PATH_MAX];
	char log[PATH_MAX];	/* the real path, encoded as in the file */
	int fd;			/* locked, or -1 */
	int turn;		/* likewise, of state_turn */
};

/* Names the files; the log need not exist.  Returns 0, or -1 (message). */
int state_init(struct state *, const char *log);
/*
 * Takes the turn to announce something, while which nobody else does; an
 * emergency waits for no other message.  Returns 0; 1 where another process
 * has it; or -1 after a message.  It goes with state_close, or the process.
 */
int state_turn(struct state *, bool emergency);
/*
 * Takes the lock, for which it waits 5 seconds: it is held for no longer than
 * it takes to note something.  Returns 0, or -1 after a message.  The lock
 * goes with state_close, or with the process.
 */
int state_lock(struct state *);
/* What was announced for this log.  Returns 0, or -1 after a message. */
int state_load(const struct state *, struct reminder_memory *);
/*
 * Puts that in the place of what the file says of this log, atomically and
 * durably.  Returns 0, or -1 after a message.
 */
int state_store(const struct state *, const struct reminder_memory *);
void state_close(struct state *);

#endif
