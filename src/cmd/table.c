#include "cmd.h"

#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/suggest.h"
#include "../edge/terminal.h"

const char cmd_synopsis[] =
    "[-hV] [-f file] [command [option ...] [argument ...]]";

const struct command cmd_table[] = {
	{"log", cmd_log,
	    "[-Nn] [-t when] [-s when] [-x exercise] [-p 0-10] "
	    "[-k dull|sharp|stiff] [-o sudden|gradual] [-l one|both] [-c] "
	    "[-r flag,...] [note ...]",
	    "record that the pain began", false},
	{"now", cmd_now,
	    "[-1jqv] [-t when]",
	    "the right step now (also without a command)", false},
	{"check", cmd_check,
	    "[-l] [flag ... | none]",
	    "go through the red flags, or record some", false},
	{"pain", cmd_pain,
	    "[-t when] score",
	    "record how it is now, 0 to 10", false},
	{"ice", cmd_ice,
	    "[-Fn] [-m min] [-c count] [-g gap] [-t when]",
	    "time an ice pack, or record one already done", false},
	{"heat", cmd_heat,
	    "[-Fn] [-m min] [-t when]",
	    "the same for moist heat", false},
	{"seen", cmd_seen,
	    "[-t when] [note ...]",
	    "a doctor or physiotherapist has assessed it", false},
	{"end", cmd_end,
	    "[-t when] [note ...]",
	    "the pain has gone", false},
	{"plan", cmd_plan,
	    "[-i] [-w hours] [-m min] [-g gap] [-t when]",
	    "the rest of the timeline, also as a calendar", false},
	{"remind", cmd_remind,
	    "[-ijnu] [-w hours] [-e command]",
	    "for cron: what has become due; -i and -u set it up", false},
	{"history", cmd_history,
	    "[-j] [-c count]",
	    "the episodes, and what they have in common", false},
	{"why", cmd_why,
	    "[topic]",
	    "causes and prevention, or what a term or step means", false},
	{"report", cmd_report,
	    "[-H]",
	    "a summary to hand to a clinician; -H as a web page", false},
	{"undo", cmd_undo,
	    "[-n]",
	    "take the last record back", false},
	{"edit", cmd_edit,
	    "",
	    "change the log in an editor, checked before it counts", false},
	{"help", cmd_help,
	    "[command]",
	    "the commands, or how one is used",
	    true},
	{NULL, NULL, NULL, NULL, false}
};

const struct command *
cmd_find(const char *name)
{
	for (const struct command *c = cmd_table; c->name != NULL; c++) {
		if (strcmp(c->name, name) == 0)
			return c;
	}
	return NULL;
}

int
cmd_unknown(const char *name)
{
	const char *nearest = NULL;
	char shown[TERMINAL_SHOWN];

	for (const struct command *c = cmd_table; c->name != NULL; c++)
		suggest_consider(name, c->name, &nearest);
	terminal_show_word(shown, name);
	if (nearest != NULL)
		warnx("\"%s\": unknown command; did you mean \"%s\"?", shown,
		    nearest);
	else
		warnx("\"%s\": unknown command; \"backcare help\" lists them",
		    shown);
	return CMD_USAGE;
}

int
cmd_usage(const char *name)
{
	const struct command *c = name == NULL ? NULL : cmd_find(name);

	if (c == NULL)
		fprintf(stderr, "usage: backcare %s\n", cmd_synopsis);
	else
		fprintf(stderr, "usage: backcare %s%s%s\n", c->name,
		    *c->synopsis != '\0' ? " " : "", c->synopsis);
	return CMD_USAGE;
}

int
cmd_bad_option(const char *name, int got)
{
	char shown[TERMINAL_SHOWN], option = (char)optopt;
	const char *colon = name == NULL ? "" : ": ";

	if (name == NULL)
		name = "";
	terminal_show(shown, &option, 1);
	if (got == ':')
		warnx("%s%s-%s needs a value", name, colon, shown);
	else
		warnx("%s%sunknown option -%s", name, colon, shown);
	return cmd_usage(name);
}

void
cmd_print_usage(const struct command *c)
{
	printf("usage: backcare %s%s%s\n%s\n", c->name,
	    *c->synopsis != '\0' ? " " : "", c->synopsis, c->summary);
}

void
cmd_print_help(void)
{
	printf("usage: backcare %s\n\n", cmd_synopsis);
	for (const struct command *c = cmd_table; c->name != NULL; c++)
		printf("  %-8s %s\n", c->name, c->summary);
	printf("\n\"backcare help command\" shows how one is used; "
	    "backcare(1) says more.\n"
	    "For adults; not for children, in pregnancy or after surgery.\n");
}
