#include "hours.h"

#include "../text/text.h"
#include "span.h"
#include "zone.h"

#define DAY_MINUTES 1440

const struct hours hours_default = {7 * 60, 22 * 60};

/* "7", "07", "07:30", "24" at the front of s, in minutes. */
static bool
parse_end(struct slice *s, int *minutes)
{
	int hour, minute = 0;

	if (slice_digits(s, 2, &hour) == 0 ||
	    (slice_skip(s, ":") && slice_digits(s, 2, &minute) != 2))
		return false;
	*minutes = hour * 60 + minute;
	return minute < 60 && *minutes <= DAY_MINUTES;
}

int
hours_parse(const char *text, struct hours *h, const char **errstr)
{
	struct slice s = slice_of(text);

	*errstr = "not hours: write 7-22 or 07:00-22:30; 0-24 is always";
	if (!parse_end(&s, &h->from) || !slice_skip(&s, "-") ||
	    !parse_end(&s, &h->to) || s.len > 0)
		return -1;
	*errstr = "those hours are empty; 0-24 is always";
	if (h->from == h->to)
		return -1;
	h->from %= DAY_MINUTES;
	if (h->to == 0)
		h->to = DAY_MINUTES;
	return 0;
}

static int
minute_of_day(int64_t t)
{
	struct civil c = zone_local(t);

	return c.hour * 60 + c.minute;
}

/* From a minute of the day to another: 1 to 1440. */
static int
minutes_to(int from, int to)
{
	return (to - from + 2 * DAY_MINUTES - 1) % DAY_MINUTES + 1;
}

bool
hours_contain(const struct hours *h, int64_t t)
{
	int minute = minute_of_day(t);

	return minutes_to(minute, h->to) <= minutes_to(h->from, h->to);
}

int64_t
hours_next(const struct hours *h, int64_t t)
{
	struct civil c, then;
	int64_t jump;

	if (hours_contain(h, t))
		return t;
	t -= zone_local(t).second;
	do {
		c = zone_local(t);
		jump = minutes_to(minute_of_day(t), h->from) * SPAN_MINUTE;
		then = zone_local(t + jump);
		/* Not past a change of the clocks: it may move the hours. */
		if (civil_seconds(&then) - civil_seconds(&c) != jump)
			jump = SPAN_MINUTE;
		t += jump;
	} while (!hours_contain(h, t));
	return t;
}

int64_t
hours_next_fit(const struct hours *h, int64_t t, int64_t seconds)
{
	const struct hours rest = {h->to, h->from};
	int length = minutes_to(h->from, h->to);
	bool too_short = length * SPAN_MINUTE < seconds;
	int64_t over;

	for (;;) {
		t = hours_next(h, t);
		if (length == DAY_MINUTES ||
		    (too_short && minute_of_day(t) == h->from))
			return t;
		over = hours_next(&rest, t);
		if (over - t >= seconds)
			return t;
		t = over;
	}
}
