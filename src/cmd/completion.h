/* What completions ask for: help -c, described in backcare(1). */
#ifndef CMD_COMPLETION_H
#define CMD_COMPLETION_H

#include "cmd.h"

/* The words that can follow a command, or the program, one a line. */
void completion_print(const struct command *);

#endif
