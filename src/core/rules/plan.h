/*
 * The timeline of an episode: what was done, and what is to come while it
 * lasts.  It offers nothing that the verdict does not.
 */
#ifndef CORE_PLAN_H
#define CORE_PLAN_H

#include "../time/hours.h"
#include "verdict.h"

enum plan_kind {
	PLAN_ONSET,	/* the pain began */
	PLAN_ICE = TREATMENT_ICE,
	PLAN_HEAT = TREATMENT_HEAT,
	PLAN_FLARE,	/* the latest onset, where it is not the first */
	PLAN_SWITCH,	/* from ice to moist heat */
	PLAN_MARK	/* 72 hours */
};

struct plan_event {
	enum plan_kind kind;
	int64_t at;
	int minutes;	/* of a pack */
	int number;	/* of a pack among those of its kind, from 1 on */
	bool done;	/* a pack: it is in the log */
};

/* Kinds of events, for bits. */
#define PLAN_KINDS (PLAN_MARK + 1)

/* What the person wants of it. */
struct plan_wish {
	struct hours hours;	/* when packs may be */
	int minutes;		/* of a pack of the present kind; 0: usual */
	int64_t gap;		/* between them, in seconds; 0: usual */
};

struct plan {
	const struct episode *e;
	const struct verdict *v;
	struct plan_wish wish;
	int64_t now;
	bool ended;		/* nothing is to come; when it did: */
	int64_t end;
	int64_t horizon;	/* no pack is planned from here on */
	struct pack_track packs[TREATMENT_COUNT];	/* and planned so far */
	int64_t from;		/* the next pack is not before this */
	int done[TREATMENT_COUNT];	/* how many of them are given out */
	int marks;		/* bits of the other kinds given out */
	int last[TREATMENT_COUNT];	/* the highest numbers given out */
	enum treatment running;	/* a timer's pack is on, */
	int64_t until;		/* until then; TREATMENT_NONE: none is */
};

void plan_init(struct plan *, const struct episode *, const struct verdict *,
    const struct plan_wish *, int64_t now);
/*
 * A timer's pack is on until then: it is the next, and no other goes over it.
 */
void plan_run(struct plan *, enum treatment, int64_t until);
/*
 * The same of an episode that has ended: e is what it was before that.  It
 * holds what was, and nothing that was to come.
 */
void plan_init_ended(struct plan *, const struct episode *e,
    const struct verdict *, int64_t end, int64_t now);
/* The events in the order of their times, one a call; false at the end. */
bool plan_next(struct plan *, struct plan_event *);
/*
 * After that, those that an earlier plan of the episode can have had and this
 * one has not, one a call: only kind and number count.  How many packs can be
 * planned follows from the most in a day.
 */
bool plan_next_gone(struct plan *, struct plan_event *);

#endif
