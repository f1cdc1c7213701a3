/* Timestamps as RFC 3339, section 5.6, writes them. */
#ifndef CORE_RFC3339_H
#define CORE_RFC3339_H

#include "civil.h"
#include "../text/text.h"

/*
 * Reads a date and time with Z or an offset; a fraction of a second is read
 * and dropped.  A leap second is the second after it, as POSIX counts.
 * Returns 0, or -1 and why.
 */
int rfc3339_parse(struct slice, int64_t *t, const char **errstr);
/* 2026-11-20T17:30:00Z, by value; t is CIVIL_MIN to CIVIL_MAX. */
struct rfc3339_shown {
	char s[24];
};
struct rfc3339_shown rfc3339(int64_t t);

/*
 * The parts, for parsers of other forms; each moves *s past what it read and
 * returns 0, or -1.
 */
int rfc3339_date(struct slice *s, struct civil *);
/* Z or +01:00, as seconds east of UTC. */
int rfc3339_offset(struct slice *s, int *east);
/* True where second is 60 and, offset taken off, one could be there. */
bool rfc3339_leap_second(const struct civil *, int64_t t);

#endif
