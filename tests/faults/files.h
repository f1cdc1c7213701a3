/* Files and directories, for a program that may end at any error. */
#ifndef FAULTS_FILES_H
#define FAULTS_FILES_H

#include <stdbool.h>
#include <stddef.h>

struct bytes {
	char at[65536];	/* terminated */
	size_t len;
	bool there;
};

void files_read(const char *path, struct bytes *);
/* Makes the directories above it too. */
void files_write(const char *path, const char *text);
/* A directory and all that is in it, where it is there. */
void files_remove(const char *dir);
bool files_same(const struct bytes *, const struct bytes *);

#endif
