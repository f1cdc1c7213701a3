/*
 * The state that the log comes to: the fold of the last end and the records
 * after it, in the order in which they stand.  backcare-advice(7).
 */
#ifndef CORE_EPISODE_H
#define CORE_EPISODE_H

#include "onset.h"
#include "pack.h"
#include "../time/civil.h"
#include "../time/span.h"

/* The point at which to have it looked at, in seconds; S10, S43. */
#define EPISODE_MARK (72 * SPAN_HOUR)

/* Seconds without a record after which it may be a forgotten one. */
#define EPISODE_SILENT (7 * SPAN_DAY)
/* The latest-dated scores that are kept. */
#define EPISODE_RECENT 12

/* Sets of those flags that a screening does not outlive: leg and numb. */
#define SCREENING_SETS 4

/* The date of what has not been: before all that a record can have. */
#define EPISODE_NEVER (CIVIL_MIN - 1)

/*
 * Where the pain is going: backcare-advice(7), "Trend".  Better comes first: a
 * rule may ask for "same or worse" with >=.
 */
enum trend { TREND_GONE, TREND_BETTER, TREND_SAME, TREND_WORSE };

/* A record that something follows from. */
struct origin {
	int64_t time;
	uint64_t id;	/* record_id */
	int order;	/* of those of flags, in the log */
};

struct score {
	int64_t time;
	int value;	/* 0 to 10 */
};

struct episode {
	bool open;		/* an onset stands after the last end */
	bool ended;		/* there is an end; its date: */
	int64_t end;
	int64_t opened;		/* the onset that stands first in the log */
	int64_t first;		/* the earliest-dated onset: the 72 hours */
	struct onset latest;	/* the latest-dated onset: the 48 hours */
	uint32_t flags;		/* not answered by anybody yet */
	uint32_t taken_back;	/* since the last end, and not said again */
	bool had_bone;		/* reported since the last end, seen or not */
	/*
	 * Of the screenings since the last end, for each set of those flags,
	 * the date of the latest-dated with none of the set reported below it:
	 * a flag that is taken back was never reported, and so a screening
	 * above it comes back.
	 */
	int64_t screenings[SCREENING_SETS];
	bool screened;		/* one since the last end still stands */
	bool asked;	/* there is one; the latest-dated that stands, */
	int64_t screened_at;	/* or, where none does, that there is */
	bool sharp_sudden;	/* an onset that was both, not answered (U3) */
	bool sudden;		/* one that was sudden, likewise (U8) */
	int scores;		/* since the last end and the last seen, */
	struct score first_score, last_score;	/* by their dates, */
	int lowest_score;	/* and the lowest of them */
	int highest;		/* score since the last end; -1: none */
	int recents;		/* how many of those there are, by date: */
	struct score recent[EPISODE_RECENT];
	bool clock_runs;	/* the 72 hours of rule U4, */
	int64_t clock;		/* from the earliest onset since it stopped; */
	bool mark_moved;	/* to 72 hours after the last seen */
	bool was_seen;		/* there is a seen that was obeyed; its date: */
	int64_t seen;
	int64_t newest;		/* the latest-dated record since the last */
				/* end, that end included, notes left out, */
	enum record_kind newest_kind;	/* and what it is */
	int64_t heard;		/* the same with notes */
	bool worried;		/* words name what may be a red flag, and no */
	int64_t worry;		/* screening or seen below them; their date */
	int unread;		/* lines since the last end, that included, */
				/* that could not be read, or not wholly */
	int future;		/* records dated after now, likewise */
	struct pack_track packs[TREATMENT_COUNT];
	/* What reminders follow from, besides the latest onset. */
	uint64_t first_id, clock_id;	/* of the onsets of those dates */
	struct origin reported[FLAG_COUNT];	/* of each that stands; */
	int reports;	/* how many records told of a new one */
	struct origin unread_after;	/* the last such line; its time is that
					   of the latest record above it */
	struct origin fracture;	/* since when had_bone and sudden both are */
};

void episode_init(struct episode *);
/*
 * Takes the next record in.  Returns 0, or -1 for a seen that is dated before
 * a record above it, which is then not obeyed.
 */
int episode_add(struct episode *, const struct record *);
/*
 * Takes in that the line just read was malformed or of an unknown kind, or
 * that the record just added named an unknown flag.
 */
void episode_add_unread(struct episode *, struct slice line);
/* When U4 begins to apply is a second after this; the clock must run. */
int64_t episode_mark(const struct episode *);
/* From the first, the lowest and the last score: "same" under two. */
enum trend episode_trend(const struct episode *);
/* Whether that is worse because it had been better in between. */
bool episode_came_back(const struct episode *);
/* As -j says it: "gone", "better", "same", "worse". */
const char *trend_name(enum trend);
/*
 * Puts a score behind those of its date and of earlier ones, among so many by
 * their dates, which have room for one more.
 */
void score_insert(struct score *, int count, struct score);
/* Whether red flags are to be asked: it is open, and not screened, or so. */
bool episode_asks(const struct episode *);
/*
 * Whether a record may be added, by its date.  Sorting the log must not change
 * what it means, so nothing goes before the last end, and neither an end nor a
 * seen before a record of its episode.  A note has no place in that order: it
 * may go anywhere, and anything before it.
 */
enum episode_fit {
	EPISODE_FITS,
	EPISODE_BEFORE_END,
	EPISODE_BEFORE_RECORD
};
enum episode_fit episode_fit(const struct episode *, const struct record *);

#endif
