/*
 * The screenings since the last end: whoever was asked about all red flags,
 * and whether that answer still stands.  backcare-advice(7), "Urgency".
 */
#ifndef CORE_SCREENING_H
#define CORE_SCREENING_H

#include "record.h"

/* Sets of those flags that a screening does not outlive: leg and numb. */
#define SCREENING_SETS 4

/*
 * A flag that is taken back was never reported, and so a screening above it
 * comes back: for each set of those flags there is the latest-dated screening
 * with none of the set reported below it.
 */
struct screening {
	struct {
		bool any;
		int64_t at;
	} latest[SCREENING_SETS];
};

/* What a record that may ask or report says of it. */
void screening_add(struct screening *, const struct record *);
/* The latest-dated of all; false where there is none. */
bool screening_asked(const struct screening *, int64_t *at);
/* The latest-dated with no leg and no numb reported below it; likewise. */
bool screening_unbroken(const struct screening *, int64_t *at);

#endif
