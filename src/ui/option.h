/* The options of a command, and values that more than one command takes. */
#ifndef UI_OPTION_H
#define UI_OPTION_H

#include <stdint.h>

#include "../core/time/hours.h"
#include "../core/text/text.h"
#include "command.h"

/* An option as it was typed. */
struct option_given {
	struct context *ctx;
	const struct option_row *row;
	const char *what;	/* "-t" or "--when", for messages */
	const char *arg;	/* its value; NULL where it has none */
};

/*
 * One option of a command.  What is in place need not be adjusted by the
 * loader, each time that the program begins.
 */
struct option_row {
	char letter;		/* 0: the end of a list of them */
	char name[12];		/* the long one */
	const char *value;	/* what its value is; NULL: it has none, or
				   words say it */
	char line[56];		/* a line of explanation */
	size_t into;		/* where it goes: INTO(member) */
	/*
	 * Reads the value into that place, and returns an exit status.  NULL:
	 * see option_take.
	 */
	int (*take)(const struct option_given *, void *);
	const char *const *words;	/* what the value can be; the first
					   is "" and stands for not given */
	int words_count;
	int least, most;	/* or a number, inclusive */
	struct choice (*choice)(int);	/* or what completions offer */
	bool heard;		/* counts though the command line is wrong */
};

/* A place in the struct options of the command. */
#define INTO(member) .into = offsetof(struct options, member)

/* -h, --help: every command has it. */
extern const struct option_row option_help;

/* The options of a command one by one, -h as the last, then NULL. */
const struct option_row *option_first(const struct command *);
const struct option_row *option_next(const struct option_row *);
/* Whether a word is one of them: "-p", "--pain", "--pain=6". */
bool option_is(const struct command *, const char *word);
bool option_has_value(const struct option_row *);
/* What the value is, as the usage has it: "when", "dull|sharp|stiff". */
void option_put_value(struct text *, const struct option_row *);

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
/*
 * The arguments joined with spaces, encoded for the log, as one slice of the
 * text.  What looks like an option there is refused, as it would be lost;
 * after "--" all is note.
 */
int option_note(const struct context *, struct text *, struct slice *);

#endif
