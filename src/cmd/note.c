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
	char note_buf[3 * RECORD_MAX], said_buf[4 * RECORD_MAX];
	struct text words, said;

	text_init(&words, note_buf, sizeof(note_buf));
	text_init(&said, said_buf, sizeof(said_buf));
	escape_show(&words, r->note, terminal_utf8());
	text_fmt(&said, "note, %s: %s%s", when_zone(r->time, book->ctx->now).s,
	    words.buf, words.cut ? "..." : "");
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
