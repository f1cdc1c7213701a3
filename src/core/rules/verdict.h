/*
 * The whole judgement: what the log comes to at a moment.  backcare-advice(7).
 */
#ifndef CORE_VERDICT_H
#define CORE_VERDICT_H

#include "phase.h"

/*
 * The rules that raise urgency besides the flags (which are U1).  A new rule
 * is one line here, its row in the table of verdict.c, and when it applies.
 */
enum rule {
	RULE_SLEEPLESS,		/* U2 */
	RULE_SHARP_SUDDEN,	/* U3 */
	RULE_MARK_PASSED,	/* U4 */
	RULE_WORSE,		/* U5 */
	RULE_SEVERE,		/* U6 */
	RULE_BONE_SUDDEN,	/* U8 */
	RULE_REVIEW,		/* U9 */
	RULE_COUNT
};

/* U9: seconds since a visit, and since the last word on whether it eases. */
#define VERDICT_REVIEW_AFTER (42 * SPAN_DAY)
#define VERDICT_SCORE_OLD (14 * SPAN_DAY)

struct rule_row {
	const char *name;	/* as -j says it: "U2" */
	enum urgency level;
	const char *reason;	/* a whole sentence or more */
	const char *source;
	const char *beside;	/* its reason beside another, or NULL */
};

extern const struct rule_row rule_rows[RULE_COUNT];

/* What the latest onset looks like: a label, never an urgency. */
enum pattern {
	PATTERN_UNCLEAR,
	PATTERN_SORENESS,	/* delayed onset muscle soreness: S6-S9 */
	PATTERN_STRAIN		/* S11-S13 */
};

/* As -j says it. */
extern const char *const pattern_names[];
enum pattern pattern_of(const struct onset *);

struct verdict {
	enum urgency urgency;	/* the highest of all that apply */
	uint32_t rules;		/* those that apply: bits 1 << enum rule */
	uint32_t flags;		/* not answered: bits of enum flag */
	enum phase phase;
	enum treatment treatment;	/* that may be offered */
	struct phase_change next;
	enum trend trend;
	bool came_back;		/* worse, having been better in between */
	enum pattern pattern;	/* of the latest onset */
	int64_t elapsed;	/* seconds since the first onset, 0 or more */
};

/* When U9 begins to apply, if nothing is recorded; there was a visit. */
int64_t verdict_review_at(const struct episode *);
struct verdict verdict_of(const struct episode *, int64_t now);
bool verdict_has_rule(const struct verdict *, enum rule);
bool verdict_has_flag(const struct verdict *, enum flag);
/* Whether being past the 72 hours is all there is: a calm PROMPT. */
bool verdict_is_mark_alone(const struct verdict *);
/*
 * Whether the calm word soreness may stand beside all the rest: not past the
 * mark, beside a flag of PROMPT or more, getting worse, long-standing, or
 * where a line could not be read.
 */
bool verdict_suits_soreness(const struct episode *, const struct verdict *);
/* Whether the latest score is 0. */
bool verdict_is_painless(const struct episode *);
/* Whether to speak of a pack: past the mark alone, not where it is painless. */
bool verdict_offers_pack(const struct episode *, const struct verdict *);

/*
 * Why a pack may not be put on, in the order in which it is looked at.
 * backcare-advice(7), "Packs".
 */
enum refusal {
	REFUSAL_NONE,
	REFUSAL_CLOSED,	/* no episode is open */
	REFUSAL_ALARM,	/* URGENT or EMERGENCY */
	REFUSAL_SKIN,	/* the caution: neither cold nor heat */
	/* From here on the person may insist. */
	REFUSAL_PHASE,	/* the other treatment is called for */
	REFUSAL_GAP,	/* the last pack is too recent */
	REFUSAL_OTHER	/* the last pack of the other kind is */
};

/* For a pack of the treatment, whatever was put on before. */
enum refusal refusal_of_kind(const struct episode *, const struct verdict *,
    enum treatment);
/* The same at a moment, with a gap, in seconds, after the last of its kind. */
enum refusal refusal_of(const struct episode *, const struct verdict *,
    enum treatment, int64_t at, int64_t gap);
/* Whether the person may insist: never against an alarm or the skin. */
bool refusal_yields(enum refusal);

#endif
