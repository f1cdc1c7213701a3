/* The advice in words: backcare now. */
#ifndef CORE_ADVICE_H
#define CORE_ADVICE_H

#include "../text/page.h"
#include "../rules/verdict.h"

/* Bytes that always hold the longest page. */
#define ADVICE_MAX 16384

/* The whole page. */
void advice_write(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/* What a recording command adds: the step to take now, and no more. */
void advice_step(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/*
 * The same in parts, where no alarm is: that nothing was heard for long, what
 * could not be read, and what to do about PROMPT, if so;
 */
void advice_action(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/* what comes before any step: red flags, or a question, if so; */
void advice_first(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/* all of this in a few lines, before a pack; */
void advice_pack(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/* and the rest, with what comes before any step. */
void advice_rest(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/*
 * How every page ends: signs to watch for, unless it is an emergency already,
 * and the disclaimer.
 */
void advice_close(struct page *, const struct episode *,
    const struct verdict *, const struct page_view *);
/* True where the first thing to say is to get help now. */
bool advice_is_alarm(const struct verdict *);

#endif
