/* From words on a command line to a command that runs. */
#ifndef UI_INVOKE_H
#define UI_INVOKE_H

#include "command.h"

/*
 * Reads the options of a command, of which argv[0] is the name, into its
 * struct of them; the arguments after them are then in the context.  Returns
 * an exit status; *help where there is only its help to print.
 */
int invoke_parse(struct context *, const struct command *, int argc,
    char **argv, void *options, bool *help);
/* Parses and runs the command that argv[0] names.  Returns an exit status. */
int invoke(struct context *, int argc, char **argv);

#endif
