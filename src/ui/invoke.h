/* From words on a command line to a command that runs. */
#ifndef UI_INVOKE_H
#define UI_INVOKE_H

#include "command.h"

/*
 * Reads the options of a command, of which argv[0] is the name, into its
 * struct of them; the arguments after them are then in the context.  Returns
 * an exit status, or INVOKE_HELP where its help was all to do, and is printed.
 */
#define INVOKE_HELP (-1)
int invoke_parse(struct context *, const struct command *, int argc,
    char **argv, void *options);
/* Parses and runs the command that argv[0] names.  Returns an exit status. */
int invoke(struct context *, int argc, char **argv);

#endif
