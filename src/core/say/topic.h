/*
 * What backcare why explains: causes, steps, how to do what the advice names,
 * and terms.  A new topic is one entry in the table of topic.c.
 */
#ifndef CORE_TOPIC_H
#define CORE_TOPIC_H

#include <stdbool.h>

#include "sentence.h"

#define TOPIC_LINES 12

enum topic_kind {
	TOPIC_CAUSE,	/* bare "why" goes through them */
	TOPIC_STEP,	/* what the advice says to do; */
	TOPIC_HOW,	/* how that is done: both are self-care, and give */
			/* way to what URGENT and EMERGENCY call for */
	TOPIC_TERM,
	TOPIC_KINDS
};

struct topic_line {
	char label[12];		/* in place, as no loader need adjust that */
	const char *text;
	char source[48];	/* as in sentence_row; "": general practice */
	enum evidence evidence;
};

struct topic {
	const char *name;
	const char *also;	/* other names, spaces between them */
	char title[56];
	enum topic_kind kind;
	struct topic_line lines[TOPIC_LINES];	/* to a NULL text */
};

extern const struct topic topic_table[];	/* ends in a NULL name */

/*
 * By one of its names, in whatever case, with spaces for hyphens, and with or
 * without its apostrophes; NULL where there is none.
 */
const struct topic *topic_find(const char *name);
/* The name, of all, that is nearest to it; NULL where none is near. */
const char *topic_suggest(const char *name);

#endif
