/*
 * Files: system calls that begin again where a signal cut them short, and a
 * lock that goes with the descriptor.
 */
#ifndef EDGE_FILE_H
#define EDGE_FILE_H

#include <sys/types.h>

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
/*
 * A file to write to, made if need be, with more flags of open(2).  It is its
 * owner's alone, whatever the umask and whoever made it.  Returns the
 * descriptor, or -1 with errno.
 */
int file_private(const char *path, int flags);
/* The rest return 0, or -1 with errno. */
/* All bytes, in one write(2) where the system takes them so. */
int file_write(int fd, const char *buf, size_t len);
int file_sync(int fd);
int file_truncate(int fd, off_t size);

/*
 * Both open a file, never waiting for what is no regular file, and wait for
 * the lock of flock(2) up to so many milliseconds.  Where another file was
 * put in its place meanwhile, they begin again with that one.  They return
 * the descriptor, or -1 with errno.
 */

/*
 * To read and write, with more flags of open(2) but O_TRUNC, and not without
 * the lock: EWOULDBLOCK when the time is up.  A file that is made has mode
 * 0600, whatever the umask.
 */
int file_lock(const char *path, int flags, int wait);
/* To read, with other readers; when the time is up, without the lock. */
int file_lock_shared(const char *path, int wait);

#endif
