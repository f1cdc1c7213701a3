#include "output.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/time/hours.h"
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
sheet_advise(const struct episode *e, const struct verdict *v, int64_t now,
    bool unkept)
{
	struct sheet sheet;

	sheet_begin(&sheet, now);
	sheet.view.unkept = unkept;
	advice_write(&sheet.page, e, v, &sheet.view);
	sheet_print(&sheet);
}

struct page_view
output_view(const struct terminal *t, int64_t now)
{
	const char *waking = getenv("BACKCARE_WAKING"), *errstr;
	struct hours hours;

	if (waking == NULL || hours_parse(waking, &hours, &errstr) == -1)
		hours = hours_default;
	return (struct page_view){.now = now, .columns = t->columns,
	    .utf8 = t->utf8, .plain = t->dumb, .wakes = hours.from,
	    .sleeps = hours.to};
}

void
output_wrap(struct slice words, int columns, int indent)
{
	/* The other lines need some room, too. */
	output_wrap_from(words, columns, indent, indent > columns / 2 ?
	    NARROW_INDENT : indent);
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

/* Puts a paragraph on a stream, or with NULL only counts its lines. */
static int
put_item(FILE *f, const struct page_item *item, struct slice s, int columns)
{
	static const char blank[] = "          ";
	bool narrow = columns < COLUMNS_FOR_LABELS;
	int lines = 1, indent = item->label == NULL ? 0 :
	    narrow ? NARROW_INDENT : PAGE_LABEL;
	struct text label = TEXT(32);
	int at;

	if (narrow && item->label != NULL && *item->label != '\0')
		text_fmt(&label, "%s: ", item->label);
	else if (item->label != NULL)
		text_str(&label, item->label);
	_Static_assert(sizeof(blank) > PAGE_LABEL, "blank fills a label");
	if ((int)label.len < indent)
		text_bytes(&label, blank, (size_t)indent - label.len);
	at = (int)label.len;
	if (narrow && at > columns / 2) {
		text_fmt(&label, "\n%*s", indent, "");
		at = indent;
		lines = 2;
	}
	if (f != NULL)
		fwrite(label.buf, 1, label.len, f);
	if (item->style != PAGE_FIXED)
		lines += wrap_fill(f, s, columns, at, indent) - 1;
	else if (f != NULL)
		fwrite(s.at, 1, s.len, f);
	if (f != NULL)
		putc('\n', f);
	return lines;
}

static int
lines_of(const struct page *page, int columns)
{
	int lines = 0;

	for (int i = 0; i < page->count; i++) {
		if (page_shows(page, i))
			lines += put_item(NULL, &page->items[i],
			    page_slice(page, i), columns);
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
	text_str(page_add(&s->page, NULL, PAGE_PLAIN), rest);
	s->page.brief = 1;
	if (lines_of(&s->page, s->terminal.columns) >= s->terminal.rows)
		s->page.brief = 2;
}

void
output_print(const struct page *page, const struct terminal *t)
{
	for (int i = 0; i < page->count; i++) {
		const struct page_item *item = &page->items[i];
		const char *bold = !t->colour ? "" :
		    item->style == PAGE_ALARM ? RED_BOLD :
		    item->style == PAGE_HEADLINE ? BOLD : "";

		if (!page_shows(page, i))
			continue;
		fputs(bold, stdout);
		put_item(stdout, item, page_slice(page, i), t->columns);
		fputs(*bold == '\0' ? "" : RESET, stdout);
	}
}
