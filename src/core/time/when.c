#include "when.h"

#include <ctype.h>
#include <string.h>

#include "../text/escape.h"
#include "rfc3339.h"
#include "span.h"

static const char not_a_time[] = "not a time: write 18:30, 6pm, 2h (ago), "
    "\"yesterday 18:30\" or \"2026-11-20 18:30\"";
static const char no_clock[] = "a day needs a time of day: quote the two "
    "together, as in \"yesterday 18:30\"";
static const char no_such_date[] = "no such date";
static const char no_such_clock[] = "no such time of day";
static const char out_of_range[] = "out of range: years 0 to 9999";
static const char skipped[] = "that time did not exist";

/* Nearer than that a day has no need of its year. */
#define HALF_A_YEAR (182 * SPAN_DAY)

/* Any case, any of the usual lengths: "mon", "Monday". */
static const char *const weekdays[] = {
	"sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday"
};

static bool
word_is(struct slice s, const char *word)
{
	for (size_t i = 0; i < s.len; i++) {
		if (text_lower(s.at[i]) != word[i])
			return false;
	}
	return word[s.len] == '\0';
}

/* Steps over a word at the front, in any case. */
static bool
skip_word(struct slice *s, const char *word)
{
	struct slice front = {s->at, strlen(word)};

	if (s->len < front.len || !word_is(front, word))
		return false;
	s->at += front.len;
	s->len -= front.len;
	return true;
}

/* The half of the day, which has hours from 1 to 12: "pm", " p.m." */
static bool
skip_half(struct slice *s, bool *pm)
{
	struct slice rest = *s;

	(void)slice_skip(&rest, " ");
	*pm = skip_word(&rest, "pm") || skip_word(&rest, "p.m.");
	if (!*pm && !skip_word(&rest, "am") && !skip_word(&rest, "a.m."))
		return false;
	*s = rest;
	return true;
}

/* The words for a time of day; midnight is the beginning of that day. */
static bool
skip_named_clock(struct slice *s, struct civil *c)
{
	c->minute = c->second = 0;
	c->hour = skip_word(s, "noon") ? 12 : 0;
	return c->hour == 12 || skip_word(s, "midnight");
}

/* Each of these says why it is none, or NULL.  18:30, 6:30 p.m., noon, ... */
static const char *
take_clock(struct slice *s, struct civil *c)
{
	bool colon, minutes, pm;

	if (skip_named_clock(s, c))
		return NULL;
	if (rfc3339_digits(s, 2, &c->hour) == -1 &&
	    rfc3339_digits(s, 1, &c->hour) == -1)
		return not_a_time;
	colon = slice_skip(s, ":");
	minutes = colon || slice_skip(s, ".");
	if (minutes && rfc3339_digits(s, 2, &c->minute) == -1)
		return not_a_time;
	if (colon && slice_skip(s, ":") &&
	    rfc3339_digits(s, 2, &c->second) == -1)
		return not_a_time;
	if (!skip_half(s, &pm))
		return minutes ? NULL : not_a_time;
	if (c->hour < 1 || c->hour > 12)
		return no_such_clock;
	c->hour = c->hour % 12 + (pm ? 12 : 0);
	return NULL;
}

/* Nothing but a time of day, such as there is. */
static const char *
take_last_clock(struct slice s, struct civil *c)
{
	const char *why;

	(void)skip_word(&s, "at ");
	why = take_clock(&s, c);
	if (why != NULL)
		return why;
	if (s.len > 0)
		return not_a_time;
	return civil_time_exists(c) ? NULL : no_such_clock;
}

static const char *
resolve(const struct civil *c, struct when *w)
{
	w->civil = *c;
	w->local = true;
	w->fit = zone_resolve(c, &w->t);
	return w->fit == ZONE_SKIPPED ? skipped : NULL;
}

/* The latest such time on that day, or so many days before it. */
static const char *
resolve_latest(struct civil *c, int64_t latest, int days, struct when *w)
{
	struct civil wall, earlier = civil_add_days(c, -days);
	bool past;

	zone_local(latest, &wall, NULL);
	if (resolve(c, w) == NULL)
		past = w->t <= latest;
	else
		past = civil_seconds(c) <= civil_seconds(&wall);
	return resolve(past ? c : &earlier, w);
}

static const char *
take_clock_alone(struct slice s, int64_t latest, struct when *w)
{
	struct civil c;
	const char *why;

	zone_local(latest, &c, NULL);
	why = take_last_clock(s, &c);
	return why != NULL ? why : resolve_latest(&c, latest, 1, w);
}

static int
weekday_of(struct slice s)
{
	for (int i = 0; i < 7; i++) {
		const char *day = weekdays[i];

		if (word_is(s, day) || (s.len == 3 && skip_word(&s,
		    (char[]){day[0], day[1], day[2], '\0'})))
			return i;
	}
	return -1;
}

/* "today 18:30", "yesterday 18:30", "mon 18:30" */
static const char *
take_day(struct slice s, int64_t now, int64_t latest, struct when *w)
{
	struct slice day;
	struct civil c;
	bool yesterday;
	const char *why;
	int weekday;

	slice_next(&s, ' ', &day);
	yesterday = word_is(day, "yesterday");
	weekday = weekday_of(day);
	if (!yesterday && weekday == -1 && !word_is(day, "today"))
		return not_a_time;
	if (s.at == NULL)
		return no_clock;
	zone_local(weekday == -1 ? now : latest, &c, NULL);
	c = civil_add_days(&c, weekday == -1 ? -yesterday :
	    -((civil_weekday(&c) - weekday + 7) % 7));
	why = take_last_clock(s, &c);
	if (why != NULL)
		return why;
	return weekday == -1 ? resolve(&c, w) :
	    resolve_latest(&c, latest, 7, w);
}

/* What follows a date and a time of day: an offset, or else it is local. */
static const char *
take_place(struct slice s, const struct civil *c, struct when *w)
{
	int east;

	if (s.len == 0)
		return resolve(c, w);
	if (rfc3339_offset(&s, &east) == -1 || s.len > 0)
		return not_a_time;
	w->t = civil_seconds(c) - east;
	return NULL;
}

/* 2026-11-20 18:30, 2026-11-20T18:30:15+01:00 */
static const char *
take_dated(struct slice s, struct when *w)
{
	struct civil c;
	const char *why;
	bool leap;

	if (rfc3339_date(&s, &c) == -1)
		return not_a_time;
	if (!civil_date_exists(&c))
		return no_such_date;
	if (s.len == 0)
		return no_clock;
	if (!slice_skip(&s, " Tt"))
		return not_a_time;
	why = take_clock(&s, &c);
	if (why != NULL)
		return why;

	/* The second before a leap second has a place on every clock. */
	leap = c.second == 60;
	c.second -= leap;
	if (!civil_time_exists(&c))
		return no_such_clock;
	why = take_place(s, &c, w);
	if (why != NULL || !leap)
		return why;
	c.second = 60;
	return rfc3339_leap_second(&c, ++w->t) ? NULL : no_such_clock;
}

/* @1763659800, @-1 */
static const char *
take_epoch(struct slice s, struct when *w)
{
	bool before = slice_skip(&s, "-");
	int64_t n = 0;

	if (s.len == 0)
		return not_a_time;
	for (; s.len > 0; s.at++, s.len--) {
		if (!isdigit((unsigned char)*s.at))
			return not_a_time;
		if (n <= CIVIL_MAX)
			n = n * 10 + (*s.at - '0');
	}
	w->t = before ? -n : n;
	return NULL;
}

/* So long before now, or with a sign of -1 after it: "2h", "2 hours ago" */
static const char *
take_span(struct slice s, int64_t now, int sign, struct when *w)
{
	static const char ago[] = " ago";
	const size_t n = sizeof(ago) - 1;
	int64_t seconds;
	const char *errstr;

	if (sign == 1 && s.len > n &&
	    word_is((struct slice){s.at + s.len - n, n}, ago))
		s.len -= n;
	if (span_parse(s, &seconds, &errstr) == -1)
		return not_a_time;
	w->t = now - sign * seconds;
	return NULL;
}

static const char *
take_any(const char *s, int64_t now, int64_t latest, struct when *w)
{
	struct slice all = slice_of(s), rest = all;
	struct civil c;

	if (word_is(all, "now")) {
		w->t = now;
		return NULL;
	}
	if (*s == '+')
		return take_span(slice_of(s + 1), now, -1, w);
	if (*s == '@')
		return take_epoch(slice_of(s + 1), w);
	if (take_span(all, now, 1, w) == NULL)
		return NULL;
	if (!isdigit((unsigned char)*s) && !skip_named_clock(&rest, &c))
		return take_day(all, now, latest, w);
	if (strchr(s, '-') != NULL)
		return take_dated(all, w);
	return take_clock_alone(all, latest, w);
}

int
when_parse(const char *s, int64_t now, int64_t latest, struct when *w,
    const char **errstr)
{
	w->fit = ZONE_ONCE;
	w->local = false;
	*errstr = *s != '\0' ? take_any(s, now, latest, w) : "empty: write "
	    "18:30, or 2h (ago), or leave the option out";
	if (*errstr == NULL && (w->t < CIVIL_MIN || w->t > CIVIL_MAX))
		*errstr = out_of_range;
	return *errstr == NULL ? 0 : -1;
}

/*
 * These two stand in nearly every sentence, so they do without the cost of a
 * format, which is that of reading a record.
 */
static void
put_day(struct text *text, const struct civil *c, bool year)
{
	text_str(text, civil_weekdays[civil_weekday(c)]);
	text_char(text, ' ');
	text_num(text, c->day);
	text_char(text, ' ');
	text_str(text, civil_months[c->month - 1]);
	if (year) {
		text_char(text, ' ');
		text_digits(text, c->year, 4);
	}
}

static void
put_clock(struct text *text, const struct civil *c)
{
	text_digits(text, c->hour, 2);
	text_char(text, ':');
	text_digits(text, c->minute, 2);
}

void
when_error(struct text *text, const struct when *w, const char *errstr)
{
	text_str(text, errstr);
	if (errstr == skipped) {
		text_str(text, " on ");
		put_day(text, &w->civil, false);
		text_str(text, " (clocks went forward)");
	}
}

struct when_shown
when(int64_t t, int64_t now)
{
	struct when_shown shown;
	struct text text;
	struct civil c, today;

	text_init(&text, shown.s, sizeof(shown.s));
	zone_local(now, &today, NULL);
	zone_local(t, &c, NULL);
	put_day(&text, &c, c.year != today.year &&
	    (t - now > HALF_A_YEAR || now - t > HALF_A_YEAR));
	text_char(&text, ' ');
	put_clock(&text, &c);
	return shown;
}

struct when_shown
when_zone(int64_t t, int64_t now)
{
	struct when_shown shown = when(t, now);
	struct text text = {shown.s, sizeof(shown.s), strlen(shown.s), false};
	struct civil c;
	const char *zone;

	zone_local(t, &c, &zone);
	text_char(&text, ' ');
	/* Some libcs take any bytes for a name out of TZ. */
	escape_put(&text, zone, strlen(zone), ESCAPE_ASCII);
	return shown;
}

struct when_shown
when_short(int64_t t, int64_t now)
{
	struct when_shown shown;
	struct text text;
	struct civil c, today;

	zone_local(now, &today, NULL);
	zone_local(t, &c, NULL);
	if (c.year != today.year || c.month != today.month ||
	    c.day != today.day)
		return when(t, now);
	text_init(&text, shown.s, sizeof(shown.s));
	put_clock(&text, &c);
	return shown;
}
