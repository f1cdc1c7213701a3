/* System calls on files, begun again where a signal cut them short. */
#ifndef EDGE_IO_H
#define EDGE_IO_H

#include <sys/types.h>

/*
 * As pread(2), but fewer bytes than len are the end of the file: a read may
 * come up short, and what is missing would look like a torn line.
 */
ssize_t io_read_at(int fd, char *buf, size_t len, off_t at);
/*
 * A file to write to from its beginning, that is its owner's alone, whatever
 * the umask and whoever made it.  Returns the descriptor, or -1 with errno.
 */
int io_private(const char *path);
/* The rest return 0, or -1 with errno. */
/* All bytes, in one write(2) where the system takes them so. */
int io_write(int fd, const char *buf, size_t len);
int io_sync(int fd);
int io_truncate(int fd, off_t size);

#endif
