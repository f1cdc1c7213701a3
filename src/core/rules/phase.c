#include "phase.h"

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
	struct phase_change change = {false, PHASE_NONE, 0};
	enum phase phase = phase_of(e, now);

	if (phase == PHASE_NONE || phase == PHASE_ESCALATE)
		return change;
	/* 72 hours exactly is not past them yet. */
	change.comes = true;
	change.phase = PHASE_ESCALATE;
	change.at = e->first + EPISODE_MARK + 1;
	if (phase == PHASE_ICE &&
	    e->latest.time + TREATMENT_HEAT_AFTER < change.at) {
		change.phase = PHASE_HEAT;
		change.at = e->latest.time + TREATMENT_HEAT_AFTER;
	}
	return change;
}

const char *
phase_name(enum phase phase)
{
	static const char *const names[] = {"none", "ice", "heat", "escalate"};

	return names[phase];
}
