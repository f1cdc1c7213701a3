#include "file.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <unistd.h>

#include "clock.h"

#define LOCK_STEP 20	/* milliseconds from one try to the next */

#define OPEN_FLAGS (O_NONBLOCK | O_NOCTTY | O_CLOEXEC)

int
file_open(const char *path, int flags, off_t *size)
{
	struct stat st;
	int fd = open(path, flags | OPEN_FLAGS);

	if (fd == -1 || fstat(fd, &st) == -1) {
		file_close(fd);
		return -1;
	}
	*size = st.st_size;
	return fd;
}

void
file_close(int fd)
{
	int saved = errno;

	if (fd != -1)
		close(fd);
	errno = saved;
}

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

ssize_t
file_peek(const char *path, char *buf, size_t size)
{
	int fd = open(path, O_RDONLY | OPEN_FLAGS);
	ssize_t n = fd == -1 ? -1 : file_read_at(fd, buf, size - 1, 0);

	file_close(fd);
	if (n != -1)
		buf[n] = '\0';
	return n;
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

int
file_keep(const char *path, const char *bytes, size_t len)
{
	int fd = open(path, O_WRONLY | O_CREAT | OPEN_FLAGS, 0600);
	int ret = -1;

	/* The umask, or who made it, may have made it another's too. */
	if (fd != -1 && fchmod(fd, 0600) == 0 &&
	    file_write(fd, bytes, len) == 0 &&
	    file_truncate(fd, (off_t)len) == 0)
		ret = file_sync(fd);
	file_close(fd);
	return ret;
}

/* What it makes is its owner's alone; what is there keeps its mode. */
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
	bool reads = (flags & O_ACCMODE) == O_RDONLY;
	int64_t deadline = clock_steady() + wait;
	int fd, in_place;

	for (;;) {
		fd = open_private(path, flags);
		if (fd == -1)
			return -1;
		if (take(fd, reads ? LOCK_SH : LOCK_EX, deadline) == -1 &&
		    !reads)
			break;
		in_place = is_in_place(fd, path);
		if (in_place == 1 || (reads && (in_place == -1 ||
		    clock_steady() >= deadline)))
			return fd;
		if (in_place == -1)
			break;
		close(fd);
	}
	file_close(fd);
	return -1;
}
