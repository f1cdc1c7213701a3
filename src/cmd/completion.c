#include "completion.h"

#include <stdio.h>

#include "option.h"

/* Nothing, in a line of fields: a shell would take two tabs for one. */
#define NOTHING "-"

static void
print_word(const char *of, const char *word, const char *line)
{
	printf("word\t%s\t%s\t%s\n", of, word, line == NULL ? NOTHING : line);
}

static void
print_choices(const char *of, struct choice (*choice)(int))
{
	struct choice c;

	for (int i = 0; choice != NULL && (c = choice(i)).word != NULL; i++)
		print_word(of, c.word, c.line);
}

static void
print_option(const struct option_row *row)
{
	const char of[] = {'-', row->letter, '\0'};
	struct text value = TEXT(64);

	option_put_value(&value, row);
	printf("option\t%s\t--%s\t%s\t%s\n", of, row->name,
	    option_has_value(row) ? value.buf : NOTHING, row->line);
	for (int i = 1; i < row->words_count; i++)
		print_word(of, row->words[i], NULL);
	print_choices(of, row->choice);
}

void
completion_print(const struct command *c)
{
	const struct option_row *row;

	for (row = option_first(c); row != NULL; row = option_next(row))
		print_option(row);
	print_choices(NOTHING, c->choice);
}
