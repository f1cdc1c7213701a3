#include "invoke.h"

#include <getopt.h>
#include <limits.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "../edge/path.h"
#include "../edge/terminal.h"
#include "../edge/timezone.h"
#include "meant.h"
#include "option.h"

#define OPTIONS_MOST 20	/* of one command, -h among them */

/*
 * The options of a command in the form that getopt_long(3) takes.  It is to
 * stop at the first argument, and to leave the messages to us.  Those of the
 * BSDs know the + as GNU's does.
 */
static void
make_forms(const struct command *c, struct text *letters,
    struct option names[OPTIONS_MOST + 1])
{
	const struct option_row *row = option_first(c);
	int n = 0;

	text_str(letters, "+:");
	for (; row != NULL && n < OPTIONS_MOST; row = option_next(row)) {
		bool value = option_has_value(row);

		text_char(letters, row->letter);
		if (value)
			text_char(letters, ':');
		names[n++] = (struct option){row->name, value ?
		    required_argument : no_argument, NULL, row->letter};
	}
	names[n] = (struct option){0};
}

/* After getopt_long(3) gave ? or :, with the last word that it read. */
static int
bad_option(const struct command *c, int got, const char *word)
{
	const char letter[] = {'-', (char)optopt, '\0'};
	const struct option_row *row = option_find(c, letter);
	struct text object = TEXT(32), meant = TEXT(MEANT_MAX);

	if (*c->name != '\0')
		text_fmt(&object, "%s: ", c->name);
	if (got == ':' && row != NULL) {
		complain("%s-%c (--%s) needs a value", object.buf, row->letter,
		    row->name);
	} else if (row != NULL) {
		complain("%s--%s takes no value", object.buf, row->name);
	} else {
		if (optopt != 0 && optopt != '-')
			word = letter;
		meant_option(&meant, c, word);
		complain("%sunknown option %s%s", object.buf,
		    shown_bytes(word, strcspn(word, "=")).s, meant.buf);
	}
	return usage_wrong(c);
}

/*
 * A value that is an option is one that was forgotten: it is read again, as
 * what it is.  Returns what getopt_long(3) gives for a missing value.
 */
static int
take_back(const struct command *c, char **argv, int letter)
{
	if (optarg == NULL || optarg != argv[optind - 1] ||
	    option_find(c, optarg) == NULL)
		return letter;
	optind--;
	optopt = letter;
	return ':';
}

/*
 * The half of a time that was not quoted, in the word after it: taken for the
 * beginning of a note, it would put the record half a day off.
 */
static bool
is_half_a_time(const struct option_row *row, const char *word)
{
	static const char *const halves[] = {"am", "pm", "a.m.", "p.m.",
	    "ago"};

	if (row->value == NULL || strcmp(row->value, "when") != 0 ||
	    word == NULL)
		return false;
	for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); i++) {
		if (strcasecmp(word, halves[i]) == 0)
			return true;
	}
	return false;
}

static int
take(struct context *ctx, const struct option_row *row, bool is_long,
    const char *next, void *options)
{
	struct text what = TEXT(32);
	struct option_given given = {ctx, row, what.buf, optarg};

	if (is_half_a_time(row, next)) {
		optind++;	/* so that options after it are read */
		complain("-%c: quote the two together: -%c \"%s %s\"",
		    row->letter, row->letter, shown(optarg).s, next);
		return CMD_USAGE;
	}
	text_fmt(&what, is_long ? "--%s" : "-%.1s", is_long ? row->name :
	    &row->letter);
	return option_take(&given, (char *)options + row->into);
}

int
invoke_parse(struct context *ctx, const struct command *c, int argc,
    char **argv, void *options)
{
	const struct option_row *row;
	struct text letters = TEXT(2 * OPTIONS_MOST + 4);
	struct option names[OPTIONS_MOST + 1];
	int letter, place, got, status = CMD_OK;

	make_forms(c, &letters, names);
	opterr = 0;
	optind = 1;
	for (;;) {
		place = -1;
		letter = getopt_long(argc, argv, letters.buf, names, &place);
		if (letter == -1)
			break;
		letter = take_back(c, argv, letter);
		row = option_find(c, (char[]){'-', (char)letter, '\0'});
		/* After a mistake a red flag has still to be heard. */
		if (status != CMD_OK && (row == NULL || !row->heard))
			continue;
		if (row == &option_help) {
			usage_print(c);
			return INVOKE_HELP;
		}
		got = row == NULL ? bad_option(c, letter, argv[optind - 1]) :
		    take(ctx, row, place != -1, argv[optind], options);
		status = status == CMD_OK ? got : status;
	}
	ctx->argc = argc - optind;
	ctx->argv = argv + optind;
	return status;
}

static int
check_arguments(const struct context *ctx)
{
	const struct command *c = ctx->command;
	struct text meant = TEXT(MEANT_OPTIONS);

	if (ctx->argc >= c->least && ctx->argc <= c->most)
		return CMD_OK;
	if (c->most == 0 && meant_options(&meant, ctx))
		complain("%s: it takes no arguments; did you mean \"backcare "
		    "%s %s\"?", c->name, c->name, meant.buf);
	else
		complain("%s: %s", c->name, c->refusal != NULL ? c->refusal :
		    "it takes no arguments");
	return usage_wrong(c);
}

int
invoke(struct context *ctx, int argc, char **argv)
{
	const struct command *c = command_find(argv[0]);
	_Alignas(max_align_t) char options[CMD_OPTIONS_SIZE] = {0};
	char path[PATH_MAX];
	int status;

	if (c == NULL)
		return meant_command(argv[0]);
	ctx->command = c;
	if (c->defaults != NULL)
		memcpy(options, c->defaults, c->size);
	if (!c->without_log)
		timezone_settle();
	status = invoke_parse(ctx, c, argc, argv, options);
	if (status == INVOKE_HELP)
		return CMD_OK;
	/* "help" alone is no note either. */
	if (argc == 2 && strcmp(argv[1], "help") == 0) {
		usage_print(c);
		return CMD_OK;
	}
	if (status == CMD_OK)
		status = check_arguments(ctx);
	/* Help needs no log, nor a HOME to have one in. */
	if (status == CMD_OK && !c->without_log && path_log(ctx->file, path,
	    &ctx->ours) == -1)
		status = CMD_FAILED;
	if (status == CMD_OK) {
		ctx->log = path;
		return c->exec(ctx, options);
	}
	if (c->mistaken != NULL)
		c->mistaken(ctx, options);
	return status;
}
