/* A plan as events of iCalendar, RFC 5545. */
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include "../rules/plan.h"
#include "../text/text.h"

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

/*
 * A content line, folded so that no line is over 75 octets and no character
 * is cut (section 3.1), with CRLF.
 */
void calendar_line(struct text *, const char *name, const char *value);
/* The same for a value of type TEXT, which is escaped (3.3.11). */
void calendar_text(struct text *, const char *name, const char *value);
/* The same for a date and time in UTC (3.3.5, form 2). */
void calendar_time(struct text *, const char *name, int64_t t);

#endif
