#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/log/header.h"
#include "../core/say/statusline.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../edge/records.h"
#include "../ui/logbook.h"
#include "../ui/option.h"
#include "../ui/output.h"

struct options {
	bool dry;
};

/* Cuts the last record off, with its line as it stands; in left is the rest. */
static int
take_back(struct log *log, bool dry, int64_t now, char *line,
    struct record *r, struct episode *left)
{
	struct record_error error;
	struct slice number;
	off_t at = 0;
	ssize_t len = log_last(log, line, &at);

	if (len == -1)
		return CMD_FAILED;
	if (log->size == 0 || (len >= 0 && at == 0 &&
	    header_of((struct slice){line, (size_t)len}, &number) !=
	    HEADER_NONE)) {
		complain("undo: there is no record to take back");
		return CMD_FAILED;
	}
	if (len == -2 || record_parse(line, (size_t)len, r,
	    &error) == -1 || r->kind == RECORD_NONE) {
		complain("undo: the last line of the log is not a record, so "
		    "nothing was taken back: mend it with \"backcare edit\"");
		return CMD_FAILED;
	}
	line[len] = '\0';
	/* What is left has to be readable before anything is taken away. */
	log->size = at;
	return records_fold(log, now, left) == -1 ||
	    (!dry && log_cut(log, at) == -1) ? CMD_FAILED : CMD_OK;
}

/*
 * What does not wait in the log that is left, or what is not known of it; then
 * the record in local time, and its line, which stays one where it may be
 * parsed.  All of it goes out at once.
 */
static void
confirm(const char *label, const struct record *r, const char *line,
    const struct episode *left, int64_t now)
{
	const struct timer_word none = {TIMER_NONE, 0};
	struct verdict v = verdict_of(left, now);
	struct text state = TEXT(STATUSLINE_MAX), what = TEXT(128);
	struct text shown = TEXT(4 * RECORD_MAX + 1);
	int columns = terminal_get().columns;

	statusline_put(&state, left, &v, &none, now);
	if (advice_is_alarm(&v) || left->unread > 0)
		output_wrap(slice_of(state.buf), columns, 0);
	text_fmt(&what, "%s: %s, %s:", label, record_kinds[r->kind],
	    when_zone(r->time, now).s);
	output_wrap(slice_of(what.buf), columns, 0);
	escape_put(&shown, line, strlen(line), terminal_utf8() ? ESCAPE_SHOW :
	    ESCAPE_ASCII);
	if (isatty(STDOUT_FILENO))
		output_wrap(slice_of(shown.buf), columns, 0);
	else
		puts(shown.buf);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	char line[RECORD_MAX + 2];
	struct episode left;
	struct record r;
	struct log log;
	int status;

	if (logbook_begin(ctx, o->dry ? LOG_DRY : LOG_WRITE, &log) != CMD_OK)
		return CMD_FAILED;
	status = take_back(&log, o->dry, ctx->now, line, &r, &left);
	log_close(&log);
	if (status != CMD_OK)
		return status;
	if (!o->dry)
		command_stored(ctx);
	confirm(o->dry ? "Would take back" : "Taken back", &r, line, &left,
	    ctx->now);
	return CMD_OK;
}

static const struct option_row options[] = {
	{'n', "dry-run", NULL, "only show which record it would be", INTO(dry)},
	{0}
};

const struct command cmd_undo = {
	.name = "undo",
	.summary = "take the last record back",
	.options = options,
	.size = CMD_SIZE(struct options),
	.refusal = "it takes one record back, and no arguments",
	.exec = exec
};
