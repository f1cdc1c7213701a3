/* iCalendar, RFC 5545: content lines, folded and escaped. */
#ifndef CORE_ICAL_H
#define CORE_ICAL_H

#include <stdint.h>

#include "../text/text.h"

/*
 * A content line, folded so that no line is over 75 octets and no character
 * is cut (section 3.1), with CRLF.
 */
void ical_line(struct text *, const char *name, const char *value);
/* The same for a value of type TEXT, which is escaped (3.3.11). */
void ical_text(struct text *, const char *name, const char *value);
/* The same for a date and time in UTC (3.3.5, form 2). */
void ical_time(struct text *, const char *name, int64_t t);

#endif
