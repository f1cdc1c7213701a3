#include "draft.h"

#include <ctype.h>
#include <regex.h>
#include <string.h>

#include "../core/text/escape.h"
#include "interview.h"
#include "meant.h"

const struct option_row draft_options[] = {
	{'t', "when", "when", "when that was, if not now",
	    .take = option_take_past,
	    .into = offsetof(struct draft_time, time)},
	{0}
};

const struct draft_time draft_now = {LOGBOOK_NOW};

void
draft_begin(struct draft *d, enum record_kind kind, int64_t time)
{
	record_init(&d->r);
	d->r.kind = kind;
	d->r.time = time;
	text_init(&d->text, d->buf, sizeof(d->buf));
}

#define BEGINNING 80	/* bytes of a note that are looked at */
#define EARLY "^([^ ]+ ){0,2}"	/* at one of its first three words */

/*
 * How notes begin that tell of no visit, or of no end, as put_plain has them.
 * What stands before EARLY means something else behind "the doctor says".
 */
static const char *const unfit[RECORD_KINDS] = {
	[RECORD_SEEN] = "^(not|never|none|soon|later|will|wont|going|couldnt|"
	    "could not|cant|cannot|unable|hoping|hopefully|trying|tried|maybe|"
	    "next|until) |"
	    EARLY "((not yet|(none|nothing) (yet|so far)|"
	    "no (one|doctor|gp|visit)|noone|nobody|(have|has) not|have?nt|"
	    "hasnt|(wasnt|was not) able|unable to (get|see)|"
	    "(couldnt|could not|cant|cannot) (get|see)|"
	    "(didnt|did not) (get|go|see)|(wont|will) see|going to|"
	    "book(ed|ing)|a?waiting|appointment|appt|scheduled|planned) |"
	    "no (physio|appointment))",
	[RECORD_END] = "^(not|never|soon|later|will|maybe|hopefully|nearly|"
	    "almost|same) |"
	    EARLY "(still|not (yet|gone|over|better|quite|away|ended)|"
	    "(is|has) not|isnt|hasnt|wont|no (better|change|relief|"
	    "improvement)|same as|(coming|came|comes|is) back|back again|"
	    "worse|(nearly|almost) gone) "
};

/* The same of both, but that a visit may end with "again in a week". */
static const char times_to_come[] = EARLY "((tonight|later today|"
    "this (afternoon|evening)|on (mon|fri|sun)(day)?|on wed(nesday)?|"
    "on sat(urday)?|in (a month|a few|an|one|two|three)) |tomorrow|"
    "next (week|mon|tue|wed|thu|fri|sat|sun)|on (tue|thu)|"
    "in (a week|a day|#)|at #)";
static const char once_more[] = EARLY "(again|come back) ";

/*
 * Small letters, a # for a number, a blank for what lies between words; a _
 * for each byte of other letters, which a locale might take for none.
 */
static void
put_plain(struct text *text, const char *word)
{
	unsigned char before = ' ';

	for (; *word != '\0'; word++) {
		unsigned char c = (unsigned char)*word;

		/* The apostrophe of a phone is three bytes of UTF-8. */
		if (strncmp(word, "\xe2\x80\x99", 3) == 0) {
			word += 2;
			continue;
		}
		if (c == '\'')
			continue;
		if (c < 0x80 && !isalnum(c))
			c = ' ';
		if (c == ' ' ? before != ' ' : !isdigit(c) || before == ' ')
			text_char(text, isdigit(c) ? '#' : c >= 0x80 ? '_' :
			    text_lower((char)c));
		before = c;
	}
	if (before != ' ')
		text_char(text, ' ');
}

static bool
matches(const char *words, const char *pattern)
{
	regex_t regex;
	bool does;

	if (regcomp(&regex, pattern, REG_EXTENDED | REG_NOSUB) != 0)
		return false;
	does = regexec(&regex, words, 0, NULL, 0) == 0;
	regfree(&regex);
	return does;
}

/* Whether a note tells that what it is a note of has not been. */
static bool
is_unfit(enum record_kind kind, char *const *argv)
{
	struct text plain = TEXT(BEGINNING);

	if (unfit[kind] == NULL || *argv == NULL)
		return false;
	for (; *argv != NULL; argv++)
		put_plain(&plain, *argv);
	return matches(plain.buf, unfit[kind]) ||
	    (matches(plain.buf, times_to_come) &&
	    !matches(plain.buf, once_more));
}

static bool
looks_like_option(const char *word)
{
	return word[0] == '-' && ((word[1] == '-' && word[2] != '\0') ||
	    (isalpha((unsigned char)word[1]) && word[2] == '\0'));
}

/*
 * Refuses words that would be lost in a note: what is still to come, options,
 * and values that were meant for one, as "2h" for -t.
 */
static int
judge_note(const struct context *ctx, enum record_kind kind)
{
	const char *name = ctx->command->name;
	struct text meant = TEXT(MEANT_OPTIONS);
	char **word = ctx->argv;
	int score = *word != NULL && word[1] == NULL ?
	    slice_num(slice_of(*word)) : -1;

	if (is_unfit(kind, word)) {
		complain("%s: the note reads as if that were still to come, so "
		    "nothing was recorded: \"backcare note\" keeps it, or "
		    "\"backcare %s -- %s ...\" if it has been", name, name,
		    shown(*word).s);
		return CMD_USAGE;
	}
	while (*word != NULL && !looks_like_option(*word))
		word++;
	if (*word != NULL) {
		complain("%s: nothing was recorded: options go before the "
		    "note, and %s is in it; put -- before a note with such a "
		    "word", name, shown(*word).s);
		return CMD_USAGE;
	}
	if (meant_options(&meant, ctx))
		complain("%s: nothing was recorded; did you mean %s? To keep "
		    "it as a note, put -- before it", name, meant.buf);
	else if (score >= 0 && score <= 10)
		complain("%s: nothing was recorded; did you mean \"backcare "
		    "pain %d\"? To keep it as a note, put -- before it", name,
		    score);
	else
		return CMD_OK;
	return CMD_USAGE;
}

int
draft_note(struct draft *d, const struct context *ctx)
{
	size_t start = d->text.len;

	/* After "--" all is note. */
	if (strcmp(ctx->argv[-1], "--") != 0 &&
	    judge_note(ctx, d->r.kind) != CMD_OK)
		return CMD_USAGE;
	for (char **word = ctx->argv; *word != NULL; word++) {
		if (word != ctx->argv)
			text_char(&d->text, ' ');
		escape_put(&d->text, *word, strlen(*word), ESCAPE_NOTE);
	}
	if (d->text.cut) {
		complain("too long: a line of the log holds %d bytes; nothing "
		    "was recorded", RECORD_MAX);
		return CMD_FAILED;
	}
	if (d->text.len > start)
		d->r.note = (struct slice){d->buf + start,
		    d->text.len - start};
	return CMD_OK;
}

int
draft_keep(struct draft *d, struct context *ctx,
    void (*confirm)(const struct logbook *, const struct record *))
{
	enum log_access access = d->r.kind == RECORD_NOTE ? LOG_CREATE :
	    LOG_WRITE;
	int status = logbook_add(ctx, access, &d->r, confirm);

	if (status == CMD_OK)
		interview_offer(ctx, &d->r);
	return status;
}

int
draft_record(struct context *ctx, const void *options, enum record_kind kind,
    void (*confirm)(const struct logbook *, const struct record *))
{
	const struct draft_time *o = options;
	struct draft d;
	int status;

	draft_begin(&d, kind, o->time);
	status = draft_note(&d, ctx);
	return status != CMD_OK ? status : draft_keep(&d, ctx, confirm);
}
