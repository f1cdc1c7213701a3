#include "rfc3339.h"

/* Below any number that four digits make. */
#define NO_NUMBER (-10000)

/* Two digits as a number. */
static int
pair(const char *at)
{
	unsigned tens = (unsigned)(at[0] - '0'), ones = (unsigned)(at[1] - '0');

	return tens > 9 || ones > 9 ? NO_NUMBER : (int)(tens * 10 + ones);
}

int
rfc3339_date(struct slice *s, struct civil *c)
{
	const char *at = s->at;

	if (s->len < 10 || at[4] != '-' || at[7] != '-')
		return -1;
	c->year = 100 * pair(at) + pair(at + 2);
	c->month = pair(at + 5);
	c->day = pair(at + 8);
	if (c->year < 0 || c->month < 0 || c->day < 0)
		return -1;
	slice_cut(s, 10);
	return 0;
}

static bool
time_of_day(struct slice *s, struct civil *c)
{
	const char *at = s->at;
	int digit;

	if (s->len < 8 || at[2] != ':' || at[5] != ':')
		return false;
	c->hour = pair(at);
	c->minute = pair(at + 3);
	c->second = pair(at + 6);
	if (c->hour < 0 || c->minute < 0 || c->second < 0)
		return false;
	slice_cut(s, 8);
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
