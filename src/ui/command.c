#include "command.h"

#include <err.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "../edge/terminal.h"
#include "meant.h"
#include "option.h"
#include "usage.h"

static const struct option_row options[] = {
	{'f', "file", "file", "use this log",
	    .into = offsetof(struct program_options, file)},
	{'V', "version", NULL, "print the version",
	    .into = offsetof(struct program_options, version)},
	{0}
};

const struct command command_program = {
	.name = "",
	.summary = "recovery timer and advisor for lower back pain",
	.notes = "\"backcare help command\" shows how one is used; backcare(1) "
	    "says more.\nFor adults; not for children, in pregnancy or after "
	    "surgery.",
	.options = options,
	.size = CMD_SIZE(struct program_options),
	.arguments = "[command [option ...] [argument ...]]",
	.most = CMD_ANY,
	.choice = command_choice
};

const struct command *
command_find(const char *name)
{
	for (int i = 0; command_table[i] != NULL; i++) {
		if (strcmp(command_table[i]->name, name) == 0)
			return command_table[i];
	}
	return NULL;
}

struct choice
command_choice(int i)
{
	const struct command *c = command_table[i];

	return c == NULL ? (struct choice){NULL, NULL} :
	    (struct choice){c->name, c->summary};
}

int
command_unknown(const char *name)
{
	struct text meant = TEXT(MEANT_MAX);

	meant_command(&meant, name);
	complain("\"%s\": unknown command%s", shown(name).s,
	    meant.buf);
	return CMD_USAGE;
}

void
command_stored(struct context *ctx)
{
	ctx->stored = true;
	signal(SIGPIPE, SIG_IGN);
}

int
reject(int status, const char *why, ...)
{
	char message[8192];
	va_list args;

	va_start(args, why);
	vsnprintf(message, sizeof(message), why, args);
	va_end(args);
	complain("%s", message);
	return status;
}

int
command_misused(const struct command *c, const char *why)
{
	complain("%s: %s", c->name, why);
	return usage_wrong(c);
}
