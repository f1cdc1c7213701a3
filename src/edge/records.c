#include "records.h"

#include <err.h>

#include "lines.h"

/* Counts on from where it counted to, so that many bad lines cost one pass. */
static long
line_number(struct log *log, off_t at)
{
	if (at < log->counted_to)
		log->counted_to = log->counted = 0;
	log->counted += lines_count(log->fd, log->counted_to, at);
	log->counted_to = at;
	return log->counted + 1;
}

static void
report(struct log *log, off_t at, const char *why, struct slice word)
{
	char shown[TERMINAL_SHOWN];
	long line;

	log->bad++;
	if (log->quiet)
		return;
	line = line_number(log, at);
	if (word.at == NULL)
		warnx("%s:%ld: %s", log_shown(log), line, why);
	else
		warnx("%s:%ld: %s: \"%s\"", log_shown(log), line, why,
		    terminal_show(shown, word.at, word.len));
}

static void
report_unknown_flags(struct log *log, off_t at, struct slice list)
{
	struct slice name;

	while (slice_next(&list, ',', &name)) {
		if (flag_find(name) == FLAG_COUNT)
			report(log, at, "unknown flag", name);
	}
}

/* Where a record goes, and what is needed to say what is wrong with it. */
struct reading {
	struct log *log;
	off_t at;
	int64_t now;
	struct episode *e;
};

static void
read_line(struct log *log, off_t at, struct slice line,
    void (*take)(const struct record *, void *), void *arg)
{
	struct record_error error;
	struct record r;

	if (record_parse(line.at, line.len, &r, &error) == -1) {
		report(log, at, error.why, error.word);
		return;
	}
	if (r.flag_list.at != NULL)
		report_unknown_flags(log, at, r.flag_list);
	if (r.kind != RECORD_NONE)
		take(&r, arg);
}

/* Gives every record of the lines to take; *at is where each stands. */
static int
read_lines(struct log *log, struct lines *lines, off_t *at,
    void (*take)(const struct record *, void *), void *arg)
{
	const struct slice none = {NULL, 0};
	struct slice line;
	bool whole;
	int got;

	while ((got = lines_next(lines, &line, &whole)) == 1) {
		*at = lines->line;
		if (whole)
			read_line(log, *at, line, take, arg);
		else
			report(log, *at, "cut short while it was written",
			    none);
	}
	if (got == -1)
		warn("%s", log_shown(log));
	return got;
}

int
records_each(struct log *log, void (*take)(const struct record *, void *),
    void *arg)
{
	struct lines lines;
	off_t at;

	if (log->fd == -1)
		return 0;
	lines_init(&lines, log->fd, 0, log->size);
	return read_lines(log, &lines, &at, take, arg);
}

static void
fold_record(const struct record *r, void *arg)
{
	struct reading *reading = arg;
	struct slice kind = slice_of(record_kinds[r->kind]);

	if (r->time > reading->now)
		report(reading->log, reading->at,
		    "dated in the future", kind);
	if (episode_add(reading->e, r) == -1)
		report(reading->log, reading->at, "dated before a record "
		    "above it, so it answers nothing", kind);
}

int
records_fold(struct log *log, int64_t now, struct episode *e)
{
	struct reading reading = {log, 0, now, e};
	struct lines lines;

	episode_init(e);
	if (log->fd == -1)
		return 0;
	if (lines_init_last_end(&lines, log->fd, log->size) == -1) {
		warn("%s", log_shown(log));
		return -1;
	}
	return read_lines(log, &lines, &reading.at, fold_record, &reading);
}
