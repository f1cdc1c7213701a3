#include "pack.h"

#include "span.h"

const struct pack_limits pack_ice = {
	"ice", "Ice", 15, 20, 15, 2 * SPAN_HOUR, 8
};
const struct pack_limits pack_heat = {
	"heat", "Moist heat", 10, 20, 15, 4 * SPAN_HOUR, 3
};

void
pack_add(struct pack_track *track, int64_t start, int minutes)
{
	int known = track->count < PACK_TRACKED ? track->count : PACK_TRACKED;
	int at = known < PACK_TRACKED ? known : PACK_TRACKED - 1;

	if (track->count == 0 ||
	    start + (int64_t)minutes * SPAN_MINUTE >= pack_ended(track)) {
		track->start = start;
		track->minutes = minutes;
	}
	track->count++;
	if (known == PACK_TRACKED && start <= track->starts[at])
		return;
	for (; at > 0 && track->starts[at - 1] < start; at--)
		track->starts[at] = track->starts[at - 1];
	track->starts[at] = start;
}

int64_t
pack_ended(const struct pack_track *track)
{
	return track->start + (int64_t)track->minutes * SPAN_MINUTE;
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

bool
pack_too_many(const struct pack_track *track, const struct pack_limits *limits,
    int64_t start)
{
	int known = track->count < PACK_TRACKED ? track->count : PACK_TRACKED;

	/* Any so many in a row, and this one before, among or after them. */
	for (int i = 0; i + limits->per_day <= known; i++) {
		int64_t last = track->starts[i];
		int64_t first = track->starts[i + limits->per_day - 1];

		if (start > last)
			last = start;
		if (start < first)
			first = start;
		if (last - first < SPAN_DAY)
			return true;
	}
	return false;
}
