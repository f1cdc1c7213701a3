#include "reading.h"

#include "../edge/clock.h"
#include "../edge/records.h"

int
reading_open(struct context *ctx, enum log_access access, struct log *log,
    struct episode *e)
{
	if (log_open(log, ctx->log, ctx->ours, access) == -1)
		return CMD_FAILED;
	if (!ctx->as_of)
		ctx->now = clock_now();
	if (records_fold(log, ctx->now, e) == -1) {
		log_close(log);
		return CMD_FAILED;
	}
	return CMD_OK;
}

int
reading_fold(struct context *ctx, enum log_access access, struct episode *e,
    int *bad)
{
	struct log log;

	if (reading_open(ctx, access, &log, e) != CMD_OK)
		return CMD_FAILED;
	log_close(&log);
	*bad = log.bad;
	return CMD_OK;
}
