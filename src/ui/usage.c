#include "usage.h"

#include <stdio.h>
#include <string.h>

#include "../edge/terminal.h"
#include "option.h"
#include "output.h"

#define NAME_COLUMNS 11		/* of a command, in the list of them */
#define OPTION_COLUMNS 25	/* of an option, in the list of them */
#define NARROW_INDENT 4		/* where a usage has little room */
#define NARROW_COLUMNS 60

/*
 * Options without a value in one pair of brackets, then those with one, then
 * the arguments.  Every command has -h, so only the program's own shows it.
 */
static void
put_synopsis(struct text *text, const struct command *c)
{
	const struct option_row *row;
	size_t start = text->len;

	if (c == &command_program)
		text_str(text, "[-h");
	for (row = option_first(c); row != &option_help;
	    row = option_next(row)) {
		if (!option_has_value(row))
			text_fmt(text, "%s%c", text->len == start ? "[-" : "",
			    row->letter);
	}
	if (text->len > start)
		text_char(text, ']');
	for (row = option_first(c); row != &option_help;
	    row = option_next(row)) {
		if (!option_has_value(row))
			continue;
		text_item(text, start, " ", "[-%c ", row->letter);
		option_put_value(text, row);
		text_char(text, ']');
	}
	if (c->arguments != NULL)
		text_item(text, start, " ", "%s", c->arguments);
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
	for (const char *s = words.buf; *s != '\0';
	    s += len + (s[len] == ' ')) {
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
print_option(const struct option_row *row, int columns)
{
	struct text text = TEXT(128);
	int indent = columns < NARROW_COLUMNS ? NARROW_INDENT * 2 :
	    OPTION_COLUMNS;

	text_fmt(&text, "  -%c, --%s", row->letter, row->name);
	if (option_has_value(row))
		text_char(&text, ' ');
	option_put_value(&text, row);
	if ((int)text.len + 2 > indent) {
		printf("  ");
		output_wrap_from(slice_of(text.buf), columns, 2, indent);
		printf("%*s", indent, "");
	} else {
		printf("%-*s", indent, text.buf);
	}
	output_wrap(slice_of(row->line), columns, indent);
}

static void
print_options(const struct command *c, int columns)
{
	const struct option_row *row;

	for (row = option_first(c); row != NULL; row = option_next(row))
		print_option(row, columns);
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
