#include <stdio.h>

#include "../ui/command.h"
#include "../ui/meant.h"

/* Nothing, in a line of fields: a shell would take two tabs for one. */
#define NOTHING "-"

static void
print_choices(const char *of, struct choice (*choice)(int))
{
	struct choice c;

	for (int i = 0; choice != NULL && (c = choice(i)).word != NULL; i++)
		printf("word\t%s\t%s\t%s\n", of, c.word,
		    c.line == NULL ? NOTHING : c.line);
}

/* What completions ask for: the words that can follow, one a line. */
static void
print_words(const struct command *c)
{
	for (const struct option_row *row = option_first(c); row != NULL;
	    row = option_next(row)) {
		const char of[] = {'-', row->letter, '\0'};

		printf("option\t%s\t--%s\t%s\t%s\n", of, row->name,
		    option_has_value(row) ? option_value(row).s : NOTHING,
		    row->line);
		for (int i = 1; i < row->words_count; i++)
			printf("word\t%s\t%s\t" NOTHING "\n", of,
			    row->words[i]);
		print_choices(of, row->choice);
	}
	print_choices(NOTHING, c->choice);
}

struct options {
	bool completion;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	const struct command *c = &command_program;

	if (ctx->argc > 0)
		c = command_find(ctx->argv[0]);
	if (c == NULL)
		return meant_command(ctx->argv[0]);
	if (o->completion)
		print_words(c);
	else
		usage_print(c);
	return CMD_OK;
}

static const struct option_row options[] = {
	{'c', "completion", NULL, "options and words, for a shell to offer",
	    INTO(completion)},
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
	.choice = command_choice,
	.without_log = true,
	.exec = exec
};
