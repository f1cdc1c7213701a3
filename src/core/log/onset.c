#include "onset.h"

#include <string.h>

#include "../text/escape.h"

static const char *const sides[SIDE_COUNT] = {
	"", "on the left", "on the right", "in the middle", "on both sides",
	"on one side"
};

struct onset
onset_of(const struct record *r)
{
	struct onset onset = {r->time, record_id(r), r->feel, r->start,
	    r->side, r->chronic, r->has_session, r->session, ""};
	size_t len = escape_whole(r->exercise, sizeof(onset.exercise) - 1);

	if (len > 0)
		memcpy(onset.exercise, r->exercise.at, len);
	return onset;
}

unsigned
onset_tells(const struct onset *o)
{
	return (o->feel != FEEL_UNKNOWN ? ONSET_TELLS_FEEL : 0) |
	    (o->start != START_UNKNOWN ? ONSET_TELLS_START : 0) |
	    (o->side != SIDE_UNKNOWN ? ONSET_TELLS_SIDE : 0) |
	    (o->chronic ? ONSET_TELLS_CHRONIC : 0) |
	    (*o->exercise != '\0' ? ONSET_TELLS_EXERCISE : 0) |
	    (o->has_session && o->session <= o->time ?
	    ONSET_TELLS_SESSION : 0);
}

void
onset_traits(struct text *text, const struct onset *o)
{
	const char *const traits[] = {
		record_feels[o->feel], record_starts[o->start],
		sides[o->side],
		!o->chronic ? "" : o->feel == FEEL_STIFF ?
		    "long-standing" : "long-standing and stiff"
	};
	size_t start = text->len;

	for (size_t i = 0; i < sizeof(traits) / sizeof(traits[0]); i++) {
		if (*traits[i] != '\0')
			text_item(text, start, ", ", "%s", traits[i]);
	}
}
