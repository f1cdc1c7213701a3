#include "rfc3339.h"

/* Inline, as every line of a log begins with six of them. */
static inline int
take_digits(struct slice *s, int digits, int *n)
{
	*n = 0;
	if (s->len < (size_t)digits)
		return -1;
	for (int i = 0; i < digits; i++) {
		int digit = s->at[i] - '0';

		if (digit < 0 || digit > 9)
			return -1;
		*n = *n * 10 + digit;
	}
	s->at += digits;
	s->len -= (size_t)digits;
	return 0;
}

int
rfc3339_digits(struct slice *s, int digits, int *n)
{
	return take_digits(s, digits, n);
}

int
rfc3339_date(struct slice *s, struct civil *c)
{
	if (take_digits(s, 4, &c->year) == -1 || !slice_skip(s, "-") ||
	    take_digits(s, 2, &c->month) == -1 || !slice_skip(s, "-"))
		return -1;
	return take_digits(s, 2, &c->day);
}

static int
time_of_day(struct slice *s, struct civil *c)
{
	int digit;

	if (take_digits(s, 2, &c->hour) == -1 || !slice_skip(s, ":") ||
	    take_digits(s, 2, &c->minute) == -1 || !slice_skip(s, ":") ||
	    take_digits(s, 2, &c->second) == -1)
		return -1;
	if (!slice_skip(s, "."))
		return 0;
	if (take_digits(s, 1, &digit) == -1)
		return -1;
	while (take_digits(s, 1, &digit) == 0)
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
	if (take_digits(s, 2, &hours) == -1 || !slice_skip(s, ":") ||
	    take_digits(s, 2, &minutes) == -1 || hours > 23 || minutes > 59)
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

/* Two digits of 0 to 99. */
static void
put_digits(char *at, int n)
{
	at[0] = (char)('0' + n / 10);
	at[1] = (char)('0' + n % 10);
}

struct rfc3339_shown
rfc3339(int64_t t)
{
	struct rfc3339_shown shown = {"0000-00-00T00:00:00Z"};
	struct civil c;

	civil_from_seconds(t, &c);
	put_digits(shown.s, c.year / 100);
	put_digits(shown.s + 2, c.year % 100);
	put_digits(shown.s + 5, c.month);
	put_digits(shown.s + 8, c.day);
	put_digits(shown.s + 11, c.hour);
	put_digits(shown.s + 14, c.minute);
	put_digits(shown.s + 17, c.second);
	return shown;
}
