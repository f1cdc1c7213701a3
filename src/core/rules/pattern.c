#include "pattern.h"

#include "../time/span.h"

static int
soreness_votes(const struct onset *o)
{
	int64_t gap = o->time - o->session;

	return (o->feel == FEEL_DULL || o->feel == FEEL_STIFF) +
	    (o->start == START_GRADUAL) +
	    (o->side == SIDE_BOTH || o->side == SIDE_MIDDLE) +
	    (o->has_session && gap >= 12 * SPAN_HOUR && gap <= 48 * SPAN_HOUR);
}

static int
strain_votes(const struct onset *o)
{
	return (o->feel == FEEL_SHARP) + (o->start == START_SUDDEN) +
	    (o->side == SIDE_ONE || o->side == SIDE_LEFT ||
	    o->side == SIDE_RIGHT);
}

enum pattern
pattern_of(const struct onset *o)
{
	int soreness = soreness_votes(o), strain = strain_votes(o);

	if (o->feel == FEEL_SHARP && o->start == START_SUDDEN)
		return PATTERN_STRAIN;
	if (strain >= 2 && soreness == 0)
		return PATTERN_STRAIN;
	if (soreness >= 2 && strain == 0)
		return PATTERN_SORENESS;
	return PATTERN_UNCLEAR;
}

const char *
pattern_name(enum pattern pattern)
{
	static const char *const names[] = {"unclear", "soreness", "strain"};

	return names[pattern];
}
