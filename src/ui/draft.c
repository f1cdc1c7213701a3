#include "draft.h"

#include <ctype.h>
#include <string.h>

#include "interview.h"

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

int
draft_note(struct draft *d, const struct context *ctx)
{
	const char *name = ctx->command->name;

	if (strcmp(ctx->argv[-1], "--") != 0 &&
	    is_unfit(d->r.kind, ctx->argv)) {
		complain("%s: the note reads as if that were still to come, so "
		    "nothing was recorded: \"backcare note\" keeps it, or "
		    "\"backcare %s -- %s ...\" if it has been", name, name,
		    shown(ctx->argv[0]).s);
		return CMD_USAGE;
	}
	return option_note(ctx, &d->text, &d->r.note);
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
