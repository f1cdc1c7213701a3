#include "rfc3339.h"

int
rfc3339_date(struct slice *s, struct civil *c)
{
	return slice_digits(s, 4, &c->year) == 4 && slice_skip(s, "-") &&
	    slice_digits(s, 2, &c->month) == 2 && slice_skip(s, "-") &&
	    slice_digits(s, 2, &c->day) == 2 ? 0 : -1;
}

static bool
time_of_day(struct slice *s, struct civil *c)
{
	int digit;

	if (slice_digits(s, 2, &c->hour) != 2 || !slice_skip(s, ":") ||
	    slice_digits(s, 2, &c->minute) != 2 || !slice_skip(s, ":") ||
	    slice_digits(s, 2, &c->second) != 2)
		return false;
	if (!slice_skip(s, "."))
		return true;
	if (slice_digits(s, 1, &digit) == 0)
		return false;
	while (slice_digits(s, 1, &digit) == 1)
		continue;
	return true;
}

int
rfc3339_offset(struct slice *s, int *east)
{
	int hours, minutes, sign;

	*east = 0;
	if (slice_skip(s, "Zz"))
		return 0;
	sign = slice_skip(s, "-") ? -1 : 1;
	if ((sign == 1 && !slice_skip(s, "+")) ||
	    slice_digits(s, 2, &hours) != 2 || !slice_skip(s, ":") ||
	    slice_digits(s, 2, &minutes) != 2 || hours > 23 || minutes > 59)
		return -1;
	*east = sign * (hours * 3600 + minutes * 60);
	return 0;
}

bool
rfc3339_leap_second(const struct civil *c, int64_t t)
{
	struct civil next;

	if (c->second != 60)
		return false;
	/* They are put in at the end of a month in UTC. */
	next = civil_from_seconds(t);
	return next.day == 1 && next.hour == 0 && next.minute == 0 &&
	    next.second == 0;
}

int
rfc3339_parse(struct slice s, int64_t *t, const char **errstr)
{
	struct civil c;
	int64_t sum;
	int east;

	*errstr = "no time in front, such as 2026-11-20T17:30:00Z";
	if (rfc3339_date(&s, &c) == -1 || !slice_skip(&s, "Tt") ||
	    !time_of_day(&s, &c))
		return -1;
	*errstr = "a time needs Z or an offset such as +01:00";
	if (rfc3339_offset(&s, &east) == -1 || s.len > 0)
		return -1;
	*errstr = "no such date or time of day";
	sum = civil_seconds(&c) - east;
	if (rfc3339_leap_second(&c, sum))
		c.second = 59;
	if (!civil_date_exists(&c) || !civil_time_exists(&c) ||
	    sum < CIVIL_MIN || sum > CIVIL_MAX)
		return -1;
	*t = sum;
	return 0;
}

struct rfc3339_shown
rfc3339(int64_t t)
{
	static const int at[] = {0, 2, 5, 8, 11, 14, 17};
	struct rfc3339_shown shown = {"0000-00-00T00:00:00Z"};
	const struct civil c = civil_from_seconds(t);
	const int parts[] = {
		c.year / 100, c.year % 100, c.month, c.day, c.hour, c.minute,
		c.second
	};

	for (size_t i = 0; i < sizeof(at) / sizeof(at[0]); i++) {
		shown.s[at[i]] = (char)('0' + parts[i] / 10);
		shown.s[at[i] + 1] = (char)('0' + parts[i] % 10);
	}
	return shown;
}
