#include "running.h"

#include <sys/file.h>

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "file.h"
#include "path.h"
#include "terminal.h"

/* Milliseconds: who only looks holds the lock for less than that. */
#define TAKE_WAIT 200

#define WORD_MAX 64

/* The first line of the file; what is no word says that nothing runs. */
static struct timer_word
read_word(const char *path)
{
	char buf[WORD_MAX];
	ssize_t n = file_peek(path, buf, sizeof(buf));
	struct slice line, rest = {buf, n > 0 ? (size_t)n : 0};
	struct timer_word word;

	slice_next(&rest, '\n', &line);
	(void)timer_word_parse(line, &word);
	return word;
}

/*
 * The file of the timer of a log, which belongs to no other one: where is
 * path_state or path_find_state, and find_file returns what it does.
 */
static int
find_file(const char *log, int (*where)(const char *, char *), char *path)
{
	struct text name = TEXT(32);
	char real[PATH_MAX];

	if (realpath(log, real) != NULL)
		log = real;
	text_fmt(&name, "timer.%016llx",
	    (unsigned long long)slice_hash(SLICE_HASH, slice_of(log)));
	return where(name.buf, path);
}

int
running_take(const char *log, struct timer_word *other)
{
	char path[PATH_MAX];
	int fd;

	if (find_file(log, path_make_state, path) == -1)
		return -2;
	fd = file_lock(path, O_RDWR | O_CREAT, TAKE_WAIT);
	if (fd != -1)
		return fd;
	if (errno != EWOULDBLOCK) {
		terminal_warn(path, NULL);
		return -2;
	}
	*other = read_word(path);
	return -1;
}

void
running_say(int fd, const struct timer_word *word)
{
	struct text text = TEXT(WORD_MAX);

	if (fd < 0)
		return;
	timer_word_write(&text, word);
	/*
	 * At no moment is the first line neither the old word nor the new
	 * one.  Only a courtesy to others: the lock is what counts, so that a
	 * failure is no reason to stop.
	 */
	if (pwrite(fd, text.buf, text.len, 0) == (ssize_t)text.len)
		(void)file_truncate(fd, (off_t)text.len);
}

void
running_end(int fd)
{
	if (fd < 0)
		return;
	(void)file_truncate(fd, 0);
	close(fd);
}

struct timer_word
running_get(const char *log)
{
	struct timer_word word = {TIMER_NONE, 0};
	char path[PATH_MAX];
	int fd;

	if (find_file(log, path_find_state, path) == 0)
		word = read_word(path);
	fd = word.kind == TIMER_NONE ? -1 : open(path, O_RDONLY | O_NONBLOCK |
	    O_CLOEXEC);
	if (fd == -1)
		return word;
	/* A timer that was killed has left its word, but not the lock. */
	if (flock(fd, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK)
		word.kind = TIMER_NONE;
	close(fd);
	return word;
}
