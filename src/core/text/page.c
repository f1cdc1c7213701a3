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
	if (page->count > 0)
		page->items[page->count - 1].end = page->text.len;
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
	    label, style, page->text.len, page->text.len};
	return &page->text;
}

struct slice
page_slice(const struct page *page, int item)
{
	const struct page_item *it = &page->items[item];

	return (struct slice){page->text.buf + it->start, it->end - it->start};
}
