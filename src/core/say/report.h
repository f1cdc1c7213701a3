/*
 * The summary for a clinician, in neutral terms.  It comes in parts, as the
 * notes, which can be long and many, are printed one by one between them, and
 * a page has the plot there too.
 */
#ifndef CORE_REPORT_H
#define CORE_REPORT_H

#include "../log/course.h"
#include "../text/page.h"

#define REPORT_EARLIER 5	/* earlier episodes that are listed */
#define REPORT_FLARES 6	/* flares that are dated, and described */
#define REPORT_NAMES 6	/* flags of one before that are named */
#define REPORT_SCORES 24	/* scores that are listed */
#define REPORT_MAX 20480	/* bytes that always hold a part */

/* What it is made from. */
struct report {
	const struct course *course;	/* the open episode, or the last */
	const struct episode *e;	/* the state now */
	const struct course *earlier;	/* the latest last */
	int listed, earlier_count;	/* how many here, and in all */
	int unread;	/* lines that could not be read, or not wholly */
	int64_t now;
	bool utf8;
	bool html;	/* the course of the pain stands beside it */
};

/* The scores that are listed, at most REPORT_SCORES; returns how many. */
int report_scores(const struct course *, struct score *);
/* Each adds a paragraph for each heading. */

/* What it is, and the red flags. */
void report_head(struct page *, const struct report *);
/* How the episode went. */
void report_course(struct page *, const struct report *);
/* One note, whole; the first has the heading. */
void report_note(struct page *, const struct report *, const struct record *,
    bool first);
/* What was before, what is not known, and the disclaimer. */
void report_rest(struct page *, const struct report *);

#endif
