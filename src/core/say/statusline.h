/* The advice in one line, for a status bar or a prompt. */
#ifndef CORE_STATUSLINE_H
#define CORE_STATUSLINE_H

#include "../rules/timer.h"
#include "../rules/verdict.h"

/* What does not wait is said in so many columns: bars cut the rest off. */
#define STATUSLINE_FIRST 40
/* Bytes that always hold it. */
#define STATUSLINE_MAX 384

/* Into an empty text, with what a timer runs; at now the line is true. */
void statusline_put(struct text *, const struct episode *,
    const struct verdict *, const struct timer_word *, int64_t now);

#endif
