#include "cmd.h"
#include "completion.h"
#include "option.h"
#include "usage.h"

struct options {
	bool completion;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	const struct command *c = &cmd_program;

	if (ctx->argc > 0)
		c = cmd_find(ctx->argv[0]);
	if (c == NULL)
		return cmd_unknown(ctx->argv[0]);
	if (o->completion)
		completion_print(c);
	else
		usage_print(c);
	return CMD_OK;
}

static const struct option_row options[] = {
	{'c', "completion", NULL, "options and words, for a shell to offer",
	    .into = offsetof(struct options, completion)},
	{0}
};

const struct command cmd_help = {
	.name = "help",
	.summary = "the commands, or how one is used",
	.options = options,
	.size = CMD_SIZE(struct options),
	.arguments = "[command]",
	.most = 1,
	.refusal = "one command at a time",
	.choice = cmd_choice,
	.without_log = true,
	.exec = exec
};
