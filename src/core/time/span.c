#include "span.h"

#include <ctype.h>

#define NAMES 5

/* A unit, by each of its names. */
static const struct unit {
	const char *names[NAMES];
	int64_t seconds;
} units[] = {
	{{"w", "week", "weeks"}, 7 * SPAN_DAY},
	{{"d", "day", "days"}, SPAN_DAY},
	{{"h", "hr", "hrs", "hour", "hours"}, SPAN_HOUR},
	{{"m", "min", "mins", "minute", "minutes"}, SPAN_MINUTE},
	{{"s", "sec", "secs", "second", "seconds"}, 1}
};

#define NUNITS (sizeof(units) / sizeof(units[0]))

/* Cuts off the letters at the front. */
static struct slice
cut_letters(struct slice *s)
{
	struct slice letters = {s->at, 0};

	while (letters.len < s->len &&
	    isalpha((unsigned char)s->at[letters.len]))
		letters.len++;
	s->at += letters.len;
	s->len -= letters.len;
	return letters;
}

static bool
is_unit(const struct unit *unit, struct slice letters)
{
	for (int i = 0; i < NAMES && unit->names[i] != NULL; i++) {
		if (slice_is(letters, unit->names[i]))
			return true;
	}
	return false;
}

/* Digits at the front; how many, where nine are the most.  "an" is one. */
static int
cut_number(struct slice *s, int64_t *n)
{
	struct slice rest = *s, word = cut_letters(&rest);
	int digits;

	if (slice_is(word, "a") || slice_is(word, "an")) {
		*s = rest;
		*n = 1;
		return 1;
	}
	*n = 0;
	for (digits = 0; digits < 10 && s->len > 0 &&
	    isdigit((unsigned char)*s->at); digits++) {
		*n = *n * 10 + (*s->at - '0');
		s->at++;
		s->len--;
	}
	return digits;
}

int
span_parse(struct slice s, int64_t *seconds, const char **errstr)
{
	size_t next = 0;	/* the largest unit that may still come */
	struct slice letters;
	int64_t n, sum = 0;
	int digits;

	do {
		digits = cut_number(&s, &n);
		*errstr = "too long a span";
		if (digits > 9)
			return -1;
		*errstr = "not a span: 45m, 2h or 1d6h";
		(void)slice_skip(&s, " ");
		letters = cut_letters(&s);
		while (next < NUNITS && !is_unit(&units[next], letters))
			next++;
		if (digits == 0 || next == NUNITS)
			return -1;
		sum += n * units[next++].seconds;
	} while (slice_skip(&s, " ") || s.len > 0);
	*seconds = sum;
	return 0;
}

/* So many of the larger unit, and of the smaller where there are any. */
static struct span_shown
two_units(int64_t big, const char *big_name, int64_t small,
    const char *small_name)
{
	struct span_shown shown;
	struct text text;

	text_init(&text, shown.s, sizeof(shown.s));
	text_num(&text, big);
	text_char(&text, ' ');
	text_str(&text, big_name);
	if (small == 0)
		return shown;
	text_char(&text, ' ');
	text_num(&text, small);
	text_char(&text, ' ');
	text_str(&text, small_name);
	return shown;
}

struct span_shown
span(int64_t s)
{
	/*
	 * Hours up to a hundred: people count the 48 and the 72 in hours.
	 * Whole days from there on, of which no hour means anything.
	 */
	if (s < SPAN_MINUTE)
		return (struct span_shown){"under a minute"};
	if (s < SPAN_HOUR)
		return two_units(s / SPAN_MINUTE, "min", 0, "");
	if (s < 100 * SPAN_HOUR)
		return two_units(s / SPAN_HOUR, "h", s / SPAN_MINUTE % 60,
		    "min");
	return two_units((s + SPAN_DAY / 2) / SPAN_DAY, "d", 0, "");
}
