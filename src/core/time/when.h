/* Times as a person gives them on the command line, and is told them. */
#ifndef CORE_WHEN_H
#define CORE_WHEN_H

#include "../text/text.h"
#include "zone.h"

struct when {
	int64_t t;		/* seconds since the epoch */
	bool local;		/* it depends on the time zone */
	enum zone_fit fit;	/* ZONE_TWICE: t is the earlier of two */
	struct civil civil;	/* what was asked for, where fit is not ONCE */
};

/*
 * Reads "now", "2h" and "an hour ago", "+6h", "@1763659800", "18:30", "today
 * 18:30", "yesterday 18:30", "mon 18:30" and "2026-11-20 18:30[:15]", that
 * also with T and with Z or an offset.  For 18:30 also "18.30", "6:30 pm",
 * "6pm", "noon" and "midnight", which begins a day.  A clock time alone, and
 * one on a day of the week, is the latest that is not after latest; all else
 * is taken from now.  Returns 0, or -1 and why; for a time that the clocks
 * went forward over, fit is ZONE_SKIPPED and when_error says more.
 */
int when_parse(const char *, int64_t now, int64_t latest, struct when *,
    const char **errstr);
/* Why, after a -1: with the day, where a clock change is to blame. */
void when_error(struct text *, const struct when *, const char *errstr);

/* A time as it is shown, by value: text_fmt(t, "... %s.", when(t, now).s). */
struct when_shown {
	char s[48];
};

/*
 * "Fri 20 Nov 18:30", with the year where it is not the year of now, and more
 * than half a year from it.
 */
struct when_shown when(int64_t t, int64_t now);
/* The same with the zone: "Fri 20 Nov 18:30 CET". */
struct when_shown when_zone(int64_t t, int64_t now);
/* "18:30", where it falls on the same local day as now; else as when(). */
struct when_shown when_short(int64_t t, int64_t now);

#endif
