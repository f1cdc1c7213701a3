#include "crond.h"

#include <sys/types.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "io.h"
#include "process.h"

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
	int fd;

	if (strcmp(p->name, "busybox") != 0)
		return false;
	snprintf(path, sizeof(path), "/proc/%ld/cmdline", (long)p->pid);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return false;
	n = io_read_at(fd, buf, sizeof(buf) - 1, 0);
	close(fd);
	buf[n > 0 ? n : 0] = '\0';
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
	ssize_t n;
	long pid;
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd == -1)
		return false;
	n = io_read_at(fd, buf, sizeof(buf) - 1, 0);
	close(fd);
	if (n <= 0)
		return false;
	buf[n] = '\0';
	pid = strtol(buf, NULL, 10);
	return pid > 1 && (kill((pid_t)pid, 0) == 0 || errno == EPERM);
}

bool
crond_is_running(void)
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
crond_has_timer(void)
{
	static const char *const dirs[] = {
		"/etc/systemd/user/", "/run/systemd/user/",
		"/usr/local/lib/systemd/user/", "/usr/lib/systemd/user/",
		"/usr/local/share/systemd/user/", "/usr/share/systemd/user/"
	};
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof(dirs) / sizeof(dirs[0]); i++) {
		snprintf(path, sizeof(path), "%s" CROND_TIMER, dirs[i]);
		if (access(path, F_OK) == 0)
			return true;
	}
	return is_in("XDG_CONFIG_HOME", "/.config", "", CROND_TIMER) ||
	    is_in("XDG_DATA_HOME", "/.local/share", "", CROND_TIMER);
}

bool
crond_timer_is_on(void)
{
	return is_in("XDG_CONFIG_HOME", "/.config", "timers.target.wants/",
	    CROND_TIMER);
}
