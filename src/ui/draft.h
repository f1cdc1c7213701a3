/* A record in the making, from a command line. */
#ifndef UI_DRAFT_H
#define UI_DRAFT_H

#include "../core/log/record.h"
#include "command.h"

struct draft {
	struct record r;
	struct text text;	/* holds the bytes of its note */
	char buf[2 * RECORD_MAX];
};

/* The options of a command that takes -t and no other. */
struct draft_time {
	int64_t time;
};
extern const struct draft_time draft_now;	/* without -t */

void draft_begin(struct draft *, enum record_kind, int64_t time);
/* Takes the arguments as its note.  Returns an exit status. */
int draft_note(struct draft *, const struct context *);

#endif
