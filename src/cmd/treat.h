/* The command that ice and heat share: options, and what to do of it. */
#ifndef CMD_TREAT_H
#define CMD_TREAT_H

#include "../core/rules/phase.h"
#include "cmd.h"

#define TREAT_MOST_PACKS 8	/* -c */
#define TREAT_MOST_MINUTES 60	/* -m, for a pack already done */

/* What heat knows of these, and ice. */
struct treat_options {
	bool force, dry;
	int minutes;		/* 0: usual */
	int count;		/* of packs; 0: one */
	int64_t gap;		/* seconds; 0: usual */
	const char *when;	/* -t, or NULL */
};

/* Runs the command of that treatment. */
int treat_run(struct context *, enum treatment, const struct treat_options *);

#endif
