#include <string.h>

#include "../core/say/doubt.h"
#include "../core/say/sentence.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../ui/confirm.h"
#include "../ui/draft.h"
#include "../ui/interview.h"
#include "../ui/output.h"

/* The command line: what is an answer by itself is in the record already. */
struct options {
	struct record r;
	const char *when, *session, *exercise;
	bool chronic, dry, new;	/* new: the earlier pain had gone */
};

/* What is to be recorded. */
struct entry {
	struct draft draft;	/* the onset */
	bool new;		/* with an end before it, */
	int64_t gone;		/* dated so, or as the onset: LOGBOOK_NOW */
	struct record check;	/* and a check after it, if it has answers */
	struct record records[3];	/* all that, as the log has it */
	int count;
};

/* A pain of 0 is no pain, and opens no episode. */
static int
take_pain(const struct option_given *g, void *place)
{
	if (strcmp(g->arg, "0") == 0)
		return reject(CMD_USAGE, "%s 0: a pain of 0 is no pain; "
		    "nothing was recorded", g->what);
	return option_score(g->what, g->arg, 1, place);
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
	if (strcmp(g->arg, record_sides[SIDE_ONE]) != 0)
		return option_take_word(g, place);
	*(int *)place = SIDE_ONE;
	return CMD_OK;
}

/* The times, the exercise and the note.  Returns an exit status. */
static int
parse(const struct options *o, const struct context *ctx, struct draft *d)
{
	struct record *r = &d->r;
	int64_t now = ctx->now, began;
	int status = CMD_OK;

	if (o->when != NULL)
		status = option_past("-t", o->when, now, now, &r->time);
	began = r->time == LOGBOOK_NOW ? now : r->time;
	if (status == CMD_OK && o->session != NULL)
		status = option_past("-s", o->session, now, began, &r->session);
	if (status != CMD_OK)
		return status;
	if (o->session != NULL && r->session > began)
		return reject(CMD_FAILED, "-s %s: the session is after the "
		    "pain began; nothing was recorded", o->session);
	r->has_session = o->session != NULL;
	if (o->exercise != NULL) {
		if (*o->exercise == '\0')
			return reject(CMD_USAGE, "-x \"\": name the exercise, "
			    "or leave -x out");
		escape_put(&d->text, o->exercise, strlen(o->exercise),
		    ESCAPE_VALUE);
		r->exercise = slice_of(d->buf);
	}
	return draft_note(d, ctx);
}

static void
say_flags(struct text *text, const char *label, uint32_t flags)
{
	struct text names = TEXT(256);

	flag_list(&names, flags, ", ");
	if (flags != 0)
		text_fmt(text, " %s: %s.", label, names.buf);
}

/* After what, and when that was. */
static void
say_session(struct text *text, const struct record *r, int64_t now)
{
	char buf[RECORD_MAX];
	struct text exercise;

	text_init(&exercise, buf, sizeof(buf));
	escape_show(&exercise, r->exercise, terminal_utf8());
	if (r->has_session)
		text_fmt(text, " Session %s (%s before)%s%s%s.",
		    when_zone(r->session, now).s,
		    span(r->time - r->session).s,
		    exercise.len > 0 ? ", " : "", exercise.buf,
		    exercise.cut ? ".." : "");
	else if (exercise.len > 0)
		text_fmt(text, " Exercise %s%s.", exercise.buf,
		    exercise.cut ? ".." : "");
}

/* What was understood, so that a wrong -t is seen at once. */
static void
say_onset(struct text *text, const struct record *r, bool flare, int64_t now)
{
	struct onset onset = onset_of(r);
	char buf[2 * RECORD_MAX];
	struct text traits = TEXT(128), note;
	const char *what = flare ? "a flare" : "the pain";
	int64_t ago = now - r->time;

	if (ago < SPAN_MINUTE)
		text_fmt(text, "%s began %s (just now).", what,
		    when_zone(r->time, now).s);
	else
		text_fmt(text, "%s began %s (%s ago).", what,
		    when_zone(r->time, now).s, span(ago).s);
	onset_traits(&traits, &onset);
	if (r->score != RECORD_NO_SCORE && traits.len > 0)
		text_fmt(text, " Pain %d, %s.", r->score, traits.buf);
	else if (r->score != RECORD_NO_SCORE)
		text_fmt(text, " Pain %d.", r->score);
	else if (traits.len > 0)
		text_fmt(text, " It is %s.", traits.buf);
	say_session(text, r, now);
	say_flags(text, "Flags", r->flags);
	text_init(&note, buf, sizeof(buf));
	escape_show(&note, r->note, terminal_utf8());
	if (note.len > 0)
		text_fmt(text, " Note: %s%s.", note.buf, note.cut ? ".." : "");
}

/*
 * The records, in order.  Returns an exit status.  By the onset, or by the
 * last note where nobody says and none came for long, the earlier pain had
 * gone; where that end does not fit, it is the time of the onset that is wrong.
 */
static int
make_records(struct logbook *book, struct entry *n)
{
	struct record onset = n->draft.r, *end = &n->records[0];
	int64_t heard = book->e.heard, now = book->ctx->now;

	n->count = 0;
	if (onset.time == LOGBOOK_NOW)
		onset.time = now;
	if (n->gone == LOGBOOK_NOW && doubt_is_silent(&book->e, now))
		n->gone = heard < onset.time ? heard : onset.time;
	if (n->new && book->e.open) {
		record_init(end);
		end->kind = RECORD_END;
		end->time = n->gone == LOGBOOK_NOW ? onset.time : n->gone;
		n->count++;
	}
	n->records[n->count++] = onset;
	if (interview_has_answer(&n->check))
		n->records[n->count++] = n->check;
	for (int i = 0; i < n->count; i++) {
		if (logbook_check(book, &n->records[i]) != CMD_OK)
			return CMD_FAILED;
	}
	return CMD_OK;
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
is_bare(const struct record *r, const struct context *ctx)
{
	struct onset onset = onset_of(r);

	return ctx->argc == 0 && onset_tells(&onset) == 0 && !r->has_session &&
	    r->score == RECORD_NO_SCORE && r->flags == 0;
}

/*
 * The talk.  In an emergency what to do comes before any question, and a date
 * that does not fit is refused before them.  The red flags are at the end of
 * the whole talk, else only if they are wanted.
 */
static int
ask(struct context *ctx, struct entry *n, struct talk *t)
{
	struct record *r = &n->draft.r;
	bool bare = is_bare(r, ctx);
	struct logbook book;

	if (logbook_read(&book, ctx, LOG_ASK) != CMD_OK)
		return CMD_FAILED;
	if (flag_level(book.e.flags | r->flags) == URGENCY_EMERGENCY)
		return CMD_OK;
	if (bare)
		output_say("Some questions about the pain. ? explains one, ^C "
		    "ends with nothing recorded.");
	if (book.e.open && !n->new)
		n->new = ask_new(t, &book);
	if (make_records(&book, n) != CMD_OK)
		return CMD_FAILED;
	/* The onset is the last of them, as nothing was asked yet. */
	if (n->new && doubt_is_silent(&book.e, ctx->now))
		describe_gone(t, ctx->now, book.e.newest,
		    n->records[n->count - 1].time, &n->gone);
	if (bare && r->time == LOGBOOK_NOW)
		describe_began(t, ctx->now, earliest(&book, n), &r->time);
	if (bare)
		describe_onset(t, r, &n->draft.text, ctx->now);
	if (!t->cut && (bare || interview_is_wanted(t)))
		interview_run(t, &n->check);
	if (!t->cut)
		return CMD_OK;
	/* An alarm among the answers is heard all the same. */
	r->flags |= n->check.flags;
	return reject(CMD_FAILED, "log: nothing was recorded");
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
confirm(const struct logbook *book, const struct entry *n, bool dry)
{
	const struct episode *before = &book->before;
	int64_t now = book->ctx->now;
	bool ended = n->new && before->open;
	struct record onset = n->records[ended];
	bool again = before->open && !ended;
	bool earlier = again && onset.time < before->first;
	char buf[4 * RECORD_MAX];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	if (ended && n->gone != LOGBOOK_NOW)
		text_fmt(&text, "the earlier pain had gone by %s; ",
		    when(n->gone, now).s);
	else if (ended)
		text_str(&text, "the earlier episode has ended; ");
	say_onset(&text, &onset, again && !earlier, now);
	if (n->check.none)
		text_str(&text, " Red flags: asked, and none apply.");
	say_flags(&text, "Red flags", n->check.flags);
	say_rest(&text, book, &onset);
	if (again && doubt_is_silent(before, now) && !terminal_is_interactive())
		text_fmt(&text, " Before it nothing was noted for %s: if that "
		    "pain had gone, `backcare undo` and `backcare log -N`.",
		    span(now - before->heard).s);
	if (ended)
		confirm_unseen(&text, before->flags);
	/* That may not be what was meant. */
	if (earlier)
		text_fmt(&text, " That is before %s, which counts as a flare "
		    "of it now. To correct a time instead: `backcare undo` "
		    "twice, and log again.", when(before->first, now).s);
	/* Who went through the red flags is not asked about words of them. */
	if (n->check.asked_all)
		onset.note = (struct slice){NULL, 0};
	confirm_print(book, &onset, dry ? "Dry run" : "Recorded", text.buf);
}

static int
store(struct context *ctx, struct entry *n, bool dry)
{
	struct logbook book;
	int status;

	if (logbook_open(&book, ctx, dry ? LOG_DRY : LOG_CREATE) != CMD_OK)
		return CMD_FAILED;
	status = make_records(&book, n);
	if (status == CMD_OK) {
		log_warn_mode(&book.log);
		if (dry)
			logbook_pretend(&book, n->records, n->count);
		else
			status = logbook_store(&book, n->records, n->count);
	}
	logbook_close(&book);
	if (status == CMD_OK)
		confirm(&book, n, dry);
	return status;
}

/* An entry with what the options say, but for the times. */
static void
begin(struct entry *n, const struct options *o)
{
	draft_begin(&n->draft, RECORD_ONSET, LOGBOOK_NOW);
	n->draft.r = o->r;
	n->draft.r.chronic = o->chronic;
	n->new = o->new;
	n->gone = LOGBOOK_NOW;
	interview_begin(&n->check);
}

static void
mistaken(struct context *ctx, const void *options)
{
	struct entry n;

	begin(&n, options);
	confirm_alarm(ctx, &n.draft.r);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct signals signals;
	struct talk talk;
	struct entry n;
	int status;
	bool asks;

	begin(&n, o);
	status = parse(o, ctx, &n.draft);
	asks = status == CMD_OK && terminal_is_interactive();
	if (asks && talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	if (asks)
		status = ask(ctx, &n, &talk);
	if (status == CMD_OK)
		status = store(ctx, &n, o->dry);
	if (status != CMD_OK)
		confirm_alarm(ctx, &n.draft.r);
	/* A signal among the questions ends it when all has been said. */
	if (asks)
		talk_close(&talk);
	return status;
}

static const struct options defaults = {
	.r = {.kind = RECORD_ONSET, .time = LOGBOOK_NOW,
	    .score = RECORD_NO_SCORE}
};

static const struct option_row options[] = {
	{'N', "new", NULL, "new pain: the earlier had gone", INTO(new)},
	{'n', "dry-run", NULL, "only say what would be recorded", INTO(dry)},
	{'t', "when", "when", "when the pain began, if not now", INTO(when)},
	{'s', "session", "when", "when the session before it was",
	    INTO(session)},
	{'x', "exercise", "exercise", "what was done in that session",
	    INTO(exercise)},
	{'p', "pain", "1-10", "how strong it is", .take = take_pain,
	    INTO(r.score), .least = 1, .most = 10, .choice = pain_choice},
	{'k', "feel", NULL, "the kind of pain", INTO(r.feel),
	    .words = record_feels, .words_count = FEEL_COUNT},
	{'o', "start", NULL, "how it began", INTO(r.start),
	    .words = record_starts, .words_count = START_COUNT},
	{'l', "side", NULL, "where it is", .take = take_side, INTO(r.side),
	    .words = record_sides, .words_count = SIDE_ONE},
	{'c', "chronic", NULL, "long-standing and stiff, not fresh",
	    INTO(chronic)},
	{'r', "flags", "flag,...", "red flags, by the names of check -l",
	    .take = option_take_flags, INTO(r.flags),
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
