#include "typed.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <termios.h>
#include <unistd.h>

/* A line while it comes in. */
struct coming {
	size_t len;
	bool unfit;
};

void
typed_forget(void)
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
		if (c < ' ' || c == 0x7f || line->len == TYPED_MAX - 1)
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

enum typed
typed_line(struct signals *w, char *buf, int *signo)
{
	struct coming line = {0, false};
	char bytes[256];
	ssize_t n;

	for (;;) {
		*signo = signals_input(w, STDIN_FILENO);
		if (*signo == SIGTSTP)
			signals_obey(w, SIGTSTP);
		else if (*signo == SIGCONT)
			return TYPED_AGAIN;
		else if (*signo != 0 && *signo != SIGWINCH)
			return TYPED_END;
		if (*signo != 0)
			continue;
		n = read_now(bytes, sizeof(bytes));
		if (n == -1 && (errno == EINTR || errno == EAGAIN))
			continue;
		/* After half a line the end of input is no answer either. */
		if (n <= 0) {
			/* A terminal that goes away says so after it. */
			*signo = signals_pending(w);
			return TYPED_END;
		}
		if (take(&line, buf, bytes, n))
			break;
	}
	buf[line.len] = '\0';
	return line.unfit ? TYPED_UNFIT : TYPED_LINE;
}
