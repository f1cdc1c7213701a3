#include "talk.h"

#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../edge/wrap.h"
#include "output.h"

#define ROOM 8		/* columns left for the answer */

int
talk_open(struct talk *t, struct signals *signals)
{
	*t = (struct talk){signals, false, 0};
	if (signals_open(signals) == 0)
		return 0;
	warn("the terminal");
	return -1;
}

void
talk_close(struct talk *t)
{
	signals_close(t->signals);
	if (t->signo == 0)
		return;
	fflush(stdout);
	signals_obey(t->signo);
}

/* A question and how to answer it, in lines that fit; the latter in one. */
static void
show(const struct question *q)
{
	int columns = terminal_get().columns - ROOM;
	int indent = (int)strspn(q->text, " ");
	struct slice words = slice_of(q->text + indent);
	struct text text = TEXT(512);

	text_fmt(&text, "%s %s", words.at, q->how);
	printf("%*s", indent, "");
	if (wrap_fill(NULL, words, columns, indent, indent) ==
	    wrap_fill(NULL, slice_of(text.buf), columns, indent, indent)) {
		output_fill(slice_of(text.buf), columns, indent);
	} else {
		output_wrap(words, columns, indent);
		printf("%*s", indent, "");
		output_fill(slice_of(q->how), columns + ROOM - 2, indent);
	}
	putchar(' ');
	fflush(stdout);
}

/* The line without white space around it. */
static char *
trim(char *line)
{
	char *end = line + strlen(line);

	while (end > line && isspace((unsigned char)end[-1]))
		*--end = '\0';
	while (isspace((unsigned char)*line))
		line++;
	return line;
}

static void
cut(struct talk *t)
{
	t->cut = true;
	/* The shell's prompt begins a line. */
	putchar('\n');
}

/*
 * Shows the question and waits for a line, which goes to *answer; false where
 * none came that could be an answer.
 */
static bool
hear(struct talk *t, const struct question *q, char *line, char **answer)
{
	terminal_forget();
	show(q);
	switch (terminal_read(t->signals, line, &t->signo)) {
	case TERMINAL_END:
		cut(t);
		return false;
	case TERMINAL_AGAIN:
		return false;
	case TERMINAL_UNFIT:
		output_say("That line is no answer; please type it again.");
		return false;
	case TERMINAL_LINE:
		break;
	}
	*answer = trim(line);
	return true;
}

enum answer
talk_value(struct talk *t, const struct question *q,
    int (*take)(const char *, void *, struct text *), void *arg)
{
	char line[TERMINAL_LINE_MAX], *answer;

	while (!t->cut) {
		struct text why = TEXT(512);

		if (!hear(t, q, line, &answer))
			continue;
		if (*answer == '\0' && !q->must)
			return ANSWER_ENTER;
		if (strcmp(answer, "?") == 0)
			text_fmt(&why, "%s", q->explain);
		else if (*answer == '\0')
			text_fmt(&why, "Enter alone is no answer here.");
		else if (take(answer, arg, &why) == 0)
			return ANSWER_GIVEN;
		output_say("%s", why.buf);
	}
	return ANSWER_CUT;
}

/* arg is an enum answer. */
static int
take_yes(const char *answer, void *arg, struct text *why)
{
	enum answer *given = arg;

	if (strcasecmp(answer, "y") == 0 || strcasecmp(answer, "yes") == 0) {
		*given = ANSWER_YES;
		return 0;
	}
	if (strcasecmp(answer, "n") == 0 || strcasecmp(answer, "no") == 0) {
		*given = ANSWER_NO;
		return 0;
	}
	text_fmt(why, "Please answer y or n; ? explains.");
	return -1;
}

enum answer
talk_yes(struct talk *t, const struct question *q)
{
	enum answer given = ANSWER_CUT;
	enum answer got = talk_value(t, q, take_yes, &given);

	return got == ANSWER_GIVEN ? given : got;
}

struct words {
	const char *const *words;
	int count;
	int place;
};

/* Whether a word of an answer begins with one: "on the right side". */
static bool
has_word(const char *answer, const char *word)
{
	size_t len = strlen(word);

	for (const char *at = answer; *at != '\0'; at++) {
		if (strncasecmp(at, word, len) == 0 &&
		    (at == answer || !isalpha((unsigned char)at[-1])))
			return true;
	}
	return false;
}

/* The one word that begins so, or that is in it; "not sharp" names none. */
static int
take_word(const char *answer, void *arg, struct text *why)
{
	struct words *w = arg;
	bool denies = has_word(answer, "no") || strstr(answer, "n't") != NULL;
	size_t start;
	int found = 0, fit = 0;

	for (int i = 1; i < w->count; i++) {
		if (strncasecmp(w->words[i], answer, strlen(answer)) == 0 ||
		    (!denies && has_word(answer, w->words[i]))) {
			found = i;
			fit++;
		}
	}
	if (fit == 1) {
		w->place = found;
		return 0;
	}
	text_fmt(why, "Please answer ");
	start = why->len;
	for (int i = 1; i < w->count; i++)
		text_item(why, start, i == w->count - 1 ? " or " : ", ", "%s",
		    w->words[i]);
	text_fmt(why, ", or only Enter.");
	return -1;
}

enum answer
talk_choice(struct talk *t, const struct question *q,
    const char *const *words, int count, int *place)
{
	struct words w = {words, count, 0};
	enum answer got = talk_value(t, q, take_word, &w);

	*place = w.place;
	return got;
}
