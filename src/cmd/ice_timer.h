/*
 * Packs that run now, with the gaps between them: drawn on a terminal, waited
 * for, recorded when each is over, cut short by a signal.
 */
#ifndef CMD_ICE_TIMER_H
#define CMD_ICE_TIMER_H

#include "ice_pack.h"

/*
 * Runs them to the end, from a verdict that allows them.  Returns an exit
 * status; a signal that cuts it short kills this process when what was done
 * is recorded.
 */
int countdown_run(struct context *, struct apply *, struct verdict);

#endif
