#include "lines.h"

#include <errno.h>
#include <string.h>

#include "file.h"

void
lines_init(struct lines *l, int fd, off_t from, off_t end)
{
	l->fd = fd;
	l->next = l->line = from;
	l->end = end;
	l->start = l->have = 0;
	l->skipping = false;
}

/* Moves what is left to the front and reads on.  Returns as read(2) does. */
static ssize_t
refill(struct lines *l)
{
	size_t room = sizeof(l->buf) - l->have;
	ssize_t n;

	memmove(l->buf, l->buf + l->start, l->have);
	l->start = 0;
	if (l->end - l->next < (off_t)room)
		room = (size_t)(l->end - l->next);
	if (room == 0)
		return 0;
	n = file_read_at(l->fd, l->buf + l->have, room, l->next);
	if (n > 0) {
		l->have += (size_t)n;
		l->next += n;
	}
	return n;
}

/* Gives out so many bytes, and passes over one more where there is one. */
static int
give(struct lines *l, struct slice *line, size_t len, size_t newline)
{
	l->line = l->next - (off_t)l->have;
	*line = (struct slice){l->buf + l->start, len};
	l->start += len + newline;
	l->have -= len + newline;
	return 1;
}

int
lines_next(struct lines *l, struct slice *line, bool *whole)
{
	const char *from, *newline;
	ssize_t n;

	*whole = true;
	for (;;) {
		from = l->buf + l->start;
		newline = memchr(from, '\n', l->have);
		if (newline != NULL) {
			give(l, line, (size_t)(newline - from), 1);
			if (!l->skipping)
				return 1;
			l->skipping = false;
			continue;
		}
		if (l->skipping) {
			l->have = 0;
		} else if (l->have > RECORD_MAX) {
			/* Said once; the rest of it is passed over. */
			l->skipping = true;
			return give(l, line, l->have, 0);
		}
		n = refill(l);
		if (n == -1)
			return -1;
		if (n == 0)
			break;
	}
	*whole = false;
	return l->have > 0 ? give(l, line, l->have, 0) : 0;
}

static bool
is_end(const char *line, size_t len)
{
	struct record_error error;
	struct slice rest = {line, len}, time, kind;
	struct record r;

	/* Most lines are not, and it does not take all of them to see it. */
	if (!slice_next(&rest, ' ', &time) ||
	    !slice_next(&rest, ' ', &kind) ||
	    !slice_is(kind, record_kinds[RECORD_END]))
		return false;
	return record_parse(line, len, &r, &error) == 0 &&
	    r.kind == RECORD_END;
}

/* Part of a file, for searching it from the end. */
struct window {
	int fd;
	off_t from;	/* of the first byte of buf */
	size_t len;
	char *buf;	/* LINES_BUFFER bytes */
};

/* Brings in the bytes before an offset, where they are not there yet. */
static int
window_cover(struct window *w, off_t from, off_t before)
{
	size_t want = LINES_BUFFER;
	ssize_t n;

	if (from >= w->from && before <= w->from + (off_t)w->len)
		return 0;
	if (before < (off_t)want)
		want = (size_t)before;
	n = file_read_at(w->fd, w->buf, want, before - (off_t)want);
	if (n == -1)
		return -1;
	if ((size_t)n < want) {
		errno = EAGAIN;	/* undo made it shorter meanwhile */
		return -1;
	}
	w->from = before - (off_t)want;
	w->len = want;
	return 0;
}

/* Where the line begins that ends before an offset; -1 with errno. */
static off_t
line_start(struct window *w, off_t before)
{
	while (before > 0) {
		size_t n;

		if (window_cover(w, before - 1, before) == -1)
			return -1;
		n = (size_t)(before - w->from);
		while (n > 0 && w->buf[n - 1] != '\n')
			n--;
		before = w->from + (off_t)n;
		if (n > 0)
			break;
	}
	return before;
}

/* Where the last end record begins, 0 without one; it is in the window. */
static off_t
last_end(struct window *w, off_t size)
{
	off_t to = line_start(w, size);	/* not what is torn */
	off_t from = 0;

	if (to == -1)
		return -1;
	for (; to > 0; to = from) {
		from = line_start(w, to - 1);
		if (from == -1)
			return -1;
		if (to - 1 - from > RECORD_MAX)
			continue;
		if (window_cover(w, from, to) == -1)
			return -1;
		if (is_end(w->buf + (from - w->from), (size_t)(to - 1 - from)))
			break;
	}
	return from;
}

int
lines_init_last_end(struct lines *l, int fd, off_t end)
{
	struct window w = {fd, 0, 0, l->buf};
	off_t from = last_end(&w, end);

	if (from == -1)
		return -1;
	lines_init(l, fd, from, end);
	/* What the search has brought in is not read again. */
	l->start = (size_t)(from - w.from);
	l->have = w.len - l->start;
	l->next = w.from + (off_t)w.len;
	return 0;
}

ssize_t
lines_last(int fd, off_t size, char *buf, off_t *at, bool *whole)
{
	char space[LINES_BUFFER];
	struct window w = {fd, 0, 0, space};
	off_t len;

	if (window_cover(&w, size - 1, size) == -1)
		return -1;
	if (w.len == 0) {
		errno = EAGAIN;		/* there was no last byte after all */
		return -1;
	}
	*whole = w.buf[w.len - 1] == '\n';
	*at = line_start(&w, *whole ? size - 1 : size);
	if (*at == -1)
		return -1;
	len = size - *at > RECORD_MAX + 1 ? RECORD_MAX + 1 : size - *at;
	if (window_cover(&w, *at, *at + len) == -1)
		return -1;
	memcpy(buf, w.buf + (*at - w.from), (size_t)len);
	return len;
}

long
lines_count(int fd, off_t from, off_t before)
{
	char buf[LINES_BUFFER];
	off_t at = from;
	long count = 0;

	while (at < before) {
		size_t want = sizeof(buf);
		ssize_t n;

		if (before - at < (off_t)want)
			want = (size_t)(before - at);
		n = file_read_at(fd, buf, want, at);
		if (n <= 0)
			break;
		for (ssize_t i = 0; i < n; i++)
			count += buf[i] == '\n';
		at += n;
	}
	return count;
}
