#include "io.h"

#include <errno.h>
#include <unistd.h>

ssize_t
io_read_at(int fd, char *buf, size_t len, off_t at)
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

int
io_write(int fd, const char *buf, size_t len)
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
io_sync(int fd)
{
	int ret;

	do
		ret = fsync(fd);
	while (ret == -1 && errno == EINTR);
	return ret;
}

int
io_truncate(int fd, off_t size)
{
	int ret;

	do
		ret = ftruncate(fd, size);
	while (ret == -1 && errno == EINTR);
	return ret;
}
