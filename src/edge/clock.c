#include "clock.h"

#include <time.h>

int64_t
clock_now(void)
{
	return time(NULL);
}

int64_t
clock_steady(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000 + ts.tv_nsec / 1000000;
}

void
clock_sleep(int milliseconds)
{
	struct timespec ts = {milliseconds / 1000,
	    (long)(milliseconds % 1000) * 1000000};

	nanosleep(&ts, NULL);
}
