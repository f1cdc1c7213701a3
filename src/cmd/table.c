#include "cmd.h"

#include <err.h>
#include <signal.h>
#include <string.h>

#include "../edge/terminal.h"
#include "meant.h"
#include "option.h"

/* In the order in which help lists them. */
const struct command *const cmd_all[] = {
	&cmd_log,
	&cmd_now,
	&cmd_check,
	&cmd_pain,
	&cmd_note,
	&cmd_ice,
	&cmd_heat,
	&cmd_seen,
	&cmd_end,
	&cmd_plan,
	&cmd_remind,
	&cmd_history,
	&cmd_why,
	&cmd_report,
	&cmd_undo,
	&cmd_edit,
	&cmd_help,
	NULL
};

static const struct option_row options[] = {
	{'f', "file", "file", "use this log",
	    .into = offsetof(struct program_options, file)},
	{'V', "version", NULL, "print the version",
	    .into = offsetof(struct program_options, version)},
	{0}
};

const struct command cmd_program = {
	.name = "",
	.summary = "recovery timer and advisor for lower back pain",
	.notes = "\"backcare help command\" shows how one is used; backcare(1) "
	    "says more.\nFor adults; not for children, in pregnancy or after "
	    "surgery.",
	.options = options,
	.size = CMD_SIZE(struct program_options),
	.arguments = "[command [option ...] [argument ...]]",
	.most = CMD_ANY,
	.choice = cmd_choice
};

const struct command *
cmd_find(const char *name)
{
	for (int i = 0; cmd_all[i] != NULL; i++) {
		if (strcmp(cmd_all[i]->name, name) == 0)
			return cmd_all[i];
	}
	return NULL;
}

struct choice
cmd_choice(int i)
{
	const struct command *c = cmd_all[i];

	return c == NULL ? (struct choice){NULL, NULL} :
	    (struct choice){c->name, c->summary};
}

int
cmd_unknown(const char *name)
{
	struct text meant = TEXT(MEANT_MAX);
	char shown[TERMINAL_SHOWN];

	meant_command(&meant, name);
	warnx("\"%s\": unknown command%s", terminal_show_word(shown, name),
	    meant.buf);
	return CMD_USAGE;
}

void
cmd_stored(struct context *ctx)
{
	ctx->stored = true;
	signal(SIGPIPE, SIG_IGN);
}
