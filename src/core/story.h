/* One episode as it went, for people who look back at it; bounded memory. */
#ifndef CORE_STORY_H
#define CORE_STORY_H

#include "episode.h"

#define STORY_ONSETS 16
#define STORY_SCORES 48
#define STORY_OUT (STORY_SCORES + 2)
#define STORY_PACKS 64
#define STORY_SEEN 8
#define STORY_NOTES 8
#define STORY_NOTE_MAX 160

struct story_pack {
	struct pack pack;
	bool ice;
};

struct story_note {
	int64_t at;
	enum record_kind kind;
	char text[STORY_NOTE_MAX];	/* as in the log; cut where longer */
	bool cut;
};

/* Of what there is more of than there is room for, the first are kept. */
struct story {
	int onsets;
	struct onset first;	/* the earliest-dated */
	struct onset onset[STORY_ONSETS];	/* by their dates */
	int64_t onset_lost;	/* the earliest date of those not kept */
	unsigned told;		/* onset_tells, of all of them together */
	bool ended;
	int64_t end;
	struct score scores[STORY_SCORES];	/* thinned out evenly */
	int kept, every;	/* how many of them; each stands for so many */
	int score_count;	/* in all */
	struct score highest;	/* the first of them; RECORD_NO_SCORE: none */
	struct score last;	/* the latest-dated */
	int ice, heat;		/* packs in all */
	struct story_pack packs[STORY_PACKS];
	uint32_t flags;		/* reported, answered or not */
	uint32_t answered;	/* those of them that were before any onset */
	int64_t flag_at[FLAG_COUNT];	/* when first */
	bool screened;
	int seen;
	int64_t seen_at[STORY_SEEN];
	int notes;
	struct story_note note[STORY_NOTES];
	char exercise[ONSET_EXERCISE];	/* as in the log, or "" */
};

void story_init(struct story *);
/*
 * Takes the next record in.  An end closes the story; what follows belongs to
 * another, which story_follow begins.
 */
void story_add(struct story *, const struct record *);
/* A new story after an end, with the flags that it carries on. */
void story_follow(struct story *, const struct record *end);
/* Adds what was reported, assessed and noted after its end, nothing open. */
void story_append(struct story *, const struct story *after);
/*
 * The scores by their dates, with the highest and the last even where they
 * were thinned out.  out has room for STORY_OUT; returns how many.
 */
int story_scores(const struct story *, struct score *out);
/* Of its onsets all but the first, as far as they are kept; how many. */
int story_flares(const struct story *, const struct onset **);
/*
 * How long the packs of a kind took in all, in minutes, and when the last of
 * them began; there is one, and all packs are kept.
 */
int story_minutes(const struct story *, bool ice, int64_t *last);
/* How long it lasted, in seconds; up to now where it has not ended. */
int64_t story_length(const struct story *, int64_t now);

#endif
