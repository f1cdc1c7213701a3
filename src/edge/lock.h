/* Files that are opened under a lock, which goes with the descriptor. */
#ifndef EDGE_LOCK_H
#define EDGE_LOCK_H

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
int lock_exclusive(const char *path, int flags, int wait);
/* To read, with other readers; when the time is up, without the lock. */
int lock_shared(const char *path, int wait);

#endif
