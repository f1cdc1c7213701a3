/* Standard output: pages wrapped to the terminal. */
#ifndef UI_OUTPUT_H
#define UI_OUTPUT_H

#include "../core/say/advice.h"
#include "../core/text/page.h"
#include "../edge/terminal.h"

/* What a page for this terminal is made for. */
struct page_view output_view(const struct terminal *, int64_t now);
/*
 * Prints words from the column on at which the cursor is, and the lines after
 * the first from there too; ends the last line.
 */
void output_wrap(struct slice, int columns, int indent);
/* The same, with another indent for the lines after the first. */
void output_wrap_from(struct slice, int columns, int at, int indent);
/* A paragraph as wide as the terminal, and at once. */
void output_say(const char *, ...) TEXT_FORMAT(1, 2);
void output_print(const struct page *, const struct terminal *);

/* A page, with the terminal that it is made for. */
struct sheet {
	struct terminal terminal;
	struct page_view view;
	struct page page;
	char buf[ADVICE_MAX];
};

/* Begins an empty one, for the terminal as it is now. */
void sheet_begin(struct sheet *, int64_t now);
/*
 * Leaves out what is spare where the terminal has fewer rows than the page,
 * and ends it with a word on how to see the rest.
 */
void sheet_fit(struct sheet *, const char *rest);
/* Prints what is on it; it is empty again then. */
void sheet_print(struct sheet *);
/*
 * All of that for the advice, as "backcare now" has it; unkept where it is that
 * on something that could not be recorded.
 */
void sheet_advise(const struct episode *, const struct verdict *, int64_t now,
    bool unkept);

#endif
