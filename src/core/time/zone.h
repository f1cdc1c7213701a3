/* Local time in the zone that TZ names, by way of localtime_r(3). */
#ifndef CORE_ZONE_H
#define CORE_ZONE_H

#include "civil.h"

/* How often a clock on the wall shows a time. */
enum zone_fit {
	ZONE_ONCE,
	ZONE_TWICE,	/* the clocks went back over it */
	ZONE_SKIPPED	/* the clocks went forward over it */
};

/* What the clock on the wall shows. */
struct civil zone_local(int64_t);
/* The name of the zone at that moment ("CET"), good until the next call. */
const char *zone_name(int64_t);
/*
 * The moment at which the wall shows this; of two the earlier.  Where it was
 * skipped *t is left alone.
 */
enum zone_fit zone_resolve(const struct civil *, int64_t *t);

/*
 * Whether TZ spells a zone out, as POSIX has it, and says nothing else: the
 * name and offset of a time, of the summer time too, and from when to when that
 * is (CET-1CEST,M3.5.0,...); with the hours of RFC 8536, 3.3.1, up to 167
 * either way.
 */
bool zone_is_rule(const char *tz);

#endif
