#include "meant.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "../core/log/flag.h"
#include "../core/say/topic.h"
#include "../core/text/suggest.h"
#include "../core/time/span.h"
#include "../core/time/when.h"
#include "../edge/terminal.h"

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

/* What was typed, in small letters. */
static void
put_lower(struct text *text, struct slice word)
{
	for (size_t i = 0; i < word.len; i++)
		text_char(text, (char)tolower((unsigned char)word.at[i]));
}

/* The row with the word that is nearest, in fewer steps than *least; or -1. */
static int
find_other(const char *typed, int *least)
{
	int found = -1;

	for (size_t i = 0; i < OTHERS; i++) {
		struct slice rest = slice_of(others[i].words), word;

		while (slice_next(&rest, ' ', &word)) {
			struct text other = TEXT(SUGGEST_MAX);
			const char *near = NULL;

			text_bytes(&other, word.at, word.len);
			suggest_consider(typed, other.buf, &near);
			if (near == NULL ||
			    suggest_distance(typed, near) >= *least)
				continue;
			*least = suggest_distance(typed, near);
			found = (int)i;
		}
	}
	return found;
}

/* The command that takes the word as an argument, or NULL. */
static const char *
command_before(const char *word)
{
	int score;

	if (topic_find(word) != NULL)
		return "why";
	if (flag_find(slice_of(word)) != FLAG_COUNT)
		return "check";
	score = slice_num(slice_of(word));
	return score >= 0 && score <= 10 ? "pain" : NULL;
}

int
meant_command(const char *word)
{
	struct text typed = TEXT(SUGGEST_MAX + 1), meant = TEXT(MEANT_MAX);
	const char *nearest = NULL, *before;
	int other, least = SUGGEST_MAX;

	put_lower(&typed, slice_of(word));
	before = command_before(typed.buf);
	for (int i = 0; command_table[i] != NULL; i++)
		suggest_consider(typed.buf, command_table[i]->name, &nearest);
	if (nearest != NULL)
		least = suggest_distance(typed.buf, nearest);
	other = find_other(typed.buf, &least);
	if (least > 0 && before != NULL)
		text_fmt(&meant, "did you mean \"backcare %s %s\"?", before,
		    typed.buf);
	else if (other != -1 && (least == 0 || typed.len >= LEAST_LETTERS))
		text_str(&meant, others[other].meant);
	else if (nearest != NULL)
		text_fmt(&meant, "did you mean \"%s\"?", nearest);
	else
		text_str(&meant, "\"backcare help\" lists them");
	complain("\"%s\": unknown command; %s", shown(word).s, meant.buf);
	return CMD_USAGE;
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
	int named = best == NULL ? 0 : (int)flag_find(slice_of(best));
	int least = first;
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

/* The flags that a word that is no name can stand for. */
static uint32_t
flags_meant(struct slice name, const char *typed, const char *best)
{
	uint32_t plain = flag_plain(name);

	if (strcmp(typed, "both") == 0)
		return FLAG_BIT(FLAG_BOTH_LEGS);
	return plain != 0 ? plain : nearest_plain(typed, best);
}

int
meant_flag(const char *what, struct slice name)
{
	struct text typed = TEXT(SUGGEST_MAX + 1);
	struct shown word = shown_bytes(name.at, name.len);
	const char *best = NULL;
	uint32_t flags;

	put_lower(&typed, name);
	if (strcmp(typed.buf, "none") == 0) {
		complain("%s: \"none\" stands alone, so nothing was recorded: "
		    "name the flags that apply, and leave \"none\" out", what);
		return CMD_USAGE;
	}
	for (int flag = 0; flag < FLAG_COUNT; flag++)
		suggest_consider(typed.buf, flag_rows[flag].name, &best);
	flags = flags_meant(name, typed.buf, best);
	if (flags != 0)
		complain("%s: \"%s\" is no flag, so nothing was recorded; "
		    "which is meant?", what, word.s);
	else if (best != NULL)
		complain("%s: unknown flag \"%s\"; did you mean \"%s\"? "
		    "Nothing was recorded; \"backcare check -l\" lists them",
		    what, word.s, best);
	else
		complain("%s: unknown flag \"%s\": nothing was recorded; "
		    "\"backcare check -l\" lists them", what, word.s);
	/* What to type for which, gravest first. */
	while (flags != 0) {
		const struct flag_row *row = &flag_rows[flag_take(&flags)];

		complain("\"%s%s %s\": %s", *what == '-' ? "" : "backcare ",
		    what, row->name, row->question);
	}
	return CMD_USAGE;
}

void
meant_option(struct text *text, const struct command *c, const char *word)
{
	const char *nearest = NULL;
	struct text typed = TEXT(SUGGEST_MAX + 1), names = TEXT(256);
	const struct option_row *row;
	int count = 0;

	/* An option of the command that runs without a name. */
	if (c == &command_program &&
	    option_find(command_find(CMD_BARE), word) != NULL) {
		text_fmt(text, "; did you mean \"backcare %s %.*s\"?",
		    CMD_BARE, (int)strcspn(word, "="), word);
		return;
	}
	if (strncmp(word, "--", 2) != 0)
		return;
	word += strspn(word, "-");
	text_bytes(&typed, word, strcspn(word, "="));
	for (row = option_first(c); row != NULL; row = option_next(row)) {
		suggest_consider(typed.buf, row->name, &nearest);
		if (strncmp(row->name, typed.buf, typed.len) == 0) {
			text_item(&names, 0, ", ", "--%s", row->name);
			count++;
		}
	}
	if (typed.len > 0 && count > 1)
		text_fmt(text, "; it can be one of %s", names.buf);
	else if (nearest != NULL)
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
		else if (option_word(row, typed) != 0)
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
	for (int most = WORDS_TOGETHER; most > 0; most--) {
		struct text typed = TEXT(WORDS_MAX);
		int count = 0;

		for (; count < most && words[count] != NULL; count++)
			text_fmt(&typed, count > 0 ? " %s" : "%s",
			    words[count]);
		if (!typed.cut && put_option(text, ctx, typed.buf))
			return count;
	}
	return 0;
}

bool
meant_options(struct text *text, const struct context *ctx)
{
	char **words = ctx->argv;
	int count = 1;

	for (; *words != NULL && count > 0; words += count) {
		if (text->len > 0)
			text_char(text, ' ');
		count = put_words(text, ctx, words);
	}
	return text->len > 0 && count > 0 && !text->cut;
}

void
meant_score(struct text *text, const struct context *ctx)
{
	struct text option = TEXT(2 * WORDS_MAX);

	if (put_words(&option, ctx, ctx->argv) > 0)
		text_fmt(text, "; did you mean %s, before the score?",
		    option.buf);
}
