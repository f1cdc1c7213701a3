#include "meant.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "../core/log/flag.h"
#include "../core/say/topic.h"
#include "../core/text/suggest.h"
#include "../core/time/span.h"
#include "../core/time/when.h"
#include "option.h"

/* Words for what a command does, in the words of others. */
static const struct {
	char words[120];		/* with spaces between them */
	char meant[120];
} others[] = {
	{"status state show advice step next today info what",
	    "\"backcare now\" says the right step"},
	{"stop done gone over finish finished close healed recovered fine ok "
	    "painless pain-free painfree quit exit abort",
	    "\"backcare end\" says that the pain has gone; ^C stops a timer"},
	{"better worse easing same score rate level relief relieved improved",
	    "\"backcare pain N\" says how strong it is now, \"backcare end\" "
	    "that it has gone"},
	{"hurt hurts hurting ache aches ouch sore begin began start add new "
	    "record onset flare injury",
	    "\"backcare log\" records that the pain began"},
	{"cold cool cooling icing freeze frozen icepack ice-pack",
	    "\"backcare ice\" times a pack"},
	{"warm warmth hot heating bath shower",
	    "\"backcare heat\" times a pack"},
	{"timer time pack packs pause resume",
	    "\"backcare ice\" and \"backcare heat\" time a pack"},
	{"flag redflags red-flags screen symptoms signs danger",
	    "\"backcare check\" asks about red flags"},
	{"emergency sos 112 911 999 ambulance hospital",
	    "in an emergency call your local number (112, 999, 911); "
	    "\"backcare check\" asks about the signs of one"},
	{"doctor dr gp physio physiotherapist therapist clinic visit visited "
	    "saw",
	    "\"backcare seen\" says that somebody has looked at it, "
	    "\"backcare report\" is a summary to take there"},
	{"medicine medicines tablet tablets pill pills walk walked sleep slept "
	    "comment remark diary",
	    "\"backcare note\" keeps what else there is to know"},
	{"timeline schedule calendar slots when",
	    "\"backcare plan\" is the rest of the timeline"},
	{"reminder reminders cron notify alarm",
	    "\"backcare remind -i\" turns reminders on"},
	{"stats statistics list episodes past previous chart plot graph trend",
	    "\"backcare history\" lists the episodes"},
	{"cause causes prevention prevent explain topic topics learn exercise "
	    "exercises tip tips",
	    "\"backcare why\" explains"},
	{"summary print export pdf html",
	    "\"backcare report\" is a summary to hand to a clinician"},
	{"delete remove rm revert back oops cancel mistake correct erase clear "
	    "reset wipe",
	    "\"backcare undo\" takes the last record back, \"backcare edit\" "
	    "changes others"},
	{"change modify open file vi", "\"backcare edit\" opens the log"},
	{"usage commands man", "\"backcare help\" lists the commands"},
	{"version", "\"backcare -V\" says which version it is"}
};

#define LEAST_LETTERS 4	/* of a word that is a slip of another */
#define WORDS_TOGETHER 3	/* "2 hours ago" */
#define WORDS_MAX 48	/* bytes of those */
#define OTHERS (sizeof(others) / sizeof(others[0]))

/* The row with this word, or -1. */
static int
find_other(const char *typed)
{
	struct slice rest, word;

	for (size_t i = 0; i < OTHERS; i++) {
		rest = slice_of(others[i].words);
		while (slice_next(&rest, ' ', &word)) {
			if (slice_is(word, typed))
				return (int)i;
		}
	}
	return -1;
}

/* The row with the word nearest to it, nearer than a command; or -1. */
static int
find_near_other(const char *typed, const char *nearest)
{
	char words[2][SUGGEST_MAX] = {"", ""};	/* the next, the nearest */
	const char *best = nearest;
	struct slice rest, word;
	int found = -1;

	for (size_t i = 0; i < OTHERS; i++) {
		rest = slice_of(others[i].words);
		while (slice_next(&rest, ' ', &word)) {
			struct text next = {words[0], SUGGEST_MAX, 0, false};

			text_bytes(&next, word.at, word.len);
			suggest_consider(typed, words[0], &best);
			if (best != words[0])
				continue;
			memcpy(words[1], words[0], sizeof(words[1]));
			best = words[1];
			found = (int)i;
		}
	}
	return found;
}

/* A name that belongs behind a command. */
static bool
put_behind(struct text *text, const char *word)
{
	int score = slice_num(slice_of(word));

	if (topic_find(word) != NULL)
		text_fmt(text, "; did you mean \"backcare why %s\"?", word);
	else if (flag_find(slice_of(word)) != FLAG_COUNT)
		text_fmt(text, "; did you mean \"backcare check %s\"?", word);
	else if (score >= 0 && score <= 10)
		text_fmt(text, "; did you mean \"backcare pain %s\"?", word);
	else
		return false;
	return true;
}

/* What was typed, in small letters. */
static void
put_lower(struct text *text, const char *word)
{
	for (; *word != '\0'; word++)
		text_char(text, (char)tolower((unsigned char)*word));
}

void
meant_command(struct text *text, const char *word)
{
	struct text typed = TEXT(SUGGEST_MAX + 1);
	const char *nearest = NULL;
	int other;

	put_lower(&typed, word);
	other = find_other(typed.buf);
	if (other == -1 && command_find(typed.buf) == NULL &&
	    put_behind(text, typed.buf))
		return;
	for (int i = 0; command_table[i] != NULL; i++)
		suggest_consider(typed.buf, command_table[i]->name,
		    &nearest);
	if (other == -1 && typed.len >= LEAST_LETTERS)
		other = find_near_other(typed.buf, nearest);
	if (other != -1)
		text_fmt(text, "; %s", others[other].meant);
	else if (nearest != NULL)
		text_fmt(text, "; did you mean \"%s\"?", nearest);
	else
		text_str(text, "; \"backcare help\" lists them");
}

/* The long names that begin so; how many there are. */
static int
put_beginning(struct text *text, const struct command *c, const char *typed)
{
	const struct option_row *row;
	size_t start = text->len;
	int count = 0;

	for (row = option_first(c); row != NULL; row = option_next(row)) {
		if (strncmp(row->name, typed, strlen(typed)) != 0)
			continue;
		text_item(text, start, ", ", "--%s", row->name);
		count++;
	}
	return count;
}

void
meant_option(struct text *text, const struct command *c, const char *word)
{
	const char *name = word + strspn(word, "-"), *nearest = NULL;
	struct text typed = TEXT(SUGGEST_MAX + 1), names = TEXT(256);
	const struct option_row *row;

	/* An option of the command that runs without a name. */
	if (c == &command_program && option_is(command_find(CMD_BARE), word)) {
		text_fmt(text, "; did you mean \"backcare %s %.*s\"?",
		    CMD_BARE, (int)strcspn(word, "="), word);
		return;
	}
	if (strncmp(word, "--", 2) != 0)
		return;
	text_bytes(&typed, name, strcspn(name, "="));
	if (typed.len > 0 && put_beginning(&names, c, typed.buf) > 1) {
		text_fmt(text, "; it can be one of %s", names.buf);
		return;
	}
	for (row = option_first(c); row != NULL; row = option_next(row))
		suggest_consider(typed.buf, row->name, &nearest);
	if (nearest != NULL)
		text_fmt(text, "; did you mean --%s?", nearest);
}

/* A number of this option, said with or without its unit. */
static int
number_of(const struct option_row *row, const char *word)
{
	struct slice s = slice_of(word);
	const char *errstr;
	int64_t seconds;
	int n = slice_num(s);

	if (n == -1 && strcmp(row->name, "minutes") == 0 &&
	    span_parse(s, &seconds, &errstr) == 0)
		n = (int)(seconds / SPAN_MINUTE);
	return n >= row->least && n <= row->most ? n : -1;
}

/* A time, or a day that lacks its time of day; nothing false to paste. */
static void
put_time(struct text *text, const char *typed, int64_t now)
{
	static const char *const days[][2] = {
		{"last night", "yesterday"}, {"this morning", "today"},
		{"this afternoon", "today"}, {"this evening", "today"},
		{"tonight", "today"}
	};
	struct text noon = TEXT(WORDS_MAX + 8);
	const char *day = typed, *errstr;
	struct when w;

	if (when_parse(typed, now, now, &w, &errstr) == 0) {
		text_fmt(text, strchr(typed, ' ') == NULL ? " %s" : " '%s'",
		    typed);
		return;
	}
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		if (strcasecmp(typed, days[i][0]) == 0)
			day = days[i][1];
	}
	text_fmt(&noon, "%s 12:00", day);
	if (when_parse(noon.buf, now, now, &w, &errstr) == -1)
		return;
	text_fmt(text, " '%s HH:MM'", day);
}

static bool
is_word_of(const struct option_row *row, const char *typed)
{
	for (int i = 1; i < row->words_count; i++) {
		if (strcmp(row->words[i], typed) == 0)
			return true;
	}
	return false;
}

/* The option that has this for a value, or is named so: "-m 20". */
static bool
put_option(struct text *text, const struct context *ctx, const char *typed)
{
	const struct option_row *row = option_first(ctx->command);
	struct text value = TEXT(WORDS_MAX + 16);

	for (; row != NULL; row = option_next(row)) {
		int n = row->most > 0 ? number_of(row, typed) : -1;

		if (n != -1)
			text_fmt(&value, " %d", n);
		else if (is_word_of(row, typed))
			text_fmt(&value, " %s", typed);
		else if (row->value != NULL && strcmp(row->value, "when") == 0)
			put_time(&value, typed, ctx->now);
		if (value.len > 0) {
			text_fmt(text, "-%c%s", row->letter, value.buf);
			return true;
		}
		/* A note may well be such a word. */
		if (ctx->command->most > 0 || option_has_value(row) ||
		    strcmp(typed, row->name) != 0)
			continue;
		text_fmt(text, "--%s", row->name);
		return true;
	}
	return false;
}

/* How many of the words, the most that can, are together for one option. */
static int
put_words(struct text *text, const struct context *ctx, char **words)
{
	struct text typed[WORDS_TOGETHER];
	char buf[WORDS_TOGETHER][WORDS_MAX];
	int count = 0;

	for (; count < WORDS_TOGETHER && words[count] != NULL; count++) {
		text_init(&typed[count], buf[count], WORDS_MAX);
		text_fmt(&typed[count], count > 0 ? "%s %s" : "%s%s",
		    count > 0 ? buf[count - 1] : "", words[count]);
	}
	for (; count > 0; count--) {
		if (!typed[count - 1].cut &&
		    put_option(text, ctx, buf[count - 1]))
			return count;
	}
	return 0;
}

/* All the words as options, or nothing of them. */
static bool
put_all(struct text *text, const struct context *ctx)
{
	char **words = ctx->argv;
	int count = 1;

	for (; *words != NULL && count > 0; words += count) {
		if (text->len > 0)
			text_char(text, ' ');
		count = put_words(text, ctx, words);
	}
	return count > 0 && !text->cut;
}

void
meant_argument(struct text *text, const struct context *ctx)
{
	struct text options = TEXT(MEANT_MAX / 2);

	if (put_all(&options, ctx))
		text_fmt(text, "; did you mean \"backcare %s %s\"?",
		    ctx->command->name, options.buf);
}

void
meant_note(struct text *text, const struct context *ctx)
{
	struct text options = TEXT(MEANT_MAX / 2);
	int score;

	if (*ctx->argv == NULL)
		return;
	score = ctx->argv[1] == NULL ? slice_num(slice_of(*ctx->argv)) : -1;
	if (put_all(&options, ctx))
		text_fmt(text, "; did you mean %s?", options.buf);
	else if (score >= 0 && score <= 10)
		text_fmt(text, "; did you mean \"backcare pain %s\"?",
		    *ctx->argv);
}

void
meant_score(struct text *text, const struct context *ctx)
{
	struct text option = TEXT(2 * WORDS_MAX);

	if (put_words(&option, ctx, ctx->argv) > 0)
		text_fmt(text, "; did you mean %s, before the score?",
		    option.buf);
}
