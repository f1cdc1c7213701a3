/* Times, spans and hours, as they are typed and as they stand in the log. */
#include <string.h>

#include "../../src/core/time/hours.h"
#include "../../src/core/time/rfc3339.h"
#include "../../src/core/time/span.h"
#include "../../src/core/time/when.h"
#include "target.h"

static const int64_t moments[] = {
	INT64_C(1795197600), 0, INT64_C(1774749599), INT64_C(1793494799),
	INT64_C(2147483648), INT64_C(4102444800), CIVIL_MIN, CIVIL_MAX
};

static void
try_when(const char *s, int64_t now)
{
	const char *errstr = NULL;
	char buf[256];
	struct when w;
	struct text text;
	int ret = when_parse(s, now, now, &w, &errstr);

	text_init(&text, buf, sizeof(buf));
	if (ret == -1) {
		require(errstr != NULL);
		when_error(&text, &w, errstr);
		require(text.len > 0);
	} else {
		require(w.t >= CIVIL_MIN && w.t <= CIVIL_MAX);
		require(w.fit != ZONE_SKIPPED);
		text_str(&text, when(w.t, now).s);
		text_char(&text, '\n');
		text_str(&text, when_zone(w.t, now).s);
		text_char(&text, '\n');
		text_str(&text, when_short(w.t, now).s);
	}
	target_require_clean(&text);
}

static void
try_hours(const char *s, int64_t now)
{
	const char *errstr = NULL;
	struct hours h;
	int64_t t;

	if (hours_parse(s, &h, &errstr) == -1) {
		require(errstr != NULL);
		return;
	}
	require(h.from >= 0 && h.from < 1440 && h.to >= 1 && h.to <= 1440);
	if (now == CIVIL_MIN || now == CIVIL_MAX)
		return;
	t = hours_next(&h, now);
	require(t >= now && hours_contain(&h, t));
	require(hours_next_fit(&h, now, 1200) >= now);
}

static void
try_span(const char *s)
{
	const char *errstr = NULL;
	int64_t seconds;

	if (span_parse(slice_of(s), &seconds, &errstr) == -1)
		require(errstr != NULL);
	else
		require(seconds >= 0);
}

static void
try_stamp(struct slice s)
{
	const char *errstr = NULL;
	char buf[64];
	struct text text;
	int64_t t, again;

	if (rfc3339_parse(s, &t, &errstr) == -1) {
		require(errstr != NULL);
		return;
	}
	require(t >= CIVIL_MIN && t <= CIVIL_MAX);
	text_init(&text, buf, sizeof(buf));
	text_str(&text, rfc3339(t).s);
	target_require_clean(&text);
	require(text.len == strlen("2026-11-20T17:30:00Z"));
	require(rfc3339_parse((struct slice){buf, text.len}, &again,
	    &errstr) == 0 && again == t);
}

/* The first byte chooses the zone and the moment. */
void
target_when(const uint8_t *data, size_t size)
{
	int64_t now;
	char *s;

	if (size < 1)
		return;
	target_set_zone(data[0] & 7U);
	now = moments[data[0] >> 3 & 7];
	s = target_string(data + 1, size - 1);
	try_when(s, now);
	try_hours(s, now);
	try_span(s);
	try_stamp((struct slice){s, size - 1});
	free(s);
}
