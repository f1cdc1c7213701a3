/* What the onsets of a whole log have in common, in constant memory. */
#ifndef CORE_TALLY_H
#define CORE_TALLY_H

#include "../log/record.h"

#define TALLY_NAMES 32		/* exercises that are told apart */
#define TALLY_NAME_MAX 64	/* bytes of a name, escapes and all */

struct tally_name {
	char name[TALLY_NAME_MAX];	/* as in the log; cut where longer */
	int count;
};

struct tally {
	int onsets, sudden, gradual;
	struct tally_name names[TALLY_NAMES];
	int known;		/* names in use */
	bool has_session, has_earlier;
	int64_t session;	/* the latest session, */
	int64_t earlier;	/* and the one before it */
};

void tally_init(struct tally *);
/* Takes a record in; all but onsets change nothing. */
void tally_add(struct tally *, const struct record *);
/* Counts a name once more. */
void tally_add_name(struct tally *, struct slice name);
/* The exercise named most, the earlier of two alike; NULL where none was. */
const struct tally_name *tally_most(const struct tally *);

#endif
