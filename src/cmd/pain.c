#include <err.h>

#include "../core/time/when.h"
#include "confirm.h"
#include "draft.h"
#include "option.h"

static void
confirm(const struct logbook *book, const struct record *r)
{
	struct text said = TEXT(128);

	confirm_early(book, r);
	text_fmt(&said, "pain %d of 10, %s.", r->score,
	    when_zone(r->time, book->ctx->now).s);
	confirm_print(book, "Recorded", said.buf);
}

static int
judge(const struct logbook *book, struct record *r)
{
	(void)r;
	return logbook_needs_open(book);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct draft_time *o = options;
	struct draft d;

	draft_begin(&d, RECORD_PAIN, o->time);
	if (option_score("pain", ctx->argv[0], &d.r.score) != CMD_OK)
		return CMD_USAGE;
	return logbook_add(ctx, LOG_WRITE, &d.r, judge, confirm);
}

static const struct option_row options[] = {
	{'t', "when", "when", "when it was so, if not now",
	    .take = option_take_past,
	    .into = offsetof(struct draft_time, time)},
	{0}
};

const struct command cmd_pain = {
	.name = "pain",
	.summary = "record how it is now, 0 to 10",
	.options = options,
	.size = CMD_SIZE(struct draft_time),
	.defaults = &draft_now,
	.arguments = "score",
	.least = 1,
	.most = 1,
	.refusal = "say how strong it is, 0 to 10, and nothing else",
	.choice = option_score_choice,
	.exec = exec
};
