#include "calendar.h"

#include "ical.h"
#include "sentence.h"

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
	ical_line(text, "UID", uid.buf);
}

/* Of two that are written in one second, the one that cancels is the later. */
static void
put_sequence(struct text *text, int64_t since, bool gone)
{
	struct text sequence = TEXT(24);

	text_fmt(&sequence, "%lld", 2 * (long long)(since > 0 ? since : 0) +
	    gone);
	ical_line(text, "SEQUENCE", sequence.buf);
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
put_description(struct text *text, const struct plan_event *event, int unread)
{
	struct text words = TEXT(1024);

	if (unread > 0)
		text_fmt(&words, "Lines of the log that could not be read: "
		    "%d. So this may be wrong: `backcare edit`\n", unread);
	if (event->kind == PLAN_ICE)
		text_fmt(&words, "%s\n",
		    sentence_rows[SENTENCE_ICE_START].text);
	else if (event->kind == PLAN_HEAT)
		text_fmt(&words, "%s\n",
		    sentence_rows[SENTENCE_HEAT_START].text);
	text_fmt(&words, "%s.\n%s", sentence_rows[SENTENCE_SIGNS].text,
	    sentence_rows[SENTENCE_DISCLAIMER].text);
	ical_text(text, "DESCRIPTION", words.buf);
}

static void
put_gone(struct text *text, const struct plan_event *event)
{
	struct text summary = TEXT(160);

	text_fmt(&summary, "Cancelled: %s", titles[event->kind]);
	ical_text(text, "SUMMARY", summary.buf);
	ical_line(text, "STATUS", "CANCELLED");
}

static void
put_planned(struct text *text, const struct plan_event *event,
    const struct plan *plan)
{
	struct text summary = TEXT(160);

	if (event->minutes > 0)
		ical_time(text, "DTEND", event->at +
		    (int64_t)event->minutes * SPAN_MINUTE);
	put_description(text, event, plan->e->unread);
	calendar_title(&summary, event);
	ical_text(text, "SUMMARY", summary.buf);
	ical_line(text, "STATUS", "CONFIRMED");
	if (!event->done && event->at >= plan->now)
		put_alarm(text, summary.buf);
}

void
calendar_event(struct text *text, const struct plan *plan,
    const struct plan_event *event, bool gone, int64_t written)
{
	ical_line(text, "BEGIN", "VEVENT");
	put_uid(text, event, plan->e->opened);
	put_sequence(text, written - plan->e->opened, gone);
	ical_time(text, "DTSTAMP", written);
	ical_time(text, "DTSTART", event->at);
	/* Nobody else's business, and no time that is taken. */
	ical_line(text, "CLASS", "PRIVATE");
	ical_line(text, "TRANSP", "TRANSPARENT");
	if (gone)
		put_gone(text, event);
	else
		put_planned(text, event, plan);
	ical_line(text, "END", "VEVENT");
}
