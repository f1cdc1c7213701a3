#include "../core/time/when.h"
#include "../ui/confirm.h"
#include "../ui/draft.h"

/* What the visit answered, and what it did not. */
static void
confirm(const struct logbook *book, const struct record *r)
{
	uint32_t answered = book->before.flags & ~book->e.flags;
	struct text said = TEXT(512), flags = TEXT(256);

	flag_list(&flags, answered, ", ");
	text_fmt(&said, "seen %s.", when_zone(r->time, book->ctx->now).s);
	if (answered != 0)
		text_fmt(&said, " Answered: %s.", flags.buf);
	if (flag_level(answered) >= URGENCY_URGENT)
		text_str(&said, " If that is wrong: `backcare undo`.");
	if ((book->e.flags & FLAG_BIT(FLAG_SKIN)) != 0)
		text_str(&said, " The caution about the skin stays.");
	text_str(&said, " Go by what was agreed there.");
	confirm_print(book, r, "Recorded", said.buf);
}

static int
exec(struct context *ctx, const void *options)
{
	return draft_record(ctx, options, RECORD_SEEN, confirm);
}

const struct command cmd_seen = {
	.name = "seen",
	.summary = "a doctor or physiotherapist has assessed it",
	.options = draft_options,
	.size = CMD_SIZE(struct draft_time),
	.defaults = &draft_now,
	.arguments = "[note ...]",
	.most = CMD_ANY,
	.exec = exec
};
