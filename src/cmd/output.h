/* Standard output: pages wrapped to the terminal. */
#ifndef CMD_OUTPUT_H
#define CMD_OUTPUT_H

#include "../core/text/page.h"
#include "../edge/terminal.h"

/* What a page for this terminal is made for. */
struct page_view output_view(const struct terminal *, int64_t now);
/* Columns that bytes take: one a character. */
int output_columns(struct slice);
/*
 * Prints words from the column on at which the cursor is, and the lines after
 * the first from there too.
 */
void output_fill(struct slice, int columns, int indent);
/* The same, and ends the last line. */
void output_wrap(struct slice, int columns, int indent);
/* The same, with another indent for the lines after the first. */
void output_wrap_from(struct slice, int columns, int at, int indent);
void output_print(const struct page *, const struct terminal *);

#endif
