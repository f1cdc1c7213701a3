#include "remind_crontab.h"

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
#include "../edge/state.h"
#include "../edge/terminal.h"
#include "../edge/timezone.h"

static const char *
environment(const char *name, const char *otherwise)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? otherwise : value;
}

/*
 * Where PATH is too long for a line, it is the usual one, with the directory of
 * the program that the command begins with, as far as that is plain to see.
 */
static void
make_path(const char *command, char *buf, size_t size)
{
	static const char usual[] = "/usr/local/bin:/usr/bin:/bin";
	struct slice word = {command + strspn(command, " \t|"), 0};
	char found[PATH_MAX];

	word.len = strspn(word.at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO"
	    "PQRSTUVWXYZ0123456789_.+-");
	if (word.len > 0 && word.at[word.len] != '/' &&
	    word.at[word.len] != '=' && path_find_program(word, found) == 0) {
		*strrchr(found, '/') = '\0';
		if (strstr(usual, found) == NULL) {
			snprintf(buf, size, "%s:%s", found, usual);
			return;
		}
	}
	snprintf(buf, size, "%s", usual);
}

/*
 * Nothing that stands above the line in the table changes what it does, so all
 * is set that could be set there.
 */
static int
make_line(const struct context *ctx, const char *hours, const char *command,
    struct text *text)
{
	char program[PATH_MAX], log[PATH_MAX], path[2 * PATH_MAX];
	struct cron_job job = {
		.program = program, .log = log, .command = command,
		.home = environment("HOME", NULL),
		/* What is found now has to be found then. */
		.path = command == NULL ? NULL : environment("PATH", NULL),
		/* TZ='' is UTC, and none is the zone of the machine. */
		.zone = environment("TZ", getenv("TZ") == NULL ?
		    ":/etc/localtime" : "UTC0"),
		.state_home = environment("XDG_STATE_HOME", ""),
		.hours = hours != NULL ? hours :
		    environment("BACKCARE_WAKING", "7-22")
	};

	if (timezone_unknown() != NULL)
		return reject(CMD_FAILED, "remind: TZ names no time zone, so "
		    "there are no waking hours: set it to one, or unset it");
	if (path_of_program(ctx->program, program) == -1 ||
	    path_absolute(ctx->log, log) == -1)
		return CMD_FAILED;
	cron_line(text, &job);
	if (text->len > CRON_LINE_MAX && job.path != NULL) {
		make_path(command, path, sizeof(path));
		job.path = path;
		text_init(text, text->buf, text->size);
		cron_line(text, &job);
	}
	if (text->cut || text->len > CRON_LINE_MAX)
		return reject(CMD_FAILED, "remind: the line would be too long "
		    "for cron: put the command into a script");
	/* Nothing that ends the line, or that cron could not take. */
	if (strcspn(text->buf, "\n\r") != text->len - 1)
		return reject(CMD_USAGE, "remind: a crontab line cannot hold "
		    "a newline: put the command into a script");
	if (job.path == path)
		complain("remind: your PATH is too long for a crontab: the "
		    "command gets only %s, so give other programs by their "
		    "full path", shown(path).s);
	return CMD_OK;
}

/* What the settings of a table make of the line. */
static int
check_settings(struct slice table, bool needs_mail)
{
	struct slice value;

	if (cron_setting(table, "SHELL", &value) && (!cron_shell_fits(value) ||
	    access(shown_bytes(value.at, value.len).s, X_OK) == -1))
		return reject(CMD_FAILED, "remind: SHELL in the crontab is "
		    "%s, which cannot run the line: put \"SHELL=/bin/sh\" "
		    "below that with \"crontab -e\"",
		    shown_bytes(value.at, value.len).s);
	if (needs_mail && cron_setting(table, "MAILTO", &value) &&
	    value.len == 0)
		return reject(CMD_FAILED, "remind: MAILTO in the crontab is "
		    "empty, so that no mail would come: name somebody there "
		    "with \"crontab -e\", or a command with -e");
	return CMD_OK;
}

/* For -n on a terminal, which takes tabs, but not all that cron takes. */
static void
show_table(struct slice table)
{
	enum escape how = terminal_utf8() ? ESCAPE_SHOW : ESCAPE_ASCII;
	uint32_t character;
	size_t n;

	for (; table.len > 0; table.at += n, table.len -= n) {
		struct text text = TEXT(32);

		n = escape_utf8(table.at, table.len, &character);
		n = n == 0 ? 1 : n;
		if (*table.at == '\n' || *table.at == '\t')
			text_char(&text, *table.at);
		else
			escape_put(&text, table.at, n, how);
		fputs(text.buf, stdout);
	}
}

/* Puts line, or nothing, between the comments in a table. */
static int
replace(struct slice old, const char *line, bool dry)
{
	size_t size = old.len + CRON_LINE_MAX + sizeof(CRON_BEGIN) +
	    sizeof(CRON_END) + 8;
	char *table = malloc(size);
	struct text text;
	int ret;

	if (table == NULL) {
		warn("remind");
		return CMD_FAILED;
	}
	text_init(&text, table, size);
	ret = cron_edit(&text, old, line);
	if (ret == -1)
		complain("remind: only one of the two comments around the line "
		    "is in the crontab: mend it with \"crontab -e\"");
	else if (dry && isatty(STDOUT_FILENO))
		show_table((struct slice){table, text.len});
	else if (dry)
		fwrite(table, 1, text.len, stdout);
	else if (text.len != old.len || memcmp(table, old.at, old.len) != 0)
		ret = crontab_replace(old.at, old.len, table, text.len);
	free(table);
	return ret == -1 ? CMD_FAILED : CMD_OK;
}

/* Whether it runs, and whom it reaches, as far as the table says. */
static void
say_installed(struct slice table, const char *command)
{
	bool running = crontab_is_run();
	bool delivers = command != NULL || access(_PATH_SENDMAIL, X_OK) == 0;
	struct slice to;

	printf(!running ? "The line is in your crontab, but no cron was found "
	    "running, so nothing looks at it yet.\n" : delivers ?
	    "Reminders are on: cron looks every minute.\n" :
	    "Cron looks every minute, but reminders may reach nobody.\n");
	if (command != NULL)
		printf("Its command is: %s\n", shown(command).s);
	else if (!delivers)
		printf("There is no %s, without which most crons send no mail: "
		    "name a command with -e.\n", _PATH_SENDMAIL);
	else if (cron_setting(table, "MAILTO", &to))
		printf("By MAILTO in the crontab, it sends mail to %s.\n",
		    shown_bytes(to.at, to.len).s);
	else
		printf("It sends you mail.\n");
	if (!running)
		printf(crontab_has_timer() ?
		    "Start cron, or use the timer of systemd:\n"
		    "    systemctl --user enable --now " CRONTAB_TIMER "\n" :
		    "Start cron, or run `backcare remind` every minute in "
		    "another way.\n");
	printf("See what is due: `backcare remind -n`. To end it: `backcare "
	    "remind -u`\n");
}

int
remind_turn(const struct context *ctx, bool on, const char *hours,
    const char *command, bool dry)
{
	struct text line = TEXT(2 * CRON_LINE_MAX);
	struct slice old;
	char *table;
	int status = on ? make_line(ctx, hours, command, &line) : CMD_OK;

	if (status != CMD_OK)
		return status;
	table = crontab_read(&old.len);
	if (table == NULL)
		return CMD_FAILED;
	old.at = table;
	if (on)
		status = check_settings(old, command == NULL);
	if (status == CMD_OK)
		status = replace(old, on ? line.buf : NULL, dry);
	if (status == CMD_OK && !dry) {
		if (on)
			say_installed(old, command);
		else
			printf(crontab_timer_is_on() ? "The line is gone. The "
			    "timer of systemd is on still; this ends it:\n"
			    "    systemctl --user disable --now " CRONTAB_TIMER
			    "\n" : "Reminders are off.\n");
		if ((on ? state_turn_on(ctx->now) : state_turn_off()) == -1)
			status = CMD_FAILED;
	}
	free(table);
	return status;
}
