/*
 * What a reminder is due for, and what was announced already.
 * backcare(1), "remind".
 *
 * ICE, SWITCH and HEAT come from the latest onset.  That onset has its first
 * reminder whatever was said of others, be they earlier ones or taken back;
 * each further one waits a gap after its last.  Packs are no source: whoever
 * they were put on for, no reminder comes at a time when the next pack may not
 * be put on, or while one is on.
 *
 * An emergency comes at once, then daily.  Where that was at night it also
 * comes in the first waking hours, an hour later at the least.
 *
 * Nothing about self-care falls due later than REMINDER_ENDS after the last
 * record.  What fell due before is still said, once.  ICE, SWITCH, SCREEN and
 * ESCALATE follow an onset by days at most, so that HEAT and CHECKIN alone
 * have to be asked; EMERGENCY, URGENT and REVIEW go on until somebody has
 * seen it.
 */
#ifndef CORE_REMINDER_H
#define CORE_REMINDER_H

#include "../time/hours.h"
#include "verdict.h"

/* Seconds. */
#define REMINDER_SCREEN_AFTER 600
#define REMINDER_ENDS (14 * SPAN_DAY)

/* A new kind is a line here, one in the table, and its time. */
enum reminder {
	REMINDER_EMERGENCY,
	REMINDER_URGENT,
	REMINDER_UNREAD,
	REMINDER_ESCALATE,
	REMINDER_REVIEW,
	REMINDER_SWITCH,
	REMINDER_ICE,
	REMINDER_HEAT,
	REMINDER_SCREEN,
	REMINDER_CHECKIN,
	REMINDER_KINDS
};

struct reminder_row {
	const char *name;	/* as -j and the state file say it */
	const char *words;	/* as people do */
	const char *title;	/* of its message */
};

extern const struct reminder_row reminder_rows[REMINDER_KINDS];

struct reminder_event {
	enum reminder kind;
	int64_t due;		/* seconds since the epoch */
	uint64_t source;	/* struct record, of the record behind it */
};

/* An event that was announced; it covers earlier ones of its source. */
struct reminder_note {
	struct reminder_event event;
	int64_t at;		/* when it was announced */
};

/*
 * A command that failed to take a message, count times in a row; a count of 0
 * is none.
 */
struct reminder_failure {
	int64_t at;		/* the last time */
	int count;
	enum reminder kind;	/* the most pressing in that message */
	uint64_t command;	/* tells it from others */
};

#define REMINDER_NOTES 256

struct reminder_memory {
	struct reminder_note notes[REMINDER_NOTES];
	int count;
	/* Of an emergency, and of all else: neither holds the other up. */
	struct reminder_failure emergency, other;
};

/* All that the answer depends on. */
struct reminder_view {
	const struct episode *e;
	const struct verdict *v;
	const struct hours *hours;	/* at night only a new EMERGENCY */
	const struct reminder_memory *memory;
	int64_t now;
	int64_t pack_until;	/* a timer's pack is on until then; 0: none */
};

/*
 * What is due now and was not announced, the most pressing first, in events
 * (REMINDER_KINDS of them).  Returns how many.
 */
int reminder_due(const struct reminder_view *, struct reminder_event *events);
/*
 * The event that comes next if nothing is recorded until then; due is then
 * when it may be announced.  False where none comes.
 */
bool reminder_next(const struct reminder_view *, struct reminder_event *);
/* Notes that they were announced now, and so forgets that it failed. */
void reminder_remember(struct reminder_memory *,
    const struct reminder_event *events, int count, int64_t now);
/* Notes that a command failed to announce them now. */
void reminder_fail(struct reminder_memory *, const struct reminder_event *,
    uint64_t command, int64_t now);
/*
 * When that command may be tried with them again: after 2, 4, 8 ... 60
 * minutes, in an emergency after 5; at once where it has not failed, or not
 * with anything as pressing.  0 is at once.
 */
int64_t reminder_retry(const struct reminder_memory *,
    const struct reminder_event *, uint64_t command, int64_t now);
/*
 * Lines of the state file, without the log that they are for.  The readers
 * return 0, or -1 where it is another line.
 */
int reminder_note_parse(struct slice line, struct reminder_note *);
void reminder_note_write(struct text *, const struct reminder_note *);
int reminder_failure_parse(struct slice line, struct reminder_failure *);
void reminder_failure_write(struct text *, const struct reminder_failure *);

#endif
