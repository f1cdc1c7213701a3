#include "../core/time/when.h"
#include "option.h"
#include "recording.h"

/* What the visit answered, and what it did not. */
static void
confirm(const struct recording *rec, const struct record *r, uint32_t before)
{
	uint32_t answered = before & ~rec->e.flags;
	char said[512];
	struct text text;

	text_init(&text, said, sizeof(said));
	text_str(&text, "seen ");
	text_str(&text, when_zone(r->time, rec->ctx->now).s);
	text_char(&text, '.');
	if (answered != 0) {
		text_str(&text, " Answered: ");
		flag_list(&text, answered);
		text_char(&text, '.');
		if (flag_level(answered) >= URGENCY_URGENT)
			text_str(&text, " If that is wrong: `backcare undo`.");
	}
	if ((rec->e.flags & FLAG_BIT(FLAG_SKIN)) != 0)
		text_str(&text, " The caution about the skin stays.");
	text_str(&text, " Go by what was agreed there.");
	recording_confirm(rec, "Recorded", said);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct recording_time *o = options;
	struct recording rec;
	struct draft d;
	uint32_t before = 0;
	int status;

	draft_begin(&d, RECORD_SEEN, o->time);
	status = draft_note(&d, ctx);
	if (status == CMD_OK)
		status = recording_open(&rec, ctx, LOG_WRITE);
	if (status == CMD_OK) {
		before = rec.e.flags;
		if (before == 0)
			status = recording_needs_open(&rec);
	}
	if (status == CMD_OK)
		status = recording_check(&rec, &d.r);
	if (status == CMD_OK)
		status = recording_store(&rec, &d.r, 1);
	if (status == CMD_OK)
		confirm(&rec, &d.r, before);
	return status;
}

static const struct option_row options[] = {
	{'t', "when", "when", "when that was, if not now",
	    .take = option_take_past,
	    .into = offsetof(struct recording_time, time)},
	{0}
};

const struct command cmd_seen = {
	.name = "seen",
	.summary = "a doctor or physiotherapist has assessed it",
	.options = options,
	.size = CMD_SIZE(struct recording_time),
	.defaults = &recording_now,
	.arguments = "[note ...]",
	.most = CMD_ANY,
	.exec = exec
};
