#include "span.h"

#include <ctype.h>

#define WEEK (7 * SPAN_DAY)

/* The names of the units. */
static const struct {
	const char *name;
	int64_t seconds;
} units[] = {
	{"w", WEEK}, {"week", WEEK}, {"weeks", WEEK},
	{"d", SPAN_DAY}, {"day", SPAN_DAY}, {"days", SPAN_DAY},
	{"h", SPAN_HOUR}, {"hr", SPAN_HOUR}, {"hrs", SPAN_HOUR},
	{"hour", SPAN_HOUR}, {"hours", SPAN_HOUR},
	{"m", SPAN_MINUTE}, {"min", SPAN_MINUTE}, {"mins", SPAN_MINUTE},
	{"minute", SPAN_MINUTE}, {"minutes", SPAN_MINUTE},
	{"s", 1}, {"sec", 1}, {"secs", 1}, {"second", 1}, {"seconds", 1}
};

/* Cuts off the letters at the front. */
static struct slice
cut_letters(struct slice *s)
{
	size_t len = 0;

	while (len < s->len && isalpha((unsigned char)s->at[len]))
		len++;
	return slice_cut(s, len);
}

/* The seconds of the unit whose name is at the front; 0 where none is. */
static int64_t
cut_unit(struct slice *s)
{
	struct slice name = cut_letters(s);

	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
		if (slice_is(name, units[i].name))
			return units[i].seconds;
	}
	return 0;
}

/* Digits at the front; how many, where nine are the most.  "an" is one. */
static int
cut_number(struct slice *s, int *n)
{
	struct slice rest = *s, word = cut_letters(&rest);
	int digits, more;

	if (slice_is(word, "a") || slice_is(word, "an")) {
		*s = rest;
		*n = 1;
		return 1;
	}
	digits = slice_digits(s, 9, n);
	return digits + slice_digits(s, 1, &more);
}

int
span_parse(struct slice s, int64_t *seconds, const char **errstr)
{
	int64_t unit, last = INT64_MAX, sum = 0;
	int n, digits;

	do {
		digits = cut_number(&s, &n);
		(void)slice_skip(&s, " ");
		unit = cut_unit(&s);
		*errstr = digits > 9 ? "too long a span" :
		    "not a span: 45m, 2h or 1d6h";
		if (digits == 0 || digits > 9 || unit == 0 || unit >= last)
			return -1;
		sum += n * unit;
		last = unit;
	} while (slice_skip(&s, " ") || s.len > 0);
	*seconds = sum;
	return 0;
}

struct span_shown
span(int64_t s)
{
	struct span_shown shown = {"under a minute"};
	struct text text = {shown.s, sizeof(shown.s), 0, false};
	const long long days = (s + SPAN_DAY / 2) / SPAN_DAY;
	const int hours = (int)(s / SPAN_HOUR);
	const int minutes = (int)(s / SPAN_MINUTE % 60);

	/*
	 * Hours up to a hundred: people count the 48 and the 72 in hours.
	 * Whole days from there on, of which no hour means anything.
	 */
	if (s >= 100 * SPAN_HOUR)
		text_fmt(&text, "%lld d", days);
	else if (s >= SPAN_HOUR && minutes > 0)
		text_fmt(&text, "%d h %d min", hours, minutes);
	else if (s >= SPAN_HOUR)
		text_fmt(&text, "%d h", hours);
	else if (s >= SPAN_MINUTE)
		text_fmt(&text, "%d min", minutes);
	return shown;
}
