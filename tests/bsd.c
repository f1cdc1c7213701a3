/*
 * Functions that a BSD's libc has in a form of its own, for the program that
 * is built with bsd.h.
 */
#include "bsd.h"

#include <getopt.h>
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

static char none[] = "", *next = none;	/* letter of an argument */

/* The name that this is, or is the beginning of alone; NULL for no such. */
static const struct option *
find_name(const struct option *options, const char *name, size_t len)
{
	const struct option *found = NULL;
	bool ambiguous = false;

	for (const struct option *o = options; o->name != NULL; o++) {
		if (strncmp(o->name, name, len) != 0)
			continue;
		if (o->name[len] == '\0')
			return o;
		ambiguous = found != NULL;
		found = o;
	}
	return ambiguous ? NULL : found;
}

static int
long_option(char *const argv[], const struct option *options, int *place)
{
	char *name = argv[optind++] + 2, *value = strchr(name, '=');
	size_t len = strcspn(name, "=");
	const struct option *o = find_name(options, name, len);

	next = none;
	optopt = o == NULL ? 0 : o->val;
	if (o == NULL || (o->has_arg == no_argument && value != NULL))
		return '?';
	if (o->has_arg == required_argument)
		optarg = value != NULL ? value + 1 : argv[optind++];
	if (o->has_arg == required_argument && optarg == NULL) {
		optind--;
		return ':';
	}
	*place = (int)(o - options);
	return o->val;
}

/*
 * As OpenBSD has it, for letters that begin with +: as they do here, so that
 * the first argument ends it and nothing is said.
 */
int
getopt_long(int argc, char *const argv[], const char *letters,
    const struct option *options, int *place)
{
	const char *letter;

	if (strncmp(letters, "+:", 2) != 0)
		abort();
	optarg = NULL;
	if (*next == '\0') {
		if (optind >= argc || argv[optind][0] != '-' ||
		    argv[optind][1] == '\0')
			return -1;
		if (strcmp(argv[optind], "--") == 0) {
			optind++;
			return -1;
		}
		if (argv[optind][1] == '-')
			return long_option(argv, options, place);
		next = argv[optind] + 1;
	}
	optopt = (unsigned char)*next++;
	letter = optopt == ':' ? NULL : strchr(letters + 2, optopt);
	if (letter != NULL && letter[1] == ':') {
		optarg = *next != '\0' ? next :
		    optind + 1 < argc ? argv[++optind] : NULL;
		next = none;
	}
	if (*next == '\0')
		optind++;
	if (letter == NULL)
		return '?';
	return letter[1] == ':' && optarg == NULL ? ':' : optopt;
}
