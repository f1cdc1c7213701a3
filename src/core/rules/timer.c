#include "timer.h"

#include "../time/rfc3339.h"
#include "../time/span.h"
#include "../time/when.h"

#define MS INT64_C(1000)
#define BAR_LEAST 8	/* columns under which there is no bar */
#define BAR_MOST 40

const char *const timer_kinds[] = {"none", "ice", "heat", "pause"};

void
timer_word_write(struct text *text, const struct timer_word *word)
{
	text_fmt(text, "%s %s\n", timer_kinds[word->kind],
	    rfc3339(word->until).s);
}

int
timer_word_parse(struct slice line, struct timer_word *word)
{
	const char *errstr;
	struct slice part[2];
	int found = TIMER_PAUSE;

	word->kind = TIMER_NONE;
	if (!slice_words(line, part, 2) ||
	    rfc3339_parse(part[1], &word->until, &errstr) == -1)
		return -1;
	while (found > TIMER_NONE && !slice_is(part[0], timer_kinds[found]))
		found--;
	word->kind = (enum timer_kind)found;
	return found == TIMER_NONE ? -1 : 0;
}

static void
begin(struct timer *t, enum timer_stage stage, int64_t ms)
{
	int64_t pack = (int64_t)t->minutes * SPAN_MINUTE;

	t->stage = stage;
	t->round += stage == TIMER_PACK;
	t->began = ms;
	t->deadline = ms + (stage == TIMER_PACK ? pack : t->gap) * MS;
}

void
timer_start(struct timer *t, int minutes, int64_t gap, int count, int64_t ms)
{
	*t = (struct timer){.minutes = minutes, .gap = gap, .count = count};
	begin(t, TIMER_PACK, ms);
}

bool
timer_step(struct timer *t, int64_t ms, int64_t *over)
{
	if (t->stage == TIMER_DONE || ms < t->deadline)
		return false;
	*over = ms - t->deadline;
	if (t->stage == TIMER_GAP)
		begin(t, TIMER_PACK, ms);
	else if (t->round < t->count)
		begin(t, TIMER_GAP, ms);
	else
		t->stage = TIMER_DONE;
	return true;
}

void
timer_extend(struct timer *t, int64_t seconds)
{
	t->deadline += seconds * MS;
}

int
timer_minutes_done(const struct timer *t, int64_t ms)
{
	int64_t done = (ms - t->began) / (SPAN_MINUTE * MS);

	if (t->stage != TIMER_PACK || done < 0)
		return 0;
	return done < t->minutes ? (int)done : t->minutes;
}

int64_t
timer_left(const struct timer *t, int64_t ms)
{
	int64_t whole = t->deadline - t->began, left = t->deadline - ms;

	if (left > whole)
		return whole;	/* a clock that went back adds nothing */
	return left > 0 ? left : 0;
}

int64_t
timer_tick(const struct timer *t, int64_t ms)
{
	int64_t left = timer_left(t, ms);

	return left == 0 ? ms : t->deadline - (left - 1) / MS * MS;
}

/* 14:59, 1:45:00 */
static void
put_left(struct text *text, int64_t ms)
{
	int s = (int)((ms + MS - 1) / MS);
	int hours = s / SPAN_HOUR, minutes = s / SPAN_MINUTE % 60;

	if (hours > 0)
		text_fmt(text, "%d:%02d:%02d", hours, minutes, s % 60);
	else
		text_fmt(text, "%02d:%02d", minutes, s % 60);
}

static void
put_bar(struct text *text, const struct timer *t, int64_t ms, int cells,
    bool utf8)
{
	int64_t whole = t->deadline - t->began;
	int64_t done = whole - timer_left(t, ms);
	int64_t halves = done * cells * 2 / whole;

	for (int i = 0; i < cells; i++) {
		if (halves >= 2 * (i + 1))
			text_str(text, utf8 ? "█" : "#");
		else if (halves == 2 * i + 1)
			text_str(text, utf8 ? "▌" : "=");
		else
			text_str(text, utf8 ? "─" : "-");
	}
}

void
timer_line(struct text *text, const struct timer *t, const char *title,
    const struct page_view *view, int64_t ms, int64_t end)
{
	struct text head = TEXT(48), left = TEXT(16), tail = TEXT(96);
	int room = view->columns - 1;	/* the last column may wrap */
	bool gap = t->stage == TIMER_GAP;
	int cells;

	if (t->count > 1)
		text_fmt(&head, "%s %d of %d  ", gap ? "Pause" : title,
		    t->round, t->count);
	else
		text_fmt(&head, "%s  ", title);
	put_left(&left, timer_left(t, ms));
	text_fmt(&tail, gap ? "%s, next %s" : "%s, off at %s", left.buf,
	    when_short(end, view->now).s);
	cells = room - (int)(head.len + tail.len) - 2;

	/* What has no room goes, the least needed first. */
	if (cells >= BAR_LEAST) {
		text_str(text, head.buf);
		put_bar(text, t, ms, cells < BAR_MOST ? cells : BAR_MOST,
		    view->utf8);
		text_fmt(text, "  %s", tail.buf);
	} else if ((int)(head.len + tail.len) <= room) {
		text_fmt(text, "%s%s", head.buf, tail.buf);
	} else if ((int)tail.len <= room) {
		text_str(text, tail.buf);
	} else if ((int)left.len <= room) {
		text_str(text, left.buf);
	}
}
