/* What somebody meant who typed something that there is not. */
#ifndef UI_MEANT_H
#define UI_MEANT_H

#include "command.h"

/* Says that there is no such command, and what may be meant.  CMD_USAGE. */
int meant_command(const char *word);
/* The same of a flag, in what: "-f", or the name of a command. */
int meant_flag(const char *what, struct slice name);

#define MEANT_MAX 320	/* bytes that what the others put fits in */

/*
 * They put "; did you mean ...?" or the like, or nothing.  For an option that
 * a command has not, and arguments where it takes none.
 */
void meant_option(struct text *, const struct command *, const char *word);
void meant_argument(struct text *, const struct context *);
/* Likewise for a note that is nothing but values of options: "2h". */
void meant_note(struct text *, const struct context *);
/* And for arguments of which the first is no score. */
void meant_score(struct text *, const struct context *);

#endif
