/* What the episodes of a log have in common, in words. */
#ifndef CORE_TOGETHER_H
#define CORE_TOGETHER_H

#include "common.h"
#include "../text/page.h"

/* Adds a paragraph, or two, for what there are enough of to say it. */
void together_write(struct page *, const struct common *, bool utf8);

#endif
