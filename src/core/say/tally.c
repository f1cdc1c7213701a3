#include "tally.h"

#include <string.h>

#include "../text/escape.h"

void
tally_init(struct tally *t)
{
	memset(t, 0, sizeof(*t));
}

void
tally_add_name(struct tally *t, struct slice name)
{
	struct tally_name *n;

	name.len = escape_whole(name, TALLY_NAME_MAX - 1);
	for (int i = 0; i < t->known; i++) {
		n = &t->names[i];
		if (slice_is(name, n->name)) {
			n->count++;
			return;
		}
	}
	/* Exercises past these are rare; each is one onset among many. */
	if (t->known == TALLY_NAMES)
		return;
	n = &t->names[t->known++];
	memcpy(n->name, name.at, name.len);
	n->name[name.len] = '\0';
	n->count = 1;
}

static void
add_session(struct tally *t, int64_t session)
{
	if (!t->has_session || session > t->session) {
		t->has_earlier = t->has_session;
		t->earlier = t->session;
		t->has_session = true;
		t->session = session;
	} else if (session < t->session &&
	    (!t->has_earlier || session > t->earlier)) {
		t->has_earlier = true;
		t->earlier = session;
	}
}

void
tally_add(struct tally *t, const struct record *r)
{
	if (r->kind != RECORD_ONSET)
		return;
	t->onsets++;
	t->sudden += r->start == START_SUDDEN;
	t->gradual += r->start == START_GRADUAL;
	if (r->exercise.at != NULL)
		tally_add_name(t, r->exercise);
	if (r->has_session)
		add_session(t, r->session);
}

const struct tally_name *
tally_most(const struct tally *t)
{
	const struct tally_name *most = NULL;

	for (int i = 0; i < t->known; i++) {
		if (most == NULL || t->names[i].count > most->count)
			most = &t->names[i];
	}
	return most;
}
