/* A pack of ice or heat: what was asked for, refusals, records. */
#ifndef CMD_PACK_H
#define CMD_PACK_H

#include "../core/rules/refusal.h"
#include "recording.h"

/* What was asked for. */
struct pack_wish {
	enum treatment treatment;
	const struct pack_limits *limits;
	bool force, dry;
	const char *when;	/* -t, or NULL */
	int minutes;
	int count;
	int64_t gap;		/* seconds */
};

/* Whether a pack that lasts so long is one that the article knows. */
bool pack_minutes_fit(const struct pack_wish *);
/*
 * Whether a pack may be put on at a moment, with a warning where it is one of
 * many; else says why not, and at URGENT and EMERGENCY what to do instead.
 * Returns an exit status.
 */
int pack_judge(const struct recording *, const struct pack_wish *, int64_t at);
/*
 * Stores a pack of so many minutes, in a log that is open for writing.
 * Returns an exit status.
 */
int pack_store(struct recording *, const struct pack_wish *, int64_t start,
    int minutes);
/*
 * -t: records a pack that is over, and warns where it was not the step.
 * Returns an exit status.
 */
int pack_done(struct context *, const struct pack_wish *);

#endif
