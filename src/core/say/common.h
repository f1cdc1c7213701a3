/* What the episodes of a log have in common, in constant memory. */
#ifndef CORE_COMMON_H
#define CORE_COMMON_H

#include "../log/course.h"
#include "tally.h"

/* Fewer than this show nothing. */
#define COMMON_LEAST 3
#define COMMON_HOURS 1440	/* 60 days, for the median */
#define COMMON_PENDING 16
#define COMMON_AFTER (3 * SPAN_HOUR)	/* a score after a pack, in seconds */
#define COMMON_RECENT 2		/* gaps that are compared with those before */
#define COMMON_YEAR (365 * SPAN_DAY)

/* Scores after packs of a kind, against the score before. */
struct common_effect {
	int lower, same, higher;
};

/* A pack that waits for a score after it. */
struct common_pending {
	int64_t end;
	int before;
	bool ice;
};

struct common {
	int episodes, last_year, ended, past_mark;
	int hours[COMMON_HOURS + 1];	/* ended episodes by their length */
	struct tally exercises;		/* one an episode */
	int64_t began;			/* of the last episode */
	int gaps;			/* between beginnings, in all */
	int64_t recent[COMMON_RECENT];	/* the last of them, latest first */
	int64_t earlier;		/* the sum of the others, seconds */
	struct common_effect ice, heat;
	bool has_score;
	int score;			/* the last in this episode */
	struct common_pending pending[COMMON_PENDING];
	int pendings;
};

void common_init(struct common *);
/* Takes the next record in, for what seemed to help. */
void common_watch(struct common *, const struct record *);
/* Takes an episode in, that has ended or is the last of the log. */
void common_add(struct common *, const struct course *, int64_t now);
/* The usual time to gone, in hours; -1 where too few have ended. */
int common_median_hours(const struct common *);
/*
 * The mean of the last gaps and of those before, in seconds; false where
 * there are too few to compare.
 */
bool common_spacing(const struct common *, int64_t *recent, int64_t *earlier);

#endif
