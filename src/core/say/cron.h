/* A line for crontab(5), and its place between two comments in a table. */
#ifndef CORE_CRON_H
#define CORE_CRON_H

#include <stdbool.h>

#include "../text/text.h"

#define CRON_BEGIN \
    "# backcare reminders begin: \"backcare remind -u\" takes them away"
#define CRON_END "# backcare reminders end"
/* Bytes in a line that every cron takes. */
#define CRON_LINE_MAX 900

/* What the line runs; what is NULL is left out. */
struct cron_job {
	const char *program;	/* its full path */
	const char *home, *path, *zone, *state_home;	/* the environment */
	const char *log;	/* its full path */
	const char *hours;	/* -w */
	const char *command;	/* -e */
};

/* One word for sh(1), with no %, which cron takes for a newline. */
void cron_quote(struct text *, const char *);
/* The line, every minute, with its newline. */
void cron_line(struct text *, const struct cron_job *);
/*
 * The table without our lines, and at its end those around line; line is NULL
 * to leave it at that.  Returns 0, or -1 where the comments do not pair.
 */
int cron_edit(struct text *, struct slice table, const char *line);
/*
 * The value of a setting, such as MAILTO, as it is at the end of the table:
 * crontab(5).  Without its quotes; false where there is none.
 */
bool cron_setting(struct slice table, const char *name, struct slice *value);
/* Whether a shell runs the line: one that reads what sh(1) does. */
bool cron_shell_fits(struct slice shell);

#endif
