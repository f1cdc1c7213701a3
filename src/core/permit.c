#include "permit.h"

const struct pack_limits *
permit_limits(enum treatment treatment)
{
	return treatment == TREATMENT_ICE ? &pack_ice : &pack_heat;
}

const struct pack_track *
permit_track(const struct episode *e, enum treatment treatment)
{
	return treatment == TREATMENT_ICE ? &e->ice : &e->heat;
}

enum permit
permit_pack(const struct episode *e, const struct verdict *v,
    enum treatment treatment, int64_t at, int64_t gap)
{
	if (!e->open)
		return PERMIT_CLOSED;
	if (v->urgency >= URGENCY_URGENT)
		return PERMIT_ALARM;
	if (verdict_has_flag(v, FLAG_SKIN))
		return PERMIT_SKIN;
	if (v->treatment != treatment)
		return PERMIT_PHASE;
	if (pack_next(permit_track(e, treatment), at, gap) > at)
		return PERMIT_GAP;
	return PERMIT_YES;
}

bool
permit_yields(enum permit permit)
{
	return permit == PERMIT_PHASE || permit == PERMIT_GAP;
}
