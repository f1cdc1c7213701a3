#include "tell.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../edge/child.h"
#include "../edge/clock.h"
#include "../edge/terminal.h"
#include "command.h"

#define SCRIPT_MAX 8192

/* Past the blanks; and past the | of a command that only reads. */
static const char *
skip_pipe(const char *command, bool *reads)
{
	command += strspn(command, " \t");
	*reads = *command == '|';
	if (*reads)
		command += 1 + strspn(command + 1, " \t");
	return command;
}

int
tell_check(const char *command)
{
	bool reads;
	const char *words = skip_pipe(command, &reads);
	size_t len = strlen(words);
	char last;

	if (len >= SCRIPT_MAX - sizeof(" \"$1\"")) {
		complain("-e: the command is too long: put it into a script");
		return CMD_USAGE;
	}
	while (len > 0 && strchr(" \t", words[len - 1]) != NULL)
		len--;
	if (len == 0) {
		complain("-e \"%s\": say which command, or leave -e out",
		    shown(command).s);
		return CMD_USAGE;
	}
	last = words[len - 1];
	if (reads || strchr("&|;<>(){\\", last) == NULL)
		return CMD_OK;
	complain("-e \"%s\": it ends in %c, where the message is to follow as "
	    "the last argument: end it with a program, or begin it with | for "
	    "one that reads the message", shown(command).s, last);
	return CMD_USAGE;
}

/* What sh runs, with its own words; whether that only reads the message. */
static bool
make_script(char *script, const char *command)
{
	bool reads;
	const char *words = skip_pipe(command, &reads);

	snprintf(script, SCRIPT_MAX, reads ? "%s" : "%s \"$1\"", words);
	return reads;
}

int
tell_parse(const char *command)
{
	char sh[] = "sh", only_read[] = "-n", option[] = "-c";
	char script[SCRIPT_MAX];
	char *argv[] = {sh, only_read, option, script, NULL};
	struct child c;

	make_script(script, command);
	if (child_run(&c, argv, "", 0) == -1)
		return CMD_OK;	/* it is told when it is run */
	child_free(&c);
	if (c.status == 0 || c.status >= 126)
		return CMD_OK;
	complain("-e \"%s\": sh cannot read it with the message after it: is "
	    "a quote missing? What ends in \"fi\" or \"done\" goes into a "
	    "script", shown(command).s);
	return CMD_USAGE;
}

/* How long it may take; BACKCARE_TIMESCALE is for tests. */
static int
limit(void)
{
	const char *errstr;
	int64_t scale = clock_scale(&errstr);
	int64_t seconds = errstr == NULL ? TELL_LIMIT / scale : TELL_LIMIT;

	return seconds > 0 ? (int)seconds : 1;
}

static bool
set_environment(const struct tell *t)
{
	child_find_bus();
	return setenv("BACKCARE_EVENT", t->event, 1) == 0 &&
	    setenv("BACKCARE_PHASE", t->phase, 1) == 0 &&
	    setenv("BACKCARE_URGENCY", t->urgency, 1) == 0 &&
	    setenv("BACKCARE_TITLE", t->title, 1) == 0;
}

static int
judge(const struct child *c, char *why)
{
	if (c->ended)
		snprintf(why, TELL_WHY, "the command took longer than %d "
		    "seconds, and was ended", TELL_LIMIT);
	else if (c->signo != 0)
		snprintf(why, TELL_WHY, "the command was interrupted");
	else if (c->status == 127)
		snprintf(why, TELL_WHY, "sh did not find the command (exit "
		    "status 127)");
	else if (c->status > 128)
		snprintf(why, TELL_WHY, "the command died of signal %d",
		    c->status - 128);
	else
		snprintf(why, TELL_WHY, "the command ended with exit status "
		    "%d", c->status);
	return c->status == 0 && !c->ended && c->signo == 0 ? CMD_OK :
	    CMD_FAILED;
}

int
tell_run(const struct tell *t, const char *message, char *why, int *signo)
{
	char sh[] = "sh", option[] = "-c";
	char script[SCRIPT_MAX], last[TELL_MAX], input[TELL_MAX + 1];
	char *argv[] = {sh, option, script, sh, last, NULL};
	struct child c;

	*signo = 0;
	if (make_script(script, t->command))
		argv[3] = NULL;
	strlcpy(last, message, sizeof(last));
	snprintf(input, sizeof(input), "%s\n", last);
	if (!set_environment(t) || child_tell(&c, argv, input, strlen(input),
	    limit()) == -1) {
		snprintf(why, TELL_WHY, "%s", strerror(errno));
		return -1;
	}
	*signo = c.signo;
	return judge(&c, why);
}
