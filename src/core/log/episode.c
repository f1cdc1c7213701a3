#include "episode.h"

#include <string.h>

void
episode_init(struct episode *e)
{
	memset(e, 0, sizeof(*e));
	e->highest = RECORD_NO_SCORE;
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
	if (value > e->highest)
		e->highest = value;
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
	struct origin origin = {r->time, record_id(r)};

	if (flag_level(more) == URGENCY_EMERGENCY)
		e->emergency = origin;
	if ((flag_at_least(more, URGENCY_URGENT) &
	    ~flag_at_least(more, URGENCY_EMERGENCY)) != 0)
		e->urgent = origin;
	if ((more & FLAG_BIT(FLAG_SLEEP)) != 0)
		e->sleep = origin;
	e->flags |= flags;
}

static void
add_onset(struct episode *e, const struct record *r)
{
	/* Who saw what is over has agreed nothing about this. */
	if (!e->open)
		e->was_seen = false;
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
	e->clock_runs = true;
	e->open = true;
	if (r->feel == FEEL_SHARP && r->start == START_SUDDEN)
		e->sharp_sudden = true;
	add_flags(e, r, r->flags);
	add_score(e, r->time, r->score);
}

static void
add_check(struct episode *e, const struct record *r)
{
	if (r->none || r->asked_all)
		e->screened = true;
	if (r->none && !e->open)
		e->flags = 0;
	add_flags(e, r, r->flags);
}

/* A doctor or physiotherapist has looked at all that stands above. */
static void
add_seen(struct episode *e, const struct record *r)
{
	e->flags &= FLAG_BIT(FLAG_SKIN);
	e->sharp_sudden = false;
	e->scores = 0;
	if (e->clock_runs && r->time > e->clock + EPISODE_MARK)
		e->clock_runs = false;
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

int
episode_add(struct episode *e, const struct record *r)
{
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
		pack_add(&e->ice, r->time, r->minutes);
		break;
	case RECORD_HEAT:
		pack_add(&e->heat, r->time, r->minutes);
		break;
	case RECORD_SEEN:
		if (episode_refuses(e, r) != NULL)
			return -1;
		add_seen(e, r);
		break;
	case RECORD_END:
		add_end(e, r);
		break;
	case RECORD_NONE:
	case RECORD_KINDS:
	default:
		return 0;
	}
	if (!e->has_newest || r->time >= e->newest) {
		e->has_newest = true;
		e->newest = r->time;
		e->newest_kind = r->kind;
	}
	return 0;
}

enum trend
episode_trend(const struct episode *e)
{
	if (e->scores < 2)
		return TREND_SAME;
	return trend_of(e->first_score.value, e->last_score.value);
}

const char *
episode_refuses(const struct episode *e, const struct record *r)
{
	if (e->ended && r->time < e->end)
		return "before the last end";
	if ((r->kind == RECORD_END || r->kind == RECORD_SEEN) &&
	    e->has_newest && r->time < e->newest)
		return "before a record of the episode";
	return NULL;
}
