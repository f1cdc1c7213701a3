#include "beside.h"

#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a name has to begin with, and the kind of copy. */
struct wanted {
	char log[PATH_MAX];	/* the real path */
	char *name;		/* the last part of it */
	enum beside kind;
};

/*
 * "log.sync-conflict-20261120-183000-ABCDEF7" by Syncthing, "log (conflicted
 * copy 2026-11-20)" by others; of "back.log" it is "back.sync-conflict-...log".
 */
static bool
is_conflict(const struct wanted *w, const char *name)
{
	const char *dot = strrchr(w->name, '.');
	size_t stem = dot == NULL || dot == w->name ? strlen(w->name) :
	    (size_t)(dot - w->name);

	return strncmp(name, w->name, stem) == 0 &&
	    !isalnum((unsigned char)name[stem]) &&
	    (strstr(name + stem, "sync-conflict") != NULL ||
	    strstr(name + stem, "conflicted copy") != NULL);
}

/* As editcopy.c names them. */
static bool
is_edit(const struct wanted *w, const char *name)
{
	static const char edit[] = ".edit.";
	size_t len = strlen(w->name);

	return strncmp(name, w->name, len) == 0 &&
	    strncmp(name + len, edit, sizeof(edit) - 1) == 0 &&
	    strlen(name + len) == sizeof(edit) - 1 + 6;
}

static bool
is_wanted(const struct wanted *w, const char *name)
{
	if (strlen(name) > NAME_MAX)
		return false;
	switch (w->kind) {
	case BESIDE_CONFLICT:
		return is_conflict(w, name);
	case BESIDE_EDIT:
		return is_edit(w, name);
	}
	return false;
}

/* The first name past another one, so that no list of them has to be kept. */
static bool
next_name(DIR *dir, const struct wanted *w, const char *last, char *next)
{
	struct dirent *entry;

	*next = '\0';
	rewinddir(dir);
	while ((entry = readdir(dir)) != NULL) {
		if (strcmp(entry->d_name, last) > 0 &&
		    (*next == '\0' || strcmp(entry->d_name, next) < 0) &&
		    is_wanted(w, entry->d_name))
			strlcpy(next, entry->d_name, NAME_MAX + 1);
	}
	return *next != '\0';
}

void
beside_each(const char *log, enum beside kind,
    bool (*take)(const char *path, void *), void *arg)
{
	char last[NAME_MAX + 1] = "", next[NAME_MAX + 1];
	char path[PATH_MAX + NAME_MAX + 2];
	struct wanted w = {.kind = kind};
	DIR *dir;

	if (realpath(log, w.log) == NULL)
		return;
	w.name = strrchr(w.log, '/') + 1;
	w.name[-1] = '\0';
	dir = opendir(*w.log == '\0' ? "/" : w.log);
	if (dir == NULL)
		return;
	while (next_name(dir, &w, last, next)) {
		snprintf(path, sizeof(path), "%s/%s", w.log, next);
		if (!take(path, arg))
			break;
		strlcpy(last, next, sizeof(last));
	}
	closedir(dir);
}
