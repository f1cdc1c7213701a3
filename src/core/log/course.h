/* One episode as it went, for people who look back at it; bounded memory. */
#ifndef CORE_COURSE_H
#define CORE_COURSE_H

#include "episode.h"

#define COURSE_ONSETS 16
#define COURSE_SCORES 48
#define COURSE_OUT (COURSE_SCORES + 2)
#define COURSE_PACKS 64
#define COURSE_SEEN 8

struct course_pack {
	struct pack pack;
	enum treatment of;
};

/* Of what there is more of than there is room for, the first are kept. */
struct course {
	int onsets;
	struct onset first;	/* the earliest-dated */
	struct onset onset[COURSE_ONSETS];	/* by their dates */
	int64_t onset_lost;	/* the earliest date of those not kept, */
	int64_t onset_last;	/* and the latest */
	unsigned told;		/* onset_tells, of all of them together */
	bool ended;
	int64_t end;
	struct score scores[COURSE_SCORES];	/* thinned out evenly */
	int kept, every;	/* how many of them; each stands for so many */
	int score_count;	/* in all */
	struct score highest;	/* the first of them; RECORD_NO_SCORE: none */
	struct score last;	/* the latest-dated */
	int pack_count[TREATMENT_COUNT];	/* packs in all */
	struct course_pack packs[COURSE_PACKS];
	uint32_t flags;		/* reported, answered or not */
	uint32_t answered;	/* those of them that were before any onset */
	int64_t flag_at[FLAG_COUNT];	/* when first, */
	int64_t flag_last[FLAG_COUNT];	/* and the latest date */
	uint32_t taken_back;	/* entered by mistake, and not reported again */
	bool screened;		/* asked about all flags; when last: */
	int64_t screened_at;
	int seen;
	int64_t seen_at[COURSE_SEEN];
	int notes;		/* records with one */
	int64_t heard;		/* the date of the latest-dated record */
	char exercise[ONSET_EXERCISE];	/* as in the log, or "" */
};

void course_init(struct course *);
/*
 * Takes the next record in.  An end closes the course; what follows belongs to
 * another, which course_follow begins.
 */
void course_add(struct course *, const struct record *);
/* A new course after an end, with the flags that it carries on. */
void course_follow(struct course *, const struct record *end);
/*
 * Whether an onset would begin an episode that has nothing to do with what
 * stands above it since the last end, as that is settled.
 */
bool course_is_settled(const struct course *);
/* Adds what was reported, assessed and noted after its end, nothing open. */
void course_append(struct course *, const struct course *after);
/*
 * The scores by their dates, with the highest and the last even where they
 * were thinned out.  out has room for COURSE_OUT; returns how many.
 */
int course_scores(const struct course *, struct score *out);
/* Of its onsets all but the first, as far as they are kept; how many. */
int course_flares(const struct course *, const struct onset **);
/*
 * How long the packs of a kind took in all, in minutes, and when the last of
 * them began; there is one, and all packs are kept.
 */
int course_minutes(const struct course *, enum treatment, int64_t *last);
/* Packs of both kinds. */
int course_packs(const struct course *);
/* Those of a set of its flags that were first reported at a time. */
uint32_t course_flags_at(const struct course *, uint32_t set, int64_t at);
/* How long it lasted, in seconds; up to now where it has not ended. */
int64_t course_length(const struct course *, int64_t now);
/* Whether it is open only because nobody has said that it is not. */
bool course_is_silent(const struct course *, int64_t now);

#endif
