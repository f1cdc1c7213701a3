/*
 * The log file: opened under a lock, added to, cut; records.h reads it.  The
 * promises are those of backcare-log(5).  All functions put out their own
 * messages.
 */
#ifndef EDGE_LOG_H
#define EDGE_LOG_H

#include <sys/types.h>

#include <stdbool.h>

#include "terminal.h"

struct lines;

struct log {
	const char *path;
	int fd;				/* -1: there is none yet */
	off_t size;			/* when it was opened */
	mode_t mode;			/* 0 where there is none */
	bool made;			/* it was not there before */
	bool quiet;
	bool headed;			/* its first line is the header */
	bool foreign;	/* the header, of another format, was not read */
	int bad;	/* lines that were reported; more than 0 is exit 1 */
	off_t at;	/* where the line begins that is being read */
	int unread;	/* lines above it, not read or not wholly */
	const struct lines *lines;	/* those it is read by, or NULL */
};

enum log_access {
	LOG_READ,	/* a missing log is an empty one */
	LOG_PEEK,	/* the same, and no word about what is wrong in it */
	LOG_DRY,	/* as LOG_READ, for what would be written */
	LOG_ASK,	/* as LOG_PEEK, for what is written after a question */
	LOG_WRITE,	/* likewise: nothing to add to */
	LOG_CREATE	/* a missing one is made */
};

/*
 * Opens and locks it.  A reader waits a second for the lock and then goes
 * without, a writer waits five and gives up.  What is no log, or one of
 * another format, is left alone by all but LOG_READ and LOG_PEEK.  ours: see
 * path_log.  Returns 0, or -1 after a message.
 */
int log_open(struct log *, const char *path, bool ours, enum log_access);
/*
 * Adds whole lines with one write and makes them durable.  Returns 0 exactly
 * when they are; else the log is as it was, or the message says why not.
 */
int log_append(struct log *, const char *lines, size_t len);
/*
 * The last line, without its newline, in buf (RECORD_MAX + 2 bytes).  *at is
 * where it begins.  Returns its length, -1 after a message, or -2 where there
 * is no line, it is torn, or it is longer than a record can be.
 */
ssize_t log_last(struct log *, char *buf, off_t *at);
/* Shortens it to at bytes, durably.  Returns 0, or -1 after a message. */
int log_cut(struct log *, off_t at);
/* A line on standard error where others can read or write it. */
void log_warn_mode(struct log *);
/*
 * Gives up the lock of a reader, for whoever prints as it reads: what there is
 * of the log is whole by now, and a pager must not keep writers waiting.
 */
void log_let_go(struct log *);
void log_close(struct log *);
/* Says what is wrong with a line, and with which word, unless at is NULL. */
void log_report(const char *path, long line, const char *why,
    struct slice word);

#endif
