/*
 * What is not known, said: lines that could not be read, red flags that were
 * not asked or not since, and an episode of which nothing was heard for long.
 */
#ifndef CORE_DOUBT_H
#define CORE_DOUBT_H

#include "../rules/verdict.h"

/* "2 lines of the log could not be read": how many, and what to do. */
void doubt_unread(struct text *, int lines);
/* The same of records that are dated in the future. */
void doubt_future(struct text *, int records);
/*
 * For an episode that is open and not screened: that red flags were not asked,
 * or when they last were, and what has come since.
 */
void doubt_screening(struct text *, const struct episode *, int64_t now);
/* The same in the fewest words, behind "red flags". */
const char *doubt_unasked(const struct episode *);
/* Whether the pain is such that this comes before any step, */
bool doubt_is_first(const struct episode *);
/* and is said like this. */
void doubt_first(struct text *, const struct episode *, int64_t now);
/*
 * Past 72 hours and no other reason, which is calm: not so, or with what it
 * begins.  Nothing is calm beside what is not known.
 */
enum ease {EASE_NONE, EASE_SAME, EASE_EASING, EASE_PAINLESS};
enum ease doubt_ease(const struct episode *, const struct verdict *);
/* Whether nothing was recorded for so long that it may have gone, */
bool doubt_is_silent(const struct episode *, int64_t now);
/* and the question which it is. */
void doubt_silent(struct text *, const struct episode *, int64_t now);

#endif
