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
	struct slice row = {0};
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

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/* NAME = value, either of them in quotes or not. */
static bool
parse_setting(struct slice row, const char *name, struct slice *value)
{
	const size_t len = strlen(name);

	skip_all(&row, " \t\"'");
	if (row.len < len || memcmp(row.at, name, len) != 0)
		return false;
	row.at += len;
	row.len -= len;
	skip_all(&row, " \t\"'");
	if (!slice_skip(&row, "="))
		return false;
	skip_all(&row, " \t");
	while (row.len > 0 && is_blank(row.at[row.len - 1]))
		row.len--;
	if (row.len >= 2 && (*row.at == '"' || *row.at == '\'') &&
	    row.at[row.len - 1] == *row.at) {
		row.at++;
		row.len -= 2;
	}
	*value = row;
	return true;
}

bool
cron_setting(struct slice table, const char *name, struct slice *value)
{
	struct slice row = {0};
	bool found = false;

	while (table.len > 0) {
		slice_next(&table, '\n', &row);
		if (parse_setting(row, name, value))
			found = true;
	}
	return found;
}

bool
cron_shell_fits(struct slice shell)
{
	static const char *const shells[] = {
		"sh", "ash", "bash", "dash", "ksh", "ksh93", "lksh", "mksh",
		"oksh", "pdksh", "posh", "yash", "zsh"
	};
	size_t base = shell.len;

	while (base > 0 && shell.at[base - 1] != '/')
		base--;
	shell.at += base;
	shell.len -= base;
	for (size_t i = 0; i < sizeof(shells) / sizeof(shells[0]); i++) {
		if (slice_is(shell, shells[i]))
			return true;
	}
	return false;
}
