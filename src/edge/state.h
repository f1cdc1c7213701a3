/*
 * What reminders keep: what was announced, for each log by its real path; and
 * when they last ran, as the time of a file, which holds something where they
 * were turned on.
 */
#ifndef EDGE_STATE_H
#define EDGE_STATE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

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

/* Turned on, as of now; a file that is new takes now for the last time. */
int state_turn_on(int64_t now);
/* Turned off.  Both return 0, or -1 after a message. */
int state_turn_off(void);
/* They ran now; made says that the file may be made, too.  Says nothing. */
void state_note_run(int64_t now, bool make);
/*
 * When they last ran, and whether they are on.  False where neither is known.
 */
bool state_last_run(int64_t *at, bool *on);

#endif
