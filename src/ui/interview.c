#include "interview.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "../core/say/sentence.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../edge/timezone.h"
#include "confirm.h"
#include "output.h"

#define BULLET 4	/* columns before the text of a question */

/* A moment that is asked for: what limits it, and what was answered. */
struct moment {
	int64_t now, earliest, latest;
	const char *too_early, *too_late;	/* why it is refused */
	int64_t t;
};

static bool
read_moment(const char *answer, struct moment *m)
{
	struct text why = TEXT(512);
	const char *errstr;
	struct when w;

	if (when_parse(answer, m->now, m->latest, &w, &errstr) == -1) {
		when_error(&why, &w, errstr);
		output_say("%s", why.buf);
		return false;
	}
	if (w.local && timezone_unknown() != NULL) {
		output_say("TZ names no time zone. Write how long ago, or the "
		    "offset too: 2026-11-20T18:30+01:00.");
		return false;
	}
	if (w.t > m->now || w.t > m->latest || w.t < m->earliest) {
		output_say("%s: %s.", w.t > m->now ? "That is in the future" :
		    w.t > m->latest ? m->too_late : m->too_early,
		    when_zone(w.t, m->now).s);
		return false;
	}
	if (w.fit == ZONE_TWICE)
		output_say("The clocks showed that time twice; the earlier is "
		    "meant.");
	m->t = w.t;
	return true;
}

static enum answer
ask_moment(struct talk *t, const struct question *q, struct moment *m)
{
	char line[TERMINAL_LINE_MAX];
	enum answer answer;

	do
		answer = talk_line(t, q, line);
	while (answer == ANSWER_GIVEN && !read_moment(line, m));
	return answer;
}

#define WHEN_FORMS "Write how long ago, such as 45m, 2h or 1d6h, or a time: " \
    "18:30, yesterday 18:30, mon 18:30, 2026-11-20 18:30."

void
describe_began(struct talk *t, int64_t now, int64_t earliest, int64_t *began)
{
	static const struct question q = {"When did the pain begin?",
	    "(Enter: now)", WHEN_FORMS, false};
	struct moment m = {now, earliest, now,
	    "That is before the earlier pain had gone", "", now};

	ask_moment(t, &q, &m);
	*began = m.t;
}

void
describe_gone(struct talk *t, int64_t now, int64_t earliest, int64_t latest,
    int64_t *gone)
{
	struct text how = TEXT(96);
	const struct question q = {"When had the earlier pain gone?", how.buf,
	    WHEN_FORMS, false};
	struct moment m = {now, earliest, latest,
	    "That is before the last record of it",
	    "That is after the new pain began", *gone};

	text_fmt(&how, "(Enter: the last note, %s)", when(*gone, now).s);
	ask_moment(t, &q, &m);
	*gone = m.t;
}

enum answer
describe_strength(struct talk *t, const char *how, int least, int *score)
{
	struct text text = TEXT(64);
	const struct question q = {text.buf, how, "0 is no pain at all, 10 "
	    "the worst there can be. 4 or so gets in the way; with 7 or more "
	    "it is hard to think of anything else.", false};
	char line[TERMINAL_LINE_MAX];
	enum answer answer;

	text_fmt(&text, "How strong is it now, %d to 10?", least);
	while ((answer = talk_line(t, &q, line)) == ANSWER_GIVEN) {
		int typed = slice_num(slice_of(line));

		if (typed >= least && typed <= 10) {
			*score = typed;
			break;
		}
		output_say(typed == 0 ? "0 is no pain: please answer with a "
		    "whole number from %d to 10." : "Please answer with a "
		    "whole number from %d to 10.", least);
	}
	return answer;
}

static void
ask_kind(struct talk *t, struct record *r)
{
	static const struct question feel = {"Dull, sharp or stiff?",
	    "(Enter skips)", "dull: an ache. sharp: it stabs. stiff: it is "
	    "hard to bend.", false};
	static const struct question start = {"Sudden or gradual?",
	    "(Enter skips)", "sudden: at one moment, as in a lift. gradual: "
	    "over hours.", false};
	static const struct question side = {"Left, right, middle or both?",
	    "(Enter skips)", "left, right: of the spine. middle: on it. both: "
	    "on both sides.", false};
	int place;

	if (!t->cut)
		output_say("%s", sentence_rows[SENTENCE_TELL_APART].text);
	talk_choice(t, &feel, record_feels, FEEL_COUNT, &place);
	r->feel = (enum feel)place;
	talk_choice(t, &start, record_starts, START_COUNT, &place);
	r->start = (enum start)place;
	talk_choice(t, &side, record_sides, SIDE_ONE, &place);
	r->side = (enum side)place;
}

/* Words of the person's, encoded for the record; empty where none come. */
static struct slice
ask_words(struct talk *t, const struct question *q, struct text *text,
    const char *before, enum escape how)
{
	size_t start = text->len;
	char line[TERMINAL_LINE_MAX];

	while (talk_line(t, q, line) == ANSWER_GIVEN) {
		text_str(text, before);
		escape_put(text, line, strlen(line), how);
		if (!text->cut && text->len - start <= RECORD_MAX / 4)
			return (struct slice){text->buf + start,
			    text->len - start};
		text->len = start;
		text->cut = false;
		output_say("That is too long; please say it shorter.");
	}
	return (struct slice){NULL, 0};
}

/* Somebody who says that there was none names none. */
static bool
is_none(const char *exercise)
{
	static const char *const none[] = {"n", "no", "none", "nope",
	    "nothing"};

	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		if (strcasecmp(exercise, none[i]) == 0)
			return true;
	}
	return false;
}

/* Sharp or sudden pain is treated as fresh, whatever came before it. */
static void
ask_standing(struct talk *t, struct record *r, struct text *text)
{
	static const struct question standing = {
	    "Is it long-standing, over weeks or months?", TALK_ENTER_IS_NO,
	    "Such pain that is stiff rather than fresh gets heat from the "
	    "beginning. With y it is asked since when.", false};
	static const struct question since = {"Since when?", "(Enter skips)",
	    "A guess will do: 3 months, 2 years, the summer. It goes into "
	    "the note.", false};

	if (r->feel == FEEL_SHARP || r->start == START_SUDDEN ||
	    talk_yes(t, &standing) != ANSWER_YES)
		return;
	r->chronic = true;
	r->note = ask_words(t, &since, text, "long-standing, since: ",
	    ESCAPE_NOTE);
}

static void
ask_session(struct talk *t, struct record *r, struct text *text, int64_t now)
{
	static const struct question what = {"After what exercise?",
	    "(Enter skips)", "What was done before it began, such as "
	    "deadlift, running or moving house.", false};
	static const struct question when_was = {"When was that?",
	    "(Enter skips)", "Soreness comes 12 to 48 hours after. "
	    WHEN_FORMS, false};
	struct moment m = {now, INT64_MIN, r->time, "",
	    "That is after the pain began", 0};
	struct slice exercise = ask_words(t, &what, text, "", ESCAPE_VALUE);

	/* It stands at the end of the text, so it is terminated. */
	if (exercise.len == 0 || is_none(exercise.at))
		return;
	r->exercise = exercise;
	if (ask_moment(t, &when_was, &m) != ANSWER_GIVEN)
		return;
	r->has_session = true;
	r->session = m.t;
}

void
describe_onset(struct talk *t, struct record *r, struct text *text,
    int64_t now)
{
	describe_strength(t, "(Enter skips)", 1, &r->score);
	ask_kind(t, r);
	ask_standing(t, r, text);
	ask_session(t, r, text, now);
}

/* The lists of signs: a flag is in the first that has its level. */
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

/* After a yes for a list and a no to each of its questions. */
static const struct question slip = {
	"You said that one applies, and then no to each. Was the y a slip?",
	"(y/n, Enter: not asked)",
	"y: it was, and none of them applies. n: each is asked once more. "
	"Only Enter: this group counts as not asked.", false
};

/* The questions of a list at a glance. */
static void
print_signs(uint32_t set)
{
	while (set != 0) {
		printf("  - ");
		output_wrap(slice_of(flag_rows[flag_take(&set)].question),
		    terminal_get().columns, BULLET);
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

void
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
		/* At an emergency there are no more questions. */
		if (answer == ANSWER_CUT || answer == ANSWER_YES)
			return;
		if (answer == ANSWER_ENTER)
			all = false;
	}
	r->asked_all = all;
	r->none = all && r->flags == 0;
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
	interview_run(t, &r);
	if (interview_has_answer(&r)) {
		status = interview_keep(ctx, &r);
		if (status != CMD_OK)
			confirm_alarm(ctx, &r);
	}
	if (!r.asked_all && flag_level(r.flags) != URGENCY_EMERGENCY)
		complain(interview_has_answer(&r) ? "check: not all was asked" :
		    "check: not all was asked, and nothing was recorded");
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
