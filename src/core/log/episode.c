#include "episode.h"

#include <string.h>

void
episode_init(struct episode *e)
{
	memset(e, 0, sizeof(*e));
	e->highest = RECORD_NO_SCORE;
	e->newest = e->heard = EPISODE_NEVER;
	for (int set = 0; set < SCREENING_SETS; set++)
		e->screenings[set] = EPISODE_NEVER;
}

void
score_insert(struct score *scores, int count, struct score score)
{
	int at = count;

	for (; at > 0 && scores[at - 1].time > score.time; at--)
		scores[at] = scores[at - 1];
	scores[at] = score;
}

/* The earliest gives way. */
static void
keep_recent(struct episode *e, struct score score)
{
	if (e->recents == EPISODE_RECENT) {
		if (score.time < e->recent[0].time)
			return;
		e->recents--;
		memmove(&e->recent[0], &e->recent[1],
		    (EPISODE_RECENT - 1) * sizeof(score));
	}
	score_insert(e->recent, e->recents++, score);
}

static void
add_score(struct episode *e, const struct record *r)
{
	const struct score score = {r->time, r->score};

	if (r->score == RECORD_NO_SCORE)
		return;
	if (e->scores == 0 || r->time < e->first_score.time)
		e->first_score = score;
	if (e->scores == 0 || r->time >= e->last_score.time)
		e->last_score = score;
	if (e->scores == 0 || r->score < e->lowest_score)
		e->lowest_score = r->score;
	if (r->score > e->highest)
		e->highest = r->score;
	keep_recent(e, score);
	e->scores++;
}

static void
take_latest(struct episode *e, const struct record *r)
{
	struct onset onset = onset_of(r);

	/* A flare that names no exercise comes from the same one. */
	if (*onset.exercise == '\0')
		memcpy(onset.exercise, e->latest.exercise,
		    sizeof(onset.exercise));
	e->latest = onset;
}

static void
add_flags(struct episode *e, const struct record *r, uint32_t flags)
{
	uint32_t more = flags & ~e->flags;

	e->reports += more != 0;
	while (more != 0)
		e->reported[flag_take(&more)] = (struct origin){r->time,
		    record_id(r), e->reports};
	e->flags |= flags;
	e->taken_back &= ~flags;
	if ((flags & FLAG_BIT(FLAG_BONE)) != 0)
		e->had_bone = true;
}

/* They count as never reported. */
static void
take_back(struct episode *e, uint32_t flags)
{
	e->flags &= ~flags;
	e->taken_back |= flags;
	if ((flags & FLAG_BIT(FLAG_BONE)) != 0)
		e->had_bone = false;
}

/* A set holds the flag i where its bit i is set. */
static const enum flag breaking[] = {FLAG_LEG, FLAG_NUMB};

#define BREAKING ((int)(sizeof(breaking) / sizeof(breaking[0])))

_Static_assert(1 << BREAKING == SCREENING_SETS, "a set for each choice");

static void
add_screening(struct episode *e, const struct record *r)
{
	bool all = record_is_screening(r);

	for (int set = 0; set < SCREENING_SETS; set++) {
		int64_t *at = &e->screenings[set];

		if (all && r->time > *at)
			*at = r->time;
		for (int i = 0; i < BREAKING; i++) {
			if ((r->wrong & FLAG_BIT(breaking[i])) != 0)
				*at = e->screenings[set & ~(1 << i)];
			if (!all && (set & 1 << i) != 0 &&
			    (r->flags & FLAG_BIT(breaking[i])) != 0)
				*at = EPISODE_NEVER;
		}
	}
}

static void
add_onset(struct episode *e, const struct record *r)
{
	/* Who saw what is over has agreed nothing about this. */
	if (!e->open) {
		e->was_seen = false;
		e->opened = r->time;
	}
	if (!e->open || r->time < e->first) {
		e->first = r->time;
		e->first_id = record_id(r);
	}
	if (!e->open || r->time >= e->latest.time)
		take_latest(e, r);
	if (!e->clock_runs || r->time < e->clock) {
		e->clock = r->time;
		e->clock_id = record_id(r);
	}
	if (!e->clock_runs)
		e->mark_moved = false;
	e->clock_runs = true;
	e->open = true;
	if (r->start == START_SUDDEN) {
		e->sudden = true;
		e->sharp_sudden |= r->feel == FEEL_SHARP;
	}
	add_screening(e, r);
	add_flags(e, r, r->flags);
	add_score(e, r);
}

static void
add_check(struct episode *e, const struct record *r)
{
	add_screening(e, r);
	if (r->none && !e->open)
		e->flags = 0;
	take_back(e, r->wrong);
	add_flags(e, r, r->flags);
}

static void
add_pack(struct episode *e, const struct record *r)
{
	pack_add(&e->packs[pack_treatment(r)], r->time, r->minutes);
}

/* A doctor or physiotherapist has looked at all that stands above. */
static void
add_seen(struct episode *e, const struct record *r)
{
	e->flags &= FLAG_BIT(FLAG_SKIN);
	e->sharp_sudden = e->sudden = false;
	e->scores = 0;
	/* A visit after the clock's own mark stops it; one before moves it. */
	e->mark_moved = r->time <= e->clock + EPISODE_MARK;
	e->clock_runs &= e->mark_moved;
	e->was_seen = true;
	e->seen = r->time;
}

static void
add_end(struct episode *e, const struct record *r)
{
	episode_init(e);
	e->ended = true;
	e->end = r->time;
	add_flags(e, r, flag_carried(r->flags));
}

static bool
is_fracture(const struct episode *e)
{
	return e->had_bone && e->sudden;
}

/* Which record is the latest-dated: with and without the notes. */
static void
note_newest(struct episode *e, const struct record *r)
{
	if (r->time >= e->heard)
		e->heard = r->time;
	if (r->kind != RECORD_NOTE && r->time >= e->newest) {
		e->newest = r->time;
		e->newest_kind = r->kind;
	}
}

/* The latest words that name what may be a red flag, and nobody asked after. */
static void
note_worry(struct episode *e, const struct record *r)
{
	struct slice rest = r->note, word;

	/* What is told late, below the answer, was not known to who gave it. */
	if ((r->kind == RECORD_SEEN || record_is_screening(r)) &&
	    r->time >= e->worry)
		e->worried = false;
	if (r->past || r->kind == RECORD_SEEN ||
	    (e->worried && e->worry >= r->time) ||
	    !flag_next_plain(&rest, &word))
		return;
	e->worried = true;
	e->worry = r->time;
}

/*
 * A clean answer from before the latest onset, before leg or numb was
 * reported, or from before it got worse, says nothing about today.
 */
static void
judge_screening(struct episode *e)
{
	const int64_t asked = e->screenings[0];
	const int64_t unbroken = e->screenings[SCREENING_SETS - 1];

	e->asked = asked != EPISODE_NEVER;
	e->screened = unbroken != EPISODE_NEVER &&
	    (!e->open || unbroken >= e->latest.time) &&
	    (episode_trend(e) != TREND_WORSE ||
	    unbroken >= e->last_score.time);
	e->screened_at = e->screened ? unbroken : asked;
}

int
episode_add(struct episode *e, const struct record *r)
{
	static void (*const add[RECORD_KINDS])(struct episode *,
	    const struct record *) = {
		[RECORD_ONSET] = add_onset, [RECORD_CHECK] = add_check,
		[RECORD_PAIN] = add_score, [RECORD_ICE] = add_pack,
		[RECORD_HEAT] = add_pack, [RECORD_SEEN] = add_seen,
		[RECORD_END] = add_end
	};
	bool fracture = is_fracture(e);

	if (r->kind == RECORD_NONE)
		return 0;
	if (r->kind == RECORD_SEEN && episode_fit(e, r) != EPISODE_FITS)
		return -1;
	if (add[r->kind] != NULL)
		add[r->kind](e, r);
	if (is_fracture(e) && !fracture)
		e->fracture = (struct origin){r->time, record_id(r), 0};
	e->future += r->future;
	note_newest(e, r);
	note_worry(e, r);
	judge_screening(e);
	return 0;
}

void
episode_add_unread(struct episode *e, struct slice line)
{
	e->unread++;
	e->unread_after.time = e->heard == EPISODE_NEVER ? 0 : e->heard;
	/* The same words below another record are another line. */
	e->unread_after.id = slice_hash(SLICE_HASH ^
	    (uint64_t)e->unread_after.time, line);
}

bool
episode_asks(const struct episode *e)
{
	return e->open && (!e->screened || e->worried);
}

int64_t
episode_mark(const struct episode *e)
{
	return (e->mark_moved ? e->seen : e->clock) + EPISODE_MARK;
}

/* Two points are the least that means anything, and 30 percent better. */
static bool
is_better(int first, int last)
{
	return first - last >= 2 && 10 * (first - last) >= 3 * first;
}

bool
episode_came_back(const struct episode *e)
{
	int first = e->first_score.value, last = e->last_score.value;

	return e->scores >= 2 && last - first < 2 && !is_better(first, last) &&
	    is_better(first, e->lowest_score) && last - e->lowest_score >= 2;
}

enum trend
episode_trend(const struct episode *e)
{
	int first = e->first_score.value, last = e->last_score.value;

	if (e->scores < 2)
		return TREND_SAME;
	if (last == 0 && first > 0)
		return TREND_GONE;
	if (last - first >= 2 || episode_came_back(e))
		return TREND_WORSE;
	return is_better(first, last) ? TREND_BETTER : TREND_SAME;
}

const char *
trend_name(enum trend trend)
{
	static const char *const names[] = {"gone", "better", "same", "worse"};

	return names[trend];
}

enum episode_fit
episode_fit(const struct episode *e, const struct record *r)
{
	if (r->kind == RECORD_NOTE)
		return EPISODE_FITS;
	if (e->ended && r->time < e->end)
		return EPISODE_BEFORE_END;
	if ((r->kind == RECORD_END || r->kind == RECORD_SEEN) &&
	    r->time < e->newest)
		return EPISODE_BEFORE_RECORD;
	return EPISODE_FITS;
}
