/*
 * Adds a line to a log with no more care than it needs to be durable.  Links
 * libbsd, as loading it is no choice of what is measured.
 */

#include <sys/file.h>

#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int
main(int argc, char **argv)
{
	static const char line[] = "2026-11-20T17:30:00Z onset\n";
	const ssize_t len = sizeof(line) - 1;
	int fd;

	setprogname("append");
	if (argc != 2)
		errx(2, "usage: append file");
	fd = open(argv[1], O_WRONLY | O_APPEND | O_CREAT, 0600);
	if (fd == -1 || flock(fd, LOCK_EX) == -1 ||
	    write(fd, line, (size_t)len) != len || fsync(fd) == -1)
		err(1, "%s", argv[1]);
	return 0;
}
