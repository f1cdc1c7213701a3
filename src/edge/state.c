#include "state.h"

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../core/text/escape.h"
#include "crontab.h"
#include "file.h"
#include "lines.h"
#include "path.h"
#include "terminal.h"

/* Milliseconds; what is sent at the same moment need not be seen as late. */
#define TURN_WAIT 1000
#define LOCK_WAIT 5000
#define HEADER "# backcare reminded 1\n"

int
state_init(struct state *s, const char *log)
{
	char real[PATH_MAX];
	struct text text;

	s->fd = s->turn = -1;
	if (path_state("reminded", s->path) == -1)
		return -1;
	if (realpath(log, real) != NULL) {
		log = real;
	} else if (errno != ENOENT) {
		/* Under another name it would all be announced again. */
		terminal_warn(log, NULL);
		return -1;
	}
	text_init(&text, s->log, sizeof(s->log));
	escape_put(&text, log, strlen(log), ESCAPE_VALUE);
	return 0;
}

int
state_turn(struct state *s, bool emergency)
{
	char path[PATH_MAX];

	if (path_state(emergency ? "reminding.emergency" : "reminding",
	    path) == -1 || path_make_dirs(path) == -1)
		return -1;
	s->turn = file_lock(path, O_CREAT, TURN_WAIT);
	if (s->turn != -1)
		return 0;
	if (errno == EWOULDBLOCK)
		return 1;
	terminal_warn(path, NULL);
	return -1;
}

int
state_lock(struct state *s)
{
	if (path_make_dirs(s->path) == -1)
		return -1;
	s->fd = file_lock(s->path, O_CREAT, LOCK_WAIT);
	if (s->fd != -1)
		return 0;
	if (errno == EWOULDBLOCK)
		complain("%s: locked by another process", shown(s->path).s);
	else
		terminal_warn(s->path, NULL);
	return -1;
}

/* A line "log note": the note, where it is for this log. */
static bool
is_ours(const struct state *s, struct slice line, struct slice *note)
{
	struct slice log;

	*note = line;
	if (!slice_next(note, ' ', &log) || note->at == NULL)
		return false;
	return slice_is(log, s->log);
}

/* What cannot be read is announced again rather than lost. */
static void
take(struct slice line, struct reminder_memory *memory)
{
	struct reminder_failure failure;
	struct reminder_note note;

	if (reminder_note_parse(line, &note) == 0) {
		if (memory->count < REMINDER_NOTES)
			memory->notes[memory->count++] = note;
	} else if (reminder_failure_parse(line, &failure) == 0) {
		if (failure.kind == REMINDER_EMERGENCY)
			memory->emergency = failure;
		else
			memory->other = failure;
	}
}

int
state_load(const struct state *s, struct reminder_memory *memory)
{
	struct slice line, rest;
	struct lines lines;
	struct stat st;
	bool whole;
	int fd, got;

	memory->count = 0;
	memory->emergency.count = memory->other.count = 0;
	fd = open(s->path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd == -1 && errno == ENOENT)
		return 0;
	if (fd == -1 || fstat(fd, &st) == -1) {
		terminal_warn(s->path, NULL);
		if (fd != -1)
			close(fd);
		return -1;
	}
	lines_init(&lines, fd, 0, st.st_size);
	while ((got = lines_next(&lines, &line, &whole)) == 1) {
		if (is_ours(s, line, &rest))
			take(rest, memory);
	}
	if (got == -1)
		terminal_warn(s->path, NULL);
	close(fd);
	return got;
}

/* The lines of other logs, as they are.  Returns 0, or -1 with errno. */
static int
copy_others(const struct state *s, FILE *out)
{
	struct slice line, rest;
	struct lines lines;
	struct stat st;
	bool whole;
	int got;

	if (fstat(s->fd, &st) == -1)
		return -1;
	lines_init(&lines, s->fd, 0, st.st_size);
	while ((got = lines_next(&lines, &line, &whole)) == 1) {
		if (line.len == 0 || *line.at == '#' || !whole ||
		    is_ours(s, line, &rest))
			continue;
		fwrite(line.at, 1, line.len, out);
		fputc('\n', out);
	}
	return got;
}

static void
write_failure(const struct state *s, const struct reminder_failure *failure,
    FILE *out)
{
	struct text text = TEXT(128);

	if (failure->count == 0)
		return;
	reminder_failure_write(&text, failure);
	fprintf(out, "%s %s\n", s->log, text.buf);
}

static void
write_ours(const struct state *s, const struct reminder_memory *memory,
    FILE *out)
{
	char buf[128];
	struct text text;

	for (int i = 0; i < memory->count; i++) {
		text_init(&text, buf, sizeof(buf));
		reminder_note_write(&text, &memory->notes[i]);
		fprintf(out, "%s %s\n", s->log, buf);
	}
	write_failure(s, &memory->emergency, out);
	write_failure(s, &memory->other, out);
}

/* The whole file, durably.  Returns 0, or -1 with errno. */
static int
write_file(const struct state *s, const struct reminder_memory *memory,
    FILE *out)
{
	fputs(HEADER, out);
	if (copy_others(s, out) == -1)
		return -1;
	write_ours(s, memory, out);
	if (fflush(out) == EOF || ferror(out) != 0)
		return -1;
	return file_sync(fileno(out));
}

int
state_store(const struct state *s, const struct reminder_memory *memory)
{
	char temporary[PATH_MAX + 8];
	FILE *out;
	int fd;

	snprintf(temporary, sizeof(temporary), "%s.new", s->path);
	fd = file_private(temporary, O_TRUNC);
	out = fd == -1 ? NULL : fdopen(fd, "w");
	if (out == NULL) {
		terminal_warn(temporary, NULL);
		if (fd != -1)
			close(fd);
		return -1;
	}
	if (write_file(s, memory, out) == -1) {
		terminal_warn(temporary, NULL);
		fclose(out);
		unlink(temporary);
		return -1;
	}
	fclose(out);
	if (rename(temporary, s->path) == -1 ||
	    path_sync_dir(s->path, true) == -1) {
		terminal_warn(s->path, NULL);
		return -1;
	}
	return 0;
}

void
state_close(struct state *s)
{
	if (s->fd != -1)
		close(s->fd);
	if (s->turn != -1)
		close(s->turn);
	s->fd = s->turn = -1;
}

static int
set_time(const char *path, int64_t now)
{
	const struct timespec times[2] = {{(time_t)now, 0}, {(time_t)now, 0}};

	return utimensat(AT_FDCWD, path, times, 0);
}

int
state_turn_on(int64_t now)
{
	static const char on[] = "on\n";
	char path[PATH_MAX];
	int fd, ret;

	if (path_state("lastrun", path) == -1 || path_make_dirs(path) == -1)
		return -1;
	fd = file_private(path, 0);
	ret = fd == -1 || file_write(fd, on, sizeof(on) - 1) == -1 ||
	    set_time(path, now) == -1 ? -1 : 0;
	if (ret == -1)
		terminal_warn(path, NULL);
	if (fd != -1)
		close(fd);
	return ret;
}

int
state_turn_off(void)
{
	char path[PATH_MAX];

	if (path_find_state("lastrun", path) == -1 ||
	    truncate(path, 0) == 0 || errno == ENOENT || errno == ENOTDIR)
		return 0;
	terminal_warn(path, NULL);
	return -1;
}

void
state_note_run(int64_t now, bool make)
{
	char path[PATH_MAX];
	int fd;

	if (path_find_state("lastrun", path) == -1 ||
	    set_time(path, now) == 0 || errno != ENOENT || !make ||
	    path_make_dirs(path) == -1)
		return;
	fd = file_private(path, 0);
	if (fd == -1)
		return;
	close(fd);
	(void)set_time(path, now);
}

bool
state_last_run(int64_t *at, bool *on)
{
	char path[PATH_MAX];
	struct stat st;

	if (path_find_state("lastrun", path) == -1 ||
	    stat(path, &st) == -1)
		return false;
	*at = st.st_mtime;
	*on = st.st_size > 0 || crontab_timer_is_on();
	return true;
}
