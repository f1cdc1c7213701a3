/* The processes of this machine, where the system has /proc as on Linux. */
#ifndef EDGE_PROCESS_H
#define EDGE_PROCESS_H

#include <sys/types.h>

#include <stdbool.h>

/* Bytes of a name, with its terminator; the system cuts longer ones. */
#define PROCESS_NAME 32

struct process {
	pid_t pid, parent;
	char name[PROCESS_NAME];	/* of the program, without its path */
};

/*
 * Hands them to take, one after the other, until it returns false.  Returns
 * how many there were, 0 where nothing can be told of them.
 */
int process_each(bool (*take)(const struct process *, void *), void *arg);

#endif
