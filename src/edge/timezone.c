#include "timezone.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../core/time/zone.h"
#include "file.h"
#include "terminal.h"

/* A file of tzfile(5), as RFC 8536 describes it. */
static bool
is_zone_file(const char *dir, const char *name)
{
	char path[PATH_MAX], buf[5];

	return (size_t)snprintf(path, sizeof(path), "%s/%s", dir, name) <
	    sizeof(path) && file_peek(path, buf, sizeof(buf)) == 4 &&
	    memcmp(buf, "TZif", 4) == 0;
}

/* Where the C libraries look for the zones by their names. */
static bool
is_zone_name(const char *name)
{
	static const char *const dirs[] = {
		"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/etc/zoneinfo",
		"/usr/share/lib/zoneinfo", "/share/zoneinfo"
	};
#ifdef __GLIBC__
	const char *dir = getenv("TZDIR");

	/* With it, glibc looks nowhere else. */
	if (dir != NULL && *dir != '\0')
		return is_zone_file(dir, name);
#endif
	for (size_t i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++) {
		if (is_zone_file(dirs[i], name))
			return true;
	}
	return false;
}

const char *
timezone_unknown(void)
{
	const char *tz = getenv("TZ"), *name;

	if (tz == NULL)
		return NULL;
	name = *tz == ':' ? tz + 1 : tz;
	/* Without that file, the zone of the machine is UTC. */
	if (*name == '\0' || strcmp(name, "/etc/localtime") == 0 ||
	    zone_is_rule(name) || (*name == '/' ?
	    is_zone_file("", name) : is_zone_name(name)))
		return NULL;
	return tz;
}

void
timezone_settle(void)
{
	const char *tz = timezone_unknown();
	char *kept;

	if (tz == NULL)
		return;
	complain("TZ=%s names no time zone, so times are in UTC: set it to "
	    "one, such as Europe/Berlin, or unset it", shown(tz).s);
	/*
	 * Some C libraries take the first letters of it for the name of UTC.
	 * They look at it once; whatever else asks finds it as it was.
	 */
	kept = strdup(tz);
	if (kept != NULL && setenv("TZ", "UTC0", 1) == 0) {
		tzset();
		(void)setenv("TZ", kept, 1);
	}
	free(kept);
}
