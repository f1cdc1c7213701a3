/* What a person is asked about pain: when it began, how strong, what kind. */
#ifndef UI_DESCRIBE_H
#define UI_DESCRIBE_H

#include "draft.h"
#include "talk.h"

/* All are skipped where the talk is cut; see talk_value. */

/* When it began: not before a moment.  Enter is now. */
enum answer describe_began(struct talk *, int64_t now, int64_t earliest,
    int64_t *t);
/*
 * When earlier pain had gone: not before its last record, not after a moment.
 * Enter is the moment in *t, which says when it was last heard of.
 */
enum answer describe_gone(struct talk *, int64_t now, int64_t earliest,
    int64_t latest, int64_t *t);
/* How strong it is, from least to 10.  Enter leaves *score as it is. */
enum answer describe_strength(struct talk *, const char *how, int least,
    int *score);
/*
 * What else an onset can say, into a draft that has its time: how strong, of
 * what kind, how it began, where, whether it is long-standing and since when,
 * after what and when that was.  Enter skips each.
 */
void describe_onset(struct talk *, struct draft *, int64_t now);

#endif
