/*
 * The standing sentences of the advice, each with the statements of the
 * article that it carries (S1-S59) and how strong the evidence for it is.
 */
#ifndef CORE_SENTENCE_H
#define CORE_SENTENCE_H

#include "../text/text.h"

enum sentence {
	SENTENCE_EMERGENCY,
	SENTENCE_EMERGENCY_NOT,
	SENTENCE_EMERGENCY_ASK,
	SENTENCE_URGENT,
	SENTENCE_URGENT_MEANWHILE,
	SENTENCE_URGENT_NOT,
	SENTENCE_PROMPT,
	SENTENCE_PROMPT_EASING,
	SENTENCE_PROMPT_PAINLESS,
	SENTENCE_SELF_CARE,
	SENTENCE_ICE,
	SENTENCE_HEAT,
	SENTENCE_HEAT_CHRONIC,
	SENTENCE_NO_PACKS,
	SENTENCE_ASK_PACKS,
	SENTENCE_PAINLESS,
	SENTENCE_ICE_START,
	SENTENCE_HEAT_START,
	SENTENCE_PACK_OFF,
	SENTENCE_MOVE,
	SENTENCE_STRETCH,
	SENTENCE_STRETCH_CAREFUL,
	SENTENCE_EAT,
	SENTENCE_MEDS,
	SENTENCE_MEDS_ASK,
	SENTENCE_COMMON,
	SENTENCE_EXPECT,
	SENTENCE_EXPECT_CHRONIC,
	SENTENCE_SORENESS,
	SENTENCE_STRAIN,
	SENTENCE_STRAIN_REST,
	SENTENCE_TELL_APART,
	SENTENCE_END_CAUSE,
	SENTENCE_END_CHANGE,
	SENTENCE_END_STRAIN,
	SENTENCE_END_SORENESS,
	SENTENCE_END_RETURN,
	SENTENCE_SIGNS,
	SENTENCE_DISCLAIMER,
	SENTENCE_COUNT
};

enum evidence {
	EVIDENCE_NONE,		/* not a claim */
	EVIDENCE_ARTICLE,	/* the article says so, nothing else found */
	EVIDENCE_GOOD,
	EVIDENCE_LIMITED,
	EVIDENCE_CONTESTED
};

struct sentence_row {
	char text[128];		/* in place, as no loader need adjust that */
	char source[48];	/* "S18 S23", and who else says so */
	enum evidence evidence;
};

extern const struct sentence_row sentence_rows[SENTENCE_COUNT];

/* "good", "limited", ...; "" for EVIDENCE_NONE. */
const char *sentence_evidence(enum evidence);
/* Puts the sentence; verbose adds the source and the evidence. */
void sentence_put(struct text *, enum sentence, bool verbose);

#endif
