/* Why a verdict is what it is, in the person's own answers. */
#ifndef CORE_REASON_H
#define CORE_REASON_H

#include "../rules/verdict.h"

/*
 * Every reason at the level that was reached; flags with one explanation
 * share it.  Only where calm words may be said does the mark alone have them.
 * verbose adds the sources.
 */
void reason_put(struct text *, const struct verdict *, bool calm,
    bool verbose);

#endif
