#include "describe.h"

#include <string.h>
#include <strings.h>

#include "../core/say/sentence.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../edge/timezone.h"
#include "output.h"

/* A moment that is asked for, and its limits. */
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

enum answer
describe_began(struct talk *t, int64_t now, int64_t earliest, int64_t *began)
{
	static const struct question q = {"When did the pain begin?",
	    "(Enter: now)", WHEN_FORMS, false};
	struct moment m = {now, earliest, now,
	    "That is before the earlier pain had gone", "", now};
	enum answer answer = ask_moment(t, &q, &m);

	*began = m.t;
	return answer;
}

enum answer
describe_gone(struct talk *t, int64_t now, int64_t earliest, int64_t latest,
    int64_t *gone)
{
	struct text how = TEXT(96);
	const struct question q = {"When had the earlier pain gone?", how.buf,
	    WHEN_FORMS, false};
	struct moment m = {now, earliest, latest,
	    "That is before the last record of it",
	    "That is after the new pain began", *gone};
	enum answer answer;

	text_fmt(&how, "(Enter: the last note, %s)", when(*gone, now).s);
	answer = ask_moment(t, &q, &m);
	*gone = m.t;
	return answer;
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
ask_standing(struct talk *t, struct draft *d)
{
	static const struct question standing = {
	    "Is it long-standing, over weeks or months?", TALK_ENTER_IS_NO,
	    "Such pain that is stiff rather than fresh gets heat from the "
	    "beginning. With y it is asked since when.", false};
	static const struct question since = {"Since when?", "(Enter skips)",
	    "A guess will do: 3 months, 2 years, the summer. It goes into "
	    "the note.", false};

	if (d->r.feel == FEEL_SHARP || d->r.start == START_SUDDEN ||
	    talk_yes(t, &standing) != ANSWER_YES)
		return;
	d->r.chronic = true;
	d->r.note = ask_words(t, &since, &d->text, "long-standing, since: ",
	    ESCAPE_NOTE);
}

static void
ask_session(struct talk *t, struct draft *d, int64_t now)
{
	static const struct question what = {"After what exercise?",
	    "(Enter skips)", "What was done before it began, such as "
	    "deadlift, running or moving house.", false};
	static const struct question when_was = {"When was that?",
	    "(Enter skips)", "Soreness comes 12 to 48 hours after. "
	    WHEN_FORMS, false};
	struct moment m = {now, INT64_MIN, d->r.time, "",
	    "That is after the pain began", 0};
	struct slice exercise = ask_words(t, &what, &d->text, "",
	    ESCAPE_VALUE);

	/* It stands at the end of the text, so it is terminated. */
	if (exercise.len == 0 || is_none(exercise.at))
		return;
	d->r.exercise = exercise;
	if (ask_moment(t, &when_was, &m) != ANSWER_GIVEN)
		return;
	d->r.has_session = true;
	d->r.session = m.t;
}

void
describe_onset(struct talk *t, struct draft *d, int64_t now)
{
	describe_strength(t, "(Enter skips)", 1, &d->r.score);
	ask_kind(t, &d->r);
	ask_standing(t, d);
	ask_session(t, d, now);
}
