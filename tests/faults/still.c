/*
 * A clock since the start of the machine (CLOCK_BOOTTIME) that stands still
 * but while the program waits, loaded in front of the C library: a timer makes
 * the same calls, however slow the machine is.  It begins long ago, so that no
 * wait takes any time.
 */
#define _GNU_SOURCE
#include <sys/select.h>

#include <dlfcn.h>
#include <time.h>

#define BEGIN 1			/* seconds */
#define STEP 9000000		/* nanoseconds: 15 min, 100000 times as fast */

static long waited;

int
clock_gettime(clockid_t clock, struct timespec *ts)
{
	int (*next)(clockid_t, struct timespec *);

	if (clock == CLOCK_BOOTTIME) {
		ts->tv_sec = BEGIN;
		ts->tv_nsec = waited;
		return 0;
	}
	*(void **)&next = dlsym(RTLD_NEXT, "clock_gettime");
	return next(clock, ts);
}

int
pselect(int n, fd_set *in, fd_set *out, fd_set *except,
    const struct timespec *timeout, const sigset_t *mask)
{
	int (*next)(int, fd_set *, fd_set *, fd_set *,
	    const struct timespec *, const sigset_t *);

	waited += STEP;
	*(void **)&next = dlsym(RTLD_NEXT, "pselect");
	return next(n, in, out, except, timeout, mask);
}
