#include <unistd.h>

#include "../core/when.h"
#include "recording.h"

static void
confirm(const struct recording *rec, const struct record *r, int64_t began,
    uint32_t unanswered)
{
	char said[512];
	struct text text;

	text_init(&text, said, sizeof(said));
	text_str(&text, "gone ");
	when_text_zone(&text, r->time, rec->ctx->now);
	text_str(&text, ", ");
	span_text(&text, r->time - began);
	text_str(&text, " after it began.");
	if (unanswered != 0) {
		text_str(&text, " Nobody has looked yet at what you "
		    "reported: ");
		flag_write(&text, unanswered);
		text_char(&text, '.');
	}
	recording_confirm(rec, "Recorded", said);
}

int
cmd_end(struct context *ctx, int argc, char **argv)
{
	struct recording rec;
	struct draft d;
	int64_t began = 0;
	uint32_t unanswered = 0;
	int status;

	status = draft_begin(&d, ctx, RECORD_END, argc, argv);
	if (status == CMD_OK)
		status = draft_note(&d, argv + optind);
	if (status == CMD_OK)
		status = recording_open(&rec, ctx, LOG_WRITE);
	if (status == CMD_OK)
		status = recording_needs_open(&rec, RECORD_END);
	if (status == CMD_OK) {
		began = rec.e.first;
		unanswered = rec.e.flags;
		d.r.flags = flag_carried(unanswered);
		status = recording_check(&rec, &d.r);
	}
	if (status == CMD_OK)
		status = recording_store(&rec, &d.r, 1);
	if (status == CMD_OK)
		confirm(&rec, &d.r, began, unanswered);
	return status;
}
