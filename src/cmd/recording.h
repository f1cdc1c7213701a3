/* What the recording commands share: lock, judge, store, confirm. */
#ifndef CMD_RECORDING_H
#define CMD_RECORDING_H

#include "reading.h"

/* The time of a record that is dated when the log is locked. */
#define RECORDING_NOW INT64_MIN

struct recording {
	struct context *ctx;
	struct log log;
	struct episode e;	/* what the log comes to; after a store, with
				   what was stored */
};

/* A record that is being made, and room for the bytes of its note. */
struct draft {
	struct record r;
	struct text text;
	char buf[2 * RECORD_MAX];
};

/* The options of a command that takes -t and no other. */
struct recording_time {
	int64_t time;
};
extern const struct recording_time recording_now;	/* without -t */

void draft_begin(struct draft *, enum record_kind, int64_t time);
/* Takes the arguments as its note.  Returns an exit status. */
int draft_note(struct draft *, const struct context *);

/*
 * Opens the log under its lock and folds it.  LOG_READ is for a dry run.
 * All return CMD_OK, or CMD_FAILED after a message and with the log closed.
 */
int recording_open(struct recording *, struct context *, enum log_access);
/* Refuses a record that belongs to an episode, where none is open. */
int recording_needs_open(struct recording *);
/*
 * Refuses a record whose date does not fit, and names the one before it.
 * RECORDING_NOW becomes the date that it stands for.
 */
int recording_check(struct recording *, struct record *);
/* A line on standard error for what is dated before the first onset. */
void recording_warn_early(const struct recording *, const struct record *);
/* Names the flags of an episode that nobody has assessed, after a sentence. */
void recording_say_unseen(struct text *, uint32_t flags);
/* For a dry run: folds them in, stores nothing, and closes. */
int recording_pretend(struct recording *, const struct record *, int count);
/* Stores some records in one write, folds them in, and closes. */
int recording_store(struct recording *, const struct record *, int count);
/*
 * Prints what was recorded, in words, and the step to take now; at URGENT and
 * EMERGENCY that comes first.
 */
void recording_confirm(const struct recording *, const char *label,
    const char *said);
/*
 * For a record that could not be made or stored: if it is URGENT or EMERGENCY
 * by itself, that is said all the same.
 */
void recording_alarm(const struct context *, const struct record *);

#endif
