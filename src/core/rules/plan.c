#include "plan.h"

/* Takes an event in, behind all that are not later. */
static void
add(struct plan *p, struct plan_event event)
{
	int at = p->count++;

	for (; at > 0 && p->events[at - 1].at > event.at; at--)
		p->events[at] = p->events[at - 1];
	p->events[at] = event;
	/* Those of a kind come in the order of their numbers. */
	p->last[event.kind] = event.number > 0 ? event.number : 1;
}

static void
add_mark(struct plan *p, enum plan_kind kind, int64_t at, bool comes)
{
	if (comes && at <= p->end)
		add(p, (struct plan_event){.kind = kind, .at = at});
}

static void
add_done(struct plan *p, enum treatment treatment)
{
	const struct pack_track *track = &p->e->packs[treatment];

	for (int i = pack_known(track) - 1; i >= 0; i--)
		add(p, (struct plan_event){(enum plan_kind)treatment,
		    track->packs[i].start, track->packs[i].minutes,
		    track->count - i, true});
}

/* All but the packs to come. */
static void
add_known(struct plan *p)
{
	const struct episode *e = p->e;
	int64_t mark = e->first + EPISODE_MARK;

	add_mark(p, PLAN_ONSET, e->first, true);
	add_mark(p, PLAN_FLARE, e->latest.time, e->latest.time != e->first);
	add_done(p, TREATMENT_ICE);
	add_done(p, TREATMENT_HEAT);
	add_mark(p, PLAN_SWITCH, e->latest.time + TREATMENT_HEAT_AFTER,
	    p->v->treatment != TREATMENT_NONE &&
	    treatment_of(e, e->latest.time) == TREATMENT_ICE);
	/* Who is to see someone today does not wait for the mark. */
	add_mark(p, PLAN_MARK, mark, p->v->urgency < URGENCY_URGENT ||
	    mark <= p->now);
}

/* Plans a pack, and returns when it ends. */
static int64_t
add_pack(struct plan *p, enum treatment treatment, int64_t at, int minutes)
{
	struct pack_track *track = &p->planned.packs[treatment];

	add(p, (struct plan_event){(enum plan_kind)treatment, at, minutes,
	    track->count + 1, false});
	pack_add(track, at, minutes);
	return at + (int64_t)minutes * SPAN_MINUTE;
}

/* The earliest moment from one on that is good for a pack. */
static int64_t
find_slot(const struct plan *p, enum treatment treatment, int64_t at,
    int minutes, const struct hours *hours)
{
	int64_t before;

	do {
		before = at;
		at = pack_not_too_many(&p->planned.packs[treatment],
		    &pack_limits[treatment], at);
		at = hours_next_fit(hours, at, (int64_t)minutes * SPAN_MINUTE);
	} while (at != before);
	return at;
}

/* Plans packs between two moments, and returns when the last one ends. */
static int64_t
add_packs(struct plan *p, enum treatment treatment, int64_t from,
    int64_t before, const struct plan_wish *wish)
{
	bool present = treatment == p->v->treatment;
	int minutes = present && wish->minutes != 0 ? wish->minutes :
	    pack_limits[treatment].default_minutes;
	int64_t gap = present && wish->gap != 0 ? wish->gap :
	    pack_limits[treatment].gap;
	int64_t at;

	for (;;) {
		at = find_slot(p, treatment, treatment_next(&p->planned,
		    treatment, from, gap), minutes, &wish->hours);
		if (at >= before)
			return from;
		from = add_pack(p, treatment, at, minutes);
	}
}

/* Where no pack is planned any more. */
static int64_t
horizon_of(const struct episode *e, int64_t now)
{
	int64_t horizon = e->first + EPISODE_MARK;

	if (e->latest.time + TREATMENT_HEAT_AFTER > horizon)
		horizon = e->latest.time + TREATMENT_HEAT_AFTER;
	/* Past all marks: the rest of the day. */
	if (now >= horizon)
		return now + SPAN_DAY;
	/* The marks are further off only where a clock was wrong. */
	return horizon < now + EPISODE_MARK ? horizon : now + EPISODE_MARK;
}

void
plan_init(struct plan *p, const struct episode *e, const struct verdict *v,
    const struct plan_wish *wish, int64_t now)
{
	int64_t switch_at = e->latest.time + TREATMENT_HEAT_AFTER;
	int64_t horizon = horizon_of(e, now), from = now;
	int64_t left = wish->until - now;

	*p = (struct plan){.e = e, .v = v, .now = now, .end = INT64_MAX,
	    .planned = *e};
	if (!e->open)
		return;
	add_known(p);
	/* The pack that is on, for the whole minutes that are left of it. */
	if (wish->running != TREATMENT_NONE && left > 0)
		from = add_pack(p, wish->running, now,
		    (int)((left + SPAN_MINUTE - 1) / SPAN_MINUTE));
	if (!verdict_offers_pack(e, v))
		return;
	if (v->treatment == TREATMENT_ICE) {
		from = add_packs(p, TREATMENT_ICE, from,
		    switch_at < horizon ? switch_at : horizon, wish);
		if (from < switch_at)
			from = switch_at;
	}
	(void)add_packs(p, TREATMENT_HEAT, from, horizon, wish);
}

void
plan_init_ended(struct plan *p, const struct episode *e,
    const struct verdict *v, int64_t end, int64_t now)
{
	*p = (struct plan){.e = e, .v = v, .now = now, .end = end};
	add_known(p);
}

bool
plan_next(struct plan *p, struct plan_event *event)
{
	if (p->given == p->count)
		return false;
	*event = p->events[p->given++];
	return true;
}

bool
plan_next_gone(struct plan *p, struct plan_event *event)
{
	for (int kind = PLAN_ICE; kind < PLAN_KINDS; kind++) {
		bool pack = kind <= PLAN_HEAT;
		/* Packs: two days of ice, three of heat, and those done. */
		int most = !pack ? 1 : p->e->packs[kind].count +
		    (kind == PLAN_ICE ? 2 : 3) * pack_limits[kind].per_day;

		if (p->last[kind] >= most)
			continue;
		p->last[kind]++;
		*event = (struct plan_event){.kind = (enum plan_kind)kind,
		    .at = p->e->first, .number = pack ? p->last[kind] : 0};
		return true;
	}
	return false;
}
