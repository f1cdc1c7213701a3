/* Packs that run now, with the gaps between them. */
#ifndef CMD_ROUNDS_H
#define CMD_ROUNDS_H

#include "pack.h"

/*
 * Runs them to the end.  Returns an exit status; a signal that cuts it short
 * kills this process when what was done is recorded.
 */
int rounds_run(struct context *, const struct pack_wish *);

#endif
