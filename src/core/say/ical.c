#include "ical.h"

#include <string.h>

#include "../time/civil.h"
#include "../text/escape.h"

#define OCTETS 75	/* in a line, without its CRLF */
#define VALUE_MAX 1024

/* Puts bytes of a line; column is how many octets the line has already. */
static void
put_folded(struct text *text, const char *bytes, size_t *column)
{
	size_t left = strlen(bytes), n;
	uint32_t character;

	for (; left > 0; bytes += n, left -= n) {
		n = escape_utf8(bytes, left, &character);
		if (n == 0)
			n = 1;
		if (*column + n > OCTETS) {
			text_str(text, "\r\n ");
			*column = 1;
		}
		text_bytes(text, bytes, n);
		*column += n;
	}
}

void
ical_line(struct text *text, const char *name, const char *value)
{
	size_t column = 0;

	put_folded(text, name, &column);
	put_folded(text, ":", &column);
	put_folded(text, value, &column);
	text_str(text, "\r\n");
}

void
ical_text(struct text *text, const char *name, const char *value)
{
	char buf[VALUE_MAX];
	struct text escaped;

	text_init(&escaped, buf, sizeof(buf));
	for (; *value != '\0'; value++) {
		if (*value == '\n') {
			text_str(&escaped, "\\n");
			continue;
		}
		if (strchr("\\;,", *value) != NULL)
			text_char(&escaped, '\\');
		text_char(&escaped, *value);
	}
	ical_line(text, name, buf);
}

void
ical_time(struct text *text, const char *name, int64_t t)
{
	char buf[32];
	struct text value;
	struct civil c;

	civil_from_seconds(t, &c);
	text_init(&value, buf, sizeof(buf));
	text_digits(&value, c.year, 4);
	text_digits(&value, c.month, 2);
	text_digits(&value, c.day, 2);
	text_char(&value, 'T');
	text_digits(&value, c.hour, 2);
	text_digits(&value, c.minute, 2);
	text_digits(&value, c.second, 2);
	text_char(&value, 'Z');
	ical_line(text, name, buf);
}
