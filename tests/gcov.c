/*
 * Linked into what coverage builds, in front of what gcc has there to count
 * the lines.  That would say on standard error where it cannot write, would
 * leave half a file where a limit or a signal stops it, and would not write
 * at all in a program that a signal, _exit(2) or exec(3) ends.
 *
 * Each __wrap_x is called for x, by -Wl,--wrap=x.
 */
#include <sys/resource.h>
#include <sys/types.h>

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void __gcov_reset(void);

int __real_vfprintf(FILE *, const char *, va_list);
void __real___gcov_dump(void);
void __real___gcov_exit(void);
int __real_raise(int);
int __real_execvp(const char *, char *const []);
_Noreturn void __real__exit(int);

int __wrap_vfprintf(FILE *, const char *, va_list);
void __wrap___gcov_dump(void);
void __wrap___gcov_exit(void);
int __wrap_raise(int);
int __wrap_execvp(const char *, char *const []);
_Noreturn void __wrap__exit(int);

static const int limits[] = {RLIMIT_FSIZE, RLIMIT_NOFILE};

/* Runs it whole: with the limits that are hard, and without a signal. */
static void
whole(void (*function)(void))
{
	struct rlimit before[2], wide;
	sigset_t all, masked;

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &masked);
	for (int i = 0; i < 2; i++) {
		getrlimit(limits[i], &before[i]);
		wide = before[i];
		wide.rlim_cur = wide.rlim_max;
		setrlimit(limits[i], &wide);
	}
	function();
	for (int i = 0; i < 2; i++)
		setrlimit(limits[i], &before[i]);
	sigprocmask(SIG_SETMASK, &masked, NULL);
}

int
__wrap_vfprintf(FILE *f, const char *format, va_list args)
{
	if (strstr(format, "profiling") != NULL)
		return 0;
	return __real_vfprintf(f, format, args);
}

void
__wrap___gcov_dump(void)
{
	whole(__real___gcov_dump);
}

void
__wrap___gcov_exit(void)
{
	whole(__real___gcov_exit);
}

int
__wrap_raise(int signo)
{
	whole(__real___gcov_dump);
	__gcov_reset();
	return __real_raise(signo);
}

int
__wrap_execvp(const char *file, char *const argv[])
{
	int ret;

	whole(__real___gcov_dump);
	ret = __real_execvp(file, argv);
	__gcov_reset();
	return ret;
}

_Noreturn void
__wrap__exit(int status)
{
	whole(__real___gcov_dump);
	__real__exit(status);
}
