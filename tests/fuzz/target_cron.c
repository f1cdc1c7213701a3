/* The user's crontab: every other line is left as it was. */
#include <string.h>

#include "../../src/core/say/cron.h"
#include "target.h"

#define LINE "* * * * * HOME=/home/x /usr/bin/backcare remind\n"
#define ROOM (sizeof(LINE) + sizeof(CRON_BEGIN) + sizeof(CRON_END) + 8)

/* -1 where the comments do not pair. */
static int
edit(const char *table, size_t len, const char *line, char **buf, size_t *n)
{
	struct text text;
	int ret;

	*buf = malloc(len + ROOM);
	require(*buf != NULL);
	text_init(&text, *buf, len + ROOM);
	ret = cron_edit(&text, (struct slice){table, len}, line);
	require(!text.cut);
	*n = text.len;
	return ret;
}

static void
require_same(const char *a, size_t a_len, const char *b, size_t b_len)
{
	require(a_len == b_len && memcmp(a, b, a_len) == 0);
}

static void
try_table(const char *table, size_t len)
{
	char *with, *twice, *without, *back;
	size_t with_len, twice_len, without_len, back_len;

	if (edit(table, len, LINE, &with, &with_len) == -1) {
		require(edit(table, len, NULL, &back, &back_len) == -1);
		free(with);
		free(back);
		return;
	}
	require(edit(with, with_len, LINE, &twice, &twice_len) == 0);
	require_same(with, with_len, twice, twice_len);
	require(edit(table, len, NULL, &without, &without_len) == 0);
	require(edit(with, with_len, NULL, &back, &back_len) == 0);
	/* A last line without a newline may have got one. */
	if (back_len == without_len + 1 && back[without_len] == '\n')
		back_len--;
	require_same(without, without_len, back, back_len);
	require(without_len <= len + 1);
	free(with);
	free(twice);
	free(without);
	free(back);
}

/* One word of sh(1), in which cron finds no percent sign. */
static void
try_word(const char *word)
{
	size_t size = 32 * strlen(word) + 64;
	char *buf = malloc(size);
	const char *p;
	struct text text;

	require(buf != NULL);
	text_init(&text, buf, size);
	cron_quote(&text, word);
	require(!text.cut && text.len > 0);
	for (p = strchr(buf, '%'); p != NULL; p = strchr(p + 1, '%'))
		require(p > buf && p[-1] == '\\');
	free(buf);
}

void
target_cron(const uint8_t *data, size_t size)
{
	char *table = target_string(data, size);

	try_table(table, size);
	try_word(table);
	free(table);
}
