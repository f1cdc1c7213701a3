#include "command.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "output.h"

#define NAME_COLUMNS 11		/* of a command, in the list of them */
#define OPTION_COLUMNS 25	/* of an option, in the list of them */
#define NARROW_INDENT 4		/* where a usage has little room */
#define NARROW_COLUMNS 60

static const struct option_row options[] = {
	{'f', "file", "file", "use this log",
	    .into = offsetof(struct program_options, file)},
	{'V', "version", NULL, "print the version",
	    .into = offsetof(struct program_options, version)},
	{0}
};

const struct command command_program = {
	.name = "",
	.summary = "recovery timer and advisor for lower back pain",
	.notes = "\"backcare help command\" shows how one is used; backcare(1) "
	    "says more.\nFor adults; not for children, in pregnancy or after "
	    "surgery.",
	.options = options,
	.size = CMD_SIZE(struct program_options),
	.arguments = "[command [option ...] [argument ...]]",
	.most = CMD_ANY,
	.choice = command_choice
};

const struct option_row option_help = {
	'h', "help", NULL, "show how it is used", .into = 0
};

const struct command *
command_find(const char *name)
{
	for (int i = 0; command_table[i] != NULL; i++) {
		if (strcmp(command_table[i]->name, name) == 0)
			return command_table[i];
	}
	return NULL;
}

struct choice
command_choice(int i)
{
	const struct command *c = command_table[i];

	return c == NULL ? (struct choice){NULL, NULL} :
	    (struct choice){c->name, c->summary};
}

void
command_stored(struct context *ctx)
{
	ctx->stored = true;
	signal(SIGPIPE, SIG_IGN);
}

const struct option_row *
option_first(const struct command *c)
{
	return c->options == NULL ? &option_help : c->options;
}

const struct option_row *
option_next(const struct option_row *row)
{
	if (row == &option_help)
		return NULL;
	return row[1].letter == '\0' ? &option_help : &row[1];
}

const struct option_row *
option_find(const struct command *c, const char *word)
{
	bool is_long = strncmp(word, "--", 2) == 0;
	const char *name = is_long ? word + 2 : word;
	const struct option_row *row;

	for (row = option_first(c); row != NULL; row = option_next(row)) {
		const char letter[] = {'-', row->letter, '\0'};

		if (is_long ? slice_is((struct slice){name,
		    strcspn(name, "=")}, row->name) : strcmp(name, letter) == 0)
			return row;
	}
	return NULL;
}

bool
option_has_value(const struct option_row *row)
{
	return row->value != NULL || row->words != NULL;
}

struct option_value
option_value(const struct option_row *row)
{
	struct option_value value;
	struct text text;

	text_init(&text, value.s, sizeof(value.s));
	if (row->value != NULL)
		text_str(&text, row->value);
	option_list(&text, row->words, row->words_count, "|", "|");
	return value;
}

int
option_word(const struct option_row *row, const char *word)
{
	for (int i = 1; i < row->words_count; i++) {
		if (strcmp(row->words[i], word) == 0)
			return i;
	}
	return 0;
}

void
option_list(struct text *text, const char *const *words, int count,
    const char *between, const char *last)
{
	for (int i = 1; i < count; i++)
		text_item(text, 0, i == count - 1 ? last : between, "%s",
		    words[i]);
}

/*
 * Options without a value in one pair of brackets, then those with one, then
 * the arguments, with a space before each.  Every command has -h, so only the
 * program's own shows it.
 */
static void
put_synopsis(struct text *text, const struct command *c)
{
	struct text letters = TEXT(32), values = TEXT(512);
	const struct option_row *row;

	if (c == &command_program)
		text_char(&letters, option_help.letter);
	for (row = option_first(c); row != &option_help;
	    row = option_next(row)) {
		if (option_has_value(row))
			text_fmt(&values, " [-%c %s]", row->letter,
			    option_value(row).s);
		else
			text_char(&letters, row->letter);
	}
	if (letters.len > 0)
		text_fmt(text, " [-%s]", letters.buf);
	text_str(text, values.buf);
	if (c->arguments != NULL)
		text_fmt(text, " %s", c->arguments);
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
put_usage(FILE *to, const struct command *c)
{
	struct text text = TEXT(640), words = TEXT(512);
	size_t columns = (size_t)terminal_get().columns;
	size_t indent, line = 0, len;

	put_synopsis(&words, c);
	text_fmt(&text, "usage: backcare%s%s", *c->name == '\0' ? "" : " ",
	    c->name);
	indent = columns < NARROW_COLUMNS ? NARROW_INDENT : text.len;
	for (const char *s = words.buf; *s == ' '; s += len) {
		s++;
		len = group_length(s);
		if (indent + 1 + len >= columns)
			len = strcspn(s, " ");
		if (text.len - line + 1 + len >= columns) {
			text_char(&text, '\n');
			line = text.len;
			text_fmt(&text, "%*s", (int)indent, "");
		}
		text_fmt(&text, " %.*s", (int)len, s);
	}
	fprintf(to, "%s\n", text.buf);
}

int
usage_wrong(const struct command *c)
{
	put_usage(stderr, c);
	return CMD_USAGE;
}

/* "  -t, --when when          when the pain began, if not now" */
static void
print_options(const struct command *c, int columns)
{
	int indent = columns < NARROW_COLUMNS ? NARROW_INDENT * 2 :
	    OPTION_COLUMNS;
	const struct option_row *row;

	for (row = option_first(c); row != NULL; row = option_next(row)) {
		struct text name = TEXT(128);

		text_fmt(&name, "  -%c, --%s%s%s", row->letter, row->name,
		    option_has_value(row) ? " " : "", option_value(row).s);
		if ((int)name.len + 2 > indent) {
			printf("  ");
			output_wrap_from(slice_of(name.buf), columns, 2,
			    indent);
			*name.buf = '\0';
		}
		printf("%-*s", indent, name.buf);
		output_wrap(slice_of(row->line), columns, indent);
	}
}

static void
print_commands(int columns)
{
	for (int i = 0; command_table[i] != NULL; i++) {
		printf("  %-*s", NAME_COLUMNS - 2, command_table[i]->name);
		output_wrap(slice_of(command_table[i]->summary), columns,
		    NAME_COLUMNS);
	}
}

/* Paragraphs, with a line before them. */
static void
print_notes(const char *notes, int columns)
{
	struct slice rest = slice_of(notes), line;

	putchar('\n');
	while (slice_next(&rest, '\n', &line))
		output_wrap(line, columns, 0);
}

void
usage_print(const struct command *c)
{
	int columns = terminal_get().columns;

	put_usage(stdout, c);
	if (c == &command_program) {
		putchar('\n');
		print_commands(columns);
	} else {
		output_wrap(slice_of(c->summary), columns, 0);
	}
	putchar('\n');
	print_options(c, columns);
	if (c->notes != NULL)
		print_notes(c->notes, columns);
}

int
reject(int status, const char *why, ...)
{
	char message[8192];
	va_list args;

	va_start(args, why);
	vsnprintf(message, sizeof(message), why, args);
	va_end(args);
	complain("%s", message);
	return status;
}

int
command_misused(const struct command *c, const char *why)
{
	complain("%s: %s", c->name, why);
	return usage_wrong(c);
}
