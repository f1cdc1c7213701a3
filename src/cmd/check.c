#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../edge/clock.h"
#include "interview.h"
#include "option.h"
#include "recording.h"
#include "screen.h"

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
			screen_wrap(slice_of(row->question),
			    terminal_get().columns, LIST_INDENT);
		else
			puts(row->question);	/* a line each, for awk */
	}
	return CMD_OK;
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
	for (; *names != NULL && status == CMD_OK; names++)
		status = option_flags("check", *names, &r->flags);
	return status;
}

static void
confirm(const struct recording *rec, const struct record *r)
{
	uint32_t unseen = flag_at_least(rec->e.flags, URGENCY_PROMPT);
	char said[512];
	struct text text;

	text_init(&text, said, sizeof(said));
	if (r->none) {
		text_str(&text, "asked, and none apply.");
		if (unseen != 0) {
			text_str(&text, " Reported before, and not looked at "
			    "by anybody yet: ");
			flag_list(&text, unseen);
			text_char(&text, '.');
		}
	} else {
		text_str(&text, "flags ");
		flag_list(&text, r->flags);
		text_char(&text, '.');
	}
	recording_confirm(rec, "Recorded", said);
}

static int
record(struct context *ctx, struct record *r)
{
	struct recording rec;
	int status;

	r->kind = RECORD_CHECK;
	r->time = RECORDING_NOW;
	status = recording_open(&rec, ctx, LOG_CREATE);
	if (status == CMD_OK)
		status = recording_check(&rec, r);
	if (status == CMD_OK)
		status = recording_store(&rec, r, 1);
	if (status == CMD_OK)
		confirm(&rec, r);
	else
		recording_alarm(ctx, r);
	return status;
}

/* Asks, and records what was answered, however far that came. */
static int
interview(struct context *ctx)
{
	struct waiter waiter;
	struct record r;
	int signo, status = CMD_FAILED;
	bool done;

	record_init(&r);
	if (waiter_open(&waiter) == -1) {
		warn("check");
		return CMD_FAILED;
	}
	done = interview_run(&waiter, &r, &signo);
	ctx->now = clock_now();
	if (done || r.flags != 0)
		status = record(ctx, &r);
	if (!done)
		warnx("check: not all was asked%s", r.flags != 0 ? "" :
		    ", and nothing was recorded");
	waiter_close(&waiter);
	if (signo != 0) {
		fflush(stdout);
		waiter_obey(&waiter, signo);
	}
	return status;
}

int
cmd_check(struct context *ctx, int argc, char **argv)
{
	struct record r;
	int c, status;

	while ((c = getopt(argc, argv, CMD_OPTIONS("l"))) != -1) {
		if (c != 'l')
			return cmd_bad_option("check", c);
		if (argc > optind) {
			warnx("check: -l takes no names");
			return cmd_usage("check");
		}
		return list();
	}
	if (argc == optind && terminal_is_interactive())
		return interview(ctx);
	if (argc == optind) {
		warnx("check: name the flags that apply, or \"none\"; "
		    "\"backcare check -l\" lists them");
		return cmd_usage("check");
	}
	record_init(&r);
	status = parse_names(argv + optind, &r);
	return status == CMD_OK ? record(ctx, &r) : status;
}
