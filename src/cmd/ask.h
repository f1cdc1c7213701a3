/* Questions on the terminal. */
#ifndef CMD_ASK_H
#define CMD_ASK_H

#include "../edge/waiter.h"

enum answer {
	ANSWER_NO,	/* Enter too */
	ANSWER_YES,
	ANSWER_CUT	/* the end of input, or a signal, which goes to *signo */
};

/*
 * Asks a yes or no, through a waiter that is open; "?" prints the
 * explanation and asks again.
 */
enum answer ask_yes(struct waiter *, const char *question,
    const char *explanation, int *signo);
/*
 * Asks until the answer is one of the words, or as much of it as tells it
 * from the others.  The first of the words is "".  Returns the place of the
 * answer; 0 for Enter alone, and at the end of input.
 */
int ask_word(const char *question, const char *const *words, int count);

#endif
