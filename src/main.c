/*
 * backcare: options, the clock, dispatch, and a last look at the output.
 *
 * How a record travels from the keyboard to the disk and back to advice, for
 * "backcare pain -t 8am 5":
 *
 * ui/invoke.c finds the struct command of that name and reads the options by
 * its table of them, and its exec, in cmd/pain.c, makes a struct
 * record.  core/time/when.c reads the time, core/text/escape.c puts a note
 * into a form that one line can hold.
 *
 * ui/logbook.c locks the log, and only then reads the clock.  edge/log.c has
 * the file, edge/lines.c gives its lines from the last "end" on, edge/records.c
 * parses each one (core/log/record.c) and folds it into a
 * struct episode (core/log/episode.c).  That is all that is known of the back,
 * and it refuses a record that does not fit.
 *
 * record_write makes the line, log_append adds it with one write(2) and
 * fsync(2); from there on it counts, whatever else goes wrong.  The episode
 * takes it in, too, and the lock is let go.
 *
 * core/rules/verdict.c judges the episode at this moment: phase, urgency,
 * treatment.  core/say/advice.c puts that into the sentences of a page, and
 * ui/output.c wraps them to the terminal.  "backcare now" goes the same way,
 * without a record.
 */

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ui/invoke.h"
#include "edge/clock.h"

/*
 * A closed standard stream would make the log, opened next, the place where
 * messages go.  What is put there instead can do nothing, so that output to
 * it fails as it should.
 */
static void
hold_standard_streams(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) == -1 && errno == EBADF)
			(void)open("/dev/null", fd == STDIN_FILENO ?
			    O_WRONLY : O_RDONLY);
	}
}

/* What was printed has to have arrived, unless what counts is in the log. */
static int
check_output(const struct context *ctx, int status)
{
	if (fflush(stdout) == 0 && ferror(stdout) == 0)
		return status;
	if (ctx->stored) {
		warn("it is done and recorded, but standard output failed");
		return status;
	}
	warn("standard output");
	return CMD_FAILED;
}

/* The options in front of the command, then the command. */
static int
run(struct context *ctx, int argc, char **argv)
{
	struct program_options options = {NULL, false};
	char name[] = CMD_BARE, *bare[] = {name, NULL};
	int status;

	status = invoke_parse(ctx, &command_program, argc, argv, &options);
	if (status == INVOKE_HELP)
		return CMD_OK;
	if (status != CMD_OK)
		return status;
	if (options.version) {
		printf("backcare %s\n", VERSION);
		return CMD_OK;
	}
	ctx->file = options.file;
	return ctx->argc == 0 ? invoke(ctx, 1, bare) :
	    invoke(ctx, ctx->argc, ctx->argv);
}

int
main(int argc, char **argv)
{
	struct context ctx = {.now = clock_now()};

	hold_standard_streams();
	/* Whatever name it was started by, which may hold any bytes. */
	setprogname("backcare");
#ifdef __OpenBSD__
	/*
	 * Files, their owner and mode, locks, the terminal; and the editor,
	 * the crontab and what remind -e runs.  These may be anywhere and
	 * need anything, so there is nothing to unveil(2).
	 */
	if (pledge("stdio rpath wpath cpath fattr chown flock tty proc exec",
	    NULL) == -1)
		warn("pledge");
#endif
	/* A file that may grow no more is an error like any other. */
	signal(SIGXFSZ, SIG_IGN);
	if (argc == 0)
		return usage_wrong(&command_program);
	ctx.program = argv[0];
	return check_output(&ctx, run(&ctx, argc, argv));
}
