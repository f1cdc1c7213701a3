#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../core/say/advice.h"
#include "../core/say/calendar.h"
#include "../core/rules/plan.h"
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
	*(int64_t *)written = given->ctx->now;
	return option_take_as_of(given, NULL);
}

/* "15 minutes of ice" asked for where the packs are of 15 to 20. */
static int
judge_minutes(int minutes, const struct verdict *v)
{
	const struct pack_limits *limits = &pack_limits[v->treatment];

	if (minutes == 0 || v->treatment == TREATMENT_NONE ||
	    (minutes >= limits->min_minutes &&
	    minutes <= limits->max_minutes))
		return CMD_OK;
	complain("plan: -m %d: a pack of %s is %d to %d minutes", minutes,
	    limits->name, limits->min_minutes, limits->max_minutes);
	return CMD_FAILED;
}

static const char *
remark(const struct plan_event *event, int64_t now)
{
	bool pack = event->kind == PLAN_ICE || event->kind == PLAN_HEAT;

	if (event->done)
		return ", done";
	return pack && event->at == now ? ", now" : "";
}

/* One line an event, under a line for each local day. */
static void
print_events(struct plan *plan, struct terminal *terminal)
{
	struct civil day = {0}, c;
	struct plan_event event;
	char buf[160];
	struct text text;

	while (plan_next(plan, &event)) {
		zone_local(event.at, &c, NULL);
		if (c.year != day.year || c.month != day.month ||
		    c.day != day.day)
			printf("%s %d %s\n", civil_weekdays[civil_weekday(&c)],
			    c.day, civil_months[c.month - 1]);
		day = c;
		text_init(&text, buf, sizeof(buf));
		calendar_title(&text, &event);
		text_str(&text, remark(&event, plan->now));
		printf("  %02d:%02d  ", c.hour, c.minute);
		output_wrap((struct slice){buf, text.len}, terminal->columns,
		    9);
	}
}

/* Around the timeline: what comes first, and what must not be missed. */
static void
print_page(const struct episode *e, const struct verdict *v,
    struct plan *plan)
{
	struct sheet sheet;

	sheet_begin(&sheet, plan->now);
	if (!e->open || advice_is_alarm(v)) {
		advice_write(&sheet.page, e, v, &sheet.view);
		sheet_print(&sheet);
		return;
	}
	advice_action(&sheet.page, e, v, &sheet.view);
	if (v->treatment != TREATMENT_NONE)
		advice_first(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
	print_events(plan, &sheet.terminal);
	/* Why there are no packs. */
	if (v->treatment == TREATMENT_NONE)
		advice_rest(&sheet.page, e, v, &sheet.view);
	else
		advice_close(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
}

static void
print_event(const struct plan *plan, const struct plan_event *event, bool gone,
    int64_t written)
{
	struct text text = TEXT(CALENDAR_EVENT_MAX);

	calendar_event(&text, plan, event, gone, written);
	fwrite(text.buf, 1, text.len, stdout);
}

static void
begin_calendar(void)
{
	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//backcare//backcare " VERSION "//EN\r\n", stdout);
}

static void
print_planned(struct plan *plan, int64_t written)
{
	struct plan_event event;

	while (plan_next(plan, &event))
		print_event(plan, &event, false, written);
}

static void
print_gone(struct plan *plan, int64_t written)
{
	struct plan_event event;

	while (plan_next_gone(plan, &event))
		print_event(plan, &event, true, written);
}

static void
end_calendar(void)
{
	fputs("END:VCALENDAR\r\n", stdout);
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

/* An episode may stand in what cannot be read, and standard output says so. */
static void
no_calendar(int unread)
{
	struct text text = TEXT(256);

	complain("plan: there is no episode that can be read, so there is "
	    "nothing for a calendar");
	if (unread == 0)
		return;
	doubt_unread(&text, unread);
	output_wrap(slice_of(text.buf), terminal_get().columns, 0);
}

/*
 * Nothing is open: what was planned for the last episode is taken back, and
 * what cannot be read now is said there, too.
 */
static int
print_ended(struct context *ctx, int unread, int64_t written)
{
	struct past past;
	struct verdict v;
	struct plan plan;

	if (!find_past(ctx, &past))
		return CMD_FAILED;
	if (!past.before.open) {
		no_calendar(unread);
		return CMD_FAILED;
	}
	past.before.unread = unread;
	v = verdict_of(&past.before, ctx->now);
	/* What nobody has looked at since is said there, too. */
	v.urgency = verdict_of(&past.e, ctx->now).urgency;
	plan_init_ended(&plan, &past.before, &v, past.end, ctx->now);
	begin_calendar();
	print_planned(&plan, written);
	print_gone(&plan, written);
	end_calendar();
	return CMD_OK;
}

/*
 * An episode is open: what was planned for one that ended just before it is
 * taken back with what its own plan has no more.
 */
static int
print_open(struct context *ctx, struct plan *plan, int64_t written)
{
	struct past past;
	struct verdict v;
	struct plan before;
	struct plan_event event;

	if (!find_past(ctx, &past))
		return CMD_FAILED;
	begin_calendar();
	print_planned(plan, written);
	print_gone(plan, written);
	if (past.before.open && ctx->now < plan->e->opened + RECENT) {
		v = verdict_of(&past.before, ctx->now);
		plan_init_ended(&before, &past.before, &v, past.end, ctx->now);
		while (plan_next(&before, &event))
			;
		print_gone(&before, written);
	}
	end_calendar();
	return CMD_OK;
}

/* A pack that is on: what runs at another time, nobody knows. */
static void
heed_timer(struct plan_wish *wish, const char *log)
{
	struct timer_word word = running_get(log);

	if (word.kind != TIMER_ICE && word.kind != TIMER_HEAT)
		return;
	wish->running = word.kind == TIMER_ICE ? TREATMENT_ICE :
	    TREATMENT_HEAT;
	wish->until = word.until;
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct plan_wish wish = {hours_default, o->minutes, o->gap};
	struct logbook book;
	struct verdict v;
	struct plan plan;
	int64_t written;
	int status;

	status = option_waking(o->waking, &wish.hours);
	if (status != CMD_OK)
		return status;
	if (logbook_read(&book, ctx, LOG_READ) != CMD_OK)
		return CMD_FAILED;
	written = o->written != 0 ? o->written : ctx->now;
	v = verdict_of(&book.e, ctx->now);
	status = judge_minutes(o->minutes, &v);
	if (status == CMD_OK && o->calendar && !book.e.open)
		status = print_ended(ctx, book.e.unread, written);
	if (status != CMD_OK)
		return status;
	if (!ctx->as_of)
		heed_timer(&wish, ctx->log);
	plan_init(&plan, &book.e, &v, &wish, ctx->now);
	if (o->calendar && advice_is_alarm(&v))
		complain("plan: no packs in it: what you reported has to be "
		    "assessed first; see \"backcare now\"");
	if (o->calendar && book.e.open)
		status = print_open(ctx, &plan, written);
	else if (!o->calendar)
		print_page(&book.e, &v, &plan);
	return status != CMD_OK ? status : logbook_status(&book);
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
