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
/* Nearer than that a day has no need of its year. */
#define HALF_A_YEAR (182 * SPAN_DAY)

static const char out_of_range[] = "out of range: years 0 to 9999";
static const char skipped[] = "that time did not exist";

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

/* 18:30, 8:00, 18:30:15, 18.30, 6pm, 6:30 p.m. or noon, at the front of s. */
static int
parse_clock(struct slice *s, struct civil *c, const char **errstr)
{
	bool colon, minutes, pm;

	*errstr = not_a_time;
	if (skip_named_clock(s, c))
		return 0;
	if (rfc3339_digits(s, 2, &c->hour) == -1 &&
	    rfc3339_digits(s, 1, &c->hour) == -1)
		return -1;
	colon = slice_skip(s, ":");
	minutes = colon || slice_skip(s, ".");
	if (minutes && rfc3339_digits(s, 2, &c->minute) == -1)
		return -1;
	if (colon && slice_skip(s, ":") &&
	    rfc3339_digits(s, 2, &c->second) == -1)
		return -1;
	if (!skip_half(s, &pm))
		return minutes ? 0 : -1;
	*errstr = no_such_clock;
	if (c->hour < 1 || c->hour > 12)
		return -1;
	*errstr = not_a_time;
	c->hour = c->hour % 12 + (pm ? 12 : 0);
	return 0;
}

/* Nothing but a time of day, such as there is. */
static int
parse_last_clock(struct slice s, struct civil *c, const char **errstr)
{
	(void)skip_word(&s, "at ");
	if (parse_clock(&s, c, errstr) == -1)
		return -1;
	if (s.len > 0)
		return -1;
	*errstr = no_such_clock;
	return civil_time_exists(c) ? 0 : -1;
}

static int
resolve(const struct civil *c, struct when *w, const char **errstr)
{
	w->civil = *c;
	w->local = true;
	w->fit = zone_resolve(c, &w->t);
	*errstr = skipped;
	return w->fit == ZONE_SKIPPED ? -1 : 0;
}

/* The latest such time on that day, or so many days before it. */
static int
resolve_latest(struct civil *c, int64_t latest, int days, struct when *w,
    const char **errstr)
{
	struct civil wall, earlier = civil_add_days(c, -days);
	bool past;

	zone_local(latest, &wall, NULL);
	if (resolve(c, w, errstr) == 0)
		past = w->t <= latest;
	else
		past = civil_seconds(c) <= civil_seconds(&wall);
	return resolve(past ? c : &earlier, w, errstr);
}

static int
parse_clock_alone(struct slice s, int64_t latest, struct when *w,
    const char **errstr)
{
	struct civil c;

	zone_local(latest, &c, NULL);
	if (parse_last_clock(s, &c, errstr) == -1)
		return -1;
	return resolve_latest(&c, latest, 1, w, errstr);
}

static int
weekday_of(struct slice s)
{
	for (int i = 0; i < 7; i++) {
		if (word_is(s, weekdays[i]) || (s.len == 3 &&
		    text_lower(s.at[0]) == weekdays[i][0] &&
		    text_lower(s.at[1]) == weekdays[i][1] &&
		    text_lower(s.at[2]) == weekdays[i][2]))
			return i;
	}
	return -1;
}

/* "today 18:30", "yesterday 18:30", "mon 18:30" */
static int
parse_day(struct slice s, int64_t now, int64_t latest, struct when *w,
    const char **errstr)
{
	struct slice day;
	struct civil c;
	bool today, yesterday;
	int weekday, back;

	slice_next(&s, ' ', &day);
	today = word_is(day, "today");
	yesterday = word_is(day, "yesterday");
	weekday = weekday_of(day);
	*errstr = not_a_time;
	if (!today && !yesterday && weekday == -1)
		return -1;
	*errstr = no_clock;
	if (s.at == NULL)
		return -1;

	zone_local(weekday == -1 ? now : latest, &c, NULL);
	back = yesterday;
	if (weekday != -1)
		back = (civil_weekday(&c) - weekday + 7) % 7;
	c = civil_add_days(&c, -back);
	if (parse_last_clock(s, &c, errstr) == -1)
		return -1;
	if (weekday == -1)
		return resolve(&c, w, errstr);
	return resolve_latest(&c, latest, 7, w, errstr);
}

/* 2026-11-20 18:30, 2026-11-20T18:30:15+01:00 */
static int
parse_dated(struct slice s, struct when *w, const char **errstr)
{
	struct civil c;
	bool leap;
	int east;

	*errstr = not_a_time;
	if (rfc3339_date(&s, &c) == -1)
		return -1;
	*errstr = no_such_date;
	if (!civil_date_exists(&c))
		return -1;
	*errstr = no_clock;
	if (s.len == 0)
		return -1;
	*errstr = not_a_time;
	if (!slice_skip(&s, " Tt"))
		return -1;
	if (parse_clock(&s, &c, errstr) == -1)
		return -1;

	/* The second before a leap second has a place on every clock. */
	leap = c.second == 60;
	if (leap)
		c.second = 59;
	if (!civil_time_exists(&c)) {
		*errstr = no_such_clock;
		return -1;
	}
	if (s.len == 0) {
		if (resolve(&c, w, errstr) == -1)
			return -1;
	} else {
		if (rfc3339_offset(&s, &east) == -1 || s.len > 0)
			return -1;
		w->t = civil_seconds(&c) - east;
	}
	if (!leap)
		return 0;
	c.second = 60;
	*errstr = no_such_clock;
	return rfc3339_leap_second(&c, ++w->t) ? 0 : -1;
}

/* @1763659800, @-1 */
static int
parse_epoch(struct slice s, struct when *w, const char **errstr)
{
	bool before = slice_skip(&s, "-");
	int64_t n = 0;

	*errstr = not_a_time;
	if (s.len == 0)
		return -1;
	for (; s.len > 0; s.at++, s.len--) {
		if (!isdigit((unsigned char)*s.at))
			return -1;
		if (n <= CIVIL_MAX)
			n = n * 10 + (*s.at - '0');
	}
	w->t = before ? -n : n;
	return 0;
}

/* "2h", "2 hours ago" */
static int
parse_ago(struct slice s, int64_t now, struct when *w)
{
	static const char ago[] = " ago";
	const size_t n = sizeof(ago) - 1;
	int64_t seconds;
	const char *errstr;

	if (s.len > n && word_is((struct slice){s.at + s.len - n, n}, ago))
		s.len -= n;
	if (span_parse(s, &seconds, &errstr) == -1)
		return -1;
	w->t = now - seconds;
	return 0;
}

static int
parse_ahead(struct slice s, int64_t now, struct when *w, const char **errstr)
{
	int64_t seconds;

	if (span_parse(s, &seconds, errstr) == -1) {
		*errstr = not_a_time;
		return -1;
	}
	w->t = now + seconds;
	return 0;
}

static int
parse_any(const char *s, int64_t now, int64_t latest, struct when *w,
    const char **errstr)
{
	struct slice all = slice_of(s), rest = all;
	struct civil c;

	if (word_is(all, "now")) {
		w->t = now;
		return 0;
	}
	if (*s == '+')
		return parse_ahead(slice_of(s + 1), now, w, errstr);
	if (*s == '@')
		return parse_epoch(slice_of(s + 1), w, errstr);
	if (parse_ago(all, now, w) == 0)
		return 0;
	if (!isdigit((unsigned char)*s) && !skip_named_clock(&rest, &c))
		return parse_day(all, now, latest, w, errstr);
	if (strchr(s, '-') != NULL)
		return parse_dated(all, w, errstr);
	return parse_clock_alone(all, latest, w, errstr);
}

int
when_parse(const char *s, int64_t now, int64_t latest, struct when *w,
    const char **errstr)
{
	w->fit = ZONE_ONCE;
	w->local = false;
	if (*s == '\0') {
		*errstr = "empty: write 18:30, or 2h (ago), or leave the "
		    "option out";
		return -1;
	}
	if (parse_any(s, now, latest, w, errstr) == -1)
		return -1;
	*errstr = out_of_range;
	return w->t < CIVIL_MIN || w->t > CIVIL_MAX ? -1 : 0;
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
