/* Values of options and arguments that more than one command takes. */
#ifndef CMD_OPTION_H
#define CMD_OPTION_H

#include <stdint.h>

#include "../core/time/hours.h"
#include "../core/text/text.h"
#include "cmd.h"

/*
 * All return CMD_OK, or another exit status after a message that names the
 * option as what: "-t", or "score" for an argument.
 */

/*
 * A time.  One that the clocks showed twice is said on standard error; latest
 * is for clock times alone, see when_parse.
 */
int option_when(const char *what, const char *arg, int64_t now,
    int64_t latest, int64_t *t);
/* The same, not after now: for what is recorded. */
int option_past(const char *what, const char *arg, int64_t now,
    int64_t latest, int64_t *t);
/* -t, as the time that a command is to take for the present. */
int option_as_of(const char *arg, struct context *);
/* 0 to 10. */
int option_score(const char *what, const char *arg, int *score);
/*
 * Names with commas between them, into a set that is added to: those that are
 * known even where another is not, so that none of them goes unheard.
 */
int option_flags(const char *what, const char *arg, uint32_t *flags);
/* One of a list of words, whose first is "": its place. */
int option_word(const char *what, const char *arg, const char *const *words,
    int count, int *place);
/* A whole number from least to most; the message says so. */
int option_number(const char *what, const char *arg, int least, int most,
    int *n);
/* A span between packs, in seconds: OPTION_GAP_LEAST to a day. */
#define OPTION_GAP_LEAST 600
int option_gap(const char *what, const char *arg, int64_t *gap);
/* Waking hours: those of -w, or of BACKCARE_WAKING where arg is NULL. */
int option_waking(const char *arg, struct hours *);
/*
 * The words from optind on joined with spaces, encoded for the log, as one
 * slice of the text.  What looks like an option there is refused, as it would
 * be lost; after "--" all is note.
 */
int option_note(const char *command, char **argv, struct text *,
    struct slice *);

#endif
