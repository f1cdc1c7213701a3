#include <err.h>
#include <unistd.h>

#include "cmd.h"

int
cmd_help(struct context *ctx, int argc, char **argv)
{
	const struct command *c;
	int opt;

	(void)ctx;
	opt = getopt(argc, argv, CMD_OPTIONS(""));
	if (opt != -1)
		return cmd_bad_option("help", opt);
	if (argc - optind > 1) {
		warnx("help: one command at a time");
		return cmd_usage("help");
	}
	if (argc - optind == 0) {
		cmd_print_help();
		return CMD_OK;
	}
	c = cmd_find(argv[optind]);
	if (c == NULL)
		return cmd_unknown(argv[optind]);
	cmd_print_usage(c);
	return CMD_OK;
}
