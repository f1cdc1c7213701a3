#include "refusal.h"

enum refusal
refusal_of(const struct episode *e, const struct verdict *v,
    enum treatment treatment, int64_t at, int64_t gap)
{
	if (!e->open)
		return REFUSAL_CLOSED;
	if (v->urgency >= URGENCY_URGENT)
		return REFUSAL_ALARM;
	if (verdict_has_flag(v, FLAG_SKIN))
		return REFUSAL_SKIN;
	if (v->treatment != treatment)
		return REFUSAL_PHASE;
	if (pack_next(treatment_packs(e, treatment), at, gap) > at)
		return REFUSAL_GAP;
	return REFUSAL_NONE;
}

bool
refusal_yields(enum refusal refusal)
{
	return refusal == REFUSAL_PHASE || refusal == REFUSAL_GAP;
}
