/*
 * What a log shows when it is looked at as a whole, in constant memory: what
 * the onsets came after, how long episodes took and how often they come, and
 * how scores went after packs.
 */
#ifndef CORE_STATISTICS_H
#define CORE_STATISTICS_H

#include "../log/course.h"
#include "../text/page.h"

/* Fewer than this show nothing. */
#define STATISTICS_LEAST 3
#define STATISTICS_EXERCISES 32	/* that are told apart */
#define STATISTICS_HOURS 1440	/* 60 days: what is longer is "over" that */
#define STATISTICS_DAYS 3650	/* likewise, between two episodes */
#define STATISTICS_RECENT 3	/* gaps that are compared with those before */
#define STATISTICS_AFTER (3 * SPAN_HOUR) /* seconds, of a score after a pack */
#define STATISTICS_PACKS 16	/* packs that can wait for a score */

struct exercise_count {
	char name[ONSET_EXERCISE];	/* as first written; cut where longer */
	int count;
};

struct exercise_counts {
	struct exercise_count list[STATISTICS_EXERCISES];
	int known;		/* how many of them */
};

/* Counts a name once more; those that fold_same takes for one are one. */
void statistics_add_exercise(struct exercise_counts *, struct slice name);
/* The exercise named most, the earlier of two alike; NULL where none was. */
const struct exercise_count *statistics_most(const struct exercise_counts *);

/* Of onsets; all of it zero to begin with. */
struct onset_statistics {
	int onsets, sudden, gradual;
	struct exercise_counts exercises;
	bool has_session, has_earlier;
	int64_t session;	/* the latest session, */
	int64_t earlier;	/* and the one before it */
};

/* Takes a record in; all but onsets change nothing. */
void statistics_add_onset(struct onset_statistics *, const struct record *);

/* Scores after packs of a kind, against the score before. */
struct score_changes {
	int lower, same, higher;
};

/* A pack that waits for a score after it. */
struct waiting_pack {
	int64_t end;
	int before;
	enum treatment of;
};

/* Of episodes; all of it zero to begin with. */
struct episode_statistics {
	int episodes, last_year, ended, past_mark;
	int hours[STATISTICS_HOURS + 1];	/* ended ones by their length */
	struct exercise_counts exercises;	/* one an episode */
	int64_t began;				/* of the last episode */
	int gaps;			/* from a beginning to the next */
	int recent[STATISTICS_RECENT];	/* the last, in days, in any order */
	int days[STATISTICS_DAYS + 1];	/* the others by their length */
	struct score_changes changes[TREATMENT_COUNT];
	bool has_score;
	int score;			/* the last in this episode */
	struct waiting_pack waiting[STATISTICS_PACKS];
	int waits;			/* how many of them */
};

/* Takes the next record in, for how scores went after packs. */
void statistics_add_record(struct episode_statistics *,
    const struct record *);
/* Takes an episode in, that has ended or is the last of the log. */
void statistics_add_episode(struct episode_statistics *,
    const struct course *, int64_t now);
/* Adds a paragraph, or two, for what there is enough of to say it. */
void statistics_write(struct page *, const struct episode_statistics *,
    bool utf8);

#endif
