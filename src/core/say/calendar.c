#include "calendar.h"

#include <string.h>

#include "../text/escape.h"
#include "../time/civil.h"
#include "advice.h"
#include "doubt.h"
#include "sentence.h"

#define OCTETS 75	/* in a line, without its CRLF */
#define VALUE_MAX 1024

static const char *const titles[PLAN_KINDS] = {
	[PLAN_ONSET] = "The pain began", [PLAN_FLARE] = "Flare",
	[PLAN_ICE] = "Ice", [PLAN_HEAT] = "Moist heat",
	[PLAN_SWITCH] = "From ice to moist heat",
	[PLAN_MARK] =
	    "72 hours: if it has not gone, see a doctor or physiotherapist"
};

/* In a UID, so that they never change. */
static const char *const names[PLAN_KINDS] = {
	[PLAN_ONSET] = "onset", [PLAN_FLARE] = "flare", [PLAN_ICE] = "ice",
	[PLAN_HEAT] = "heat", [PLAN_SWITCH] = "switch", [PLAN_MARK] = "mark"
};

/* Puts bytes of a line; column is how many octets the line has already. */
static void
put_folded(struct text *text, const char *bytes, size_t *column)
{
	size_t left = strlen(bytes), n;
	uint32_t character;

	for (; left > 0; bytes += n, left -= n) {
		n = escape_utf8(bytes, left, &character);
		if (n == 0)
			n = 1;
		if (*column + n > OCTETS) {
			text_str(text, "\r\n ");
			*column = 1;
		}
		text_bytes(text, bytes, n);
		*column += n;
	}
}

void
calendar_line(struct text *text, const char *name, const char *value)
{
	size_t column = 0;

	put_folded(text, name, &column);
	put_folded(text, ":", &column);
	put_folded(text, value, &column);
	text_str(text, "\r\n");
}

void
calendar_text(struct text *text, const char *name, const char *value)
{
	struct text escaped = TEXT(VALUE_MAX);

	for (; *value != '\0'; value++) {
		if (*value == '\n') {
			text_str(&escaped, "\\n");
			continue;
		}
		if (strchr("\\;,", *value) != NULL)
			text_char(&escaped, '\\');
		text_char(&escaped, *value);
	}
	calendar_line(text, name, escaped.buf);
}

void
calendar_time(struct text *text, const char *name, int64_t t)
{
	const struct civil c = civil_from_seconds(t);
	struct text value = TEXT(32);

	text_fmt(&value, "%04d%02d%02dT%02d%02d%02dZ", c.year, c.month, c.day,
	    c.hour, c.minute, c.second);
	calendar_line(text, name, value.buf);
}

void
calendar_title(struct text *text, const struct plan_event *event)
{
	text_str(text, titles[event->kind]);
	if (event->minutes > 0)
		text_fmt(text, ", %d min", event->minutes);
}

static void
put_uid(struct text *text, const struct plan_event *event, int64_t opened)
{
	struct text uid = TEXT(64);

	if (event->number > 0)
		text_fmt(&uid, "%s-%d-%lld@backcare", names[event->kind],
		    event->number, (long long)opened);
	else
		text_fmt(&uid, "%s-%lld@backcare", names[event->kind],
		    (long long)opened);
	calendar_line(text, "UID", uid.buf);
}

/* Of two that are written in one second, the one that cancels is the later. */
static void
put_sequence(struct text *text, int64_t since, bool gone)
{
	struct text sequence = TEXT(24);

	text_fmt(&sequence, "%lld", 2 * (long long)(since > 0 ? since : 0) +
	    gone);
	calendar_line(text, "SEQUENCE", sequence.buf);
}

static void
put_alarm(struct text *text, const char *summary)
{
	calendar_line(text, "BEGIN", "VALARM");
	calendar_line(text, "ACTION", "DISPLAY");
	calendar_text(text, "DESCRIPTION", summary);
	calendar_line(text, "TRIGGER", "PT0S");
	calendar_line(text, "END", "VALARM");
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

static bool
is_pack(const struct plan_event *event)
{
	return event->kind == PLAN_ICE || event->kind == PLAN_HEAT;
}

/* Whether it is, or was, a step to take. */
static bool
is_step(const struct plan_event *event)
{
	return !event->done && (is_pack(event) || event->kind == PLAN_SWITCH);
}

static void
put_description(struct text *text, const struct plan_event *event,
    const struct plan *plan)
{
	struct text words = TEXT(1024);
	bool ice = event->kind == PLAN_ICE;

	put_first(&words, plan, is_step(event) || event->kind == PLAN_MARK);
	if (is_pack(event) && verdict_has_flag(plan->v, FLAG_CANCER))
		text_fmt(&words, "First ask if %s is right for you.\n",
		    ice ? "cold" : "heat");
	if (is_pack(event))
		text_fmt(&words, "%s\n", sentence_rows[ice ?
		    SENTENCE_ICE_START : SENTENCE_HEAT_START].text);
	text_fmt(&words, "%s.\n%s", sentence_rows[SENTENCE_SIGNS].text,
	    sentence_rows[SENTENCE_DISCLAIMER].text);
	calendar_text(text, "DESCRIPTION", words.buf);
}

static void
put_gone(struct text *text, const struct plan_event *event)
{
	struct text summary = TEXT(160);

	text_fmt(&summary, "Cancelled: %s", titles[event->kind]);
	calendar_text(text, "SUMMARY", summary.buf);
	calendar_line(text, "STATUS", "CANCELLED");
}

static void
put_planned(struct text *text, const struct plan_event *event,
    const struct plan *plan)
{
	struct text summary = TEXT(160);

	if (event->minutes > 0)
		calendar_time(text, "DTEND", event->at +
		    (int64_t)event->minutes * SPAN_MINUTE);
	put_description(text, event, plan);
	/* Not all programs show the description at the time. */
	if (is_step(event) && doubt_is_first(plan->e))
		text_fmt(&summary, "Red flags %s. ", doubt_unasked(plan->e));
	calendar_title(&summary, event);
	calendar_text(text, "SUMMARY", summary.buf);
	calendar_line(text, "STATUS", "CONFIRMED");
	if (!event->done && event->at >= plan->now)
		put_alarm(text, summary.buf);
}

void
calendar_event(struct text *text, const struct plan *plan,
    const struct plan_event *event, bool gone, int64_t written)
{
	calendar_line(text, "BEGIN", "VEVENT");
	put_uid(text, event, plan->e->opened);
	put_sequence(text, written - plan->e->opened, gone);
	calendar_time(text, "DTSTAMP", written);
	calendar_time(text, "DTSTART", event->at);
	/* Nobody else's business, and no time that is taken. */
	calendar_line(text, "CLASS", "PRIVATE");
	calendar_line(text, "TRANSP", "TRANSPARENT");
	if (gone)
		put_gone(text, event);
	else
		put_planned(text, event, plan);
	calendar_line(text, "END", "VEVENT");
}
