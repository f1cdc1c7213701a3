/*
 * Functions that a BSD's libc has in a form of its own, for the program that
 * is built with bsd.h.
 */
#include "bsd.h"

#include <stdbool.h>

static const char *const known[] = {"stdio", "rpath", "wpath", "cpath",
    "dpath", "tmppath", "inet", "mcast", "fattr", "chown", "flock", "unix",
    "dns", "getpw", "sendfd", "recvfd", "tape", "tty", "proc", "exec",
    "prot_exec", "settime", "ps", "vminfo", "id", "pf", "route", "wroute",
    "audio", "video", "bpf", "unveil", "error"};

/* Holds nobody to a promise, but knows which ones there are. */
int
pledge(const char *promises, const char *execpromises)
{
	size_t i, len;

	(void)execpromises;
	for (; *promises != '\0'; promises += len + (promises[len] == ' ')) {
		len = strcspn(promises, " ");
		for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
			if (strlen(known[i]) == len &&
			    strncmp(known[i], promises, len) == 0)
				break;
		}
		if (i == sizeof(known) / sizeof(known[0])) {
			errno = EINVAL;
			return -1;
		}
	}
	return 0;
}

char *optarg;
int optind = 1, opterr = 1, optopt;

/* As POSIX has it: the first argument ends it, and + is a letter. */
int
getopt(int argc, char *const argv[], const char *letters)
{
	static char none[] = "", *next = none;	/* letter of an argument */
	const char *letter;
	bool speaks = *letters != ':' && opterr;

	if (*next == '\0') {
		if (optind >= argc || argv[optind][0] != '-' ||
		    argv[optind][1] == '\0')
			return -1;
		next = argv[optind++] + 1;
		if (strcmp(next, "-") == 0) {
			next = none;
			return -1;
		}
	}
	optopt = (unsigned char)*next++;
	letter = optopt == ':' ? NULL : strchr(letters, optopt);
	if (letter == NULL && speaks)
		warnx("illegal option -- %c", optopt);
	if (letter == NULL || letter[1] != ':')
		return letter == NULL ? '?' : optopt;
	optarg = *next != '\0' ? next : optind < argc ? argv[optind++] : NULL;
	next = none;
	if (optarg == NULL && speaks)
		warnx("option requires an argument -- %c", optopt);
	if (optarg == NULL)
		return *letters == ':' ? ':' : '?';
	return optopt;
}
