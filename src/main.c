/* backcare: options, the clock, dispatch, and a last look at the output. */

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd/cmd.h"
#include "edge/clock.h"
#include "edge/confine.h"
#include "edge/path.h"

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

static int
version(void)
{
	printf("backcare %s\n", VERSION);
	return CMD_OK;
}

static int
help(void)
{
	cmd_print_help();
	return CMD_OK;
}

static bool
asks(const char *arg, const char *option)
{
	return arg != NULL && strcmp(arg, option) == 0;
}

/* Options in front of the command; *done where there is nothing to run. */
static int
parse_options(int argc, char **argv, const char **file, bool *done)
{
	int c;

	*done = true;
	if (asks(argv[1], "--help"))
		return help();
	if (asks(argv[1], "--version"))
		return version();
	while ((c = getopt(argc, argv, CMD_OPTIONS("f:hV"))) != -1) {
		switch (c) {
		case 'f':
			*file = optarg;
			break;
		case 'h':
			return help();
		case 'V':
			return version();
		default:
			return cmd_bad_option(NULL, c);
		}
	}
	*done = false;
	return CMD_OK;
}

static int
run(struct context *ctx, const char *file, int argc, char **argv)
{
	char now[] = "now", *bare[] = {now, NULL};
	const struct command *command;
	char path[PATH_MAX];

	if (argc == 0) {
		argc = 1;
		argv = bare;
	}
	command = cmd_find(argv[0]);
	if (command == NULL)
		return cmd_unknown(argv[0]);
	/* "help" alone is no note either. */
	if (asks(argv[1], "--help") || asks(argv[1], "-h") ||
	    (argc == 2 && asks(argv[1], "help"))) {
		cmd_print_usage(command);
		return CMD_OK;
	}
	/* Help needs no log, nor a HOME to have one in. */
	if (!command->without_log &&
	    path_log(file, path, sizeof(path), &ctx->ours) == -1)
		return CMD_FAILED;
	ctx->log = path;
	ctx->command = command->name;
	optind = 1;
	return command->run(ctx, argc, argv);
}

int
main(int argc, char **argv)
{
	struct context ctx = {.now = clock_now()};
	const char *file = NULL;
	bool done;
	int status;

	hold_standard_streams();
	/* Whatever name it was started by, which may hold any bytes. */
	setprogname("backcare");
	if (confine() == -1)
		warn("confine");
	/* A file that may grow no more is an error like any other. */
	signal(SIGXFSZ, SIG_IGN);
	if (argc == 0)
		return cmd_bad_option(NULL, '?');
	ctx.program = argv[0];
	status = parse_options(argc, argv, &file, &done);
	if (!done)
		status = run(&ctx, file, argc - optind, argv + optind);
	return check_output(&ctx, status);
}
