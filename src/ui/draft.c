#include "draft.h"

#include "logbook.h"
#include "option.h"

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
