#include "timer.h"

#include "../time/rfc3339.h"
#include "../time/span.h"
#include "../time/when.h"

#define MS INT64_C(1000)
#define BAR_LEAST 8	/* columns under which there is no bar */
#define BAR_MOST 40

static const char *const kinds[] = {
	[TIMER_NONE] = "none", [TIMER_ICE] = "ice", [TIMER_HEAT] = "heat",
	[TIMER_PAUSE] = "pause"
};

const char *
timer_kind_name(enum timer_kind kind)
{
	return kinds[kind];
}

void
timer_word_write(struct text *text, const struct timer_word *word)
{
	text_fmt(text, "%s %s\n", kinds[word->kind], rfc3339(word->until).s);
}

int
timer_word_parse(struct slice line, struct timer_word *word)
{
	const char *errstr;
	struct slice kind;
	int found = TIMER_PAUSE;

	word->kind = TIMER_NONE;
	if (!slice_next(&line, ' ', &kind) || line.at == NULL ||
	    rfc3339_parse(line, &word->until, &errstr) == -1)
		return -1;
	while (found > TIMER_NONE && !slice_is(kind, kinds[found]))
		found--;
	word->kind = (enum timer_kind)found;
	return found == TIMER_NONE ? -1 : 0;
}

static void
begin(struct timer *t, enum timer_stage stage, int64_t seconds, int64_t ms)
{
	t->stage = stage;
	t->began = ms;
	t->deadline = ms + seconds * MS;
}

static void
begin_pack(struct timer *t, int64_t ms)
{
	t->round++;
	begin(t, TIMER_PACK, (int64_t)t->minutes * SPAN_MINUTE, ms);
}

void
timer_start(struct timer *t, int minutes, int64_t gap, int count, int64_t ms)
{
	t->minutes = minutes;
	t->gap = gap;
	t->count = count;
	t->round = 0;
	begin_pack(t, ms);
}

bool
timer_step(struct timer *t, int64_t ms, int64_t *over)
{
	if (t->stage == TIMER_DONE || ms < t->deadline)
		return false;
	*over = ms - t->deadline;
	if (t->stage == TIMER_GAP)
		begin_pack(t, ms);
	else if (t->round < t->count)
		begin(t, TIMER_GAP, t->gap, ms);
	else
		t->stage = TIMER_DONE;
	return true;
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
	int64_t s = (ms + MS - 1) / MS;

	if (s >= SPAN_HOUR) {
		text_num(text, s / SPAN_HOUR);
		text_char(text, ':');
	}
	text_digits(text, s / SPAN_MINUTE % 60, 2);
	text_char(text, ':');
	text_digits(text, s % 60, 2);
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
	char head_buf[48], tail_buf[96];
	struct text head, tail;
	int room = view->columns - 1;	/* the last column may wrap */
	int least;

	text_init(&head, head_buf, sizeof(head_buf));
	text_str(&head, t->stage == TIMER_GAP ? "Pause" : title);
	if (t->count > 1) {
		text_char(&head, ' ');
		text_num(&head, t->round);
		text_str(&head, " of ");
		text_num(&head, t->count);
	}
	text_str(&head, "  ");
	text_init(&tail, tail_buf, sizeof(tail_buf));
	put_left(&tail, timer_left(t, ms));
	least = (int)tail.len;
	text_str(&tail, t->stage == TIMER_GAP ? ", next " : ", off at ");
	text_str(&tail, when_short(end, view->now).s);

	/* What has no room goes, the least needed first. */
	if ((int)(head.len + tail.len) + 2 + BAR_LEAST <= room) {
		int cells = room - (int)(head.len + tail.len) - 2;

		text_str(text, head_buf);
		put_bar(text, t, ms, cells < BAR_MOST ? cells : BAR_MOST,
		    view->utf8);
		text_str(text, "  ");
	} else if ((int)(head.len + tail.len) <= room) {
		text_str(text, head_buf);
	} else if ((int)tail.len > room) {
		if (least <= room)
			put_left(text, timer_left(t, ms));
		return;
	}
	text_str(text, tail_buf);
}
