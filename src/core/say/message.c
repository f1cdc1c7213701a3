#include "message.h"

#include <string.h>

#include "../time/when.h"
#include "advice.h"
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

/* Takes the least of them away; false where all have to stay. */
static bool
shorten(struct draft *d)
{
	int least = 0;

	for (int i = 1; i < d->count; i++) {
		if (d->parts[i].rank > d->parts[least].rank)
			least = i;
	}
	if (d->parts[least].rank == 0)
		return false;
	for (int i = least; i + 1 < d->count; i++) {
		d->parts[i] = d->parts[i + 1];
		d->parts[i].text.buf = d->parts[i].buf;
	}
	d->count--;
	return true;
}

static void
finish(struct draft *d, struct text *text, size_t most)
{
	while (length(d) > most && shorten(d))
		;
	for (int i = 0; i < d->count; i++) {
		if (i > 0)
			text_char(text, d->parts[i].apart ? '\n' : ' ');
		text_str(text, d->parts[i].buf);
	}
}

static bool
has(const struct reminder_event *events, int count, enum reminder kind)
{
	for (int i = 0; i < count; i++) {
		if (events[i].kind == kind)
			return true;
	}
	return false;
}

/* What was reported, the worst first; or the rule that says so. */
static void
add_reason(struct draft *d)
{
	static const uint32_t nerves = FLAG_BIT(FLAG_BLADDER) |
	    FLAG_BIT(FLAG_RETENTION) | FLAG_BIT(FLAG_SADDLE) |
	    FLAG_BIT(FLAG_BOTH_LEGS) | FLAG_BIT(FLAG_WEAKNESS);
	uint32_t flags = flag_at_least(d->v->flags, d->v->urgency);
	int flag = 0, more = flag_count(flags) - 1;

	while (flag < FLAG_COUNT && (flags & FLAG_BIT(flag)) == 0)
		flag++;
	if (flag == FLAG_COUNT)
		return;
	if (more > 0)
		text_fmt(add(d, 0), "You reported %s, and %d more.",
		    flag_rows[flag].reported, more);
	else
		text_fmt(add(d, 0), "You reported %s.",
		    flag_rows[flag].reported);
	if ((flags & nerves) != 0)
		text_str(add(d, 1), "Ask there: could it be cauda equina?");
}

static void
add_unread(struct draft *d, int rank)
{
	text_fmt(add(d, rank), d->e->unread == 1 ?
	    "%d line of the log could not be read: `backcare edit`." :
	    "%d lines of the log could not be read: `backcare edit`.",
	    d->e->unread);
}

static void
put_alarm(struct draft *d, struct text *text)
{
	bool emergency = d->v->urgency == URGENCY_EMERGENCY;

	text_str(add(d, 0), sentence_rows[emergency ? SENTENCE_EMERGENCY :
	    SENTENCE_URGENT].text);
	text_str(add(d, 0), emergency ?
	    "Do not wait, and do not drive yourself." :
	    "If nobody can be reached and it gets worse: an emergency "
	    "department.");
	add_reason(d);
	if (d->e->unread > 0)
		add_unread(d, 2);
	text_str(add(d, 3), "See `backcare now`.");
	text_str(add(d, 4), sentence_rows[SENTENCE_DISCLAIMER].text);
	finish(d, text, MESSAGE_MOST);
}

/* With strong pain, what was not asked comes before the step. */
static bool
asks_first(const struct draft *d)
{
	return d->e->open && !d->e->screened && d->e->scores > 0 &&
	    d->e->last_score.value >= 7;
}

/* Where the emergency signs follow, they name the command. */
static void
add_asking(struct draft *d, int rank, bool closes)
{
	const char *end = closes ? "." : ": `backcare check`.";

	if (d->e->asked && !closes && rank == 0 && d->count == 0)
		text_str(add(d, rank), "Red flags were last asked before "
		    "this: `backcare check`.");
	else if (d->e->asked)
		text_fmt(add(d, rank), "Red flags were last asked %s%s",
		    when(d->e->screened_at, d->view->now).s, end);
	else
		text_fmt(add(d, rank), "Red flags were not asked yet%s", end);
}

/* Only the switch comes while the skin is still cold from the last pack. */
static void
add_step(struct draft *d, bool brief)
{
	bool ice = d->v->treatment == TREATMENT_ICE;
	int64_t now = d->view->now;
	int64_t next = treatment_next(d->e, d->v->treatment, now,
	    treatment_limits(d->v->treatment)->gap);

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

/* One more sentence, and what matters most in it. */
static void
put_pack(struct draft *d, struct text *text)
{
	if (asks_first(d))
		add_asking(d, 0, false);
	add_step(d, false);
	if (d->e->unread > 0)
		add_unread(d, 1);
	else if (verdict_has_flag(d->v, FLAG_CANCER))
		text_str(add(d, 1), d->v->treatment == TREATMENT_ICE ?
		    "First ask whether cold is right for you." :
		    "First ask whether heat is right for you.");
	else if (!d->e->screened && !asks_first(d))
		add_asking(d, 1, false);
	else if (d->v->urgency == URGENCY_PROMPT)
		text_str(add(d, 1), "See a doctor or physiotherapist soon.");
	finish(d, text, MESSAGE_PACK);
}

/* Past 72 hours and nothing else is no reason to worry. */
static bool
is_mark_alone(const struct draft *d)
{
	return d->v->rules == UINT32_C(1) << RULE_MARK_PASSED &&
	    flag_at_least(d->v->flags, URGENCY_PROMPT) == 0 &&
	    d->e->unread == 0;
}

static void
add_prompt(struct draft *d)
{
	bool eases = d->v->trend == TREND_BETTER || d->v->trend == TREND_GONE;

	if (verdict_has_rule(d->v, RULE_REVIEW))
		text_str(add(d, 0), "Six weeks since the last visit, and no "
		    "late note that it eases: see a doctor or physiotherapist "
		    "again.");
	else if (!verdict_has_rule(d->v, RULE_MARK_PASSED))
		text_str(add(d, 0), "See a doctor or physiotherapist in the "
		    "next days.");
	else if (!is_mark_alone(d))
		text_str(add(d, 0), "It is past 72 hours: see a doctor or "
		    "physiotherapist.");
	else if (d->e->scores > 0 && d->e->last_score.value == 0)
		text_str(add(d, 0), "Pain 0. If it stays so: `backcare end`.");
	else if (eases)
		text_str(add(d, 0), "It is easing, but past 72 hours: if it "
		    "has not gone in a few days, see a doctor or "
		    "physiotherapist.");
	else
		text_str(add(d, 0), "Past 72 hours: no sign of harm, but see "
		    "a doctor or physiotherapist.");
}

static void
add_checkin(struct draft *d)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "Ice phase",
		[PHASE_HEAT] = "Heat phase",
		[PHASE_ESCALATE] = "Past 72 hours"
	};

	text_str(add(d, 1), "How is it? `backcare pain N`, or `backcare end` "
	    "if gone.");
	text_fmt(add(d, 4), "%s, %s so far.", titles[d->v->phase],
	    span(d->v->elapsed).s);
}

static void
add_close(struct draft *d)
{
	text_str(add(d, 0), "Emergency signs (bladder, bowels, numb between "
	    "the legs, both legs): `backcare check`.");
	d->parts[d->count - 1].apart = true;
	text_str(add(d, 0), sentence_rows[SENTENCE_DISCLAIMER].text);
	d->parts[d->count - 1].apart = true;
}

static void
put_other(struct draft *d, struct text *text,
    const struct reminder_event *events, int count)
{
	bool checkin = has(events, count, REMINDER_CHECKIN);
	bool closes = checkin || has(events, count, REMINDER_ESCALATE);

	if (d->e->unread > 0)
		add_unread(d, 0);
	if (asks_first(d))
		add_asking(d, 0, closes);
	if (d->v->urgency == URGENCY_PROMPT)
		add_prompt(d);
	if (has(events, count, REMINDER_SWITCH))
		text_str(add(d, 2), "The 48 hours are over.");
	if (has(events, count, REMINDER_SWITCH) ||
	    has(events, count, REMINDER_ICE) ||
	    has(events, count, REMINDER_HEAT))
		add_step(d, closes);
	if (checkin)
		add_checkin(d);
	if (d->e->open && !d->e->screened && !asks_first(d))
		add_asking(d, has(events, count, REMINDER_SCREEN) ? 0 : 3,
		    closes);
	if (closes)
		add_close(d);
	finish(d, text, MESSAGE_MOST);
}

/* Only about a pack, or the change to another. */
static bool
is_pack(const struct reminder_event *events, int count)
{
	for (int i = 0; i < count; i++) {
		if (events[i].kind != REMINDER_ICE &&
		    events[i].kind != REMINDER_HEAT)
			return false;
	}
	return true;
}

void
message_text(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events, int count)
{
	struct draft d;

	d.view = view;
	d.e = view->e;
	d.v = view->v;
	d.count = 0;
	if (advice_is_alarm(view->v))
		put_alarm(&d, text);
	else if (is_pack(events, count))
		put_pack(&d, text);
	else
		put_other(&d, text, events, count);
}

void
message_title(struct text *text, const struct reminder_view *view,
    const struct reminder_event *events)
{
	static const char *const titles[REMINDER_KINDS] = {
		[REMINDER_EMERGENCY] = "EMERGENCY",
		[REMINDER_URGENT] = "URGENT, today",
		[REMINDER_UNREAD] = "the log could not be read",
		[REMINDER_ESCALATE] = "see a doctor or physiotherapist",
		[REMINDER_REVIEW] = "see a doctor or physiotherapist",
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
