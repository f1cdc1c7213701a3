#include "statusline.h"

#include "../time/when.h"
#include "doubt.h"

/* A pack that is on, or when the next may go on. */
static void
put_timer(struct text *text, const struct timer_word *timer, int64_t now)
{
	int64_t left = timer->until - now;

	switch (timer->kind) {
	case TIMER_ICE:
	case TIMER_HEAT:
		text_fmt(text, "%s is on, %s left, off at %s; ",
		    timer->kind == TIMER_ICE ? "ice" : "heat",
		    span(left > 0 ? left + SPAN_MINUTE - 1 : 0).s,
		    when_short(timer->until, now).s);
		break;
	case TIMER_PAUSE:
		text_fmt(text, "next pack at %s; ",
		    when_short(timer->until, now).s);
		break;
	case TIMER_NONE:
	default:
		break;
	}
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

	text_fmt(text, "day %d, %s", (int)(v->elapsed / SPAN_DAY) + 1,
	    verdict_has_flag(v, FLAG_SKIN) ? "no ice, no heat" :
	    names[v->phase]);
	if (v->treatment == TREATMENT_ICE && v->next.phase == PHASE_HEAT)
		text_fmt(text, ", heat from %s",
		    when_short(v->next.at, now).s);
}

static void
put_unread(struct text *text, int unread)
{
	text_fmt(text, "%d line%s could not be read: backcare edit", unread,
	    unread == 1 ? "" : "s");
}

/* What to do about PROMPT, and what comes before it where it eases. */
static const char *
prompt(const struct episode *e, const struct verdict *v)
{
	if (v->urgency < URGENCY_PROMPT)
		return "";
	switch (doubt_ease(e, v)) {
	case EASE_PAINLESS:
		return "pain 0, if it stays so: backcare end; ";
	case EASE_EASING:
		return "easing; see a doctor or physiotherapist if not gone "
		    "in a few days; ";
	case EASE_SAME:
	case EASE_NONE:
	default:
		return "see a doctor or physiotherapist; ";
	}
}

static void
put_calm(struct text *text, const struct episode *e, const struct verdict *v,
    const struct timer_word *timer, int64_t now)
{
	bool asks = episode_asks(e);
	bool first = doubt_is_first(e);

	if (doubt_is_silent(e, now))
		text_fmt(text, "no note for %d days, gone? backcare end, or "
		    "pain N; ", (int)((now - e->heard) / SPAN_DAY));
	if (first)
		text_fmt(text, "red flags %s; ", doubt_unasked(e));
	text_str(text, prompt(e, v));
	if (e->unread > 0)
		put_unread(text, e->unread);
	else if (!e->open)
		text_str(text, "back: nothing open");
	if (!e->open)
		return;
	text_str(text, e->unread > 0 ? "; " : "");
	put_timer(text, timer, now);
	put_phase(text, v, now);
	if (asks && !first)
		text_fmt(text, "; red flags %s", doubt_unasked(e));
}

void
statusline_put(struct text *text, const struct episode *e,
    const struct verdict *v, const struct timer_word *timer, int64_t now)
{
	if (v->urgency == URGENCY_EMERGENCY)
		text_str(text, "EMERGENCY: call 112, 999 or 911 now");
	else if (v->urgency == URGENCY_URGENT)
		text_fmt(text, "URGENT: contact a doctor today, or an "
		    "urgent-care line%s%s",
		    episode_asks(e) ? "; red flags " : "",
		    episode_asks(e) ? doubt_unasked(e) : "");
	else
		put_calm(text, e, v, timer, now);
	if (v->urgency < URGENCY_URGENT || e->unread == 0)
		return;
	text_str(text, "; ");
	put_unread(text, e->unread);
}
