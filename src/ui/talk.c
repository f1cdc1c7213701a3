#include "talk.h"

#include <ctype.h>
#include <err.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../edge/wrap.h"
#include "command.h"
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
		wrap_fill(stdout, slice_of(text.buf), columns, indent, indent);
	} else {
		output_wrap(words, columns, indent);
		printf("%*s", indent, "");
		wrap_fill(stdout, slice_of(q->how), columns + ROOM - 2, indent,
		    indent);
	}
	putchar(' ');
	fflush(stdout);
}

/* Takes the white space around a line away. */
static void
trim(char *line)
{
	static const char blanks[] = " \t\n\v\f\r";
	const char *start = line + strspn(line, blanks);
	size_t len = strlen(start);

	while (len > 0 && strchr(blanks, start[len - 1]) != NULL)
		len--;
	memmove(line, start, len);
	line[len] = '\0';
}

enum answer
talk_line(struct talk *t, const struct question *q, char *line)
{
	while (!t->cut) {
		enum terminal_line got;

		terminal_forget();
		show(q);
		got = terminal_read(t->signals, line, &t->signo);
		if (got == TERMINAL_UNFIT)
			output_say("That line is no answer; please type it "
			    "again.");
		if (got == TERMINAL_END) {
			t->cut = true;
			/* The shell's prompt begins a line. */
			putchar('\n');
		}
		if (got != TERMINAL_LINE)
			continue;
		trim(line);
		if (strcmp(line, "?") == 0)
			output_say("%s", q->explain);
		else if (*line != '\0')
			return ANSWER_GIVEN;
		else if (!q->must)
			return ANSWER_ENTER;
		else
			output_say("Enter alone is no answer here.");
	}
	return ANSWER_CUT;
}

enum answer
talk_yes(struct talk *t, const struct question *q)
{
	char line[TERMINAL_LINE_MAX];
	enum answer got;

	while ((got = talk_line(t, q, line)) == ANSWER_GIVEN) {
		if (strcasecmp(line, "y") == 0 || strcasecmp(line, "yes") == 0)
			return ANSWER_YES;
		if (strcasecmp(line, "n") == 0 || strcasecmp(line, "no") == 0)
			return ANSWER_NO;
		output_say("Please answer y or n; ? explains.");
	}
	return got;
}

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
find_word(const char *answer, const char *const *words, int count)
{
	bool denies = has_word(answer, "no") || strstr(answer, "n't") != NULL;
	int found = 0;

	for (int i = 1; i < count; i++) {
		if (strncasecmp(words[i], answer, strlen(answer)) != 0 &&
		    (denies || !has_word(answer, words[i])))
			continue;
		if (found != 0)
			return 0;
		found = i;
	}
	return found;
}

enum answer
talk_choice(struct talk *t, const struct question *q,
    const char *const *words, int count, int *place)
{
	char line[TERMINAL_LINE_MAX];
	enum answer got;

	*place = 0;
	while ((got = talk_line(t, q, line)) == ANSWER_GIVEN) {
		struct text list = TEXT(256);

		*place = find_word(line, words, count);
		if (*place != 0)
			break;
		option_list(&list, words, count, ", ", " or ");
		output_say("Please answer %s, or only Enter.", list.buf);
	}
	return got;
}
