/* The course of the pain in one line of characters. */
#ifndef CORE_CHART_H
#define CORE_CHART_H

#include "../log/course.h"

#define CHART_COLUMNS 12

/*
 * A block, or in ASCII a digit (X for 10), for each score; where there are
 * more of them than columns, for the highest of each stretch and for the last.
 * Returns how many columns it took.
 */
int chart_put(struct text *, const struct course *, bool utf8);
/* The same of scores in the order of their dates. */
int chart_scores(struct text *, const struct score *, int count, bool utf8);

#endif
