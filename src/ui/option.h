/* Values of options and arguments that more than one command takes. */
#ifndef UI_OPTION_H
#define UI_OPTION_H

#include "../core/time/hours.h"
#include "command.h"

/* An option as it was typed. */
struct option_given {
	struct context *ctx;
	const struct option_row *row;
	const char *what;	/* "-t" or "--when", for messages */
	const char *arg;	/* its value; NULL where it has none */
};

/*
 * Reads an option into its place, as its row has it: by take; one of its words,
 * whose place in the list goes into an int; a number of its range, likewise; as
 * it is, a const char *; or true, a bool, where it has no value.  Returns
 * CMD_OK, or another exit status after a message.
 */
int option_take(const struct option_given *, void *place);
/* For take: into an int, one of the words; */
int option_take_word(const struct option_given *, void *);
/* into a uint32_t, */
int option_take_flags(const struct option_given *, void *);
/* into an int64_t, a gap of OPTION_GAP_LEAST seconds to a day, or a time; */
#define OPTION_GAP_LEAST 600
int option_take_gap(const struct option_given *, void *);
int option_take_past(const struct option_given *, void *);
/* and the present of the context, with no place. */
int option_take_as_of(const struct option_given *, void *);
/* For choice: the red flags, and 0 to 10. */
struct choice option_flag_choice(int);
struct choice option_score_choice(int);

/*
 * All return CMD_OK, or another exit status after a message that names the
 * option as what: "-t", or "score" for an argument.
 */

/*
 * The time of a record: not after now, and no local time where TZ names no
 * zone.  One that the clocks showed twice is said on standard error; latest is
 * for clock times alone, see when_parse.
 */
int option_past(const char *what, const char *arg, int64_t now,
    int64_t latest, int64_t *t);
/* 0 to 10. */
int option_score(const char *what, const char *arg, int least, int *score);
/*
 * Names with commas between them, into a set that is added to: those that are
 * known even where another is not, so that none of them goes unheard.  With
 * NULL as what it has nothing to say about the others.
 */
int option_flags(const char *what, const char *arg, uint32_t *flags);
/* Waking hours: those of -w, or of BACKCARE_WAKING where arg is NULL. */
int option_waking(const char *arg, struct hours *);

#endif
