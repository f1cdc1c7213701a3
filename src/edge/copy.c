#include "copy.h"

#include <sys/stat.h>

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../core/log/header.h"
#include "../core/text/text.h"
#include "file.h"
#include "lines.h"
#include "path.h"

/*
 * Goes through the bytes of a file from one offset to another: into a hash,
 * and to a descriptor where that is not -1.  Returns 0, 1 where the last of
 * them is no newline, or -1 with errno.
 */
static int
pass_bytes(int from, off_t at, off_t end, int to, uint64_t *hash)
{
	char buf[LINES_BUFFER];
	size_t want = sizeof(buf);
	ssize_t n;
	int torn = 0;

	*hash = SLICE_HASH;
	for (; at < end; at += n) {
		if (end - at < (off_t)want)
			want = (size_t)(end - at);
		n = file_read_at(from, buf, want, at);
		if (n == 0)
			errno = EAGAIN;	/* shorter than it was */
		if (n <= 0)
			return -1;
		*hash = slice_hash(*hash, (struct slice){buf, (size_t)n});
		torn = buf[n - 1] != '\n';
		if (to != -1 && file_write(to, buf, (size_t)n) == -1)
			return -1;
	}
	return torn;
}

int
copy_make(struct copy *c, const struct log *log)
{
	int fd;

	*c->path = '\0';
	if (realpath(log->path, c->log) == NULL)
		return terminal_warn(log->path, NULL);
	c->size = log->size;
	c->headed = log->headed;
	snprintf(c->path, sizeof(c->path), "%s.edit.XXXXXX", c->log);
	fd = mkstemp(c->path);
	/* The umask may have taken away what the editor needs. */
	if (fd != -1 && fchmod(fd, 0600) == 0 &&
	    pass_bytes(log->fd, 0, c->size, fd, &c->hash) != -1 &&
	    file_sync(fd) == 0) {
		close(fd);
		return 0;
	}
	terminal_warn(c->path, NULL);
	if (fd != -1)
		(void)unlink(c->path);
	file_close(fd);
	*c->path = '\0';
	return -1;
}

int
copy_is_same(const struct copy *c)
{
	uint64_t hash;
	off_t size;
	int fd = file_open(c->path, O_RDONLY, &size), ret = -1;

	if (fd != -1)
		ret = pass_bytes(fd, 0, size, -1, &hash);
	file_close(fd);
	if (ret == -1)
		return terminal_warn(c->path, NULL);
	return size == c->size && hash == c->hash;
}

/* What is wrong with a line, or else whether it is one of a log. */
static struct record_error
check_line(const struct copy *c, const struct lines *l, bool *is_log)
{
	struct record_error error = {NULL, {NULL, 0}};
	struct slice format;
	enum header header = header_of(l->line, &format);
	struct record r;

	if (!l->whole)
		error.why = "the last line has no newline";
	else if (l->at == 0 && header == HEADER_OTHER)
		error = (struct record_error){"another format", l->line};
	else if (l->at == 0 && header == HEADER_NONE && c->headed)
		error.why = "not the header, \"" HEADER_LINE "\"";
	else if (record_parse(l->line.at, l->line.len, &r, &error) == -1)
		return error;
	else if (r.flag_list.at != NULL)
		error = (struct record_error){"unknown flag among these",
		    r.flag_list};
	else
		*is_log |= r.kind != RECORD_NONE || header == HEADER_OURS;
	return error;
}

int
copy_check(const struct copy *c, int *bad)
{
	struct record_error error;
	struct lines lines;
	off_t size;
	long number = 0;
	bool is_log = false;
	int fd = file_open(c->path, O_RDONLY, &size), got;

	*bad = 0;
	if (fd == -1)
		return terminal_warn(c->path, NULL);
	lines_init(&lines, fd, 0, size);
	while ((got = lines_next(&lines)) == 1) {
		number++;
		error = check_line(c, &lines, &is_log);
		if (error.why != NULL) {
			log_report(c->log, number, error.why, error.word);
			++*bad;
		}
	}
	file_close(fd);
	if (got == -1)
		return terminal_warn(c->path, NULL);
	if (*bad == 0 && !is_log) {
		log_report(c->log, 1, number == 0 ? "nothing is left, not even "
		    "the header" : "no header and no record, so it is no log",
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
	int torn = log->size < c->size ? -1 :
	    pass_bytes(log->fd, 0, c->size, -1, &hash);

	if (torn == -1 || hash != c->hash || (torn && log->size > c->size)) {
		complain("the log was changed by another program meanwhile, so "
		    "it stays as it is");
		return -1;
	}
	if (lseek(fd, end, SEEK_SET) == -1 ||
	    pass_bytes(log->fd, c->size, log->size, fd, &hash) == -1)
		return terminal_warn(c->path, NULL);
	return 0;
}

int
copy_install(struct copy *c, const struct log *log)
{
	struct stat st;
	off_t end;
	int fd = file_open(c->path, O_RDWR, &end), ret;

	if (fd == -1)
		return terminal_warn(c->path, NULL);
	ret = bring_up(c, log, fd, end);
	if (ret == 0 && (fstat(log->fd, &st) == -1 ||
	    fchmod(fd, st.st_mode & 07777) == -1 ||
	    (geteuid() == 0 && fchown(fd, st.st_uid, st.st_gid) == -1) ||
	    file_sync(fd) == -1))
		ret = terminal_warn(c->path, NULL);
	close(fd);
	if (ret == -1)
		return -1;
	if (rename(c->path, c->log) == -1)
		return terminal_warn(c->log, NULL);
	*c->path = '\0';
	if (path_sync_dir(c->log, true) == 0)
		return 0;
	terminal_warn(c->log, NULL);
	complain("the edit may or may not last");
	return -1;
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
		terminal_warn(c->path, NULL);
	*c->path = '\0';
	return false;
}

/*
 * "log.sync-conflict-20261120-183000-ABCDEF7" by Syncthing, "log (conflicted
 * copy 2026-11-20)" by others; of "back.log" it is "back.sync-conflict-...log".
 */
static bool
is_conflict(const char *log, const char *name)
{
	const char *dot = strrchr(log, '.');
	size_t stem = dot == NULL || dot == log ? strlen(log) :
	    (size_t)(dot - log);

	return strncmp(name, log, stem) == 0 &&
	    !isalnum((unsigned char)name[stem]) &&
	    (strstr(name + stem, "sync-conflict") != NULL ||
	    strstr(name + stem, "conflicted copy") != NULL);
}

/* As copy_make names them. */
static bool
is_edit(const char *log, const char *name)
{
	size_t len = strlen(log);

	return strncmp(name, log, len) == 0 &&
	    strncmp(name + len, ".edit.", strlen(".edit.")) == 0 &&
	    strlen(name + len) == strlen(".edit.XXXXXX");
}

/* One of many in a folder, before it is looked at more closely. */
static int
may_be_copy(const struct dirent *entry)
{
	return strstr(entry->d_name, "conflict") != NULL ||
	    strstr(entry->d_name, ".edit.") != NULL;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

void
copy_each(const char *log, enum copy_kind kind,
    bool (*take)(const char *path, void *), void *arg)
{
	char dir[PATH_MAX], path[PATH_MAX + NAME_MAX + 2], *base;
	struct dirent **all;
	bool more = true;
	int count;

	if (realpath(log, dir) == NULL)
		return;
	base = strrchr(dir, '/') + 1;
	base[-1] = '\0';
	count = scandir(*dir == '\0' ? "/" : dir, &all, may_be_copy,
	    by_name);
	for (int i = 0; i < count; i++) {
		const char *name = all[i]->d_name;

		if (more && (kind == COPY_EDIT ? is_edit(base, name) :
		    is_conflict(base, name))) {
			snprintf(path, sizeof(path), "%s/%s", dir, name);
			more = take(path, arg);
		}
		free(all[i]);
	}
	if (count != -1)
		free(all);
}
