#include "cmd.h"

#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/text/suggest.h"
#include "../core/text/text.h"
#include "../edge/terminal.h"
#include "output.h"

#define NAME_COLUMNS 11	/* of a command, in the list of them */
#define NARROW_INDENT 4	/* where a usage has little room */
#define NARROW_COLUMNS 60

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

/* Bytes up to the next space that no brackets hold. */
static size_t
group_length(const char *s)
{
	int depth = 0;
	size_t n = 0;

	for (; s[n] != '\0' && (depth > 0 || s[n] != ' '); n++)
		depth += (s[n] == '[') - (s[n] == ']');
	return n;
}

/* An option and its value stay on one line, where they fit on one. */
static void
put_usage(FILE *to, const char *name, const char *synopsis)
{
	char buf[512];
	struct text text;
	size_t columns = (size_t)terminal_get().columns;
	size_t indent, line = 0, len;

	text_init(&text, buf, sizeof(buf));
	text_str(&text, "usage: backcare");
	if (*name != '\0')
		text_char(&text, ' ');
	text_str(&text, name);
	indent = columns < NARROW_COLUMNS ? NARROW_INDENT : text.len;
	for (; *synopsis != '\0'; synopsis += len + (synopsis[len] == ' ')) {
		len = group_length(synopsis);
		if (indent + 1 + len >= columns)
			len = strcspn(synopsis, " ");
		if (text.len - line + 1 + len >= columns) {
			text_char(&text, '\n');
			line = text.len;
			for (size_t i = 0; i < indent; i++)
				text_char(&text, ' ');
		}
		text_char(&text, ' ');
		text_bytes(&text, synopsis, len);
	}
	text_char(&text, '\n');
	fputs(buf, to);
}

int
cmd_usage(const char *name)
{
	const struct command *c = name == NULL ? NULL : cmd_find(name);

	put_usage(stderr, c == NULL ? "" : c->name,
	    c == NULL ? cmd_synopsis : c->synopsis);
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
	if (optopt == '-')
		warnx("%s%soptions are single letters, after one dash", name,
		    colon);
	else if (got == ':')
		warnx("%s%s-%s needs a value", name, colon, shown);
	else
		warnx("%s%sunknown option -%s", name, colon, shown);
	return cmd_usage(name);
}

void
cmd_stored(struct context *ctx)
{
	ctx->stored = true;
	signal(SIGPIPE, SIG_IGN);
}

void
cmd_print_usage(const struct command *c)
{
	put_usage(stdout, c->name, c->synopsis);
	output_wrap(slice_of(c->summary), terminal_get().columns, 0);
}

void
cmd_print_help(void)
{
	int columns = terminal_get().columns;

	put_usage(stdout, "", cmd_synopsis);
	putchar('\n');
	for (const struct command *c = cmd_table; c->name != NULL; c++) {
		printf("  %-*s", NAME_COLUMNS - 2, c->name);
		output_wrap(slice_of(c->summary), columns, NAME_COLUMNS);
	}
	putchar('\n');
	output_wrap(slice_of("\"backcare help command\" shows how one is "
	    "used; backcare(1) says more."), columns, 0);
	output_wrap(slice_of("For adults; not for children, in pregnancy or "
	    "after surgery."), columns, 0);
}
