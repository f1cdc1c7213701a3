#include "ask.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "output.h"

#define ANSWER_MAX 64
#define PROMPT_MAX 256
#define ROOM 8		/* columns left for the answer */

/* A question and how to answer it, in lines that fit. */
static void
prompt(const char *question, const char *how)
{
	int columns = terminal_get().columns;
	size_t indent = strspn(question, " ");
	char buf[PROMPT_MAX];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	text_str(&text, question);
	text_str(&text, how);
	printf("%*s", (int)indent, "");
	output_fill(slice_of(buf), columns - ROOM, (int)indent);
	putchar(' ');
	fflush(stdout);
}

/* What is said between two questions. */
static void
reply(const char *words)
{
	output_wrap(slice_of(words), terminal_get().columns, 0);
}

/* The line, without white space around it, in lower case. */
static bool
read_answer(char *buf)
{
	char *start = buf, *end;
	int c;

	if (fgets(buf, ANSWER_MAX, stdin) == NULL)
		return false;
	end = strchr(buf, '\n');
	for (c = 0; end == NULL && c != '\n' && c != EOF; )
		c = getchar();
	end = buf + strlen(buf);
	while (end > buf && isspace((unsigned char)end[-1]))
		*--end = '\0';
	while (isspace((unsigned char)*start))
		start++;
	memmove(buf, start, strlen(start) + 1);
	for (char *p = buf; *p != '\0'; p++)
		*p = (char)tolower((unsigned char)*p);
	return true;
}

/* The one word that begins so; 0 where none does, or several do. */
static int
match(const char *answer, const char *const *words, int count)
{
	int found = 0;

	for (int i = 1; i < count; i++) {
		if (strncmp(words[i], answer, strlen(answer)) != 0)
			continue;
		if (found != 0)
			return 0;
		found = i;
	}
	return found;
}

/* A line, or false at the end of input and for a signal to die of. */
static bool
wait_answer(struct signals *w, char *answer, int *signo)
{
	for (;;) {
		*signo = signals_input(w, STDIN_FILENO);
		if (*signo == SIGTSTP)
			signals_obey(w, SIGTSTP);
		else if (*signo == 0)
			return read_answer(answer);
		else if (*signo != SIGWINCH && *signo != SIGCONT)
			return false;
	}
}

enum answer
ask_yes(struct signals *w, const char *question, const char *explanation,
    int *signo)
{
	char answer[ANSWER_MAX];

	for (;;) {
		prompt(question, " [y/N/?]");
		if (!wait_answer(w, answer, signo)) {
			putchar('\n');
			return ANSWER_CUT;
		}
		if (*answer == '\0' || strcmp(answer, "n") == 0 ||
		    strcmp(answer, "no") == 0)
			return ANSWER_NO;
		if (strcmp(answer, "y") == 0 || strcmp(answer, "yes") == 0)
			return ANSWER_YES;
		if (strcmp(answer, "?") == 0)
			reply(explanation);
		else
			reply("Please answer y or n; Enter is no, ? explains.");
	}
}

/* Which answers there are. */
static void
reply_words(const char *const *words, int count)
{
	char buf[PROMPT_MAX];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	text_str(&text, "Please answer ");
	for (int i = 1; i < count; i++) {
		if (i > 1)
			text_str(&text, i == count - 1 ? " or " : ", ");
		text_str(&text, words[i]);
	}
	text_str(&text, ", or only Enter.");
	reply(buf);
}

/* With a signals, or without one. */
static int
ask_any(struct signals *w, const char *question, const char *const *words,
    int count, int *signo)
{
	char answer[ANSWER_MAX];
	int place;

	for (;;) {
		prompt(question, "");
		if (w != NULL ? !wait_answer(w, answer, signo) :
		    !read_answer(answer)) {
			putchar('\n');
			return -1;
		}
		if (*answer == '\0')
			return 0;
		place = match(answer, words, count);
		if (place != 0)
			return place;
		reply_words(words, count);
	}
}

int
ask_choice(struct signals *w, const char *question, const char *const *words,
    int count, int *signo)
{
	return ask_any(w, question, words, count, signo);
}

int
ask_word(const char *question, const char *const *words, int count)
{
	int place = ask_any(NULL, question, words, count, NULL);

	return place == -1 ? 0 : place;
}
