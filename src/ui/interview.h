/* What a person is asked on the terminal, and what becomes of the answers. */
#ifndef UI_INTERVIEW_H
#define UI_INTERVIEW_H

#include "../core/log/record.h"
#include "command.h"
#include "talk.h"

/*
 * About the pain: when it began, how strong, what kind.  All are skipped where
 * the talk is cut.
 */

/* When it began: not before a moment.  Enter is now. */
void describe_began(struct talk *, int64_t now, int64_t earliest,
    int64_t *t);
/*
 * When earlier pain had gone: not before its last record, not after a moment.
 * Enter is the moment in *t, which says when it was last heard of.
 */
void describe_gone(struct talk *, int64_t now, int64_t earliest,
    int64_t latest, int64_t *t);
/* How strong it is, from least to 10.  Enter leaves *score as it is. */
enum answer describe_strength(struct talk *, const char *how, int least,
    int *score);
/*
 * What else an onset can say, into a record that has its time, with words of
 * it in a text: how strong, of what kind, how it began, where, whether it is
 * long-standing and since when, after what and when that was.  Enter skips
 * each.
 */
void describe_onset(struct talk *, struct record *, struct text *,
    int64_t now);

/*
 * About the red flags, into a check record: one without an answer, dated when
 * it is stored.
 */
void interview_begin(struct record *);
/*
 * Goes through the three lists and puts the answers into it.  Stops at the
 * first yes to an emergency sign.  asked_all and none are set only where each
 * list was answered.  What was answered yes stands in the record also where the
 * talk was cut.
 */
void interview_run(struct talk *, struct record *);
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
