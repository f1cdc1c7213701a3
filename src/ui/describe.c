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

static int
take_moment(const char *answer, void *arg, struct text *why)
{
	struct moment *m = arg;
	const char *errstr, *refusal;
	struct when w;

	if (when_parse(answer, m->now, m->latest, &w, &errstr) == -1) {
		when_error(why, &w, errstr);
		return -1;
	}
	if (w.local && timezone_unknown() != NULL) {
		text_str(why, "TZ names no time zone. Write how long ago, or "
		    "the offset too: 2026-11-20T18:30+01:00.");
		return -1;
	}
	refusal = w.t > m->now ? "That is in the future" :
	    w.t > m->latest ? m->too_late :
	    w.t < m->earliest ? m->too_early : NULL;
	if (refusal != NULL) {
		text_fmt(why, "%s: %s.", refusal, when_zone(w.t, m->now).s);
		return -1;
	}
	if (w.fit == ZONE_TWICE)
		output_say("The clocks showed that time twice; the earlier is "
		    "meant.");
	m->t = w.t;
	return 0;
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
	enum answer answer = talk_value(t, &q, take_moment, &m);

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
	answer = talk_value(t, &q, take_moment, &m);
	*gone = m.t;
	return answer;
}

struct strength {
	int least, score;
};

static int
take_strength(const char *answer, void *arg, struct text *why)
{
	struct strength *s = arg;

	s->score = slice_num(slice_of(answer));
	if (s->score >= s->least && s->score <= 10)
		return 0;
	text_fmt(why, s->score == 0 ? "0 is no pain: please answer with a "
	    "whole number from %d to 10." : "Please answer with a whole "
	    "number from %d to 10.", s->least);
	return -1;
}

enum answer
describe_strength(struct talk *t, const char *how, int least, int *score)
{
	struct text text = TEXT(64);
	const struct question q = {text.buf, how, "0 is no pain at all, 10 "
	    "the worst there can be. 4 or so gets in the way; with 7 or more "
	    "it is hard to think of anything else.", false};
	struct strength s = {least, 0};
	enum answer answer;

	text_fmt(&text, "How strong is it now, %d to 10?", least);
	answer = talk_value(t, &q, take_strength, &s);
	if (answer == ANSWER_GIVEN)
		*score = s.score;
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

/* Words of the person's that go into the record, encoded for it. */
struct words {
	struct text *text;
	const char *before;
	enum escape how;
	struct slice *slice;
};

static int
take_words(const char *answer, void *arg, struct text *why)
{
	struct words *w = arg;
	size_t start = w->text->len;

	text_str(w->text, w->before);
	escape_put(w->text, answer, strlen(answer), w->how);
	if (w->text->cut || w->text->len - start > RECORD_MAX / 4) {
		w->text->len = start;
		w->text->cut = false;
		text_fmt(why, "That is too long; please say it shorter.");
		return -1;
	}
	*w->slice = (struct slice){w->text->buf + start, w->text->len - start};
	return 0;
}

/* Somebody who says that there was none names none. */
static int
take_exercise(const char *answer, void *arg, struct text *why)
{
	static const char *const none[] = {"n", "no", "none", "nope",
	    "nothing"};

	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		if (strcasecmp(answer, none[i]) == 0)
			return 0;
	}
	return take_words(answer, arg, why);
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
	struct words note = {&d->text, "long-standing, since: ", ESCAPE_NOTE,
	    &d->r.note};

	if (d->r.feel == FEEL_SHARP || d->r.start == START_SUDDEN)
		return;
	if (talk_yes(t, &standing) != ANSWER_YES)
		return;
	d->r.chronic = true;
	talk_value(t, &since, take_words, &note);
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
	struct words exercise = {&d->text, "", ESCAPE_VALUE, &d->r.exercise};
	struct moment m = {now, INT64_MIN, d->r.time, "",
	    "That is after the pain began", 0};

	if (talk_value(t, &what, take_exercise, &exercise) != ANSWER_GIVEN ||
	    exercise.slice->len == 0)
		return;
	if (talk_value(t, &when_was, take_moment, &m) != ANSWER_GIVEN)
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
