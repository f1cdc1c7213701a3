/* A record in the making, on its way from a command line into the log. */
#ifndef UI_DRAFT_H
#define UI_DRAFT_H

#include "logbook.h"
#include "option.h"

struct draft {
	struct record r;
	struct text text;	/* holds the bytes of its note */
	char buf[2 * RECORD_MAX];
};

/* The options of a command that takes -t and no other. */
struct draft_time {
	int64_t time;
};
extern const struct option_row draft_options[];
extern const struct draft_time draft_now;	/* without -t */

void draft_begin(struct draft *, enum record_kind, int64_t time);
/*
 * Takes the arguments as its note, joined with spaces and encoded for the log.
 * What looks like an option there is refused, as it would be lost; after "--"
 * all is note.  Returns an exit status.
 */
int draft_note(struct draft *, const struct context *);
/*
 * Adds it to the log, which a note may begin, and says so; where its note has
 * a word for a red flag, offers to go through them.  Likewise.
 */
int draft_keep(struct draft *, struct context *,
    void (*confirm)(const struct logbook *, const struct record *));
/* All of that, for a command with draft_options and a note.  Likewise. */
int draft_record(struct context *, const void *options, enum record_kind,
    void (*confirm)(const struct logbook *, const struct record *));

#endif
