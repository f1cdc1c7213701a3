#include <unistd.h>

#include "../core/time/when.h"
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

int
cmd_seen(struct context *ctx, int argc, char **argv)
{
	struct recording rec;
	struct draft d;
	uint32_t before = 0;
	int status;

	status = draft_begin(&d, ctx, RECORD_SEEN, argc, argv);
	if (status == CMD_OK)
		status = draft_note(&d, argv);
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
