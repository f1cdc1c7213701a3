#include "target.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../../src/core/text/escape.h"

const struct target targets[] = {
	{"cron", target_cron},
	{"escape", target_escape},
	{"fold", target_fold},
	{"record", target_record},
	{"state", target_state},
	{"when", target_when},
	{NULL, NULL}
};

void
target_fail(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

static bool
is_control(uint32_t c)
{
	return (c < 0x20 && c != '\n') || (c >= 0x7f && c <= 0x9f) ||
	    c == 0x61c || c == 0x200e || c == 0x200f ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void
target_require_clean(const struct text *t)
{
	uint32_t c;
	size_t n;

	require(!t->cut && strlen(t->buf) == t->len);
	for (size_t i = 0; i < t->len; i += n) {
		n = escape_utf8(t->buf + i, t->len - i, &c);
		require(n > 0 && !is_control(c));
	}
}

char *
target_string(const uint8_t *data, size_t size)
{
	char *s = malloc(size + 1);

	require(s != NULL);
	if (size > 0)
		memcpy(s, data, size);
	s[size] = '\0';
	return s;
}

void
target_set_zone(unsigned int choice)
{
	static const char *const zones[] = {
		"UTC0", "Europe/Berlin", "America/New_York",
		"Australia/Lord_Howe", "Pacific/Apia", "Asia/Kathmandu",
		"Africa/Casablanca", "Antarctica/Troll"
	};
	static const char *present;
	const char *zone = zones[choice % 8];

	if (zone == present)
		return;
	setenv("TZ", zone, 1);
	tzset();
	present = zone;
}
