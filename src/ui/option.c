#include "option.h"

#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "../core/text/escape.h"
#include "../core/log/flag.h"
#include "../core/log/record.h"
#include "../core/time/span.h"
#include "../core/text/suggest.h"
#include "../core/time/when.h"
#include "../edge/terminal.h"
#include "../edge/timezone.h"
#include "meant.h"

const struct option_row option_help = {
	'h', "help", NULL, "show how it is used", .into = 0
};

const struct option_row *
option_first(const struct command *c)
{
	return c->options == NULL ? &option_help : c->options;
}

const struct option_row *
option_next(const struct option_row *row)
{
	if (row == &option_help)
		return NULL;
	return row[1].letter == '\0' ? &option_help : &row[1];
}

bool
option_is(const struct command *c, const char *word)
{
	struct slice name = {word, strcspn(word, "=")};
	const struct option_row *row;

	if (name.len < 2 || word[0] != '-')
		return false;
	name.at += 2;
	name.len -= 2;
	for (row = option_first(c); row != NULL; row = option_next(row)) {
		if (word[1] == '-' ? slice_is(name, row->name) :
		    word[1] == row->letter && word[2] == '\0')
			return true;
	}
	return false;
}

bool
option_has_value(const struct option_row *row)
{
	return row->value != NULL || row->words != NULL;
}

void
option_put_value(struct text *text, const struct option_row *row)
{
	size_t start = text->len;

	if (row->value != NULL)
		text_str(text, row->value);
	else
		for (int i = 1; i < row->words_count; i++)
			text_item(text, start, "|", "%s", row->words[i]);
}

static int
bad_value(const char *what, const char *arg, const char *why)
{
	if (*arg == '\0')
		complain("%s \"\": %s", what, why);
	else
		complain("%s %s: %s", what, shown(arg).s, why);
	return CMD_USAGE;
}

static void
warn_twice(const char *what, const struct when *w, int64_t now)
{
	complain("%s: the clocks showed that time twice; the earlier is meant, "
	    "%s", what, when_zone(w->t, now).s);
}

static int
parse_when(const char *what, const char *arg, int64_t now, int64_t latest,
    struct when *w)
{
	struct text why = TEXT(128);
	const char *errstr;

	if (when_parse(arg, now, latest, w, &errstr) == -1) {
		when_error(&why, w, errstr);
		bad_value(what, arg, why.buf);
		return w->fit == ZONE_SKIPPED ? CMD_FAILED : CMD_USAGE;
	}
	if (w->fit == ZONE_TWICE)
		warn_twice(what, w, now);
	return CMD_OK;
}

int
option_past(const char *what, const char *arg, int64_t now, int64_t latest,
    int64_t *t)
{
	struct text why = TEXT(160);
	struct when w;
	int status = parse_when(what, arg, now, latest, &w);

	if (status != CMD_OK)
		return status;
	*t = w.t;
	if (w.local && timezone_unknown() != NULL)
		text_str(&why, "TZ names no time zone, so nothing was "
		    "recorded: write the offset too, as in "
		    "2026-11-20T18:30+01:00, or how long ago, as in 2h");
	else if (*t > now)
		text_fmt(&why, "that is in the future (it is now %s)",
		    when_zone(now, *t).s);
	else
		return CMD_OK;
	bad_value(what, arg, why.buf);
	return CMD_FAILED;
}

int
option_score(const char *what, const char *arg, int least, int *score)
{
	struct text why = TEXT(64);

	*score = slice_num(slice_of(arg));
	if (*score >= least && *score <= 10)
		return CMD_OK;
	text_fmt(&why, "pain is a whole number from %d to 10", least);
	return bad_value(what, arg, why.buf);
}

/* A word that says it otherwise: what to type for which, gravest first. */
static void
list_meant(const char *what, struct slice name, uint32_t flags)
{
	complain("%s: \"%s\" is no flag, so nothing was recorded; which is "
	    "meant?", what, shown_bytes(name.at, name.len).s);
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & FLAG_BIT(flag)) != 0)
			complain("\"%s%s %s\": %s", *what == '-' ? "" :
			    "backcare ", what, flag_rows[flag].name,
			    flag_rows[flag].question);
	}
}

/*
 * The flags whose plain words are nearest, and nearer than the best name; as
 * near for a graver flag, so that a slip leads to none that is less grave.
 */
static uint32_t
nearest_plain(const char *typed, const char *best)
{
	int first = best != NULL ? suggest_distance(typed, best) :
	    strlen(typed) < 6 ? 2 : 3;
	int least = first;
	int named = best == NULL ? 0 : (int)flag_find(slice_of(best));
	uint32_t flags = 0;

	for (const struct flag_word *w = flag_words; *w->word != '\0'; w++) {
		int steps = suggest_distance(typed, w->word);

		if (steps >= (int)strlen(w->word) || steps > least)
			continue;
		if (steps < least)
			flags = 0;
		least = steps;
		flags |= w->flags;
	}
	return least < first || (flags & (FLAG_BIT(named) - 1)) != 0 ? flags :
	    0;
}

/* An unknown name: what it may mean, the nearest, and where they all are. */
static int
unknown_flag(const char *what, struct slice name)
{
	struct text typed = TEXT(SUGGEST_MAX + 1);
	const char *best = NULL;
	uint32_t meant = flag_plain(name);

	for (size_t i = 0; i < name.len; i++)
		text_char(&typed, (char)tolower((unsigned char)name.at[i]));
	if (strcmp(typed.buf, "none") == 0) {
		complain("%s: \"none\" stands alone, so nothing was recorded: "
		    "name the flags that apply, and leave \"none\" out", what);
		return CMD_USAGE;
	}
	for (int flag = 0; flag < FLAG_COUNT; flag++)
		suggest_consider(typed.buf, flag_rows[flag].name, &best);
	if (strcmp(typed.buf, "both") == 0)
		meant = FLAG_BIT(FLAG_BOTH_LEGS);
	if (meant == 0)
		meant = nearest_plain(typed.buf, best);
	if (meant != 0)
		list_meant(what, name, meant);
	else if (best != NULL)
		complain("%s: unknown flag \"%s\"; did you mean \"%s\"? "
		    "Nothing was recorded; \"backcare check -l\" lists them",
		    what, shown_bytes(name.at, name.len).s, best);
	else
		complain("%s: unknown flag \"%s\": nothing was recorded; "
		    "\"backcare check -l\" lists them", what,
		    shown_bytes(name.at, name.len).s);
	return CMD_USAGE;
}

int
option_flags(const char *what, const char *arg, uint32_t *flags)
{
	struct slice rest = slice_of(arg), name;
	int status = CMD_OK;
	enum flag flag;

	while (slice_next(&rest, ',', &name)) {
		flag = flag_named(name);
		if (flag != FLAG_COUNT)
			*flags |= FLAG_BIT(flag);
		else if (what != NULL && status == CMD_OK)
			status = unknown_flag(what, name);
	}
	return status;
}

int
option_waking(const char *arg, struct hours *hours)
{
	const char *what = "-w", *errstr;

	if (arg == NULL) {
		what = "BACKCARE_WAKING";
		arg = getenv(what);
		if (arg == NULL || *arg == '\0')
			return CMD_OK;
	}
	if (hours_parse(arg, hours, &errstr) == -1)
		return bad_value(what, arg, errstr);
	return CMD_OK;
}

static bool
looks_like_option(const char *word)
{
	return word[0] == '-' && ((word[1] == '-' && word[2] != '\0') ||
	    (isalpha((unsigned char)word[1]) && word[2] == '\0'));
}

/* "2h" in a note would be lost where it was meant for -t. */
static int
judge_values(const struct context *ctx)
{
	struct text meant = TEXT(MEANT_MAX);

	meant_note(&meant, ctx);
	if (meant.len == 0)
		return CMD_OK;
	complain("%s: nothing was recorded%s To keep it as a note, put -- "
	    "before it", ctx->command->name, meant.buf);
	return CMD_USAGE;
}

static int
judge_note(const struct context *ctx)
{
	for (char **words = ctx->argv; *words != NULL; words++) {
		if (!looks_like_option(*words))
			continue;
		complain("%s: nothing was recorded: options go before the "
		    "note, and %s is in it; put -- before a note with such a "
		    "word", ctx->command->name, shown(*words).s);
		return CMD_USAGE;
	}
	return judge_values(ctx);
}

int
option_note(const struct context *ctx, struct text *text, struct slice *slice)
{
	char **words = ctx->argv;
	bool all_note = strcmp(words[-1], "--") == 0;
	size_t start = text->len;
	int status = all_note ? CMD_OK : judge_note(ctx);

	if (status != CMD_OK)
		return status;
	for (char **word = words; *word != NULL; word++) {
		if (word != words)
			text_char(text, ' ');
		escape_put(text, *word, strlen(*word), ESCAPE_NOTE);
	}
	if (text->cut) {
		complain("too long: a line of the log holds %d bytes; nothing "
		    "was recorded", RECORD_MAX);
		return CMD_FAILED;
	}
	if (text->len > start)
		*slice = (struct slice){text->buf + start, text->len - start};
	return CMD_OK;
}

int
option_take_word(const struct option_given *g, void *place)
{
	const struct option_row *row = g->row;
	struct text why = TEXT(96);
	int i;

	for (i = 1; i < row->words_count; i++) {
		if (strcmp(g->arg, row->words[i]) == 0) {
			*(int *)place = i;
			return CMD_OK;
		}
	}
	for (i = 1; i < row->words_count; i++)
		text_item(&why, 0, i == row->words_count - 1 ? " or " : ", ",
		    i == 1 ? "it is %s" : "%s", row->words[i]);
	return bad_value(g->what, g->arg, why.buf);
}

static int
take_number(const struct option_given *g, int *n)
{
	int least = g->row->least, most = g->row->most;
	struct text why = TEXT(64);
	const char *errstr;

	*n = (int)strtonum(g->arg, least, most, &errstr);
	if (errstr == NULL)
		return CMD_OK;
	text_fmt(&why, "it is a whole number from %d to %d", least, most);
	return bad_value(g->what, g->arg, why.buf);
}

int
option_take(const struct option_given *g, void *place)
{
	const struct option_row *row = g->row;

	if (row->take != NULL)
		return row->take(g, place);
	if (row->words != NULL)
		return option_take_word(g, place);
	if (row->most > 0)
		return take_number(g, place);
	if (row->value != NULL)
		*(const char **)place = g->arg;
	else
		*(bool *)place = true;
	return CMD_OK;
}

int
option_take_flags(const struct option_given *g, void *place)
{
	return option_flags(g->what, g->arg, place);
}

int
option_take_gap(const struct option_given *g, void *place)
{
	int64_t *gap = place;
	const char *errstr;

	if (span_parse(slice_of(g->arg), gap, &errstr) == -1)
		return bad_value(g->what, g->arg, errstr);
	if (*gap < OPTION_GAP_LEAST || *gap > SPAN_DAY)
		return bad_value(g->what, g->arg, "the gap is 10m to 24h");
	return CMD_OK;
}

int
option_take_past(const struct option_given *g, void *place)
{
	return option_past(g->what, g->arg, g->ctx->now, g->ctx->now, place);
}

int
option_take_as_of(const struct option_given *g, void *place)
{
	struct context *ctx = g->ctx;
	struct when w;
	int status = parse_when(g->what, g->arg, ctx->now, ctx->now, &w);

	(void)place;
	ctx->as_of = true;
	if (status == CMD_OK)
		ctx->now = w.t;
	return status;
}

struct choice
option_score_choice(int i)
{
	static const char *const scores[] = {"0", "1", "2", "3", "4", "5",
	    "6", "7", "8", "9", "10", NULL};

	return (struct choice){scores[i], NULL};
}

struct choice
option_flag_choice(int i)
{
	return i < FLAG_COUNT ? (struct choice){flag_rows[i].name,
	    flag_rows[i].question} : (struct choice){NULL, NULL};
}
