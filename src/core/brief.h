/* The advice in one line, for a status bar or a prompt. */
#ifndef CORE_BRIEF_H
#define CORE_BRIEF_H

#include "verdict.h"

void brief_put(struct text *, const struct episode *, const struct verdict *,
    int64_t now);

#endif
