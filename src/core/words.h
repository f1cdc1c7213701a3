/*
 * The standing sentences of the advice, each with the statements of the
 * article that it carries (S1-S59) and how strong the evidence for it is.
 */
#ifndef CORE_WORDS_H
#define CORE_WORDS_H

#include "text.h"

enum words {
	WORDS_EMERGENCY,
	WORDS_EMERGENCY_NOT,
	WORDS_URGENT,
	WORDS_URGENT_NOT,
	WORDS_PROMPT,
	WORDS_SELF_CARE,
	WORDS_ICE,
	WORDS_HEAT,
	WORDS_HEAT_CHRONIC,
	WORDS_NO_PACKS,
	WORDS_ICE_START,
	WORDS_HEAT_START,
	WORDS_PACK_OFF,
	WORDS_MOVE,
	WORDS_STRETCH,
	WORDS_EAT,
	WORDS_MEDS,
	WORDS_EXPECT,
	WORDS_SORENESS,
	WORDS_STRAIN,
	WORDS_STRAIN_REST,
	WORDS_TELL_APART,
	WORDS_END_CAUSE,
	WORDS_END_CHANGE,
	WORDS_END_STRAIN,
	WORDS_END_SORENESS,
	WORDS_END_RETURN,
	WORDS_SIGNS,
	WORDS_NOT_ASKED,
	WORDS_NOT_ALL_ASKED,
	WORDS_DISCLAIMER,
	WORDS_COUNT
};

enum evidence {
	EVIDENCE_NONE,		/* not a claim */
	EVIDENCE_ARTICLE,	/* the article says so, nothing else found */
	EVIDENCE_GOOD,
	EVIDENCE_LIMITED,
	EVIDENCE_CONTESTED
};

struct words_row {
	const char *text;
	const char *source;	/* "S18 S23", and who else says so */
	enum evidence evidence;
};

extern const struct words_row words_rows[WORDS_COUNT];

/* "good", "limited", ...; "" for EVIDENCE_NONE. */
const char *words_evidence(enum evidence);
/* Puts the sentence; verbose adds the source and the evidence. */
void words_put(struct text *, enum words, bool verbose);

#endif
