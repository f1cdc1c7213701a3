#include "span.h"

#include <ctype.h>
#include <inttypes.h>

static const struct unit {
	char letter;
	int64_t seconds;
} units[] = {
	{'d', SPAN_DAY}, {'h', SPAN_HOUR}, {'m', SPAN_MINUTE}, {'s', 1}
};

#define NUNITS (sizeof(units) / sizeof(units[0]))

int
span_parse(const char *s, int64_t *seconds, const char **errstr)
{
	int64_t sum = 0;
	size_t next = 0;	/* the largest unit that may still come */

	*errstr = "not a span: 45m, 2h or 1d6h";
	if (*s == '\0')
		return -1;
	while (*s != '\0') {
		int64_t n = 0;
		int digits = 0;

		for (; isdigit((unsigned char)*s); s++, digits++) {
			if (digits == 9) {
				*errstr = "too long a span";
				return -1;
			}
			n = n * 10 + (*s - '0');
		}
		while (next < NUNITS && units[next].letter != *s)
			next++;
		if (digits == 0 || next == NUNITS)
			return -1;
		sum += n * units[next++].seconds;
		s++;
	}
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
	text_fmt(&text, "%" PRId64 " %s", big, big_name);
	if (small > 0)
		text_fmt(&text, " %" PRId64 " %s", small, small_name);
	return shown;
}

struct span_shown
span(int64_t s)
{
	/* Hours up to a hundred: people count the 48 and the 72 in hours. */
	if (s < SPAN_MINUTE)
		return (struct span_shown){"under a minute"};
	if (s < SPAN_HOUR)
		return two_units(s / SPAN_MINUTE, "min", 0, "");
	if (s < 100 * SPAN_HOUR)
		return two_units(s / SPAN_HOUR, "h", s / SPAN_MINUTE % 60,
		    "min");
	return two_units(s / SPAN_DAY, "d", s / SPAN_HOUR % 24, "h");
}
