#include "zone.h"

#include <stddef.h>
#include <time.h>

void
zone_local(int64_t t, struct civil *c, const char **name)
{
	time_t when = (time_t)t;
	struct tm tm;

	if ((sizeof(when) < sizeof(t) && when != t) ||
	    localtime_r(&when, &tm) == NULL) {
		civil_from_seconds(t, c);
		if (name != NULL)
			*name = "UTC";
		return;
	}
	*c = (struct civil){tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
	    tm.tm_hour, tm.tm_min, tm.tm_sec};
	if (name != NULL)
		*name = tm.tm_zone;
}

/* Seconds east of UTC at that moment. */
static int64_t
offset_at(int64_t t)
{
	struct civil c;

	zone_local(t, &c, NULL);
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
