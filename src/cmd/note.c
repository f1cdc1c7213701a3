#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../edge/terminal.h"
#include "../ui/confirm.h"
#include "../ui/draft.h"

#define SAY_WHAT "say what there is to keep: \"backcare note walked a bit\""

_Static_assert(RECORD_MAX <= ESCAPE_SHOWN, "a note is shown whole");

static void
confirm(const struct logbook *book, const struct record *r)
{
	struct text words = TEXT(3 * RECORD_MAX), said = TEXT(4 * RECORD_MAX);

	escape_show(&words, r->note, terminal_utf8());
	text_fmt(&said, "note, %s: %s", when_zone(r->time, book->ctx->now).s,
	    words.buf);
	confirm_print(book, r, "Recorded", said.buf);
}

static int
exec(struct context *ctx, const void *options)
{
	if (ctx->argc == 1 && *ctx->argv[0] == '\0')
		return reject(CMD_USAGE, "note: " SAY_WHAT);
	return draft_record(ctx, options, RECORD_NOTE, confirm);
}

const struct command cmd_note = {
	.name = "note",
	.summary = "keep what else there is to know: a medicine, a walk",
	.options = draft_options,
	.size = CMD_SIZE(struct draft_time),
	.defaults = &draft_now,
	.arguments = "text ...", .least = 1,
	.most = CMD_ANY,
	.refusal = SAY_WHAT,
	.exec = exec
};
