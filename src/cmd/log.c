#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../core/say/sentence.h"
#include "ask.h"
#include "option.h"
#include "recording.h"
#include "output.h"

static const char option_letters[] = CMD_OPTIONS("Nnt:s:x:p:k:o:l:cr:");

/* The command line, as it was typed. */
struct options {
	const char *when, *session, *exercise;
	bool dry;
	bool new;	/* the earlier pain had gone */
};

/* The options that describe the pain. */
static int
take_answer(int option, const char *arg, struct record *r)
{
	int place = 0, status = CMD_OK;

	switch (option) {
	case 'p':
		return option_score("-p", arg, &r->score);
	case 'k':
		status = option_word("-k", arg, record_feels, FEEL_COUNT,
		    &place);
		r->feel = (enum feel)place;
		break;
	case 'o':
		status = option_word("-o", arg, record_starts, START_COUNT,
		    &place);
		r->start = (enum start)place;
		break;
	case 'l':
		status = option_word("-l", arg, record_sides, SIDE_COUNT,
		    &place);
		r->side = (enum side)place;
		break;
	case 'c':
		r->chronic = true;
		break;
	default:
		return cmd_bad_option("log", option);
	}
	return status;
}

static int
parse_options(int argc, char **argv, struct options *o, struct record *r)
{
	int c, got, status = CMD_OK;

	while ((c = getopt(argc, argv, option_letters)) != -1) {
		/* After a mistake a red flag has still to be heard. */
		if (status != CMD_OK && c != 'r')
			continue;
		switch (c) {
		case 'N':
			o->new = true;
			break;
		case 'r':
			got = option_flags("-r", optarg, &r->flags);
			status = status == CMD_OK ? got : status;
			break;
		case 'n':
			o->dry = true;
			break;
		case 't':
			o->when = optarg;
			break;
		case 's':
			o->session = optarg;
			break;
		case 'x':
			o->exercise = optarg;
			break;
		default:
			status = take_answer(c, optarg, r);
			break;
		}
	}
	return status;
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
parse_words(const struct options *o, char **argv, struct draft *d)
{
	const char *x = o->exercise;
	size_t start;

	text_init(&d->text, d->buf, sizeof(d->buf));
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
	return option_note("log", argv, &d->text, &d->r.note);
}

static void
say_answers(struct text *text, const struct record *r)
{
	const char *answers[] = {
		record_feels[r->feel], record_starts[r->start],
		r->side == SIDE_ONE ? "one side" :
		    r->side == SIDE_BOTH ? "both sides" : "",
		r->chronic ? "long-standing" : ""
	};
	const char *before = ". It is ";

	if (r->score != RECORD_NO_SCORE) {
		text_str(text, ". Pain ");
		text_num(text, r->score);
		before = ", ";
	}
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
		if (*answers[i] == '\0')
			continue;
		text_str(text, before);
		text_str(text, answers[i]);
		before = ", ";
	}
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
end_earlier(struct recording *rec, int64_t time, struct record *end)
{
	record_init(end);
	end->kind = RECORD_END;
	end->time = time;
	end->flags = flag_carried(rec->e.flags);
	return recording_check(rec, end);
}

/* The records of this onset, in order; returns an exit status. */
static int
make_records(struct recording *rec, const struct options *o,
    const struct record *onset, struct record *records, int *count)
{
	int64_t time = o->when == NULL ? rec->ctx->now : onset->time;
	int status = CMD_OK;

	*count = 0;
	if (o->new && rec->e.open)
		status = end_earlier(rec, time, &records[(*count)++]);
	if (status != CMD_OK)
		return status;
	records[*count] = *onset;
	records[*count].time = time;
	return recording_check(rec, &records[(*count)++]);
}

/* Whether this is a flare, or new pain; Enter is a flare. */
static bool
ask_new(const struct recording *rec)
{
	static const char *const which[] = {"", "flare", "new"};
	char question[160];
	struct text text;

	text_init(&text, question, sizeof(question));
	text_str(&text, "There is pain since ");
	text_str(&text, when(rec->e.first, rec->ctx->now).s);
	text_str(&text, ": a flare of it, or new? [flare]");
	return ask_word(question, which, 3) == 2;
}

static void
ask_kind(struct record *r)
{
	if (r->feel != FEEL_UNKNOWN || r->start != START_UNKNOWN ||
	    r->side != SIDE_UNKNOWN)
		return;
	output_wrap(slice_of(sentence_rows[SENTENCE_TELL_APART].text),
	    terminal_get().columns, 0);
	r->feel = (enum feel)ask_word("Dull, sharp or stiff? (Enter skips)",
	    record_feels, FEEL_COUNT);
	r->start = (enum start)ask_word("Sudden or gradual? (Enter skips)",
	    record_starts, START_COUNT);
	r->side = (enum side)ask_word("On one side or both? (Enter skips)",
	    record_sides, SIDE_COUNT);
}

/*
 * On a terminal: the same pain or a new one, and what kind of pain.  In an
 * emergency what to do comes before any question, and a date that does not
 * fit is refused before them.
 */
static int
ask(struct context *ctx, struct options *o, struct record *r)
{
	struct record records[2];
	struct recording rec;
	int count;

	if (recording_open(&rec, ctx, LOG_PEEK) != CMD_OK)
		return CMD_FAILED;
	log_close(&rec.log);
	if (flag_level(rec.e.flags | r->flags) == URGENCY_EMERGENCY)
		return CMD_OK;
	if (rec.e.open && !o->new)
		o->new = ask_new(&rec);
	if (make_records(&rec, o, r, records, &count) != CMD_OK)
		return CMD_FAILED;
	ask_kind(r);
	return CMD_OK;
}

static int
store(struct context *ctx, const struct options *o, const struct record *onset)
{
	char said[3 * RECORD_MAX];
	struct record records[2];
	struct recording rec;
	struct episode before;
	struct text text;
	bool earlier;
	int count, status;

	status = recording_open(&rec, ctx, o->dry ? LOG_READ : LOG_CREATE);
	if (status != CMD_OK)
		return status;
	before = rec.e;
	status = make_records(&rec, o, onset, records, &count);
	if (status != CMD_OK)
		return status;
	log_warn_mode(&rec.log);
	status = o->dry ? recording_pretend(&rec, records, count) :
	    recording_store(&rec, records, count);
	if (status != CMD_OK)
		return status;
	text_init(&text, said, sizeof(said));
	if (count == 2)
		text_str(&text, "the earlier episode has ended; ");
	earlier = count == 1 && before.open &&
	    records[0].time < before.first;
	say_onset(&text, &records[count - 1],
	    count == 1 && before.open && !earlier, ctx->now);
	if (count == 2)
		recording_say_unseen(&text, before.flags);
	if (earlier)
		say_earlier(&text, before.first, ctx->now);
	recording_confirm(&rec, o->dry ? "Dry run" : "Recorded", said);
	return CMD_OK;
}

int
cmd_log(struct context *ctx, int argc, char **argv)
{
	struct options o = {NULL, NULL, NULL, false, false};
	struct draft draft;
	struct record *r = &draft.r;
	int status;

	record_init(r);
	r->kind = RECORD_ONSET;
	r->time = ctx->now;
	status = parse_options(argc, argv, &o, r);
	if (status == CMD_OK)
		status = parse_times(&o, ctx->now, r);
	if (status == CMD_OK)
		status = parse_words(&o, argv, &draft);
	if (status == CMD_OK && terminal_is_interactive())
		status = ask(ctx, &o, r);
	if (status == CMD_OK)
		status = store(ctx, &o, r);
	if (status != CMD_OK)
		recording_alarm(ctx, r);
	return status;
}
