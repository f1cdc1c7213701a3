#include "message.h"

#include "../time/when.h"
#include "advice.h"
#include "doubt.h"
#include "sentence.h"

#define BIT(kind) (UINT32_C(1) << (kind))
#define PACKS (BIT(REMINDER_ICE) | BIT(REMINDER_HEAT))

/* Sentences have a rank: 0 is always said, and the highest goes first. */
#define RANK_MOST 4
#define BRIEF_MOST 2

/* A message as it is tried, and what it is made from. */
struct draft {
	struct text *text;
	const struct episode *e;
	const struct verdict *v;
	int64_t now;
	uint32_t kinds;	/* of the events: 1 << enum reminder */
	int brief;	/* 1 and 2: in fewer words, as there is much to say */
	int rank;	/* sentences of a higher rank are left out */
};

/* The place for one more sentence. */
static struct text *
more(const struct draft *d)
{
	if (d->text->len > 0)
		text_char(d->text, ' ');
	return d->text;
}

/* What was reported, the worst first; or the rule that says so. */
static void
add_reason(const struct draft *d)
{
	uint32_t flags = flag_at_least(d->v->flags, d->v->urgency);
	uint32_t rest = flags;

	if (flags == 0) {
		text_str(more(d), rule_rows[verdict_has_rule(d->v,
		    RULE_BONE_SUDDEN) ? RULE_BONE_SUDDEN :
		    RULE_SLEEPLESS].reason);
		return;
	}
	text_fmt(more(d), "You reported %s.",
	    flag_rows[flag_take(&rest)].reported);
	if (rest != 0 && d->rank >= 3)
		text_fmt(more(d), "And %d more: `backcare now`.",
		    flag_count(rest));
	if ((flags & FLAG_CAUDA) != 0)
		text_str(more(d), "Ask: could it be cauda equina?");
}

static void
add_unread(const struct draft *d, bool brief)
{
	text_fmt(more(d), brief ? "%d line%s not read: `backcare edit`." :
	    "%d line%s of the log could not be read: `backcare edit`.",
	    d->e->unread, d->e->unread == 1 ? "" : "s");
}

static void
put_alarm(const struct draft *d)
{
	bool emergency = d->v->urgency == URGENCY_EMERGENCY;

	text_str(d->text, sentence_rows[emergency ? SENTENCE_EMERGENCY :
	    SENTENCE_URGENT].text);
	if (d->rank >= 2)
		text_str(more(d), emergency ? "Do not wait or drive yourself." :
		    "If nobody answers and it gets worse: an emergency "
		    "department.");
	add_reason(d);
	if (d->e->unread > 0 && d->rank >= (emergency ? 4 : 1))
		add_unread(d, true);
	text_str(more(d), sentence_rows[SENTENCE_DISCLAIMER].text);
}

/* Where the emergency signs follow, they name the command. */
static void
add_asking(const struct draft *d, bool closes)
{
	const char *end = closes ? "." : ": `backcare check`.";
	bool begins = d->text->len == 0 && !closes;

	if (d->brief > 0)
		text_fmt(more(d), "Red flags %s%s", doubt_unasked(d->e), end);
	else if (!d->e->asked)
		text_fmt(more(d), "Red flags were not asked yet%s", end);
	else if (begins)
		text_str(d->text, "Red flags were last asked before this: "
		    "`backcare check`.");
	else
		text_fmt(more(d), "Red flags were last asked %s%s",
		    when(d->e->screened_at, d->now).s, end);
}

/* Only the switch comes while the skin is still cold from the last pack. */
static void
add_step(const struct draft *d, bool brief)
{
	bool ice = d->v->treatment == TREATMENT_ICE;
	int64_t next = treatment_next(d->e, d->v->treatment, d->now,
	    pack_limits[d->v->treatment].gap);

	if (next > d->now)
		text_fmt(more(d), "Moist heat not before %s: "
		    "`backcare heat`.", when_short(next, d->now).s);
	else if (ice)
		text_str(more(d), brief ?
		    "Ice in a cloth, then a walk: `backcare ice`." :
		    "Ice in a cloth, 15 to 20 minutes, then a walk: "
		    "`backcare ice`.");
	else
		text_str(more(d), brief ?
		    "Moist heat, then a walk: `backcare heat`." :
		    "Moist heat, 10 to 20 minutes, then a walk: "
		    "`backcare heat`.");
}

static void
add_cancer(const struct draft *d)
{
	text_fmt(more(d), "First ask if %s is right for you.",
	    d->v->treatment == TREATMENT_ICE ? "cold" : "heat");
}

static void
add_silent(const struct draft *d)
{
	text_fmt(more(d), d->brief > 1 ? "No note for %d days: gone?" :
	    d->brief > 0 ? "No note for %d days: `backcare end`, or "
	    "`backcare pain N`?" : "No note for %d days. Gone: `backcare end "
	    "-t WHEN`. Still there: `backcare pain N`.",
	    (int)((d->now - d->e->heard) / SPAN_DAY));
}

/* What matters most besides the step; two of it, in few words, at the most. */
static void
put_pack(const struct draft *d)
{
	bool unread = d->e->unread > 0, asks = episode_asks(d->e);
	bool cancer = verdict_has_flag(d->v, FLAG_CANCER);
	bool first = doubt_is_first(d->e);
	bool silent = doubt_is_silent(d->e, d->now);

	if (silent && asks + unread + cancer < 2)
		add_silent(d);
	if (asks && (unread || cancer))
		text_str(more(d), "Red flags first: `backcare check`.");
	else if (first)
		add_asking(d, false);
	add_step(d, silent || asks + unread + cancer > 1 ||
	    (asks && d->e->asked && !first));
	if (unread)
		add_unread(d, silent || asks || cancer);
	if (cancer && !(asks && unread))
		add_cancer(d);
	if (unread || cancer)
		return;
	if (asks && !first)
		add_asking(d, false);
	else if (!asks && d->v->urgency == URGENCY_PROMPT)
		text_str(more(d), "See a doctor or physiotherapist soon.");
}

/* Past 72 hours and nothing else is no reason to worry. */
static const char *
prompt(const struct draft *d)
{
	enum ease ease = doubt_ease(d->e, d->v);
	bool brief = d->brief > 1;

	if (verdict_has_rule(d->v, RULE_REVIEW))
		return brief ? "After six weeks: see a doctor." :
		    "Six weeks since the last visit, and no late note that it "
		    "eases: see a doctor or physiotherapist again.";
	if (ease == EASE_PAINLESS)
		return "Pain 0. If it stays so: `backcare end`.";
	if (ease == EASE_EASING)
		return d->brief > 0 ? "Easing, but past 72 hours: if it "
		    "stays, see a doctor or physiotherapist." :
		    "It is easing, but past 72 hours: if it has not gone in a "
		    "few days, see a doctor or physiotherapist.";
	if (ease == EASE_SAME)
		return brief ? "Past 72 hours: no sign of harm, but see a "
		    "doctor." : "Past 72 hours: no sign of harm, but see a "
		    "doctor or physiotherapist.";
	if (verdict_has_rule(d->v, RULE_MARK_PASSED))
		return brief ? "Past 72 hours: see a doctor." :
		    "Past 72 hours: see a doctor or physiotherapist.";
	return brief ? "See a doctor soon." :
	    "See a doctor or physiotherapist in the next days.";
}

static void
add_checkin(const struct draft *d)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "Ice phase",
		[PHASE_HEAT] = "Heat phase",
		[PHASE_ESCALATE] = "Past 72 hours"
	};

	if (d->rank >= 2)
		text_str(more(d), d->brief > 0 ?
		    "How is it? `backcare pain N`." : "How is it? `backcare "
		    "pain N`, or `backcare end` if gone.");
	if (d->rank >= 4)
		text_fmt(more(d), "%s, %s so far.", titles[d->v->phase],
		    span(d->v->elapsed).s);
}

static void
put_other(const struct draft *d)
{
	bool checkin = (d->kinds & BIT(REMINDER_CHECKIN)) != 0;
	bool closes = checkin || (d->kinds & BIT(REMINDER_ESCALATE)) != 0;
	bool turns = (d->kinds & BIT(REMINDER_SWITCH)) != 0;
	bool first = doubt_is_first(d->e);
	bool silent = doubt_is_silent(d->e, d->now);

	if (silent && d->rank >= 2)
		add_silent(d);
	if (d->e->unread > 0 && d->rank >= 1)
		add_unread(d, d->brief > 0);
	if (first)
		add_asking(d, closes);
	if (d->v->urgency == URGENCY_PROMPT)
		text_str(more(d), prompt(d));
	if (turns && d->v->phase == PHASE_HEAT && d->rank >= 3)
		text_str(more(d), "The 48 hours are over.");
	if (turns || (d->kinds & PACKS) != 0) {
		add_step(d, closes);
		if (verdict_has_flag(d->v, FLAG_CANCER))
			add_cancer(d);
	}
	if (checkin && !silent)
		add_checkin(d);
	if (episode_asks(d->e) && !first)
		add_asking(d, closes);
	if (closes)
		text_fmt(d->text, "\nEmergency signs (bladder, bowels, numb "
		    "between the legs, both legs): `backcare check`.\n%s",
		    sentence_rows[SENTENCE_DISCLAIMER].text);
}

/* Leaves out what goes first, down to a rank; false where all is too long. */
static bool
fit(struct draft *d, int least)
{
	for (d->rank = RANK_MOST; d->rank >= least; d->rank--) {
		text_init(d->text, d->text->buf, d->text->size);
		if (advice_is_alarm(d->v))
			put_alarm(d);
		else if ((d->kinds & ~PACKS) == 0)
			put_pack(d);
		else
			put_other(d);
		if (d->text->len <= MESSAGE_MOST)
			return true;
	}
	return false;
}

void
message_text(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events, int count)
{
	struct draft d = {.text = text, .e = view->e, .v = view->v,
	    .now = view->now};

	for (int i = 0; i < count; i++)
		d.kinds |= BIT(events[i].kind);
	/* Of a pack alone there is not much to say. */
	if ((d.kinds & ~PACKS) == 0 && doubt_is_silent(d.e, d.now))
		d.brief = BRIEF_MOST;
	while (!fit(&d, 2) && d.brief < BRIEF_MOST)
		d.brief++;
	(void)fit(&d, 0);
}

void
message_title(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events)
{
	enum urgency urgency = view->v->urgency;
	enum reminder kind = events[0].kind;

	/* Whatever it is about, what does not wait comes first. */
	if (advice_is_alarm(view->v))
		kind = urgency == URGENCY_EMERGENCY ? REMINDER_EMERGENCY :
		    REMINDER_URGENT;
	else if (urgency == URGENCY_PROMPT)
		kind = doubt_ease(view->e, view->v) < EASE_EASING ?
		    REMINDER_ESCALATE : REMINDER_CHECKIN;
	text_fmt(text, "Back: %s", reminder_rows[kind].title);
}
