/* Files that others, or this program, left beside the log. */
#ifndef EDGE_BESIDE_H
#define EDGE_BESIDE_H

#include <stdbool.h>

enum beside {
	BESIDE_CONFLICT,	/* copies by what keeps folders the same */
	BESIDE_EDIT		/* copies of edit */
};

/*
 * Gives the path of each to take, in the order of their names, until that
 * returns false.  Says nothing where the folder cannot be read, or there is
 * no log.
 */
void beside_each(const char *log, enum beside,
    bool (*take)(const char *path, void *), void *arg);

#endif
