#include "html.h"

static const char *
entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
html_text(struct text *text, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		const char *e = entity(s.at[i]);

		if (e != NULL)
			text_str(text, e);
		else
			text_char(text, s.at[i]);
	}
}
