#include "json.h"

#include "escape.h"

static void
put_control(struct text *text, uint32_t c)
{
	text_str(text, "\\u");
	for (int shift = 12; shift >= 0; shift -= 4)
		text_char(text, "0123456789abcdef"[c >> shift & 15]);
}

void
json_string(struct text *text, struct slice s)
{
	uint32_t c;
	size_t n;

	text_char(text, '"');
	for (; s.len > 0; s.at += n, s.len -= n) {
		n = escape_utf8(s.at, s.len, &c);
		if (n == 0) {
			text_str(text, "\xef\xbf\xbd");
			n = 1;
		} else if (escape_is_control(c)) {
			put_control(text, c);
		} else {
			if (c == '"' || c == '\\')
				text_char(text, '\\');
			text_bytes(text, s.at, n);
		}
	}
	text_char(text, '"');
}
