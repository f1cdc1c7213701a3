#include "onset.h"

#include <string.h>

#include "escape.h"

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
