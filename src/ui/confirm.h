/* What is said once a record is made, or could not be. */
#ifndef UI_CONFIRM_H
#define UI_CONFIRM_H

#include "../core/text/page.h"
#include "logbook.h"

/*
 * Prints what was recorded, in words, and the step to take now; at URGENT and
 * EMERGENCY that comes first.  Where the note of the record has a plain word
 * for a red flag, that is asked about, and nothing calm is said.
 */
void confirm_print(const struct logbook *, const struct record *,
    const char *label, const char *said);
/* Asks about the words of a note that may be a red flag, if there are any. */
void confirm_worry(struct page *, const struct record *);
/* Whether the note has such a word. */
bool confirm_is_worried(const struct record *);
/* A line on standard error for what is dated before the first onset. */
void confirm_early(const struct logbook *, const struct record *);
/* Names the flags that nobody has assessed, after a sentence. */
void confirm_unseen(struct text *, uint32_t flags);
/*
 * For a record that could not be made or stored: if it is URGENT or EMERGENCY
 * by itself, that is said all the same.
 */
void confirm_alarm(const struct context *, const struct record *);

#endif
