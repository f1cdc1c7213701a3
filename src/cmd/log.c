#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/log/onset.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../core/say/sentence.h"
#include "option.h"
#include "confirm.h"
#include "draft.h"
#include "output.h"
#include "talk.h"

/* The command line, as it was typed. */
struct options {
	const char *when, *session, *exercise;
	int score;	/* or RECORD_NO_SCORE */
	int feel, start, side;	/* of their enums */
	uint32_t flags;
	bool chronic;
	bool dry;
	bool new;	/* the earlier pain had gone */
};

/* A pain of 0 is no pain, and opens no episode. */
static int
take_pain(const struct option_given *g, void *place)
{
	int *score = place, status = option_take_score(g, place);

	if (status != CMD_OK || *score > 0)
		return status;
	warnx("%s 0: a pain of 0 is no pain; nothing was recorded", g->what);
	return CMD_USAGE;
}

static struct choice
pain_choice(int i)
{
	return option_score_choice(i + 1);
}

/* "one", as an older log has it, is still taken. */
static int
take_side(const struct option_given *g, void *place)
{
	int *side = place;

	if (strcmp(g->arg, record_sides[SIDE_ONE]) != 0)
		return option_take_word(g, place);
	*side = SIDE_ONE;
	return CMD_OK;
}

static int
parse_times(const struct options *o, int64_t now, struct record *r)
{
	int status = CMD_OK;

	if (o->when != NULL)
		status = option_past("-t", o->when, now, now, &r->time);
	if (status != CMD_OK || o->session == NULL)
		return status;
	status = option_past("-s", o->session, now, r->time, &r->session);
	if (status != CMD_OK)
		return status;
	if (r->session > r->time) {
		warnx("-s %s: the session is after the pain began; nothing "
		    "was recorded", o->session);
		return CMD_FAILED;
	}
	r->has_session = true;
	return CMD_OK;
}

static int
parse_words(const struct options *o, const struct context *ctx,
    struct draft *d)
{
	const char *x = o->exercise;
	size_t start;

	if (x != NULL && *x == '\0') {
		warnx("-x \"\": name the exercise, or leave -x out");
		return CMD_USAGE;
	}
	if (x != NULL) {
		start = d->text.len;
		escape_put(&d->text, x, strlen(x), ESCAPE_VALUE);
		d->r.exercise = (struct slice){d->buf + start,
		    d->text.len - start};
	}
	return draft_note(d, ctx);
}

static void
say_answers(struct text *text, const struct record *r)
{
	struct onset onset = onset_of(r);
	struct text traits = TEXT(128);
	bool scored = r->score != RECORD_NO_SCORE;

	onset_traits(&traits, &onset);
	if (scored)
		text_fmt(text, ". Pain %d", r->score);
	if (traits.len > 0)
		text_fmt(text, "%s%s", scored ? ", " : ". It is ", traits.buf);
}

_Static_assert(RECORD_MAX <= ESCAPE_SHOWN, "a note is shown whole");

static void
say_bytes(struct text *text, const char *before, struct slice s)
{
	if (s.at == NULL)
		return;
	text_str(text, before);
	escape_show(text, s, terminal_utf8());
}

/* What was understood, so that a wrong -t is seen at once. */
static void
say_onset(struct text *text, const struct record *r, bool flare, int64_t now)
{
	text_str(text, flare ? "a flare began " : "the pain began ");
	text_str(text, when_zone(r->time, now).s);
	if (now - r->time < SPAN_MINUTE) {
		text_str(text, " (just now)");
	} else {
		text_str(text, " (");
		text_str(text, span(now - r->time).s);
		text_str(text, " ago)");
	}
	say_answers(text, r);
	if (r->has_session) {
		text_str(text, ". Session ");
		text_str(text, when_zone(r->session, now).s);
		text_str(text, " (");
		text_str(text, span(r->time - r->session).s);
		text_str(text, " before)");
	}
	say_bytes(text, r->has_session ? ", " : ". Exercise ", r->exercise);
	if (r->flags != 0) {
		text_str(text, ". Flags: ");
		flag_list(text, r->flags);
	}
	say_bytes(text, ". Note: ", r->note);
	text_char(text, '.');
}

/* The first onset is another one now: that may not be what was meant. */
static void
say_earlier(struct text *text, int64_t first, int64_t now)
{
	text_str(text, " That is before ");
	text_str(text, when(first, now).s);
	text_str(text, ", which counts as a flare of it now. To correct a "
	    "time instead: `backcare undo` twice, and log again.");
}

/*
 * The end that -N puts before the onset: by then the earlier pain had gone.
 * Where it does not fit, it is the time of the onset that is wrong.
 */
static int
end_earlier(struct logbook *book, int64_t time, struct record *end)
{
	record_init(end);
	end->kind = RECORD_END;
	end->time = time;
	end->flags = flag_carried(book->e.flags);
	return logbook_check(book, end);
}

/* The records of this onset, in order; returns an exit status. */
static int
make_records(struct logbook *book, const struct options *o,
    const struct record *onset, struct record *records, int *count)
{
	int64_t time = o->when == NULL ? book->ctx->now : onset->time;
	int status = CMD_OK;

	*count = 0;
	if (o->new && book->e.open)
		status = end_earlier(book, time, &records[(*count)++]);
	if (status != CMD_OK)
		return status;
	records[*count] = *onset;
	records[*count].time = time;
	return logbook_check(book, &records[(*count)++]);
}

/* Whether this is a flare, or new pain; Enter is a flare. */
static bool
ask_new(struct talk *t, const struct logbook *book)
{
	static const char *const which[] = {"", "flare", "new"};
	struct text text = TEXT(160);
	struct question q = {NULL, "[flare]", "flare, or only Enter: the same "
	    "pain got worse or came back. new: the earlier pain had gone.",
	    false};
	int place;

	text_fmt(&text, "There is pain since %s: a flare of it, or new?",
	    when(book->e.first, book->ctx->now).s);
	q.text = text.buf;
	return talk_choice(t, &q, which, 3, &place) == ANSWER_GIVEN &&
	    place == 2;
}

/* Three questions that tell soreness from injury. */
static void
ask_kind(struct talk *t, struct record *r)
{
	static const struct question feel = {"Dull, sharp or stiff?",
	    "(Enter skips)", "dull: an ache. sharp: it stabs. stiff: it is "
	    "hard to bend.", false};
	static const struct question start = {"Sudden or gradual?",
	    "(Enter skips)", "sudden: at one moment, as in a lift. gradual: "
	    "over hours.", false};
	static const struct question side = {
	    "Left, right, middle or both?", "(Enter skips)",
	    "left, right: of the spine. middle: on it. both: on both sides.",
	    false};
	int place;

	if (r->feel != FEEL_UNKNOWN || r->start != START_UNKNOWN ||
	    r->side != SIDE_UNKNOWN)
		return;
	talk_say(sentence_rows[SENTENCE_TELL_APART].text);
	talk_choice(t, &feel, record_feels, FEEL_COUNT, &place);
	r->feel = (enum feel)place;
	talk_choice(t, &start, record_starts, START_COUNT, &place);
	r->start = (enum start)place;
	talk_choice(t, &side, record_sides, SIDE_ONE, &place);
	r->side = (enum side)place;
}

/*
 * On a terminal: the same pain or a new one, and what kind of pain.  In an
 * emergency what to do comes before any question, and a date that does not
 * fit is refused before them.
 */
static int
ask(struct context *ctx, struct options *o, struct record *r, struct talk *t)
{
	struct record records[2];
	struct logbook book;
	int count;

	if (logbook_read(&book, ctx, LOG_ASK) != CMD_OK)
		return CMD_FAILED;
	if (flag_level(book.e.flags | r->flags) == URGENCY_EMERGENCY)
		return CMD_OK;
	if (book.e.open && !o->new)
		o->new = ask_new(t, &book);
	if (make_records(&book, o, r, records, &count) != CMD_OK)
		return CMD_FAILED;
	ask_kind(t, r);
	if (!t->cut)
		return CMD_OK;
	warnx("log: nothing was recorded");
	return CMD_FAILED;
}

static int
converse(struct context *ctx, struct options *o, struct record *r)
{
	struct signals signals;
	struct talk talk;
	int status;

	if (talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	status = ask(ctx, o, r, &talk);
	talk_close(&talk);
	return status;
}

/* What was recorded, or would be, and the step. */
static void
confirm(const struct logbook *book, const struct options *o,
    const struct record *records, int count)
{
	const struct episode *before = &book->before;
	bool earlier = count == 1 && before->open &&
	    records[0].time < before->first;
	struct text text = TEXT(3 * RECORD_MAX);

	if (count == 2)
		text_str(&text, "the earlier episode has ended; ");
	say_onset(&text, &records[count - 1],
	    count == 1 && before->open && !earlier, book->ctx->now);
	if (count == 2)
		confirm_unseen(&text, before->flags);
	if (earlier)
		say_earlier(&text, before->first, book->ctx->now);
	confirm_print(book, o->dry ? "Dry run" : "Recorded", text.buf);
}

static int
store(struct context *ctx, const struct options *o, const struct record *onset)
{
	struct record records[2];
	struct logbook book;
	int count, status;

	if (logbook_open(&book, ctx, o->dry ? LOG_DRY : LOG_CREATE) != CMD_OK)
		return CMD_FAILED;
	status = make_records(&book, o, onset, records, &count);
	if (status == CMD_OK) {
		log_warn_mode(&book.log);
		if (o->dry)
			logbook_pretend(&book, records, count);
		else
			status = logbook_store(&book, records, count);
	}
	logbook_close(&book);
	if (status == CMD_OK)
		confirm(&book, o, records, count);
	return status;
}

/* A draft with what the options say, but for the times. */
static void
begin(struct draft *d, const struct options *o, int64_t now)
{
	draft_begin(d, RECORD_ONSET, now);
	d->r.score = o->score;
	d->r.feel = (enum feel)o->feel;
	d->r.start = (enum start)o->start;
	d->r.side = (enum side)o->side;
	d->r.chronic = o->chronic;
	d->r.flags = o->flags;
}

static void
mistaken(struct context *ctx, const void *options)
{
	struct draft d;

	begin(&d, options, ctx->now);
	confirm_alarm(ctx, &d.r);
}

static int
exec(struct context *ctx, const void *options)
{
	struct options o = *(const struct options *)options;
	struct draft draft;
	int status;

	begin(&draft, &o, ctx->now);
	status = parse_times(&o, ctx->now, &draft.r);
	if (status == CMD_OK)
		status = parse_words(&o, ctx, &draft);
	if (status == CMD_OK && terminal_is_interactive())
		status = converse(ctx, &o, &draft.r);
	if (status == CMD_OK)
		status = store(ctx, &o, &draft.r);
	if (status != CMD_OK)
		confirm_alarm(ctx, &draft.r);
	return status;
}

static const struct options defaults = {.score = RECORD_NO_SCORE};

static const struct option_row options[] = {
	{'N', "new", NULL, "new pain: the earlier had gone",
	    .into = offsetof(struct options, new)},
	{'n', "dry-run", NULL, "only say what would be recorded",
	    .into = offsetof(struct options, dry)},
	{'t', "when", "when", "when the pain began, if not now",
	    .into = offsetof(struct options, when)},
	{'s', "session", "when", "when the session before it was",
	    .into = offsetof(struct options, session)},
	{'x', "exercise", "exercise", "what was done in that session",
	    .into = offsetof(struct options, exercise)},
	{'p', "pain", "1-10", "how strong it is",
	    .take = take_pain,
	    .into = offsetof(struct options, score),
	    .choice = pain_choice},
	{'k', "feel", NULL, "the kind of pain",
	    .take = option_take_word, .into = offsetof(struct options, feel),
	    .words = record_feels, .words_count = FEEL_COUNT},
	{'o', "start", NULL, "how it began",
	    .take = option_take_word, .into = offsetof(struct options, start),
	    .words = record_starts, .words_count = START_COUNT},
	{'l', "side", NULL, "where it is",
	    .take = take_side, .into = offsetof(struct options, side),
	    .words = record_sides, .words_count = SIDE_ONE},
	{'c', "chronic", NULL, "long-standing and stiff, not fresh",
	    .into = offsetof(struct options, chronic)},
	{'r', "flags", "flag,...", "red flags, by the names of check -l",
	    .take = option_take_flags,
	    .into = offsetof(struct options, flags),
	    .choice = option_flag_choice, .heard = true},
	{0}
};

const struct command cmd_log = {
	.name = "log",
	.summary = "record that the pain began",
	.options = options,
	.size = CMD_SIZE(struct options),
	.defaults = &defaults,
	.arguments = "[note ...]",
	.most = CMD_ANY,
	.exec = exec,
	.mistaken = mistaken
};
