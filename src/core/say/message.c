#include "message.h"

#include "advice.h"
#include "../time/when.h"
#include "sentence.h"

static bool
has(const struct reminder_event *events, int count, enum reminder kind)
{
	for (int i = 0; i < count; i++) {
		if (events[i].kind == kind)
			return true;
	}
	return false;
}

/* The page of advice, a paragraph a line. */
static void
put_alarm(struct text *text, const struct reminder_view *view)
{
	struct page_view page_view = {view->now, 80, false, false};
	char buf[ADVICE_MAX];
	struct page page;
	struct slice s;

	page_init(&page, buf, sizeof(buf));
	advice_write(&page, view->e, view->v, &page_view);
	for (int i = 0; i < page.count; i++) {
		if (page.items[i].label != NULL) {
			text_str(text, page.items[i].label);
			text_str(text, ": ");
		}
		s = page_slice(&page, i);
		text_bytes(text, s.at, s.len);
		text_char(text, '\n');
	}
}

static void
put_phase(struct text *text, const struct reminder_view *view)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "Ice phase",
		[PHASE_HEAT] = "Moist heat phase",
		[PHASE_ESCALATE] = "Past 72 hours"
	};

	text_str(text, titles[view->v->phase]);
	text_str(text, ", ");
	text_str(text, span(view->v->elapsed).s);
	text_str(text, " since the pain began.\n");
}

/* What to do about it, once, however many events ask for it. */
static void
put_step(struct text *text, const struct reminder_view *view)
{
	bool ice = view->v->treatment == TREATMENT_ICE;

	sentence_put(text, ice ? SENTENCE_ICE : SENTENCE_HEAT, false);
	text_str(text, ice ? " To time it: `backcare ice`\n" :
	    " To time it: `backcare heat`\n");
}

void
message_text(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events, int count)
{
	if (advice_is_alarm(view->v)) {
		put_alarm(text, view);
		return;
	}
	if (has(events, count, REMINDER_ESCALATE)) {
		sentence_put(text, SENTENCE_PROMPT, false);
		text_char(text, ' ');
		text_str(text, rule_rows[RULE_MARK_PASSED].reason);
		text_char(text, '\n');
	} else if (view->v->urgency == URGENCY_PROMPT) {
		sentence_put(text, SENTENCE_PROMPT, false);
		text_char(text, '\n');
	}
	if (has(events, count, REMINDER_SWITCH))
		text_str(text, "The 48 hours of ice are over: moist heat from "
		    "now on.\n");
	if (has(events, count, REMINDER_SWITCH) ||
	    has(events, count, REMINDER_ICE) ||
	    has(events, count, REMINDER_HEAT))
		put_step(text, view);
	if (has(events, count, REMINDER_CHECKIN)) {
		text_str(text, "How is it today? `backcare pain 4`, or "
		    "`backcare end` when it has gone. ");
		put_phase(text, view);
	}
	if (!view->e->screened) {
		sentence_put(text, SENTENCE_NOT_ASKED, false);
		text_char(text, '\n');
	}
	sentence_put(text, SENTENCE_SIGNS, false);
	text_str(text, ": `backcare check`\n");
	sentence_put(text, SENTENCE_DISCLAIMER, false);
	text_char(text, '\n');
}

void
message_title(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events)
{
	static const char *const titles[REMINDER_KINDS] = {
		[REMINDER_EMERGENCY] = "EMERGENCY",
		[REMINDER_URGENT] = "URGENT, today",
		[REMINDER_ESCALATE] = "see a doctor or physiotherapist",
		[REMINDER_SWITCH] = "from ice to moist heat",
		[REMINDER_ICE] = "time for ice",
		[REMINDER_HEAT] = "time for moist heat",
		[REMINDER_SCREEN] = "red flags not asked",
		[REMINDER_CHECKIN] = "how is it?"
	};
	enum reminder kind = events[0].kind;

	/* Whatever it is about, what does not wait comes first. */
	if (view->v->urgency == URGENCY_EMERGENCY)
		kind = REMINDER_EMERGENCY;
	else if (view->v->urgency == URGENCY_URGENT)
		kind = REMINDER_URGENT;
	else if (view->v->urgency == URGENCY_PROMPT)
		kind = REMINDER_ESCALATE;
	text_fmt(text, "Back: %s", titles[kind]);
}
