/* The bar of the first 72 hours. */
#ifndef CORE_BAR_H
#define CORE_BAR_H

#include "../log/episode.h"
#include "../text/page.h"

/* Draws it for an open episode, with a legend where there is room. */
void bar_draw(struct text *, const struct episode *, const struct page_view *);

#endif
