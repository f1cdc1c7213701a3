#include "lastrun.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <unistd.h>

#include "path.h"
#include "terminal.h"

static int
set_time(const char *path, int64_t now)
{
	const struct timespec times[2] = {{(time_t)now, 0}, {(time_t)now, 0}};

	return utimensat(AT_FDCWD, path, times, 0);
}

int
lastrun_begin(int64_t now)
{
	char path[PATH_MAX];
	int fd;

	if (path_state("lastrun", path, sizeof(path)) == -1)
		return -1;
	if (path_make_dirs(path) == -1)
		return -1;
	fd = open(path, O_WRONLY | O_CREAT | O_NONBLOCK | O_CLOEXEC, 0600);
	if (fd == -1 || set_time(path, now) == -1) {
		terminal_warn(path, NULL);
		if (fd != -1)
			close(fd);
		return -1;
	}
	close(fd);
	return 0;
}

int
lastrun_end(void)
{
	char path[PATH_MAX];

	if (path_state("lastrun", path, sizeof(path)) == -1)
		return -1;
	if (unlink(path) == -1 && errno != ENOENT && errno != ENOTDIR) {
		terminal_warn(path, NULL);
		return -1;
	}
	return 0;
}

void
lastrun_note(int64_t now)
{
	char path[PATH_MAX];

	if (path_find_state("lastrun", path, sizeof(path)) == 0)
		(void)set_time(path, now);
}

bool
lastrun_get(int64_t *at)
{
	char path[PATH_MAX];
	struct stat st;

	if (path_find_state("lastrun", path, sizeof(path)) == -1 ||
	    stat(path, &st) == -1)
		return false;
	*at = st.st_mtime;
	return true;
}
