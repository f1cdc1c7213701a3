#ifdef __linux__
#define _GNU_SOURCE	/* memfd_create(2) */
#endif
#include "child.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "file.h"
#include "path.h"
#include "process.h"
#include "signals.h"
#include "terminal.h"

/* In milliseconds: between two looks, from asking to insisting, and after. */
#define STEP 20
#define GRACE 2000
#define PATIENCE 2000

/*
 * A file without a name that holds bytes to be read: no pipe, so that nobody
 * can wait for nobody.  It is in memory, or else in the folder of this
 * program's state.  Returns a descriptor, or -1 after a message.
 */
static int
scratch(const char *bytes, size_t len)
{
	char path[PATH_MAX] = "memory";
	int fd = -1, error;

#ifdef MFD_CLOEXEC
	fd = memfd_create("backcare", MFD_CLOEXEC);
#endif
	if (fd == -1) {
		if (path_state("scratch.XXXXXX", path) == -1 ||
		    path_make_dirs(path) == -1)
			return -1;
		fd = mkostemp(path, O_CLOEXEC);
		if (fd != -1)
			(void)unlink(path);
	}
	if (fd != -1 && file_write(fd, bytes, len) == 0 &&
	    lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	error = errno;
	terminal_warn(path, NULL);
	if (fd != -1)
		close(fd);
	errno = error;
	return -1;
}

/* The signals as a program expects them at its start. */
static void
reset_signals(void)
{
	sigset_t none;

	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void
exec(char *const argv[])
{
	execvp(argv[0], argv);
	_exit(errno == ENOENT ? 127 : 126);
}

/* What is kept is compared by this program, and so in no language. */
static void
become(char *const argv[], int in, int out, int said)
{
	reset_signals();
	if (dup2(in, STDIN_FILENO) == -1 || (out != -1 &&
	    (setenv("LC_ALL", "C", 1) == -1 ||
	    dup2(out, STDOUT_FILENO) == -1 ||
	    dup2(said, STDERR_FILENO) == -1)))
		_exit(126);
	exec(argv);
}

static int
status_of(int raw)
{
	return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
}

/*
 * Waits for a child to end.  Where it stops, so does this program, as only
 * then the shell gets the terminal back; both are continued together.
 */
static int
wait_for(pid_t pid, int *status)
{
	int raw;

	for (;;) {
		if (waitpid(pid, &raw, WUNTRACED) == -1) {
			if (errno != EINTR)
				return -1;
		} else if (WIFSTOPPED(raw)) {
			signals_obey(SIGTSTP);
		} else {
			break;
		}
	}
	*status = status_of(raw);
	return 0;
}

/* All of a file, terminated; NULL with errno. */
static char *
slurp(int fd, size_t *len)
{
	struct stat st;
	ssize_t n;
	char *buf;

	if (fstat(fd, &st) == -1)
		return NULL;
	buf = malloc((size_t)st.st_size + 1);
	if (buf == NULL)
		return NULL;
	n = file_read_at(fd, buf, (size_t)st.st_size, 0);
	if (n == -1) {
		free(buf);
		return NULL;
	}
	*len = (size_t)n;
	buf[n] = '\0';
	return buf;
}

static int
run(struct child *c, char *const argv[], int in, int out, int said)
{
	size_t said_len;
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == -1)
		return -1;
	if (pid == 0)
		become(argv, in, out, said);
	if (wait_for(pid, &c->status) == -1)
		return -1;
	c->out = slurp(out, &c->len);
	c->err = slurp(said, &said_len);
	return c->out == NULL || c->err == NULL ? -1 : 0;
}

static void
close_scratch(int fd)
{
	int saved = errno;

	if (fd != -1)
		close(fd);
	errno = saved;
}

int
child_run(struct child *c, char *const argv[], const char *input, size_t len)
{
	int in = scratch(input, len), out = scratch("", 0);
	int said = scratch("", 0), ret = -1;

	memset(c, 0, sizeof(*c));
	if (in != -1 && out != -1 && said != -1)
		ret = run(c, argv, in, out, said);
	close_scratch(in);
	close_scratch(out);
	close_scratch(said);
	return ret;
}

/* Whether what was left without a parent comes to this program. */
static void
adopt(bool on)
{
#ifdef __linux__
	(void)prctl(PR_SET_CHILD_SUBREAPER, on, 0, 0, 0);
#else
	(void)on;
#endif
}

static bool
kill_own(const struct process *p, void *arg)
{
	(void)arg;
	if (p->parent == getpid())
		(void)kill(p->pid, SIGKILL);
	return true;
}

/* Takes note of all that have ended; false when there are no more. */
static bool
reap(pid_t pid, bool *gone, int *status)
{
	pid_t got;
	int raw;

	do {
		got = waitpid(-1, &raw, WNOHANG);
		if (got == pid) {
			*gone = true;
			*status = status_of(raw);
		}
	} while (got > 0 || (got == -1 && errno == EINTR));
	return got == 0;
}

/*
 * Ends a group and all that it started: those that left the group are adopted
 * when their parents have ended, and are found so.
 */
static void
end_all(pid_t pid, bool gone, int *status)
{
	int64_t deadline = clock_steady() + GRACE;

	(void)kill(-pid, SIGTERM);
	while (!gone && clock_steady() < deadline) {
		clock_sleep(STEP);
		(void)reap(pid, &gone, status);
	}
	deadline = clock_steady() + PATIENCE;
	do {
		(void)kill(-pid, SIGKILL);
		(void)process_each(kill_own, NULL);
		clock_sleep(STEP);
	} while (reap(pid, &gone, status) && clock_steady() < deadline);
}

/* Blocked until they are waited for: what ends the waiting. */
struct wait {
	sigset_t awaited, before;
	struct sigaction child, alarm;	/* what was done on them before */
};

static void
nothing(int signo)
{
	(void)signo;
}

static void
wait_begin(struct wait *w)
{
	static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
	struct sigaction action = {.sa_handler = nothing}, now;

	sigemptyset(&action.sa_mask);
	sigaction(SIGCHLD, &action, &w->child);
	sigaction(SIGALRM, &action, &w->alarm);
	sigemptyset(&w->awaited);
	sigaddset(&w->awaited, SIGCHLD);
	sigaddset(&w->awaited, SIGALRM);
	for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++) {
		/* Who does not want to hear it goes on. */
		if (sigaction(deadly[i], NULL, &now) == 0 &&
		    now.sa_handler != SIG_IGN)
			sigaddset(&w->awaited, deadly[i]);
	}
	sigprocmask(SIG_BLOCK, &w->awaited, &w->before);
}

static void
wait_end(struct wait *w)
{
	(void)alarm(0);
	sigprocmask(SIG_SETMASK, &w->before, NULL);
	sigaction(SIGCHLD, &w->child, NULL);
	sigaction(SIGALRM, &w->alarm, NULL);
}

/* Waits for the end of a child, or brings it about. */
static void
watch(struct child *c, pid_t pid, struct wait *w)
{
	bool gone = false;
	int signo;

	while (!c->ended && c->signo == 0) {
		(void)reap(pid, &gone, &c->status);
		if (gone)
			return;
		if (sigwait(&w->awaited, &signo) != 0)
			continue;
		c->ended = signo == SIGALRM;
		if (signo != SIGALRM && signo != SIGCHLD)
			c->signo = signo;
	}
	end_all(pid, gone, &c->status);
}

static int
tell(struct child *c, char *const argv[], int in, int seconds)
{
	struct wait w;
	pid_t pid;

	fflush(NULL);
	wait_begin(&w);
	adopt(true);
	pid = fork();
	if (pid == 0) {
		(void)setpgid(0, 0);
		become(argv, in, -1, -1);
	}
	if (pid != -1) {
		/* Whichever of the two is first. */
		(void)setpgid(pid, pid);
		(void)alarm((unsigned)seconds);
		watch(c, pid, &w);
	}
	adopt(false);
	wait_end(&w);
	return pid == -1 ? -1 : 0;
}

int
child_tell(struct child *c, char *const argv[], const char *input, size_t len,
    int seconds)
{
	int in = scratch(input, len), ret = -1;

	memset(c, 0, sizeof(*c));
	if (in != -1)
		ret = tell(c, argv, in, seconds);
	close_scratch(in);
	return ret;
}

int
child_attend(char *const argv[], int *status)
{
	pid_t pid;

	fflush(NULL);
	pid = fork();
	if (pid == -1)
		return -1;
	if (pid == 0) {
		reset_signals();
		exec(argv);
	}
	return wait_for(pid, status);
}

void
child_free(struct child *c)
{
	free(c->out);
	free(c->err);
	c->out = c->err = NULL;
}

void
child_find_bus(void)
{
	char dir[256], address[300];
	const char *set = getenv("DBUS_SESSION_BUS_ADDRESS");
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	struct stat st;

	if (set != NULL && *set != '\0')
		return;
	if (runtime != NULL && *runtime == '/' &&
	    strlen(runtime) < sizeof(dir))
		strlcpy(dir, runtime, sizeof(dir));
	else
		snprintf(dir, sizeof(dir), "/run/user/%lu",
		    (unsigned long)getuid());
	snprintf(address, sizeof(address), "%s/bus", dir);
	if (stat(address, &st) == -1 || !S_ISSOCK(st.st_mode))
		return;
	setenv("XDG_RUNTIME_DIR", dir, 1);
	snprintf(address, sizeof(address), "unix:path=%s/bus", dir);
	setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
}
