/* What the latest onset looks like: a label, never an urgency. */
#ifndef CORE_PATTERN_H
#define CORE_PATTERN_H

#include "../log/episode.h"

enum pattern {
	PATTERN_UNCLEAR,
	PATTERN_SORENESS,	/* delayed onset muscle soreness: S6-S9 */
	PATTERN_STRAIN		/* S11-S13 */
};

enum pattern pattern_of(const struct onset *);
/* As -j says it: "unclear", "soreness", "strain". */
const char *pattern_name(enum pattern);

#endif
