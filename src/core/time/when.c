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
static const char no_such_clock[] = "no such time of day";

/* Nearer than that a day has no need of its year. */
#define HALF_A_YEAR (182 * SPAN_DAY)

/* These may also be given by their first three letters. */
static const char *const weekdays[] = {
	"sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
	"saturday"
};

/* Steps over a word at the front, in any case. */
static bool
skip_word(struct slice *s, const char *word)
{
	size_t len = strlen(word);

	if (s->len < len)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (text_lower(s->at[i]) != text_lower(word[i]))
			return false;
	}
	slice_cut(s, len);
	return true;
}

static bool
word_is(struct slice s, const char *word)
{
	return skip_word(&s, word) && s.len == 0;
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
	if (slice_digits(s, 2, &c->hour) == 0)
		return not_a_time;
	colon = slice_skip(s, ":");
	minutes = colon || slice_skip(s, ".");
	if (minutes && slice_digits(s, 2, &c->minute) != 2)
		return not_a_time;
	if (colon && slice_skip(s, ":") && slice_digits(s, 2, &c->second) != 2)
		return not_a_time;
	if (!skip_half(s, &pm))
		return minutes ? NULL : not_a_time;
	if (c->hour < 1 || c->hour > 12)
		return no_such_clock;
	c->hour = c->hour % 12 + (pm ? 12 : 0);
	return NULL;
}

static const char *
resolve(const struct civil *c, struct when *w)
{
	w->civil = *c;
	w->local = true;
	w->fit = zone_resolve(c, &w->t);
	return w->fit == ZONE_SKIPPED ? "that time did not exist" : NULL;
}

/* The latest such time on that day, or so many days before it. */
static const char *
resolve_latest(struct civil c, int64_t latest, int days, struct when *w)
{
	const struct civil wall = zone_local(latest);
	const char *why;

	/* Where the clocks skip it, it is as far off as the wall says. */
	w->t = latest + civil_seconds(&c) - civil_seconds(&wall);
	why = resolve(&c, w);
	if (w->t <= latest)
		return why;
	c = civil_add_days(&c, -days);
	return resolve(&c, w);
}

/*
 * Goes to the day that a word names.  Returns in how many days it comes again,
 * 0 where only that one is meant, or -1 where it is no such word.
 */
static int
go_to_day(struct slice word, int64_t now, struct civil *c)
{
	bool yesterday = word_is(word, "yesterday");
	int weekday = 0;

	while (weekday < 7 && !word_is(word, weekdays[weekday]) &&
	    !word_is(word, civil_weekdays[weekday]))
		weekday++;
	if (weekday < 7) {
		*c = civil_add_days(c,
		    -((civil_weekday(c) - weekday + 7) % 7));
		return 7;
	}
	*c = zone_local(now);
	*c = civil_add_days(c, -yesterday);
	return yesterday || word_is(word, "today") ? 0 : -1;
}

/* "18:30", "today 18:30", "yesterday at 18:30", "mon 18:30" */
static const char *
take_local(struct slice s, int64_t now, int64_t latest, struct when *w)
{
	struct civil c = zone_local(latest);
	struct slice rest = s, day;
	const char *why;
	int again = 1;

	if (!isdigit((unsigned char)*s.at) && !skip_named_clock(&rest, &c)) {
		slice_next(&s, ' ', &day);
		again = go_to_day(day, now, &c);
		if (again == -1)
			return not_a_time;
		if (s.at == NULL)
			return no_clock;
		(void)skip_word(&s, "at ");
	}
	why = take_clock(&s, &c);
	if (why != NULL)
		return why;
	if (s.len > 0)
		return not_a_time;
	return civil_time_exists(&c) ? resolve_latest(c, latest, again, w) :
	    no_such_clock;
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
		return "no such date";
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

/* 1763659800, -1 */
static const char *
take_epoch(struct slice s, struct when *w)
{
	const int sign = slice_skip(&s, "-") ? -1 : 1;
	int digit;

	if (s.len == 0)
		return not_a_time;
	for (w->t = 0; slice_digits(&s, 1, &digit) == 1;) {
		if (w->t <= CIVIL_MAX)
			w->t = w->t * 10 + digit;
	}
	w->t *= sign;
	return s.len == 0 ? NULL : not_a_time;
}

/* So long before now, or after it: "2h", "2 hours ago", "+6h" */
static bool
take_span(struct slice s, int64_t now, struct when *w)
{
	const char *errstr;
	bool after = slice_skip(&s, "+");
	int64_t seconds;

	if (!after && s.len > 4 &&
	    word_is((struct slice){s.at + s.len - 4, 4}, " ago"))
		s.len -= 4;
	if (span_parse(s, &seconds, &errstr) == -1)
		return false;
	w->t = after ? now + seconds : now - seconds;
	return true;
}

static const char *
take_any(struct slice s, int64_t now, int64_t latest, struct when *w)
{
	struct slice rest = s;

	if (s.len == 0)
		return "empty: write 18:30, or 2h (ago), or leave the option "
		    "out";
	if (word_is(s, "now")) {
		w->t = now;
		return NULL;
	}
	if (slice_skip(&rest, "@"))
		return take_epoch(rest, w);
	if (take_span(s, now, w))
		return NULL;
	if (isdigit((unsigned char)*s.at) && memchr(s.at, '-', s.len) != NULL)
		return take_dated(s, w);
	return take_local(s, now, latest, w);
}

int
when_parse(const char *s, int64_t now, int64_t latest, struct when *w,
    const char **errstr)
{
	w->fit = ZONE_ONCE;
	w->local = false;
	*errstr = take_any(slice_of(s), now, latest, w);
	if (*errstr == NULL && (w->t < CIVIL_MIN || w->t > CIVIL_MAX))
		*errstr = "out of range: years 0 to 9999";
	return *errstr == NULL ? 0 : -1;
}

void
when_error(struct text *text, const struct when *w, const char *errstr)
{
	const struct civil *c = &w->civil;

	if (w->fit == ZONE_SKIPPED)
		text_fmt(text, "%s on %s %d %s (clocks went forward)", errstr,
		    civil_weekdays[civil_weekday(c)], c->day,
		    civil_months[c->month - 1]);
	else
		text_str(text, errstr);
}

/*
 * This stands in nearly every sentence, so it does without the cost of a
 * format, which is that of reading a record.
 */
static struct when_shown
show(int64_t t, int64_t now, bool with_day)
{
	const struct civil c = zone_local(t), today = zone_local(now);
	struct when_shown shown;
	struct text text;

	text_init(&text, shown.s, sizeof(shown.s));
	if (with_day || c.year != today.year || c.month != today.month ||
	    c.day != today.day) {
		text_str(&text, civil_weekdays[civil_weekday(&c)]);
		text_char(&text, ' ');
		text_num(&text, c.day);
		text_char(&text, ' ');
		text_str(&text, civil_months[c.month - 1]);
		text_char(&text, ' ');
		if (c.year != today.year &&
		    (t - now > HALF_A_YEAR || now - t > HALF_A_YEAR)) {
			text_digits(&text, c.year, 4);
			text_char(&text, ' ');
		}
	}
	text_digits(&text, c.hour, 2);
	text_char(&text, ':');
	text_digits(&text, c.minute, 2);
	return shown;
}

struct when_shown
when(int64_t t, int64_t now)
{
	return show(t, now, true);
}

struct when_shown
when_zone(int64_t t, int64_t now)
{
	struct when_shown shown = when(t, now);
	struct text text = {shown.s, sizeof(shown.s), strlen(shown.s), false};
	const char *zone = zone_name(t);

	text_char(&text, ' ');
	/* Some libcs take any bytes for a name out of TZ. */
	escape_put(&text, zone, strlen(zone), ESCAPE_ASCII);
	return shown;
}

struct when_shown
when_short(int64_t t, int64_t now)
{
	return show(t, now, false);
}
