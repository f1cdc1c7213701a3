#include "statusline.h"

#include "../time/when.h"

/* The phase, how far it has come, and what is next. */
static void
put_phase(struct text *text, const struct episode *e,
    const struct verdict *v, int64_t now)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "ice ",
		[PHASE_HEAT] = "moist heat ", [PHASE_ESCALATE] = "past 72 h: "
	};
	static const char *const steps[] = {
		[TREATMENT_NONE] = "", [TREATMENT_ICE] = ", ice",
		[TREATMENT_HEAT] = ", heat"
	};

	if (!e->open) {
		text_str(text, "back: nothing open");
		return;
	}
	if (verdict_has_flag(v, FLAG_SKIN))
		text_str(text, "no ice, no heat: ");
	else
		text_str(text, titles[v->phase]);
	text_str(text, span(v->elapsed).s);
	if (v->treatment == TREATMENT_ICE && v->next.phase == PHASE_HEAT) {
		text_str(text, ", heat from ");
		text_str(text, when_short(v->next.at, now).s);
	} else if (v->phase == PHASE_ESCALATE) {
		text_str(text, steps[v->treatment]);
	}
}

void
statusline_put(struct text *text, const struct episode *e,
    const struct verdict *v, int64_t now)
{
	if (v->urgency == URGENCY_EMERGENCY) {
		text_str(text, "EMERGENCY: call 112, 999 or 911, or go to an "
		    "emergency department now");
		return;
	}
	if (v->urgency == URGENCY_URGENT) {
		text_str(text, "URGENT: contact a doctor or an urgent-care "
		    "line today");
	} else {
		if (v->urgency == URGENCY_PROMPT)
			text_str(text, "see a doctor or physiotherapist; ");
		put_phase(text, e, v, now);
	}
	if (e->open && !e->screened)
		text_str(text, "; red flags not asked");
}
