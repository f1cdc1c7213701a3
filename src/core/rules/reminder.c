#include "reminder.h"

#include <string.h>

#include "../time/rfc3339.h"

const char *const reminder_names[REMINDER_KINDS] = {
	[REMINDER_EMERGENCY] = "emergency", [REMINDER_URGENT] = "urgent",
	[REMINDER_ESCALATE] = "escalate", [REMINDER_SWITCH] = "switch",
	[REMINDER_ICE] = "ice", [REMINDER_HEAT] = "heat",
	[REMINDER_SCREEN] = "screen", [REMINDER_CHECKIN] = "checkin"
};

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* A clock that was wrong when it noted something must not hide it for long. */
static bool
is_believable(const struct reminder_note *note, int64_t now)
{
	return note->at <= now + SPAN_MINUTE;
}

/* What was noted of a kind and a record; or NULL. */
static const struct reminder_note *
note_of(const struct reminder_view *view, enum reminder kind, uint64_t source)
{
	for (int i = 0; i < view->memory->count; i++) {
		const struct reminder_note *n = &view->memory->notes[i];

		if (n->event.kind == kind && n->event.source == source &&
		    is_believable(n, view->now))
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
	return n != NULL && n->event.due >= event->due;
}

/* When the latest onset was last the reason for a kind; 0 where it was not. */
static int64_t
last_announced(const struct reminder_view *view, enum reminder kind)
{
	const struct reminder_note *n;

	n = note_of(view, kind, view->e->latest.id);
	return n == NULL ? 0 : n->at;
}

/* Daily from start on: the last time that is not after limit, or the first. */
static int64_t
recurring(int64_t start, int64_t limit)
{
	if (limit < start)
		return start;
	return start + (limit - start) / SPAN_DAY * SPAN_DAY;
}

/* From a moment on, but a gap after the last reminder (0: none) and pack. */
static int64_t
after_gap(int64_t due, int64_t last, const struct pack_track *packs,
    int64_t gap)
{
	if (last != 0)
		due = later(due, last + gap);
	if (packs->count > 0)
		due = later(due, pack_ended(packs) + gap);
	return due;
}

static int64_t
ice_due(const struct reminder_view *view)
{
	return after_gap(view->e->latest.time,
	    last_announced(view, REMINDER_ICE), &view->e->ice, pack_ice.gap);
}

static int64_t
heat_due(const struct reminder_view *view)
{
	const struct episode *e = view->e;
	int64_t due = e->latest.time, last;

	/* The switch is a reminder of heat itself. */
	if (treatment_of(e, due) == TREATMENT_ICE)
		due += TREATMENT_HEAT_AFTER + pack_heat.gap;
	last = later(last_announced(view, REMINDER_HEAT),
	    last_announced(view, REMINDER_SWITCH));
	return after_gap(due, last, &e->heat, pack_heat.gap);
}

/* Of an episode that nothing more is told of: the last moment for an event. */
static int64_t
last_moment(const struct episode *e)
{
	return e->newest + REMINDER_ENDS;
}

/* URGENT by its flags, or by rule U2, not before the 72-hour mark. */
static struct origin
urgent_origin(const struct episode *e)
{
	struct origin origin = e->sleep;

	if (flag_level(e->flags) == URGENCY_URGENT)
		return e->urgent;
	origin.time = later(origin.time, e->first + EPISODE_MARK + 1);
	return origin;
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
	const struct verdict *v = view->v;
	struct origin origin;
	int64_t limit = view->now;

	event->kind = kind;
	event->source = e->latest.id;
	switch (kind) {
	case REMINDER_EMERGENCY:
		event->due = recurring(e->emergency.time, limit);
		event->source = e->emergency.id;
		return v->urgency == URGENCY_EMERGENCY;
	case REMINDER_URGENT:
		origin = urgent_origin(e);
		event->due = recurring(origin.time, limit);
		event->source = origin.id;
		return v->urgency == URGENCY_URGENT;
	case REMINDER_ESCALATE:
		event->due = e->clock + EPISODE_MARK + 1;
		event->source = e->clock_id;
		return e->open && e->clock_runs;
	case REMINDER_SWITCH:
		event->due = e->latest.time + TREATMENT_HEAT_AFTER;
		return v->treatment == TREATMENT_HEAT &&
		    treatment_of(e, e->latest.time) == TREATMENT_ICE;
	case REMINDER_ICE:
		event->due = ice_due(view);
		return v->treatment == TREATMENT_ICE;
	case REMINDER_HEAT:
		event->due = heat_due(view);
		return v->treatment == TREATMENT_HEAT &&
		    event->due <= last_moment(e);
	case REMINDER_SCREEN:
		event->due = e->first + REMINDER_SCREEN_AFTER;
		event->source = e->first_id;
		return e->open && !e->screened;
	case REMINDER_CHECKIN:
	case REMINDER_KINDS:	/* is none of them */
	default:
		if (last_moment(e) < limit)
			limit = last_moment(e);
		event->due = recurring(e->first + SPAN_DAY, limit);
		event->source = e->first_id;
		return e->open;
	}
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
		if (event_of(view, (enum reminder)kind, event) &&
		    event->due <= view->now && !is_announced(view, event))
			count++;
	}
	return count;
}

/* The next after one that was announced already, or is not a series. */
static bool
follow(struct reminder_event *event)
{
	if (event->kind != REMINDER_EMERGENCY &&
	    event->kind != REMINDER_URGENT && event->kind != REMINDER_CHECKIN)
		return false;
	event->due += SPAN_DAY;
	return true;
}

/* Keeps the earliest, and of those the most pressing. */
static void
consider(struct reminder_event *best, bool *any, struct reminder_event event)
{
	if (!*any || event.due < best->due ||
	    (event.due == best->due && event.kind < best->kind))
		*best = event;
	*any = true;
}

/* The first event of a kind that is still to be announced, then or now. */
static bool
coming(const struct reminder_view *view, enum reminder kind,
    struct reminder_event *event)
{
	const struct episode *e = view->e;

	if (!event_of(view, kind, event))
		return false;
	if (is_announced(view, event) && !follow(event))
		return false;
	if (kind == REMINDER_CHECKIN && event->due > last_moment(e))
		return false;
	if (event->due < view->now)
		event->due = view->now;
	if (kind != REMINDER_EMERGENCY)
		event->due = hours_next(view->hours, event->due);
	/* By then heat is the treatment. */
	return kind != REMINDER_ICE ||
	    event->due < e->latest.time + TREATMENT_HEAT_AFTER;
}

bool
reminder_next(const struct reminder_view *view, struct reminder_event *next)
{
	struct reminder_event event;
	struct phase_change change = view->v->next;
	bool emergency = view->v->urgency == URGENCY_EMERGENCY, any = false;

	for (int kind = 0; kind < REMINDER_KINDS; kind++) {
		if (emergency && kind != REMINDER_EMERGENCY)
			break;
		if (coming(view, (enum reminder)kind, &event))
			consider(next, &any, event);
	}
	/* The switch is not due before it is the treatment. */
	if (view->v->treatment == TREATMENT_ICE) {
		event.kind = REMINDER_SWITCH;
		event.source = view->e->latest.id;
		change.at = view->e->latest.time + TREATMENT_HEAT_AFTER;
		event.due = hours_next(view->hours, change.at);
		consider(next, &any, event);
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

void
reminder_remember(struct reminder_memory *memory,
    const struct reminder_event *events, int count, int64_t now)
{
	for (int i = 0; i < count; i++) {
		struct reminder_note *n = note_for(memory, &events[i]);

		n->event = events[i];
		n->at = now;
	}
}

/* 16 digits. */
static void
put_hex(struct text *text, uint64_t n)
{
	for (int shift = 60; shift >= 0; shift -= 4)
		text_char(text, "0123456789abcdef"[n >> shift & 15]);
}

static bool
parse_hex(struct slice s, uint64_t *n)
{
	const char *digits = "0123456789abcdef", *digit;

	*n = 0;
	if (s.len != 16)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		digit = s.at[i] == '\0' ? NULL : strchr(digits, s.at[i]);
		if (digit == NULL)
			return false;
		*n = *n << 4 | (uint64_t)(digit - digits);
	}
	return true;
}

void
reminder_note_write(struct text *text, const struct reminder_note *note)
{
	rfc3339_write(text, note->at);
	text_char(text, ' ');
	text_str(text, reminder_names[note->event.kind]);
	text_char(text, ' ');
	rfc3339_write(text, note->event.due);
	text_char(text, ' ');
	put_hex(text, note->event.source);
}

int
reminder_note_parse(struct slice line, struct reminder_note *note)
{
	struct slice at, kind, due, source, more;
	const char *errstr;
	int i = 0;

	if (!slice_next(&line, ' ', &at) || !slice_next(&line, ' ', &kind) ||
	    !slice_next(&line, ' ', &due) ||
	    !slice_next(&line, ' ', &source) || slice_next(&line, ' ', &more))
		return -1;
	while (i < REMINDER_KINDS && !slice_is(kind, reminder_names[i]))
		i++;
	if (i == REMINDER_KINDS ||
	    rfc3339_parse(at, &note->at, &errstr) == -1 ||
	    rfc3339_parse(due, &note->event.due, &errstr) == -1 ||
	    !parse_hex(source, &note->event.source))
		return -1;
	note->event.kind = (enum reminder)i;
	return 0;
}
