#include "crontab.h"

#include <sys/types.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "file.h"
#include "path.h"
#include "process.h"
#include "terminal.h"

static void
warn_output(const char *what, const struct child *c)
{
	struct shown said = shown_bytes(c->err, strcspn(c->err, "\n"));

	if (c->status == 127 && crontab_has_timer())
		complain("crontab(1) is not there: install cron, or use the "
		    "timer of systemd: systemctl --user enable --now "
		    CRONTAB_TIMER);
	else if (c->status == 127)
		complain("crontab(1) is not there: install cron, or run "
		    "\"backcare remind\" from a timer of your own");
	else
		complain("%s: exit status %d%s%s", what, c->status,
		    *said.s != '\0' ? ": " : "", said.s);
}

/*
 * Whether there is no table yet.  Every crontab(1) says so in words of its own,
 * and most with the exit status 1 of a failure; so it is one unless the system
 * gives another reason.  That of bcron has 111 for all that goes wrong, so its
 * words decide.
 */
static bool
says_none(const struct child *c)
{
	static const int reasons[] = {
		EPERM, EIO, EAGAIN, ENOMEM, EACCES, EMFILE, ENFILE, ENOSPC,
		EROFS, ENAMETOOLONG, ELOOP, ESTALE, ETIMEDOUT
	};

	if (c->len != 0)
		return false;
	if (c->status != 1)
		return c->status < 126 &&
		    strstr(c->err, "does not exist") != NULL;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (strstr(c->err, strerror(reasons[i])) != NULL)
			return false;
	}
	return strstr(c->err, "not allowed") == NULL;
}

char *
crontab_read(size_t *len)
{
	char name[] = "crontab", list[] = "-l";
	char *argv[] = {name, list, NULL}, *table = NULL;
	struct child c;

	if (child_run(&c, argv, "", 0) == -1) {
		warn("crontab -l");
	} else if (c.status == 0 || says_none(&c)) {
		table = c.out;
		*len = c.len;
		c.out = NULL;
	} else {
		warn_output("crontab -l", &c);
	}
	child_free(&c);
	return table;
}

/* The old table, kept before anything is touched. */
static int
keep_copy(const char *path, const char *old, size_t len)
{
	int fd;

	if (path_make_dirs(path) == -1)
		return -1;
	fd = file_private(path, O_TRUNC);
	if (fd == -1 || file_write(fd, old, len) == -1 ||
	    file_sync(fd) == -1) {
		terminal_warn(path, "no copy of the old crontab, so it stays");
		if (fd != -1)
			close(fd);
		return -1;
	}
	close(fd);
	return 0;
}

/* From a file, for a crontab(1) that takes nothing from standard input. */
static bool
install_file(const char *table, size_t len)
{
	char name[] = "crontab", path[PATH_MAX];
	char *argv[] = {name, path, NULL};
	struct child c;
	bool done;

	if (path_state("crontab.new", path) == -1 ||
	    keep_copy(path, table, len) == -1)
		return false;
	done = child_run(&c, argv, "", 0) == 0 && c.status == 0;
	child_free(&c);
	(void)unlink(path);
	return done;
}

static int
install(const char *table, size_t len)
{
	char name[] = "crontab", from_input[] = "-";
	char *argv[] = {name, from_input, NULL};
	struct child c;
	int ret = 0;

	if (child_run(&c, argv, table, len) == -1) {
		warn("crontab -");
		ret = -1;
	} else if (c.status != 0 && !install_file(table, len)) {
		warn_output("crontab -", &c);
		ret = -1;
	}
	child_free(&c);
	return ret;
}

/* Whether the table is now just this. */
static bool
is_installed(const char *table, size_t len)
{
	size_t now_len;
	char *now = crontab_read(&now_len);
	bool same = now != NULL && now_len == len &&
	    memcmp(now, table, len) == 0;

	free(now);
	return same;
}

int
crontab_replace(const char *old, size_t old_len, const char *table,
    size_t len)
{
	static const char untrue[] = "crontab(1) did not take the new table "
	    "as it is";
	char copy[PATH_MAX];

	if (path_state("crontab.old", copy) == -1 ||
	    keep_copy(copy, old, old_len) == -1 || install(table, len) == -1)
		return -1;
	if (is_installed(table, len))
		return 0;
	if (install(old, old_len) == 0 && is_installed(old, old_len))
		complain("%s, so the old one is back", untrue);
	else
		complain("%s: look at it with \"crontab -l\"; the old one is "
		    "in %s", untrue, shown(copy).s);
	return -1;
}

/* cron of Debian and the BSDs, of Fedora and Alpine, of others, and bcron. */
static const char *const names[] = {
	"cron", "crond", "fcron", "dcron", "bcron-sched"
};

static const char *const pid_files[] = {
	"/run/crond.pid", "/run/cron.pid", "/run/fcron.pid",
	"/var/run/crond.pid", "/var/run/cron.pid", "/var/run/fcron.pid"
};

/* One program of many names, which has the one that counts as an argument. */
static bool
is_busybox_crond(const struct process *p)
{
	char path[64], buf[256];
	ssize_t n;

	if (strcmp(p->name, "busybox") != 0)
		return false;
	snprintf(path, sizeof(path), "/proc/%ld/cmdline", (long)p->pid);
	n = file_peek(path, buf, sizeof(buf));
	for (ssize_t i = 0; i < n; i += (ssize_t)strlen(buf + i) + 1) {
		if (strcmp(buf + i, "crond") == 0)
			return true;
	}
	return false;
}

/* Goes on until there is one. */
static bool
is_no_cron(const struct process *p, void *arg)
{
	if (is_busybox_crond(p))
		*(bool *)arg = true;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (strcmp(p->name, names[i]) == 0)
			*(bool *)arg = true;
	}
	return !*(bool *)arg;
}

/* Whether a file holds the number of a process that is there. */
static bool
names_process(const char *path)
{
	char buf[32];
	long pid;

	if (file_peek(path, buf, sizeof(buf)) == -1)
		return false;
	pid = strtol(buf, NULL, 10);
	return pid > 1 && (kill((pid_t)pid, 0) == 0 || errno == EPERM);
}

bool
crontab_is_run(void)
{
	/* systemd-cron makes timers of all crontabs: it is no process. */
	static const char generator[] =
	    "/lib/systemd/system-generators/systemd-crontab-generator";
	bool found = false;

	if (process_each(is_no_cron, &found) > 1)
		return found || (access(generator, X_OK) == 0 &&
		    access("/run/systemd/system", F_OK) == 0);
	for (size_t i = 0; i < sizeof(pid_files) / sizeof(pid_files[0]); i++) {
		if (names_process(pid_files[i]))
			return true;
	}
	return false;
}

/* Below the directory that a variable names, or another in HOME. */
static bool
is_in(const char *variable, const char *otherwise, const char *dir,
    const char *file)
{
	const char *base = getenv(variable), *in_home = "";
	char path[PATH_MAX];

	if (base == NULL || *base != '/') {
		base = getenv("HOME");
		in_home = otherwise;
	}
	if (base == NULL)
		return false;
	snprintf(path, sizeof(path), "%s%s/systemd/user/%s%s", base, in_home,
	    dir, file);
	return access(path, F_OK) == 0;
}

bool
crontab_has_timer(void)
{
	static const char *const dirs[] = {
		"/etc/systemd/user/", "/run/systemd/user/",
		"/usr/local/lib/systemd/user/", "/usr/lib/systemd/user/",
		"/usr/local/share/systemd/user/", "/usr/share/systemd/user/"
	};
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++) {
		snprintf(path, sizeof(path), "%s" CRONTAB_TIMER, dirs[i]);
		if (access(path, F_OK) == 0)
			return true;
	}
	return is_in("XDG_CONFIG_HOME", "/.config", "", CRONTAB_TIMER) ||
	    is_in("XDG_DATA_HOME", "/.local/share", "", CRONTAB_TIMER);
}

bool
crontab_timer_is_on(void)
{
	return is_in("XDG_CONFIG_HOME", "/.config", "timers.target.wants/",
	    CRONTAB_TIMER);
}
