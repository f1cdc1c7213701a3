#include "running.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "io.h"
#include "lock.h"
#include "path.h"

/* Whatever the file holds, it goes to the terminal. */
static void
read_word(const char *path, char *shown)
{
	char buf[TERMINAL_SHOWN] = "";
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

	if (fd != -1) {
		(void)io_read_at(fd, buf, sizeof(buf) - 1, 0);
		close(fd);
	}
	terminal_show(shown, buf, strcspn(buf, "\n"));
}

int
running_take(const char *word, char *other)
{
	char path[PATH_MAX];
	int fd;

	if (path_state("timer", path, sizeof(path)) == -1)
		return -2;
	if (path_make_dirs(path) == -1) {
		terminal_warn(path, "cannot make its directory");
		return -2;
	}
	fd = lock_exclusive(path, O_CREAT, 0);
	if (fd == -1 && errno == EWOULDBLOCK) {
		read_word(path, other);
		return -1;
	}
	if (fd == -1) {
		terminal_warn(path, NULL);
		return -2;
	}
	/* Only a courtesy to who is turned away: the lock is what counts. */
	if (io_truncate(fd, 0) == -1 ||
	    io_write(fd, word, strlen(word)) == -1 ||
	    io_write(fd, "\n", 1) == -1)
		terminal_warn(path, NULL);
	return fd;
}
