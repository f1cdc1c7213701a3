/* What somebody meant who typed something that there is not. */
#ifndef UI_MEANT_H
#define UI_MEANT_H

#include "command.h"

/* Says that there is no such command, and what may be meant.  CMD_USAGE. */
int meant_command(const char *word);
/* The same of a flag, in what: "-f", or the name of a command. */
int meant_flag(const char *what, struct slice name);

#define MEANT_MAX 320	/* bytes that what the others put fits in */

/* For an option that a command has not: "; did you mean ...?", or nothing. */
void meant_option(struct text *, const struct command *, const char *word);
/*
 * The arguments as the options that they are values of: "-t 2h" for "2h".
 * False where one is none.
 */
#define MEANT_OPTIONS 160	/* bytes; what needs more is none */
bool meant_options(struct text *, const struct context *);
/* For arguments of which the first is no score: "; did you mean ...?". */
void meant_score(struct text *, const struct context *);

#endif
