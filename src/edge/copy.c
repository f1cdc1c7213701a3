#include "copy.h"

#include <sys/stat.h>

#include <ctype.h>
#include <dirent.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../core/log/header.h"
#include "../core/text/text.h"
#include "file.h"
#include "lines.h"
#include "path.h"

static int
fail(const char *path)
{
	terminal_warn(path, NULL);
	return -1;
}

/*
 * Goes through the bytes of a file from one offset to another: into a hash,
 * and to a descriptor where that is not -1.
 */
static int
pass_bytes(int from, off_t at, off_t end, int to, uint64_t *hash, bool *torn)
{
	char buf[LINES_BUFFER];

	*hash = SLICE_HASH;
	*torn = false;
	while (at < end) {
		size_t want = sizeof(buf);
		ssize_t n;

		if (end - at < (off_t)want)
			want = (size_t)(end - at);
		n = file_read_at(from, buf, want, at);
		if (n == 0)
			errno = EAGAIN;	/* shorter than it was */
		if (n <= 0)
			return -1;
		*hash = slice_hash(*hash,
		    (struct slice){buf, (size_t)n});
		*torn = buf[n - 1] != '\n';
		if (to != -1 && file_write(to, buf, (size_t)n) == -1)
			return -1;
		at += n;
	}
	return 0;
}

int
copy_make(struct copy *c, const struct log *log)
{
	int fd, n;

	*c->path = '\0';
	if (realpath(log->path, c->log) == NULL)
		return fail(log->path);
	n = snprintf(c->path, sizeof(c->path), "%s.edit.XXXXXX", c->log);
	if (n < 0 || (size_t)n >= sizeof(c->path)) {
		*c->path = '\0';
		errno = ENAMETOOLONG;
		return fail(c->log);
	}
	fd = mkstemp(c->path);
	if (fd == -1) {
		fail(c->path);
		*c->path = '\0';
		return -1;
	}
	c->size = log->size;
	c->headed = log->headed;
	n = fchmod(fd, 0600);	/* whatever the umask took away */
	if (n == 0)
		n = pass_bytes(log->fd, 0, c->size, fd, &c->hash, &c->torn);
	if (n == 0)
		n = file_sync(fd);
	if (n == -1) {
		fail(c->path);
		(void)unlink(c->path);
		*c->path = '\0';
	}
	close(fd);
	return n;
}

static int
open_copy(const struct copy *c, int flags, off_t *size)
{
	struct stat st;
	int fd = open(c->path, flags | O_CLOEXEC);

	if (fd == -1 || fstat(fd, &st) == -1) {
		fail(c->path);
		if (fd != -1)
			close(fd);
		return -1;
	}
	*size = st.st_size;
	return fd;
}

int
copy_is_same(const struct copy *c)
{
	uint64_t hash;
	off_t size;
	bool torn;
	int fd = open_copy(c, O_RDONLY, &size), ret;

	if (fd == -1)
		return -1;
	ret = pass_bytes(fd, 0, size, -1, &hash, &torn);
	close(fd);
	if (ret == -1)
		return fail(c->path);
	return size == c->size && hash == c->hash;
}

static void
report(const struct copy *c, long line, const char *why, struct slice word)
{
	if (word.at == NULL)
		complain("%s:%ld: %s", shown(c->log).s, line, why);
	else
		complain("%s:%ld: %s: \"%s\"", shown(c->log).s, line, why,
		    shown_bytes(word.at, word.len).s);
}

static bool
check_line(const struct copy *c, long number, struct slice line, bool whole,
    bool *log)
{
	const struct slice none = {NULL, 0};
	struct record_error error;
	struct slice format;
	enum header sort = header_of(line, &format);
	struct record r;

	if (!whole)
		report(c, number, "the last line has no newline", none);
	else if (number == 1 && sort == HEADER_OTHER)
		report(c, number, "another format", line);
	else if (number == 1 && sort == HEADER_NONE && c->headed)
		report(c, number, "not the header, \"" HEADER_LINE "\"", none);
	else if (record_parse(line.at, line.len, &r, &error) == -1)
		report(c, number, error.why, error.word);
	else if (r.flag_list.at != NULL)
		report(c, number, "unknown flag among these", r.flag_list);
	else {
		*log |= r.kind != RECORD_NONE || sort == HEADER_OURS;
		return true;
	}
	return false;
}

int
copy_check(const struct copy *c, int *bad)
{
	struct slice line;
	struct lines lines;
	off_t size;
	long number = 0;
	bool whole, log = false;
	int fd = open_copy(c, O_RDONLY, &size), got;

	*bad = 0;
	if (fd == -1)
		return -1;
	lines_init(&lines, fd, 0, size);
	while ((got = lines_next(&lines, &line, &whole)) == 1)
		*bad += !check_line(c, ++number, line, whole, &log);
	close(fd);
	if (got == -1)
		return fail(c->path);
	if (*bad == 0 && !log) {
		report(c, 1, number == 0 ? "nothing is left, not even the "
		    "header" : "no header and no record, so it is no log",
		    (struct slice){NULL, 0});
		++*bad;
	}
	return 0;
}

/* What was added to the log goes to the end of the copy. */
static int
bring_up(const struct copy *c, const struct log *log, int fd, off_t end)
{
	uint64_t hash;
	bool torn;

	if (log->size < c->size || (c->torn && log->size > c->size) ||
	    pass_bytes(log->fd, 0, c->size, -1, &hash, &torn) == -1 ||
	    hash != c->hash) {
		complain("the log was changed by another program meanwhile, so "
		    "it stays as it is");
		return -1;
	}
	if (lseek(fd, end, SEEK_SET) == -1 ||
	    pass_bytes(log->fd, c->size, log->size, fd, &hash, &torn) == -1)
		return fail(c->path);
	return 0;
}

int
copy_install(struct copy *c, const struct log *log)
{
	struct stat st;
	off_t end;
	int fd = open_copy(c, O_RDWR, &end), ret;

	if (fd == -1)
		return -1;
	ret = bring_up(c, log, fd, end);
	if (ret == 0 && (fstat(log->fd, &st) == -1 ||
	    fchmod(fd, st.st_mode & 07777) == -1 ||
	    (geteuid() == 0 && fchown(fd, st.st_uid, st.st_gid) == -1) ||
	    file_sync(fd) == -1))
		ret = fail(c->path);
	close(fd);
	if (ret == -1)
		return -1;
	if (rename(c->path, c->log) == -1)
		return fail(c->log);
	*c->path = '\0';
	if (path_sync_dir(c->log, true) == -1) {
		fail(c->log);
		complain("the edit may or may not last");
		return -1;
	}
	return 0;
}

bool
copy_drop(struct copy *c)
{
	struct stat st;

	if (*c->path == '\0' || stat(c->path, &st) == -1)
		return *c->path != '\0' && errno != ENOENT;
	if (st.st_size > 0 && copy_is_same(c) != 1)
		return true;
	if (unlink(c->path) == -1)
		fail(c->path);
	*c->path = '\0';
	return false;
}

/* What a name has to begin with, and the kind of copy. */
struct wanted {
	char log[PATH_MAX];	/* the real path */
	char *name;		/* the last part of it */
	enum copy_kind kind;
};

/*
 * "log.sync-conflict-20261120-183000-ABCDEF7" by Syncthing, "log (conflicted
 * copy 2026-11-20)" by others; of "back.log" it is "back.sync-conflict-...log".
 */
static bool
is_conflict(const struct wanted *w, const char *name)
{
	const char *dot = strrchr(w->name, '.');
	size_t stem = dot == NULL || dot == w->name ? strlen(w->name) :
	    (size_t)(dot - w->name);

	return strncmp(name, w->name, stem) == 0 &&
	    !isalnum((unsigned char)name[stem]) &&
	    (strstr(name + stem, "sync-conflict") != NULL ||
	    strstr(name + stem, "conflicted copy") != NULL);
}

/* As copy.c names them. */
static bool
is_edit(const struct wanted *w, const char *name)
{
	static const char edit[] = ".edit.";
	size_t len = strlen(w->name);

	return strncmp(name, w->name, len) == 0 &&
	    strncmp(name + len, edit, sizeof(edit) - 1) == 0 &&
	    strlen(name + len) == sizeof(edit) - 1 + 6;
}

static bool
is_wanted(const struct wanted *w, const char *name)
{
	if (strlen(name) > NAME_MAX)
		return false;
	switch (w->kind) {
	case COPY_CONFLICT:
		return is_conflict(w, name);
	case COPY_EDIT:
		return is_edit(w, name);
	}
	return false;
}

/* The first name past another one, so that no list of them has to be kept. */
static bool
next_name(DIR *dir, const struct wanted *w, const char *last, char *next)
{
	struct dirent *entry;

	*next = '\0';
	rewinddir(dir);
	while ((entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, last) > 0 &&
		    (*next == '\0' || strcmp(entry->d_name, next) < 0) &&
		    is_wanted(w, entry->d_name))
			strlcpy(next, entry->d_name, NAME_MAX + 1);
	}
	return *next != '\0';
}

void
copy_each(const char *log, enum copy_kind kind,
    bool (*take)(const char *path, void *), void *arg)
{
	char last[NAME_MAX + 1] = "", next[NAME_MAX + 1];
	char path[PATH_MAX + NAME_MAX + 2];
	struct wanted w = {.kind = kind};
	DIR *dir;

	if (realpath(log, w.log) == NULL)
		return;
	w.name = strrchr(w.log, '/') + 1;
	w.name[-1] = '\0';
	dir = opendir(*w.log == '\0' ? "/" : w.log);
	if (dir == NULL)
		return;
	while (next_name(dir, &w, last, next)) {
		snprintf(path, sizeof(path), "%s/%s", w.log, next);
		if (!take(path, arg))
			break;
		strlcpy(last, next, sizeof(last));
	}
	closedir(dir);
}
