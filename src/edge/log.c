#include "log.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "../core/log/header.h"
#include "file.h"
#include "lines.h"
#include "path.h"

/* Milliseconds.  Advice never waits long for a stuck writer. */
#define READ_WAIT 1000
#define WRITE_WAIT 5000

/*
 * Bytes.  Ten million records; the end of what is not lines, as a sparse file,
 * would be searched for ever.
 */
#define LOG_MOST ((off_t)1 << 30)

static const char not_recorded[] = "nothing was recorded";

static int
refuse(struct log *log, const char *why)
{
	complain("%s: %s", shown(log->path).s, why);
	log_close(log);
	return -1;
}

/* What kind of file it is, and whose. */
static int
check_file(struct log *log)
{
	struct stat st;

	if (fstat(log->fd, &st) == -1)
		return refuse(log, strerror(errno));
	if (!S_ISREG(st.st_mode))
		return refuse(log, "not a regular file, so not a log");
	if (st.st_size > LOG_MOST)
		return refuse(log, "larger than 1 GiB, so not a log");
	if (st.st_uid != geteuid() && geteuid() != 0)
		return refuse(log, "belongs to another user: choose another "
		    "log with -f");
	log->size = st.st_size;
	log->mode = st.st_mode;
	return 0;
}

/* Readers warn of a log that they may misread; writers leave it alone. */
static int
check_format(struct log *log, bool writes, struct slice number)
{
	struct shown path = shown(log->path);
	struct shown format = shown_bytes(number.at, number.len);

	log->bad++;
	log->foreign = true;
	if (writes) {
		complain("%s: the log has format %s, this program writes 1: "
		    "use a newer backcare", path.s, format.s);
		log_close(log);
		return -1;
	}
	if (!log->quiet)
		complain("%s:1: the log has format %s, this program reads 1: "
		    "some of it may be misread", path.s, format.s);
	return 0;
}

/* A file without a header: whatever it was mistaken for, it stays as it is. */
static int
check_first_record(struct log *log)
{
	struct lines lines;
	int got;

	lines_init(&lines, log->fd, 0, log->size);
	while ((got = lines_next(&lines)) == 1) {
		if (header_is_dated(lines.line) || (lines.at == 0 &&
		    !lines.whole && header_is_torn(lines.line)))
			return 0;
		if (!header_is_passed_over(lines.line))
			break;
	}
	if (got == -1)
		return refuse(log, strerror(errno));
	return refuse(log, "not a log, so nothing was recorded: it begins with "
	    "neither \"" HEADER_LINE "\" nor a record; if it is yours to "
	    "record in, put that line first, else choose another log with -f");
}

static int
check_header(struct log *log, bool writes)
{
	char buf[64];
	struct slice line, number, rest = {buf, 0};
	ssize_t n = file_read_at(log->fd, buf, sizeof(buf), 0);
	enum header header;

	if (n == -1)
		return refuse(log, strerror(errno));
	rest.len = (size_t)n;
	slice_next(&rest, '\n', &line);
	header = header_of(line, &number);
	log->headed = header == HEADER_OURS;
	if (header == HEADER_OTHER)
		return check_format(log, writes, number);
	return log->headed || !writes || log->size == 0 ? 0 :
	    check_first_record(log);
}

int
log_open(struct log *log, const char *path, bool ours, enum log_access access)
{
	bool writes = access != LOG_READ && access != LOG_PEEK;
	bool appends = access == LOG_WRITE || access == LOG_CREATE;
	struct stat st;

	memset(log, 0, sizeof(*log));
	log->path = path;
	log->quiet = access == LOG_PEEK || access == LOG_ASK;
	log->fd = -1;
	if (ours && writes && (access == LOG_CREATE ? path_make_dirs(path) :
	    path_check_owner(path)) == -1)
		return -1;
	log->fd = appends ? file_lock(path, O_RDWR | O_APPEND, WRITE_WAIT) :
	    file_lock(path, O_RDONLY, READ_WAIT);
	if (log->fd == -1 && errno == ENOENT && access == LOG_CREATE) {
		if (path_check_owner(path) == -1)
			return -1;
		log->made = true;
		log->fd = file_lock(path, O_RDWR | O_APPEND | O_CREAT,
		    WRITE_WAIT);
	}
	if (log->fd == -1) {
		/* A name that leads nowhere is no log; such a link is wrong. */
		if (errno == ENOENT && access != LOG_CREATE)
			return lstat(path, &st) == -1 ? 0 : refuse(log,
			    "the link points to a file that is not there");
		if (errno == EWOULDBLOCK)
			return refuse(log, "locked by another process; "
			    "nothing was recorded");
		return refuse(log, strerror(errno));
	}
	return check_file(log) == -1 ? -1 : check_header(log, writes);
}

/* Takes back what a failed write left, under the same lock. */
static int
take_back(struct log *log, const char *what)
{
	terminal_warn(log->path, what);
	if (file_truncate(log->fd, log->size) == -1)
		terminal_warn(log->path,
		    "its last line could not be taken back");
	else
		(void)file_sync(log->fd);
	return -1;
}

/*
 * The last line of a log that has one, in buf (RECORD_MAX + 2 bytes): of one
 * that is too long the last bytes, more than RECORD_MAX.  Returns its length
 * without the newline, or -1 with errno.
 */
static ssize_t
last_line(const struct log *log, char *buf, off_t *at, bool *whole)
{
	const off_t most = RECORD_MAX + 2;
	off_t from = log->size > most ? log->size - most : 0;
	ssize_t n = file_read_at(log->fd, buf, (size_t)(log->size - from),
	    from), start;

	if (n == -1)
		return -1;
	if (n < log->size - from) {
		errno = EAGAIN;		/* it is shorter than it was */
		return -1;
	}
	*whole = buf[n - 1] == '\n';
	n -= *whole;
	for (start = n; start > 0 && buf[start - 1] != '\n'; start--)
		continue;
	*at = from + start;
	memmove(buf, buf + start, (size_t)(n - start));
	return n - start;
}

/* How a last line without a newline is ended so that it stays malformed. */
static int
put_torn_mark(struct log *log, struct text *text)
{
	char line[RECORD_MAX + 3];
	struct record_error error;
	struct record r;
	off_t at;
	bool whole;
	ssize_t n = last_line(log, line, &at, &whole);

	if (n == -1)
		return terminal_warn(log->path, not_recorded);
	if (whole)
		return 0;
	line[n] = '?';
	if (record_parse(line, (size_t)n + 1, &r, &error) == 0 &&
	    r.kind != RECORD_NONE)
		text_char(text, RECORD_TORN);
	text_str(text, "?\n");
	return 0;
}

int
log_append(struct log *log, const char *lines, size_t len)
{
	char buf[4 * RECORD_MAX];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	if (log->size == 0)
		text_str(&text, HEADER_LINE "\n");
	else if (put_torn_mark(log, &text) == -1)
		return -1;
	text_bytes(&text, lines, len);
	if (text.cut) {
		complain("%s: too long; %s", shown(log->path).s, not_recorded);
		return -1;
	}
	if (file_write(log->fd, buf, text.len) == -1)
		return take_back(log, not_recorded);
	if (file_sync(log->fd) == -1 || (log->size == 0 &&
	    path_sync_dir(log->path, log->made) == -1))
		return take_back(log, "it may or may not be recorded");
	log->size += (off_t)text.len;
	return 0;
}

ssize_t
log_last(struct log *log, char *buf, off_t *at)
{
	bool whole;
	ssize_t n;

	if (log->fd == -1 || log->size == 0)
		return -2;
	n = last_line(log, buf, at, &whole);
	if (n == -1)
		return terminal_warn(log->path, NULL);
	return whole && n <= RECORD_MAX ? n : -2;
}

int
log_cut(struct log *log, off_t at)
{
	if (file_truncate(log->fd, at) == -1)
		return terminal_warn(log->path, "nothing was taken back");
	if (file_sync(log->fd) == -1)
		return terminal_warn(log->path,
		    "it may or may not be taken back");
	log->size = at;
	return 0;
}

void
log_warn_mode(struct log *log)
{
	struct shown path = shown(log->path);

	if ((log->mode & 077) != 0)
		complain("%s: others can %s this log: chmod 600 %s", path.s,
		    (log->mode & 022) != 0 ? "read or write" : "read", path.s);
}

void
log_let_go(struct log *log)
{
	if (log->fd != -1)
		(void)flock(log->fd, LOCK_UN);
}

void
log_close(struct log *log)
{
	file_close(log->fd);
	log->fd = -1;
}

void
log_report(const char *path, long line, const char *why, struct slice word)
{
	if (word.at == NULL)
		complain("%s:%ld: %s", shown(path).s, line, why);
	else
		complain("%s:%ld: %s: \"%s\"", shown(path).s, line, why,
		    shown_bytes(word.at, word.len).s);
}
