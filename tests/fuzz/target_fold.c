/* A whole log, and all that is said of it. */
#include <string.h>

#include "../../src/core/say/advice.h"
#include "../../src/core/say/statusline.h"
#include "../../src/core/say/chart.h"
#include "../../src/core/say/statistics.h"
#include "../../src/core/say/message.h"
#include "../../src/core/rules/plan.h"
#include "../../src/core/say/plot.h"
#include "../../src/core/say/report.h"
#include "target.h"

#define NOW INT64_C(1795197600)	/* 2026-11-20T18:00:00Z */
#define EVENTS_MOST 500		/* in a plan, or it has no end */

/* What the log comes to. */
struct state {
	struct episode e;
	struct course course, last;
	struct episode_statistics statistics;
	int ended;
};

static void
take_line(struct state *s, struct slice line)
{
	struct record_error error;
	struct record r;

	if (record_parse(line.at, line.len, &r, &error) == -1 ||
	    r.kind == RECORD_NONE)
		return;
	(void)episode_fit(&s->e, &r);
	if (r.kind == RECORD_END)
		episode_init(&s->e);	/* as lines_last_end finds it */
	(void)episode_add(&s->e, &r);
	statistics_add_record(&s->statistics, &r);
	course_add(&s->course, &r);
	if (r.kind != RECORD_END)
		return;
	if (s->course.onsets > 0) {
		statistics_add_episode(&s->statistics, &s->course, NOW);
		s->last = s->course;
		s->ended = 1;
	}
	course_follow(&s->course, &r);
}

static void
require_page(struct page *page)
{
	require(page->count > 0 && page->count <= PAGE_ITEMS);
	target_require_clean(&page->text);
}

static void
try_advice(const struct state *s, int64_t now, bool utf8, bool verbose)
{
	struct verdict v = verdict_of(&s->e, now);
	struct page_view view = {.now = now, .columns = verbose ? 40 : 80,
	    .utf8 = utf8, .verbose = verbose};
	char buf[ADVICE_MAX];
	struct page page;
	struct text text;

	require(v.elapsed >= 0 && v.flags >> FLAG_COUNT == 0);
	require(v.urgency >= URGENCY_URGENT || v.flags == 0 ||
	    flag_level(v.flags) < URGENCY_URGENT);
	page_init(&page, buf, sizeof(buf));
	advice_write(&page, &s->e, &v, &view);
	require_page(&page);
	page_init(&page, buf, sizeof(buf));
	advice_step(&page, &s->e, &v, &view);
	target_require_clean(&page.text);
	text_init(&text, buf, sizeof(buf));
	statusline_put(&text, &s->e, &v, &(struct timer_word){TIMER_NONE, 0},
	    now);
	target_require_clean(&text);
}

static void
try_notice(const struct state *s, int64_t now)
{
	static struct reminder_memory memory;
	struct reminder_event events[REMINDER_KINDS], next = {.due = 0};
	struct verdict v = verdict_of(&s->e, now);
	struct reminder_view view = {&s->e, &v, &hours_default, &memory, now,
	    0};
	char buf[MESSAGE_MAX];
	struct text text;
	int count;

	memory.count = 0;
	count = reminder_due(&view, events);
	require(count >= 0 && count <= REMINDER_KINDS);
	for (int i = 0; i < count; i++)
		require(events[i].due <= now);
	if (count > 0) {
		text_init(&text, buf, sizeof(buf));
		message_text(&text, &view, events, count);
		require(text.len > 0);
		target_require_clean(&text);
	}
	/* Once is enough. */
	reminder_remember(&memory, events, count, now);
	require(reminder_due(&view, events) == 0);
	if (reminder_next(&view, &next))
		require(next.due > now);
}

static void
try_plan(const struct state *s, int64_t now)
{
	struct verdict v = verdict_of(&s->e, now);
	struct plan_wish wish = {hours_default, 0, 0};
	struct plan_event event = {.at = 0};
	struct plan plan;
	char buf[64];
	struct text text;
	int count = 0;

	plan_init(&plan, &s->e, &v, &wish, now);
	while (plan_next(&plan, &event)) {
		require(++count < EVENTS_MOST);
		text_init(&text, buf, sizeof(buf));
		text_num(&text, event.minutes);
		require(event.done || event.minutes <= 60);
	}
}

static void
try_report(const struct state *s, bool utf8)
{
	static char svg[PLOT_MAX];
	const struct course *course =
	    s->course.onsets > 0 ? &s->course : &s->last;
	struct report r = {.course = course, .e = &s->e, .earlier = &s->last,
	    .listed = s->ended, .earlier_count = s->ended, .now = NOW,
	    .utf8 = utf8};
	void (*const parts[])(struct page *, const struct report *) = {
		report_head, report_course, report_rest
	};
	struct score scores[REPORT_SCORES + COURSE_SCORES + 1];
	char buf[REPORT_MAX];
	struct page page;
	struct text text;

	if (course->onsets == 0)
		return;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		page_init(&page, buf, sizeof(buf));
		parts[i](&page, &r);
		require_page(&page);
	}
	require(report_scores(course, scores) <= REPORT_SCORES + 1);
	require(course_scores(course, scores) <= COURSE_SCORES + 1);
	text_init(&text, svg, sizeof(svg));
	plot_svg(&text, course, NOW);
	target_require_clean(&text);
	text_init(&text, buf, sizeof(buf));
	chart_put(&text, course, utf8);
	target_require_clean(&text);
}

/* The first byte chooses the zone and what the page is for. */
void
target_fold(const uint8_t *data, size_t size)
{
	static const int64_t later[] = {-72, 0, 47, 49, 73, 24 * 20};
	static struct state s;
	struct slice rest, line;
	char *lines, buf[4096];
	struct page page;

	if (size < 1)
		return;
	target_set_zone(data[0] & 7U);
	lines = target_string(data + 1, size - 1);
	rest = (struct slice){lines, size - 1};
	episode_init(&s.e);
	course_init(&s.course);
	memset(&s.statistics, 0, sizeof(s.statistics));
	s.ended = 0;
	memset(&s.last, 0, sizeof(s.last));
	while (slice_next(&rest, '\n', &line))
		take_line(&s, line);
	for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++) {
		int64_t now = NOW + later[i] * SPAN_HOUR;

		try_advice(&s, now, data[0] & 8, data[0] & 16);
		try_notice(&s, now);
		try_plan(&s, now);
	}
	try_report(&s, data[0] & 8);
	page_init(&page, buf, sizeof(buf));
	statistics_write(&page, &s.statistics, data[0] & 8);
	target_require_clean(&page.text);
	free(lines);
}
