/* What tells a log from somebody else's file: backcare-log(5). */
#ifndef CORE_HEADER_H
#define CORE_HEADER_H

#include "../text/text.h"

/* The first line of a log; the number is the format's. */
#define HEADER_LINE "# backcare log 1"

/* What a first line says of the format. */
enum header {
	HEADER_NONE,	/* it is no header */
	HEADER_OURS,
	HEADER_OTHER	/* a number that this program does not know */
};

/* Sorts a first line; the number, as it stands, is its last word. */
enum header header_of(struct slice line, struct slice *number);
/* Whether the line may stand before the first record: blank, or a comment. */
bool header_is_passed_over(struct slice line);
/* Whether the line begins with a time, as a record does. */
bool header_is_dated(struct slice line);
/* Whether all that there is of a file is a header that was cut short. */
bool header_is_torn(struct slice file);

#endif
