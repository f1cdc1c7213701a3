/*
 * warn(3) and warnx(3) of libc, as they are but for one thing: on a terminal
 * the message is wrapped at words.  They stand before those of libc, so that
 * everybody goes on calling them by their names.
 */
#include <err.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "terminal.h"
#include "wrap.h"

#define MESSAGE_MAX 8192

/* In one piece, as others may write there at the same time. */
static void
put(const char *message)
{
	char *lines = NULL;
	size_t len;
	FILE *f = isatty(STDERR_FILENO) ? open_memstream(&lines, &len) : NULL;

	if (f == NULL) {
		fprintf(stderr, "%s\n", message);
		return;
	}
	wrap_fill(f, slice_of(message), terminal_columns(STDERR_FILENO), 0, 0);
	if (fclose(f) == 0)
		message = lines;
	fprintf(stderr, "%s\n", message);
	free(lines);
}

#ifdef __GNUC__
__attribute__((format(printf, 2, 0)))
#endif
static void
say(const char *why, const char *format, va_list args)
{
	char message[MESSAGE_MAX];
	int n;

	snprintf(message, sizeof(message), "%s: ", getprogname());
	n = (int)strlen(message);
	(void)vsnprintf(message + n, sizeof(message) - (size_t)n, format, args);
	if (why != NULL) {
		n = (int)strlen(message);
		snprintf(message + n, sizeof(message) - (size_t)n, ": %s",
		    why);
	}
	put(message);
}

void
warn(const char *format, ...)
{
	int saved = errno;
	va_list args;

	va_start(args, format);
	say(strerror(saved), format, args);
	va_end(args);
	errno = saved;
}

void
warnx(const char *format, ...)
{
	int saved = errno;
	va_list args;

	va_start(args, format);
	say(NULL, format, args);
	va_end(args);
	errno = saved;
}
