/* The red flags as questions on the terminal. */
#ifndef CMD_INTERVIEW_H
#define CMD_INTERVIEW_H

#include "../core/log/record.h"
#include "talk.h"

/*
 * Goes through the three groups and puts the answers into a check record.
 * Stops at the first yes to an emergency sign.  asked_all and none are set
 * only where each group was answered.  Returns false where the talk was cut;
 * what was answered yes so far stands in the record then, too.
 */
bool interview_run(struct talk *, struct record *);
/* Whether the record says anything that can be kept. */
bool interview_has_answer(const struct record *);

#endif
