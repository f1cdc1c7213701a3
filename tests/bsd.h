/*
 * What the libc of a BSD declares besides POSIX and C, where there is none:
 * tests/variant.sh puts this in front of every file, in the place of libbsd's
 * headers.  It also hides what only Linux and GNU have.
 */
#ifndef BSD_H
#define BSD_H

/* Once they are read, these may ask what they like. */
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>

#include <ctype.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

#undef __linux__
#undef __GLIBC__
#undef CLOCK_BOOTTIME
#define __OpenBSD__ 1

/* In libbsd, which is linked. */
const char *getprogname(void);
void setprogname(const char *);
size_t strlcat(char *, const char *, size_t);
size_t strlcpy(char *, const char *, size_t);
long long strtonum(const char *, long long, long long, const char **);
void warnc(int, const char *, ...);

/* In the libc, which shows it to who asks for X/Open. */
int wcwidth(wchar_t);

/* In the libc, which shows it to who asks for GNU. */
int mkostemp(char *, int);

/* In bsd.c. */
int pledge(const char *, const char *);

#endif
