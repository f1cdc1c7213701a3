#include "calendar.h"

#include <string.h>

#include "../text/escape.h"
#include "../time/civil.h"
#include "advice.h"
#include "doubt.h"
#include "sentence.h"

#define OCTETS 75	/* in a line, without its CRLF */

static const struct {
	const char *title;
	const char *name;	/* in a UID, so that it never changes */
} kinds[PLAN_KINDS] = {
	[PLAN_ONSET] = {"The pain began", "onset"},
	[PLAN_FLARE] = {"Flare", "flare"},
	[PLAN_ICE] = {"Ice", "ice"},
	[PLAN_HEAT] = {"Moist heat", "heat"},
	[PLAN_SWITCH] = {"From ice to moist heat", "switch"},
	[PLAN_MARK] = {"72 hours: if it has not gone, see a doctor or "
	    "physiotherapist", "mark"}
};

void
calendar_fold(struct text *text, struct slice lines)
{
	size_t column = 0, n;
	uint32_t character;

	for (; lines.len > 0; lines.at += n, lines.len -= n) {
		n = escape_utf8(lines.at, lines.len, &character);
		if (n == 0)
			n = 1;
		if (*lines.at == '\n') {
			text_str(text, "\r\n");
			column = 0;
			continue;
		}
		if (column + n > OCTETS) {
			text_str(text, "\r\n ");
			column = 1;
		}
		text_bytes(text, lines.at, n);
		column += n;
	}
}

void
calendar_text(struct text *lines, const char *name, const char *value)
{
	text_fmt(lines, "%s:", name);
	for (; *value != '\0'; value++) {
		if (strchr("\\;,\n", *value) != NULL)
			text_char(lines, '\\');
		text_char(lines, *value == '\n' ? 'n' : *value);
	}
	text_char(lines, '\n');
}

void
calendar_time(struct text *lines, const char *name, int64_t t)
{
	const struct civil c = civil_from_seconds(t);

	text_fmt(lines, "%s:%04d%02d%02dT%02d%02d%02dZ\n", name, c.year,
	    c.month, c.day, c.hour, c.minute, c.second);
}

void
calendar_title(struct text *text, const struct plan_event *event)
{
	text_str(text, kinds[event->kind].title);
	if (event->minutes > 0)
		text_fmt(text, ", %d min", event->minutes);
}

/* What has to be done first, and what is not known. */
static void
put_first(struct text *text, const struct plan *plan, bool comes)
{
	const struct episode *e = plan->e;

	if (advice_is_alarm(plan->v))
		text_fmt(text, "%s\n", sentence_rows[plan->v->urgency ==
		    URGENCY_EMERGENCY ? SENTENCE_EMERGENCY :
		    SENTENCE_URGENT].text);
	if (e->unread > 0)
		text_fmt(text, "Lines of the log that could not be read: "
		    "%d. So this may be wrong: `backcare edit`\n", e->unread);
	if (!episode_asks(e) || !comes)
		return;
	if (doubt_is_first(e))
		doubt_first(text, e, plan->now);
	else
		doubt_screening(text, e, plan->now);
	text_char(text, '\n');
}

/* Whether it is, or was, a step to take. */
static bool
is_step(const struct plan_event *event)
{
	return !event->done && (event->kind == PLAN_ICE ||
	    event->kind == PLAN_HEAT || event->kind == PLAN_SWITCH);
}

static void
put_description(struct text *lines, const struct plan_event *event,
    const struct plan *plan)
{
	struct text words = TEXT(1024);
	bool ice = event->kind == PLAN_ICE, pack = ice ||
	    event->kind == PLAN_HEAT;

	put_first(&words, plan, is_step(event) || event->kind == PLAN_MARK);
	if (pack && verdict_has_flag(plan->v, FLAG_CANCER))
		text_fmt(&words, "First ask if %s is right for you.\n",
		    ice ? "cold" : "heat");
	if (pack)
		text_fmt(&words, "%s\n", sentence_rows[ice ?
		    SENTENCE_ICE_START : SENTENCE_HEAT_START].text);
	text_fmt(&words, "%s.\n%s", sentence_rows[SENTENCE_SIGNS].text,
	    sentence_rows[SENTENCE_DISCLAIMER].text);
	calendar_text(lines, "DESCRIPTION", words.buf);
}

static void
put_planned(struct text *lines, const struct plan_event *event,
    const struct plan *plan)
{
	struct text summary = TEXT(160);

	if (event->minutes > 0)
		calendar_time(lines, "DTEND", event->at +
		    (int64_t)event->minutes * SPAN_MINUTE);
	put_description(lines, event, plan);
	/* Not all programs show the description at the time. */
	if (is_step(event) && doubt_is_first(plan->e))
		text_fmt(&summary, "Red flags %s. ", doubt_unasked(plan->e));
	calendar_title(&summary, event);
	calendar_text(lines, "SUMMARY", summary.buf);
	text_str(lines, "STATUS:CONFIRMED\n");
	if (event->done || event->at < plan->now)
		return;
	text_str(lines, "BEGIN:VALARM\nACTION:DISPLAY\n");
	calendar_text(lines, "DESCRIPTION", summary.buf);
	text_str(lines, "TRIGGER:PT0S\nEND:VALARM\n");
}

void
calendar_event(struct text *text, const struct plan *plan,
    const struct plan_event *event, bool gone, int64_t written)
{
	struct text lines = TEXT(CALENDAR_EVENT_MAX), summary = TEXT(160);
	const char *name = kinds[event->kind].name;
	long long opened = plan->e->opened;
	long long age = written > opened ? written - opened : 0;

	text_str(&lines, "BEGIN:VEVENT\n");
	if (event->number > 0)
		text_fmt(&lines, "UID:%s-%d-%lld@backcare\n", name,
		    event->number, opened);
	else
		text_fmt(&lines, "UID:%s-%lld@backcare\n", name, opened);
	/* Of two from one second, the one that cancels is the later. */
	text_fmt(&lines, "SEQUENCE:%lld\n", 2 * age + gone);
	calendar_time(&lines, "DTSTAMP", written);
	calendar_time(&lines, "DTSTART", event->at);
	/* Nobody else's business, and no time that is taken. */
	text_str(&lines, "CLASS:PRIVATE\nTRANSP:TRANSPARENT\n");
	if (gone) {
		text_fmt(&summary, "Cancelled: %s", kinds[event->kind].title);
		calendar_text(&lines, "SUMMARY", summary.buf);
		text_str(&lines, "STATUS:CANCELLED\n");
	} else {
		put_planned(&lines, event, plan);
	}
	text_str(&lines, "END:VEVENT\n");
	calendar_fold(text, (struct slice){lines.buf, lines.len});
}
