#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/log/header.h"
#include "../core/say/advice.h"
#include "../core/say/statusline.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../edge/records.h"
#include "../ui/logbook.h"
#include "../ui/option.h"
#include "../ui/output.h"

static int
refuse(struct log *log, const char *why)
{
	complain("undo: %s", why);
	log_close(log);
	return CMD_FAILED;
}

/* The last line as it stands in the log, where it is a record: in r, too. */
static int
last_record(struct log *log, char *line, off_t *at, struct record *r)
{
	struct record_error error;
	struct slice number;
	ssize_t n = log_last(log, line, at);

	if (n == -1) {
		log_close(log);
		return CMD_FAILED;
	}
	if (n >= 0 && *at == 0 &&
	    header_of((struct slice){line, (size_t)n}, &number) != HEADER_NONE)
		return refuse(log, "there is no record to take back");
	if (n == -2 && log->size == 0)
		return refuse(log, "there is no record to take back");
	if (n == -2 || record_parse(line, (size_t)n, r, &error) == -1 ||
	    r->kind == RECORD_NONE)
		return refuse(log, "the last line of the log is not a record, "
		    "so nothing was taken back: mend it with \"backcare "
		    "edit\"");
	line[n] = '\0';
	return CMD_OK;
}

/* What does not wait in the log that is left; or what is not known of it. */
static void
say_left(const struct episode *e, int64_t now)
{
	const struct timer_word none = {TIMER_NONE, 0};
	struct verdict v = verdict_of(e, now);
	struct text text = TEXT(STATUSLINE_MAX);

	if (!advice_is_alarm(&v) && e->unread == 0)
		return;
	statusline_put(&text, e, &v, &none, now);
	output_wrap(slice_of(text.buf), terminal_get().columns, 0);
}

/*
 * In local time, and then the line, which stays one where it may be parsed.
 * All of it goes out at once, with what is left.
 */
static void
confirm(const char *label, const struct record *r, const char *line,
    int64_t now)
{
	struct text shown = TEXT(4 * RECORD_MAX + 1), what = TEXT(128);

	text_fmt(&what, "%s: %s, %s:", label, record_kinds[r->kind],
	    when_zone(r->time, now).s);
	output_wrap(slice_of(what.buf), terminal_get().columns, 0);
	escape_put(&shown, line, strlen(line), terminal_utf8() ? ESCAPE_SHOW :
	    ESCAPE_ASCII);
	if (isatty(STDOUT_FILENO))
		output_wrap(slice_of(shown.buf), terminal_get().columns, 0);
	else
		puts(shown.buf);
}

struct options {
	bool dry;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	char line[RECORD_MAX + 2];
	struct episode left;
	struct record r;
	struct log log;
	off_t at;
	bool failed;

	if (logbook_begin(ctx, o->dry ? LOG_DRY : LOG_WRITE, &log) != CMD_OK)
		return CMD_FAILED;
	if (last_record(&log, line, &at, &r) != CMD_OK)
		return CMD_FAILED;
	/* What is left has to be readable before anything is taken away. */
	log.size = at;
	failed = records_fold(&log, ctx->now, &left) == -1 ||
	    (!o->dry && log_cut(&log, at) == -1);
	log_close(&log);
	if (failed)
		return CMD_FAILED;
	if (!o->dry)
		command_stored(ctx);
	say_left(&left, ctx->now);
	confirm(o->dry ? "Would take back" : "Taken back", &r, line,
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
