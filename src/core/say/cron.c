#include "cron.h"

#include <string.h>

void
cron_quote(struct text *text, const char *s)
{
	text_char(text, '\'');
	for (; *s != '\0'; s++) {
		if (*s == '\'')
			text_str(text, "'\\''");
		else if (*s == '%')
			text_str(text, "'\"$(printf '\\045')\"'");
		else
			text_char(text, *s);
	}
	text_char(text, '\'');
}

static void
put(struct text *text, const char *before, const char *value)
{
	if (value == NULL)
		return;
	text_str(text, before);
	cron_quote(text, value);
}

void
cron_line(struct text *text, const struct cron_job *job)
{
	text_str(text, "* * * * *");
	put(text, " HOME=", job->home);
	put(text, " PATH=", job->path);
	put(text, " TZ=", job->zone);
	put(text, " XDG_STATE_HOME=", job->state_home);
	put(text, " ", job->program);
	put(text, " -f ", job->log);
	text_str(text, " remind");
	put(text, " -w ", job->hours);
	put(text, " -e ", job->command);
	text_char(text, '\n');
}

int
cron_edit(struct text *text, struct slice table, const char *line)
{
	struct slice row;
	bool inside = false, last;

	while (table.len > 0) {
		slice_next(&table, '\n', &row);
		last = table.at == NULL;	/* no newline after it */
		if (slice_is(row, CRON_BEGIN)) {
			if (inside)
				return -1;
			inside = true;
		} else if (slice_is(row, CRON_END)) {
			if (!inside)
				return -1;
			inside = false;
		} else if (!inside) {
			text_bytes(text, row.at, row.len);
			if (!last || line != NULL)
				text_char(text, '\n');
		}
	}
	if (inside)
		return -1;
	if (line != NULL) {
		text_str(text, CRON_BEGIN "\n");
		text_str(text, line);
		text_str(text, CRON_END "\n");
	}
	return 0;
}

static void
skip_all(struct slice *s, const char *set)
{
	while (slice_skip(s, set))
		;
}

/* MAILTO= and what stands for nobody: spaces, or a pair of quotes. */
static bool
is_mailto(struct slice row, bool *somebody)
{
	static const char name[] = "MAILTO";
	const size_t len = sizeof(name) - 1;

	skip_all(&row, " \t");
	if (row.len < len || memcmp(row.at, name, len) != 0)
		return false;
	row.at += len;
	row.len -= len;
	skip_all(&row, " \t");
	if (!slice_skip(&row, "="))
		return false;
	skip_all(&row, " \t\"'");
	*somebody = row.len > 0;
	return true;
}

bool
cron_mails(struct slice table)
{
	struct slice row;
	bool mails = true, somebody;

	while (table.len > 0) {
		slice_next(&table, '\n', &row);
		if (is_mailto(row, &somebody))
			mails = somebody;
	}
	return mails;
}
