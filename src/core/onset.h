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

struct onset onset_of(const struct record *);

#endif
