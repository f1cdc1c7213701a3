/* The time zones that tests visit. */
#ifndef TESTS_ZONES_H
#define TESTS_ZONES_H

#include <stdlib.h>
#include <time.h>

static const char *const zones[] = {
	"UTC",
	"Europe/Berlin",
	"America/New_York",
	"Australia/Lord_Howe",	/* moves its clocks by half an hour */
	"Asia/Kathmandu",	/* 5 h 45 min east */
	"Pacific/Apia",	/* had no 2011-12-30 */
	"EST5EDT,M3.2.0,M11.1.0",
	"<-0930>9:30"
};

static inline void
zones_set(const char *tz)
{
	setenv("TZ", tz, 1);
	tzset();
}

#endif
