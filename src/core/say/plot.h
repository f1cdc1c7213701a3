/* The pain over time as an SVG drawing, to stand inside HTML. */
#ifndef CORE_PLOT_H
#define CORE_PLOT_H

#include "../log/course.h"

#define PLOT_MAX 65536	/* bytes that always hold one */

/* Readable without colour, and told in words to a screen reader. */
void plot_svg(struct text *, const struct course *, int64_t now);

#endif
