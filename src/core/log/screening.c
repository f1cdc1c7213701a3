#include "screening.h"

/* A set holds the flag i where its bit i is set. */
static const enum flag breaking[] = {FLAG_LEG, FLAG_NUMB};

#define BREAKING ((int)(sizeof(breaking) / sizeof(breaking[0])))

_Static_assert(1 << BREAKING == SCREENING_SETS, "a set for each choice");

static void
ask(struct screening *s, int64_t at)
{
	for (int set = 0; set < SCREENING_SETS; set++) {
		if (!s->latest[set].any || at > s->latest[set].at)
			s->latest[set].at = at;
		s->latest[set].any = true;
	}
}

static void
report(struct screening *s, int i)
{
	for (int set = 0; set < SCREENING_SETS; set++) {
		if ((set & 1 << i) != 0)
			s->latest[set].any = false;
	}
}

static void
take_back(struct screening *s, int i)
{
	for (int set = 0; set < SCREENING_SETS; set++)
		s->latest[set] = s->latest[set & ~(1 << i)];
}

void
screening_add(struct screening *s, const struct record *r)
{
	bool all = r->kind == RECORD_CHECK && (r->none || r->asked_all);

	if (all)
		ask(s, r->time);
	for (int i = 0; i < BREAKING; i++) {
		if ((r->wrong & FLAG_BIT(breaking[i])) != 0)
			take_back(s, i);
		if (!all && (r->flags & FLAG_BIT(breaking[i])) != 0)
			report(s, i);
	}
}

static bool
latest_of(const struct screening *s, int set, int64_t *at)
{
	*at = s->latest[set].at;
	return s->latest[set].any;
}

bool
screening_asked(const struct screening *s, int64_t *at)
{
	return latest_of(s, 0, at);
}

bool
screening_unbroken(const struct screening *s, int64_t *at)
{
	return latest_of(s, SCREENING_SETS - 1, at);
}
