#include "terminal.h"

#include <sys/ioctl.h>

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "../core/escape.h"

#define NARROWEST 20
#define WIDEST 100	/* longer lines are hard to read */

bool
terminal_utf8(void)
{
	/* Only asked for when there is text to show: it costs file reads. */
	if (setlocale(LC_CTYPE, "") == NULL)
		return false;
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static int
ask_width(void)
{
	struct winsize ws;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &ws) == -1 || ws.ws_col == 0)
		return 80;
	return ws.ws_col;
}

static int
columns_of(int width)
{
	if (width < NARROWEST)
		return NARROWEST;
	return width > WIDEST ? WIDEST : width;
}

static bool
wants_colour(void)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM");

	return (no == NULL || *no == '\0') && term != NULL &&
	    *term != '\0' && strcmp(term, "dumb") != 0;
}

struct terminal
terminal_get(void)
{
	struct terminal t = {80, 80, false, terminal_utf8()};

	if (isatty(STDOUT_FILENO)) {
		t.width = ask_width();
		t.columns = columns_of(t.width);
		t.colour = wants_colour();
	}
	return t;
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
