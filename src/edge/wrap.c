#ifdef __linux__
#define _XOPEN_SOURCE 700	/* wcwidth(3) */
#endif
#include "wrap.h"

#include <locale.h>
#include <string.h>
#include <wchar.h>

#include "../core/text/escape.h"

#define JOINER 0x200d	/* makes one emoji of two */
#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* One character: how many bytes and columns it takes. */
struct sign {
	uint32_t c;
	size_t len;
	int columns;
};

/* Up to here a line may end. */
struct word {
	struct slice s;
	int columns;
	bool glued;	/* no blank stands before it */
};

/* Loaded where it is asked for the first time: that reads files. */
static void
need_locale(void)
{
	if (strcmp(setlocale(LC_CTYPE, NULL), "C") == 0 &&
	    setlocale(LC_CTYPE, "") == NULL)
		(void)setlocale(LC_CTYPE, "C.UTF-8");
}

static int
columns_of(uint32_t c)
{
	int columns;

	/* Latin letters, and what this program draws, are the same to all. */
	if (c < 0x300 || (c >= 0x2010 && c <= 0x2027) ||
	    (c >= 0x2500 && c <= 0x259f))
		return c != 0xad;
	need_locale();
	columns = wcwidth((wchar_t)c);
	return columns < 0 ? 1 : columns;
}

/* One that is not ASCII. */
static struct sign
wide_sign(struct slice s)
{
	struct sign sign;

	sign.len = escape_utf8(s.at, s.len, &sign.c);
	if (sign.len == 0)
		return (struct sign){0, 1, 1};
	sign.columns = columns_of(sign.c);
	return sign;
}

/* The sign at the front of what is not empty. */
static struct sign
next_sign(struct slice s)
{
	struct sign sign = {(unsigned char)*s.at, 1, 1};

	return sign.c < 0x80 ? sign : wide_sign(s);
}

static bool
among(uint32_t c, const uint16_t *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (c == list[i])
			return true;
	}
	return false;
}

/* Whether a line may end between two signs that no blank keeps apart. */
static bool
may_end(const struct sign *a, const struct sign *b)
{
	/* Brackets, stops, and signs that repeat or lengthen another. */
	static const uint16_t closing[] = {
		0x3001, 0x3002, 0x3005, 0x3009, 0x300b, 0x300d, 0x300f, 0x3011,
		0x3015, 0x3017, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x3063,
		0x3083, 0x3085, 0x3087, 0x309d, 0x30a1, 0x30a3, 0x30a5, 0x30a7,
		0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30fb, 0x30fc, 0x30fd,
		0xff01, 0xff05, 0xff09, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f,
		0xff3d, 0xff5d
	};
	static const uint16_t opening[] = {
		0x3008, 0x300a, 0x300c, 0x300e, 0x3010, 0x3014, 0x3016, 0xff08,
		0xff3b, 0xff5b
	};

	if (a->columns < 2 && b->columns < 2)
		return false;
	/* An emoji may be of several signs: joined, a tone of skin, a flag. */
	if (b->columns == 0 || a->c == JOINER ||
	    (b->c >= 0x1f3fb && b->c <= 0x1f3ff) ||
	    (b->c >= 0x1f1e6 && b->c <= 0x1f1ff))
		return false;
	return !among(b->c, closing, COUNT(closing)) &&
	    !among(a->c, opening, COUNT(opening)) &&
	    (b->c >= 0x80 || strchr(".,:;!?)]}%'\"", (int)b->c) == NULL) &&
	    (a->c >= 0x80 || strchr("([{'\"", (int)a->c) == NULL);
}

/* Signs of ASCII at the front that neither end a line nor quote. */
static size_t
plain_length(struct slice s)
{
	size_t n = 0;

	while (n < s.len && s.at[n] > ' ' && s.at[n] < 0x7f &&
	    s.at[n] != '`' && s.at[n] != '"')
		n++;
	return n;
}

/* Up to the next place for the end of a line, or past it between quotes. */
static struct word
word_at(struct slice s, bool heed_quotes)
{
	struct word word = {{s.at, 0}, 0, false};
	struct sign before = {0, 0, 0}, sign;
	uint32_t quote = 0;

	for (; s.len > 0; s.at += sign.len, s.len -= sign.len) {
		size_t plain = before.columns < 2 ? plain_length(s) : 0;

		/* Most of what there is, and all of it in one. */
		if (plain > 0) {
			word.s.len += plain;
			word.columns += (int)plain;
			sign = (struct sign){0, plain, 1};
			before = (struct sign){(unsigned char)s.at[plain - 1],
			    1, 1};
			continue;
		}
		sign = next_sign(s);
		if (quote == 0 && (sign.c == ' ' || (word.s.len > 0 &&
		    sign.columns != 0 && may_end(&before, &sign))))
			break;
		if (heed_quotes && (sign.c == '`' || sign.c == '"'))
			quote = quote == 0 ? sign.c :
			    quote == sign.c ? 0 : quote;
		word.s.len += sign.len;
		word.columns += sign.columns;
		/* What takes no column belongs to what it follows. */
		if (sign.columns > 0 || sign.c == JOINER)
			before = sign;
	}
	return word;
}

/*
 * Cuts the next word off.  What stands between quotes, backticks above all, is
 * what somebody may want to copy, so it stays on one line, where it fits on
 * one: a quote can be part of a note, too.
 */
static bool
next_word(struct slice *rest, struct word *word, int columns)
{
	const char *from = rest->at;

	while (rest->len > 0 && *rest->at == ' ') {
		rest->at++;
		rest->len--;
	}
	*word = word_at(*rest, true);
	if (word->columns > columns)
		*word = word_at(*rest, false);
	word->glued = rest->at == from;
	rest->at += word->s.len;
	rest->len -= word->s.len;
	return word->s.len > 0;
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
	struct word word;
	int lines = 1;

	while (next_word(&rest, &word, columns - indent)) {
		int gap = line.at == NULL || word.glued ? 0 : 1;

		if (line.at != NULL && at + gap + word.columns > columns) {
			put(f, line);
			for (int i = 0; f != NULL && i <= indent; i++)
				putc(i == 0 ? '\n' : ' ', f);
			line = (struct slice){word.s.at, 0};
			at = indent;
			gap = 0;
			lines++;
		}
		/* What stands so in the text is put in one piece. */
		if (line.at == NULL || line.at + line.len + gap != word.s.at) {
			put(f, line);
			if (f != NULL && gap > 0)
				putc(' ', f);
			line = (struct slice){word.s.at, 0};
			at += gap;
			gap = 0;
		}
		line.len += (size_t)gap + word.s.len;
		at += gap + word.columns;
	}
	put(f, line);
	return lines;
}
