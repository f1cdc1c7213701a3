/* Standard output: pages wrapped to the terminal. */
#ifndef CMD_SCREEN_H
#define CMD_SCREEN_H

#include "../core/page.h"
#include "../edge/terminal.h"

/* What a page for this terminal is made for. */
struct page_view screen_view(const struct terminal *, int64_t now);
void screen_print(const struct page *, const struct terminal *);

#endif
