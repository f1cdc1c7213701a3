#include <string.h>

#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../ui/confirm.h"
#include "../ui/draft.h"
#include "../ui/interview.h"
#include "../ui/meant.h"
#include "../ui/output.h"

static void
confirm(const struct logbook *book, const struct record *r)
{
	char note_buf[3 * RECORD_MAX], said_buf[4 * RECORD_MAX];
	struct text note, said;

	text_init(&note, note_buf, sizeof(note_buf));
	text_init(&said, said_buf, sizeof(said_buf));
	confirm_early(book, r);
	escape_show(&note, r->note, terminal_utf8());
	text_fmt(&said, "pain %d of 10, %s.", r->score,
	    when_zone(r->time, book->ctx->now).s);
	if (note.len > 0)
		text_fmt(&said, " Note: %s%s", note.buf,
		    note.cut ? "..." : "");
	confirm_print(book, r, "Recorded", said.buf);
}

/* The score, and a note after it. */
static int
parse_words(struct context *ctx, struct draft *d)
{
	struct text meant = TEXT(MEANT_MAX);
	int status;

	if (slice_num(slice_of(*ctx->argv)) == -1)
		meant_score(&meant, ctx);
	if (meant.len > 0)
		return reject(CMD_USAGE, "pain: nothing was recorded%s",
		    meant.buf);
	status = option_score("pain", *ctx->argv++, 0, &d->r.score);
	if (status != CMD_OK)
		return status;
	/* Two numbers are two scores, of which one is a mistake. */
	if (ctx->argc == 2 && slice_num(slice_of(*ctx->argv)) != -1)
		return reject(CMD_USAGE, "pain: one score, and nothing was "
		    "recorded: which of the two is it?");
	if (*ctx->argv != NULL && strcmp(*ctx->argv, "--") == 0)
		ctx->argv++;
	return draft_note(d, ctx);
}

/* Bare, on a terminal: asks for the score. */
static int
ask(struct context *ctx, struct draft *d)
{
	struct signals signals;
	struct logbook book;
	struct talk talk;
	enum answer answer;

	if (logbook_read(&book, ctx, LOG_ASK) != CMD_OK ||
	    logbook_needs_open(&book) != CMD_OK ||
	    talk_open(&talk, &signals) == -1)
		return CMD_FAILED;
	answer = describe_strength(&talk, "(Enter leaves it)", 0, &d->r.score);
	if (answer != ANSWER_GIVEN)
		complain("pain: nothing was recorded");
	talk_close(&talk);
	return answer == ANSWER_GIVEN ? CMD_OK : CMD_FAILED;
}

static int
exec(struct context *ctx, const void *options)
{
	const struct draft_time *o = options;
	struct draft d;
	int status;

	if (ctx->argc == 0 && !terminal_is_interactive())
		return command_misused(ctx->command, "say how strong it is, "
		    "0 to 10");
	draft_begin(&d, RECORD_PAIN, o->time);
	status = ctx->argc > 0 ? parse_words(ctx, &d) : ask(ctx, &d);
	return status != CMD_OK ? status : draft_keep(&d, ctx, confirm);
}

const struct command cmd_pain = {
	.name = "pain",
	.summary = "record how it is now, 0 to 10",
	.options = draft_options,
	.size = CMD_SIZE(struct draft_time),
	.defaults = &draft_now,
	.arguments = "[score [note ...]]",
	.most = CMD_ANY,
	.choice = option_score_choice,
	.exec = exec
};
