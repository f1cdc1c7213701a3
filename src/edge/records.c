#include "records.h"

#include <string.h>

#include "lines.h"

/* A pass over a log: where its records go, and what its messages need. */
struct reading {
	struct log *log;
	int64_t now;
	struct episode *e;
	void (*take)(const struct record *, void *);	/* or NULL */
	void *arg;
	off_t from;		/* where the first line begins */
	off_t last_end;		/* past records stand before it */
	long number;		/* of the line, from there, or in the log */
	bool counted;		/* once those before it are in the number */
};

static void
report(struct reading *r, const char *why, struct slice word)
{
	struct lines before;

	r->log->bad++;
	if (r->log->quiet)
		return;
	if (!r->counted) {
		lines_init(&before, r->log->fd, 0, r->from);
		while (lines_next(&before) == 1)
			r->number++;
		r->counted = true;
	}
	log_report(r->log->path, r->number, why, word);
}

static void
report_unknown_flags(struct reading *r, struct slice list)
{
	struct slice name;

	while (slice_next(&list, ',', &name)) {
		if (flag_find(name) == FLAG_COUNT)
			report(r, "unknown flag", name);
	}
}

static void
read_record(struct reading *r, const struct record *record)
{
	struct slice kind = slice_of(record_kinds[record->kind]);

	if (record->future)
		report(r, "dated in the future", kind);
	if (episode_add(r->e, record) == -1)
		report(r, "dated before a record above it, so it answers "
		    "nothing", kind);
	else if (r->take != NULL)
		r->take(record, r->arg);
}

static void
read_line(struct reading *r, struct slice line, bool whole)
{
	struct record_error error = {"cut short while it was written",
	    {NULL, 0}};
	struct record record;
	bool unread = !whole ||
	    record_parse(line.at, line.len, &record, &error) == -1;

	if (unread) {
		report(r, error.why, error.word);
	} else {
		record.past = r->log->at < r->last_end;
		record.future = record.time > r->now;
		if (record.kind != RECORD_NONE)
			read_record(r, &record);
		report_unknown_flags(r, record.flag_list);
		unread = record.flag_list.at != NULL;
	}
	/* What was not understood may be a red flag. */
	if (unread) {
		r->log->unread++;
		episode_add_unread(r->e, line);
	}
}

/* All of it where the records go somewhere, else from the last end on. */
int
records_each(struct log *log, int64_t now, struct episode *e,
    void (*take)(const struct record *, void *), void *arg)
{
	struct reading r = {.log = log, .now = now, .e = e, .take = take,
	    .arg = arg};
	struct lines lines;
	int got;

	episode_init(e);
	if (log->fd == -1)
		return 0;
	if (lines_init_last_end(&lines, log->fd, log->size) == -1)
		return terminal_warn(log->path, NULL);
	r.from = r.last_end = lines.at;
	if (take != NULL) {
		r.from = 0;
		lines_init(&lines, log->fd, 0, log->size);
	}
	log->lines = &lines;
	while ((got = lines_next(&lines)) == 1) {
		log->at = lines.at;
		r.number++;
		read_line(&r, lines.line, lines.whole);
	}
	log->lines = NULL;
	/* Whatever stands below the header may mean something else. */
	log->unread += log->foreign;
	e->unread += log->foreign;
	return got == -1 ? terminal_warn(log->path, NULL) : 0;
}

int
records_fold(struct log *log, int64_t now, struct episode *e)
{
	return records_each(log, now, e, NULL, NULL);
}

int
records_notes(const struct log *log, off_t from, off_t to,
    void (*take)(const struct record *, void *), void *arg)
{
	struct record_error error;
	struct record record;
	struct lines lines;
	int got;

	if (log->lines != NULL)
		lines_init_within(&lines, log->lines, from, to);
	else
		lines_init(&lines, log->fd, from, to);
	while ((got = lines_next(&lines)) == 1) {
		struct slice line = lines.line;

		/* Most have none, which is seen without reading them. */
		if (lines.whole && memchr(line.at, '#', line.len) != NULL &&
		    record_parse(line.at, line.len, &record, &error) == 0 &&
		    record.kind != RECORD_NONE && record.note.len > 0)
			take(&record, arg);
	}
	return got == -1 ? terminal_warn(log->path, NULL) : 0;
}

int
records_skim(const struct log *log,
    void (*take)(const struct record *, void *), void *arg)
{
	struct log quiet = *log;
	struct episode e;

	quiet.quiet = true;
	return records_each(&quiet, INT64_MAX, &e, take, arg);
}
