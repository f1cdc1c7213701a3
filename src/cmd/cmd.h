/*
 * The commands: each is one const struct in its own file, and the table is a
 * list of them.  Parsing, usage, help, refusals and completions read it.
 *
 * To add a command: src/cmd/NAME.c with its struct command cmd_NAME, a line
 * for it here and one in table.c, an .Ss in man/backcare.1, golden tests.
 * To add an option: a row in the options of its command, a member for it in
 * the struct that the row points into, an .It in man/backcare.1.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Exit statuses; now -q has more. */
enum {
	CMD_OK = 0,
	CMD_FAILED = 1,	/* refused, a bad line, output not written */
	CMD_USAGE = 2	/* the command line is wrong */
};

/* What a command runs with. */
struct context {
	const char *program;	/* argv[0] */
	const char *file;	/* of -f, or NULL */
	const char *log;	/* its path */
	bool ours;		/* we may make its directories */
	const struct command *command;	/* which one runs */
	char **argv;		/* what stands after its options, then NULL */
	int argc;
	int64_t now;		/* seconds since the epoch */
	bool as_of;		/* -t gave it, so that the clock has no say */
	bool stored;		/* a change is durable, and the exit status 0,
				   printed or not: see cmd_stored */
};

/* A word that an argument or the value of an option can be. */
struct choice {
	const char *word;	/* NULL: there are no more */
	const char *line;	/* says what it is; NULL: nothing to say */
};

struct option_row;	/* in option.h */

struct command {
	const char *name;
	const char *summary;	/* one line for help */
	const char *notes;	/* lines, more for help of it, or NULL */
	const struct option_row *options;	/* to a letter 0; or NULL */
	size_t size;		/* CMD_SIZE of the struct that they fill in */
	const void *defaults;	/* what that begins as; NULL: zeros */
	const char *arguments;	/* as the usage has them; NULL: none */
	int least, most;	/* how many of them */
	const char *refusal;	/* why not so many; NULL where it takes none */
	struct choice (*choice)(int);	/* what an argument can be, or NULL */
	bool without_log;	/* runs also where there can be no log */
	/* Runs it, once all options and the number of arguments are right. */
	int (*exec)(struct context *, const void *options);
	/* What has to be said though the command line is wrong; or NULL. */
	void (*mistaken)(struct context *, const void *options);
};

#define CMD_ANY 9999	/* arguments at most, where any number will do */

/* Bytes for the options of a command, and the size of a struct that fits. */
#define CMD_OPTIONS_SIZE 512
#define CMD_SIZE(type) sizeof(struct { type options; _Static_assert( \
    sizeof(type) <= CMD_OPTIONS_SIZE, "invoke() has no room for it"); })

#define CMD_BARE "now"	/* what runs where no command is named */

extern const struct command *const cmd_all[];	/* ends in NULL */
/* The program itself, with the options in front of a command. */
extern const struct command cmd_program;
struct program_options {
	const char *file;
	bool version;
};

const struct command *cmd_find(const char *name);
/* The commands as choices, by their place in the table. */
struct choice cmd_choice(int);
/* Says that there is no such command, and the nearest.  CMD_USAGE. */
int cmd_unknown(const char *name);
/*
 * The log is changed for good: from here on nothing may make it look undone,
 * such as dying because nobody reads that it is.
 */
void cmd_stored(struct context *);

extern const struct command cmd_check, cmd_edit, cmd_end, cmd_heat, cmd_help,
    cmd_history, cmd_ice, cmd_log, cmd_note, cmd_now, cmd_pain, cmd_plan,
    cmd_remind, cmd_report, cmd_seen, cmd_undo, cmd_why;

#endif
