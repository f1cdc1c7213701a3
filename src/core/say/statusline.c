#include "statusline.h"

#include "../time/when.h"
#include "doubt.h"

/* A pack that is on, or when the next may go on. */
static void
put_timer(struct text *text, const struct timer_word *timer, int64_t now)
{
	int64_t left = timer->until - now;

	if (timer->kind == TIMER_PAUSE)
		text_item(text, 0, "; ", "next pack at %s",
		    when_short(timer->until, now).s);
	else if (timer->kind != TIMER_NONE)
		text_item(text, 0, "; ", "%s is on, %s left, off at %s",
		    timer_kinds[timer->kind],
		    span(left > 0 ? left + SPAN_MINUTE - 1 : 0).s,
		    when_short(timer->until, now).s);
}

/*
 * The day and the phase, and what is next.  No treatment stands beside a span,
 * which would read as how long to apply it.
 */
static void
put_phase(struct text *text, const struct verdict *v, int64_t now)
{
	static const char *const names[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "ice phase",
		[PHASE_HEAT] = "moist heat phase",
		[PHASE_ESCALATE] = "past 72 hours"
	};

	text_item(text, 0, "; ", "day %d, %s", (int)(v->elapsed / SPAN_DAY) + 1,
	    verdict_has_flag(v, FLAG_SKIN) ? "no ice, no heat" :
	    names[v->phase]);
	if (v->treatment == TREATMENT_ICE && v->next.phase == PHASE_HEAT)
		text_fmt(text, ", heat from %s",
		    when_short(v->next.at, now).s);
}

static void
put_unread(struct text *text, int unread)
{
	if (unread > 0)
		text_item(text, 0, "; ", "%d line%s could not be read: "
		    "backcare edit", unread, unread == 1 ? "" : "s");
}

/* What to do about PROMPT, and what comes before it where it eases. */
static const char *
prompt(enum ease ease)
{
	if (ease == EASE_PAINLESS)
		return "pain 0, if it stays so: backcare end";
	return ease == EASE_EASING ? "easing; see a doctor or physiotherapist "
	    "if not gone in a few days" : "see a doctor or physiotherapist";
}

static void
put_calm(struct text *text, const struct episode *e, const struct verdict *v,
    const struct timer_word *timer, int64_t now)
{
	bool first = doubt_is_first(e);

	if (doubt_is_silent(e, now))
		text_fmt(text, "no note for %d days, gone? backcare end, or "
		    "pain N", (int)((now - e->heard) / SPAN_DAY));
	if (first)
		text_item(text, 0, "; ", "red flags %s", doubt_unasked(e));
	if (v->urgency == URGENCY_PROMPT)
		text_item(text, 0, "; ", "%s", prompt(doubt_ease(e, v)));
	put_unread(text, e->unread);
	if (e->open) {
		put_timer(text, timer, now);
		put_phase(text, v, now);
	} else if (e->unread == 0) {
		text_item(text, 0, "; ", "back: nothing open");
	}
	if (episode_asks(e) && !first)
		text_item(text, 0, "; ", "red flags %s", doubt_unasked(e));
}

void
statusline_put(struct text *text, const struct episode *e,
    const struct verdict *v, const struct timer_word *timer, int64_t now)
{
	if (v->urgency < URGENCY_URGENT) {
		put_calm(text, e, v, timer, now);
		return;
	}
	if (v->urgency == URGENCY_EMERGENCY)
		text_str(text, "EMERGENCY: call 112, 999 or 911 now");
	else
		text_str(text, "URGENT: contact a doctor today, or an "
		    "urgent-care line");
	if (v->urgency == URGENCY_URGENT && episode_asks(e))
		text_item(text, 0, "; ", "red flags %s", doubt_unasked(e));
	put_unread(text, e->unread);
}
