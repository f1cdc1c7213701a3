#include "interview.h"

#include <stdio.h>

#include "../edge/terminal.h"
#include "ask.h"
#include "output.h"

#define BULLET 4	/* columns before the text of a question */

/* The flags of a group are those of its levels. */
static const struct group {
	const char *title;
	enum urgency least, most;
} groups[] = {
	{"Emergency signs", URGENCY_EMERGENCY, URGENCY_EMERGENCY},
	{"Signs to have looked at today", URGENCY_URGENT, URGENCY_URGENT},
	{"Signs to have looked at soon, and a caution", URGENCY_SELF_CARE,
	    URGENCY_PROMPT}
};

#define NGROUPS (sizeof(groups) / sizeof(groups[0]))

static bool
belongs(const struct group *group, int flag)
{
	return flag_rows[flag].level >= group->least &&
	    flag_rows[flag].level <= group->most;
}

static void
print_group(const struct group *group, int columns)
{
	output_wrap(slice_of(group->title), columns, 0);
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if (!belongs(group, flag))
			continue;
		printf("  - ");
		output_wrap(slice_of(flag_rows[flag].question), columns,
		    BULLET);
	}
}

/* Each question of a group by itself. */
static enum answer
ask_each(struct signals *w, const struct group *group, struct record *r,
    int *signo)
{
	enum answer answer = ANSWER_NO;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		char question[256];
		struct text text;

		if (!belongs(group, flag))
			continue;
		text_init(&text, question, sizeof(question));
		text_str(&text, "  ");
		text_str(&text, flag_rows[flag].question);
		text_char(&text, '?');
		answer = ask_yes(w, question, flag_rows[flag].sign, signo);
		if (answer == ANSWER_CUT)
			return answer;
		if (answer == ANSWER_YES)
			r->flags |= FLAG_BIT(flag);
		if (answer == ANSWER_YES &&
		    flag_rows[flag].level == URGENCY_EMERGENCY)
			return answer;
	}
	return ANSWER_NO;
}

bool
interview_run(struct signals *w, struct record *r, int *signo)
{
	enum answer answer;

	/* Nothing may wait in a buffer while the signals looks for input. */
	setvbuf(stdin, NULL, _IONBF, 0);
	*signo = 0;
	for (size_t i = 0; i < NGROUPS; i++) {
		print_group(&groups[i], terminal_get().columns);
		answer = ask_yes(w, "Does any of these apply?", "With y each "
		    "is asked by itself. With n, or only Enter, none of them "
		    "applies.", signo);
		if (answer == ANSWER_YES)
			answer = ask_each(w, &groups[i], r, signo);
		if (answer == ANSWER_CUT)
			return false;
		if (answer == ANSWER_YES)
			return true;	/* an emergency: no more questions */
	}
	r->asked_all = true;
	r->none = r->flags == 0;
	return true;
}
