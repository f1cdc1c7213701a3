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

/* In seconds: after the first failure, at most, and in an emergency. */
#define RETRY_FIRST (2 * SPAN_MINUTE)
#define RETRY_LAST (60 * SPAN_MINUTE)
#define RETRY_EMERGENCY (5 * SPAN_MINUTE)
#define COUNT_MOST 999	/* failures that are told apart */

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
 * From a moment on, but a gap after the last reminder (0: none), and not
 * before the next pack of a treatment may be put on.
 */
static int64_t
pack_due(const struct reminder_view *view, enum treatment treatment,
    int64_t due, int64_t last)
{
	const struct pack_limits *limits = &pack_limits[treatment];
	const struct pack_track *track = &view->e->packs[treatment];

	if (last != 0)
		due = later(due, last + limits->gap);
	/* The pack that is on is not in the log yet. */
	if (view->pack_until > view->now)
		due = later(due, view->pack_until + limits->gap);
	return pack_not_too_many(track, limits,
	    treatment_next(view->e, treatment, due, limits->gap));
}

static int64_t
ice_due(const struct reminder_view *view)
{
	return pack_due(view, TREATMENT_ICE, view->e->latest.time,
	    last_announced(view, REMINDER_ICE));
}

static int64_t
heat_due(const struct reminder_view *view)
{
	const struct episode *e = view->e;
	int64_t due = e->latest.time;

	/* The switch is a reminder of heat itself. */
	if (treatment_of(e, due) == TREATMENT_ICE)
		due += TREATMENT_HEAT_AFTER + pack_limits[TREATMENT_HEAT].gap;
	return pack_due(view, TREATMENT_HEAT, due,
	    later(last_announced(view, REMINDER_HEAT),
	    last_announced(view, REMINDER_SWITCH)));
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

/* Since the latest onset, or since the screening that no longer stands. */
static int64_t
screen_due(const struct episode *e)
{
	int64_t from = e->latest.time;

	if (e->asked)
		from = later(from, e->screened_at);
	return from + REMINDER_SCREEN_AFTER;
}

/* What has to be said with an episode open or not. */
static bool
alarm_of(const struct reminder_view *view, struct reminder_event *event)
{
	const struct episode *e = view->e;
	struct origin origin = alarm_origin(view);
	int64_t morning;

	if (event->kind == REMINDER_UNREAD) {
		event->due = e->unread_after.time;
		if (event->due > view->now)
			event->due = 0;
		event->source = e->unread_after.id;
		return e->unread > 0;
	}
	event->due = recurring(origin.time, view->now);
	event->source = origin.id;
	morning = morning_after(view, event);
	if (morning <= view->now)
		event->due = later(event->due, morning);
	return view->v->urgency == (event->kind == REMINDER_URGENT ?
	    URGENCY_URGENT : URGENCY_EMERGENCY);
}

/* Of the latest onset: the packs, and the change from one kind to the other. */
static bool
pack_of(const struct reminder_view *view, struct reminder_event *event)
{
	const struct episode *e = view->e;
	bool ice = event->kind == REMINDER_ICE;

	event->source = e->latest.id;
	if (event->kind == REMINDER_SWITCH)
		event->due = e->latest.time + TREATMENT_HEAT_AFTER;
	else
		event->due = ice ? ice_due(view) : heat_due(view);
	if (!verdict_offers_pack(e, view->v) || view->v->treatment !=
	    (ice ? TREATMENT_ICE : TREATMENT_HEAT))
		return false;
	if (event->kind == REMINDER_SWITCH)
		return treatment_of(e, e->latest.time) == TREATMENT_ICE;
	return ice || event->due <= last_moment(e);
}

static bool
checkin_of(const struct reminder_view *view, struct reminder_event *event)
{
	int64_t limit = last_moment(view->e);

	if (limit > view->now)
		limit = view->now;
	event->due = recurring(view->e->first + SPAN_DAY, limit);
	event->source = view->e->first_id;
	return view->e->open;
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
	case REMINDER_UNREAD:
		return alarm_of(view, event);
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
		event->due = screen_due(e);
		event->source = e->latest.id;
		return episode_asks(e);
	case REMINDER_CHECKIN:
	case REMINDER_KINDS:	/* is none of them */
	default:
		return checkin_of(view, event);
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

/* Keeps the earliest, and of those the most pressing. */
static void
consider(struct reminder_event *best, bool *any, struct reminder_event event)
{
	if (!*any || event.due < best->due ||
	    (event.due == best->due && event.kind < best->kind))
		*best = event;
	*any = true;
}

/* Whether a pack that it speaks of is still what is offered then. */
static bool
is_step_then(const struct episode *e, const struct reminder_event *event)
{
	struct verdict then;

	if (event->kind != REMINDER_ICE && event->kind != REMINDER_HEAT &&
	    event->kind != REMINDER_SWITCH)
		return true;
	then = verdict_of(e, event->due);
	return verdict_offers_pack(e, &then) && then.treatment ==
	    (event->kind == REMINDER_ICE ? TREATMENT_ICE : TREATMENT_HEAT);
}

/* The first event of a kind that is still to be announced, then or now. */
static bool
coming(const struct reminder_view *view, enum reminder kind,
    struct reminder_event *event)
{
	const struct episode *e = view->e;

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
	return is_step_then(e, event);
}

/* What is not due before a rule or a treatment begins to hold. */
static void
consider_review(const struct reminder_view *view, struct reminder_event *best,
    bool *any)
{
	const struct episode *e = view->e;
	struct reminder_event event;

	if (!e->open || !e->was_seen || verdict_review_at(e) <= view->now ||
	    view->v->urgency == URGENCY_EMERGENCY)
		return;
	(void)event_of(view, REMINDER_REVIEW, &event);
	event.due = hours_next(view->hours, verdict_review_at(e));
	consider(best, any, event);
}

static void
consider_later(const struct reminder_view *view, struct reminder_event *best,
    bool *any)
{
	const struct episode *e = view->e;
	struct reminder_event event = {REMINDER_SWITCH,
	    e->latest.time + TREATMENT_HEAT_AFTER, e->latest.id};

	event.due = hours_next(view->hours, event.due);
	if (view->v->treatment == TREATMENT_ICE && is_step_then(e, &event))
		consider(best, any, event);
	event = (struct reminder_event){REMINDER_URGENT,
	    e->first + EPISODE_MARK + 1, e->reported[FLAG_SLEEP].id};
	if (event.due <= view->now || view->v->urgency >= URGENCY_URGENT ||
	    !verdict_has_flag(view->v, FLAG_SLEEP) ||
	    verdict_of(e, event.due).urgency != URGENCY_URGENT)
		return;
	event.due = hours_next(view->hours, event.due);
	consider(best, any, event);
}

bool
reminder_next(const struct reminder_view *view, struct reminder_event *next)
{
	struct reminder_event event;
	bool emergency = view->v->urgency == URGENCY_EMERGENCY, any = false;

	for (int kind = 0; kind < REMINDER_KINDS; kind++) {
		if (emergency && kind != REMINDER_EMERGENCY)
			break;
		if (coming(view, (enum reminder)kind, &event))
			consider(next, &any, event);
	}
	consider_later(view, next, &any);
	consider_review(view, next, &any);
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
	int64_t wait = RETRY_FIRST;

	if (f->count == 0 || f->command != command || event->kind < f->kind ||
	    f->at > now + SPAN_MINUTE)
		return 0;
	for (int i = 1; i < f->count && wait < RETRY_LAST; i++)
		wait *= 2;
	if (wait > RETRY_LAST)
		wait = RETRY_LAST;
	if (event->kind == REMINDER_EMERGENCY)
		wait = RETRY_EMERGENCY;
	return f->at + wait > now ? f->at + wait : 0;
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
