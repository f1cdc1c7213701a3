#include "rfc3339.h"

#include <ctype.h>

int
rfc3339_digits(struct slice *s, int digits, int *n)
{
	*n = 0;
	if (s->len < (size_t)digits)
		return -1;
	for (int i = 0; i < digits; i++) {
		if (!isdigit((unsigned char)s->at[i]))
			return -1;
		*n = *n * 10 + (s->at[i] - '0');
	}
	s->at += digits;
	s->len -= (size_t)digits;
	return 0;
}

int
rfc3339_date(struct slice *s, struct civil *c)
{
	if (rfc3339_digits(s, 4, &c->year) == -1 || !slice_skip(s, "-") ||
	    rfc3339_digits(s, 2, &c->month) == -1 || !slice_skip(s, "-"))
		return -1;
	return rfc3339_digits(s, 2, &c->day);
}

static int
time_of_day(struct slice *s, struct civil *c)
{
	int digit;

	if (rfc3339_digits(s, 2, &c->hour) == -1 || !slice_skip(s, ":") ||
	    rfc3339_digits(s, 2, &c->minute) == -1 || !slice_skip(s, ":") ||
	    rfc3339_digits(s, 2, &c->second) == -1)
		return -1;
	if (!slice_skip(s, "."))
		return 0;
	if (rfc3339_digits(s, 1, &digit) == -1)
		return -1;
	while (rfc3339_digits(s, 1, &digit) == 0)
		continue;
	return 0;
}

int
rfc3339_offset(struct slice *s, int *east)
{
	int hours, minutes, sign = 1;

	*east = 0;
	if (slice_skip(s, "Zz"))
		return 0;
	if (slice_skip(s, "-"))
		sign = -1;
	else if (!slice_skip(s, "+"))
		return -1;
	if (rfc3339_digits(s, 2, &hours) == -1 || !slice_skip(s, ":") ||
	    rfc3339_digits(s, 2, &minutes) == -1 || hours > 23 || minutes > 59)
		return -1;
	*east = sign * (hours * 3600 + minutes * 60);
	return 0;
}

bool
rfc3339_leap_second(const struct civil *c, int64_t t)
{
	struct civil next;

	/* They are put in at the end of a month in UTC. */
	civil_from_seconds(t, &next);
	return c->second == 60 && next.day == 1 && next.hour == 0 &&
	    next.minute == 0 && next.second == 0;
}

int
rfc3339_parse(struct slice s, int64_t *t, const char **errstr)
{
	struct civil c;
	int64_t sum;
	int east;

	*errstr = "no time in front, such as 2026-11-20T17:30:00Z";
	if (rfc3339_date(&s, &c) == -1 || !slice_skip(&s, "Tt") ||
	    time_of_day(&s, &c) == -1)
		return -1;
	*errstr = "a time needs Z or an offset such as +01:00";
	if (rfc3339_offset(&s, &east) == -1 || s.len > 0)
		return -1;
	*errstr = "no such date or time of day";
	if (!civil_date_exists(&c))
		return -1;
	sum = civil_seconds(&c) - east;
	if (!civil_time_exists(&c) && (c.hour > 23 || c.minute > 59 ||
	    !rfc3339_leap_second(&c, sum)))
		return -1;
	if (sum < CIVIL_MIN || sum > CIVIL_MAX)
		return -1;
	*t = sum;
	return 0;
}

void
rfc3339_write(struct text *text, int64_t t)
{
	struct civil c;

	civil_from_seconds(t, &c);
	text_digits(text, c.year, 4);
	text_char(text, '-');
	text_digits(text, c.month, 2);
	text_char(text, '-');
	text_digits(text, c.day, 2);
	text_char(text, 'T');
	text_digits(text, c.hour, 2);
	text_char(text, ':');
	text_digits(text, c.minute, 2);
	text_char(text, ':');
	text_digits(text, c.second, 2);
	text_char(text, 'Z');
}

struct rfc3339_shown
rfc3339(int64_t t)
{
	struct rfc3339_shown shown;
	struct text text;

	text_init(&text, shown.s, sizeof(shown.s));
	rfc3339_write(&text, t);
	return shown;
}
