#include "json.h"

#include "escape.h"

/* What comes in front of a value. */
static void
begin(struct text *text, const char *key)
{
	char last = text->len > 0 ? text->buf[text->len - 1] : '\n';

	/* Of values and brackets only these can stand there and end nothing. */
	if (last != '{' && last != '[' && last != '\n')
		text_char(text, ',');
	if (key == NULL)
		return;
	text_char(text, '"');
	text_str(text, key);
	text_str(text, "\":");
}

void
json_open(struct text *text, const char *key, char bracket)
{
	begin(text, key);
	text_char(text, bracket);
}

void
json_close(struct text *text, char bracket)
{
	text_char(text, bracket);
}

void
json_str(struct text *text, const char *key, const char *s)
{
	json_bytes(text, key, slice_of(s));
}

/* How many bytes at the front stand for themselves, ASCII all of them. */
static size_t
plain(struct slice s)
{
	size_t n = 0;

	while (n < s.len && s.at[n] >= ' ' && s.at[n] < 0x7f &&
	    s.at[n] != '"' && s.at[n] != '\\')
		n++;
	return n;
}

void
json_bytes(struct text *text, const char *key, struct slice s)
{
	uint32_t c;
	size_t n;

	if (s.at == NULL) {
		json_null(text, key);
		return;
	}
	begin(text, key);
	text_char(text, '"');
	for (; s.len > 0; slice_cut(&s, n == 0 ? 1 : n)) {
		c = (unsigned char)*s.at;
		n = plain(s);
		if (n == 0)
			n = escape_utf8(s.at, s.len, &c);
		if (n == 0)
			text_str(text, "\xef\xbf\xbd");
		else if (escape_is_control(c))
			text_fmt(text, "\\u%04x", (unsigned)c);
		else if (c == '"' || c == '\\')
			text_fmt(text, "\\%c", (char)c);
		else
			text_bytes(text, s.at, n);
	}
	text_char(text, '"');
}

void
json_num(struct text *text, const char *key, int64_t n)
{
	begin(text, key);
	text_num(text, n);
}

void
json_bool(struct text *text, const char *key, bool value)
{
	begin(text, key);
	text_str(text, value ? "true" : "false");
}

void
json_null(struct text *text, const char *key)
{
	begin(text, key);
	text_str(text, "null");
}
