#include "ice_pack.h"

#include <err.h>
#include <stdio.h>

#include "../core/say/advice.h"
#include "../core/time/when.h"
#include "../ui/output.h"

bool
apply_minutes_fit(const struct apply *a)
{
	return a->minutes >= a->limits->min_minutes &&
	    a->minutes <= a->limits->max_minutes;
}

static void
explain_phase(struct text *text, const struct episode *e,
    enum treatment treatment, int64_t at)
{
	int64_t heat = e->latest.time + TREATMENT_HEAT_AFTER;

	if (treatment == TREATMENT_HEAT)
		text_fmt(text, "moist heat comes after ice, from %s",
		    when(heat, at).s);
	else if (at < heat)
		text_fmt(text, "for long-standing, stiff pain moist heat is "
		    "the step");
	else
		text_fmt(text, "ice is over, moist heat is the step");
}

static void
explain_gap(struct text *text, const struct apply *a,
    const struct pack_track *track, int64_t at)
{
	int64_t ended = pack_ended(track);
	struct when_shown next = when_short(pack_next(track, at, a->gap), at);

	if (ended > at)
		text_fmt(text, "the last pack ends %s; the next may start at "
		    "%s", when_short(ended, at).s, next.s);
	else
		text_fmt(text, "the last pack ended %s ago; the next may "
		    "start at %s", span(at - ended).s, next.s);
}

/* Skin that is still cold or warm from a pack of the other kind. */
static void
explain_other(struct text *text, const struct episode *e,
    const struct apply *a, int64_t at)
{
	enum treatment other = pack_other(a->treatment);
	int64_t ended = pack_ended(&e->packs[other]);
	struct when_shown next = when_short(treatment_next(e, a->treatment,
	    at, a->gap), at);

	if (ended > at)
		text_fmt(text, "%s is on until %s; once the skin is back to "
		    "normal, %s may start at %s", pack_limits[other].name,
		    when_short(ended, at).s, a->limits->name, next.s);
	else
		text_fmt(text, "%s ended %s ago; once the skin is back to "
		    "normal, %s may start at %s", pack_limits[other].name,
		    span(at - ended).s, a->limits->name, next.s);
}

/* Why not, and when or what instead, in one line. */
static void
explain(struct text *text, const struct logbook *book, const struct apply *a,
    enum refusal refusal, int64_t at)
{
	switch (refusal) {
	case REFUSAL_NONE:
		break;
	case REFUSAL_CLOSED:
		text_fmt(text, "no episode is open: begin one with "
		    "\"backcare log\"");
		break;
	case REFUSAL_ALARM:
		text_fmt(text, "what you reported has to be assessed first");
		break;
	case REFUSAL_SKIN:
		text_fmt(text, "you reported skin there that should get no "
		    "ice and no heat; by mistake? \"backcare check -x skin\"");
		break;
	case REFUSAL_PHASE:
		explain_phase(text, &book->e, a->treatment, at);
		break;
	case REFUSAL_GAP:
		explain_gap(text, a, &book->e.packs[a->treatment], at);
		break;
	case REFUSAL_OTHER:
		explain_other(text, &book->e, a, at);
		break;
	}
}

/* What takes the place of a pack: the alarm, or what is not known. */
static void
print_instead(const struct logbook *book, const struct verdict *v)
{
	struct sheet sheet;

	sheet_begin(&sheet, book->ctx->now);
	if (advice_is_alarm(v))
		advice_write(&sheet.page, &book->e, v, &sheet.view);
	else
		advice_action(&sheet.page, &book->e, v, &sheet.view);
	sheet_print(&sheet);
	fflush(stdout);
}

/* A red flag may stand where nobody can read it, and nobody was asked. */
static int
refuse_unread(const struct logbook *book, const struct verdict *v)
{
	print_instead(book, v);
	complain("%s: nothing was started: mend the log first, with \"backcare "
	    "edit\"", book->ctx->command->name);
	return CMD_FAILED;
}

/* Once, however many packs are to come. */
static void
warn_too_many(const struct episode *e, struct apply *a, int64_t at)
{
	if (a->warned ||
	    !pack_too_many(&e->packs[a->treatment], a->limits, at))
		return;
	complain("%s: more than %d packs in 24 hours", a->limits->name,
	    a->limits->per_day);
	a->warned = true;
}

int
apply_judge(const struct logbook *book, struct apply *a, int64_t at)
{
	struct verdict v = verdict_of(&book->e, at);
	enum refusal refusal = refusal_of(&book->e, &v, a->treatment, at,
	    a->gap);
	struct text why = TEXT(256);

	if (!advice_is_alarm(&v) && book->e.unread > a->unread)
		return refuse_unread(book, &v);
	if (refusal == REFUSAL_NONE || (a->force && refusal_yields(refusal))) {
		warn_too_many(&book->e, a, at);
		return CMD_OK;
	}
	if (advice_is_alarm(&v))
		print_instead(book, &v);
	explain(&why, book, a, refusal, at);
	complain("%s: %s%s", a->limits->name, why.buf,
	    refusal_yields(refusal) ? "; -F overrides that" : "");
	return CMD_FAILED;
}

bool
apply_goes_on(const struct logbook *book, const struct apply *a)
{
	struct verdict v = verdict_of(&book->e, book->ctx->now);
	enum refusal refusal = refusal_of_kind(&book->e, &v, a->treatment);

	if (advice_is_alarm(&v) || book->e.unread > a->unread) {
		print_instead(book, &v);
		return false;
	}
	if (refusal == REFUSAL_NONE || (a->force && refusal_yields(refusal)))
		return true;
	output_say("No %s after this one. What is right now: `backcare now`",
	    a->limits->name);
	return false;
}

/* Packs are noted in any order, so that the gap looks both ways. */
static void
warn_near(const struct logbook *book, const struct apply *a, int64_t start)
{
	const struct pack *near = pack_near(&book->e.packs[a->treatment],
	    start, a->minutes, a->gap);

	if (near == NULL)
		return;
	if (near->start == start)
		complain("%s: a pack from that time is noted already; if it is "
		    "the same: \"backcare undo\"", a->limits->name);
	else
		complain("%s: it was not the step then: it is too near to the "
		    "pack of %s", a->limits->name,
		    when_short(near->start, book->ctx->now).s);
}

void
apply_warn_done(const struct logbook *book, struct apply *a, int64_t start)
{
	struct verdict v = verdict_of(&book->e, start);
	enum refusal refusal = refusal_of_kind(&book->e, &v, a->treatment);
	struct text why = TEXT(256);

	if (!apply_minutes_fit(a))
		complain("%s: %d minutes: a pack is %d to %d", a->limits->name,
		    a->minutes, a->limits->min_minutes,
		    a->limits->max_minutes);
	explain(&why, book, a, refusal, start);
	if (refusal == REFUSAL_NONE)
		warn_near(book, a, start);
	else if (refusal_yields(refusal))
		complain("%s: it was not the step then: %s", a->limits->name,
		    why.buf);
	else	/* what was reported need not have been known then */
		complain("%s: %s", a->limits->name, why.buf);
	warn_too_many(&book->e, a, start);
}

int64_t
apply_awake(const struct apply *a, int64_t from)
{
	return hours_next_fit(&a->waking, from,
	    (int64_t)a->minutes * SPAN_MINUTE);
}

struct record
apply_record(const struct apply *a, int64_t start, int minutes)
{
	struct record r;

	record_init(&r);
	r.kind = a->treatment == TREATMENT_ICE ? RECORD_ICE : RECORD_HEAT;
	r.time = start;
	r.minutes = minutes;
	return r;
}
