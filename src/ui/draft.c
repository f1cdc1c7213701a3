#include "draft.h"

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

int
draft_note(struct draft *d, const struct context *ctx)
{
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
