/*
 * Files: system calls that begin again where a signal cut them short, and a
 * lock that goes with the descriptor.
 */
#ifndef EDGE_FILE_H
#define EDGE_FILE_H

#include <sys/types.h>

/*
 * Opens a file, never waiting for what is no regular file; *size is how many
 * bytes it has.  Returns the descriptor, or -1 with errno.
 */
int file_open(const char *path, int flags, off_t *size);
/* Closes a descriptor, if it is not -1, and leaves errno as it is. */
void file_close(int fd);
/*
 * As pread(2), but fewer bytes than len are the end of the file: a read may
 * come up short, and what is missing would look like a torn line.
 */
ssize_t file_read_at(int fd, char *buf, size_t len, off_t at);
/*
 * The first bytes of a file, as many as fit, terminated, without waiting for
 * what is no regular file.  Returns how many, or -1 with errno.
 */
ssize_t file_peek(const char *path, char *buf, size_t size);
/* The rest return 0, or -1 with errno. */
/* All bytes, in one write(2) where the system takes them so. */
int file_write(int fd, const char *buf, size_t len);
int file_sync(int fd);
int file_truncate(int fd, off_t size);
/*
 * Makes a file of these bytes alone, durably.  It is its owner's alone,
 * whatever the umask and whoever made it.  One that has them keeps them at
 * every moment.
 */
int file_keep(const char *path, const char *bytes, size_t len);

/*
 * Opens a file, never waiting for what is no regular file, with flags of
 * open(2) but O_TRUNC, and waits for the lock of flock(2) up to so many
 * milliseconds.  Where another file was put in its place meanwhile, it begins
 * again with that one.  A file that is made has mode 0600, whatever the umask.
 *
 * O_RDONLY shares the lock with other readers, and goes without it when the
 * time is up; O_RDWR fails then, with EWOULDBLOCK.  Returns the descriptor, or
 * -1 with errno.
 */
int file_lock(const char *path, int flags, int wait);

#endif
