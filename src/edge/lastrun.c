#include "lastrun.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "io.h"
#include "path.h"
#include "terminal.h"

static int
set_time(const char *path, int64_t now)
{
	const struct timespec times[2] = {{(time_t)now, 0}, {(time_t)now, 0}};

	return utimensat(AT_FDCWD, path, times, 0);
}

/* Of that mode whatever the umask, so that the next run can write to it. */
static int
open_private(const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0600);

	if (fd != -1)
		(void)fchmod(fd, 0600);
	return fd;
}

int
lastrun_begin(int64_t now)
{
	static const char on[] = "on\n";
	char path[PATH_MAX];
	int fd, ret;

	if (path_state("lastrun", path, sizeof(path)) == -1 ||
	    path_make_dirs(path) == -1)
		return -1;
	fd = open_private(path);
	ret = fd == -1 || io_write(fd, on, sizeof(on) - 1) == -1 ||
	    set_time(path, now) == -1 ? -1 : 0;
	if (ret == -1)
		terminal_warn(path, NULL);
	if (fd != -1)
		close(fd);
	return ret;
}

int
lastrun_end(void)
{
	char path[PATH_MAX];

	if (path_find_state("lastrun", path, sizeof(path)) == -1 ||
	    truncate(path, 0) == 0 || errno == ENOENT || errno == ENOTDIR)
		return 0;
	terminal_warn(path, NULL);
	return -1;
}

void
lastrun_note(int64_t now, bool make)
{
	char path[PATH_MAX];
	int fd;

	if (path_find_state("lastrun", path, sizeof(path)) == -1 ||
	    set_time(path, now) == 0 || errno != ENOENT || !make)
		return;
	fd = open_private(path);
	if (fd == -1)
		return;
	close(fd);
	(void)set_time(path, now);
}

bool
lastrun_get(int64_t *at, bool *on)
{
	char path[PATH_MAX];
	struct stat st;

	if (path_find_state("lastrun", path, sizeof(path)) == -1 ||
	    stat(path, &st) == -1)
		return false;
	*at = st.st_mtime;
	*on = st.st_size > 0;
	return true;
}
