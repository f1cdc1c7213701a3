/* The message of a reminder. */
#ifndef CORE_MESSAGE_H
#define CORE_MESSAGE_H

#include "../rules/reminder.h"

#define MESSAGE_MAX 8192
#define MESSAGE_TITLE 64

/*
 * The step that is right now, whatever was missed, in lines of any length;
 * the first says the most.
 */
void message_text(struct text *, const struct reminder_view *,
    const struct reminder_event *events, int count);
/* What it is about in a few words, which tell the level. */
void message_title(struct text *, const struct reminder_view *,
    const struct reminder_event *events);

#endif
