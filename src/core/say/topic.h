/*
 * What backcare why explains: cards of causes, and topics.  A new topic is
 * one entry in the table of topic.c.
 */
#ifndef CORE_TOPIC_H
#define CORE_TOPIC_H

#include <stdbool.h>

#include "sentence.h"

#define TOPIC_LINES 8

struct topic_line {
	const char *label;
	const char *text;
	const char *source;	/* as in struct sentence_row */
	enum evidence evidence;
};

struct topic {
	const char *name;
	const char *title;
	bool cause;	/* one of the causes that bare "why" goes through */
	bool care;	/* self-care: not offered at URGENT and EMERGENCY */
	struct topic_line lines[TOPIC_LINES];	/* to a NULL label */
};

extern const struct topic topic_table[];	/* ends in a NULL name */

const struct topic *topic_find(const char *name);

#endif
