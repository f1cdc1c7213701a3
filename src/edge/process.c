#include "process.h"

#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"

/* "17 (name, which may hold any) S 1 ...": false where it is none. */
static bool
parse(char *stat, struct process *p)
{
	char *name = strchr(stat, '('), *end = strrchr(stat, ')');

	if (name == NULL || end == NULL || end < name || strlen(end) < 4)
		return false;
	*end = '\0';
	p->pid = (pid_t)strtol(stat, NULL, 10);
	p->parent = (pid_t)strtol(end + 4, NULL, 10);
	strlcpy(p->name, name + 1, sizeof(p->name));
	return p->pid > 0;
}

int
process_each(bool (*take)(const struct process *, void *), void *arg)
{
	DIR *all = opendir("/proc");
	struct dirent *entry;
	struct process p;
	char path[64], stat[512];
	int count = 0;

	if (all == NULL)
		return 0;
	while ((entry = readdir(all)) != NULL) {
		snprintf(path, sizeof(path), "/proc/%.20s/stat", entry->d_name);
		if (!isdigit((unsigned char)*entry->d_name) ||
		    file_peek(path, stat, sizeof(stat)) <= 0 ||
		    !parse(stat, &p))
			continue;
		count++;
		if (!take(&p, arg))
			break;
	}
	closedir(all);
	return count;
}
