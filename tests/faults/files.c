#define _GNU_SOURCE
#include "files.h"

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void
files_read(const char *path, struct bytes *b)
{
	int fd = open(path, O_RDONLY);
	ssize_t n = fd == -1 ? 0 : read(fd, b->at, sizeof(b->at) - 1);

	if (n == -1)
		err(1, "%s", path);
	b->there = fd != -1;
	b->len = (size_t)n;
	b->at[n] = '\0';
	if (fd != -1)
		close(fd);
}

void
files_write(const char *path, const char *text)
{
	char dir[PATH_MAX], *p;
	FILE *f;

	snprintf(dir, sizeof(dir), "%s", path);
	for (p = strchr(dir + 1, '/'); p != NULL; p = strchr(p + 1, '/')) {
		*p = '\0';
		if (mkdir(dir, 0700) == -1 && errno != EEXIST)
			err(1, "%s", dir);
		*p = '/';
	}
	f = fopen(path, "w");
	if (f == NULL || fputs(text, f) == EOF || fclose(f) == EOF)
		err(1, "%s", path);
	chmod(path, 0600);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
files_remove(const char *dir)
{
	if (nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS) == -1 &&
	    errno != ENOENT)
		err(1, "%s", dir);
}

bool
files_same(const struct bytes *a, const struct bytes *b)
{
	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}
