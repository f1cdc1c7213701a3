/*
 * The episodes of a log, one after the other as a pass over it comes to them,
 * each with where it stands: what is too long to be kept is read there again.
 */
#ifndef UI_LOOKBACK_H
#define UI_LOOKBACK_H

#include "../core/log/course.h"
#include "../edge/log.h"

struct lookback {
	struct course course;	/* of the records since the last end, */
	off_t from, to;		/* which stand between these offsets */
	int unread;		/* log->unread where they begin */
};

void lookback_init(struct lookback *);
/* Takes in the record that the log just gave out; true where it is an end. */
bool lookback_add(struct lookback *, const struct log *,
    const struct record *);
/* Goes on after that end. */
void lookback_follow(struct lookback *, const struct log *,
    const struct record *end);
/* Lines among them, up to where the log is, that could not be read. */
int lookback_unread(const struct lookback *, const struct log *);

#endif
