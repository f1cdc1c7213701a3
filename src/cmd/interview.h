/* The red flags as questions on the terminal. */
#ifndef CMD_INTERVIEW_H
#define CMD_INTERVIEW_H

#include "../core/log/record.h"
#include "../edge/signals.h"

/*
 * Goes through the three groups and puts the answers into a check record.
 * Stops at the first yes to an emergency sign.  Returns whether there is an
 * answer to record; false where it was cut short, by *signo if that is not 0,
 * when what was answered yes so far still counts.
 */
bool interview_run(struct signals *, struct record *, int *signo);

#endif
