#include "interview.h"

#include <err.h>
#include <stdio.h>

#include "../edge/terminal.h"
#include "confirm.h"
#include "output.h"

#define BULLET 4	/* columns before the text of a question */

/* The lists of signs: of a flag that is in none before it. */
static const struct {
	const char *title;
	enum urgency least;
} lists[] = {
	{"Emergency signs", URGENCY_EMERGENCY},
	{"Signs to have looked at today", URGENCY_URGENT},
	{"Signs to have looked at soon, and a caution", URGENCY_SELF_CARE}
};

static const struct question any_grave = {
	"Does any of these apply?", TALK_TYPED,
	"y: each is asked by itself. n: none of them applies. These are too "
	"grave for Enter alone: type the letter.", true
};
static const struct question any = {
	"Does any of these apply?", TALK_ENTER_IS_NO,
	"y: each is asked by itself. n, or only Enter: none of them applies.",
	false
};

/* After a yes for the group and a no to each of its questions. */
static const struct question slip = {
	"You said that one applies, and then no to each. Was the y a slip?",
	"(y/n, Enter: not asked)",
	"y: it was, and none of them applies. n: each is asked once more. "
	"Only Enter: this group counts as not asked.", false
};

static void
print_signs(uint32_t set)
{
	int columns = terminal_get().columns;

	while (set != 0) {
		printf("  - ");
		output_wrap(slice_of(flag_rows[flag_take(&set)].question),
		    columns, BULLET);
	}
}

static enum answer
ask_flag(struct talk *t, const struct flag_row *row)
{
	struct text text = TEXT(256), explain = TEXT(512);
	const struct question q = {text.buf, TALK_ENTER_IS_NO, explain.buf,
	    false};

	text_fmt(&text, "  %s?", row->question);
	text_fmt(&explain, "%s %s", row->explain, row->sign);
	return talk_yes(t, &q);
}

/*
 * Each question of a list by itself.  ANSWER_YES at an emergency, where it
 * stops; ANSWER_GIVEN where another applies, ANSWER_NO where none does.
 */
static enum answer
ask_each(struct talk *t, uint32_t set, struct record *r)
{
	enum answer answer, result = ANSWER_NO;

	while (set != 0) {
		enum flag flag = flag_take(&set);

		answer = ask_flag(t, &flag_rows[flag]);
		if (answer == ANSWER_CUT)
			return answer;
		if (answer != ANSWER_YES)
			continue;
		r->flags |= FLAG_BIT(flag);
		if (flag_rows[flag].level == URGENCY_EMERGENCY)
			return answer;
		result = ANSWER_GIVEN;
	}
	return result;
}

/* As ask_each, and ANSWER_ENTER where the list was not answered. */
static enum answer
ask_list(struct talk *t, uint32_t set, struct record *r)
{
	enum answer answer = talk_yes(t,
	    flag_level(set) == URGENCY_EMERGENCY ? &any_grave : &any);

	if (answer == ANSWER_ENTER)
		return ANSWER_NO;
	while (answer == ANSWER_YES) {
		answer = ask_each(t, set, r);
		if (answer != ANSWER_NO)
			return answer;
		answer = talk_yes(t, &slip);
		if (answer == ANSWER_YES)
			return ANSWER_NO;
		if (answer == ANSWER_NO)
			answer = ANSWER_YES;	/* each once more */
	}
	return answer;
}

void
interview_begin(struct record *r)
{
	record_init(r);
	r->kind = RECORD_CHECK;
	r->time = LOGBOOK_NOW;
}

bool
interview_run(struct talk *t, struct record *r)
{
	uint32_t left = FLAG_ALL, set;
	enum answer answer;
	bool all = true;

	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		set = flag_at_least(left, lists[i].least);
		left &= ~set;
		output_wrap(slice_of(lists[i].title), terminal_get().columns,
		    0);
		print_signs(set);
		answer = ask_list(t, set, r);
		if (answer == ANSWER_CUT)
			return false;
		if (answer == ANSWER_YES)
			return true;	/* an emergency: no more questions */
		if (answer == ANSWER_ENTER)
			all = false;
	}
	r->asked_all = all;
	r->none = all && r->flags == 0;
	return true;
}

bool
interview_has_answer(const struct record *r)
{
	return r->none || r->flags != 0;
}

static void
confirm(const struct logbook *book, const struct record *r)
{
	const uint32_t graver = FLAG_BIT(FLAG_SADDLE) |
	    FLAG_BIT(FLAG_BOTH_LEGS);
	struct text said = TEXT(1024), names = TEXT(512);

	flag_list(&names, r->wrong | r->flags, ", ");
	if (r->wrong != 0) {
		text_fmt(&said, "taken back: %s.", names.buf);
	} else if (r->none) {
		text_str(&said, "asked, and none apply.");
		confirm_unseen(&said, book->e.flags);
	} else {
		text_fmt(&said, "flags %s.", names.buf);
	}
	/* Numbness in one leg may be told of by who has more of it. */
	if ((r->flags & FLAG_BIT(FLAG_NUMB)) != 0 &&
	    (book->e.flags & graver) == 0)
		text_str(&said, " Numb between the legs, or in both legs? "
		    "Then also `backcare check saddle` or `backcare check "
		    "both-legs`.");
	confirm_print(book, r, "Recorded", said.buf);
}

int
interview_keep(struct context *ctx, struct record *r)
{
	return logbook_add(ctx, LOG_CREATE, r, confirm);
}

/* Asks, and records what was answered, however far that came. */
static int
ask_and_keep(struct context *ctx, struct talk *t)
{
	struct record r;
	int status = CMD_FAILED;

	interview_begin(&r);
	output_say("Three lists of signs. ? explains, ^C ends it.");
	(void)interview_run(t, &r);
	if (interview_has_answer(&r)) {
		status = interview_keep(ctx, &r);
		if (status != CMD_OK)
			confirm_alarm(ctx, &r);
	}
	if (!r.asked_all && flag_level(r.flags) != URGENCY_EMERGENCY)
		complain("check: not all was asked%s",
		    interview_has_answer(&r) ?
		    "" : ", and nothing was recorded");
	return status;
}

int
interview_hold(struct context *ctx)
{
	struct signals signals;
	struct logbook book;
	struct talk talk;
	int status;

	/* A file that is no log is refused before the questions. */
	if (logbook_read(&book, ctx, LOG_ASK) != CMD_OK ||
	    talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	status = ask_and_keep(ctx, &talk);
	talk_close(&talk);
	return status;
}

bool
interview_is_wanted(struct talk *t)
{
	static const struct question wanted = {
	    "Go through the red flags now? It takes a minute.",
	    TALK_ENTER_IS_NO, "They are signs that somebody should look at. "
	    "n, or only Enter: `backcare check` asks them later.", false};

	return talk_yes(t, &wanted) == ANSWER_YES;
}

void
interview_offer(struct context *ctx, const struct record *r)
{
	struct signals signals;
	struct talk talk;

	if (!confirm_is_worried(r) || !terminal_is_interactive() ||
	    talk_open(&talk, &signals) == -1)
		return;
	if (interview_is_wanted(&talk))
		(void)ask_and_keep(ctx, &talk);
	talk_close(&talk);
}
