#include "escape.h"

#include <string.h>

size_t
escape_utf8(const char *bytes, size_t len, uint32_t *character)
{
	/* The smallest character that needs so many bytes. */
	static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
	const unsigned char *b = (const unsigned char *)bytes;
	size_t n;

	if (len == 0)
		return 0;
	if (b[0] < 0x80) {
		*character = b[0];
		return 1;
	}
	n = b[0] >= 0xf0 ? 4 : b[0] >= 0xe0 ? 3 : 2;
	if (b[0] < 0xc2 || b[0] > 0xf4 || n > len)
		return 0;
	*character = b[0] & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((b[i] & 0xc0) != 0x80)
			return 0;
		*character = *character << 6 | (b[i] & 0x3f);
	}
	if (*character < smallest[n] || *character > 0x10ffff ||
	    (*character >= 0xd800 && *character <= 0xdfff))
		return 0;
	return n;
}

bool
escape_is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c ||
	    c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069);
}

static bool
needs_escape(uint32_t c, enum escape how)
{
	if (escape_is_control(c))
		return true;
	switch (how) {
	case ESCAPE_NOTE:
		return c == '\\';
	case ESCAPE_VALUE:
		return c == '\\' || c == ' ';
	case ESCAPE_SHOW:
		return false;
	case ESCAPE_ASCII:
		return c >= 0x80;
	}
	return true;
}

void
escape_put(struct text *t, const char *bytes, size_t len, enum escape how)
{
	uint32_t c;
	size_t n, start;

	for (; len > 0; bytes += n, len -= n) {
		start = t->len;
		n = escape_utf8(bytes, len, &c);
		if (n > 0 && !needs_escape(c, how)) {
			text_bytes(t, bytes, n);
		} else {
			n = n == 0 ? 1 : n;
			for (size_t i = 0; i < n; i++)
				text_fmt(t, "\\%03o",
				    (unsigned char)bytes[i]);
		}
		if (t->cut) {
			t->len = start;
			t->buf[start] = '\0';
			return;
		}
	}
}

/* The byte that \ooo at the front stands for, or -1. */
static int
octal(struct slice s)
{
	if (s.len < 4 || s.at[0] != '\\' || s.at[1] < '0' || s.at[1] > '3' ||
	    s.at[2] < '0' || s.at[2] > '7' || s.at[3] < '0' || s.at[3] > '7')
		return -1;
	return (s.at[1] - '0') << 6 | (s.at[2] - '0') << 3 | (s.at[3] - '0');
}

size_t
escape_byte(struct slice s, char *byte)
{
	int escaped = octal(s);

	*byte = escaped == -1 ? *s.at : (char)escaped;
	return escaped == -1 ? 1 : 4;
}

size_t
escape_decode(struct slice s, char *out)
{
	size_t n = 0;

	while (s.len > 0) {
		size_t used = escape_byte(s, &out[n++]);

		s.at += used;
		s.len -= used;
	}
	return n;
}

void
escape_show(struct text *text, struct slice stored, bool utf8)
{
	char decoded[ESCAPE_SHOWN] = "";

	stored.len = escape_whole(stored, sizeof(decoded));
	escape_put(text, decoded, escape_decode(stored, decoded),
	    utf8 ? ESCAPE_SHOW : ESCAPE_ASCII);
}

void
escape_html(struct text *text, struct slice s)
{
	static const char *const entities[] = {
		"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"
	};
	static const char characters[] = "&<>\"'";

	for (; s.len > 0; s.at++, s.len--) {
		const char *c = memchr(characters, *s.at,
		    sizeof(characters) - 1);

		if (c == NULL)
			text_char(text, *s.at);
		else
			text_str(text, entities[c - characters]);
	}
}

bool
escape_is_value(struct slice s)
{
	uint32_t c;
	size_t n;

	if (s.len == 0)
		return false;
	for (; s.len > 0; s.at += n, s.len -= n) {
		if (octal(s) != -1) {
			n = 4;
			continue;
		}
		n = escape_utf8(s.at, s.len, &c);
		if (n == 0 || needs_escape(c, ESCAPE_VALUE))
			return false;
	}
	return true;
}

size_t
escape_whole(struct slice s, size_t most)
{
	size_t kept = 0, n;
	uint32_t c;

	if (s.len <= most)
		return s.len;
	while (kept < most) {
		struct slice rest = {s.at + kept, s.len - kept};

		n = octal(rest) != -1 ? 4 : escape_utf8(rest.at, rest.len, &c);
		if (n == 0)
			n = 1;
		if (kept + n > most)
			break;
		kept += n;
	}
	return kept;
}
