#include "clock.h"

#include <stdlib.h>
#include <time.h>

#ifndef CLOCK_BOOTTIME
#define CLOCK_BOOTTIME CLOCK_MONOTONIC
#endif

int64_t
clock_now(void)
{
	return time(NULL);
}

static int64_t
milliseconds_of(clockid_t clock)
{
	struct timespec ts;

	clock_gettime(clock, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

int64_t
clock_steady(void)
{
	return milliseconds_of(CLOCK_MONOTONIC);
}

int64_t
clock_boot(void)
{
	return milliseconds_of(CLOCK_BOOTTIME);
}

void
clock_sleep(int milliseconds)
{
	struct timespec ts = {milliseconds / 1000,
	    (long)(milliseconds % 1000) * 1000000};

	nanosleep(&ts, NULL);
}

int64_t
clock_scale(const char **errstr)
{
	const char *scale = getenv("BACKCARE_TIMESCALE");

	return strtonum(scale == NULL || *scale == '\0' ? "1" : scale, 1,
	    100000, errstr);
}
