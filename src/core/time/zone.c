#include "zone.h"

#include <time.h>

#include "../text/text.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/* False where no struct tm can hold it; it is shown as UTC then. */
static bool
local_time(int64_t t, struct tm *tm)
{
	time_t when = (time_t)t;

	return (sizeof(when) >= sizeof(t) || when == t) &&
	    localtime_r(&when, tm) != NULL;
}

struct civil
zone_local(int64_t t)
{
	struct tm tm;

	if (!local_time(t, &tm))
		return civil_from_seconds(t);
	return (struct civil){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
	    tm.tm_hour, tm.tm_min, tm.tm_sec};
}

const char *
zone_name(int64_t t)
{
	struct tm tm;

	return local_time(t, &tm) ? tm.tm_zone : "UTC";
}

/* Seconds east of UTC at that moment. */
static int64_t
offset_at(int64_t t)
{
	struct civil c = zone_local(t);

	return civil_seconds(&c) - t;
}

enum zone_fit
zone_resolve(const struct civil *c, int64_t *t)
{
	/*
	 * No zone is a day and a half from UTC, so the offsets in force a day
	 * and a half to either side are the ones before and after any change
	 * that could matter here; mktime(3) would choose silently.
	 */
	const int64_t far = 36 * 3600;
	int64_t wall = civil_seconds(c);
	int64_t earlier = wall - offset_at(wall - far);
	int64_t later = wall - offset_at(wall + far);
	bool earlier_fits = earlier + offset_at(earlier) == wall;
	bool later_fits = later + offset_at(later) == wall;

	if (!earlier_fits && !later_fits)
		return ZONE_SKIPPED;
	*t = earlier_fits ? earlier : later;
	return earlier_fits && later_fits && earlier != later ? ZONE_TWICE :
	    ZONE_ONCE;
}

/* Letters, or letters, digits and signs between angle brackets: 3 or more. */
static bool
skip_name(struct slice *s)
{
	bool quoted = slice_skip(s, "<");
	int n = 0;

	while (slice_skip(s, quoted ? LETTERS "0123456789+-" : LETTERS))
		n++;
	return n >= 3 && (!quoted || slice_skip(s, ">"));
}

/* A number of one to three digits in a range. */
static bool
skip_number(struct slice *s, int least, int most)
{
	int n;

	return slice_digits(s, 3, &n) > 0 && n >= least && n <= most;
}

/* h[hh][:mm[:ss]], with a sign or without. */
static bool
skip_time(struct slice *s, int most)
{
	(void)slice_skip(s, "+-");
	if (!skip_number(s, 0, most))
		return false;
	for (int i = 0; i < 2 && slice_skip(s, ":"); i++) {
		if (!skip_number(s, 0, 59))
			return false;
	}
	return true;
}

/* Mm.w.d, Jn or n, and the time of day where that is not 2:00. */
static bool
skip_change(struct slice *s)
{
	bool fits;

	if (slice_skip(s, "M"))
		fits = skip_number(s, 1, 12) && slice_skip(s, ".") &&
		    skip_number(s, 1, 5) && slice_skip(s, ".") &&
		    skip_number(s, 0, 6);
	else
		fits = skip_number(s, slice_skip(s, "J") ? 1 : 0, 365);
	return fits && (!slice_skip(s, "/") || skip_time(s, 167));
}

bool
zone_is_rule(const char *tz)
{
	struct slice s = slice_of(tz);

	if (!skip_name(&s) || !skip_time(&s, 24))
		return false;
	if (s.len > 0 && !skip_name(&s))
		return false;
	if (s.len > 0 && *s.at != ',' && !skip_time(&s, 24))
		return false;
	return s.len == 0 || (slice_skip(&s, ",") && skip_change(&s) &&
	    slice_skip(&s, ",") && skip_change(&s) && s.len == 0);
}
