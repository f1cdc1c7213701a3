/*
 * What a reminder is due for, and what was announced already.  Design 5.
 *
 * ICE, SWITCH and HEAT come from the latest onset.  That onset has its first
 * reminder whatever was said of others, be they earlier ones or taken back;
 * each further one waits a gap after its last.  Packs are no source: whoever
 * they were put on for, the end of the last one puts reminders off by a gap.
 *
 * Nothing about self-care falls due later than REMINDER_ENDS after the last
 * record.  What fell due before is still said, once.  ICE, SWITCH, SCREEN and
 * ESCALATE follow an onset by days at most, so that HEAT and CHECKIN alone
 * have to be asked; EMERGENCY and URGENT go on until somebody has seen it.
 */
#ifndef CORE_REMINDER_H
#define CORE_REMINDER_H

#include "../time/hours.h"
#include "verdict.h"

/* Seconds. */
#define REMINDER_SCREEN_AFTER 600
#define REMINDER_ENDS (14 * SPAN_DAY)

/* A new kind is a line here, one in the table of names, and its time. */
enum reminder {
	REMINDER_EMERGENCY,
	REMINDER_URGENT,
	REMINDER_ESCALATE,
	REMINDER_SWITCH,
	REMINDER_ICE,
	REMINDER_HEAT,
	REMINDER_SCREEN,
	REMINDER_CHECKIN,
	REMINDER_KINDS
};

/* As -j and the state file say them. */
extern const char *const reminder_names[REMINDER_KINDS];

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

#define REMINDER_NOTES 256

struct reminder_memory {
	struct reminder_note notes[REMINDER_NOTES];
	int count;
};

/* All that the answer depends on. */
struct reminder_view {
	const struct episode *e;
	const struct verdict *v;
	const struct hours *hours;	/* at night only EMERGENCY */
	const struct reminder_memory *memory;
	int64_t now;
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
/* Notes that they were announced now. */
void reminder_remember(struct reminder_memory *,
    const struct reminder_event *events, int count, int64_t now);
/* A line of the state file, without the log it is for.  0, or -1. */
int reminder_note_parse(struct slice line, struct reminder_note *);
void reminder_note_write(struct text *, const struct reminder_note *);

#endif
