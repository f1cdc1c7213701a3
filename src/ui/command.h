/*
 * What a command is: one const struct in its own file of src/cmd, and a table
 * that lists them.  Parsing, usage, help, refusals and completions read it.
 *
 * This room, src/ui, is what commands share, and how a person's words come to
 * them and theirs to the person.  It sees edge and core, and of the commands
 * only the table.  Its files in order, each seeing none after it: output,
 * command, tell, meant, option, invoke; talk, logbook, confirm, interview,
 * draft.
 *
 * To add a command: src/cmd/NAME.c with its struct command cmd_NAME, its name
 * in src/cmd/table.c, an .Ss in man/backcare.1, golden tests.
 * To add an option: a row in the options of its command, a member for it in
 * the struct that the row points into, an .It in man/backcare.1.
 */
#ifndef UI_COMMAND_H
#define UI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../core/text/text.h"

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
				   printed or not: see command_stored */
};

/* A word that an argument or the value of an option can be. */
struct choice {
	const char *word;	/* NULL: there are no more */
	const char *line;	/* says what it is; NULL: nothing to say */
};

struct option_given;	/* in option.h */

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

extern const struct command *const command_table[];	/* ends in NULL */
/* The program itself, with the options in front of a command. */
extern const struct command command_program;
struct program_options {
	const char *file;
	bool version;
};

const struct command *command_find(const char *name);
/* The commands as choices, by their place in the table. */
struct choice command_choice(int);
/*
 * The log is changed for good: from here on nothing may make it look undone,
 * such as dying because nobody reads that it is.
 */
void command_stored(struct context *);
/* Says why something is rejected, as complain does, and returns the status. */
int reject(int status, const char *why, ...) TEXT_FORMAT(2, 3);
/* The same of how a command is used, with its usage.  Returns CMD_USAGE. */
int command_misused(const struct command *, const char *why);

/* -h, --help: every command has it. */
extern const struct option_row option_help;
/* The options of a command one by one, -h as the last, then NULL. */
const struct option_row *option_first(const struct command *);
const struct option_row *option_next(const struct option_row *);
/* The one that a word is: "-p", "--pain", "--pain=6"; or NULL. */
const struct option_row *option_find(const struct command *, const char *word);
bool option_has_value(const struct option_row *);
/* What the value is, as the usage has it: "when", "dull|sharp|stiff", "". */
struct option_value {
	char s[64];
};
struct option_value option_value(const struct option_row *);
/* The place of a word among those that the value can be; 0: it is none. */
int option_word(const struct option_row *, const char *word);
/* Words but the first, with one of these between them: "dull or sharp". */
void option_list(struct text *, const char *const *words, int count,
    const char *between, const char *last);

/* The usage on standard error, after a message.  Returns CMD_USAGE. */
int usage_wrong(const struct command *);
/* On standard output, as asked for; of the program with all its commands. */
void usage_print(const struct command *);

#endif
