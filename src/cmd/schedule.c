#include "schedule.h"

#include <err.h>
#include <limits.h>
#include <paths.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../core/say/cron.h"
#include "../core/text/escape.h"
#include "../edge/crontab.h"
#include "../edge/path.h"
#include "../edge/terminal.h"

static const char *
environment(const char *name)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? NULL : value;
}

/* Nothing that ends the line, or that cron could not take. */
static int
check_line(const char *line, bool cut)
{
	size_t len = strlen(line);

	if (strcspn(line, "\n\r") != len - 1) {
		warnx("remind: a crontab line cannot hold a newline: put the "
		    "command into a script");
		return CMD_USAGE;
	}
	if (cut || len > CRON_LINE_MAX) {
		warnx("remind: the line would be too long for cron: put the "
		    "command into a script");
		return CMD_FAILED;
	}
	return CMD_OK;
}

static int
make_line(const struct context *ctx, const char *hours, const char *command,
    struct text *text)
{
	char program[PATH_MAX], log[PATH_MAX];
	struct cron_job job = {
		.program = program, .home = environment("HOME"),
		.zone = environment("TZ"),
		.state_home = environment("XDG_STATE_HOME"),
		.log = log, .hours = hours, .command = command
	};

	if (path_of_program(ctx->program, program, sizeof(program)) == -1 ||
	    path_absolute(ctx->log, log, sizeof(log)) == -1)
		return CMD_FAILED;
	if (hours == NULL)
		job.hours = environment("BACKCARE_WAKING");
	/* What is found now has to be found then. */
	if (command != NULL)
		job.path = environment("PATH");
	cron_line(text, &job);
	if (text->len > CRON_LINE_MAX) {
		/* Cron's own PATH may do. */
		job.path = NULL;
		text_init(text, text->buf, text->size);
		cron_line(text, &job);
	}
	return check_line(text->buf, text->cut);
}

/* For -n on a terminal, which takes tabs, but not all that cron takes. */
static void
show_table(struct slice table)
{
	size_t size = 4 * table.len + 1;
	char *buf = malloc(size);
	struct slice line, part;
	struct text text;

	if (buf == NULL)
		err(CMD_FAILED, "remind");
	text_init(&text, buf, size);
	while (slice_next(&table, '\n', &line)) {
		while (slice_next(&line, '\t', &part)) {
			escape_put(&text, part.at, part.len,
			    terminal_utf8() ? ESCAPE_SHOW : ESCAPE_ASCII);
			if (line.at != NULL)
				text_char(&text, '\t');
		}
		if (table.at != NULL)
			text_char(&text, '\n');
	}
	fwrite(buf, 1, text.len, stdout);
	free(buf);
}

/* Puts line, or nothing, between the comments. */
static int
replace(const char *line, bool needs_mail, bool dry)
{
	struct text text;
	char *old, *table;
	size_t len, size;
	int status = CMD_OK;

	old = crontab_read(&len);
	if (old == NULL)
		return CMD_FAILED;
	size = len + CRON_LINE_MAX + sizeof(CRON_BEGIN) + sizeof(CRON_END) + 8;
	table = malloc(size);
	if (table == NULL)
		err(CMD_FAILED, "remind");
	text_init(&text, table, size);
	if (cron_edit(&text, (struct slice){old, len}, line) == -1) {
		warnx("remind: only one of the two comments around the line "
		    "is in the crontab: mend it with \"crontab -e\"");
		status = CMD_FAILED;
	} else if (needs_mail && !cron_mails((struct slice){old, len})) {
		warnx("remind: MAILTO in the crontab is empty, so that no "
		    "mail would come: name somebody there with \"crontab -e\", "
		    "or a command with -e");
		status = CMD_FAILED;
	} else if (dry && isatty(STDOUT_FILENO)) {
		show_table((struct slice){table, text.len});
	} else if (dry) {
		fwrite(table, 1, text.len, stdout);
	} else if ((text.len != len || memcmp(table, old, len) != 0) &&
	    crontab_replace(old, len, table, text.len) == -1) {
		status = CMD_FAILED;
	}
	free(table);
	free(old);
	return status;
}

int
schedule_install(const struct context *ctx, const char *hours,
    const char *command, bool dry)
{
	char line[2 * CRON_LINE_MAX], shown[TERMINAL_SHOWN];
	struct text text;
	int status;

	text_init(&text, line, sizeof(line));
	status = make_line(ctx, hours, command, &text);
	if (status == CMD_OK)
		status = replace(line, command == NULL, dry);
	if (status != CMD_OK || dry)
		return status;
	printf("Reminders are on: cron looks every minute, and %s%s.\n"
	    "See what is due: backcare remind -n.  To end it: backcare "
	    "remind -u\n", command == NULL ? "sends you mail" : "runs ",
	    command == NULL ? "" : terminal_show_word(shown, command));
	if (command == NULL && access(_PATH_SENDMAIL, X_OK) == -1)
		warnx("remind: there is no %s, without which most crons send "
		    "no mail: -e names a command instead", _PATH_SENDMAIL);
	return CMD_OK;
}

int
schedule_remove(bool dry)
{
	int status = replace(NULL, false, dry);

	if (status == CMD_OK && !dry)
		printf("Reminders are off.\n");
	return status;
}
