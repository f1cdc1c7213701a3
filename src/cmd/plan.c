#include <stdio.h>

#include "../core/say/advice.h"
#include "../core/say/calendar.h"
#include "../core/say/doubt.h"
#include "../core/time/when.h"
#include "../edge/records.h"
#include "../edge/running.h"
#include "../ui/option.h"
#include "../ui/logbook.h"
#include "../ui/output.h"

/* Seconds: who planned for the episode before did so for three days. */
#define RECENT (2 * EPISODE_MARK)

struct options {
	bool calendar;
	const char *waking;	/* -w, or NULL */
	int minutes;		/* 0: as it is usual */
	int64_t gap;		/* seconds; 0: likewise */
	int64_t written;	/* the present, where -t gave another; or 0 */
};

/* What -t changes is not when the calendar is written. */
static int
take_as_of(const struct option_given *given, void *written)
{
	if (!given->ctx->as_of)
		*(int64_t *)written = given->ctx->now;
	return option_take_as_of(given, NULL);
}

/* One line an event, under a line for each local day. */
static void
print_events(struct plan *plan, int columns)
{
	struct civil day = {0}, c;
	struct plan_event event;

	while (plan_next(plan, &event)) {
		bool pack = event.kind == PLAN_ICE || event.kind == PLAN_HEAT;
		struct text title = TEXT(128), text = TEXT(160);

		c = zone_local(event.at);
		if (c.year != day.year || c.month != day.month ||
		    c.day != day.day)
			printf("%s %d %s\n", civil_weekdays[civil_weekday(&c)],
			    c.day, civil_months[c.month - 1]);
		day = c;
		calendar_title(&title, &event);
		text_fmt(&text, event.done ? "%s, done" : pack &&
		    event.at == plan->now ? "%s, now" : "%s", title.buf);
		printf("  %02d:%02d  ", c.hour, c.minute);
		output_wrap(slice_of(text.buf), columns, 9);
	}
}

/* Around the timeline: what comes first, and what must not be missed. */
static void
print_page(struct plan *plan)
{
	const struct episode *e = plan->e;
	const struct verdict *v = plan->v;
	struct sheet sheet;

	if (!e->open || advice_is_alarm(v)) {
		sheet_advise(e, v, plan->now, false);
		return;
	}
	sheet_begin(&sheet, plan->now);
	advice_action(&sheet.page, e, v, &sheet.view);
	if (v->treatment != TREATMENT_NONE)
		advice_first(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
	print_events(plan, sheet.terminal.columns);
	/* Why there are no packs. */
	if (v->treatment == TREATMENT_NONE)
		advice_rest(&sheet.page, e, v, &sheet.view);
	else
		advice_close(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
}

/* The last episode, as it was before it ended. */
struct past {
	struct episode e, before;
	int64_t end;
};

static void
take(const struct record *r, void *arg)
{
	struct past *past = arg;

	if (r->kind == RECORD_END && past->e.open) {
		past->before = past->e;
		past->end = r->time;
	}
	(void)episode_add(&past->e, r);
}

/* Reads the whole log for it; false after a message. */
static bool
find_past(struct context *ctx, struct past *past)
{
	struct log log;
	int got;

	episode_init(&past->e);
	episode_init(&past->before);
	if (logbook_begin(ctx, LOG_READ, &log) != CMD_OK)
		return false;
	got = records_skim(&log, take, past);
	log_close(&log);
	return got != -1;
}

static void
print_event(const struct plan *plan, const struct plan_event *event, bool gone,
    int64_t written)
{
	struct text text = TEXT(CALENDAR_EVENT_MAX);

	calendar_event(&text, plan, event, gone, written);
	fwrite(text.buf, 1, text.len, stdout);
}

/* The events of a plan, if they are wanted, and those that it has no more. */
static void
print_plan(struct plan *plan, bool wanted, int64_t written)
{
	struct plan_event event;

	while (plan_next(plan, &event)) {
		if (wanted)
			print_event(plan, &event, false, written);
	}
	while (plan_next_gone(plan, &event))
		print_event(plan, &event, true, written);
}

/*
 * What was planned for an episode that has ended is taken back: where none is
 * open, with what cannot be read now, and what nobody has looked at since; or
 * where one was opened after it, for as long as it may stand in a calendar.
 */
static int
print_calendar(struct context *ctx, struct plan *plan, int64_t written)
{
	const struct episode *e = plan->e;
	struct text unread = TEXT(256);
	struct plan ended;
	struct past past;
	struct verdict v;

	if (!find_past(ctx, &past))
		return CMD_FAILED;
	if (!e->open && !past.before.open) {
		complain("plan: there is no episode that can be read, so there "
		    "is nothing for a calendar");
		/* It may stand in what cannot be read. */
		if (e->unread > 0) {
			doubt_unread(&unread, e->unread);
			output_say("%s", unread.buf);
		}
		return CMD_FAILED;
	}
	if (advice_is_alarm(plan->v))
		complain("plan: no packs in it: what you reported has to be "
		    "assessed first; see \"backcare now\"");
	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//backcare//backcare " VERSION "//EN\r\n", stdout);
	if (e->open)
		print_plan(plan, true, written);
	if (past.before.open && (!e->open || ctx->now < e->opened + RECENT)) {
		past.before.unread = e->unread;
		v = verdict_of(&past.before, ctx->now);
		if (!e->open)
			v.urgency = verdict_of(&past.e, ctx->now).urgency;
		plan_init_ended(&ended, &past.before, &v, past.end, ctx->now);
		print_plan(&ended, !e->open, written);
	}
	fputs("END:VCALENDAR\r\n", stdout);
	return CMD_OK;
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	const struct pack_limits *limits;
	struct plan_wish wish = {hours_default, o->minutes, o->gap};
	struct timer_word timer;
	struct logbook book;
	struct verdict v;
	struct plan plan;
	int status = option_waking(o->waking, &wish.hours);

	if (status != CMD_OK)
		return status;
	if (logbook_read(&book, ctx, LOG_READ) != CMD_OK)
		return CMD_FAILED;
	v = verdict_of(&book.e, ctx->now);
	limits = &pack_limits[v.treatment];
	if (o->minutes != 0 && v.treatment != TREATMENT_NONE &&
	    (o->minutes < limits->min_minutes ||
	    o->minutes > limits->max_minutes)) {
		complain("plan: -m %d: a pack of %s is %d to %d minutes",
		    o->minutes, limits->name, limits->min_minutes,
		    limits->max_minutes);
		return CMD_FAILED;
	}
	/* What runs at another time, nobody knows. */
	timer = ctx->as_of ? (struct timer_word){TIMER_NONE, 0} :
	    running_get(ctx->log);
	if (timer.kind == TIMER_ICE || timer.kind == TIMER_HEAT) {
		wish.running = (enum treatment)timer.kind;
		wish.until = timer.until;
	}
	plan_init(&plan, &book.e, &v, &wish, ctx->now);
	if (!o->calendar)
		print_page(&plan);
	else if (print_calendar(ctx, &plan, o->written != 0 ? o->written :
	    ctx->now) != CMD_OK)
		return CMD_FAILED;
	return logbook_status(&book);
}

static const struct option_row options[] = {
	{'i', "ical", NULL, "as a calendar, in the form of iCalendar",
	    INTO(calendar)},
	{'w', "waking", "hours", "when you are awake: 7-22", INTO(waking)},
	{'m', "minutes", "min", "how long a pack is to be", INTO(minutes),
	    .least = PACK_LEAST_MINUTES, .most = PACK_MOST_MINUTES},
	{'g', "gap", "gap", "the time between packs: 2h, 90m",
	    .take = option_take_gap, INTO(gap)},
	{'t', "when", "when", "as of another time, also one to come: +6h",
	    .take = take_as_of, INTO(written)},
	{0}
};

const struct command cmd_plan = {
	.name = "plan",
	.summary = "the rest of the timeline, also as a calendar",
	.options = options,
	.size = CMD_SIZE(struct options),
	.exec = exec
};
