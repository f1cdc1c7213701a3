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
report(struct log *log, const char *why, struct slice word)
{
	long line;

	log->bad++;
	if (log->quiet)
		return;
	line = line_number(log, log->at);
	if (word.at == NULL)
		complain("%s:%ld: %s", shown(log->path).s, line, why);
	else
		complain("%s:%ld: %s: \"%s\"", shown(log->path).s, line, why,
		    shown_bytes(word.at, word.len).s);
}

/* What a line says that was not understood may be a red flag. */
static void
add_unread(struct log *log, struct episode *e, struct slice line)
{
	log->unread++;
	episode_add_unread(e, line);
}

static void
report_unknown_flags(struct log *log, struct slice list)
{
	struct slice name;

	while (slice_next(&list, ',', &name)) {
		if (flag_find(name) == FLAG_COUNT)
			report(log, "unknown flag", name);
	}
}

/* Where a record goes, and what is needed to say what is wrong with it. */
struct reading {
	struct log *log;
	off_t last_end;		/* or before it */
	int64_t now;
	struct episode *e;
	void (*take)(const struct record *, void *);	/* or NULL */
	void *arg;
};

static void
read_record(struct reading *r, const struct record *record)
{
	struct slice kind = slice_of(record_kinds[record->kind]);

	if (record->future)
		report(r->log, "dated in the future", kind);
	if (episode_add(r->e, record) == -1)
		report(r->log, "dated before a record above it, so it "
		    "answers nothing", kind);
	else if (r->take != NULL)
		r->take(record, r->arg);
}

static void
read_line(struct reading *r, struct slice line)
{
	struct record_error error;
	struct record record;

	if (record_parse(line.at, line.len, &record, &error) == -1) {
		report(r->log, error.why, error.word);
		add_unread(r->log, r->e, line);
		return;
	}
	record.past = r->log->at < r->last_end;
	record.future = record.time > r->now;
	if (record.kind != RECORD_NONE)
		read_record(r, &record);
	if (record.flag_list.at != NULL) {
		report_unknown_flags(r->log, record.flag_list);
		add_unread(r->log, r->e, line);
	}
}

static int
read_lines(struct reading *r, struct lines *lines)
{
	const struct slice none = {NULL, 0};
	struct slice line;
	bool whole;
	int got;

	while ((got = lines_next(lines, &line, &whole)) == 1) {
		r->log->at = lines->line;
		if (whole) {
			read_line(r, line);
			continue;
		}
		report(r->log, "cut short while it was written", none);
		add_unread(r->log, r->e, line);
	}
	/* Whatever stands below the header may mean something else. */
	r->log->unread += r->log->foreign;
	r->e->unread += r->log->foreign;
	if (got == -1)
		terminal_warn(r->log->path, NULL);
	return got;
}

/* From the last end on, or all with a word on which are past that. */
static int
read_log(struct reading *r, bool all)
{
	struct log *log = r->log;
	struct lines lines;

	episode_init(r->e);
	if (log->fd == -1)
		return 0;
	if (lines_init_last_end(&lines, log->fd, log->size) == -1) {
		terminal_warn(log->path, NULL);
		return -1;
	}
	if (all) {
		r->last_end = lines.line;
		lines_init(&lines, log->fd, 0, log->size);
	}
	return read_lines(r, &lines);
}

int
records_fold(struct log *log, int64_t now, struct episode *e)
{
	struct reading reading = {.log = log, .now = now, .e = e};

	return read_log(&reading, false);
}

int
records_each(struct log *log, int64_t now, struct episode *e,
    void (*take)(const struct record *, void *), void *arg)
{
	struct reading reading = {.log = log, .now = now, .e = e,
	    .take = take, .arg = arg};

	return read_log(&reading, true);
}

int
records_between(struct log *log, off_t from, off_t to,
    void (*take)(const struct record *, void *), void *arg)
{
	struct record_error error;
	struct record record;
	struct lines lines;
	struct slice line;
	bool whole;
	int got;

	lines_init(&lines, log->fd, from, to);
	while ((got = lines_next(&lines, &line, &whole)) == 1) {
		if (whole && record_parse(line.at, line.len, &record,
		    &error) == 0 && record.kind != RECORD_NONE)
			take(&record, arg);
	}
	if (got == -1)
		terminal_warn(log->path, NULL);
	return got;
}

int
records_skim(struct log *log, void (*take)(const struct record *, void *),
    void *arg)
{
	struct episode e;
	bool quiet = log->quiet;
	int bad = log->bad, unread = log->unread, got;

	log->quiet = true;
	got = records_each(log, INT64_MAX, &e, take, arg);
	log->quiet = quiet;
	log->bad = bad;
	log->unread = unread;
	return got;
}
