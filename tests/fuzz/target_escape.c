/* Bytes made fit to be written, and what they were before. */
#include <string.h>

#include "../../src/core/text/escape.h"
#include "../../src/core/say/calendar.h"
#include "../../src/core/text/json.h"
#include "target.h"

/* Into the log and back: the same bytes. */
static void
round_trip(const char *bytes, size_t size, enum escape how)
{
	char *encoded = malloc(4 * size + 1), *decoded = malloc(4 * size + 1);
	struct text text;

	require(encoded != NULL && decoded != NULL);
	text_init(&text, encoded, 4 * size + 1);
	escape_put(&text, bytes, size, how);
	target_require_clean(&text);
	require(memchr(encoded, '\n', text.len) == NULL);
	if (how == ESCAPE_VALUE) {
		require(memchr(encoded, ' ', text.len) == NULL);
		require(escape_is_value((struct slice){encoded, text.len}) ==
		    (size > 0));
	}
	require(escape_decode((struct slice){encoded, text.len}, decoded) ==
	    size && memcmp(decoded, bytes, size) == 0);
	free(encoded);
	free(decoded);
}

static void
show(const char *bytes, size_t size, enum escape how)
{
	char *shown = malloc(4 * size + 1);
	struct text text;

	require(shown != NULL);
	text_init(&text, shown, 4 * size + 1);
	escape_put(&text, bytes, size, how);
	target_require_clean(&text);
	for (size_t i = 0; how == ESCAPE_ASCII && i < text.len; i++)
		require((unsigned char)shown[i] < 0x80);
	free(shown);
}

/* Where there is no room for all, whole characters. */
static void
cut(const char *bytes, size_t size)
{
	char small[16];
	struct text text;

	text_init(&text, small, sizeof(small));
	escape_put(&text, bytes, size, ESCAPE_SHOW);
	require(text.len < sizeof(small) && small[text.len] == '\0');
	text.cut = false;
	target_require_clean(&text);
}

/* As a string in JSON, as text in HTML and in iCalendar. */
static void
quote(char *string, size_t size)
{
	char *buf = malloc(16 * size + 64);
	struct text text, folded;

	require(buf != NULL);
	text_init(&text, buf, 16 * size + 64);
	json_bytes(&text, NULL, (struct slice){string, size});
	require(!text.cut && text.len >= 2 && buf[0] == '"' &&
	    buf[text.len - 1] == '"');
	require(memchr(buf, '\n', text.len) == NULL);
	text_init(&text, buf, 16 * size + 64);
	escape_html(&text, (struct slice){string, size});
	require(!text.cut && memchr(buf, '<', text.len) == NULL);
	text_init(&text, buf, 16 * size + 64);
	calendar_text(&text, "SUMMARY", string);
	require(!text.cut && buf[text.len - 1] == '\n');
	text_init(&folded, buf + text.len + 1, text.size - text.len - 1);
	calendar_fold(&folded, (struct slice){buf, text.len});
	require(!folded.cut && folded.buf[folded.len - 1] == '\n');
	free(buf);
}

void
target_escape(const uint8_t *data, size_t size)
{
	char *bytes = target_string(data, size), *decoded = malloc(size + 1);

	require(decoded != NULL);
	round_trip(bytes, size, ESCAPE_NOTE);
	round_trip(bytes, size, ESCAPE_VALUE);
	show(bytes, size, ESCAPE_SHOW);
	show(bytes, size, ESCAPE_ASCII);
	cut(bytes, size);
	quote(bytes, size);
	require(escape_decode((struct slice){bytes, size}, decoded) <= size);
	free(decoded);
	free(bytes);
}
