#include "terminal.h"

#include <sys/ioctl.h>

#include <err.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

#include "../core/text/escape.h"

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

int
terminal_columns(int fd)
{
	return columns_of(ask_width(fd));
}

bool
terminal_is_interactive(void)
{
	return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

const char *
terminal_show(char *buf, const char *bytes, size_t len)
{
	struct text text;

	text_init(&text, buf, TERMINAL_SHOWN - 3);
	escape_put(&text, bytes, len,
	    terminal_utf8() ? ESCAPE_SHOW : ESCAPE_ASCII);
	if (text.cut)
		strlcat(buf, "...", TERMINAL_SHOWN);
	return buf;
}

const char *
terminal_show_word(char *buf, const char *word)
{
	return terminal_show(buf, word, strlen(word));
}

void
terminal_warn(const char *path, const char *why)
{
	char shown[TERMINAL_SHOWN];
	int saved = errno;

	terminal_show_word(shown, path);
	errno = saved;
	if (why == NULL)
		warn("%s", shown);
	else
		warn("%s: %s", shown, why);
}
