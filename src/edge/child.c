#include "child.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io.h"

/*
 * A file without a name: no pipe, so that nobody can wait for nobody.  What
 * is run has it only where it expects it.
 */
static FILE *
nameless(void)
{
	FILE *f = tmpfile();

	if (f != NULL)
		(void)fcntl(fileno(f), F_SETFD, FD_CLOEXEC);
	return f;
}

/* One that holds bytes to be read. */
static FILE *
scratch(const char *bytes, size_t len)
{
	FILE *f = nameless();

	if (f == NULL)
		return NULL;
	if (fwrite(bytes, 1, len, f) != len || fflush(f) == EOF ||
	    fseek(f, 0, SEEK_SET) == -1) {
		fclose(f);
		return NULL;
	}
	return f;
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
become(char *const argv[], FILE *in, FILE *out, FILE *said)
{
	reset_signals();
	if (out != NULL && setenv("LC_ALL", "C", 1) == -1)
		_exit(126);
	if (dup2(fileno(in), STDIN_FILENO) == -1 || (out != NULL &&
	    (dup2(fileno(out), STDOUT_FILENO) == -1 ||
	    dup2(fileno(said), STDERR_FILENO) == -1)))
		_exit(126);
	exec(argv);
}

static int
wait_for(pid_t pid, int *status)
{
	int raw;

	while (waitpid(pid, &raw, 0) == -1) {
		if (errno != EINTR)
			return -1;
	}
	*status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw);
	return 0;
}

/* All of a file, terminated; NULL with errno. */
static char *
slurp(FILE *f, size_t *len)
{
	struct stat st;
	ssize_t n;
	char *buf;

	if (fstat(fileno(f), &st) == -1)
		return NULL;
	buf = malloc((size_t)st.st_size + 1);
	if (buf == NULL)
		return NULL;
	n = io_read_at(fileno(f), buf, (size_t)st.st_size, 0);
	if (n == -1) {
		free(buf);
		return NULL;
	}
	*len = (size_t)n;
	buf[n] = '\0';
	return buf;
}

static void
close_scratch(FILE *f)
{
	if (f != NULL)
		fclose(f);
}

static int
run(struct child *c, char *const argv[], FILE *in, FILE *out, FILE *said)
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
	if (out == NULL)
		return 0;
	c->out = slurp(out, &c->len);
	c->err = slurp(said, &said_len);
	return c->out == NULL || c->err == NULL ? -1 : 0;
}

int
child_run(struct child *c, char *const argv[], const char *input, size_t len,
    bool keep)
{
	FILE *in = scratch(input, len);
	FILE *out = keep ? nameless() : NULL;
	FILE *said = keep ? nameless() : NULL;
	int ret = -1, saved;

	memset(c, 0, sizeof(*c));
	if (in != NULL && (!keep || (out != NULL && said != NULL)))
		ret = run(c, argv, in, out, said);
	saved = errno;
	if (in == NULL || (keep && (out == NULL || said == NULL)))
		warn("%s: no temporary file", P_tmpdir);
	close_scratch(in);
	close_scratch(out);
	close_scratch(said);
	errno = saved;
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
