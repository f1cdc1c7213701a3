/* Questions on the terminal. */
#ifndef CMD_ASK_H
#define CMD_ASK_H

/*
 * Asks until the answer is one of the words, or as much of it as tells it
 * from the others.  The first of the words is "".  Returns the place of the
 * answer; 0 for Enter alone, and at the end of input.
 */
int ask_word(const char *question, const char *const *words, int count);

#endif
