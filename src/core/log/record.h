/* One line of the log: backcare-log(5). */
#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include "flag.h"

/* Bytes in a line, without its newline. */
#define RECORD_MAX 4096
/*
 * CANCEL, which ISO 6429 gives for just this: what stands before it is to be
 * disregarded.  It marks a line that was cut short inside its note, where the
 * "?" that marks the others would read as part of the note.
 */
#define RECORD_TORN '\030'

enum record_kind {
	RECORD_NONE,	/* a blank line or a comment */
	RECORD_ONSET,
	RECORD_CHECK,
	RECORD_PAIN,
	RECORD_ICE,
	RECORD_HEAT,
	RECORD_SEEN,
	RECORD_END,
	RECORD_NOTE,
	RECORD_KINDS
};

enum feel { FEEL_UNKNOWN, FEEL_DULL, FEEL_SHARP, FEEL_STIFF, FEEL_COUNT };
enum start { START_UNKNOWN, START_SUDDEN, START_GRADUAL, START_COUNT };
enum side {
	SIDE_UNKNOWN,
	SIDE_LEFT,
	SIDE_RIGHT,
	SIDE_MIDDLE,
	SIDE_BOTH,
	SIDE_ONE,	/* of an older log: left or right; it is not offered */
	SIDE_COUNT
};

/* Their words; the unknown is "". */
extern const char *const record_feels[FEEL_COUNT];
extern const char *const record_starts[START_COUNT];
extern const char *const record_sides[SIDE_COUNT];
extern const char *const record_kinds[RECORD_KINDS];

#define RECORD_NO_SCORE (-1)

struct record {
	int64_t time;		/* seconds since the epoch */
	enum record_kind kind;
	enum feel feel;
	enum start start;
	enum side side;
	int score;		/* 0 to 10, or RECORD_NO_SCORE */
	int minutes;		/* 1 to 60: ice and heat */
	int chronic;		/* 1: long-standing and stiff */
	int asked_all;		/* 1: a check that went through all groups */
	bool none;		/* flags=none */
	uint32_t flags;
	uint32_t wrong;		/* taken back: they were entered by mistake */
	bool has_session;
	int64_t session;	/* when the exercise was */
	struct slice flag_list;	/* flags= or wrong= as it stands, where names
				   in it are unknown; those known count */
	struct slice exercise;	/* with its escapes, as is the note; both */
	struct slice note;	/* are somebody else's bytes; at may be NULL */
	struct slice line;	/* all of it, likewise */
	bool future;		/* dated after now */
	bool past;		/* an end is below: no state comes of it */
};

/* What is wrong with a line, and the word that is; at may be NULL. */
struct record_error {
	const char *why;
	struct slice word;
};

/* Blank: no kind, no answers, no score. */
void record_init(struct record *);
/*
 * Reads a line without its newline.  Returns 0, also for a blank line or a
 * comment, or -1 and why; the record then holds nothing of use.
 */
int record_parse(const char *line, size_t len, struct record *,
    struct record_error *);
/*
 * Tells the line of a record from others; 0 where it was not read from one, or
 * is past: a hash of each line is much of what a pass over a log costs.
 */
uint64_t record_id(const struct record *);
/*
 * Whether all red flags were asked: none of them applies, or a check went
 * through all groups.  One that is still to come says nothing about today.
 */
bool record_is_screening(const struct record *);
/* Writes it as a line, with the newline; RECORD_NONE writes nothing. */
void record_write(struct text *, const struct record *);

#endif
