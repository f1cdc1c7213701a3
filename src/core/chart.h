/* The course of the pain in one line of characters. */
#ifndef CORE_CHART_H
#define CORE_CHART_H

#include "story.h"

/* A block, or in ASCII a digit (X for 10), for each score that was kept. */
void chart_put(struct text *, const struct story *, bool utf8);

#endif
