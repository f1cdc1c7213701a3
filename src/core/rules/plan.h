/*
 * The timeline of an episode: what was done, and what is to come while it
 * lasts.  It offers nothing that the verdict does not.
 */
#ifndef CORE_PLAN_H
#define CORE_PLAN_H

#include "../time/hours.h"
#include "verdict.h"

enum plan_kind {
	PLAN_ICE = TREATMENT_ICE,
	PLAN_HEAT = TREATMENT_HEAT,
	PLAN_ONSET,	/* the pain began */
	PLAN_FLARE,	/* the latest onset, where it is not the first */
	PLAN_SWITCH,	/* from ice to moist heat */
	PLAN_MARK,	/* 72 hours */
	PLAN_KINDS
};

struct plan_event {
	enum plan_kind kind;
	int64_t at;
	int minutes;	/* of a pack */
	int number;	/* of a pack among those of its kind, from 1 on */
	bool done;	/* a pack: it is in the log */
};

/* What the person wants of it, and the pack that is on. */
struct plan_wish {
	struct hours hours;	/* when packs may be */
	int minutes;		/* of a pack of the present kind; 0: usual */
	int64_t gap;		/* between them, in seconds; 0: usual */
	enum treatment running;	/* a timer's pack: no other goes over it; */
	int64_t until;		/* on until then; TREATMENT_NONE: none is */
};

/*
 * Packs are planned for three days at the most, 8 of ice and 3 of heat in any
 * 24 hours of them; one more is on.
 */
#define PLAN_MOST (2 * PACK_TRACKED + PLAN_KINDS + 3 * (8 + 3) + 1)

struct plan {
	const struct episode *e;
	const struct verdict *v;
	int64_t now;
	int64_t end;		/* of the episode: nothing comes after it */
	struct plan_event events[PLAN_MOST];	/* by their times */
	int count;
	int given;		/* so many of them are given out */
	int last[PLAN_KINDS];	/* their highest numbers, or 1 */
	struct episode planned;	/* as e, with the packs to come */
};

void plan_init(struct plan *, const struct episode *, const struct verdict *,
    const struct plan_wish *, int64_t now);
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
