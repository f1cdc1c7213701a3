#include "output.h"

#include <stdarg.h>
#include <stdio.h>

#include "../edge/wrap.h"

#define SAY_MAX 2048	/* bytes */

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
	output_print(&s->page, &s->terminal);
	page_init(&s->page, s->buf, sizeof(s->buf));
}

void
sheet_advise(const struct episode *e, const struct verdict *v, int64_t now)
{
	struct sheet sheet;

	sheet_begin(&sheet, now);
	advice_write(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
}

struct page_view
output_view(const struct terminal *t, int64_t now)
{
	return (struct page_view){.now = now, .columns = t->columns,
	    .utf8 = t->utf8, .plain = t->dumb};
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
	wrap_fill(stdout, words, columns, indent, bearable(indent, columns));
}

void
output_wrap(struct slice words, int columns, int indent)
{
	output_wrap_from(words, columns, indent, bearable(indent, columns));
}

void
output_wrap_from(struct slice words, int columns, int at, int indent)
{
	wrap_fill(stdout, words, columns, at, indent);
	putchar('\n');
}

void
output_say(const char *format, ...)
{
	char words[SAY_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(words, sizeof(words), format, args);
	va_end(args);
	output_wrap(slice_of(words), terminal_get().columns, 0);
	fflush(stdout);
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

static int
lines_of(const struct page *page, int columns)
{
	int lines = 0;

	for (int i = 0; i < page->count; i++) {
		const struct page_item *item = &page->items[i];
		bool apart = item->label != NULL &&
		    columns < COLUMNS_FOR_LABELS;
		int indent = item->label == NULL ? 0 :
		    apart ? NARROW_INDENT : PAGE_LABEL;

		if (item->style == PAGE_FIXED) {
			lines++;
			continue;
		}
		lines += wrap_fill(NULL, page_slice(page, i), columns, indent,
		    indent) + (apart && *item->label != '\0');
	}
	return lines;
}

void
sheet_fit(struct sheet *s, const char *rest)
{
	/* One row is for what comes next, mostly a prompt. */
	if (s->terminal.rows == 0 ||
	    lines_of(&s->page, s->terminal.columns) < s->terminal.rows)
		return;
	s->page.brief = true;
	text_str(page_add(&s->page, NULL, PAGE_PLAIN), rest);
}

void
output_print(const struct page *page, const struct terminal *t)
{
	for (int i = 0; i < page->count; i++) {
		const struct page_item *item = &page->items[i];
		bool bold = t->colour && (item->style == PAGE_HEADLINE ||
		    item->style == PAGE_ALARM);

		if (!page_shows(page, i))
			continue;
		if (bold)
			fputs(item->style == PAGE_ALARM ? RED_BOLD : BOLD,
			    stdout);
		print_item(item, page_slice(page, i), t->columns);
		if (bold)
			fputs(RESET, stdout);
	}
}
