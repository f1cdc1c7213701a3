#include "text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void
text_init(struct text *t, char *buf, size_t size)
{
	*t = (struct text){buf, size, 0, false};
	buf[0] = '\0';
}

void
text_bytes(struct text *t, const char *bytes, size_t len)
{
	size_t room = t->size - t->len - 1;

	if (len > room) {
		len = room;
		t->cut = true;
	}
	memcpy(t->buf + t->len, bytes, len);
	t->len += len;
	t->buf[t->len] = '\0';
}

TEXT_FORMAT(2, 0)
static void
put_format(struct text *t, const char *format, va_list args)
{
	size_t room = t->size - t->len;
	/* It fails with -1, which is more than any room, and what fits. */
	/* NOLINTNEXTLINE(clang-analyzer-valist.Uninitialized): it is begun. */
	size_t n = (size_t)vsnprintf(t->buf + t->len, room, format, args);

	if (n >= room) {
		t->cut = true;
		n = strlen(t->buf + t->len);
	}
	t->len += n;
}

void
text_fmt(struct text *t, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	put_format(t, format, args);
	va_end(args);
}

void
text_item(struct text *t, size_t start, const char *separator,
    const char *format, ...)
{
	va_list args;

	if (t->len > start)
		text_str(t, separator);
	va_start(args, format);
	put_format(t, format, args);
	va_end(args);
}

void
text_str(struct text *t, const char *s)
{
	text_bytes(t, s, strlen(s));
}

void
text_num(struct text *t, int64_t n)
{
	text_digits(t, n, 1);
}

void
text_digits(struct text *t, int64_t n, int width)
{
	char digits[20];
	size_t at = sizeof(digits);
	uint64_t rest = (uint64_t)n;

	if (n < 0) {
		text_char(t, '-');
		rest = 0 - rest;
	}
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0 || sizeof(digits) - at < (size_t)width);
	text_bytes(t, digits + at, sizeof(digits) - at);
}

struct slice
slice_of(const char *s)
{
	return (struct slice){s, s == NULL ? 0 : strlen(s)};
}

int
slice_num(struct slice s)
{
	bool zero = s.len > 1 && *s.at == '0';
	int n;

	return slice_digits(&s, 9, &n) > 0 && s.len == 0 && !zero ? n : -1;
}

bool
slice_next(struct slice *rest, char separator, struct slice *word)
{
	const char *end;

	if (rest->at == NULL)
		return false;
	end = memchr(rest->at, separator, rest->len);
	if (end == NULL) {
		*word = *rest;
		*rest = (struct slice){NULL, 0};
		return true;
	}
	*word = slice_cut(rest, (size_t)(end - rest->at));
	slice_cut(rest, 1);
	return true;
}

bool
slice_words(struct slice line, struct slice *words, int count)
{
	for (int i = 0; i < count; i++) {
		if (!slice_next(&line, ' ', &words[i]))
			return false;
	}
	return line.at == NULL;
}

uint64_t
slice_hash(uint64_t hash, struct slice s)
{
	for (size_t i = 0; i < s.len; i++) {
		hash ^= (unsigned char)s.at[i];
		hash *= UINT64_C(1099511628211);
	}
	return hash;
}
