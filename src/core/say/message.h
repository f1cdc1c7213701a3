/*
 * The message of a reminder: short, as it may have to fit a notice on a
 * telephone.
 */
#ifndef CORE_MESSAGE_H
#define CORE_MESSAGE_H

#include "../rules/reminder.h"

/* Characters, with none of a newline at the end. */
#define MESSAGE_PACK 120	/* where it is only about a pack */
#define MESSAGE_MOST 300
/* Bytes that always hold it, or a title, and its terminator. */
#define MESSAGE_MAX 1024
#define MESSAGE_TITLE 64

/*
 * The step that is right now, whatever was missed, in one paragraph or two
 * with a newline between; the first words say the most.  What one may copy
 * from it records nothing that was not so.
 */
void message_text(struct text *, const struct reminder_view *,
    const struct reminder_event *events, int count);
/* What it is about in a few words, which tell the level. */
void message_title(struct text *, const struct reminder_view *,
    const struct reminder_event *events);

#endif
