#include "phase.h"

const char *const phase_names[] = {"none", "ice", "heat", "escalate"};

bool
treatment_is_chronic(const struct onset *onset)
{
	return onset->chronic && onset->feel != FEEL_SHARP &&
	    onset->start != START_SUDDEN;
}

enum treatment
treatment_of(const struct episode *e, int64_t now)
{
	if (!e->open)
		return TREATMENT_NONE;
	if (now - e->latest.time >= TREATMENT_HEAT_AFTER ||
	    treatment_is_chronic(&e->latest))
		return TREATMENT_HEAT;
	return TREATMENT_ICE;
}

int64_t
treatment_next(const struct episode *e, enum treatment treatment, int64_t from,
    int64_t gap)
{
	from = pack_next(&e->packs[treatment], from, gap);
	return pack_next(&e->packs[pack_other(treatment)], from,
	    PACK_OTHER_GAP);
}

enum phase
phase_of(const struct episode *e, int64_t now)
{
	if (!e->open)
		return PHASE_NONE;
	if (now - e->first > EPISODE_MARK)
		return PHASE_ESCALATE;
	return treatment_of(e, now) == TREATMENT_HEAT ? PHASE_HEAT :
	    PHASE_ICE;
}

struct phase_change
phase_next(const struct episode *e, int64_t now)
{
	int64_t heat = e->latest.time + TREATMENT_HEAT_AFTER;
	/* 72 hours exactly is not past them yet. */
	int64_t mark = e->first + EPISODE_MARK + 1;
	enum phase phase = phase_of(e, now);

	if (phase == PHASE_NONE || phase == PHASE_ESCALATE)
		return (struct phase_change){PHASE_NONE, 0};
	if (phase == PHASE_ICE && heat < mark)
		return (struct phase_change){PHASE_HEAT, heat};
	return (struct phase_change){PHASE_ESCALATE, mark};
}
