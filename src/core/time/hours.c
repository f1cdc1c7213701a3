#include "hours.h"

#include "rfc3339.h"
#include "span.h"
#include "zone.h"

#define DAY_MINUTES 1440

const struct hours hours_default = {7 * 60, 22 * 60};

/* "7", "07", "07:30", "24" at the front of s, in minutes. */
static bool
parse_end(struct slice *s, int *minutes)
{
	int hour, minute = 0;

	if (rfc3339_digits(s, 2, &hour) == -1 &&
	    rfc3339_digits(s, 1, &hour) == -1)
		return false;
	if (slice_skip(s, ":") && rfc3339_digits(s, 2, &minute) == -1)
		return false;
	*minutes = hour * 60 + minute;
	return minute < 60 && *minutes <= DAY_MINUTES;
}

int
hours_parse(const char *text, struct hours *h, const char **errstr)
{
	struct slice s = slice_of(text);

	*errstr = "not hours: write 7-22 or 07:00-22:30; 0-24 is always";
	if (!parse_end(&s, &h->from) || !slice_skip(&s, "-"))
		return -1;
	if (!parse_end(&s, &h->to) || s.len > 0)
		return -1;
	*errstr = "those hours are empty; 0-24 is always";
	if (h->from == h->to)
		return -1;
	if (h->from == DAY_MINUTES)
		h->from = 0;
	if (h->to == 0)
		h->to = DAY_MINUTES;
	return 0;
}

static int
minute_of_day(int64_t t)
{
	struct civil c;

	zone_local(t, &c, NULL);
	return c.hour * 60 + c.minute;
}

static bool
minute_is_in(const struct hours *h, int minute)
{
	if (h->from < h->to)
		return minute >= h->from && minute < h->to;
	return minute >= h->from || minute < h->to;
}

bool
hours_contain(const struct hours *h, int64_t t)
{
	return minute_is_in(h, minute_of_day(t));
}

int64_t
hours_next(const struct hours *h, int64_t t)
{
	struct civil c, then;
	int64_t jump;

	zone_local(t, &c, NULL);
	if (minute_is_in(h, c.hour * 60 + c.minute))
		return t;
	t -= c.second;
	do {
		zone_local(t, &c, NULL);
		jump = (h->from - c.hour * 60 - c.minute + DAY_MINUTES) %
		    DAY_MINUTES * SPAN_MINUTE;
		zone_local(t + jump, &then, NULL);
		/* Not past a change of the clocks: it may move the hours. */
		if (civil_seconds(&then) - civil_seconds(&c) != jump)
			jump = SPAN_MINUTE;
		t += jump;
	} while (!hours_contain(h, t));
	return t;
}

/* How much of so many seconds from t on is within them at a stretch. */
static int64_t
stretch(const struct hours *h, int64_t t, int64_t seconds)
{
	int64_t held = 0;

	while (held < seconds && hours_contain(h, t + held))
		held += SPAN_MINUTE;
	if (held < seconds)
		return held;
	return hours_contain(h, t + seconds - 1) ? seconds : seconds - 1;
}

static bool
are_too_short(const struct hours *h, int64_t seconds)
{
	int minutes = h->to - h->from;

	if (minutes < 0)
		minutes += DAY_MINUTES;
	return minutes * SPAN_MINUTE < seconds;
}

int64_t
hours_next_fit(const struct hours *h, int64_t t, int64_t seconds)
{
	bool too_short = are_too_short(h, seconds);
	int64_t held;

	for (;;) {
		t = hours_next(h, t);
		if (too_short && minute_of_day(t) == h->from)
			return t;
		held = stretch(h, t, seconds);
		if (held == seconds)
			return t;
		t += held;
	}
}
