#include "tz.h"

#include <ctype.h>

#include "../text/text.h"

/* Letters, or letters, digits and signs between angle brackets: 3 or more. */
static bool
skip_name(struct slice *s)
{
	bool quoted = slice_skip(s, "<");
	int n = 0;

	while (s->len > 0 && (isalpha((unsigned char)*s->at) ||
	    (quoted && (isdigit((unsigned char)*s->at) || *s->at == '+' ||
	    *s->at == '-')))) {
		s->at++;
		s->len--;
		n++;
	}
	return n >= 3 && (!quoted || slice_skip(s, ">"));
}

/* A number of one to three digits in a range. */
static bool
skip_number(struct slice *s, int least, int most)
{
	int n = 0, digits = 0;

	while (s->len > 0 && isdigit((unsigned char)*s->at) && digits < 3) {
		n = n * 10 + (*s->at - '0');
		s->at++;
		s->len--;
		digits++;
	}
	return digits > 0 && n >= least && n <= most;
}

/* h[hh][:mm[:ss]], with a sign or without. */
static bool
skip_time(struct slice *s, int most)
{
	(void)slice_skip(s, "+-");
	if (!skip_number(s, 0, most))
		return false;
	for (int i = 0; i < 2 && slice_skip(s, ":"); i++) {
		if (!skip_number(s, 0, 59))
			return false;
	}
	return true;
}

/* Mm.w.d, Jn or n, and the time of day where that is not 2:00. */
static bool
skip_change(struct slice *s)
{
	bool fits;

	if (slice_skip(s, "M"))
		fits = skip_number(s, 1, 12) && slice_skip(s, ".") &&
		    skip_number(s, 1, 5) && slice_skip(s, ".") &&
		    skip_number(s, 0, 6);
	else if (slice_skip(s, "J"))
		fits = skip_number(s, 1, 365);
	else
		fits = skip_number(s, 0, 365);
	return fits && (!slice_skip(s, "/") || skip_time(s, 167));
}

bool
tz_is_rule(const char *tz)
{
	struct slice s = slice_of(tz);

	if (!skip_name(&s) || !skip_time(&s, 24))
		return false;
	if (s.len == 0)
		return true;
	if (!skip_name(&s))
		return false;
	if (s.len > 0 && *s.at != ',' && !skip_time(&s, 24))
		return false;
	if (s.len == 0)
		return true;
	return slice_skip(&s, ",") && skip_change(&s) && slice_skip(&s, ",") &&
	    skip_change(&s) && s.len == 0;
}
