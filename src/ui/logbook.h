/*
 * The log as a command uses it: opened under its lock and folded into what it
 * comes to; then looked at, or judged and added to.  Who opens it closes it,
 * before anything is printed; what it came to stays.
 */
#ifndef UI_LOGBOOK_H
#define UI_LOGBOOK_H

#include "../core/log/course.h"
#include "../core/log/episode.h"
#include "../core/log/record.h"
#include "../edge/log.h"
#include "command.h"

/* The time of a record that is dated when the log is locked. */
#define LOGBOOK_NOW INT64_MIN

struct logbook {
	struct context *ctx;
	struct log log;		/* open until logbook_close */
	struct episode e;	/* what it comes to, with what was added */
	struct episode before;	/* the same before that was added */
};

/* An int is an exit status; where it is not CMD_OK a message went before. */

/*
 * Opens it, and folds it.  The wait for the lock may have been long, so the
 * clock is read again, but where -t said what time it is.  Nothing is left
 * open after a failure.
 */
int logbook_open(struct logbook *, struct context *, enum log_access);
void logbook_close(struct logbook *);
/* Both of these: for what is only looked at. */
int logbook_read(struct logbook *, struct context *, enum log_access);
/* CMD_FAILED where lines of it were reported, which counts at the end. */
int logbook_status(const struct logbook *);
/* Opens it and no more, for those who go through it themselves. */
int logbook_begin(struct context *, enum log_access, struct log *);

/* Refuses to go on where no episode is open. */
int logbook_needs_open(const struct logbook *);
/*
 * Refuses a record that does not fit what the log comes to: its kind, the flags
 * that it takes back, or its date, where it names the one before it.
 * LOGBOOK_NOW becomes the date that it stands for, and an end gets the flags
 * that it carries on.
 */
int logbook_check(const struct logbook *, struct record *);
/*
 * Stores some records in one write, and folds them in; what could not be read
 * before them is still said, even where one of them is an end.
 */
int logbook_store(struct logbook *, const struct record *, int count);
/* The same, and stores nothing: for a dry run. */
void logbook_pretend(struct logbook *, const struct record *, int count);

/*
 * The whole way of one record: opens the log for it, checks and stores it,
 * closes, and then says so.
 */
int logbook_add(struct context *, enum log_access, struct record *,
    void (*confirm)(const struct logbook *, const struct record *));

/*
 * An episode, as a pass over the log comes to it, with where it stands: what is
 * too long to be kept is read there again.
 */
struct lookback {
	struct course course;	/* of the records since the last end, */
	off_t from, to;		/* which stand between these offsets */
	int unread;		/* log->unread where they begin */
};

void lookback_init(struct lookback *);
/* Takes in the record that the log just gave out; true where it is an end. */
bool lookback_add(struct lookback *, const struct log *,
    const struct record *);
/* Goes on after that end. */
void lookback_follow(struct lookback *, const struct log *,
    const struct record *end);
/* Lines among them, up to where the log is, that could not be read. */
int lookback_unread(const struct lookback *, const struct log *);

#endif
