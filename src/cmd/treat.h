/* The command that ice and heat share: options, and what to do of it. */
#ifndef CMD_TREAT_H
#define CMD_TREAT_H

#include "../core/rules/phase.h"
#include "cmd.h"

/* Runs the command of that treatment; optstring is its options. */
int treat_run(struct context *, enum treatment, const char *optstring,
    int argc, char **argv);

#endif
