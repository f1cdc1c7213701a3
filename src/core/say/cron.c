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
	bool inside = false;

	while (table.len > 0) {
		slice_next(&table, '\n', &row);
		if (slice_is(row, inside ? CRON_END : CRON_BEGIN)) {
			inside = !inside;
			continue;
		}
		if (slice_is(row, CRON_BEGIN) || slice_is(row, CRON_END))
			return -1;
		if (inside)
			continue;
		text_bytes(text, row.at, row.len);
		/* Its last line may end without one. */
		if (table.at != NULL || line != NULL)
			text_char(text, '\n');
	}
	if (line != NULL)
		text_fmt(text, CRON_BEGIN "\n%s" CRON_END "\n", line);
	return inside ? -1 : 0;
}

static void
skip_all(struct slice *s, const char *set)
{
	while (slice_skip(s, set))
		;
}

/* NAME = value, either of them in quotes or not. */
static bool
parse_setting(struct slice row, const char *name, struct slice *value)
{
	static const char blanks[] = " \t\r";

	skip_all(&row, " \t\"'");
	for (; *name != '\0'; name++) {
		if (!slice_skip(&row, (const char[]){*name, '\0'}))
			return false;
	}
	skip_all(&row, " \t\"'");
	if (!slice_skip(&row, "="))
		return false;
	skip_all(&row, " \t");
	while (row.len > 0 && memchr(blanks, row.at[row.len - 1],
	    sizeof(blanks) - 1) != NULL)
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
	struct slice rest = shell;

	while (slice_next(&rest, '/', &shell))
		;
	for (size_t i = 0; i < sizeof(shells) / sizeof(shells[0]); i++) {
		if (slice_is(shell, shells[i]))
			return true;
	}
	return false;
}
