/* The plan: what it gives in some courses, and what it never gives. */
#include "suite.h"

#include <string.h>

#include "../../src/core/rules/plan.h"
#include "../../src/core/time/when.h"
#include "dice.h"
#include "table.h"
#include "zones.h"

#define ONSET INT64_C(1795195800)	/* 20 November 2026, 18:30 in Berlin */
#define MOST_EVENTS 400

static struct dice dice;

static void
add_onset(struct episode *e, int64_t t, bool chronic)
{
	struct record r;

	record_init(&r);
	r.kind = RECORD_ONSET;
	r.time = t;
	r.chronic = chronic;
	ck_assert_int_eq(episode_add(e, &r), 0);
}

/* Onset, flare and packs in minutes after ONSET; 0 ends a list of packs. */
static const struct course {
	const char *says;
	int64_t onset, flare;
	int64_t ice[4], heat[4];
	uint32_t flags;
	int64_t now;
	struct plan_wish wish;
	const char *events;
} courses[] = {
	{"the first evening", ONSET, 0, {0}, {0}, 0, 90,
	    {{420, 1320}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Fri 20 Nov 20:00 ice 1, 15\n"
	    "Sat 21 Nov 07:00 ice 2, 15\n"
	    "Sat 21 Nov 09:15 ice 3, 15\n"
	    "Sat 21 Nov 11:30 ice 4, 15\n"
	    "Sat 21 Nov 13:45 ice 5, 15\n"
	    "Sat 21 Nov 16:00 ice 6, 15\n"
	    "Sat 21 Nov 18:15 ice 7, 15\n"
	    "Sat 21 Nov 20:30 ice 8, 15\n"
	    "Sun 22 Nov 07:00 ice 9, 15\n"
	    "Sun 22 Nov 09:15 ice 10, 15\n"
	    "Sun 22 Nov 11:30 ice 11, 15\n"
	    "Sun 22 Nov 13:45 ice 12, 15\n"
	    "Sun 22 Nov 16:00 ice 13, 15\n"
	    "Sun 22 Nov 18:15 ice 14, 15\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Sun 22 Nov 20:30 heat 1, 15\n"
	    "Mon 23 Nov 07:00 heat 2, 15\n"
	    "Mon 23 Nov 11:15 heat 3, 15\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"packs done, and what was wished for", ONSET, 0, {20, 200}, {0}, 0,
	    300, {{540, 1080}, 20, 3 * SPAN_HOUR},
	    "Fri 20 Nov 18:30 onset\n"
	    "Fri 20 Nov 18:50 ice 1, 15, done\n"
	    "Fri 20 Nov 21:50 ice 2, 15, done\n"
	    "Sat 21 Nov 09:00 ice 3, 20\n"
	    "Sat 21 Nov 12:20 ice 4, 20\n"
	    "Sat 21 Nov 15:40 ice 5, 20\n"
	    "Sun 22 Nov 09:00 ice 6, 20\n"
	    "Sun 22 Nov 12:20 ice 7, 20\n"
	    "Sun 22 Nov 15:40 ice 8, 20\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Mon 23 Nov 09:00 heat 1, 15\n"
	    "Mon 23 Nov 13:15 heat 2, 15\n"
	    "Mon 23 Nov 17:30 heat 3, 15\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"around the clock, as often as it may be", ONSET, 0, {0}, {0}, 0,
	    45 * 60, {{0, 1440}, 15, 10 * SPAN_MINUTE},
	    "Fri 20 Nov 18:30 onset\n"
	    "Sun 22 Nov 15:30 ice 1, 15\n"
	    "Sun 22 Nov 15:55 ice 2, 15\n"
	    "Sun 22 Nov 16:20 ice 3, 15\n"
	    "Sun 22 Nov 16:45 ice 4, 15\n"
	    "Sun 22 Nov 17:10 ice 5, 15\n"
	    "Sun 22 Nov 17:35 ice 6, 15\n"
	    "Sun 22 Nov 18:00 ice 7, 15\n"
	    "Sun 22 Nov 18:25 ice 8, 15\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Sun 22 Nov 20:40 heat 1, 15\n"
	    "Mon 23 Nov 00:55 heat 2, 15\n"
	    "Mon 23 Nov 05:10 heat 3, 15\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"a pack that would be at the switch is heat", ONSET, 0, {0}, {0}, 0,
	    46 * 60, {{0, 1440}, 15, 45 * SPAN_MINUTE},
	    "Fri 20 Nov 18:30 onset\n"
	    "Sun 22 Nov 16:30 ice 1, 15\n"
	    "Sun 22 Nov 17:30 ice 2, 15\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Sun 22 Nov 19:45 heat 1, 15\n"
	    "Mon 23 Nov 00:00 heat 2, 15\n"
	    "Mon 23 Nov 04:15 heat 3, 15\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"hours past midnight", ONSET, 0, {0}, {0}, 0, 40 * 60,
	    {{20 * 60, 2 * 60}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Sun 22 Nov 20:00 heat 1, 15\n"
	    "Mon 23 Nov 00:15 heat 2, 15\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"skin", ONSET, 0, {20}, {0}, FLAG_BIT(FLAG_SKIN), 300,
	    {{420, 1320}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Fri 20 Nov 18:50 ice 1, 15, done\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"urgent: no waiting for the mark", ONSET, 0, {0}, {0},
	    FLAG_BIT(FLAG_FEVER), 72 * 60 - 1, {{420, 1320}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"},
	{"urgent, when it is past", ONSET, 0, {0}, {0}, FLAG_BIT(FLAG_FEVER),
	    72 * 60, {{420, 1320}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Mon 23 Nov 18:30 mark\n"},
	{"heat, past all marks: the rest of a day", ONSET, 0, {0}, {0}, 0,
	    80 * 60, {{420, 1320}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Mon 23 Nov 18:30 mark\n"
	    "Tue 24 Nov 07:00 heat 1, 15\n"
	    "Tue 24 Nov 11:15 heat 2, 15\n"
	    "Tue 24 Nov 15:30 heat 3, 15\n"},
	{"at the mark itself the rest of a day begins", ONSET, 0, {0}, {0}, 0,
	    72 * 60, {{420, 1320}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Mon 23 Nov 18:30 mark\n"
	    "Mon 23 Nov 18:30 heat 1, 15\n"
	    "Tue 24 Nov 07:00 heat 2, 15\n"
	    "Tue 24 Nov 11:15 heat 3, 15\n"},
	{"a flare: ice past the mark", ONSET, 71 * 60, {0}, {0}, 0, 72 * 60,
	    {{540, 1080}, 0, 8 * SPAN_HOUR},
	    "Fri 20 Nov 18:30 onset\n"
	    "Mon 23 Nov 17:30 flare\n"
	    "Mon 23 Nov 18:30 mark\n"
	    "Tue 24 Nov 09:00 ice 1, 15\n"
	    "Tue 24 Nov 17:15 ice 2, 15\n"
	    "Wed 25 Nov 09:00 ice 3, 15\n"
	    "Wed 25 Nov 17:15 ice 4, 15\n"
	    "Wed 25 Nov 17:30 switch\n"},
	{"hours shorter than a pack", ONSET, 0, {0}, {0}, 0, 60,
	    {{420, 430}, 0, 0},
	    "Fri 20 Nov 18:30 onset\n"
	    "Sat 21 Nov 07:00 ice 1, 15\n"
	    "Sun 22 Nov 07:00 ice 2, 15\n"
	    "Sun 22 Nov 18:30 switch\n"
	    "Mon 23 Nov 07:00 heat 1, 15\n"
	    "Mon 23 Nov 18:30 mark\n"},
	/* Berlin changes on 25 October 2026, 03:00 */
	{"a night in which the clocks go back", ONSET - 28 * SPAN_DAY, 0, {0},
	    {0}, 0, 27 * 60 + 30 - 28 * 1440, {{60, 5 * 60}, 0, 0},
	    "Fri 23 Oct 19:30 onset\n"
	    "Sun 25 Oct 01:00 ice 1, 15\n"
	    "Sun 25 Oct 02:15 ice 2, 15\n"
	    "Sun 25 Oct 04:30 ice 3, 15\n"
	    "Sun 25 Oct 18:30 switch\n"
	    "Mon 26 Oct 01:00 heat 1, 15\n"
	    "Mon 26 Oct 18:30 mark\n"},
};

static const char *const kind_names[] = {
	[PLAN_ONSET] = "onset", [PLAN_FLARE] = "flare", [PLAN_ICE] = "ice",
	[PLAN_HEAT] = "heat", [PLAN_SWITCH] = "switch", [PLAN_MARK] = "mark"
};

static void
put_event(struct text *text, const struct plan_event *event, int64_t now)
{
	text_str(text, when(event->at, now).s);
	text_char(text, ' ');
	text_str(text, kind_names[event->kind]);
	if (event->kind == PLAN_ICE || event->kind == PLAN_HEAT) {
		text_char(text, ' ');
		text_num(text, event->number);
		text_str(text, ", ");
		text_num(text, event->minutes);
	} else {
		ck_assert(event->minutes == 0 && event->number == 0);
	}
	text_str(text, event->done ? ", done\n" : "\n");
}

static void
tell(struct episode *e, const struct course *s)
{
	episode_init(e);
	add_onset(e, s->onset, false);
	if (s->flare > 0)
		add_onset(e, ONSET + s->flare * SPAN_MINUTE, false);
	for (int i = 0; i < 4 && s->ice[i] > 0; i++)
		pack_add(&e->packs[TREATMENT_ICE],
		    ONSET + s->ice[i] * SPAN_MINUTE, 15);
	for (int i = 0; i < 4 && s->heat[i] > 0; i++)
		pack_add(&e->packs[TREATMENT_HEAT],
		    ONSET + s->heat[i] * SPAN_MINUTE, 15);
	e->flags = s->flags;
}

START_TEST(a_story_has_its_plan)
{
	const struct course *s = &courses[_i];
	int64_t now = ONSET + s->now * SPAN_MINUTE;
	struct plan_event event;
	struct episode e;
	struct verdict v;
	struct plan plan;
	struct text text;
	char buf[4096];

	zones_set("Europe/Berlin");
	tell(&e, s);
	v = verdict_of(&e, now);
	plan_init(&plan, &e, &v, &s->wish, now);
	text_init(&text, buf, sizeof(buf));
	while (plan_next(&plan, &event) && !text.cut)
		put_event(&text, &event, now);
	ck_assert_msg(strcmp(buf, s->events) == 0, "%s:\n%s", s->says, buf);
}
END_TEST

START_TEST(nothing_open_has_no_plan)
{
	struct plan_wish wish = {{420, 1320}, 0, 0};
	struct plan_event event;
	struct episode e;
	struct verdict v;
	struct plan plan;

	episode_init(&e);
	v = verdict_of(&e, ONSET);
	plan_init(&plan, &e, &v, &wish, ONSET);
	ck_assert(!plan_next(&plan, &event));
}
END_TEST

/* One random run: what went in, and all that came out. */
struct run {
	struct episode e;
	struct verdict v;
	struct plan_wish wish;
	int64_t now;
	struct plan_event events[MOST_EVENTS];
	int count;
};

static struct hours
random_hours(struct dice *d)
{
	struct hours h;

	if (dice_between(d, 1, 4) == 1)
		return (struct hours){0, 1440};
	do {
		h.from = (int)dice_between(d, 0, 1439);
		h.to = (int)dice_between(d, 1, 1440);
	} while (h.to == h.from);
	return h;
}

static void
random_packs(struct dice *d, struct pack_track *track, int64_t from)
{
	int64_t count = dice_between(d, 0, 2) * dice_between(d, 0, 30);

	while (count-- > 0)
		pack_add(track, from + dice_between(d, -2, 90) * SPAN_HOUR,
		    (int)dice_between(d, 1, 60));
}

/* Also what only a clock that was wrong, or a person's editor, can make. */
static void
random_run(struct dice *d, struct run *r)
{
	static const uint32_t flags[] = {
		0, 0, 0, FLAG_BIT(FLAG_LEG), FLAG_BIT(FLAG_SKIN),
		FLAG_BIT(FLAG_FEVER), FLAG_BIT(FLAG_BLADDER)
	};
	int64_t first = 1790000000 + dice_between(d, 0, 400 * SPAN_DAY);

	episode_init(&r->e);
	for (int64_t n = dice_between(d, 1, 3); n > 0; n--)
		add_onset(&r->e, first + dice_between(d, 0, 100) * SPAN_HOUR,
		    dice_between(d, 1, 8) == 1);
	random_packs(d, &r->e.packs[TREATMENT_ICE], first);
	random_packs(d, &r->e.packs[TREATMENT_HEAT], first);
	r->e.flags = flags[dice_between(d, 0, ROWS(flags) - 1)];
	r->now = first + dice_between(d, -SPAN_HOUR, 120 * SPAN_HOUR);
	if (dice_between(d, 1, 20) == 1)
		r->now = dice_between(d, 0, first * 3);
	r->v = verdict_of(&r->e, r->now);
	r->wish = (struct plan_wish){random_hours(d), 0, 0};
	if (dice_between(d, 1, 2) == 1)
		r->wish.minutes = (int)dice_between(d, 15, 20);
	if (dice_between(d, 1, 2) == 1)
		r->wish.gap = dice_between(d, 10, 1440) * SPAN_MINUTE;
}

static void
collect(struct run *r)
{
	struct plan plan;

	plan_init(&plan, &r->e, &r->v, &r->wish, r->now);
	r->count = 0;
	while (r->count < MOST_EVENTS &&
	    plan_next(&plan, &r->events[r->count]))
		r->count++;
	ck_assert_msg(r->count < MOST_EVENTS, "SEED=%" PRIu64
	    ": it does not end", dice.seed);
}

#define CLAIM(what) ck_assert_msg(what, "SEED=%" PRIu64 ": now %" PRId64 \
	", event %d at %" PRId64 ": " #what, dice.seed, r->now, i, event->at)

static bool
is_pack(const struct plan_event *event)
{
	return event->kind == PLAN_ICE || event->kind == PLAN_HEAT;
}

static int64_t
end_of(const struct plan_event *event)
{
	return event->at + event->minutes * SPAN_MINUTE;
}

static void
check_hours(const struct run *r, const struct plan_event *event, int i)
{
	const struct hours *h = &r->wish.hours;
	int length = h->to - h->from + (h->to < h->from ? 1440 : 0);

	CLAIM(hours_contain(h, event->at));
	if (length < event->minutes)
		return;
	for (int64_t t = event->at; t < end_of(event); t += SPAN_MINUTE)
		CLAIM(hours_contain(h, t));
	CLAIM(hours_contain(h, end_of(event) - 1));
}

/* Against all that comes before it, done or planned. */
static void
check_distance(const struct run *r, const struct plan_event *event, int i)
{
	const struct pack_limits *limits = event->kind == PLAN_ICE ?
	    &pack_limits[TREATMENT_ICE] : &pack_limits[TREATMENT_HEAT];
	bool present = (event->kind == PLAN_ICE) ==
	    (r->v.treatment == TREATMENT_ICE);
	int64_t gap = present && r->wish.gap > 0 ? r->wish.gap : limits->gap;
	int in_a_day = 1;

	for (int j = 0; j < r->count; j++) {
		const struct plan_event *other = &r->events[j];

		if (j == i || !is_pack(other))
			continue;
		if (other->kind == event->kind && (other->done || j < i)) {
			CLAIM(event->at >= end_of(other) + gap);
			in_a_day += event->at - other->at < SPAN_DAY;
		} else if (!other->done && j < i) {
			CLAIM(event->at >= end_of(other));
		}
	}
	CLAIM(in_a_day <= limits->per_day);
}

static void
check_slot(const struct run *r, const struct plan_event *event, int i)
{
	int64_t switch_at = r->e.latest.time + TREATMENT_HEAT_AFTER;
	bool present = (event->kind == PLAN_ICE) ==
	    (r->v.treatment == TREATMENT_ICE);

	CLAIM(r->v.treatment != TREATMENT_NONE);
	CLAIM(event->at >= r->now);
	CLAIM(event->minutes == (present && r->wish.minutes > 0 ?
	    r->wish.minutes : 15));
	if (event->kind == PLAN_ICE) {
		CLAIM(r->v.treatment == TREATMENT_ICE);
		CLAIM(event->at < switch_at);
	} else {
		CLAIM(r->v.treatment == TREATMENT_HEAT ||
		    event->at >= switch_at);
	}
	check_hours(r, event, i);
	check_distance(r, event, i);
}

static int
count_kind(const struct run *r, enum plan_kind kind, bool done)
{
	int n = 0;

	for (int i = 0; i < r->count; i++)
		n += r->events[i].kind == kind && r->events[i].done == done;
	return n;
}

START_TEST(no_plan_breaks_a_rule)
{
	struct dice d = dice;
	static struct run run;
	struct run *r = &run;

	zones_set(zones[_i]);
	for (int round = 0; round < 250; round++) {
		random_run(&d, r);
		collect(r);
		for (int i = 0; i < r->count; i++) {
			const struct plan_event *event = &r->events[i];

			CLAIM(i == 0 || event->at >= r->events[i - 1].at);
			if (is_pack(event) && !event->done)
				check_slot(r, event, i);
		}
		ck_assert_int_eq(count_kind(r, PLAN_ONSET, false), 1);
		ck_assert_int_eq(count_kind(r, PLAN_MARK, false),
		    r->v.urgency < URGENCY_URGENT ||
		    r->e.first + EPISODE_MARK <= r->now);
		ck_assert_int_eq(count_kind(r, PLAN_FLARE, false),
		    r->e.latest.time != r->e.first);
		ck_assert_int_eq(count_kind(r, PLAN_ICE, true),
		    pack_known(&r->e.packs[TREATMENT_ICE]));
		ck_assert_int_eq(count_kind(r, PLAN_HEAT, true),
		    pack_known(&r->e.packs[TREATMENT_HEAT]));
	}
}
END_TEST

/* No log that this program wrote says so, but a person's editor can. */
START_TEST(an_onset_in_a_far_future_ends_too)
{
	struct dice d = dice;
	static struct run run;

	zones_set("UTC");
	random_run(&d, &run);
	episode_init(&run.e);
	add_onset(&run.e, ONSET, false);
	add_onset(&run.e, CIVIL_MAX, false);
	run.now = _i == 0 ? ONSET : 0;
	run.v = verdict_of(&run.e, run.now);
	collect(&run);
	ck_assert_int_eq(count_kind(&run, PLAN_MARK, false), 1);
}
END_TEST

START_TEST(no_pack_goes_over_one_that_is_on)
{
	struct plan_wish wish = {{0, 1440}, 0, 0, TREATMENT_ICE,
	    ONSET + 60 + 601};
	struct plan_event event;
	struct episode e;
	struct verdict v;
	struct plan plan;

	zones_set("UTC");
	episode_init(&e);
	add_onset(&e, ONSET, false);
	v = verdict_of(&e, ONSET + 60);
	plan_init(&plan, &e, &v, &wish, ONSET + 60);
	ck_assert(plan_next(&plan, &event) && event.kind == PLAN_ONSET);
	ck_assert(plan_next(&plan, &event) && event.kind == PLAN_ICE);
	ck_assert_int_eq(event.at, ONSET + 60);
	ck_assert_int_eq(event.minutes, 11);
	ck_assert_int_eq(event.number, 1);
	ck_assert(plan_next(&plan, &event) && event.kind == PLAN_ICE);
	ck_assert_int_eq(event.at, ONSET + 60 + 660 + 2 * SPAN_HOUR);
	ck_assert_int_eq(event.number, 2);
	/* One that is over is none. */
	wish.until = ONSET + 60;
	plan_init(&plan, &e, &v, &wish, ONSET + 60);
	ck_assert(plan_next(&plan, &event) && event.kind == PLAN_ONSET);
	ck_assert(plan_next(&plan, &event) && event.minutes == 15);
}
END_TEST

/*
 * A clock that went back leaves packs in the log that are still to come: they
 * have their numbers, and the one that is on has the next.
 */
START_TEST(a_pack_that_is_on_counts_after_those_that_a_wrong_clock_noted)
{
	const bool ice = _i == 0;
	const enum plan_kind kind = ice ? PLAN_ICE : PLAN_HEAT;
	struct plan_wish wish = {{0, 1440}, 0, 0,
	    ice ? TREATMENT_ICE : TREATMENT_HEAT, ONSET + 15 * SPAN_MINUTE};
	int highest = 2;
	struct plan_event event;
	struct episode e;
	struct verdict v;
	struct plan plan;

	zones_set("UTC");
	episode_init(&e);
	add_onset(&e, ONSET, !ice);
	pack_add(&e.packs[ice ? TREATMENT_ICE : TREATMENT_HEAT],
	    ONSET + SPAN_HOUR, 15);
	v = verdict_of(&e, ONSET);
	plan_init(&plan, &e, &v, &wish, ONSET);
	ck_assert(plan_next(&plan, &event) && event.kind == PLAN_ONSET);
	ck_assert(plan_next(&plan, &event) && event.kind == kind);
	ck_assert(event.number == 2 && event.at == ONSET && !event.done);
	ck_assert(plan_next(&plan, &event) && event.kind == kind);
	ck_assert(event.number == 1 && event.done);
	ck_assert_int_eq(event.at, ONSET + SPAN_HOUR);
	while (plan_next(&plan, &event)) {
		if (event.kind == kind)
			ck_assert_int_eq(event.number, ++highest);
	}
	do
		ck_assert(plan_next_gone(&plan, &event));
	while (event.kind != kind);
	ck_assert_int_eq(event.number, highest + 1);
}
END_TEST

/*
 * A calendar is imported at any moment of an episode, made with any wishes, and
 * again at another, after packs, flares, flags, visits, or the end of it.  What
 * the first had the second has, or takes back; and it takes nothing back that
 * it has itself.
 */
#define KEYS 512

struct calendar {
	bool has[PLAN_KINDS][KEYS], gone[PLAN_KINDS][KEYS];
	int done[PLAN_KINDS];	/* packs that are too old to be in it */
};

static void
note_event(bool (*set)[KEYS], const struct plan_event *event)
{
	ck_assert_int_lt(event->number, KEYS);
	ck_assert_msg(!set[event->kind][event->number], "SEED=%" PRIu64
	    ": an event comes twice", dice.seed);
	set[event->kind][event->number] = true;
}

static void
make_calendar(struct calendar *c, struct plan *plan)
{
	struct plan_event event;

	memset(c, 0, sizeof(*c));
	while (plan_next(plan, &event))
		note_event(c->has, &event);
	while (plan_next_gone(plan, &event)) {
		note_event(c->gone, &event);
		ck_assert_msg(!c->has[event.kind][event.number],
		    "SEED=%" PRIu64 ": it has what it takes back", dice.seed);
	}
	for (int kind = PLAN_ICE; kind <= PLAN_HEAT; kind++)
		c->done[kind] = plan->e->packs[kind].count -
		    pack_known(&plan->e->packs[kind]);
}

/* Anything that may be recorded in it. */
static void
record_something(struct dice *d, struct episode *e, int64_t now)
{
	enum treatment step = treatment_of(e, now);
	struct record r;

	record_init(&r);
	r.time = now;
	switch (dice_between(d, 0, 9)) {
	case 0:
		add_onset(e, now, dice_between(d, 0, 3) == 0);
		return;
	case 1:
		/* Told late, it may be earlier than all. */
		add_onset(e, now - dice_between(d, 0, 3 * SPAN_DAY), false);
		return;
	case 2:
		r.kind = RECORD_CHECK;
		r.flags = FLAG_BIT(dice_between(d, 0, FLAG_COUNT - 1));
		break;
	case 3:
		r.kind = RECORD_SEEN;
		break;
	default:
		r.kind = step == TREATMENT_ICE ? RECORD_ICE : RECORD_HEAT;
		r.minutes = 15;
		r.time -= r.minutes * SPAN_MINUTE;
		break;
	}
	(void)episode_add(e, &r);
}

static void
export(struct dice *d, const struct episode *e, int64_t now,
    struct calendar *c)
{
	struct plan_wish wish = {
		{(int)dice_between(d, 0, 1439), 1440}, 0,
		dice_between(d, 10, 360) * SPAN_MINUTE
	};
	struct verdict v = verdict_of(e, now);
	struct plan plan;

	if (dice_between(d, 0, 2) == 0)
		wish.hours = (struct hours){0, 1440};
	plan_init(&plan, e, &v, &wish, now);
	make_calendar(c, &plan);
}

static void
check_taken_back(const struct calendar *before, const struct calendar *after)
{
	for (int kind = 0; kind < PLAN_KINDS; kind++) {
		for (int i = 0; i < KEYS; i++) {
			if (!before->has[kind][i] || after->has[kind][i] ||
			    after->gone[kind][i] || i <= after->done[kind])
				continue;
			ck_abort_msg("SEED=%" PRIu64 ": kind %d number %d "
			    "stays in the calendar", dice.seed, kind, i);
		}
	}
}

START_TEST(what_was_planned_is_there_or_taken_back)
{
	static struct calendar before, after;
	struct dice d = dice;

	zones_set("UTC");
	for (int round = 0; round < 3000; round++) {
		struct episode e;
		struct verdict v;
		struct plan plan;
		int64_t now = ONSET;

		episode_init(&e);
		add_onset(&e, now, dice_between(&d, 0, 3) == 0);
		export(&d, &e, now, &before);
		for (int i = (int)dice_between(&d, 1, 20); i > 0; i--) {
			now += dice_between(&d, 0, 5 * SPAN_HOUR);
			record_something(&d, &e, now);
			export(&d, &e, now, &after);
			check_taken_back(&before, &after);
			if (dice_between(&d, 0, 2) == 0)
				before = after;
		}
		v = verdict_of(&e, now);
		plan_init_ended(&plan, &e, &v, now, now + SPAN_HOUR);
		make_calendar(&after, &plan);
		check_taken_back(&before, &after);
		for (int kind = PLAN_ICE; kind <= PLAN_HEAT; kind++)
			ck_assert(!after.has[kind][e.packs[kind].count + 1]);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("plan");
	TCase *tcase = tcase_create("plan");

	dice = dice_make("plan");
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	TABLE_ADD(tcase, a_story_has_its_plan, courses);
	tcase_add_test(tcase, nothing_open_has_no_plan);
	TABLE_ADD(tcase, no_plan_breaks_a_rule, zones);
	tcase_add_test(tcase, no_pack_goes_over_one_that_is_on);
	tcase_add_loop_test(tcase,
	    a_pack_that_is_on_counts_after_those_that_a_wrong_clock_noted, 0,
	    2);
	tcase_add_test(tcase, what_was_planned_is_there_or_taken_back);
	tcase_add_loop_test(tcase, an_onset_in_a_far_future_ends_too, 0, 2);
	suite_add_tcase(suite, tcase);
	return suite;
}
