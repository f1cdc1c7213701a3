/*
 * The clocks of tests, loaded in front of the C library (LD_PRELOAD).
 *
 * TEST_NOW, in seconds since the epoch, is what time(2) says; the program
 * reads the time of day in that one way.  It stands still, or, where
 * TEST_SINCE is the time at which it began, goes on from there.  Nothing else
 * that tells the time is changed by it, so that what waits gets on.
 *
 * TEST_SHIFT, in seconds, moves the whole machine to another hour or year: all
 * that asks for the time of day gets it with that added.
 */
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

/* The form that has room on every machine. */
struct wide {
	int64_t seconds, nanoseconds;
};

/*
 * Where time_t has 32 bits, programs that ask for 64 get other functions, which
 * have no declaration here.
 */
#if defined(__TIMESIZE) && __TIMESIZE == 32
#define TWO_SIZES 1
#define CLOCK_GETTIME "__clock_gettime64"
typedef struct wide library_time;
#else
#define TWO_SIZES 0
#define CLOCK_GETTIME "clock_gettime"
typedef struct timespec library_time;
#endif

/* The number in an environment variable, or 0. */
static int64_t
setting(const char *name)
{
	const char *value = getenv(name);

	return value != NULL ? atoll(value) : 0;
}

static int64_t
shift_of(clockid_t clock)
{
	if (clock == CLOCK_REALTIME)
		return setting("TEST_SHIFT");
#ifdef CLOCK_REALTIME_COARSE
	if (clock == CLOCK_REALTIME_COARSE)
		return setting("TEST_SHIFT");
#endif
	return 0;
}

/* As the C library has it, moved by TEST_SHIFT. */
static int
shifted(clockid_t clock, struct wide *now)
{
	static void *next;
	library_time lt;
	int status;

	if (next == NULL)
		next = dlsym(RTLD_NEXT, CLOCK_GETTIME);
	status = ((int (*)(clockid_t, library_time *))next)(clock, &lt);
#if TWO_SIZES
	*now = lt;
#else
	now->seconds = lt.tv_sec;
	now->nanoseconds = lt.tv_nsec;
#endif
	now->seconds += shift_of(clock);
	return status;
}

static int64_t
seconds_now(void)
{
	const char *now = getenv("TEST_NOW"), *since = getenv("TEST_SINCE");
	int stands = since == NULL || *since == '\0';
	struct wide w;

	if (now != NULL && *now != '\0' && stands)
		return atoll(now);
	shifted(CLOCK_REALTIME, &w);
	if (now == NULL || *now == '\0')
		return w.seconds;
	return atoll(now) + w.seconds - atoll(since);
}

time_t
time(time_t *t)
{
	time_t now = (time_t)seconds_now();

	if (t != NULL)
		*t = now;
	return now;
}

int
clock_gettime(clockid_t clock, struct timespec *ts)
{
	struct wide w;
	int status = shifted(clock, &w);

	if (status == 0) {
		ts->tv_sec = (time_t)w.seconds;
		ts->tv_nsec = (long)w.nanoseconds;
	}
	return status;
}

int
gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
	struct wide w;
	int status = shifted(CLOCK_REALTIME, &w);

	(void)zone;
	tv->tv_sec = (time_t)w.seconds;
	tv->tv_usec = (suseconds_t)(w.nanoseconds / 1000);
	return status;
}

#if TWO_SIZES
int64_t __time64(int64_t *);
int __clock_gettime64(clockid_t, struct wide *);
int __gettimeofday64(struct wide *, void *);

int64_t
__time64(int64_t *t)
{
	int64_t now = seconds_now();

	if (t != NULL)
		*t = now;
	return now;
}

int
__clock_gettime64(clockid_t clock, struct wide *ts)
{
	return shifted(clock, ts);
}

int
__gettimeofday64(struct wide *tv, void *zone)
{
	int status = shifted(CLOCK_REALTIME, tv);

	(void)zone;
	tv->nanoseconds /= 1000;
	return status;
}
#endif
