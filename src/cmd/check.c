#include <err.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "../ui/interview.h"
#include "../ui/option.h"
#include "../ui/confirm.h"
#include "../ui/output.h"

#define LIST_INDENT 25	/* columns before a question in the list */
#define SMALL_WORD 4	/* bytes at most, as in "my legs feel odd" */

/* The flags, their levels and questions. */
static int
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
	return CMD_OK;
}

/* Whether one of them is no name, but a word that says it otherwise. */
static bool
is_sentence(char **names)
{
	for (; *names != NULL; names++) {
		struct slice name = slice_of(*names);

		if (flag_named(name) == FLAG_COUNT && flag_plain(name) != 0)
			return true;
	}
	return false;
}

/* The names on the command line, or none. */
static int
parse_names(char **names, struct record *r)
{
	bool sentence = is_sentence(names);
	int status = CMD_OK;

	if (strcasecmp(names[0], "none") == 0 && names[1] == NULL) {
		r->none = true;
		return CMD_OK;
	}
	for (; *names != NULL; names++) {
		/* The small words of a sentence are no slips of a name. */
		bool small = sentence && strlen(*names) <= SMALL_WORD &&
		    flag_plain(slice_of(*names)) == 0;
		int got = option_flags(small ? NULL : "check", *names,
		    &r->flags);

		status = status == CMD_OK ? got : status;
	}
	return status;
}

struct options {
	bool list;
	bool wrong;	/* the names were entered by mistake */
};

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

/* -x */
static int
take_back(struct context *ctx)
{
	struct record r;
	int status;

	interview_begin(&r);
	status = parse_names(ctx->argv, &r);
	if (status == CMD_OK && r.none) {
		complain("check: -x takes back flags, and \"none\" is none: "
		    "\"backcare undo\" takes back the last record");
		return CMD_USAGE;
	}
	r.wrong = r.flags;
	r.flags = 0;
	return status == CMD_OK ? interview_keep(ctx, &r) :
	    status;
}

/* Why the options and the names do not go together; NULL where they do. */
static const char *
misfit(const struct context *ctx, const struct options *o)
{
	if (o->list && (o->wrong || ctx->argc > 0))
		return "-l takes no names, and no -x";
	if (o->wrong && ctx->argc == 0)
		return "-x: name the flags to take back";
	if (ctx->argc == 0 && !o->list && !terminal_is_interactive())
		return "name the flags that apply, or \"none\"; \"backcare "
		    "check -l\" lists them";
	return NULL;
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	const char *why = misfit(ctx, o);
	struct record r;
	int status;

	if (why == NULL && o->list)
		return list();
	if (why == NULL && o->wrong)
		return take_back(ctx);
	if (why == NULL && ctx->argc == 0)
		return interview_hold(ctx);
	interview_begin(&r);
	if (why != NULL) {
		complain("check: %s", why);
		status = usage_wrong(ctx->command);
	} else {
		status = parse_names(ctx->argv, &r);
	}
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
