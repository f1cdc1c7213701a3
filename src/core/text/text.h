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

void text_init(struct text *, char *, size_t);
void text_char(struct text *, char);
void text_bytes(struct text *, const char *, size_t);
void text_str(struct text *, const char *);
void text_num(struct text *, int64_t);
/* A string, and a number after it. */
void text_str_num(struct text *, const char *before, int64_t);
/* Decimal, with at least width digits (1 to 20), zeros in front. */
void text_digits(struct text *, int64_t, int width);

/* True where the slice is exactly this word. */
bool slice_is(struct slice, const char *);
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
/* Steps over one character of a set; false where the slice begins otherwise. */
bool slice_skip(struct slice *, const char *set);

#endif
