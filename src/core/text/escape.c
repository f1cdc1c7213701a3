#include "escape.h"

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
	return escape_is_control(c) || (how == ESCAPE_VALUE && c == ' ') ||
	    ((how == ESCAPE_VALUE || how == ESCAPE_NOTE) && c == '\\') ||
	    (how == ESCAPE_ASCII && c >= 0x80);
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

/* Cuts \ooo off the front; false where it does not stand there. */
static bool
cut_octal(struct slice *s, char *byte)
{
	const char *c = s->at;

	if (s->len < 4 || c[0] != '\\' || c[1] < '0' || c[1] > '3' ||
	    c[2] < '0' || c[2] > '7' || c[3] < '0' || c[3] > '7')
		return false;
	*byte = (char)((c[1] - '0') << 6 | (c[2] - '0') << 3 | (c[3] - '0'));
	slice_cut(s, 4);
	return true;
}

char
escape_cut(struct slice *s)
{
	char byte;

	return cut_octal(s, &byte) ? byte : *slice_cut(s, 1).at;
}

size_t
escape_decode(struct slice s, char *out)
{
	size_t n = 0;

	while (s.len > 0)
		out[n++] = escape_cut(&s);
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
	static const char *const entities['>' + 1] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
		['"'] = "&quot;", ['\''] = "&#39;"
	};

	while (s.len > 0) {
		unsigned char c = (unsigned char)*slice_cut(&s, 1).at;

		if (c <= '>' && entities[c] != NULL)
			text_str(text, entities[c]);
		else
			text_char(text, (char)c);
	}
}

bool
escape_is_value(struct slice s)
{
	uint32_t c;
	size_t n;
	char byte;

	if (s.len == 0)
		return false;
	while (s.len > 0) {
		if (cut_octal(&s, &byte))
			continue;
		n = escape_utf8(s.at, s.len, &c);
		if (n == 0 || needs_escape(c, ESCAPE_VALUE))
			return false;
		slice_cut(&s, n);
	}
	return true;
}

size_t
escape_whole(struct slice s, size_t most)
{
	struct slice rest = s;
	size_t kept = 0, n;
	uint32_t c;
	char byte;

	if (s.len <= most)
		return s.len;
	for (;; kept = s.len - rest.len) {
		if (!cut_octal(&rest, &byte)) {
			n = escape_utf8(rest.at, rest.len, &c);
			slice_cut(&rest, n == 0 ? 1 : n);
		}
		if (s.len - rest.len > most)
			return kept;
	}
}
