#include "verdict.h"

static bool
past_mark(int64_t since, int64_t now)
{
	return now - since > EPISODE_MARK;
}

static bool
is_sleepless(const struct episode *e, int64_t now)
{
	return (e->flags & FLAG_BIT(FLAG_SLEEP)) != 0 &&
	    past_mark(e->first, now) && episode_trend(e) >= TREND_SAME;
}

static bool
is_sharp_sudden(const struct episode *e, int64_t now)
{
	(void)now;
	return e->sharp_sudden;
}

static bool
is_mark_passed(const struct episode *e, int64_t now)
{
	return e->clock_runs && now > episode_mark(e);
}

static bool
is_worse(const struct episode *e, int64_t now)
{
	(void)now;
	return episode_trend(e) == TREND_WORSE;
}

static bool
is_severe(const struct episode *e, int64_t now)
{
	(void)now;
	return e->scores > 0 && e->last_score.value >= 8;
}

static bool
is_bone_sudden(const struct episode *e, int64_t now)
{
	(void)now;
	return e->had_bone && e->sudden;
}

int64_t
verdict_review_at(const struct episode *e)
{
	int64_t at = e->seen + VERDICT_REVIEW_AFTER;
	int64_t old = e->last_score.time + VERDICT_SCORE_OLD;

	if (episode_trend(e) < TREND_SAME && old > at)
		at = old;
	return at + 1;
}

static bool
is_review_due(const struct episode *e, int64_t now)
{
	return e->was_seen && now >= verdict_review_at(e);
}

const struct rule_row rule_rows[RULE_COUNT] = {
	[RULE_SLEEPLESS] = {"U2", URGENCY_URGENT, is_sleepless,
	    "The pain keeps you awake and has not eased in 72 hours.", NULL,
	    "S43, raised: NHS 111"},
	[RULE_SHARP_SUDDEN] = {"U3", URGENCY_PROMPT, is_sharp_sudden,
	    "Sharp pain that came on at once can point to a strain or a "
	    "joint injury.", NULL,
	    "S44 S37"},
	[RULE_MARK_PASSED] = {"U4", URGENCY_PROMPT, is_mark_passed,
	    "Past the 72-hour mark. That is not a sign of harm, and many "
	    "backs take longer, but it is the point to have it looked at.",
	    "It is past 72 hours.",
	    "S10 S21 S43"},
	[RULE_WORSE] = {"U5", URGENCY_PROMPT, is_worse,
	    "The pain is getting worse.", NULL,
	    "NHS; Childs 2005; not in the article"},
	[RULE_SEVERE] = {"U6", URGENCY_PROMPT, is_severe,
	    "The last pain you noted was 8 or more.", NULL,
	    "S42, raised: NHS on very severe pain"},
	[RULE_BONE_SUDDEN] = {"U8", URGENCY_URGENT, is_bone_sudden,
	    "Pain that came on at once, with thin bones or long-term "
	    "steroids, can be a sign of a small fracture.", NULL,
	    "NICE, NHS; not in the article"},
	[RULE_REVIEW] = {"U9", URGENCY_PROMPT, is_review_due,
	    "It is over six weeks since it was looked at, and no note of "
	    "the last two weeks says that it eases.", NULL,
	    "NHS inform; not in the article"}
};

static enum urgency
judge_rules(const struct episode *e, int64_t now, uint32_t *rules)
{
	enum urgency urgency = URGENCY_SELF_CARE;

	*rules = 0;
	for (int i = 0; e->open && i < RULE_COUNT; i++) {
		if (!rule_rows[i].applies(e, now))
			continue;
		*rules |= UINT32_C(1) << i;
		if (rule_rows[i].level > urgency)
			urgency = rule_rows[i].level;
	}
	return urgency;
}

struct verdict
verdict_of(const struct episode *e, int64_t now)
{
	struct verdict v = {
		.flags = e->flags,
		.phase = phase_of(e, now),
		.next = phase_next(e, now),
		.trend = episode_trend(e),
		.came_back = episode_came_back(e)
	};
	enum urgency flagged = flag_level(e->flags);

	v.urgency = judge_rules(e, now, &v.rules);
	if (flagged > v.urgency)
		v.urgency = flagged;
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
