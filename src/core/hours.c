#include "hours.h"

#include "rfc3339.h"
#include "span.h"
#include "zone.h"

#define DAY_MINUTES 1440

const struct hours hours_default = {7 * 60, 22 * 60};

/* "7", "07", "07:30", "24" at the front of s, in minutes. */
static int
parse_end(struct slice *s, int *minutes)
{
	int hour, minute = 0;

	if (rfc3339_digits(s, 2, &hour) == -1 &&
	    rfc3339_digits(s, 1, &hour) == -1)
		return -1;
	if (s->len > 0 && *s->at == ':') {
		s->at++;
		s->len--;
		if (rfc3339_digits(s, 2, &minute) == -1)
			return -1;
	}
	*minutes = hour * 60 + minute;
	return minute < 60 && *minutes <= DAY_MINUTES ? 0 : -1;
}

int
hours_parse(const char *text, struct hours *h, const char **errstr)
{
	struct slice s = slice_of(text);

	*errstr = "not hours: write 7-22 or 07:00-22:30; 0-24 is always";
	if (parse_end(&s, &h->from) == -1 || s.len == 0 || *s.at != '-')
		return -1;
	s.at++;
	s.len--;
	if (parse_end(&s, &h->to) == -1 || s.len > 0)
		return -1;
	*errstr = "those hours are empty; 0-24 is always";
	if (h->from == h->to)
		return -1;
	if (h->from == DAY_MINUTES)
		h->from = 0;
	if (h->to == 0)
		h->to = DAY_MINUTES;
	return h->from == h->to ? -1 : 0;
}

static int
minute_of_day(int64_t t)
{
	struct civil c;

	zone_local(t, &c, NULL);
	return c.hour * 60 + c.minute;
}

bool
hours_contain(const struct hours *h, int64_t t)
{
	int minute = minute_of_day(t);

	if (h->from < h->to)
		return minute >= h->from && minute < h->to;
	return minute >= h->from || minute < h->to;
}

int64_t
hours_next(const struct hours *h, int64_t t)
{
	int64_t from = t, minutes;

	if (hours_contain(h, t))
		return t;
	minutes = (h->from - minute_of_day(t) + DAY_MINUTES) % DAY_MINUTES;
	t -= ((t % SPAN_MINUTE) + SPAN_MINUTE) % SPAN_MINUTE;
	t += minutes * SPAN_MINUTE;
	/* A clock change in between moves the morning: look for it. */
	while (t - SPAN_MINUTE > from && hours_contain(h, t - SPAN_MINUTE))
		t -= SPAN_MINUTE;
	while (!hours_contain(h, t))
		t += SPAN_MINUTE;
	return t;
}

int64_t
hours_next_fit(const struct hours *h, int64_t t, int64_t seconds)
{
	int64_t end;

	t = hours_next(h, t);
	end = t + seconds - 1;
	if (hours_contain(h, end))
		return t;
	/* Over, so the next day's; hours too short to hold it begin it. */
	t = hours_next(h, end);
	return t;
}
