#include <err.h>
#include <string.h>

#include "../core/log/onset.h"
#include "../core/say/advice.h"
#include "../core/say/doubt.h"
#include "../core/say/sentence.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../ui/confirm.h"
#include "../ui/draft.h"
#include "../ui/interview.h"
#include "../ui/option.h"
#include "../ui/output.h"

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

/* What is to be recorded. */
struct entry {
	struct draft draft;	/* the onset */
	bool new;		/* with an end before it, */
	int64_t gone;		/* dated so, or as the onset: LOGBOOK_NOW */
	struct record check;	/* and a check after it, if its kind is one */
};

/* An end, an onset and a check. */
#define ENTRY_MAX 3

/* A pain of 0 is no pain, and opens no episode. */
static int
take_pain(const struct option_given *g, void *place)
{
	if (strcmp(g->arg, "0") != 0)
		return option_score(g->what, g->arg, 1, place);
	complain("%s 0: a pain of 0 is no pain; nothing was recorded", g->what);
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
	int64_t began;
	int status = CMD_OK;

	if (o->when != NULL)
		status = option_past("-t", o->when, now, now, &r->time);
	if (status != CMD_OK || o->session == NULL)
		return status;
	began = r->time == LOGBOOK_NOW ? now : r->time;
	status = option_past("-s", o->session, now, began, &r->session);
	if (status != CMD_OK)
		return status;
	if (r->session > began) {
		complain("-s %s: the session is after the pain began; nothing "
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
		complain("-x \"\": name the exercise, or leave -x out");
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

_Static_assert(RECORD_MAX <= ESCAPE_SHOWN, "a note is shown whole");

/* How it is: strength, kind, beginning, place. */
static void
say_answers(struct text *text, const struct record *r)
{
	struct onset onset = onset_of(r);
	struct text traits = TEXT(128);

	onset_traits(&traits, &onset);
	if (r->score != RECORD_NO_SCORE && traits.len > 0)
		text_fmt(text, " Pain %d, %s.", r->score, traits.buf);
	else if (r->score != RECORD_NO_SCORE)
		text_fmt(text, " Pain %d.", r->score);
	else if (traits.len > 0)
		text_fmt(text, " It is %s.", traits.buf);
}

/* After what, and when that was. */
static void
say_session(struct text *text, const struct record *r, int64_t now)
{
	char buf[3 * RECORD_MAX];
	struct text exercise;

	text_init(&exercise, buf, sizeof(buf));
	if (r->exercise.at != NULL)
		escape_show(&exercise, r->exercise, terminal_utf8());
	if (r->has_session)
		text_fmt(text, " Session %s (%s before)%s%s.",
		    when_zone(r->session, now).s,
		    span(r->time - r->session).s,
		    exercise.len > 0 ? ", " : "", exercise.buf);
	else if (exercise.len > 0)
		text_fmt(text, " Exercise %s.", exercise.buf);
}

/* What was understood, so that a wrong -t is seen at once. */
static void
say_onset(struct text *text, const struct record *r, bool flare, int64_t now)
{
	const char *what = flare ? "a flare" : "the pain";
	int64_t ago = now - r->time;

	if (ago < SPAN_MINUTE)
		text_fmt(text, "%s began %s (just now).", what,
		    when_zone(r->time, now).s);
	else
		text_fmt(text, "%s began %s (%s ago).", what,
		    when_zone(r->time, now).s, span(ago).s);
	say_answers(text, r);
	say_session(text, r, now);
	if (r->flags != 0) {
		text_str(text, " Flags: ");
		flag_list(text, r->flags, ", ");
		text_char(text, '.');
	}
	if (r->note.at != NULL) {
		text_str(text, " Note: ");
		escape_show(text, r->note, terminal_utf8());
		text_char(text, '.');
	}
}

/* What came out of the red flags, where they were gone through. */
static void
say_check(struct text *text, const struct record *check)
{
	if (check->none) {
		text_str(text, " Red flags: asked, and none apply.");
	} else if (check->flags != 0) {
		text_str(text, " Red flags: ");
		flag_list(text, check->flags, ", ");
		text_char(text, '.');
	}
}

/* The first onset is another one now: that may not be what was meant. */
static void
say_earlier(struct text *text, int64_t first, int64_t now)
{
	text_fmt(text, " That is before %s, which counts as a flare of it now. "
	    "To correct a time instead: `backcare undo` twice, and log again.",
	    when(first, now).s);
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
	return logbook_check(book, end);
}

/* When pain that was silent had gone, where nobody says: the last note. */
static int64_t
last_note(const struct logbook *book, int64_t latest)
{
	return book->e.heard < latest ? book->e.heard : latest;
}

/* The records of an entry, in order.  Returns an exit status. */
static int
make_records(struct logbook *book, struct entry *n, struct record *records,
    int *count)
{
	struct record onset = n->draft.r;
	int status = CMD_OK;

	*count = 0;
	if (onset.time == LOGBOOK_NOW)
		onset.time = book->ctx->now;
	if (n->gone == LOGBOOK_NOW &&
	    doubt_is_silent(&book->e, book->ctx->now))
		n->gone = last_note(book, onset.time);
	if (n->new && book->e.open)
		status = end_earlier(book, n->gone == LOGBOOK_NOW ?
		    onset.time : n->gone, &records[(*count)++]);
	if (status == CMD_OK)
		status = logbook_check(book, &onset);
	records[(*count)++] = onset;
	if (status == CMD_OK && n->check.kind == RECORD_CHECK) {
		records[*count] = n->check;
		status = logbook_check(book, &records[(*count)++]);
	}
	return status;
}

/* Whether this is a flare, or new pain. */
static bool
ask_new(struct talk *t, const struct logbook *book)
{
	static const char *const which[] = {"", "flare", "new"};
	bool silent = doubt_is_silent(&book->e, book->ctx->now);
	int64_t now = book->ctx->now;
	struct text text = TEXT(192);
	const struct question q = {text.buf, silent ? "(Enter: new)" :
	    "(Enter: flare)",
	    "flare: the same pain got worse or came back. new: the earlier "
	    "pain had gone.", false};
	int place;

	if (silent)
		text_fmt(&text, "There was pain from %s, and no note since "
		    "%s: a flare of it, or new?", when(book->e.first, now).s,
		    when(book->e.heard, now).s);
	else
		text_fmt(&text, "There is pain since %s: a flare of it, or "
		    "new?", when(book->e.first, now).s);
	if (talk_choice(t, &q, which, 3, &place) == ANSWER_ENTER)
		return silent;
	return place == 2;
}

/* When the earlier pain had gone, where that may be long ago. */
static void
ask_gone(struct talk *t, const struct logbook *book, struct entry *n)
{
	int64_t now = book->ctx->now;
	int64_t latest = n->draft.r.time == LOGBOOK_NOW ? now :
	    n->draft.r.time;

	n->gone = last_note(book, latest);
	describe_gone(t, now, book->e.newest, latest, &n->gone);
}

/* No onset goes before the end of what was before it. */
static int64_t
earliest(const struct logbook *book, const struct entry *n)
{
	if (n->new && book->e.open)
		return n->gone != LOGBOOK_NOW ? n->gone : book->e.newest;
	return book->e.ended ? book->e.end : INT64_MIN;
}

/* Nothing that describes the pain stands on the command line. */
static bool
is_bare(const struct options *o, const struct context *ctx)
{
	return o->session == NULL && o->exercise == NULL &&
	    o->score == RECORD_NO_SCORE && o->feel == FEEL_UNKNOWN &&
	    o->start == START_UNKNOWN && o->side == SIDE_UNKNOWN &&
	    !o->chronic && o->flags == 0 && ctx->argc == 0;
}

/* The red flags: at the end of the whole talk, else if they are wanted. */
static void
ask_flags(struct talk *t, struct entry *n, bool offer)
{
	struct record check;

	if (offer && !interview_is_wanted(t))
		return;
	interview_begin(&check);
	interview_run(t, &check);
	if (interview_has_answer(&check))
		n->check = check;
}

/*
 * The talk.  In an emergency what to do comes before any question, and a date
 * that does not fit is refused before them.
 */
static int
ask(struct context *ctx, const struct options *o, struct entry *n,
    struct talk *t)
{
	struct record records[ENTRY_MAX], *r = &n->draft.r;
	bool bare = is_bare(o, ctx);
	struct logbook book;
	int count;

	if (logbook_read(&book, ctx, LOG_ASK) != CMD_OK)
		return CMD_FAILED;
	if (flag_level(book.e.flags | r->flags) == URGENCY_EMERGENCY)
		return CMD_OK;
	if (bare)
		output_say("Some questions about the pain. ? explains one, ^C "
		    "ends with nothing recorded.");
	if (book.e.open && !n->new)
		n->new = ask_new(t, &book);
	if (make_records(&book, n, records, &count) != CMD_OK)
		return CMD_FAILED;
	if (n->new && doubt_is_silent(&book.e, ctx->now))
		ask_gone(t, &book, n);
	if (bare && r->time == LOGBOOK_NOW)
		describe_began(t, ctx->now, earliest(&book, n), &r->time);
	if (bare)
		describe_onset(t, r, &n->draft.text, ctx->now);
	if (!t->cut)
		ask_flags(t, n, !bare);
	if (!t->cut)
		return CMD_OK;
	/* An alarm among the answers is heard all the same. */
	r->flags |= n->check.flags;
	complain("log: nothing was recorded");
	return CMD_FAILED;
}

/* A strain is to be spared, which no later step says again. */
static void
say_rest(struct text *text, const struct logbook *book,
    const struct record *onset)
{
	struct verdict v = verdict_of(&book->e, book->ctx->now);

	if (v.pattern == PATTERN_STRAIN && !advice_is_alarm(&v) &&
	    book->e.latest.time == onset->time)
		text_fmt(text, " %s. %s", sentence_rows[SENTENCE_STRAIN].text,
		    sentence_rows[SENTENCE_STRAIN_REST].text);
}

/* What was recorded, or would be, and the step. */
static void
confirm(const struct logbook *book, const struct entry *n,
    const struct record *onset, bool dry)
{
	const struct episode *before = &book->before;
	int64_t now = book->ctx->now;
	bool ended = n->new && before->open;
	bool first = !before->open || ended;
	bool earlier = !first && onset->time < before->first;
	struct record told = *onset;
	char said[4 * RECORD_MAX];
	struct text text;

	/* Who went through the red flags is not asked about words of them. */
	if (n->check.asked_all)
		told.note = (struct slice){NULL, 0};
	text_init(&text, said, sizeof(said));
	if (ended && n->gone != LOGBOOK_NOW)
		text_fmt(&text, "the earlier pain had gone by %s; ",
		    when(n->gone, now).s);
	else if (ended)
		text_str(&text, "the earlier episode has ended; ");
	say_onset(&text, onset, !first && !earlier, now);
	say_check(&text, &n->check);
	say_rest(&text, book, onset);
	if (!first && doubt_is_silent(before, now) &&
	    !terminal_is_interactive())
		text_fmt(&text, " Before it nothing was noted for %s: if that "
		    "pain had gone, `backcare undo` and `backcare log -N`.",
		    span(now - before->heard).s);
	if (ended)
		confirm_unseen(&text, before->flags);
	if (earlier)
		say_earlier(&text, before->first, now);
	confirm_print(book, &told, dry ? "Dry run" : "Recorded", text.buf);
}

static int
store(struct context *ctx, struct entry *n, bool dry)
{
	struct record records[ENTRY_MAX];
	struct logbook book;
	int count, status;

	if (logbook_open(&book, ctx, dry ? LOG_DRY : LOG_CREATE) != CMD_OK)
		return CMD_FAILED;
	status = make_records(&book, n, records, &count);
	if (status == CMD_OK) {
		log_warn_mode(&book.log);
		if (dry)
			logbook_pretend(&book, records, count);
		else
			status = logbook_store(&book, records, count);
	}
	logbook_close(&book);
	if (status == CMD_OK)
		confirm(&book, n, &records[n->new && book.before.open], dry);
	return status;
}

/* An entry with what the options say, but for the times. */
static void
begin(struct entry *n, const struct options *o)
{
	struct record *r = &n->draft.r;

	n->new = o->new;
	n->gone = LOGBOOK_NOW;
	record_init(&n->check);
	draft_begin(&n->draft, RECORD_ONSET, LOGBOOK_NOW);
	r->score = o->score;
	r->feel = (enum feel)o->feel;
	r->start = (enum start)o->start;
	r->side = (enum side)o->side;
	r->chronic = o->chronic;
	r->flags = o->flags;
}

static void
mistaken(struct context *ctx, const void *options)
{
	struct entry n;

	begin(&n, options);
	confirm_alarm(ctx, &n.draft.r);
}

/* With questions; a signal among them ends it when all has been said. */
static int
converse(struct context *ctx, const struct options *o, struct entry *n)
{
	struct signals signals;
	struct talk talk;
	int status;

	if (talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	status = ask(ctx, o, n, &talk);
	if (status == CMD_OK)
		status = store(ctx, n, o->dry);
	if (status != CMD_OK)
		confirm_alarm(ctx, &n->draft.r);
	talk_close(&talk);
	return status;
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct entry n;
	int status;

	begin(&n, o);
	status = parse_times(o, ctx->now, &n.draft.r);
	if (status == CMD_OK)
		status = parse_words(o, ctx, &n.draft);
	if (status == CMD_OK && terminal_is_interactive())
		return converse(ctx, o, &n);
	if (status == CMD_OK)
		status = store(ctx, &n, o->dry);
	if (status != CMD_OK)
		confirm_alarm(ctx, &n.draft.r);
	return status;
}

static const struct options defaults = {.score = RECORD_NO_SCORE};

static const struct option_row options[] = {
	{'N', "new", NULL, "new pain: the earlier had gone", INTO(new)},
	{'n', "dry-run", NULL, "only say what would be recorded", INTO(dry)},
	{'t', "when", "when", "when the pain began, if not now", INTO(when)},
	{'s', "session", "when", "when the session before it was",
	    INTO(session)},
	{'x', "exercise", "exercise", "what was done in that session",
	    INTO(exercise)},
	{'p', "pain", "1-10", "how strong it is", .take = take_pain,
	    INTO(score), .least = 1, .most = 10, .choice = pain_choice},
	{'k', "feel", NULL, "the kind of pain", INTO(feel),
	    .words = record_feels, .words_count = FEEL_COUNT},
	{'o', "start", NULL, "how it began", INTO(start),
	    .words = record_starts, .words_count = START_COUNT},
	{'l', "side", NULL, "where it is", .take = take_side, INTO(side),
	    .words = record_sides, .words_count = SIDE_ONE},
	{'c', "chronic", NULL, "long-standing and stiff, not fresh",
	    INTO(chronic)},
	{'r', "flags", "flag,...", "red flags, by the names of check -l",
	    .take = option_take_flags, INTO(flags),
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
