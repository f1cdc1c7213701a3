/*
 * An allocator that runs dry, loaded in front of the C library: the call of
 * malloc, calloc or realloc whose number is in STARVE_AT fails, and with
 * STARVE_ON all that come after it.  A file named by STARVE_MARK is made when
 * one does.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);

static long at, count;
static int on;
static const char *mark;

/* What the program starts is to have none of these libraries. */
__attribute__((constructor)) static void
begin(void)
{
	const char *number = getenv("STARVE_AT");

	on = getenv("STARVE_ON") != NULL;
	mark = getenv("STARVE_MARK");
	unsetenv("LD_PRELOAD");
	count = 0;
	at = number != NULL ? atol(number) : 0;
}

static int
is_dry(void)
{
	if (at == 0 || ++count < at || (count > at && !on))
		return 0;
	if (mark != NULL)
		close(open(mark, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	return is_dry() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return is_dry() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return is_dry() ? NULL : __libc_realloc(p, size);
}
