/* Why a verdict is what it is, in the person's own answers. */
#ifndef CORE_REASONS_H
#define CORE_REASONS_H

#include "verdict.h"

/*
 * Every reason at the level that was reached; flags with one explanation
 * share it.  verbose adds the sources.
 */
void reasons_put(struct text *, const struct verdict *, bool verbose);

#endif
