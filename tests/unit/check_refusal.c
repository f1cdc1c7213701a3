/* Permits, over all that they depend on.  Invariants 3, 7, 8 and 14. */
#include "suite.h"

#include "../../src/core/rules/verdict.h"
#include "table.h"

#define START INT64_C(1795195800)	/* of the pain */

static const int64_t elapsed[] = {
	-SPAN_HOUR, 0, SPAN_HOUR, 48 * SPAN_HOUR - 1, 48 * SPAN_HOUR,
	72 * SPAN_HOUR, 72 * SPAN_HOUR + 1, 300 * SPAN_HOUR
};

/* When the last pack ended, in seconds before now; the last: there is none. */
#define NO_PACK INT64_MAX
static const int64_t rests[] = {
	-SPAN_DAY, -1, 0, 40 * SPAN_MINUTE, 2 * SPAN_HOUR - 1, 2 * SPAN_HOUR,
	4 * SPAN_HOUR - 1, 4 * SPAN_HOUR, NO_PACK
};

/* One flag of each level, and none. */
static const uint32_t flags[] = {
	0, FLAG_BIT(FLAG_LEG), FLAG_BIT(FLAG_FEVER), FLAG_BIT(FLAG_BLADDER)
};

/* What an episode is made of here. */
struct world {
	bool open;
	bool chronic, flare;
	uint32_t flags;
	int64_t elapsed, rest;
	enum treatment treatment;
	struct episode e;
	struct verdict v;
	int64_t now;
};

static void
add_onset(struct episode *e, int64_t t, bool chronic)
{
	struct record r;

	record_init(&r);
	r.kind = RECORD_ONSET;
	r.time = t;
	r.chronic = chronic;
	episode_add(e, &r);
}

static void
make(struct world *w)
{
	const struct pack_limits *limits = &pack_limits[w->treatment];

	w->now = START + w->elapsed;
	episode_init(&w->e);
	if (w->open)
		add_onset(&w->e, START, w->chronic);
	if (w->open && w->flare)
		add_onset(&w->e, w->now - SPAN_HOUR, w->chronic);
	w->e.flags = w->flags;
	if (w->rest != NO_PACK)
		pack_add(&w->e.packs[w->treatment], w->now - w->rest -
		    limits->default_minutes * SPAN_MINUTE,
		    limits->default_minutes);
	w->v = verdict_of(&w->e, w->now);
}

/* One of so many, as the digits of a number choose. */
static int
pick(int *number, int of)
{
	int digit = *number % of;

	*number /= of;
	return digit;
}

/* Every world there is, for one treatment. */
static void
visit(enum treatment treatment, void (*check)(const struct world *))
{
	struct world w = {.treatment = treatment};
	int count = 2 * 2 * 2 * ROWS(elapsed) * ROWS(rests) * ROWS(flags) * 2;

	for (int i = 0; i < count; i++) {
		int rest = i;

		w.open = pick(&rest, 2) == 1;
		w.chronic = pick(&rest, 2) == 1;
		w.flare = pick(&rest, 2) == 1;
		w.elapsed = elapsed[pick(&rest, ROWS(elapsed))];
		w.rest = rests[pick(&rest, ROWS(rests))];
		w.flags = flags[pick(&rest, ROWS(flags))];
		if (pick(&rest, 2) == 1)
			w.flags |= FLAG_BIT(FLAG_SKIN);
		make(&w);
		check(&w);
	}
}

static enum refusal
permit_of(const struct world *w, int64_t gap)
{
	return refusal_of(&w->e, &w->v, w->treatment, w->now, gap);
}

static int64_t
usual_gap(const struct world *w)
{
	return pack_limits[w->treatment].gap;
}

/* The first reason in their order is the one that is given. */
static void
check_order(const struct world *w)
{
	bool alarm = (w->flags & (FLAG_BIT(FLAG_FEVER) |
	    FLAG_BIT(FLAG_BLADDER))) != 0;
	bool skin = (w->flags & FLAG_BIT(FLAG_SKIN)) != 0;
	bool near = w->rest != NO_PACK && w->rest < usual_gap(w);
	enum refusal want = !w->open ? REFUSAL_CLOSED :
	    alarm ? REFUSAL_ALARM : skin ? REFUSAL_SKIN :
	    treatment_of(&w->e, w->now) != w->treatment ? REFUSAL_PHASE :
	    near ? REFUSAL_GAP : REFUSAL_NONE;

	ck_assert_int_eq(permit_of(w, usual_gap(w)), want);
}

/* Invariants 3 and 8: and nobody can insist. */
static void
check_alarm_and_skin(const struct world *w)
{
	enum refusal refusal = permit_of(w, usual_gap(w));

	if (w->v.urgency < URGENCY_URGENT &&
	    !verdict_has_flag(&w->v, FLAG_SKIN))
		return;
	ck_assert_int_ne(refusal, REFUSAL_NONE);
	ck_assert(!refusal_yields(refusal));
	ck_assert_int_eq(w->v.treatment, TREATMENT_NONE);
}

/* Invariant 7. */
static void
check_no_late_ice(const struct world *w)
{
	if (w->treatment == TREATMENT_ICE && w->open &&
	    w->now - w->e.latest.time >= 48 * SPAN_HOUR)
		ck_assert_int_ne(permit_of(w, 0), REFUSAL_NONE);
}

/* Invariant 14: at no moment before is what is refused now allowed. */
static void
check_clock_back(const struct world *w)
{
	static const int64_t backs[] = {1, SPAN_HOUR, SPAN_DAY, 99 * SPAN_DAY};

	if (permit_of(w, usual_gap(w)) != REFUSAL_GAP)
		return;
	for (int i = 0; i < ROWS(backs); i++) {
		int64_t now = w->now - backs[i];
		struct verdict v = verdict_of(&w->e, now);

		ck_assert_int_ne(refusal_of(&w->e, &v, w->treatment, now,
		    usual_gap(w)), REFUSAL_NONE);
	}
}

/* A longer gap never allows more. */
static void
check_gap(const struct world *w)
{
	if (permit_of(w, SPAN_DAY) == REFUSAL_NONE)
		ck_assert_int_eq(permit_of(w, SPAN_HOUR), REFUSAL_NONE);
	if (w->rest != NO_PACK && w->rest >= 0)
		ck_assert_int_ne(permit_of(w, w->rest), REFUSAL_GAP);
}

static void (*const checks[])(const struct world *) = {
	check_order, check_alarm_and_skin, check_no_late_ice,
	check_clock_back, check_gap
};

START_TEST(ice)
{
	visit(TREATMENT_ICE, checks[_i]);
}
END_TEST

START_TEST(heat)
{
	visit(TREATMENT_HEAT, checks[_i]);
}
END_TEST

START_TEST(only_phase_and_gap_yield)
{
	ck_assert(!refusal_yields(REFUSAL_NONE));
	ck_assert(!refusal_yields(REFUSAL_CLOSED));
	ck_assert(!refusal_yields(REFUSAL_ALARM));
	ck_assert(!refusal_yields(REFUSAL_SKIN));
	ck_assert(refusal_yields(REFUSAL_PHASE));
	ck_assert(refusal_yields(REFUSAL_GAP));
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("refusal");
	TCase *tcase = tcase_create("refusal");

	TABLE_ADD(tcase, ice, checks);
	TABLE_ADD(tcase, heat, checks);
	tcase_add_test(tcase, only_phase_and_gap_yield);
	suite_add_tcase(suite, tcase);
	return suite;
}
