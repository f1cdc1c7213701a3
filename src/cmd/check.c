#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "interview.h"
#include "option.h"
#include "confirm.h"
#include "output.h"
#include "usage.h"

#define LIST_INDENT 25	/* columns before a question in the list */

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

static void
begin(struct record *r)
{
	record_init(r);
	r->kind = RECORD_CHECK;
	r->time = LOGBOOK_NOW;
}

/* The names on the command line, or none. */
static int
parse_names(char **names, struct record *r)
{
	int status = CMD_OK;

	if (strcmp(names[0], "none") == 0 && names[1] == NULL) {
		r->none = true;
		return CMD_OK;
	}
	for (; *names != NULL; names++) {
		int got = option_flags("check", *names, &r->flags);

		status = status == CMD_OK ? got : status;
	}
	return status;
}

static void
confirm(const struct logbook *book, const struct record *r)
{
	char said[512];
	struct text text;

	text_init(&text, said, sizeof(said));
	if (r->none) {
		text_str(&text, "asked, and none apply.");
		confirm_unseen(&text, book->e.flags);
	} else {
		text_str(&text, "flags ");
		flag_list(&text, r->flags);
		text_char(&text, '.');
	}
	confirm_print(book, "Recorded", said);
}

static int
record(struct context *ctx, struct record *r)
{
	return logbook_add(ctx, LOG_CREATE, r, NULL, confirm);
}

/* Asks, and records what was answered, however far that came. */
static int
interview(struct context *ctx)
{
	struct signals signals;
	struct talk talk;
	struct record r;
	int status = CMD_FAILED;

	begin(&r);
	if (talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	(void)interview_run(&talk, &r);
	if (interview_has_answer(&r)) {
		status = record(ctx, &r);
		if (status != CMD_OK)
			confirm_alarm(ctx, &r);
	}
	if (!r.asked_all && flag_level(r.flags) != URGENCY_EMERGENCY)
		warnx("check: not all was asked%s", interview_has_answer(&r) ?
		    "" : ", and nothing was recorded");
	talk_close(&talk);
	return status;
}

/* The flags among the names have to be heard, whatever else is wrong. */
static void
mistaken(struct context *ctx, const void *options)
{
	struct record r;

	(void)options;
	begin(&r);
	for (char **name = ctx->argv; *name != NULL; name++)
		(void)option_flags(NULL, *name, &r.flags);
	confirm_alarm(ctx, &r);
}

struct options {
	bool list;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct record r;
	int status;

	if (o->list && ctx->argc == 0)
		return list();
	if (ctx->argc == 0 && terminal_is_interactive())
		return interview(ctx);
	begin(&r);
	if (ctx->argc == 0) {
		warnx("check: name the flags that apply, or \"none\"; "
		    "\"backcare check -l\" lists them");
		status = usage_wrong(ctx->command);
	} else if (o->list) {
		warnx("check: -l takes no names");
		status = usage_wrong(ctx->command);
	} else {
		status = parse_names(ctx->argv, &r);
	}
	if (status == CMD_OK)
		status = record(ctx, &r);
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
	    .into = offsetof(struct options, list)},
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
