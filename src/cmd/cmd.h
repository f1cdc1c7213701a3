/*
 * The commands, one file each, and the table of them.
 *
 * To add one: write src/cmd/NAME.c with a function cmd_NAME, declare it here,
 * give it a row in table.c, an .Ss in man/backcare.1, and golden tests.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stdint.h>

/* Exit statuses; now -q has more. */
enum {
	CMD_OK = 0,
	CMD_FAILED = 1,	/* refused, a bad line, output not written */
	CMD_USAGE = 2	/* the command line is wrong */
};

/* What main hands to a command. */
struct context {
	const char *log;	/* its path */
	bool ours;		/* we may make its directories */
	const char *program;	/* argv[0] */
	const char *command;	/* which one runs */
	int64_t now;		/* seconds since the epoch */
	bool as_of;		/* -t gave it, so that the clock has no say */
	bool stored;		/* a change is durable, and the exit status 0,
				   printed or not: see cmd_stored */
};

struct command {
	const char *name;
	int (*run)(struct context *, int argc, char **argv);
	const char *synopsis;	/* options and arguments */
	const char *summary;	/* one line for help */
	bool without_log;	/* runs also where there can be no log */
};

extern const struct command cmd_table[];	/* ends in a NULL name */

const struct command *cmd_find(const char *name);
/* The options and arguments of the program itself. */
extern const char cmd_synopsis[];
/* Says that there is no such command, and the nearest.  CMD_USAGE. */
int cmd_unknown(const char *name);
/* The usage on standard error, of the program for NULL.  CMD_USAGE. */
int cmd_usage(const char *name);
/*
 * The letters for getopt(3), which is to stop at the first argument and to
 * leave the messages to cmd_bad_option.  GNU's has to be told to stop; with
 * another, as those of the BSDs, the + would be an option itself.
 */
#ifdef __GLIBC__
#define CMD_OPTIONS(letters) "+:" letters
#else
#define CMD_OPTIONS(letters) ":" letters
#endif
/* After getopt(3) gave ? or :, says which option; then as cmd_usage. */
int cmd_bad_option(const char *name, int got);
/*
 * The log is changed for good: from here on nothing may make it look undone,
 * such as dying because nobody reads that it is.
 */
void cmd_stored(struct context *);
/* On standard output, as asked for: one command, and all of them. */
void cmd_print_usage(const struct command *);
void cmd_print_help(void);

int cmd_check(struct context *, int, char **);
int cmd_edit(struct context *, int, char **);
int cmd_end(struct context *, int, char **);
int cmd_heat(struct context *, int, char **);
int cmd_help(struct context *, int, char **);
int cmd_history(struct context *, int, char **);
int cmd_ice(struct context *, int, char **);
int cmd_log(struct context *, int, char **);
int cmd_now(struct context *, int, char **);
int cmd_pain(struct context *, int, char **);
int cmd_plan(struct context *, int, char **);
int cmd_remind(struct context *, int, char **);
int cmd_report(struct context *, int, char **);
int cmd_seen(struct context *, int, char **);
int cmd_undo(struct context *, int, char **);
int cmd_why(struct context *, int, char **);

#endif
