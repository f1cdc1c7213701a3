#include "refusal.h"

enum refusal
refusal_of_kind(const struct episode *e, const struct verdict *v,
    enum treatment treatment)
{
	if (!e->open)
		return REFUSAL_CLOSED;
	if (v->urgency >= URGENCY_URGENT)
		return REFUSAL_ALARM;
	if (verdict_has_flag(v, FLAG_SKIN))
		return REFUSAL_SKIN;
	return v->treatment != treatment ? REFUSAL_PHASE : REFUSAL_NONE;
}

enum refusal
refusal_of(const struct episode *e, const struct verdict *v,
    enum treatment treatment, int64_t at, int64_t gap)
{
	enum refusal refusal = refusal_of_kind(e, v, treatment);

	if (refusal != REFUSAL_NONE)
		return refusal;
	if (pack_next(&e->packs[treatment], at, gap) > at)
		return REFUSAL_GAP;
	return treatment_next(e, treatment, at, gap) > at ? REFUSAL_OTHER :
	    REFUSAL_NONE;
}

bool
refusal_yields(enum refusal refusal)
{
	return refusal == REFUSAL_PHASE || refusal == REFUSAL_GAP ||
	    refusal == REFUSAL_OTHER;
}
