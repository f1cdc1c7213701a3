#include "crontab.h"

#include <err.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
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

/* crontab(1) with that argument. */
static int
run(struct child *c, const char *argument, const char *input, size_t len)
{
	char name[] = "crontab", copy[PATH_MAX];
	char *argv[] = {name, copy, NULL};

	strlcpy(copy, argument, sizeof(copy));
	return child_run(c, argv, input, len);
}

char *
crontab_read(size_t *len)
{
	char *table = NULL;
	struct child c;

	if (run(&c, "-l", "", 0) == -1) {
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

/* A table in a file of this program's state, before anything is touched. */
static int
keep(const char *name, char *path, const char *table, size_t len)
{
	if (path_make_state(name, path) == -1)
		return -1;
	return file_keep(path, table, len) == 0 ? 0 :
	    terminal_warn(path, "no copy of the old crontab, so it stays");
}

/* From a file, for a crontab(1) that takes nothing from standard input. */
static bool
install_file(const char *table, size_t len)
{
	char path[PATH_MAX];
	struct child c;
	bool done;

	if (keep("crontab.new", path, table, len) == -1)
		return false;
	done = run(&c, path, "", 0) == 0 && c.status == 0;
	child_free(&c);
	(void)unlink(path);
	return done;
}

static int
install(const char *table, size_t len)
{
	struct child c;
	int ret = run(&c, "-", table, len);

	if (ret == -1) {
		warn("crontab -");
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
	char copy[PATH_MAX];

	if (keep("crontab.old", copy, old, old_len) == -1 ||
	    install(table, len) == -1)
		return -1;
	if (is_installed(table, len))
		return 0;
	if (install(old, old_len) == 0 && is_installed(old, old_len))
		complain("crontab(1) did not take the new table as it is, so "
		    "the old one is back");
	else
		complain("crontab(1) did not take the new table as it is: look "
		    "at it with \"crontab -l\"; the old one is in %s",
		    shown(copy).s);
	return -1;
}

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
	/* Of Debian and the BSDs, Fedora and Alpine, others, and bcron. */
	static const char *const names[] = {
		"cron", "crond", "fcron", "dcron", "bcron-sched"
	};
	bool *found = arg;

	*found = is_busybox_crond(p);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		*found |= strcmp(p->name, names[i]) == 0;
	return !*found;
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
	static const char *const pid_files[] = {
		"/run/crond.pid", "/run/cron.pid", "/run/fcron.pid",
		"/var/run/crond.pid", "/var/run/cron.pid", "/var/run/fcron.pid"
	};
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

/* Whether there is such a file of systemd for this user. */
static bool
has_file(const char *variable, const char *in_home, const char *name)
{
	char path[PATH_MAX];

	return path_base(variable, in_home, name, path, NULL) == 0 &&
	    access(path, F_OK) == 0;
}

bool
crontab_has_timer(void)
{
	static const char *const files[] = {
		"/etc/systemd/user/" CRONTAB_TIMER,
		"/run/systemd/user/" CRONTAB_TIMER,
		"/usr/local/lib/systemd/user/" CRONTAB_TIMER,
		"/usr/lib/systemd/user/" CRONTAB_TIMER,
		"/usr/local/share/systemd/user/" CRONTAB_TIMER,
		"/usr/share/systemd/user/" CRONTAB_TIMER
	};
	static const char own[] = "systemd/user/" CRONTAB_TIMER;

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		if (access(files[i], F_OK) == 0)
			return true;
	}
	return has_file("XDG_CONFIG_HOME", "/.config/", own) ||
	    has_file("XDG_DATA_HOME", "/.local/share/", own);
}

bool
crontab_timer_is_on(void)
{
	return has_file("XDG_CONFIG_HOME", "/.config/",
	    "systemd/user/timers.target.wants/" CRONTAB_TIMER);
}
