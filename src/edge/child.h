/* Other programs, run and waited for. */
#ifndef EDGE_CHILD_H
#define EDGE_CHILD_H

#include <stdbool.h>
#include <stddef.h>

struct child {
	int status;	/* its exit status; 126, 127: not run; 128+n: signal */
	bool ended;	/* its time was up, so that it was ended */
	int signo;	/* a signal to die of that came meanwhile, or 0 */
	char *out;	/* what it printed, terminated; NULL if not kept */
	size_t len;
	char *err;	/* likewise on standard error */
};

/*
 * Runs argv[0], looked for in PATH, with input on standard input; keeps what
 * it prints, in the C locale.  Returns 0 when it ran and ended, however it
 * did, or -1 with errno.  child_free gives the rest back.
 */
int child_run(struct child *, char *const argv[], const char *input,
    size_t len);
/*
 * Runs argv[0], looked for in PATH, with input on standard input, and lets it
 * print.  It has so many seconds, in a process group of its own; then it is
 * ended with all that it started.  So it is where a signal comes that would
 * end this program, which is then the caller's to obey.  What it leaves
 * behind of its own accord stays.  Returns 0 when it ran, or -1 with errno.
 */
int child_tell(struct child *, char *const argv[], const char *input,
    size_t len, int seconds);
/*
 * Runs argv[0] with the terminal to itself, for an editor: keys that
 * interrupt are its business, and where it stops, so does this program, until
 * both are continued.  Returns 0 and its status as in struct child, or -1 with
 * errno.
 */
int child_attend(char *const argv[], int *status);
void child_free(struct child *);
/*
 * Where the environment does not name the bus of the user's session, looks
 * where it usually is, so that what is run can reach the desktop.
 */
void child_find_bus(void);

#endif
