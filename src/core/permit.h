/* Whether a pack may be put on now.  Design 1; clinical rules 3.3, 3.4. */
#ifndef CORE_PERMIT_H
#define CORE_PERMIT_H

#include "verdict.h"

/* In the order in which they are looked at. */
enum permit {
	PERMIT_YES,
	PERMIT_CLOSED,	/* no episode is open */
	PERMIT_ALARM,	/* URGENT or EMERGENCY */
	PERMIT_SKIN,	/* the caution: neither cold nor heat */
	PERMIT_PHASE,	/* the other treatment is called for */
	PERMIT_GAP	/* the last pack is too recent */
};

/* The limits of the packs of a treatment, and what was done of them. */
const struct pack_limits *permit_limits(enum treatment);
const struct pack_track *permit_track(const struct episode *, enum treatment);

/* For a pack of the treatment at a moment; the gap is in seconds. */
enum permit permit_pack(const struct episode *, const struct verdict *,
    enum treatment, int64_t at, int64_t gap);
/* Whether the person may insist: never against an alarm or the skin. */
bool permit_yields(enum permit);

#endif
