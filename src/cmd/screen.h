/* Standard output: pages wrapped to the terminal. */
#ifndef CMD_SCREEN_H
#define CMD_SCREEN_H

#include "../core/page.h"
#include "../edge/terminal.h"

/* What a page for this terminal is made for. */
struct page_view screen_view(const struct terminal *, int64_t now);
/* Columns that bytes take: one a character. */
int screen_columns(struct slice);
/*
 * Prints words from the column on at which the cursor is, and the lines after
 * the first from there too.  screen_wrap ends the last line, too.
 */
void screen_fill(struct slice, int columns, int indent);
void screen_wrap(struct slice, int columns, int indent);
/* The same, but the lines after the first are indented by so much. */
void screen_wrap_from(struct slice, int columns, int at, int indent);
void screen_print(const struct page *, const struct terminal *);

#endif
