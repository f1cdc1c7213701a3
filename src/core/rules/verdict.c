#include "verdict.h"

const struct rule_row rule_rows[RULE_COUNT] = {
	[RULE_SLEEPLESS] = {"U2", URGENCY_URGENT,
	    "The pain keeps you awake and has not eased in 72 hours.",
	    "S43, raised: NHS 111"},
	[RULE_SHARP_SUDDEN] = {"U3", URGENCY_PROMPT,
	    "Sharp pain that came on at once can point to a strain or a "
	    "joint injury.", "S44 S37"},
	[RULE_MARK_PASSED] = {"U4", URGENCY_PROMPT,
	    "Past the 72-hour mark. That is not a sign of harm, and many "
	    "backs take longer, but it is the point to have it looked at.",
	    "S10 S21 S43", "It is past 72 hours."},
	[RULE_WORSE] = {"U5", URGENCY_PROMPT, "The pain is getting worse.",
	    "NHS; Childs 2005; not in the article"},
	[RULE_SEVERE] = {"U6", URGENCY_PROMPT,
	    "The last pain you noted was 8 or more.",
	    "S42, raised: NHS on very severe pain"},
	[RULE_BONE_SUDDEN] = {"U8", URGENCY_URGENT,
	    "Pain that came on at once, with thin bones or long-term "
	    "steroids, can be a sign of a small fracture.",
	    "NICE, NHS; not in the article"},
	[RULE_REVIEW] = {"U9", URGENCY_PROMPT,
	    "It is over six weeks since it was looked at, and no note of "
	    "the last two weeks says that it eases.",
	    "NHS inform; not in the article"}
};

int64_t
verdict_review_at(const struct episode *e)
{
	int64_t at = e->seen + VERDICT_REVIEW_AFTER;
	int64_t old = e->last_score.time + VERDICT_SCORE_OLD;

	if (episode_trend(e) < TREND_SAME && old > at)
		at = old;
	return at + 1;
}

/* Which rules apply to an episode that is open. */
static uint32_t
judge(const struct episode *e, int64_t now)
{
	enum trend trend = episode_trend(e);
	const bool applies[RULE_COUNT] = {
		[RULE_SLEEPLESS] = (e->flags & FLAG_BIT(FLAG_SLEEP)) != 0 &&
		    now - e->first > EPISODE_MARK && trend >= TREND_SAME,
		[RULE_SHARP_SUDDEN] = e->sharp_sudden,
		[RULE_MARK_PASSED] = e->clock_runs && now > episode_mark(e),
		[RULE_WORSE] = trend == TREND_WORSE,
		[RULE_SEVERE] = e->scores > 0 && e->last_score.value >= 8,
		[RULE_BONE_SUDDEN] = e->had_bone && e->sudden,
		[RULE_REVIEW] = e->was_seen && now >= verdict_review_at(e)
	};
	uint32_t rules = 0;

	for (int rule = 0; rule < RULE_COUNT; rule++)
		rules |= (uint32_t)applies[rule] << rule;
	return rules;
}

const char *const pattern_names[] = {"unclear", "soreness", "strain"};

enum pattern
pattern_of(const struct onset *o)
{
	int64_t gap = o->time - o->session;
	bool sharp = o->feel == FEEL_SHARP, sudden = o->start == START_SUDDEN;
	bool both = o->side == SIDE_BOTH || o->side == SIDE_MIDDLE;
	int strain = sharp + sudden + (!both && o->side != SIDE_UNKNOWN);
	int soreness = (o->feel == FEEL_DULL || o->feel == FEEL_STIFF) +
	    (o->start == START_GRADUAL) + both + (o->has_session &&
	    gap >= 12 * SPAN_HOUR && gap <= 48 * SPAN_HOUR);

	if ((sharp && sudden) || (strain >= 2 && soreness == 0))
		return PATTERN_STRAIN;
	return soreness >= 2 && strain == 0 ? PATTERN_SORENESS :
	    PATTERN_UNCLEAR;
}

struct verdict
verdict_of(const struct episode *e, int64_t now)
{
	struct verdict v = {
		.urgency = flag_level(e->flags),
		.rules = e->open ? judge(e, now) : 0,
		.flags = e->flags,
		.phase = phase_of(e, now),
		.next = phase_next(e, now),
		.trend = episode_trend(e),
		.came_back = episode_came_back(e)
	};

	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (verdict_has_rule(&v, (enum rule)rule) &&
		    rule_rows[rule].level > v.urgency)
			v.urgency = rule_rows[rule].level;
	}
	if (v.urgency < URGENCY_URGENT && !verdict_has_flag(&v, FLAG_SKIN))
		v.treatment = treatment_of(e, now);
	if (e->open) {
		v.pattern = pattern_of(&e->latest);
		v.elapsed = now > e->first ? now - e->first : 0;
	}
	return v;
}

bool
verdict_has_rule(const struct verdict *v, enum rule rule)
{
	return (v->rules & UINT32_C(1) << rule) != 0;
}

bool
verdict_is_mark_alone(const struct verdict *v)
{
	return v->rules == UINT32_C(1) << RULE_MARK_PASSED &&
	    flag_level(v->flags) == URGENCY_SELF_CARE;
}

bool
verdict_is_painless(const struct episode *e)
{
	return e->scores > 0 && e->last_score.value == 0;
}

bool
verdict_suits_soreness(const struct episode *e, const struct verdict *v)
{
	return e->unread == 0 && v->phase != PHASE_ESCALATE &&
	    flag_level(v->flags) < URGENCY_PROMPT && v->trend != TREND_WORSE &&
	    !e->latest.chronic;
}

bool
verdict_offers_pack(const struct episode *e, const struct verdict *v)
{
	return v->treatment != TREATMENT_NONE &&
	    !(verdict_is_mark_alone(v) && verdict_is_painless(e));
}

bool
verdict_has_flag(const struct verdict *v, enum flag flag)
{
	return (v->flags & FLAG_BIT(flag)) != 0;
}

enum refusal
refusal_of_kind(const struct episode *e, const struct verdict *v,
    enum treatment treatment)
{
	if (!e->open)
		return REFUSAL_CLOSED;
	if (v->urgency >= URGENCY_URGENT)
		return REFUSAL_ALARM;
	if (verdict_has_flag(v, FLAG_SKIN))
		return REFUSAL_SKIN;
	return v->treatment != treatment ? REFUSAL_PHASE : REFUSAL_NONE;
}

enum refusal
refusal_of(const struct episode *e, const struct verdict *v,
    enum treatment treatment, int64_t at, int64_t gap)
{
	enum refusal refusal = refusal_of_kind(e, v, treatment);

	if (refusal != REFUSAL_NONE)
		return refusal;
	if (pack_next(&e->packs[treatment], at, gap) > at)
		return REFUSAL_GAP;
	return treatment_next(e, treatment, at, gap) > at ? REFUSAL_OTHER :
	    REFUSAL_NONE;
}

bool
refusal_yields(enum refusal refusal)
{
	return refusal >= REFUSAL_PHASE;
}
