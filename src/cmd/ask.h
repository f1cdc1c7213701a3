/* Questions on the terminal. */
#ifndef CMD_ASK_H
#define CMD_ASK_H

#include "../edge/signals.h"

enum answer {
	ANSWER_NO,	/* Enter too */
	ANSWER_YES,
	ANSWER_CUT	/* end of input, or a signal: *signo */
};

/*
 * Asks a yes or no, through a signals that is open; "?" prints the
 * explanation and asks again.
 */
enum answer ask_yes(struct signals *, const char *question,
    const char *explanation, int *signo);
/*
 * As ask_word, through a signals that is open; -1 at the end of input and for
 * a signal, which goes to *signo.
 */
int ask_choice(struct signals *, const char *question,
    const char *const *words, int count, int *signo);
/*
 * Asks until the answer is one of the words, or as much of it as tells it
 * from the others.  The first of the words is "".  Returns the place of the
 * answer; 0 for Enter alone, and at the end of input.
 */
int ask_word(const char *question, const char *const *words, int count);

#endif
