/* The summary for a clinician, in neutral terms. */
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include "../text/page.h"
#include "../log/course.h"
#include "../rules/verdict.h"

#define REPORT_EARLIER 5	/* earlier episodes that are listed */
#define REPORT_FLARES 6	/* flares that are dated, and described */
#define REPORT_NAMES 6	/* flags of one before that are named */
#define REPORT_SCORES 24	/* scores that are listed */
#define REPORT_MAX 16384	/* bytes that always hold one */

/* What it is made from. */
struct report {
	const struct course *course;	/* the open episode, or the last */
	const struct episode *e;	/* the state now */
	const struct course *earlier;	/* the latest last */
	int listed, earlier_count;	/* how many here, and in all */
	int64_t now;
	bool utf8;
	bool html;	/* the course of the pain stands beside it */
};

/* The scores that are listed, at most REPORT_SCORES; returns how many. */
int report_scores(const struct course *, struct score *);
/* A paragraph for each heading. */
void report_write(struct page *, const struct report *);

#endif
