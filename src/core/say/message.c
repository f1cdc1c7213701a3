#include "message.h"

#include <string.h>

#include "../time/when.h"
#include "advice.h"
#include "doubt.h"
#include "sentence.h"

#define PARTS 10

/* A sentence or two, and when to go where all is too long: 0 is never. */
struct part {
	char buf[256];
	struct text text;
	int rank;
	bool apart;	/* begins a paragraph */
};

struct draft {
	const struct reminder_view *view;
	const struct episode *e;
	const struct verdict *v;
	const struct reminder_event *events;
	int event_count;
	int brief;	/* 1 and 2: in fewer words, as there is much to say */
	struct part parts[PARTS];
	int count;
};

static struct text *
add(struct draft *d, int rank)
{
	struct part *p = &d->parts[d->count++];

	text_init(&p->text, p->buf, sizeof(p->buf));
	p->rank = rank;
	p->apart = false;
	return &p->text;
}

/* Characters, with the space or newline between two. */
static size_t
length(const struct draft *d)
{
	size_t len = 0;

	for (int i = 0; i < d->count; i++)
		len += d->parts[i].text.len + (i > 0);
	return len;
}

/* Takes the least of them away, of that rank or above; false where none is. */
static bool
shorten(struct draft *d, int rank)
{
	int least = 0;

	for (int i = 1; i < d->count; i++) {
		if (d->parts[i].rank > d->parts[least].rank)
			least = i;
	}
	if (d->parts[least].rank < rank)
		return false;
	for (int i = least; i + 1 < d->count; i++) {
		d->parts[i] = d->parts[i + 1];
		d->parts[i].text.buf = d->parts[i].buf;
	}
	d->count--;
	return true;
}

static bool
fit(struct draft *d, int rank)
{
	while (length(d) > MESSAGE_MOST) {
		if (!shorten(d, rank))
			return false;
	}
	return true;
}

static bool
has(const struct draft *d, enum reminder kind)
{
	for (int i = 0; i < d->event_count; i++) {
		if (d->events[i].kind == kind)
			return true;
	}
	return false;
}

/* What was reported, the worst first; or the rule that says so. */
static void
add_reason(struct draft *d)
{
	uint32_t flags = flag_at_least(d->v->flags, d->v->urgency);
	uint32_t rest = flags;

	if (flags == 0) {
		text_str(add(d, 0), rule_rows[verdict_has_rule(d->v,
		    RULE_BONE_SUDDEN) ? RULE_BONE_SUDDEN :
		    RULE_SLEEPLESS].reason);
		return;
	}
	text_fmt(add(d, 0), "You reported %s.",
	    flag_rows[flag_take(&rest)].reported);
	if (rest != 0)
		text_fmt(add(d, 3), "And %d more: `backcare now`.",
		    flag_count(rest));
	if ((flags & FLAG_CAUDA) != 0)
		text_str(add(d, 0), "Ask: could it be cauda equina?");
}

static void
add_unread(struct draft *d, int rank, bool brief)
{
	int unread = d->e->unread;

	if (brief)
		text_fmt(add(d, rank), unread == 1 ?
		    "%d line not read: `backcare edit`." :
		    "%d lines not read: `backcare edit`.", unread);
	else
		text_fmt(add(d, rank), unread == 1 ?
		    "%d line of the log could not be read: `backcare edit`." :
		    "%d lines of the log could not be read: `backcare edit`.",
		    unread);
}

static void
add_disclaimer(struct draft *d)
{
	text_str(add(d, 0), sentence_rows[SENTENCE_DISCLAIMER].text);
}

static void
put_alarm(struct draft *d)
{
	bool emergency = d->v->urgency == URGENCY_EMERGENCY;

	text_str(add(d, 0), sentence_rows[emergency ? SENTENCE_EMERGENCY :
	    SENTENCE_URGENT].text);
	text_str(add(d, 2), emergency ? "Do not wait or drive yourself." :
	    "If nobody answers and it gets worse: an emergency department.");
	add_reason(d);
	if (d->e->unread > 0)
		add_unread(d, emergency ? 4 : 1, true);
	add_disclaimer(d);
	(void)fit(d, 1);
}

/* Where the emergency signs follow, they name the command. */
static void
add_asking(struct draft *d, bool closes)
{
	const char *end = closes ? "." : ": `backcare check`.";

	if (d->brief > 0)
		text_fmt(add(d, 0), d->e->asked ?
		    "Red flags not asked since%s" : "Red flags not asked%s",
		    end);
	else if (d->e->asked && !closes && d->count == 0)
		text_str(add(d, 0), "Red flags were last asked before "
		    "this: `backcare check`.");
	else if (d->e->asked)
		text_fmt(add(d, 0), "Red flags were last asked %s%s",
		    when(d->e->screened_at, d->view->now).s, end);
	else
		text_fmt(add(d, 0), "Red flags were not asked yet%s", end);
}

/* Only the switch comes while the skin is still cold from the last pack. */
static void
add_step(struct draft *d, bool brief)
{
	bool ice = d->v->treatment == TREATMENT_ICE;
	int64_t now = d->view->now;
	int64_t next = treatment_next(d->e, d->v->treatment, now,
	    pack_limits[d->v->treatment].gap);

	if (next > now)
		text_fmt(add(d, 0), "Moist heat not before %s: "
		    "`backcare heat`.", when_short(next, now).s);
	else if (brief)
		text_str(add(d, 0), ice ?
		    "Ice in a cloth, then a walk: `backcare ice`." :
		    "Moist heat, then a walk: `backcare heat`.");
	else
		text_str(add(d, 0), ice ? "Ice in a cloth, 15 to 20 minutes, "
		    "then a walk: `backcare ice`." :
		    "Moist heat, 10 to 20 minutes, then a walk: "
		    "`backcare heat`.");
}

static void
add_cancer(struct draft *d)
{
	text_str(add(d, 0), d->v->treatment == TREATMENT_ICE ?
	    "First ask if cold is right for you." :
	    "First ask if heat is right for you.");
}

static void
add_silent(struct draft *d)
{
	int days = (int)((d->view->now - d->e->heard) / SPAN_DAY);

	if (d->brief > 1)
		text_fmt(add(d, 2), "No note for %d days: gone?", days);
	else if (d->brief > 0)
		text_fmt(add(d, 2), "No note for %d days: `backcare end`, or "
		    "`backcare pain N`?", days);
	else
		text_fmt(add(d, 2), "No note for %d days. Gone: `backcare end "
		    "-t WHEN`. Still there: `backcare pain N`.", days);
}

/* What matters most besides the step; two of it, in few words, at the most. */
static void
put_pack(struct draft *d)
{
	bool unread = d->e->unread > 0, asks = episode_asks(d->e);
	bool cancer = verdict_has_flag(d->v, FLAG_CANCER);
	bool silent = doubt_is_silent(d->e, d->view->now);

	d->brief = silent ? 2 : 0;
	if (silent && asks + unread + cancer < 2)
		add_silent(d);
	if (asks && (unread || cancer))
		text_str(add(d, 0), "Red flags first: `backcare check`.");
	else if (doubt_is_first(d->e))
		add_asking(d, false);
	add_step(d, silent || asks + unread + cancer > 1 ||
	    (asks && d->e->asked && !doubt_is_first(d->e)));
	if (unread)
		add_unread(d, 0, silent || asks || cancer);
	if (cancer && !(asks && unread))
		add_cancer(d);
	if (unread || cancer)
		return;
	if (asks && !doubt_is_first(d->e))
		add_asking(d, false);
	else if (!asks && d->v->urgency == URGENCY_PROMPT)
		text_str(add(d, 0), "See a doctor or physiotherapist soon.");
}

/* Past 72 hours and nothing else is no reason to worry. */
static const char *
calm_prompt(const struct draft *d, enum ease ease)
{
	if (ease == EASE_PAINLESS)
		return "Pain 0. If it stays so: `backcare end`.";
	if (ease == EASE_EASING)
		return d->brief > 0 ? "Easing, but past 72 hours: if it "
		    "stays, see a doctor or physiotherapist." :
		    "It is easing, but past 72 hours: if it has not gone in a "
		    "few days, see a doctor or physiotherapist.";
	return d->brief > 1 ? "Past 72 hours: no sign of harm, but see a "
	    "doctor." : "Past 72 hours: no sign of harm, but see a doctor or "
	    "physiotherapist.";
}

static const char *
prompt(const struct draft *d)
{
	enum ease ease = doubt_ease(d->e, d->v);

	if (verdict_has_rule(d->v, RULE_REVIEW))
		return d->brief > 1 ? "After six weeks: see a doctor." :
		    "Six weeks since the last visit, and no late note that it "
		    "eases: see a doctor or physiotherapist again.";
	if (ease != EASE_NONE)
		return calm_prompt(d, ease);
	if (verdict_has_rule(d->v, RULE_MARK_PASSED))
		return d->brief > 1 ? "Past 72 hours: see a doctor." :
		    "Past 72 hours: see a doctor or physiotherapist.";
	return d->brief > 1 ? "See a doctor soon." :
	    "See a doctor or physiotherapist in the next days.";
}

static void
add_checkin(struct draft *d)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "Ice phase",
		[PHASE_HEAT] = "Heat phase",
		[PHASE_ESCALATE] = "Past 72 hours"
	};

	text_str(add(d, 2), d->brief > 0 ? "How is it? `backcare pain N`." :
	    "How is it? `backcare pain N`, or `backcare end` if gone.");
	text_fmt(add(d, 4), "%s, %s so far.", titles[d->v->phase],
	    span(d->v->elapsed).s);
}

static void
add_close(struct draft *d)
{
	text_str(add(d, 0), "Emergency signs (bladder, bowels, numb between "
	    "the legs, both legs): `backcare check`.");
	d->parts[d->count - 1].apart = true;
	add_disclaimer(d);
	d->parts[d->count - 1].apart = true;
}

static void
put_other(struct draft *d)
{
	bool checkin = has(d, REMINDER_CHECKIN);
	bool closes = checkin || has(d, REMINDER_ESCALATE);
	bool silent = doubt_is_silent(d->e, d->view->now);

	d->count = 0;
	if (silent)
		add_silent(d);
	if (d->e->unread > 0)
		add_unread(d, 1, d->brief > 0);
	if (doubt_is_first(d->e))
		add_asking(d, closes);
	if (d->v->urgency == URGENCY_PROMPT)
		text_str(add(d, 0), prompt(d));
	if (has(d, REMINDER_SWITCH) && d->v->phase == PHASE_HEAT)
		text_str(add(d, 3), "The 48 hours are over.");
	if (has(d, REMINDER_SWITCH) || has(d, REMINDER_ICE) ||
	    has(d, REMINDER_HEAT)) {
		add_step(d, closes);
		if (verdict_has_flag(d->v, FLAG_CANCER))
			add_cancer(d);
	}
	if (checkin && !silent)
		add_checkin(d);
	if (episode_asks(d->e) && !doubt_is_first(d->e))
		add_asking(d, closes);
	if (closes)
		add_close(d);
}

/* Only about a pack, or the change to another. */
static bool
is_pack(const struct draft *d)
{
	for (int i = 0; i < d->event_count; i++) {
		if (d->events[i].kind != REMINDER_ICE &&
		    d->events[i].kind != REMINDER_HEAT)
			return false;
	}
	return true;
}

void
message_text(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events, int count)
{
	struct draft d;

	d = (struct draft){.view = view, .e = view->e, .v = view->v,
	    .events = events, .event_count = count};
	if (advice_is_alarm(view->v)) {
		put_alarm(&d);
	} else if (is_pack(&d)) {
		put_pack(&d);
	} else {
		put_other(&d);
		while (!fit(&d, 3) && d.brief < 2) {
			d.brief++;
			put_other(&d);
		}
		(void)fit(&d, 1);
	}
	for (int i = 0; i < d.count; i++) {
		if (i > 0)
			text_char(text, d.parts[i].apart ? '\n' : ' ');
		text_str(text, d.parts[i].buf);
	}
}

void
message_title(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events)
{
	enum reminder kind = events[0].kind;

	/* Whatever it is about, what does not wait comes first. */
	if (view->v->urgency == URGENCY_EMERGENCY)
		kind = REMINDER_EMERGENCY;
	else if (view->v->urgency == URGENCY_URGENT)
		kind = REMINDER_URGENT;
	else if (view->v->urgency == URGENCY_PROMPT &&
	    doubt_ease(view->e, view->v) < EASE_EASING)
		kind = REMINDER_ESCALATE;
	else if (view->v->urgency == URGENCY_PROMPT)
		kind = REMINDER_CHECKIN;
	text_fmt(text, "Back: %s", reminder_rows[kind].title);
}
