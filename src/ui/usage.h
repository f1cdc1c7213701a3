/* How a command is used, told by its table. */
#ifndef UI_USAGE_H
#define UI_USAGE_H

#include "command.h"

/* The usage on standard error, after a message.  Returns CMD_USAGE. */
int usage_wrong(const struct command *);
/* On standard output, as asked for; of the program with all its commands. */
void usage_print(const struct command *);

#endif
