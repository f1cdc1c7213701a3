#ifdef __linux__
#define _XOPEN_SOURCE 700	/* wcwidth(3) */
#endif
#include "wrap.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "../core/text/escape.h"

#define JOINER 0x200d	/* makes one emoji of two */

/* One character, or a word: how many bytes and columns it takes. */
struct sign {
	uint32_t c;	/* 0 for a word, and bytes that are no character */
	size_t len;
	int columns;
};

static int
columns_of(uint32_t c)
{
	int columns;

	/* Latin letters, and what this program draws, are the same to all. */
	if (c < 0x300 || (c >= 0x2010 && c <= 0x2027) ||
	    (c >= 0x2500 && c <= 0x259f))
		return c != 0xad;
	/* The locale is loaded only when it is needed: that reads files. */
	if (strcmp(setlocale(LC_CTYPE, NULL), "C") == 0 &&
	    setlocale(LC_CTYPE, "") == NULL)
		(void)setlocale(LC_CTYPE, "C.UTF-8");
	columns = wcwidth((wchar_t)c);
	return columns < 0 ? 1 : columns;
}

/* The sign at the front of what is not empty. */
static struct sign
next_sign(struct slice s)
{
	struct sign sign = {(unsigned char)*s.at, 1, 1};

	if (sign.c < 0x80)
		return sign;
	sign.len = escape_utf8(s.at, s.len, &sign.c);
	if (sign.len == 0)
		return (struct sign){0, 1, 1};
	sign.columns = columns_of(sign.c);
	return sign;
}

/* Whether a line may end between two signs that no blank keeps apart. */
static bool
may_end(const struct sign *a, const struct sign *b)
{
	/* Brackets, stops, and signs that repeat or lengthen another. */
	static const wchar_t closing[] = L".,:;!?)]}%'\""
	    L"、。々〉》」』】〕〗ぁぃぅぇぉっゃゅょゝ"
	    L"ァィゥェォッャュョ・ーヽ！％），．：；？］｝";
	static const wchar_t opening[] = L"([{'\"〈《「『【〔〖（［｛";

	if (a->columns < 2 && b->columns < 2)
		return false;
	/* An emoji may be of several signs: joined, a tone of skin, a flag. */
	if (b->columns == 0 || a->c == JOINER ||
	    (b->c >= 0x1f3fb && b->c <= 0x1f3ff) ||
	    (b->c >= 0x1f1e6 && b->c <= 0x1f1ff))
		return false;
	return wcschr(closing, (wchar_t)b->c) == NULL &&
	    wcschr(opening, (wchar_t)a->c) == NULL;
}

/*
 * Signs of ASCII at the front that neither end a line nor quote, which are
 * those around the backtick, and past the quotation mark.
 */
static size_t
plain_length(struct slice s)
{
	size_t n = 0;

	while (n < s.len && ((s.at[n] > '`' && s.at[n] < 0x7f) ||
	    (s.at[n] > '"' && s.at[n] < '`')))
		n++;
	return n;
}

/* Up to the next place for the end of a line, or past it between quotes. */
static struct sign
next_word(struct slice s, bool heed_quotes)
{
	struct sign word = {0, 0, 0}, before = word, sign;
	uint32_t quote = 0;

	for (; s.len > 0; s.at += sign.len, s.len -= sign.len) {
		/* Most of what there is, and all of it in one. */
		sign.len = before.columns < 2 ? plain_length(s) : 0;
		if (sign.len > 0) {
			word.len += sign.len;
			word.columns += (int)sign.len;
			before.c = (unsigned char)s.at[sign.len - 1];
			before.columns = 1;
			continue;
		}
		sign = next_sign(s);
		if (quote == 0 && (sign.c == ' ' || (word.len > 0 &&
		    sign.columns != 0 && may_end(&before, &sign))))
			break;
		if (heed_quotes && (sign.c == '`' || sign.c == '"'))
			quote = quote == 0 ? sign.c :
			    quote == sign.c ? 0 : quote;
		word.len += sign.len;
		word.columns += sign.columns;
		/* What takes no column belongs to what it follows. */
		if (sign.columns > 0 || sign.c == JOINER)
			before = sign;
	}
	return word;
}

static void
put(FILE *f, struct slice s)
{
	if (f != NULL && s.len > 0)
		fwrite(s.at, 1, s.len, f);
}

int
wrap_fill(FILE *f, struct slice rest, int columns, int at, int indent)
{
	struct slice line = {NULL, 0};	/* what goes out in one */
	struct sign word;
	int lines = 1;

	for (;;) {
		int gap = 0;

		while (slice_skip(&rest, " "))
			gap = line.at != NULL;
		/*
		 * What stands between quotes, backticks above all, is what
		 * somebody may want to copy, so it stays on one line, where it
		 * fits on one: a quote can be part of a note, too.
		 */
		word = next_word(rest, true);
		if (word.columns > columns - indent)
			word = next_word(rest, false);
		if (word.len == 0)
			break;
		if (line.at != NULL && at + gap + word.columns > columns) {
			put(f, line);
			for (int i = 0; f != NULL && i <= indent; i++)
				putc(i == 0 ? '\n' : ' ', f);
			line = (struct slice){rest.at, 0};
			at = indent;
			gap = 0;
			lines++;
		} else if (line.at == NULL ||
		    line.at + line.len + gap != rest.at) {
			put(f, line);
			if (f != NULL && gap > 0)
				putc(' ', f);
			line = (struct slice){rest.at, 0};
			at += gap;
			gap = 0;
		}
		line.len += (size_t)gap + word.len;
		at += gap + word.columns;
		rest.at += word.len;
		rest.len -= word.len;
	}
	put(f, line);
	return lines;
}
