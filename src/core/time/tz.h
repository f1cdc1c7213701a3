/* Time zones that are spelled out, as POSIX has them: CET-1CEST,M3.5.0,... */
#ifndef CORE_TZ_H
#define CORE_TZ_H

#include <stdbool.h>

/*
 * Whether this is such a rule and nothing else: the name and offset of a time,
 * of the summer time too, and from when to when that is; with the hours of RFC
 * 8536, 3.3.1, up to 167 either way.
 */
bool tz_is_rule(const char *);

#endif
