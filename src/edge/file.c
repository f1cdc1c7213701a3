#include "file.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "clock.h"

#define LOCK_STEP 20	/* milliseconds from one try to the next */

#define OPEN_FLAGS (O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

ssize_t
file_read_at(int fd, char *buf, size_t len, off_t at)
{
	size_t have = 0;
	ssize_t n;

	while (have < len) {
		n = pread(fd, buf + have, len - have, at + (off_t)have);
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		if (n == 0)
			break;
		have += (size_t)n;
	}
	return (ssize_t)have;
}

static int
give_up(int fd)
{
	int saved = errno;

	close(fd);
	errno = saved;
	return -1;
}

ssize_t
file_peek(const char *path, char *buf, size_t size)
{
	int fd = open(path, O_RDONLY | OPEN_FLAGS);
	ssize_t n;

	if (fd == -1)
		return -1;
	n = file_read_at(fd, buf, size - 1, 0);
	if (n == -1)
		return give_up(fd);
	close(fd);
	buf[n] = '\0';
	return n;
}

int
file_private(const char *path, int flags)
{
	int fd = open(path, O_WRONLY | O_CREAT | OPEN_FLAGS | flags, 0600);

	return fd == -1 || fchmod(fd, 0600) == 0 ? fd : give_up(fd);
}

int
file_write(int fd, const char *buf, size_t len)
{
	ssize_t n;

	while (len > 0) {
		n = write(fd, buf, len);
		if (n == -1 && errno == EINTR)
			continue;
		if (n <= 0)
			return -1;
		buf += n;
		len -= (size_t)n;
	}
	return 0;
}

int
file_sync(int fd)
{
	int ret;

	do
		ret = fsync(fd);
	while (ret == -1 && errno == EINTR);
	return ret;
}

int
file_truncate(int fd, off_t size)
{
	int ret;

	do
		ret = ftruncate(fd, size);
	while (ret == -1 && errno == EINTR);
	return ret;
}

static int
open_private(const char *path, int flags)
{
	mode_t mask = umask(077);
	int fd = open(path, flags | OPEN_FLAGS, 0600);

	umask(mask);
	return fd;
}

/* Returns 0, or -1 with errno: EWOULDBLOCK when it is past the deadline. */
static int
take(int fd, int operation, int64_t deadline)
{
	while (flock(fd, operation | LOCK_NB) == -1) {
		if (errno != EWOULDBLOCK || clock_steady() >= deadline)
			return -1;
		clock_sleep(LOCK_STEP);
	}
	return 0;
}

/* Whether the path still leads to the open file: 1, 0, or -1 with errno. */
static int
is_in_place(int fd, const char *path)
{
	struct stat here, there;

	if (stat(path, &there) == -1)
		return errno == ENOENT ? 0 : -1;
	if (fstat(fd, &here) == -1)
		return -1;
	return here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

int
file_lock(const char *path, int flags, int wait)
{
	int64_t deadline = clock_steady() + wait;
	int fd, in_place;

	for (;;) {
		fd = open_private(path, O_RDWR | flags);
		if (fd == -1)
			return -1;
		if (take(fd, LOCK_EX, deadline) == -1)
			return give_up(fd);
		in_place = is_in_place(fd, path);
		if (in_place == 1)
			return fd;
		if (in_place == -1)
			return give_up(fd);
		close(fd);
	}
}

int
file_lock_shared(const char *path, int wait)
{
	int64_t deadline = clock_steady() + wait;
	int fd;

	for (;;) {
		fd = open(path, O_RDONLY | OPEN_FLAGS);
		if (fd == -1)
			return -1;
		(void)take(fd, LOCK_SH, deadline);
		if (is_in_place(fd, path) != 0 || clock_steady() >= deadline)
			return fd;
		close(fd);
	}
}
