/* A string being built in a buffer that the caller owns. */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A run of bytes inside somebody else's buffer; not terminated. */
struct slice {
	const char *at;
	size_t len;
};

struct text {
	char *buf;	/* always terminated */
	size_t size;	/* bytes in buf, 1 or more */
	size_t len;	/* bytes used, without the terminator */
	bool cut;	/* something did not fit and was left out */
};

/* An empty text with a buffer on the stack: struct text t = TEXT(64); */
#define TEXT(bytes) {.buf = (char[bytes]){""}, .size = (bytes)}

#if defined(__GNUC__)
#define TEXT_FORMAT(format, first) \
    __attribute__((__format__(__printf__, format, first)))
#else
#define TEXT_FORMAT(format, first)
#endif

void text_init(struct text *, char *, size_t);
/* Puts a whole sentence, or as much of it as fits, as printf(3) makes it. */
void text_fmt(struct text *, const char *format, ...) TEXT_FORMAT(2, 3);
/*
 * The same for the next thing of a list that began at a length of the text:
 * with a separator in front of all but the first.
 */
void text_item(struct text *, size_t start, const char *separator,
    const char *format, ...) TEXT_FORMAT(4, 5);
static inline void
text_char(struct text *t, char c)
{
	if (t->len + 1 >= t->size) {
		t->cut = true;
		return;
	}
	t->buf[t->len++] = c;
	t->buf[t->len] = '\0';
}

void text_bytes(struct text *, const char *, size_t);
void text_str(struct text *, const char *);
void text_num(struct text *, int64_t);
/* Decimal, with at least width digits (1 to 20), zeros in front. */
void text_digits(struct text *, int64_t, int width);

/*
 * FNV-1a, 64 bits: tells bytes from others; no shield against malice.  Goes on
 * from a hash, or from SLICE_HASH.
 */
#define SLICE_HASH UINT64_C(14695981039346656037)
uint64_t slice_hash(uint64_t hash, struct slice);

/* In lower case where it is ASCII, whatever the locale. */
static inline char
text_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* True where the slice is exactly this word: reading a log is little else. */
static inline bool
slice_is(struct slice s, const char *word)
{
	for (size_t i = 0; i < s.len; i++) {
		if (s.at[i] != word[i] || word[i] == '\0')
			return false;
	}
	return word[s.len] == '\0';
}

/* Of NULL it is empty, and at is NULL. */
struct slice slice_of(const char *);
/*
 * A number of one to nine digits, without sign or leading zero.
 * Returns it, or -1.
 */
int slice_num(struct slice);
/*
 * The words of a list, one a call: cuts the first off rest, at the
 * separator.  False when there are none left.
 */
bool slice_next(struct slice *rest, char separator, struct slice *word);
/* Takes a line apart that has just so many words, with a space between. */
bool slice_words(struct slice line, struct slice *words, int count);
/* Cuts so many bytes off the front, of as many or more. */
static inline struct slice
slice_cut(struct slice *s, size_t len)
{
	struct slice front = {s->at, len};

	s->at += len;
	s->len -= len;
	return front;
}

/* Steps over one character of a set; false where the slice begins otherwise. */
static inline bool
slice_skip(struct slice *s, const char *set)
{
	for (; s->len > 0 && *set != '\0'; set++) {
		if (*s->at == *set) {
			slice_cut(s, 1);
			return true;
		}
	}
	return false;
}

/*
 * Cuts digits off the front, at most so many (1 to 9); returns how many there
 * were, and their number.
 */
static inline int
slice_digits(struct slice *s, int most, int *n)
{
	int digits = 0, sum = 0;

	for (; digits < most && (size_t)digits < s->len &&
	    s->at[digits] >= '0' && s->at[digits] <= '9'; digits++)
		sum = sum * 10 + s->at[digits] - '0';
	slice_cut(s, (size_t)digits);
	*n = sum;
	return digits;
}

#endif
