#include <err.h>
#include <unistd.h>

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

int
cmd_pain(struct context *ctx, int argc, char **argv)
{
	struct recording rec;
	struct draft d;
	int status;

	status = draft_begin(&d, ctx, RECORD_PAIN, argc, argv);
	if (status != CMD_OK)
		return status;
	if (argc - optind != 1) {
		warnx("pain: say how strong it is, 0 to 10, and nothing else");
		return cmd_usage("pain");
	}
	status = option_score("pain", argv[optind], &d.r.score);
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
