/*
 * A pack of ice or of moist heat to be put on: what was asked for, why it may
 * not be, its record, and the timer that it runs by: drawn on a terminal,
 * waited for, recorded when it is over, cut short by a signal.
 */
#ifndef CMD_ICE_PACK_H
#define CMD_ICE_PACK_H

#include "../core/rules/verdict.h"
#include "../core/time/hours.h"
#include "../ui/logbook.h"

/* What was asked for. */
struct apply {
	enum treatment treatment;
	const struct pack_limits *limits;
	bool force;
	int minutes;
	int count;		/* of packs */
	int64_t gap;		/* seconds between two of them */
	struct hours waking;	/* a pack after the first is within these */
	const char *command;	/* -e, or NULL */
	bool warned;	/* that they are many, which is said once */
	int unread;	/* lines not read, with which the person goes on */
};

/* Whether a pack that lasts so long is one that the article knows. */
bool apply_minutes_fit(const struct apply *);
/*
 * Whether a pack may be put on at a moment, with a warning where it is one of
 * many; else says why not, and at URGENT and EMERGENCY what to do instead.
 * Returns an exit status.
 */
int apply_judge(const struct logbook *, struct apply *, int64_t at);
/* Warns of a pack that is over and was not the step, at its start. */
void apply_warn_done(const struct logbook *, struct apply *, int64_t start);
/* The first moment from one on at which a pack is within waking hours. */
int64_t apply_awake(const struct apply *, int64_t from);
/* The record of a pack of so many minutes. */
struct record apply_record(const struct apply *, int64_t start, int minutes);
/*
 * Runs them to the end, with the gaps between them, from a verdict that allows
 * them.  Returns an exit status; a signal that cuts it short kills this process
 * when what was done is recorded.
 */
int apply_run(struct context *, struct apply *, struct verdict);

#endif
