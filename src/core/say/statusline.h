/* The advice in one line, for a status bar or a prompt. */
#ifndef CORE_STATUSLINE_H
#define CORE_STATUSLINE_H

#include "../rules/verdict.h"

void statusline_put(struct text *, const struct episode *,
    const struct verdict *, int64_t now);

#endif
