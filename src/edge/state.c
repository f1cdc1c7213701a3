#include "state.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
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
		return terminal_warn(log, NULL);
	}
	text_init(&text, s->log, sizeof(s->log));
	escape_put(&text, log, strlen(log), ESCAPE_VALUE);
	return 0;
}

int
state_turn(struct state *s, bool emergency)
{
	char path[PATH_MAX];

	if (path_make_state(emergency ? "reminding.emergency" : "reminding",
	    path) == -1)
		return -1;
	s->turn = file_lock(path, O_RDWR | O_CREAT, TURN_WAIT);
	if (s->turn != -1)
		return 0;
	return errno == EWOULDBLOCK ? 1 : terminal_warn(path, NULL);
}

int
state_lock(struct state *s)
{
	if (path_make_dirs(s->path) == -1)
		return -1;
	s->fd = file_lock(s->path, O_RDWR | O_CREAT, LOCK_WAIT);
	if (s->fd != -1)
		return 0;
	if (errno != EWOULDBLOCK)
		return terminal_warn(s->path, NULL);
	complain("%s: locked by another process", shown(s->path).s);
	return -1;
}

/* A line "log note": the note, where it is for this log. */
static bool
is_ours(const struct state *s, struct slice line, struct slice *note)
{
	struct slice log;

	*note = line;
	return slice_next(note, ' ', &log) && note->at != NULL &&
	    slice_is(log, s->log);
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

/*
 * Reads the file: what it says of this log goes to memory, and the lines of
 * others as they are to out, where these are not NULL.  Returns 0, or -1 with
 * errno.
 */
static int
read_file(const struct state *s, struct reminder_memory *memory, FILE *out)
{
	struct slice rest;
	struct lines lines;
	off_t size;
	int fd = file_open(s->path, O_RDONLY, &size), got;

	/* Under the lock it is there: what others noted must not be lost. */
	if (fd == -1)
		return errno == ENOENT && s->fd == -1 ? 0 : -1;
	lines_init(&lines, fd, 0, size);
	while ((got = lines_next(&lines)) == 1) {
		struct slice line = lines.line;

		if (is_ours(s, line, &rest)) {
			if (memory != NULL)
				take(rest, memory);
		} else if (out != NULL && lines.whole && line.len > 0 &&
		    *line.at != '#') {
			fwrite(line.at, 1, line.len, out);
			fputc('\n', out);
		}
	}
	file_close(fd);
	return got;
}

int
state_load(const struct state *s, struct reminder_memory *memory)
{
	memory->count = 0;
	memory->emergency.count = memory->other.count = 0;
	return read_file(s, memory, NULL) == -1 ?
	    terminal_warn(s->path, NULL) : 0;
}

static void
write_ours(const struct state *s, const struct reminder_memory *memory,
    FILE *out)
{
	const struct reminder_failure *failures[] = {
		&memory->emergency, &memory->other
	};

	for (int i = 0; i < memory->count; i++) {
		struct text text = TEXT(128);

		reminder_note_write(&text, &memory->notes[i]);
		fprintf(out, "%s %s\n", s->log, text.buf);
	}
	for (int i = 0; i < 2; i++) {
		struct text text = TEXT(128);

		if (failures[i]->count == 0)
			continue;
		reminder_failure_write(&text, failures[i]);
		fprintf(out, "%s %s\n", s->log, text.buf);
	}
}

/* The whole file, to be freed.  Returns 0, or -1 with errno. */
static int
make_file(const struct state *s, const struct reminder_memory *memory,
    char **bytes, size_t *len)
{
	FILE *out = open_memstream(bytes, len);
	int ret;

	if (out == NULL)
		return -1;
	fputs("# backcare reminded 1\n", out);
	ret = read_file(s, NULL, out);
	write_ours(s, memory, out);
	if (ferror(out) != 0)
		ret = -1;
	/* Without memory, some systems close it well, and give nothing. */
	return fclose(out) == EOF || *bytes == NULL ? -1 : ret;
}

int
state_store(const struct state *s, const struct reminder_memory *memory)
{
	char temporary[PATH_MAX + 8], *bytes = NULL;
	size_t len;
	int ret = -1;

	snprintf(temporary, sizeof(temporary), "%s.new", s->path);
	if (make_file(s, memory, &bytes, &len) == -1 ||
	    file_keep(temporary, bytes, len) == -1) {
		terminal_warn(temporary, NULL);
		unlink(temporary);
	} else if (rename(temporary, s->path) == -1 ||
	    path_sync_dir(s->path, true) == -1) {
		terminal_warn(s->path, NULL);
	} else {
		ret = 0;
	}
	free(bytes);
	return ret;
}

void
state_close(struct state *s)
{
	file_close(s->fd);
	file_close(s->turn);
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
	char path[PATH_MAX];

	if (path_make_state("lastrun", path) == -1)
		return -1;
	if (file_keep(path, "on\n", 3) == -1 || set_time(path, now) == -1)
		return terminal_warn(path, NULL);
	return 0;
}

int
state_turn_off(void)
{
	char path[PATH_MAX];

	if (path_find_state("lastrun", path) == -1 ||
	    truncate(path, 0) == 0 || errno == ENOENT || errno == ENOTDIR)
		return 0;
	return terminal_warn(path, NULL);
}

void
state_note_run(int64_t now, bool make)
{
	char path[PATH_MAX];

	if (path_find_state("lastrun", path) == -1 ||
	    set_time(path, now) == 0 || errno != ENOENT || !make ||
	    path_make_dirs(path) == -1)
		return;
	file_close(file_lock(path, O_RDWR | O_CREAT, 0));
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
