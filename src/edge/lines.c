#include "lines.h"

#include <errno.h>
#include <string.h>

#include "file.h"

/*
 * Bytes that a round of the search is for: one read brings them, and a line.
 * The last end is near in most logs, so the first rounds are smaller.
 */
#define SEARCHED (LINES_BUFFER - RECORD_MAX - 2)
#define SEARCHED_FIRST 256

void
lines_init(struct lines *l, int fd, off_t from, off_t end)
{
	l->fd = fd;
	l->next = l->at = from;
	l->end = end;
	l->start = l->have = 0;
	l->skipping = false;
}

void
lines_init_within(struct lines *l, const struct lines *held, off_t from,
    off_t end)
{
	off_t base = held->next - (off_t)(held->start + held->have);

	lines_init(l, held->fd, from, end);
	if (from < base || from > end || end > held->next)
		return;
	l->have = (size_t)(end - from);
	l->next = end;
	memcpy(l->buf, held->buf + (from - base), l->have);
}

/* Moves what is left to the front and reads on.  Returns as read(2) does. */
static ssize_t
refill(struct lines *l)
{
	size_t room = sizeof(l->buf) - l->have;
	ssize_t n;

	if (l->end - l->next < (off_t)room)
		room = (size_t)(l->end - l->next);
	if (room == 0)
		return 0;
	memmove(l->buf, l->buf + l->start, l->have);
	l->start = 0;
	n = file_read_at(l->fd, l->buf + l->have, room, l->next);
	if (n > 0) {
		l->have += (size_t)n;
		l->next += n;
	}
	return n;
}

/* Gives out so many bytes, and passes over one more where there is one. */
static int
give(struct lines *l, size_t len, size_t newline)
{
	l->at = l->next - (off_t)l->have;
	l->line = (struct slice){l->buf + l->start, len};
	l->start += len + newline;
	l->have -= len + newline;
	return 1;
}

int
lines_next(struct lines *l)
{
	const char *from, *newline;
	ssize_t n;

	l->whole = true;
	for (;;) {
		from = l->buf + l->start;
		newline = memchr(from, '\n', l->have);
		if (newline != NULL) {
			give(l, (size_t)(newline - from), 1);
			if (!l->skipping)
				return 1;
			l->skipping = false;
			continue;
		}
		if (l->skipping) {
			l->start = l->have = 0;
		} else if (l->have > RECORD_MAX) {
			/* Said once; the rest of it is passed over. */
			l->skipping = true;
			return give(l, l->have, 0);
		}
		n = refill(l);
		if (n == -1)
			return -1;
		if (n == 0)
			break;
	}
	l->whole = false;
	return l->have > 0 ? give(l, l->have, 0) : 0;
}

static bool
is_end(struct slice line)
{
	struct record_error error;
	struct slice rest = line, time, kind;
	struct record r;

	/* Most lines are not, and it does not take all of them to see it. */
	return slice_next(&rest, ' ', &time) &&
	    slice_next(&rest, ' ', &kind) &&
	    slice_is(kind, record_kinds[RECORD_END]) &&
	    record_parse(line.at, line.len, &r, &error) == 0 &&
	    r.kind == RECORD_END;
}

int
lines_init_last_end(struct lines *l, int fd, off_t end)
{
	off_t from, to, round = SEARCHED_FIRST, base = 0, found = 0;
	int got;

	lines_init(l, fd, 0, end);
	for (to = end; to > 0 && found == 0; to = from) {
		off_t bound = to + RECORD_MAX + 1;

		/* What begins before from is left to the next round. */
		from = to > round ? to - round : 0;
		round = round * 4 < SEARCHED ? round * 4 : SEARCHED;
		base = from > 0 ? from - 1 : 0;
		lines_init(l, fd, base, bound < end ? bound : end);
		while ((got = lines_next(l)) == 1) {
			if (l->whole && l->at >= from && is_end(l->line))
				found = l->at;
		}
		if (got == 0 && l->next < l->end) {
			errno = EAGAIN;	/* undo made it shorter meanwhile */
			got = -1;
		}
		if (got == -1)
			return -1;
	}
	/* The last round brought this in with one read: it is there still. */
	l->at = found;
	l->start = (size_t)(found - base);
	l->have = (size_t)(l->next - found);
	l->end = end;
	l->skipping = false;
	return 0;
}
