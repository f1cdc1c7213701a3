#include <err.h>

#include "../core/time/when.h"
#include "option.h"
#include "recording.h"

static void
confirm(const struct recording *rec, const struct record *r)
{
	char said[128];
	struct text text;

	text_init(&text, said, sizeof(said));
	text_str(&text, "pain ");
	text_num(&text, r->score);
	text_str(&text, " of 10, ");
	text_str(&text, when_zone(r->time, rec->ctx->now).s);
	text_char(&text, '.');
	recording_confirm(rec, "Recorded", said);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct recording_time *o = options;
	struct recording rec;
	struct draft d;
	int status;

	draft_begin(&d, RECORD_PAIN, o->time);
	status = option_score("pain", ctx->argv[0], &d.r.score);
	if (status == CMD_OK)
		status = recording_open(&rec, ctx, LOG_WRITE);
	if (status == CMD_OK)
		status = recording_needs_open(&rec);
	if (status == CMD_OK)
		status = recording_check(&rec, &d.r);
	if (status == CMD_OK) {
		recording_warn_early(&rec, &d.r);
		status = recording_store(&rec, &d.r, 1);
	}
	if (status == CMD_OK)
		confirm(&rec, &d.r);
	return status;
}

static const struct option_row options[] = {
	{'t', "when", "when", "when it was so, if not now",
	    .take = option_take_past,
	    .into = offsetof(struct recording_time, time)},
	{0}
};

const struct command cmd_pain = {
	.name = "pain",
	.summary = "record how it is now, 0 to 10",
	.options = options,
	.size = CMD_SIZE(struct recording_time),
	.defaults = &recording_now,
	.arguments = "score",
	.least = 1,
	.most = 1,
	.refusal = "say how strong it is, 0 to 10, and nothing else",
	.choice = option_score_choice,
	.exec = exec
};
