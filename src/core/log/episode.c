#include "episode.h"

#include <string.h>

void
episode_init(struct episode *e)
{
	memset(e, 0, sizeof(*e));
	e->highest = RECORD_NO_SCORE;
}

/* Puts a score where its date belongs; the earliest gives way. */
static void
keep_recent(struct episode *e, struct score score)
{
	int at = e->recents;

	if (at < EPISODE_RECENT) {
		e->recents++;
	} else {
		if (score.time < e->recent[0].time)
			return;
		memmove(&e->recent[0], &e->recent[1],
		    (EPISODE_RECENT - 1) * sizeof(score));
		at--;
	}
	for (; at > 0 && e->recent[at - 1].time > score.time; at--)
		e->recent[at] = e->recent[at - 1];
	e->recent[at] = score;
}

static void
add_score(struct episode *e, int64_t time, int value)
{
	struct score score = {time, value};

	if (value == RECORD_NO_SCORE)
		return;
	if (e->scores == 0 || time < e->first_score.time)
		e->first_score = score;
	if (e->scores == 0 || time >= e->last_score.time)
		e->last_score = score;
	if (e->scores == 0 || value < e->lowest_score)
		e->lowest_score = value;
	if (value > e->highest)
		e->highest = value;
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
ask(struct episode *e, int64_t at)
{
	for (int set = 0; set < SCREENING_SETS; set++) {
		if (!e->screenings[set].any || at > e->screenings[set].at)
			e->screenings[set].at = at;
		e->screenings[set].any = true;
	}
}

static void
report_breaking(struct episode *e, int i)
{
	for (int set = 0; set < SCREENING_SETS; set++) {
		if ((set & 1 << i) != 0)
			e->screenings[set].any = false;
	}
}

static void
take_back_breaking(struct episode *e, int i)
{
	for (int set = 0; set < SCREENING_SETS; set++)
		e->screenings[set] = e->screenings[set & ~(1 << i)];
}

static void
add_screening(struct episode *e, const struct record *r)
{
	bool all = record_is_screening(r);

	if (all)
		ask(e, r->time);
	for (int i = 0; i < BREAKING; i++) {
		if ((r->wrong & FLAG_BIT(breaking[i])) != 0)
			take_back_breaking(e, i);
		if (!all && (r->flags & FLAG_BIT(breaking[i])) != 0)
			report_breaking(e, i);
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
	add_score(e, r->time, r->score);
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

/* A visit after the clock's own mark stops it; one before moves the mark. */
static void
answer_clock(struct episode *e, int64_t seen)
{
	e->mark_moved = seen <= e->clock + EPISODE_MARK;
	if (!e->mark_moved)
		e->clock_runs = false;
}

/* A doctor or physiotherapist has looked at all that stands above. */
static void
add_seen(struct episode *e, const struct record *r)
{
	e->flags &= FLAG_BIT(FLAG_SKIN);
	e->sharp_sudden = e->sudden = false;
	e->scores = 0;
	if (e->clock_runs)
		answer_clock(e, r->time);
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
	if (!e->has_heard || r->time >= e->heard) {
		e->has_heard = true;
		e->heard = r->time;
	}
	if (r->kind != RECORD_NOTE &&
	    (!e->has_newest || r->time >= e->newest)) {
		e->has_newest = true;
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
	const struct screening *asked = &e->screenings[0];
	const struct screening *unbroken = &e->screenings[SCREENING_SETS - 1];
	int64_t at = unbroken->at;

	e->asked = asked->any;
	e->screened = unbroken->any &&
	    (!e->open || at >= e->latest.time) &&
	    (episode_trend(e) != TREND_WORSE || at >= e->last_score.time);
	e->screened_at = e->screened ? at : asked->at;
}

int
episode_add(struct episode *e, const struct record *r)
{
	bool fracture = is_fracture(e);

	switch (r->kind) {
	case RECORD_ONSET:
		add_onset(e, r);
		break;
	case RECORD_CHECK:
		add_check(e, r);
		break;
	case RECORD_PAIN:
		add_score(e, r->time, r->score);
		break;
	case RECORD_ICE:
	case RECORD_HEAT:
		pack_add(&e->packs[pack_treatment(r)], r->time, r->minutes);
		break;
	case RECORD_SEEN:
		if (episode_fit(e, r) != EPISODE_FITS)
			return -1;
		add_seen(e, r);
		break;
	case RECORD_END:
		add_end(e, r);
		break;
	case RECORD_NOTE:
		break;
	case RECORD_NONE:
	case RECORD_KINDS:
	default:
		return 0;
	}
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
	e->unread_after.time = e->has_heard ? e->heard : 0;
	e->unread_after.id = slice_hash(SLICE_HASH, line);
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

enum trend
episode_trend(const struct episode *e)
{
	if (e->scores < 2)
		return TREND_SAME;
	return trend_of(e->first_score.value, e->lowest_score,
	    e->last_score.value);
}

bool
episode_came_back(const struct episode *e)
{
	return e->scores >= 2 && trend_came_back(e->first_score.value,
	    e->lowest_score, e->last_score.value);
}

enum episode_fit
episode_fit(const struct episode *e, const struct record *r)
{
	if (r->kind == RECORD_NOTE)
		return EPISODE_FITS;
	if (e->ended && r->time < e->end)
		return EPISODE_BEFORE_END;
	if ((r->kind == RECORD_END || r->kind == RECORD_SEEN) &&
	    e->has_newest && r->time < e->newest)
		return EPISODE_BEFORE_RECORD;
	return EPISODE_FITS;
}
