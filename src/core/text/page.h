/* A page to be printed: paragraphs, most with a label in front. */
#ifndef CORE_PAGE_H
#define CORE_PAGE_H

#include "text.h"

#define PAGE_ITEMS 32
#define PAGE_LABEL 10	/* columns for the label and the space after it */

enum page_style {
	PAGE_PLAIN,
	PAGE_HEADLINE,
	PAGE_ALARM,	/* a headline that must be seen first */
	PAGE_FIXED	/* a drawing: not wrapped */
};

struct page_item {
	const char *label;	/* NULL: the paragraph has the whole width */
	enum page_style style;
	int spare;	/* goes where there is no room: 1 first, then 2 */
	size_t start;		/* in the text; it ends where the next begins */
};

struct page {
	struct text text;
	struct page_item items[PAGE_ITEMS];
	int count;
	int brief;	/* there is no room: what is spare up to that goes */
};

/* What the page is made for. */
struct page_view {
	int64_t now;
	int columns;	/* of the terminal, 20 or more */
	bool utf8;
	bool verbose;	/* sources and strength of evidence too */
	bool worried;	/* a note has a word for a red flag: nothing calm */
	bool unkept;	/* of what could not be recorded: it is still to do */
	bool plain;	/* no drawing: the terminal is a dumb one */
	int64_t until;		/* a timer runs until then; 0: none does */
	const char *running;	/* "Ice", or NULL for a pause between packs */
	int wakes, sleeps;	/* waking hours, in minutes; both 0: always */
};

void page_init(struct page *, char *buf, size_t size);
/* Begins a paragraph; what is put into the text next belongs to it. */
struct text *page_add(struct page *, const char *label, enum page_style);
/* Says of the last one that it is of the first to go (1), or the next (2). */
void page_spare(struct page *, int order);
/* Whether one is printed at all. */
bool page_shows(const struct page *, int item);
/* The bytes of one paragraph. */
struct slice page_slice(const struct page *, int item);

#endif
