/* Packs of ice and of heat: how long, how often.  backcare-advice(7). */
#ifndef CORE_PACK_H
#define CORE_PACK_H

#include "record.h"
#include "../time/span.h"

/* What a pack is of. */
enum treatment {
	TREATMENT_NONE,
	TREATMENT_ICE,
	TREATMENT_HEAT,
	TREATMENT_COUNT
};

/* The most packs of a kind that are remembered: three days and more of them. */
#define PACK_TRACKED 48

/* Seconds from a pack of one kind to one of the other: the shorter gap. */
#define PACK_OTHER_GAP (2 * SPAN_HOUR)

/* The limits of one kind of pack. */
struct pack_limits {
	const char *name;	/* "none", "ice", "heat": as -j says it */
	const char *title;	/* "Ice", "Moist heat" */
	int min_minutes;	/* of one pack, inclusive */
	int max_minutes;
	int default_minutes;
	int64_t gap;		/* seconds from an end to the next start */
	int per_day;		/* more in any 24 hours than this warns */
};

/* What the limits of both kinds leave, for a pack of either. */
#define PACK_LEAST_MINUTES 10
#define PACK_MOST_MINUTES 20

extern const struct pack_limits pack_limits[TREATMENT_COUNT];

struct pack {
	int64_t start;	/* seconds since the epoch */
	int minutes;	/* 1 to 60 */
};

/* What is known of the packs of one kind in an episode. */
struct pack_track {
	int count;				/* in the episode */
	struct pack packs[PACK_TRACKED];	/* the latest, latest first */
	struct pack last;			/* the one that ended last */
};

/* What is the other of the two. */
enum treatment pack_other(enum treatment);
/* What a record is of: of no pack, nothing. */
enum treatment pack_treatment(const struct record *);
/* Takes a pack in; packs may come in any order. */
void pack_add(struct pack_track *, int64_t start, int minutes);
/* How many of them packs holds. */
int pack_known(const struct pack_track *);
/* When the last pack ended; count must not be 0. */
int64_t pack_ended(const struct pack_track *);
/*
 * The earliest moment for the next pack, from a moment on.  A pack recorded
 * after that moment (the clock went back) counts: no gap gets shorter.
 */
int64_t pack_next(const struct pack_track *, int64_t from, int64_t gap);
/* A pack with less than the gap between it and one at start; or NULL. */
const struct pack *pack_near(const struct pack_track *, int64_t start,
    int minutes, int64_t gap);
/* Whether a pack at start would be one too many for 24 hours that hold it. */
bool pack_too_many(const struct pack_track *, const struct pack_limits *,
    int64_t start);
/*
 * The earliest moment from start on at which one after all of them would not
 * be.
 */
int64_t pack_not_too_many(const struct pack_track *,
    const struct pack_limits *, int64_t start);

#endif
