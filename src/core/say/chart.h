/* The course of the pain, and the first 72 hours, each in one line. */
#ifndef CORE_CHART_H
#define CORE_CHART_H

#include "../log/course.h"
#include "../text/page.h"

#define CHART_COLUMNS 12

/*
 * A block, or in ASCII a digit (X for 10), for each score; where there are
 * more of them than columns, for the highest of each stretch and for the last.
 * Returns how many columns it took.
 */
int chart_put(struct text *, const struct course *, bool utf8);
/* The same of scores in the order of their dates. */
int chart_scores(struct text *, const struct score *, int count, bool utf8);

/* The bar of the first 72 hours, with a legend where there is room. */
void chart_bar(struct text *, const struct episode *,
    const struct page_view *);

#endif
