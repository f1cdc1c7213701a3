/* A plan as events of iCalendar, RFC 5545. */
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include "../rules/plan.h"

/* Bytes that always hold one event. */
#define CALENDAR_EVENT_MAX 4096

/* What an event is, in words: "Ice, 15 min". */
void calendar_title(struct text *, const struct plan_event *);
/*
 * A VEVENT.  Its UID stays the same for the same event of the same episode,
 * and its SEQUENCE rises with the moment of writing, in seconds since the
 * epoch; gone is for one that the plan has no more, which is cancelled.
 */
void calendar_event(struct text *, const struct plan *,
    const struct plan_event *, bool gone, int64_t written);

/* A content line, with a newline: a value of type TEXT, escaped (3.3.11), */
void calendar_text(struct text *lines, const char *name, const char *value);
/* and a date and time in UTC (3.3.5, form 2). */
void calendar_time(struct text *lines, const char *name, int64_t t);
/*
 * Such lines with CRLF, folded so that none is over 75 octets and no character
 * is cut (section 3.1).
 */
void calendar_fold(struct text *, struct slice lines);

#endif
