#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../core/say/advice.h"
#include "../core/say/ical.h"
#include "../core/rules/plan.h"
#include "../core/time/when.h"
#include "../core/say/sentence.h"
#include "option.h"
#include "logbook.h"
#include "output.h"

struct options {
	bool calendar;
	const char *waking;	/* -w, or NULL */
	int minutes;		/* 0: as it is usual */
	int64_t gap;		/* seconds; 0: likewise */
};

/* "15 minutes of ice" asked for where the packs are of 15 to 20. */
static int
judge_minutes(int minutes, const struct verdict *v)
{
	const struct pack_limits *limits = treatment_limits(v->treatment);

	if (minutes == 0 || v->treatment == TREATMENT_NONE ||
	    (minutes >= limits->min_minutes &&
	    minutes <= limits->max_minutes))
		return CMD_OK;
	warnx("plan: -m %d: a pack of %s is %d to %d minutes", minutes,
	    limits->name, limits->min_minutes, limits->max_minutes);
	return CMD_FAILED;
}

static void
put_event(struct text *text, const struct plan_event *event)
{
	static const char mark[] = "72 hours: if it has not gone, see a "
	    "doctor or physiotherapist";
	static const char *const names[] = {
		[PLAN_ONSET] = "The pain began", [PLAN_FLARE] = "Flare",
		[PLAN_ICE] = "Ice", [PLAN_HEAT] = "Moist heat",
		[PLAN_SWITCH] = "From ice to moist heat",
		[PLAN_MARK] = mark
	};

	text_str(text, names[event->kind]);
	if (event->minutes > 0) {
		text_str(text, ", ");
		text_num(text, event->minutes);
		text_str(text, " min");
	}
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
		put_event(&text, &event);
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
	sheet_print(&sheet);
	print_events(plan, &sheet.terminal);
	/* Why there are no packs. */
	if (v->treatment == TREATMENT_NONE)
		advice_rest(&sheet.page, e, v, &sheet.view);
	else
		advice_close(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
}

/* A UID that stays the same for the same event of the same episode. */
static void
put_uid(struct text *text, const struct plan_event *event, int64_t first)
{
	static const char *const names[] = {
		"onset", "flare", "ice", "heat", "switch", "mark"
	};

	text_str(text, names[event->kind]);
	if (event->number > 0) {
		text_char(text, '-');
		text_num(text, event->number);
	}
	text_char(text, '-');
	text_num(text, first);
	text_str(text, "@backcare");
}

static void
put_alarm(struct text *text, const char *summary)
{
	ical_line(text, "BEGIN", "VALARM");
	ical_line(text, "ACTION", "DISPLAY");
	ical_text(text, "DESCRIPTION", summary);
	ical_line(text, "TRIGGER", "PT0S");
	ical_line(text, "END", "VALARM");
}

static void
put_description(struct text *text, const struct plan_event *event)
{
	if (event->kind == PLAN_ICE) {
		sentence_put(text, SENTENCE_ICE_START, false);
		text_char(text, '\n');
	} else if (event->kind == PLAN_HEAT) {
		sentence_put(text, SENTENCE_HEAT_START, false);
		text_char(text, '\n');
	}
	sentence_put(text, SENTENCE_SIGNS, false);
	text_str(text, ".\n");
	sentence_put(text, SENTENCE_DISCLAIMER, false);
}

/* Rises from one export to the next, so that the later one counts. */
static void
put_sequence(struct text *text, const struct plan *plan)
{
	char value[24];
	struct text v;

	text_init(&v, value, sizeof(value));
	text_num(&v, plan->v->elapsed / SPAN_MINUTE);
	ical_line(text, "SEQUENCE", value);
}

static void
print_vevent(const struct plan_event *event, const struct plan *plan)
{
	char buf[4096], value[1024];
	struct text text, v;

	text_init(&text, buf, sizeof(buf));
	ical_line(&text, "BEGIN", "VEVENT");
	text_init(&v, value, sizeof(value));
	put_uid(&v, event, plan->e->first);
	ical_line(&text, "UID", value);
	put_sequence(&text, plan);
	ical_time(&text, "DTSTAMP", plan->now);
	ical_time(&text, "DTSTART", event->at);
	if (event->minutes > 0)
		ical_time(&text, "DTEND", event->at +
		    (int64_t)event->minutes * SPAN_MINUTE);
	text_init(&v, value, sizeof(value));
	put_description(&v, event);
	ical_text(&text, "DESCRIPTION", value);
	text_init(&v, value, sizeof(value));
	put_event(&v, event);
	ical_text(&text, "SUMMARY", value);
	if (!event->done && event->at >= plan->now)
		put_alarm(&text, value);
	ical_line(&text, "END", "VEVENT");
	fwrite(buf, 1, text.len, stdout);
}

static void
print_calendar(struct plan *plan)
{
	struct plan_event event;

	fputs("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//backcare//backcare " VERSION "//EN\r\n", stdout);
	while (plan_next(plan, &event))
		print_vevent(&event, plan);
	fputs("END:VCALENDAR\r\n", stdout);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct plan_wish wish = {hours_default, o->minutes, o->gap};
	struct logbook book;
	struct verdict v;
	struct plan plan;
	int status;

	status = option_waking(o->waking, &wish.hours);
	if (status != CMD_OK)
		return status;
	if (logbook_read(&book, ctx, LOG_READ) != CMD_OK)
		return CMD_FAILED;
	v = verdict_of(&book.e, ctx->now);
	status = judge_minutes(o->minutes, &v);
	if (status != CMD_OK)
		return status;
	if (o->calendar && !book.e.open) {
		warnx("plan: no episode is open, so there is nothing for a "
		    "calendar");
		return CMD_FAILED;
	}
	plan_init(&plan, &book.e, &v, &wish, ctx->now);
	if (o->calendar && advice_is_alarm(&v))
		warnx("plan: no packs in it: what you reported has to be "
		    "assessed first; see \"backcare now\"");
	if (o->calendar)
		print_calendar(&plan);
	else
		print_page(&book.e, &v, &plan);
	return logbook_status(&book);
}

static const struct option_row options[] = {
	{'i', "ical", NULL, "as a calendar, in the form of iCalendar",
	    .into = offsetof(struct options, calendar)},
	{'w', "waking", "hours", "when you are awake: 7-22",
	    .into = offsetof(struct options, waking)},
	{'m', "minutes", "min", "how long a pack is to be",
	    .take = option_take_number,
	    .into = offsetof(struct options, minutes),
	    .least = PACK_LEAST_MINUTES, .most = PACK_MOST_MINUTES},
	{'g', "gap", "gap", "the time between packs: 2h, 90m",
	    .take = option_take_gap, .into = offsetof(struct options, gap)},
	{'t', "when", "when", "as of another time, also one to come: +6h",
	    .take = option_take_as_of},
	{0}
};

const struct command cmd_plan = {
	.name = "plan",
	.summary = "the rest of the timeline, also as a calendar",
	.options = options,
	.size = CMD_SIZE(struct options),
	.exec = exec
};
