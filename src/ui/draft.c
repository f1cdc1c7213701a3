#include "draft.h"

#include <ctype.h>
#include <string.h>

#include "../core/text/escape.h"
#include "../edge/terminal.h"
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

/* Bytes of a note that are looked at, and the words that one may begin at. */
#define BEGINNING 80
#define BEGINNINGS 3

/*
 * How notes begin that tell of no visit, or of no end: between commas, in
 * small letters and with no marks.  A * stands for the rest of a word, and a #
 * for a number.  The first of each kind only where the note begins with it, as
 * they mean something else behind "the doctor says".
 */
static const struct {
	const char *first, *early;
} unfit[RECORD_KINDS] = {
	[RECORD_SEEN] = {
	    ",not,never,none,soon,later,will,wont,going,couldnt,could not,cant,"
	    "cannot,unable,hoping,hopefully,trying,tried,maybe,next,until,",
	    ",not yet,none yet,nothing yet,none so far,nothing so far,no one,"
	    "noone,nobody,no doctor,no gp,no physio*,no appointment*,no visit,"
	    "havent,have not,hasnt,has not,havnt,wasnt able,was not able,"
	    "unable to get,unable to see,couldnt get,couldnt see,could not get,"
	    "could not see,cant get,cant see,cannot get,cannot see,didnt get,"
	    "didnt go,didnt see,did not get,did not go,did not see,wont see,"
	    "will see,going to,booked,booking,waiting,awaiting,appointment,"
	    "appt,scheduled,planned,"},
	[RECORD_END] = {
	    ",not,never,soon,later,will,maybe,hopefully,nearly,almost,same,",
	    ",still,not yet,not gone,not over,not better,not quite,not away,"
	    "not ended,isnt,is not,hasnt,has not,wont,no better,no change,"
	    "no relief,no improvement,same as,coming back,came back,comes back,"
	    "is back,back again,worse,nearly gone,almost gone,"}
};

/* The same of both, but that a visit may end with "again in a week". */
static const char times_to_come[] = ",tomorrow*,tonight,later today,"
    "this afternoon,this evening,next week*,next month,next mon*,next tue*,"
    "next wed*,next thu*,next fri*,next sat*,next sun*,on mon,on monday,"
    "on tue*,on wed,on wednesday,on thu*,on fri,on friday,on sat,on saturday,"
    "on sun,on sunday,in a week*,in a day*,in a month,in a few,in an,in one,"
    "in two,in three,in #*,at #*,";
static const char once_more[] = ",again,come back,";

/* Small letters, a # for a number, a blank for what lies between words. */
static void
put_plain(struct text *text, const char *word)
{
	bool between = true;

	for (; *word != '\0'; word++) {
		unsigned char c = (unsigned char)*word;

		/* The apostrophe of a phone is three bytes of UTF-8. */
		if (c == '\'' || (c == 0xe2 &&
		    strncmp(word, "\xe2\x80\x99", 3) == 0)) {
			word += c == '\'' ? 0 : 2;
			continue;
		}
		if (!isalnum(c) && c < 0x80) {
			if (!between)
				text_char(text, ' ');
			between = true;
			continue;
		}
		if (!isdigit(c))
			text_char(text, text_lower((char)c));
		else if (between)
			text_char(text, '#');
		between = false;
	}
	if (!between)
		text_char(text, ' ');
}

/* Whether words begin with one of a list. */
static bool
begins_with_one(const char *words, const char *list)
{
	for (const char *at = list + 1; *at != '\0'; at = strchr(at, ',') + 1) {
		size_t len = strcspn(at, ",");
		bool part = at[len - 1] == '*';

		len -= part;
		if (strncmp(words, at, len) == 0 && (part || words[len] == ' '))
			return true;
	}
	return false;
}

/* Whether one of its first words begins one of a list. */
static bool
has_early(const char *words, const char *list)
{
	for (int i = 0; i < BEGINNINGS && *words != '\0'; i++) {
		if (begins_with_one(words, list))
			return true;
		words += strcspn(words, " ");
		words += *words == ' ';
	}
	return false;
}

/* Whether a note tells that what it is a note of has not been. */
static bool
is_unfit(enum record_kind kind, char *const *argv)
{
	struct text plain = TEXT(BEGINNING);

	if (unfit[kind].first == NULL)
		return false;
	for (; *argv != NULL; argv++)
		put_plain(&plain, *argv);
	return begins_with_one(plain.buf, unfit[kind].first) ||
	    has_early(plain.buf, unfit[kind].early) ||
	    (has_early(plain.buf, times_to_come) &&
	    !has_early(plain.buf, once_more));
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
draft_keep(struct draft *d, struct context *ctx, enum log_access access,
    void (*confirm)(const struct logbook *, const struct record *))
{
	int status = logbook_add(ctx, access, &d->r, confirm);

	if (status == CMD_OK)
		interview_offer(ctx, &d->r);
	return status;
}
