/* How a command is used, told by its table. */
#ifndef CMD_USAGE_H
#define CMD_USAGE_H

#include "cmd.h"

/* The usage on standard error, after a message.  Returns CMD_USAGE. */
int usage_wrong(const struct command *);
/* On standard output, as asked for; of the program with all its commands. */
void usage_print(const struct command *);

#endif
