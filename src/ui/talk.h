/*
 * A talk on the terminal: questions that are shown, and the answers to them.
 * An answer is a line that was typed after its question was shown; what is
 * none (too long, control bytes, a word that does not fit) is said to be none
 * and asked for again.
 */
#ifndef UI_TALK_H
#define UI_TALK_H

#include "../edge/terminal.h"

struct talk {
	struct signals *signals;	/* open */
	bool cut;	/* it is over: every question is ANSWER_CUT now, */
	int signo;	/* by this signal, or 0 at the end of input */
};

struct question {
	const char *text;	/* leading blanks are the indent */
	const char *how;	/* how to answer, and what Enter does */
	const char *explain;	/* what "?" says */
	bool must;		/* Enter alone is no answer */
};

enum answer {
	ANSWER_CUT,	/* there will be no answer */
	ANSWER_ENTER,
	ANSWER_NO,
	ANSWER_YES,
	ANSWER_GIVEN
};

/* How a yes or no is asked for, where Enter is no, and where it is nothing. */
#define TALK_ENTER_IS_NO "(y/n, Enter: n)"
#define TALK_TYPED "(y/n)"

/* Opens the signals.  Returns 0, or -1 after a message. */
int talk_open(struct talk *, struct signals *);
/* Closes them; dies of the signal that cut the talk. */
void talk_close(struct talk *);

/* ANSWER_YES, ANSWER_NO, ANSWER_ENTER or ANSWER_CUT. */
enum answer talk_yes(struct talk *, const struct question *);
/*
 * One of the words, of which the first is "", or as much of it as tells it
 * from the others; *place is which.  ANSWER_GIVEN, ANSWER_ENTER or ANSWER_CUT.
 */
enum answer talk_choice(struct talk *, const struct question *,
    const char *const *words, int count, int *place);
/*
 * An answer of another kind, into line, of TERMINAL_LINE_MAX bytes, without
 * white space around it.  Likewise; who finds that it does not fit says why and
 * asks again.
 */
enum answer talk_line(struct talk *, const struct question *, char *line);

#endif
