#include "reminder.h"

#include <inttypes.h>
#include <string.h>

#include "../time/rfc3339.h"

const struct reminder_row reminder_rows[REMINDER_KINDS] = {
	[REMINDER_EMERGENCY] = {"emergency", "the emergency", "EMERGENCY"},
	[REMINDER_URGENT] = {"urgent", "what has to be seen today",
	    "URGENT, today"},
	[REMINDER_UNREAD] = {"unread",
	    "lines of the log that could not be read",
	    "the log could not be read"},
	[REMINDER_ESCALATE] = {"escalate", "the 72-hour mark",
	    "see a doctor or physiotherapist"},
	[REMINDER_REVIEW] = {"review", "six weeks since a visit",
	    "see a doctor or physiotherapist"},
	[REMINDER_SWITCH] = {"switch", "the change to heat",
	    "from ice to moist heat"},
	[REMINDER_ICE] = {"ice", "ice", "time for ice"},
	[REMINDER_HEAT] = {"heat", "moist heat", "time for moist heat"},
	[REMINDER_SCREEN] = {"screen", "the red flags, to be asked",
	    "red flags not asked"},
	[REMINDER_CHECKIN] = {"checkin", "how it is", "how is it?"}
};

/* In seconds: doubled after each of some failures; later; in an emergency. */
#define RETRY_FIRST (2 * SPAN_MINUTE)
#define RETRY_DOUBLED 5
#define RETRY_LAST (60 * SPAN_MINUTE)
#define RETRY_EMERGENCY (5 * SPAN_MINUTE)
#define COUNT_MOST 999	/* failures that are told apart */

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/*
 * What was noted of a kind and a record; or NULL.  A clock that was wrong when
 * it noted something must not hide it for long.
 */
static const struct reminder_note *
note_of(const struct reminder_view *view, enum reminder kind, uint64_t source)
{
	for (int i = 0; i < view->memory->count; i++) {
		const struct reminder_note *n = &view->memory->notes[i];

		if (n->event.kind == kind && n->event.source == source &&
		    n->at <= view->now + SPAN_MINUTE)
			return n;
	}
	return NULL;
}

static bool
is_announced(const struct reminder_view *view,
    const struct reminder_event *event)
{
	const struct reminder_note *n;

	n = note_of(view, event->kind, event->source);
	/* The source of unread lines tells all that can be known of them. */
	return n != NULL && (event->kind == REMINDER_UNREAD ||
	    n->event.due >= event->due);
}

/* When the latest onset was last the reason for a kind; 0 where it was not. */
static int64_t
last_announced(const struct reminder_view *view, enum reminder kind)
{
	const struct reminder_note *n;

	n = note_of(view, kind, view->e->latest.id);
	return n == NULL ? 0 : n->at;
}

/*
 * When an emergency is said again that was last said at night, as its first
 * is; 0 where it was not.  A night that is about to end gives an hour.
 */
static int64_t
morning_after(const struct reminder_view *view,
    const struct reminder_event *event)
{
	const struct reminder_note *n;

	n = note_of(view, event->kind, event->source);
	if (event->kind != REMINDER_EMERGENCY || n == NULL ||
	    hours_contain(view->hours, n->at))
		return 0;
	return hours_next(view->hours, n->at + SPAN_HOUR);
}

/* Daily from start on: the last time that is not after limit, or the first. */
static int64_t
recurring(int64_t start, int64_t limit)
{
	if (limit < start)
		return start;
	return start + (limit - start) / SPAN_DAY * SPAN_DAY;
}

/*
 * For the latest onset, but a gap after the last reminder, and not before the
 * next pack of a treatment may be put on.
 */
static int64_t
pack_due(const struct reminder_view *view, enum treatment treatment)
{
	const struct episode *e = view->e;
	const struct pack_limits *limits = &pack_limits[treatment];
	int64_t due = e->latest.time, last;

	if (treatment == TREATMENT_ICE) {
		last = last_announced(view, REMINDER_ICE);
	} else {
		/* The switch is a reminder of heat itself. */
		last = later(last_announced(view, REMINDER_HEAT),
		    last_announced(view, REMINDER_SWITCH));
		if (treatment_of(e, due) == TREATMENT_ICE)
			due += TREATMENT_HEAT_AFTER + limits->gap;
	}
	if (last != 0)
		due = later(due, last + limits->gap);
	/* The pack that is on is not in the log yet. */
	if (view->pack_until != 0)
		due = later(due, view->pack_until + limits->gap);
	return pack_not_too_many(&e->packs[treatment], limits,
	    treatment_next(e, treatment, due, limits->gap));
}

/* Of an episode that nothing more is told of: the last moment for an event. */
static int64_t
last_moment(const struct episode *e)
{
	return e->newest + REMINDER_ENDS;
}

/* The last record that told of a flag which makes it as urgent as it is. */
static struct origin
flag_origin(const struct episode *e)
{
	uint32_t gravest = flag_at_least(e->flags, flag_level(e->flags));
	struct origin last = {.order = 0};

	while (gravest != 0) {
		enum flag flag = flag_take(&gravest);

		if (e->reported[flag].order > last.order)
			last = e->reported[flag];
	}
	return last;
}

/* By its flags, or by U8, or by U2, not before the 72-hour mark. */
static struct origin
alarm_origin(const struct reminder_view *view)
{
	const struct episode *e = view->e;
	struct origin origin = e->reported[FLAG_SLEEP];

	if (flag_level(e->flags) >= URGENCY_URGENT)
		return flag_origin(e);
	if (verdict_has_rule(view->v, RULE_BONE_SUDDEN))
		return e->fracture;
	origin.time = later(origin.time, e->first + EPISODE_MARK + 1);
	return origin;
}

/* What has to be said with an episode open or not. */
static bool
alarm_of(const struct reminder_view *view, struct reminder_event *event)
{
	struct origin origin = alarm_origin(view);
	int64_t morning;

	event->due = recurring(origin.time, view->now);
	event->source = origin.id;
	morning = morning_after(view, event);
	if (morning <= view->now)
		event->due = later(event->due, morning);
	return view->v->urgency == (event->kind == REMINDER_URGENT ?
	    URGENCY_URGENT : URGENCY_EMERGENCY);
}

/* Whether a pack that a reminder speaks of, if any, is what is offered. */
static bool
is_step(const struct episode *e, const struct verdict *v, enum reminder kind)
{
	if (kind != REMINDER_ICE && kind != REMINDER_HEAT &&
	    kind != REMINDER_SWITCH)
		return true;
	return verdict_offers_pack(e, v) && v->treatment ==
	    (kind == REMINDER_ICE ? TREATMENT_ICE : TREATMENT_HEAT);
}

/* Of the latest onset: the packs, and the change from one kind to the other. */
static bool
pack_of(const struct reminder_view *view, struct reminder_event *event)
{
	const struct episode *e = view->e;

	event->source = e->latest.id;
	if (!is_step(e, view->v, event->kind))
		return false;
	if (event->kind == REMINDER_SWITCH) {
		event->due = e->latest.time + TREATMENT_HEAT_AFTER;
		return treatment_of(e, e->latest.time) == TREATMENT_ICE;
	}
	event->due = pack_due(view, view->v->treatment);
	return event->kind == REMINDER_ICE || event->due <= last_moment(e);
}

/*
 * When an event of a kind is due next, or was last, as things stand at
 * view->now; false where there is none.
 */
static bool
event_of(const struct reminder_view *view, enum reminder kind,
    struct reminder_event *event)
{
	const struct episode *e = view->e;

	event->kind = kind;
	switch (kind) {
	case REMINDER_EMERGENCY:
	case REMINDER_URGENT:
		return alarm_of(view, event);
	case REMINDER_UNREAD:
		event->due = e->unread_after.time <= view->now ?
		    e->unread_after.time : 0;
		event->source = e->unread_after.id;
		return e->unread > 0;
	case REMINDER_ESCALATE:
		event->due = episode_mark(e) + 1;
		event->source = e->clock_id;
		return e->open && e->clock_runs;
	case REMINDER_REVIEW:
		event->due = e->seen + VERDICT_REVIEW_AFTER + 1;
		event->source = (uint64_t)e->seen;
		return verdict_has_rule(view->v, RULE_REVIEW);
	case REMINDER_SWITCH:
	case REMINDER_ICE:
	case REMINDER_HEAT:
		return pack_of(view, event);
	case REMINDER_SCREEN:
		/* Or since the screening that no longer stands. */
		event->due = REMINDER_SCREEN_AFTER + (e->asked ?
		    later(e->latest.time, e->screened_at) : e->latest.time);
		event->source = e->latest.id;
		return episode_asks(e);
	case REMINDER_CHECKIN:
	case REMINDER_KINDS:	/* is none of them */
	default:
		event->due = recurring(e->first + SPAN_DAY,
		    last_moment(e) < view->now ? last_moment(e) : view->now);
		event->source = e->first_id;
		return e->open;
	}
}

/* The first of an emergency waits for nobody to wake up. */
static bool
is_new(const struct reminder_view *view, const struct reminder_event *event)
{
	return event->kind == REMINDER_EMERGENCY &&
	    note_of(view, event->kind, event->source) == NULL;
}

int
reminder_due(const struct reminder_view *view, struct reminder_event *events)
{
	bool awake = hours_contain(view->hours, view->now);
	bool emergency = view->v->urgency == URGENCY_EMERGENCY;
	int count = 0;

	for (int kind = 0; kind < REMINDER_KINDS; kind++) {
		struct reminder_event *event = &events[count];

		/* In an emergency, and at night, nothing else is said. */
		if (kind != REMINDER_EMERGENCY && (emergency || !awake))
			break;
		if (!event_of(view, (enum reminder)kind, event) ||
		    event->due > view->now || is_announced(view, event))
			continue;
		if (awake || is_new(view, event))
			count++;
	}
	return count;
}

/* The next after one that was announced already, or is not a series. */
static bool
follow(const struct reminder_view *view, struct reminder_event *event)
{
	int64_t morning = morning_after(view, event), due = event->due;

	if (event->kind != REMINDER_EMERGENCY &&
	    event->kind != REMINDER_URGENT && event->kind != REMINDER_CHECKIN)
		return false;
	if (event->kind == REMINDER_EMERGENCY)
		due = recurring(alarm_origin(view).time, due);
	event->due = due + SPAN_DAY;
	if (morning != 0 && morning < event->due)
		event->due = morning;
	return true;
}

/* The first event of a kind that is still to be announced, then or now. */
static bool
coming(const struct reminder_view *view, enum reminder kind,
    struct reminder_event *event)
{
	const struct episode *e = view->e;
	struct verdict then;

	if (!event_of(view, kind, event))
		return false;
	if (is_announced(view, event) && !follow(view, event))
		return false;
	if (kind == REMINDER_CHECKIN && event->due > last_moment(e))
		return false;
	if (event->due < view->now)
		event->due = view->now;
	if (!is_new(view, event))
		event->due = hours_next(view->hours, event->due);
	then = verdict_of(e, event->due);
	return is_step(e, &then, kind);
}

/* The earliest, and of those the most pressing. */
static bool
is_before(const struct reminder_event *a, const struct reminder_event *b)
{
	return a->due != b->due ? a->due < b->due : a->kind < b->kind;
}

bool
reminder_next(const struct reminder_view *view, struct reminder_event *next)
{
	const struct episode *e = view->e;
	/* Now, and when a treatment or a rule begins to hold. */
	const int64_t moments[] = {
		view->now, e->latest.time + TREATMENT_HEAT_AFTER,
		e->first + EPISODE_MARK + 1, verdict_review_at(e)
	};
	struct reminder_view then = *view;
	struct reminder_event event;
	struct verdict v;
	bool any = false;

	then.v = &v;
	for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++) {
		then.now = later(moments[i], view->now);
		v = verdict_of(e, then.now);
		for (int kind = 0; kind < REMINDER_KINDS; kind++) {
			if (v.urgency == URGENCY_EMERGENCY &&
			    kind != REMINDER_EMERGENCY)
				break;
			if (!coming(&then, (enum reminder)kind, &event) ||
			    (any && !is_before(&event, next)))
				continue;
			*next = event;
			any = true;
		}
	}
	return any;
}

/* The note with the same kind and source, or a new one, or the oldest. */
static struct reminder_note *
note_for(struct reminder_memory *memory, const struct reminder_event *event)
{
	struct reminder_note *oldest = &memory->notes[0];

	for (int i = 0; i < memory->count; i++) {
		struct reminder_note *n = &memory->notes[i];

		if (n->event.kind == event->kind &&
		    n->event.source == event->source)
			return n;
		if (n->at < oldest->at)
			oldest = n;
	}
	if (memory->count < REMINDER_NOTES)
		return &memory->notes[memory->count++];
	return oldest;
}

static struct reminder_failure *
failure_of(struct reminder_memory *memory, const struct reminder_event *event)
{
	return event->kind == REMINDER_EMERGENCY ? &memory->emergency :
	    &memory->other;
}

void
reminder_remember(struct reminder_memory *memory,
    const struct reminder_event *events, int count, int64_t now)
{
	for (int i = 0; i < count; i++) {
		struct reminder_note *n = note_for(memory, &events[i]);

		n->event = events[i];
		n->at = now;
	}
	if (count > 0)
		failure_of(memory, events)->count = 0;
}

void
reminder_fail(struct reminder_memory *memory,
    const struct reminder_event *event, uint64_t command, int64_t now)
{
	struct reminder_failure *f = failure_of(memory, event);

	if (f->command != command)
		f->count = 0;
	*f = (struct reminder_failure){now,
	    f->count < COUNT_MOST ? f->count + 1 : COUNT_MOST, event->kind,
	    command};
}

int64_t
reminder_retry(const struct reminder_memory *memory,
    const struct reminder_event *event, uint64_t command, int64_t now)
{
	const struct reminder_failure *f = event->kind == REMINDER_EMERGENCY ?
	    &memory->emergency : &memory->other;
	int64_t wait = RETRY_LAST;

	if (f->count == 0 || f->command != command || event->kind < f->kind ||
	    f->at > now + SPAN_MINUTE)
		return 0;
	if (event->kind == REMINDER_EMERGENCY)
		wait = RETRY_EMERGENCY;
	else if (f->count <= RETRY_DOUBLED)
		wait = RETRY_FIRST << (f->count - 1);
	return f->at + wait > now ? f->at + wait : 0;
}

static bool
parse_hex(struct slice s, uint64_t *n)
{
	static const char digits[] = "0123456789abcdef";
	const char *digit;

	*n = 0;
	if (s.len != 16)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		digit = memchr(digits, s.at[i],
		    sizeof(digits) - 1);
		if (digit == NULL)
			return false;
		*n = *n << 4 | (uint64_t)(digit - digits);
	}
	return true;
}

static bool
parse_kind(struct slice s, enum reminder *kind)
{
	int i = 0;

	while (i < REMINDER_KINDS && !slice_is(s, reminder_rows[i].name))
		i++;
	*kind = (enum reminder)i;
	return i < REMINDER_KINDS;
}

void
reminder_note_write(struct text *text, const struct reminder_note *note)
{
	text_fmt(text, "%s %s %s %016" PRIx64, rfc3339(note->at).s,
	    reminder_rows[note->event.kind].name, rfc3339(note->event.due).s,
	    note->event.source);
}

int
reminder_note_parse(struct slice line, struct reminder_note *note)
{
	struct slice word[4];
	const char *errstr;

	return slice_words(line, word, 4) &&
	    rfc3339_parse(word[0], &note->at, &errstr) == 0 &&
	    parse_kind(word[1], &note->event.kind) &&
	    rfc3339_parse(word[2], &note->event.due, &errstr) == 0 &&
	    parse_hex(word[3], &note->event.source) ? 0 : -1;
}

void
reminder_failure_write(struct text *text, const struct reminder_failure *f)
{
	text_fmt(text, "%s failed %d %s %016" PRIx64, rfc3339(f->at).s,
	    f->count, reminder_rows[f->kind].name, f->command);
}

int
reminder_failure_parse(struct slice line, struct reminder_failure *f)
{
	struct slice word[5];
	const char *errstr;

	if (!slice_words(line, word, 5))
		return -1;
	f->count = slice_num(word[2]);
	return rfc3339_parse(word[0], &f->at, &errstr) == 0 &&
	    slice_is(word[1], "failed") && f->count >= 1 &&
	    parse_kind(word[3], &f->kind) &&
	    parse_hex(word[4], &f->command) ? 0 : -1;
}
