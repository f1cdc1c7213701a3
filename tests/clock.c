/*
 * A clock that stands still, for tests: loaded in front of the C library
 * (LD_PRELOAD), it makes time(2) say what is in TEST_NOW, in seconds since the
 * epoch.  The program reads the time of day in that one way.
 */
#include <stdlib.h>
#include <time.h>

time_t
time(time_t *t)
{
	const char *now = getenv("TEST_NOW");
	struct timespec ts;

	clock_gettime(CLOCK_REALTIME, &ts);
	if (now != NULL)
		ts.tv_sec = (time_t)atoll(now);
	if (t != NULL)
		*t = ts.tv_sec;
	return ts.tv_sec;
}
