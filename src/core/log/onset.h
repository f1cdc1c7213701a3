/* What an onset of pain says of itself. */
#ifndef CORE_ONSET_H
#define CORE_ONSET_H

#include "record.h"

/* Bytes of the name of an exercise that are kept, with its terminator. */
#define ONSET_EXERCISE 64

struct onset {
	int64_t time;
	uint64_t id;	/* record_id */
	enum feel feel;
	enum start start;
	enum side side;
	bool chronic;
	bool has_session;
	int64_t session;
	char exercise[ONSET_EXERCISE];	/* as in the log, cut; or "" */
};

/* What it may tell, as bits of a set. */
enum onset_tells {
	ONSET_TELLS_FEEL = 1 << 0,
	ONSET_TELLS_START = 1 << 1,
	ONSET_TELLS_SIDE = 1 << 2,
	ONSET_TELLS_CHRONIC = 1 << 3,
	ONSET_TELLS_TRAITS = (1 << 4) - 1,	/* any of those */
	ONSET_TELLS_EXERCISE = 1 << 4,
	ONSET_TELLS_SESSION = 1 << 5	/* one that was before it */
};

struct onset onset_of(const struct record *);
/* The set of what it tells. */
unsigned onset_tells(const struct onset *);
/* "sharp, sudden, on one side": what the pain is like, or nothing. */
void onset_traits(struct text *, const struct onset *);

#endif
