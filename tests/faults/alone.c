/*
 * A machine without other processes, loaded in front of the C library: to look
 * at them takes as many calls as there are, and the trace of a program has to
 * be the same each time.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <string.h>

DIR *
opendir(const char *path)
{
	DIR *(*next)(const char *);

	if (strcmp(path, "/proc") == 0) {
		errno = ENOENT;
		return NULL;
	}
	*(void **)&next = dlsym(RTLD_NEXT, "opendir");
	return next(path);
}
