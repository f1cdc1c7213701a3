#include "guard.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "io.h"
#include "lock.h"
#include "path.h"

static void
read_word(const char *path, char *buf, size_t size)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	ssize_t n = fd == -1 ? -1 : read(fd, buf, size - 1);

	buf[n > 0 ? n : 0] = '\0';
	buf[strcspn(buf, "\n")] = '\0';
	if (fd != -1)
		close(fd);
}

int
guard_take(const char *word, char *other, size_t size)
{
	char path[PATH_MAX];
	int fd;

	if (path_state("timer", path, sizeof(path)) == -1)
		return -2;
	if (path_make_dirs(path) == -1) {
		warn("%s: cannot make its directory", path);
		return -2;
	}
	fd = lock_exclusive(path, O_CREAT, 0);
	if (fd == -1 && errno == EWOULDBLOCK) {
		read_word(path, other, size);
		return -1;
	}
	if (fd == -1) {
		warn("%s", path);
		return -2;
	}
	/* Only a courtesy to who is turned away: the lock is what counts. */
	if (io_truncate(fd, 0) == -1 ||
	    io_write(fd, word, strlen(word)) == -1 ||
	    io_write(fd, "\n", 1) == -1)
		warn("%s", path);
	return fd;
}
