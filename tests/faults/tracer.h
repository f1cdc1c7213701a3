/* Runs a program and makes one of its system calls go wrong. */
#ifndef FAULTS_TRACER_H
#define FAULTS_TRACER_H

#include <stdbool.h>

#define TRACER_CALLS 512
#define TRACER_SECONDS 60	/* after which a run is taken for hung */

enum fault_kind {
	FAULT_NONE,
	FAULT_KILL_BEFORE,
	FAULT_KILL_AFTER,
	FAULT_ERROR,
	FAULT_ERRORS,		/* this call, and all later ones of its kind */
	FAULT_SHORT,		/* it moves fewer bytes than were asked for */
	FAULT_SHORT_KILL,	/* and the program is killed after it */
	FAULT_SHORT_ERROR,	/* and the next one of its kind fails */
	FAULT_DISK		/* and from then on the disk is dead */
};

struct fault {
	enum fault_kind kind;
	int at;		/* the number of the call, from 0 on */
	int error;	/* an errno */
	int bytes;	/* of a short one; 0, or too many: half of them */
};

struct trace_call {
	long number;
	long fd;	/* its first argument */
	long second;
};

/* What came of it. */
struct trace {
	struct trace_call calls[TRACER_CALLS];
	int count;	/* may be more than there is room for */
	bool reached;	/* the call that was to go wrong was made */
	bool hung;
	int status;	/* as wait(2) gives it */
};

/*
 * Calls are counted from the program's own first one on: those before it are
 * the loader's.  One that the kernel begins again after a signal that nobody
 * handles, as wait(2) when a child ends at the wrong moment, counts once.  A
 * close(2) that fails has closed, as on Linux.  Standard input is empty; output
 * and messages go to files.  Children that the program leaves are waited for.
 */
void tracer_run(char *const argv[], char *const envp[], const char *out,
    const char *err, const struct fault *, struct trace *);
/* The same without looking at its calls: a wait status. */
int tracer_plain(char *const argv[], char *const envp[], const char *out,
    const char *err);
/* Whether a call writes, or reads, some number of bytes. */
bool tracer_is_transfer(long number);
const char *tracer_name(long number);

#endif
