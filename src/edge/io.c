#include "io.h"

#include <errno.h>
#include <unistd.h>

ssize_t
io_read_at(int fd, void *buf, size_t len, off_t at)
{
	ssize_t n;

	do
		n = pread(fd, buf, len, at);
	while (n == -1 && errno == EINTR);
	return n;
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
