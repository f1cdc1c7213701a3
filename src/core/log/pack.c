#include "pack.h"

const struct pack_limits pack_limits[TREATMENT_COUNT] = {
	[TREATMENT_NONE] = {"none"},
	[TREATMENT_ICE] = {"ice", "Ice", 15, PACK_MOST_MINUTES, 15,
	    2 * SPAN_HOUR, 8},
	[TREATMENT_HEAT] = {"heat", "Moist heat", PACK_LEAST_MINUTES,
	    PACK_MOST_MINUTES, 15, 4 * SPAN_HOUR, 3}
};

enum treatment
pack_other(enum treatment treatment)
{
	return treatment == TREATMENT_ICE ? TREATMENT_HEAT : TREATMENT_ICE;
}

enum treatment
pack_treatment(const struct record *r)
{
	return r->kind == RECORD_ICE ? TREATMENT_ICE :
	    r->kind == RECORD_HEAT ? TREATMENT_HEAT : TREATMENT_NONE;
}

static int64_t
end_of(const struct pack *pack)
{
	return pack->start + (int64_t)pack->minutes * SPAN_MINUTE;
}

int
pack_known(const struct pack_track *track)
{
	return track->count < PACK_TRACKED ? track->count : PACK_TRACKED;
}

void
pack_add(struct pack_track *track, int64_t start, int minutes)
{
	struct pack pack = {start, minutes};
	int at = pack_known(track);

	if (track->count == 0 || end_of(&pack) >= end_of(&track->last))
		track->last = pack;
	track->count++;
	if (at == PACK_TRACKED && start <= track->packs[--at].start)
		return;
	for (; at > 0 && track->packs[at - 1].start < start; at--)
		track->packs[at] = track->packs[at - 1];
	track->packs[at] = pack;
}

int64_t
pack_ended(const struct pack_track *track)
{
	return end_of(&track->last);
}

int64_t
pack_next(const struct pack_track *track, int64_t from, int64_t gap)
{
	int64_t next;

	if (track->count == 0)
		return from;
	next = pack_ended(track) + gap;
	return next > from ? next : from;
}

const struct pack *
pack_near(const struct pack_track *track, int64_t start, int minutes,
    int64_t gap)
{
	struct pack mine = {start, minutes};

	for (int i = 0; i < pack_known(track); i++) {
		const struct pack *other = &track->packs[i];

		if (start < end_of(other) + gap &&
		    other->start < end_of(&mine) + gap)
			return other;
	}
	return NULL;
}

bool
pack_too_many(const struct pack_track *track, const struct pack_limits *limits,
    int64_t start)
{
	/* Any so many in a row, and this one before, among or after them. */
	for (int i = 0; i + limits->per_day <= pack_known(track); i++) {
		int64_t last = track->packs[i].start;
		int64_t first = track->packs[i + limits->per_day - 1].start;

		if (start > last)
			last = start;
		if (start < first)
			first = start;
		if (last - first < SPAN_DAY)
			return true;
	}
	return false;
}

int64_t
pack_not_too_many(const struct pack_track *track,
    const struct pack_limits *limits, int64_t start)
{
	int64_t free;

	if (track->count < limits->per_day)
		return start;
	free = track->packs[limits->per_day - 1].start + SPAN_DAY;
	return free > start ? free : start;
}
