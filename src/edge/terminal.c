#include "terminal.h"

#include <sys/ioctl.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

#include "../core/text/escape.h"
#include "wrap.h"

#define MESSAGE_MAX 8192
#define NARROWEST 20
#define WIDEST 100	/* longer lines are hard to read */

static const char *
locale_name(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};

	for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
		const char *value = getenv(variables[i]);

		if (value != NULL && *value != '\0')
			return value;
	}
	return "C";
}

/*
 * By its name, as in de_DE.UTF-8 or C.utf8: to load the locale for this one
 * question would read three files.
 */
bool
terminal_utf8(void)
{
	const char *name = locale_name(), *dot = strchr(name, '.');
	const char *codeset = dot == NULL ? name : dot + 1;
	size_t len = strcspn(codeset, "@");

	return (len == 5 && strncasecmp(codeset, "UTF-8", len) == 0) ||
	    (len == 4 && strncasecmp(codeset, "UTF8", len) == 0);
}

/* COLUMNS counts where nobody else says how wide it is, as POSIX has it. */
static int
ask_width(int fd)
{
	const char *columns = getenv("COLUMNS"), *errstr;
	struct winsize ws;
	int width;

	if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &ws) == 0 && ws.ws_col > 0)
		return ws.ws_col;
	if (columns == NULL)
		return 80;
	width = (int)strtonum(columns, 1, USHRT_MAX, &errstr);
	return errstr == NULL ? width : 80;
}

static int
columns_of(int width)
{
	if (width < NARROWEST)
		return NARROWEST;
	return width > WIDEST ? WIDEST : width;
}

/* 0 where nobody knows. */
static int
ask_rows(int fd)
{
	struct winsize ws;

	return isatty(fd) && ioctl(fd, TIOCGWINSZ, &ws) == 0 ? ws.ws_row : 0;
}

static bool
is_dumb(void)
{
	const char *term = getenv("TERM");

	return term == NULL || *term == '\0' || strcmp(term, "dumb") == 0;
}

static bool
wants_colour(void)
{
	const char *no = getenv("NO_COLOR");

	return (no == NULL || *no == '\0') && !is_dumb();
}

struct terminal
terminal_get(void)
{
	struct terminal t = {.width = ask_width(STDOUT_FILENO)};

	t.columns = columns_of(t.width);
	t.rows = ask_rows(STDOUT_FILENO);
	t.colour = isatty(STDOUT_FILENO) && wants_colour();
	t.dumb = isatty(STDOUT_FILENO) && is_dumb();
	t.utf8 = terminal_utf8();
	return t;
}

bool
terminal_is_interactive(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

struct shown
shown_bytes(const char *bytes, size_t len)
{
	struct shown shown;
	struct text text;

	text_init(&text, shown.s, sizeof(shown.s) - 3);
	escape_put(&text, bytes, len,
	    terminal_utf8() ? ESCAPE_SHOW : ESCAPE_ASCII);
	if (text.cut)
		strlcat(shown.s, "...", sizeof(shown.s));
	return shown;
}

struct shown
shown(const char *word)
{
	return shown_bytes(word, strlen(word));
}

void
complain(const char *format, ...)
{
	struct text message = TEXT(MESSAGE_MAX);
	char *lines = NULL;
	size_t len;
	va_list args;
	FILE *f;

	text_fmt(&message, "%s: ", getprogname());
	va_start(args, format);
	vsnprintf(message.buf + message.len, message.size - message.len,
	    format, args);
	va_end(args);
	/* In one piece, as others may write there at the same time. */
	f = isatty(STDERR_FILENO) ? open_memstream(&lines, &len) : NULL;
	if (f != NULL) {
		wrap_fill(f, slice_of(message.buf),
		    columns_of(ask_width(STDERR_FILENO)), 0, 0);
		if (fclose(f) == EOF)
			lines = NULL;
	}
	fprintf(stderr, "%s\n", lines != NULL ? lines : message.buf);
	free(lines);
}

int
terminal_warn(const char *path, const char *why)
{
	int error = errno;

	if (why == NULL)
		complain("%s: %s", shown(path).s, strerror(error));
	else
		complain("%s: %s: %s", shown(path).s, why, strerror(error));
	errno = error;
	return -1;
}

/* A line while it comes in. */
struct coming {
	size_t len;
	bool unfit;
};

void
terminal_forget(void)
{
	(void)tcflush(STDIN_FILENO, TCIFLUSH);
}

/* Takes bytes in; true at the end of the line, behind which nothing counts. */
static bool
take(struct coming *line, char *buf, const char *bytes, ssize_t n)
{
	for (ssize_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (c == '\n')
			return true;
		if (c < ' ' || c == 0x7f || line->len == TERMINAL_LINE_MAX - 1)
			line->unfit = true;
		else
			buf[line->len++] = bytes[i];
	}
	return false;
}

/*
 * Reads what is there and waits for nothing: a key that sends a signal throws
 * away what was typed before it, even when pselect(2) has just told of that,
 * and the signal would not be heard while this waits.
 */
static ssize_t
read_now(char *buf, size_t size)
{
	int flags = fcntl(STDIN_FILENO, F_GETFL), error;
	ssize_t n;

	if (flags == -1)
		return -1;
	(void)fcntl(STDIN_FILENO, F_SETFL, flags | O_NONBLOCK);
	n = read(STDIN_FILENO, buf, size);
	error = errno;
	(void)fcntl(STDIN_FILENO, F_SETFL, flags);
	errno = error;
	return n;
}

enum terminal_line
terminal_read(struct signals *w, char *buf, int *signo)
{
	struct coming line = {0, false};
	char bytes[256];
	ssize_t n;

	for (;;) {
		*signo = signals_input(w, STDIN_FILENO);
		if (*signo == SIGTSTP)
			signals_obey(SIGTSTP);
		else if (*signo == SIGCONT)
			return TERMINAL_AGAIN;
		else if (*signo != 0 && *signo != SIGWINCH)
			return TERMINAL_END;
		if (*signo != 0)
			continue;
		n = read_now(bytes, sizeof(bytes));
		if (n == -1 && (errno == EINTR || errno == EAGAIN))
			continue;
		/* After half a line the end of input is no answer either. */
		if (n <= 0) {
			/* A terminal that goes away says so after it. */
			*signo = signals_pending(w);
			return TERMINAL_END;
		}
		if (take(&line, buf, bytes, n))
			break;
	}
	buf[line.len] = '\0';
	return line.unfit ? TERMINAL_UNFIT : TERMINAL_LINE;
}
