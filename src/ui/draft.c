#include "draft.h"

#include <string.h>
#include <strings.h>

#include "interview.h"

const struct option_row draft_options[] = {
	{'t', "when", "when", "when that was, if not now",
	    .take = option_take_past,
	    .into = offsetof(struct draft_time, time)},
	{0}
};

const struct draft_time draft_now = {LOGBOOK_NOW};

void
draft_begin(struct draft *d, enum record_kind kind, int64_t time)
{
	record_init(&d->r);
	d->r.kind = kind;
	d->r.time = time;
	text_init(&d->text, d->buf, sizeof(d->buf));
}

/* Whether a note begins as of a visit, or an end, that is still to come. */
static bool
is_to_come(const char *word)
{
	static const char *const words[] = {"not", "never", "nobody", "soon",
	    "later", "tomorrow", "tonight", "next", "booked", "waiting",
	    "appointment", "will", "going", "couldn't"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strcasecmp(word, words[i]) == 0)
			return true;
	}
	return false;
}

int
draft_note(struct draft *d, const struct context *ctx)
{
	const char *name = ctx->command->name;

	if ((d->r.kind == RECORD_SEEN || d->r.kind == RECORD_END) &&
	    ctx->argc > 0 && strcmp(ctx->argv[-1], "--") != 0 &&
	    is_to_come(ctx->argv[0])) {
		complain("%s: \"%s\" reads as if that were still to come, so "
		    "nothing was recorded: \"backcare note\" keeps it, or "
		    "\"backcare %s -- %s ...\" if it has been", name,
		    ctx->argv[0], name, ctx->argv[0]);
		return CMD_USAGE;
	}
	return option_note(ctx, &d->text, &d->r.note);
}

int
draft_keep(struct draft *d, struct context *ctx, enum log_access access,
    void (*confirm)(const struct logbook *, const struct record *))
{
	int status = logbook_add(ctx, access, &d->r, confirm);

	if (status == CMD_OK)
		interview_offer(ctx, &d->r);
	return status;
}
