#include "page.h"

void
page_init(struct page *page, char *buf, size_t size)
{
	text_init(&page->text, buf, size);
	page->count = 0;
}

void
page_close(struct page *page)
{
	struct page_item *last;

	if (page->count == 0)
		return;
	last = &page->items[page->count - 1];
	if (last->end == 0)
		last->end = page->text.len;
}

struct text *
page_add(struct page *page, const char *label, enum page_style style)
{
	page_close(page);
	if (page->count == PAGE_ITEMS) {
		page->text.cut = true;
		return &page->text;
	}
	page->items[page->count++] = (struct page_item){
	    label, style, false, page->text.len, 0};
	return &page->text;
}

void
page_spare(struct page *page)
{
	if (page->count > 0)
		page->items[page->count - 1].spare = true;
}

void
page_drop_spare(struct page *page)
{
	int kept = 0;

	page_close(page);
	for (int i = 0; i < page->count; i++) {
		if (!page->items[i].spare)
			page->items[kept++] = page->items[i];
	}
	page->count = kept;
}

struct slice
page_slice(const struct page *page, int item)
{
	const struct page_item *it = &page->items[item];

	return (struct slice){page->text.buf + it->start, it->end - it->start};
}
