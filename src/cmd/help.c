#include "cmd.h"
#include "usage.h"

static int
exec(struct context *ctx, const void *options)
{
	const struct command *c = NULL;

	(void)options;
	if (ctx->argc == 0) {
		usage_print_all();
		return CMD_OK;
	}
	c = cmd_find(ctx->argv[0]);
	if (c == NULL)
		return cmd_unknown(ctx->argv[0]);
	usage_print(c);
	return CMD_OK;
}

const struct command cmd_help = {
	.name = "help",
	.summary = "the commands, or how one is used",
	.arguments = "[command]",
	.most = 1,
	.refusal = "one command at a time",
	.choice = cmd_choice,
	.without_log = true,
	.exec = exec
};
