#include "plan.h"

#include <string.h>

void
plan_init(struct plan *p, const struct episode *e, const struct verdict *v,
    const struct plan_wish *wish, int64_t now)
{
	int64_t switch_at = e->latest.time + TREATMENT_HEAT_AFTER;

	*p = (struct plan){.e = e, .v = v, .wish = *wish, .now = now,
	    .from = now, .horizon = e->first + EPISODE_MARK};
	memcpy(p->packs, e->packs, sizeof(p->packs));
	if (switch_at > p->horizon)
		p->horizon = switch_at;
	/* Past all marks: the rest of the day. */
	if (now >= p->horizon)
		p->horizon = now + SPAN_DAY;
	/* The marks are further off only where a clock was wrong. */
	if (p->horizon > now + EPISODE_MARK)
		p->horizon = now + EPISODE_MARK;
}

void
plan_run(struct plan *p, enum treatment treatment, int64_t until)
{
	p->running = until > p->now ? treatment : TREATMENT_NONE;
	p->until = until;
}

void
plan_init_ended(struct plan *p, const struct episode *e,
    const struct verdict *v, int64_t end, int64_t now)
{
	*p = (struct plan){.e = e, .v = v, .now = now, .ended = true,
	    .end = end};
}

/* The earlier of two; an event without a kind of its own is "none yet". */
static void
consider(struct plan_event *best, bool *any, struct plan_event event)
{
	if (!*any || event.at < best->at) {
		*best = event;
		*any = true;
	}
}

static void
consider_done(const struct plan *p, enum treatment treatment,
    struct plan_event *best, bool *any)
{
	const struct pack_track *track = &p->e->packs[treatment];
	int at = pack_known(track) - 1 - p->done[treatment];

	if (at >= 0)
		consider(best, any, (struct plan_event){
		    (enum plan_kind)treatment, track->packs[at].start,
		    track->packs[at].minutes, track->count - at, true});
}

static void
consider_mark(const struct plan *p, enum plan_kind kind, bool comes,
    int64_t at, struct plan_event *best, bool *any)
{
	if (comes && (!p->ended || at <= p->end) && (p->marks & 1 << kind) == 0)
		consider(best, any, (struct plan_event){kind, at, 0, 0,
		    false});
}

/* The next pack of one treatment from a moment on. */
static struct plan_event
pack_slot(struct plan *p, enum treatment treatment, int64_t from)
{
	const struct pack_limits *limits = &pack_limits[treatment];
	struct pack_track *track = &p->packs[treatment];
	bool present = treatment == p->v->treatment;
	int minutes = limits->default_minutes;
	int64_t gap = limits->gap, at, before;

	if (present && p->wish.minutes != 0)
		minutes = p->wish.minutes;
	if (present && p->wish.gap != 0)
		gap = p->wish.gap;
	at = pack_next(track, from, gap);
	at = pack_next(&p->packs[pack_other(treatment)], at, PACK_OTHER_GAP);
	do {
		before = at;
		at = pack_not_too_many(track, limits, at);
		at = hours_next_fit(&p->wish.hours, at,
		    (int64_t)minutes * SPAN_MINUTE);
	} while (at != before);
	return (struct plan_event){(enum plan_kind)treatment, at, minutes,
	    track->count + 1, false};
}

/* The pack that is on, for the whole minutes that are left of it. */
static struct plan_event
running_pack(struct plan *p)
{
	return (struct plan_event){(enum plan_kind)p->running, p->now,
	    (int)((p->until - p->now + SPAN_MINUTE - 1) / SPAN_MINUTE),
	    p->packs[p->running].count + 1, false};
}

/* The next pack that is still to come, where the verdict offers packs. */
static void
consider_slot(struct plan *p, struct plan_event *best, bool *any)
{
	int64_t switch_at = p->e->latest.time + TREATMENT_HEAT_AFTER;
	struct plan_event slot;

	if (p->running != TREATMENT_NONE) {
		consider(best, any, running_pack(p));
		return;
	}
	if (!verdict_offers_pack(p->e, p->v) || p->ended)
		return;
	slot = pack_slot(p, p->v->treatment, p->from);
	if (p->v->treatment == TREATMENT_ICE && slot.at >= switch_at)
		slot = pack_slot(p, TREATMENT_HEAT,
		    p->from > switch_at ? p->from : switch_at);
	if (slot.at < p->horizon)
		consider(best, any, slot);
}

static bool
is_pack(enum plan_kind kind)
{
	return kind == PLAN_ICE || kind == PLAN_HEAT;
}

/* Notes that an event was given out. */
static void
advance(struct plan *p, const struct plan_event *event)
{
	if (!is_pack(event->kind)) {
		p->marks |= 1 << event->kind;
		return;
	}
	if (event->number > p->last[event->kind])
		p->last[event->kind] = event->number;
	if (event->done) {
		p->done[event->kind]++;
	} else {
		pack_add(&p->packs[event->kind], event->at, event->minutes);
		p->running = TREATMENT_NONE;
		p->from = event->at + (int64_t)event->minutes * SPAN_MINUTE;
	}
}

bool
plan_next(struct plan *p, struct plan_event *event)
{
	const struct episode *e = p->e;
	bool to_heat = treatment_of(e, e->latest.time) == TREATMENT_ICE;
	bool any = false;

	if (!e->open)
		return false;
	*event = (struct plan_event){0};
	consider_mark(p, PLAN_ONSET, true, e->first, event, &any);
	consider_mark(p, PLAN_FLARE, e->latest.time != e->first,
	    e->latest.time, event, &any);
	consider_done(p, TREATMENT_ICE, event, &any);
	consider_done(p, TREATMENT_HEAT, event, &any);
	consider_mark(p, PLAN_SWITCH, to_heat && p->v->treatment !=
	    TREATMENT_NONE, e->latest.time + TREATMENT_HEAT_AFTER, event, &any);
	/* Who is to see someone today does not wait for the mark. */
	consider_mark(p, PLAN_MARK, p->v->urgency < URGENCY_URGENT ||
	    e->first + EPISODE_MARK <= p->now, e->first + EPISODE_MARK, event,
	    &any);
	consider_slot(p, event, &any);
	if (any)
		advance(p, event);
	return any;
}

/* The packs of two days of ice, and three of heat, besides those done. */
static int
most_number(const struct plan *p, enum plan_kind kind)
{
	return p->e->packs[kind].count +
	    (kind == PLAN_ICE ? 2 : 3) * pack_limits[kind].per_day;
}

bool
plan_next_gone(struct plan *p, struct plan_event *event)
{
	*event = (struct plan_event){.at = p->e->first, .kind = PLAN_ICE};
	if (p->last[PLAN_ICE] >= most_number(p, PLAN_ICE))
		event->kind = PLAN_HEAT;
	if (p->last[event->kind] < most_number(p, event->kind)) {
		event->number = ++p->last[event->kind];
		return true;
	}
	for (int kind = 0; kind < PLAN_KINDS; kind++) {
		event->kind = (enum plan_kind)kind;
		if (is_pack(event->kind) || (p->marks & 1 << kind) != 0)
			continue;
		p->marks |= 1 << kind;
		return true;
	}
	return false;
}
