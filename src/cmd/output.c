#include "output.h"

#include <stdio.h>
#include <string.h>

#define BOLD "\033[1m"
#define RED_BOLD "\033[1;31m"
#define RESET "\033[0m"

/* Narrower than this, labels get lines of their own. */
#define COLUMNS_FOR_LABELS 50
#define NARROW_INDENT 2

void
sheet_begin(struct sheet *s, int64_t now)
{
	s->terminal = terminal_get();
	s->view = output_view(&s->terminal, now);
	page_init(&s->page, s->buf, sizeof(s->buf));
}

void
sheet_print(struct sheet *s)
{
	page_close(&s->page);
	output_print(&s->page, &s->terminal);
	page_init(&s->page, s->buf, sizeof(s->buf));
}

struct page_view
output_view(const struct terminal *t, int64_t now)
{
	return (struct page_view){now, t->columns, t->utf8, false};
}

int
output_columns(struct slice s)
{
	int width = 0;

	for (size_t i = 0; i < s.len; i++)
		width += ((unsigned char)s.at[i] & 0xc0) != 0x80;
	return width;
}

/* Bytes up to the next space, or to the next that no backticks hold. */
static size_t
word_length(struct slice s, bool heed_quotes)
{
	bool quoted = false;
	size_t n = 0;

	while (n < s.len && (quoted || s.at[n] != ' ')) {
		if (heed_quotes && s.at[n] == '`')
			quoted = !quoted;
		n++;
	}
	return n;
}

/*
 * Cuts the next word off.  What stands between backticks is a command that
 * somebody may want to copy, so it stays on one line, where it fits on one:
 * a backtick can be part of a note, too.
 */
static bool
next_word(struct slice *rest, struct slice *word, int columns)
{
	size_t n;

	while (rest->len > 0 && *rest->at == ' ') {
		rest->at++;
		rest->len--;
	}
	n = word_length(*rest, true);
	if (output_columns((struct slice){rest->at, n}) > columns)
		n = word_length(*rest, false);
	*word = (struct slice){rest->at, n};
	rest->at += n;
	rest->len -= n;
	return n > 0;
}

static void
fill(struct slice rest, int columns, int at, int indent)
{
	struct slice word;
	int width;
	bool first = true;

	while (next_word(&rest, &word, columns - indent)) {
		width = output_columns(word);
		if (!first && at + 1 + width > columns) {
			printf("\n%*s", indent, "");
			at = indent;
			first = true;
		}
		if (!first) {
			putchar(' ');
			at++;
		}
		fwrite(word.at, 1, word.len, stdout);
		at += width;
		first = false;
	}
}

/* An indent that leaves some room. */
static int
bearable(int indent, int columns)
{
	return indent > columns / 2 ? NARROW_INDENT : indent;
}

void
output_fill(struct slice words, int columns, int indent)
{
	fill(words, columns, indent, bearable(indent, columns));
}

void
output_wrap(struct slice words, int columns, int indent)
{
	output_wrap_from(words, columns, indent, bearable(indent, columns));
}

void
output_wrap_from(struct slice words, int columns, int at, int indent)
{
	fill(words, columns, at, indent);
	putchar('\n');
}

static void
print_item(const struct page_item *item, struct slice s, int columns)
{
	int indent = 0;

	if (item->style == PAGE_FIXED) {
		fwrite(s.at, 1, s.len, stdout);
		putchar('\n');
		return;
	}
	if (item->label != NULL && columns < COLUMNS_FOR_LABELS) {
		indent = NARROW_INDENT;
		if (*item->label != '\0')
			printf("%s:\n", item->label);
		printf("%*s", indent, "");
	} else if (item->label != NULL) {
		indent = PAGE_LABEL;
		printf("%-*s", indent, item->label);
	}
	output_wrap(s, columns, indent);
}

void
output_print(const struct page *page, const struct terminal *t)
{
	for (int i = 0; i < page->count; i++) {
		const struct page_item *item = &page->items[i];
		bool bold = t->colour && (item->style == PAGE_HEADLINE ||
		    item->style == PAGE_ALARM);

		if (bold)
			fputs(item->style == PAGE_ALARM ? RED_BOLD : BOLD,
			    stdout);
		print_item(item, page_slice(page, i), t->columns);
		if (bold)
			fputs(RESET, stdout);
	}
}
