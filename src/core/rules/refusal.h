/* Whether a pack may be put on now.  backcare-advice(7), "Packs". */
#ifndef CORE_REFUSAL_H
#define CORE_REFUSAL_H

#include "verdict.h"

/* In the order in which they are looked at. */
enum refusal {
	REFUSAL_NONE,
	REFUSAL_CLOSED,	/* no episode is open */
	REFUSAL_ALARM,	/* URGENT or EMERGENCY */
	REFUSAL_SKIN,	/* the caution: neither cold nor heat */
	REFUSAL_PHASE,	/* the other treatment is called for */
	REFUSAL_GAP,	/* the last pack is too recent */
	REFUSAL_OTHER	/* the last pack of the other kind is */
};

/* For a pack of the treatment, whatever was put on before. */
enum refusal refusal_of_kind(const struct episode *, const struct verdict *,
    enum treatment);
/* The same at a moment, with a gap, in seconds, after the last of its kind. */
enum refusal refusal_of(const struct episode *, const struct verdict *,
    enum treatment, int64_t at, int64_t gap);
/* Whether the person may insist: never against an alarm or the skin. */
bool refusal_yields(enum refusal);

#endif
