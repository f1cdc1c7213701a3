#include <err.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/escape.h"
#include "../core/record.h"
#include "../edge/log.h"
#include "cmd.h"

static int
refuse(struct log *log, const char *why)
{
	warnx("undo: %s", why);
	log_close(log);
	return CMD_FAILED;
}

/* The last line as it stands in the log, where it is a record. */
static int
last_record(struct log *log, char *line, off_t *at)
{
	struct record_error error;
	struct record r;
	ssize_t n = log_last(log, line, at);

	if (n == -1) {
		log_close(log);
		return CMD_FAILED;
	}
	if (n >= 0 && *at == 0 &&
	    record_header_format((struct slice){line, (size_t)n}) != 0)
		return refuse(log, "there is no record to take back");
	if (n == -2 && log->size == 0)
		return refuse(log, "there is no record to take back");
	if (n == -2 || record_parse(line, (size_t)n, &r, &error) == -1 ||
	    r.kind == RECORD_NONE)
		return refuse(log, "the last line of the log is not a record, "
		    "so nothing was taken back: mend it with \"backcare "
		    "edit\"");
	line[n] = '\0';
	return CMD_OK;
}

static void
confirm(const char *label, const char *line)
{
	char buf[4 * RECORD_MAX + 1];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	escape_put(&text, line, strlen(line), terminal_utf8() ? ESCAPE_SHOW :
	    ESCAPE_ASCII);
	printf("%s%s\n", label, buf);
}

int
cmd_undo(struct context *ctx, int argc, char **argv)
{
	char line[RECORD_MAX + 1];
	bool dry = false;
	struct log log;
	off_t at;
	int c, status;

	while ((c = getopt(argc, argv, CMD_OPTIONS("n"))) != -1) {
		if (c != 'n')
			return cmd_bad_option("undo", c);
		dry = true;
	}
	if (argc > optind) {
		warnx("undo: it takes one record back, and no arguments");
		return cmd_usage("undo");
	}
	if (log_open(&log, ctx->log, ctx->ours, dry ? LOG_READ : LOG_WRITE)
	    == -1)
		return CMD_FAILED;
	status = last_record(&log, line, &at);
	if (status != CMD_OK)
		return status;
	if (!dry && log_cut(&log, at) == -1) {
		log_close(&log);
		return CMD_FAILED;
	}
	if (!dry) {
		ctx->stored = true;
		signal(SIGPIPE, SIG_IGN);
	}
	log_close(&log);
	confirm(dry ? "Would take back: " : "Taken back: ", line);
	return CMD_OK;
}
