/* The red flags as questions on the terminal, and what becomes of them. */
#ifndef UI_INTERVIEW_H
#define UI_INTERVIEW_H

#include "../core/log/record.h"
#include "command.h"
#include "talk.h"

/* A check record without an answer, dated when it is stored. */
void interview_begin(struct record *);
/*
 * Goes through the three groups and puts the answers into it.  Stops at the
 * first yes to an emergency sign.  asked_all and none are set only where each
 * group was answered.  Returns false where the talk was cut; what was answered
 * yes so far stands in the record then, too.
 */
bool interview_run(struct talk *, struct record *);
/* Whether the record says anything that can be kept. */
bool interview_has_answer(const struct record *);
/* Stores a check record, and says so.  Returns an exit status. */
int interview_keep(struct context *, struct record *);
/* A talk of its own: asks, and keeps what was answered.  Likewise. */
int interview_hold(struct context *);
/* Whether a person wants to be asked. */
bool interview_is_wanted(struct talk *);
/*
 * On a terminal: where the note of a record that is stored has a plain word
 * for a red flag, offers the talk at once.
 */
void interview_offer(struct context *, const struct record *);

#endif
