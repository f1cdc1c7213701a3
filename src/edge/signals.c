#include "signals.h"

#include <sys/select.h>

#include <errno.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/timerfd.h>
#endif

#include "clock.h"

/*
 * The signal that arrived last; the one variable that a handler writes.  Its
 * type is wider than int on some systems.
 */
static volatile sig_atomic_t arrived;

static const int watched[] = {
	SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH, SIGCONT
};

#define NWATCHED (sizeof(watched) / sizeof(watched[0]))

/* What must not be lost to what: ending, stopping, redrawing. */
static int
weight(int signo)
{
	if (signo == 0)
		return 0;
	if (signo == SIGWINCH || signo == SIGCONT)
		return 1;
	return signo == SIGTSTP ? 2 : 3;
}

static void
note(int signo)
{
	if (weight(signo) > weight((int)arrived))
		arrived = signo;
}

int
signals_open(struct signals *w)
{
	struct sigaction action = {.sa_handler = note}, before;
	sigset_t set;

	arrived = 0;
	w->timer = -1;
	sigfillset(&action.sa_mask);
	sigemptyset(&set);
	for (size_t i = 0; i < NWATCHED; i++)
		sigaddset(&set, watched[i]);
	if (sigprocmask(SIG_BLOCK, &set, &w->outside) == -1)
		return -1;
	for (size_t i = 0; i < NWATCHED; i++) {
		sigdelset(&w->outside, watched[i]);
		if (sigaction(watched[i], NULL, &before) == -1)
			return -1;
		/* What was ignored stays so. */
		if (before.sa_handler != SIG_IGN &&
		    sigaction(watched[i], &action, NULL) == -1)
			return -1;
	}
#ifdef __linux__
	/* pselect(2) would stand still while the machine sleeps. */
	w->timer = timerfd_create(CLOCK_BOOTTIME, TFD_CLOEXEC | TFD_NONBLOCK);
	if (w->timer == -1)
		return -1;
	if (w->timer >= FD_SETSIZE) {
		signals_close(w);
		errno = EMFILE;
		return -1;
	}
#endif
	return 0;
}

/*
 * Waits for a descriptor, that is below FD_SETSIZE, or for none with -1; for
 * the end of the timeout, if not NULL; or for a signal, and returns that.
 */
static int
wait_for(const struct signals *w, int fd, const struct timespec *timeout)
{
	fd_set fds;
	int signo;

	FD_ZERO(&fds);
	/* Some divide it by an unsigned number, and warn of a sign. */
	if (fd != -1)
		FD_SET((unsigned short)fd, &fds);
	(void)pselect(fd + 1, &fds, NULL, NULL, timeout, &w->outside);
	signo = (int)arrived;
	arrived = 0;
	return signo;
}

static struct timespec
timespec_of(int64_t ms)
{
	return (struct timespec){ms / 1000, (long)(ms % 1000) * 1000000};
}

int
signals_until(struct signals *w, int64_t ms)
{
	struct timespec timeout;
	int64_t left;
#ifdef __linux__
	/* A time of 0 would never come. */
	struct itimerspec at = {.it_value = timespec_of(ms > 0 ? ms : 1)};

	if (timerfd_settime(w->timer, TFD_TIMER_ABSTIME, &at, NULL) == 0)
		return wait_for(w, w->timer, NULL);
#endif
	left = ms - clock_boot();
	/* Without such a timer, look now and then whether it was asleep. */
	timeout = timespec_of(left < 0 ? 0 : left > 60000 ? 60000 : left);
	return wait_for(w, -1, &timeout);
}

int
signals_input(struct signals *w, int fd)
{
	return wait_for(w, fd, NULL);
}

int
signals_pending(struct signals *w)
{
	const struct timespec now = {0, 0};
	int signo;

	arrived = 0;
	do
		signo = wait_for(w, -1, &now);
	while (signo != 0 && signo != SIGTERM && signo != SIGHUP);
	return signo;
}

void
signals_close(struct signals *w)
{
	if (w->timer != -1)
		close(w->timer);
	w->timer = -1;
}

void
signals_obey(int signo)
{
	struct sigaction action = {.sa_handler = SIG_DFL}, before;
	sigset_t set, masked;

	sigemptyset(&set);
	sigaddset(&set, signo);
	sigaction(signo, &action, &before);
	raise(signo);
	/* It is blocked until here, so this is where it strikes. */
	sigprocmask(SIG_UNBLOCK, &set, &masked);
	sigprocmask(SIG_SETMASK, &masked, NULL);
	sigaction(signo, &before, NULL);
}
