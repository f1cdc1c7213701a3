/* The message of a reminder. */
#ifndef CORE_NOTICE_H
#define CORE_NOTICE_H

#include "reminder.h"

#define NOTICE_MAX 8192

/*
 * The step that is right now, whatever was missed, in lines of any length;
 * the first says the most.
 */
void notice_text(struct text *, const struct reminder_view *,
    const struct reminder_event *events, int count);

#endif
