#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "../ui/confirm.h"
#include "../ui/interview.h"
#include "../ui/option.h"
#include "../ui/output.h"

#define LIST_INDENT 25	/* columns before a question in the list */
#define SMALL_WORD 4	/* bytes at most, as in "my legs feel odd" */

struct options {
	bool list;
	bool wrong;	/* the names were entered by mistake */
};

/* The flags, their levels and questions. */
static void
list(void)
{
	static const char *const levels[] = {
		[URGENCY_SELF_CARE] = "caution", [URGENCY_PROMPT] = "prompt",
		[URGENCY_URGENT] = "urgent", [URGENCY_EMERGENCY] = "EMERGENCY"
	};

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		const struct flag_row *row = &flag_rows[flag];

		printf("%-12s  %-9s  ", row->name, levels[row->level]);
		if (isatty(STDOUT_FILENO))
			output_wrap(slice_of(row->question),
			    terminal_get().columns, LIST_INDENT);
		else
			puts(row->question);	/* a line each, for awk */
	}
}

/* The names on the command line, or none. */
static int
parse_names(char **names, bool wrong, struct record *r)
{
	bool sentence = false;
	int status = CMD_OK;

	if (strcasecmp(names[0], "none") == 0 && names[1] == NULL) {
		r->none = true;
		if (!wrong)
			return CMD_OK;
		return reject(CMD_USAGE, "check: -x takes back flags, and "
		    "\"none\" is none: \"backcare undo\" takes back the last "
		    "record");
	}
	for (char **name = names; *name != NULL; name++) {
		if (flag_named(slice_of(*name)) == FLAG_COUNT &&
		    flag_plain(slice_of(*name)) != 0)
			sentence = true;
	}
	for (; *names != NULL; names++) {
		/* The small words of a sentence are no slips of a name. */
		bool small = sentence && strlen(*names) <= SMALL_WORD &&
		    flag_plain(slice_of(*names)) == 0;
		int got = option_flags(small ? NULL : "check", *names,
		    wrong ? &r->wrong : &r->flags);

		status = status == CMD_OK ? got : status;
	}
	return status;
}

/* The flags among the names have to be heard, whatever else is wrong. */
static void
mistaken(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct record r;

	interview_begin(&r);
	for (char **name = ctx->argv; *name != NULL && !o->wrong; name++)
		(void)option_flags(NULL, *name, &r.flags);
	confirm_alarm(ctx, &r);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	const char *why = NULL;
	struct record r;
	int status;

	if (o->list && (o->wrong || ctx->argc > 0)) {
		why = "-l takes no names, and no -x";
	} else if (o->list) {
		list();
		return CMD_OK;
	} else if (o->wrong && ctx->argc == 0) {
		why = "-x: name the flags to take back";
	} else if (ctx->argc == 0 && terminal_is_interactive()) {
		return interview_hold(ctx);
	} else if (ctx->argc == 0) {
		why = "name the flags that apply, or \"none\"; \"backcare "
		    "check -l\" lists them";
	}
	interview_begin(&r);
	status = why != NULL ? command_misused(ctx->command, why) :
	    parse_names(ctx->argv, o->wrong, &r);
	if (status == CMD_OK)
		status = interview_keep(ctx, &r);
	if (status != CMD_OK)
		mistaken(ctx, options);
	return status;
}

static struct choice
name(int i)
{
	static const struct choice none = {"none", "asked, and none apply"};

	return i == FLAG_COUNT ? none : option_flag_choice(i);
}

static const struct option_row options[] = {
	{'l', "list", NULL, "list the flags, their levels and questions",
	    INTO(list)},
	{'x', "wrong", NULL, "take the flags back: entered by mistake",
	    INTO(wrong)},
	{0}
};

const struct command cmd_check = {
	.name = "check",
	.summary = "go through the red flags, or record some",
	.options = options,
	.size = CMD_SIZE(struct options),
	.arguments = "[flag ... | none]",
	.most = CMD_ANY,
	.choice = name,
	.exec = exec,
	.mistaken = mistaken
};
