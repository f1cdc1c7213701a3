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

/* In place of an exit status. */
#define RUNS (-1)

/*
 * A file without a name that holds bytes to be read: no pipe, so that nobody
 * can wait for nobody.  It is in memory, or else in the folder of this
 * program's state.  Returns a descriptor, or -1 after a message.
 */
static int
scratch(const char *bytes, size_t len)
{
	char path[PATH_MAX] = "memory";
	int fd = -1;

#ifdef MFD_CLOEXEC
	fd = memfd_create("backcare", MFD_CLOEXEC);
#endif
	if (fd == -1) {
		if (path_make_state("scratch.XXXXXX", path) == -1)
			return -1;
		fd = mkostemp(path, O_CLOEXEC);
		if (fd != -1)
			(void)unlink(path);
	}
	if (fd != -1 && file_write(fd, bytes, len) == 0 &&
	    lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	file_close(fd);
	return terminal_warn(path, NULL);
}

static void
nothing(int signo)
{
	(void)signo;
}

/*
 * Starts argv[0] with these as its standard input, output and error, or with
 * this program's own for -1, and the signals as a program expects them.
 */
static pid_t
start(char *const argv[], const int fds[3], bool in_group)
{
	sigset_t none;
	pid_t pid;

	fflush(NULL);
	/* Some parents leave it ignored, and then none can be awaited. */
	if (!in_group)
		signal(SIGCHLD, SIG_DFL);
	pid = fork();
	if (pid != 0)
		return pid;
	if (in_group)
		(void)setpgid(0, 0);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int fd = 0; fd < 3; fd++) {
		if (fds[fd] != -1 && dup2(fds[fd], fd) == -1)
			_exit(126);
	}
	/* What is kept is compared by this program, and so in no language. */
	if (fds[STDOUT_FILENO] != -1 && setenv("LC_ALL", "C", 1) == -1)
		_exit(126);
	execvp(argv[0], argv);
	_exit(errno == ENOENT ? 127 : 126);
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
	pid_t got;
	int raw;

	if (pid == -1)
		return -1;
	do {
		got = waitpid(pid, &raw, WUNTRACED);
		if (got != -1 && WIFSTOPPED(raw))
			signals_obey(SIGTSTP);
	} while (got == -1 ? errno == EINTR : WIFSTOPPED(raw));
	if (got == -1)
		return -1;
	*status = status_of(raw);
	return 0;
}

/* All of a file, terminated; NULL with errno. */
static char *
slurp(int fd, size_t *len)
{
	off_t size = lseek(fd, 0, SEEK_END);
	char *buf = size == -1 ? NULL : malloc((size_t)size + 1);
	ssize_t n = buf == NULL ? -1 : file_read_at(fd, buf, (size_t)size, 0);

	if (n == -1) {
		free(buf);
		return NULL;
	}
	*len = (size_t)n;
	buf[n] = '\0';
	return buf;
}

int
child_run(struct child *c, char *const argv[], const char *input, size_t len)
{
	int fds[] = {scratch(input, len), scratch("", 0), scratch("", 0)};
	size_t err_len;

	memset(c, 0, sizeof(*c));
	if (fds[0] != -1 && fds[1] != -1 && fds[2] != -1 &&
	    wait_for(start(argv, fds, false), &c->status) == 0) {
		c->out = slurp(fds[1], &c->len);
		c->err = slurp(fds[2], &err_len);
	}
	for (int i = 0; i < 3; i++)
		file_close(fds[i]);
	return c->out == NULL || c->err == NULL ? -1 : 0;
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
reap(pid_t pid, int *status)
{
	pid_t got;
	int raw;

	do {
		got = waitpid(-1, &raw, WNOHANG);
		if (got == pid)
			*status = status_of(raw);
	} while (got > 0 || (got == -1 && errno == EINTR));
	return got == 0;
}

/*
 * Ends a group and all that it started: those that left the group are adopted
 * when their parents have ended, and are found so.
 */
static void
end_all(pid_t pid, int *status)
{
	int64_t deadline = clock_steady() + GRACE;

	(void)kill(-pid, SIGTERM);
	while (*status == RUNS && clock_steady() < deadline) {
		clock_sleep(STEP);
		(void)reap(pid, status);
	}
	deadline = clock_steady() + PATIENCE;
	do {
		(void)kill(-pid, SIGKILL);
		(void)process_each(kill_own, NULL);
		clock_sleep(STEP);
	} while (reap(pid, status) && clock_steady() < deadline);
}

/* Blocks what ends the waiting for a child, so that it can be waited for. */
static void
block(sigset_t *awaited, sigset_t *before)
{
	static const int deadly[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
	struct sigaction now;

	/* Some systems would throw away what nobody handles. */
	signal(SIGCHLD, nothing);
	signal(SIGALRM, nothing);
	sigemptyset(awaited);
	sigaddset(awaited, SIGCHLD);
	sigaddset(awaited, SIGALRM);
	for (size_t i = 0; i < sizeof(deadly) / sizeof(deadly[0]); i++) {
		/* Who does not want to hear it goes on. */
		if (sigaction(deadly[i], NULL, &now) == 0 &&
		    now.sa_handler != SIG_IGN)
			sigaddset(awaited, deadly[i]);
	}
	sigprocmask(SIG_BLOCK, awaited, before);
}

static void
unblock(const sigset_t *before)
{
	(void)alarm(0);
	sigprocmask(SIG_SETMASK, before, NULL);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
}

/* Waits for the end of a child, or brings it about. */
static void
watch(struct child *c, pid_t pid, const sigset_t *awaited)
{
	int signo;

	c->status = RUNS;
	while (!c->ended && c->signo == 0) {
		(void)reap(pid, &c->status);
		if (c->status != RUNS)
			return;
		if (sigwait(awaited, &signo) != 0)
			continue;
		c->ended = signo == SIGALRM;
		if (signo != SIGALRM && signo != SIGCHLD)
			c->signo = signo;
	}
	end_all(pid, &c->status);
}

int
child_tell(struct child *c, char *const argv[], const char *input, size_t len,
    int seconds)
{
	const int fds[] = {scratch(input, len), -1, -1};
	sigset_t awaited, before;
	pid_t pid;

	memset(c, 0, sizeof(*c));
	if (fds[0] == -1)
		return -1;
	block(&awaited, &before);
	adopt(true);
	pid = start(argv, fds, true);
	if (pid != -1) {
		/* Whichever of the two is first. */
		(void)setpgid(pid, pid);
		(void)alarm((unsigned)seconds);
		watch(c, pid, &awaited);
	}
	adopt(false);
	unblock(&before);
	file_close(fds[0]);
	return pid == -1 ? -1 : 0;
}

int
child_attend(char *const argv[], int *status)
{
	static const int own[] = {-1, -1, -1};

	return wait_for(start(argv, own, false), status);
}

void
child_free(struct child *c)
{
	free(c->out);
	free(c->err);
}

void
child_find_bus(void)
{
	const char *set = getenv("DBUS_SESSION_BUS_ADDRESS");
	const char *runtime = getenv("XDG_RUNTIME_DIR");
	char usual[64], address[300];
	struct stat st;

	if (set != NULL && *set != '\0')
		return;
	if (runtime == NULL || *runtime != '/') {
		snprintf(usual, sizeof(usual), "/run/user/%lu",
		    (unsigned long)getuid());
		runtime = usual;
	}
	snprintf(address, sizeof(address), "unix:path=%s/bus", runtime);
	if (stat(strchr(address, '/'), &st) == -1 || !S_ISSOCK(st.st_mode))
		return;
	if (runtime == usual)
		setenv("XDG_RUNTIME_DIR", usual, 1);
	setenv("DBUS_SESSION_BUS_ADDRESS", address, 1);
}
