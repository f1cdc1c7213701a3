#include "page.h"

void
page_init(struct page *page, char *buf, size_t size)
{
	text_init(&page->text, buf, size);
	page->count = 0;
	page->brief = 0;
}

struct text *
page_add(struct page *page, const char *label, enum page_style style)
{
	if (page->count == PAGE_ITEMS)
		page->text.cut = true;
	else
		page->items[page->count++] = (struct page_item){
		    label, style, 0, page->text.len};
	return &page->text;
}

void
page_spare(struct page *page, int order)
{
	if (page->count > 0)
		page->items[page->count - 1].spare = order;
}

bool
page_shows(const struct page *page, int item)
{
	const int spare = page->items[item].spare;

	return spare == 0 || spare > page->brief;
}

struct slice
page_slice(const struct page *page, int item)
{
	size_t start = page->items[item].start;
	size_t end = item + 1 < page->count ? page->items[item + 1].start :
	    page->text.len;

	return (struct slice){page->text.buf + start, end - start};
}
