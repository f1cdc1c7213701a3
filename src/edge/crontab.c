#include "crontab.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "crond.h"
#include "io.h"
#include "path.h"
#include "terminal.h"

static void
warn_output(const char *what, const struct child *c)
{
	char shown[TERMINAL_SHOWN];

	terminal_show(shown, c->err, strcspn(c->err, "\n"));
	if (c->status == 127 && crond_has_timer())
		warnx("crontab(1) is not there: install cron, or use the "
		    "timer of systemd: systemctl --user enable --now "
		    CROND_TIMER);
	else if (c->status == 127)
		warnx("crontab(1) is not there: install cron, or run "
		    "\"backcare remind\" from a timer of your own");
	else
		warnx("%s: exit status %d%s%s", what, c->status,
		    *shown != '\0' ? ": " : "", shown);
}

/*
 * Whether there is no table yet.  Every crontab(1) says so in words of its own,
 * and with the exit status of a failure; so it is one unless the system gives
 * another reason.
 */
static bool
says_none(const struct child *c)
{
	static const int reasons[] = {
		EPERM, EIO, EAGAIN, ENOMEM, EACCES, EMFILE, ENFILE, ENOSPC,
		EROFS, ENAMETOOLONG, ELOOP, ESTALE, ETIMEDOUT
	};

	if (c->status != 1 || c->len != 0)
		return false;
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
	fd = io_private(path);
	if (fd == -1 || io_write(fd, old, len) == -1 ||
	    io_sync(fd) == -1) {
		terminal_warn(path, "no copy of the old crontab, so it stays");
		if (fd != -1)
			close(fd);
		return -1;
	}
	close(fd);
	return 0;
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
	} else if (c.status != 0) {
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
	char copy[PATH_MAX], shown[TERMINAL_SHOWN];

	if (path_state("crontab.old", copy, sizeof(copy)) == -1 ||
	    keep_copy(copy, old, old_len) == -1 || install(table, len) == -1)
		return -1;
	if (is_installed(table, len))
		return 0;
	if (install(old, old_len) == 0 && is_installed(old, old_len))
		warnx("%s, so the old one is back", untrue);
	else
		warnx("%s: look at it with \"crontab -l\"; the old one is in "
		    "%s", untrue, terminal_show_word(shown, copy));
	return -1;
}
