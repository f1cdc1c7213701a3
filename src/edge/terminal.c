#include "terminal.h"

#include <sys/ioctl.h>

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

/* A variable of the environment; one that is not set is like an empty one. */
static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value == NULL ? "" : value;
}

/*
 * By its name, as in de_DE.UTF-8 or C.utf8: to load the locale for this one
 * question would read three files.
 */
bool
terminal_utf8(void)
{
	const char *name = variable("LC_ALL"), *dot;
	size_t len;

	if (*name == '\0')
		name = variable("LC_CTYPE");
	if (*name == '\0')
		name = variable("LANG");
	dot = strchr(name, '.');
	if (dot != NULL)
		name = dot + 1;
	len = strcspn(name, "@");
	return (len == 5 && strncasecmp(name, "UTF-8", len) == 0) ||
	    (len == 4 && strncasecmp(name, "UTF8", len) == 0);
}

/* As it is; 0 is a number that nobody knows. */
static struct winsize
size_of(int fd)
{
	struct winsize ws;

	return isatty(fd) && ioctl(fd, TIOCGWINSZ, &ws) == 0 ? ws :
	    (struct winsize){0};
}

/* COLUMNS counts where nobody else says how wide it is, as POSIX has it. */
static int
width_of(struct winsize ws)
{
	const char *given = variable("COLUMNS"), *errstr;
	int width;

	if (ws.ws_col > 0)
		return ws.ws_col;
	if (*given == '\0')
		return 80;
	width = (int)strtonum(given, 1, USHRT_MAX, &errstr);
	return errstr == NULL ? width : 80;
}

static int
columns_of(int width)
{
	if (width < NARROWEST)
		return NARROWEST;
	return width > WIDEST ? WIDEST : width;
}

struct terminal
terminal_get(void)
{
	struct winsize ws = size_of(STDOUT_FILENO);
	const char *term = variable("TERM");
	bool tty = isatty(STDOUT_FILENO);
	bool dumb = *term == '\0' || strcmp(term, "dumb") == 0;

	return (struct terminal){
		.columns = columns_of(width_of(ws)),
		.width = width_of(ws),
		.rows = ws.ws_row,
		.colour = tty && !dumb && *variable("NO_COLOR") == '\0',
		.dumb = tty && dumb,
		.utf8 = terminal_utf8()
	};
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
		    columns_of(width_of(size_of(STDERR_FILENO))), 0, 0);
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

void
terminal_forget(void)
{
	(void)tcflush(STDIN_FILENO, TCIFLUSH);
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
	struct text line;
	char bytes[256];
	ssize_t n;

	text_init(&line, buf, TERMINAL_LINE_MAX);
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
		for (ssize_t i = 0; i < n; i++) {
			/* Behind the end of the line nothing counts. */
			if (bytes[i] == '\n')
				return line.cut ? TERMINAL_UNFIT :
				    TERMINAL_LINE;
			if ((unsigned char)bytes[i] < ' ' || bytes[i] == 0x7f)
				line.cut = true;
			else
				text_char(&line, bytes[i]);
		}
	}
}
