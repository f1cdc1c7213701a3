#include "reading.h"

#include "../edge/clock.h"
#include "../edge/records.h"

int
reading_begin(struct context *ctx, enum log_access access, struct log *log)
{
	if (log_open(log, ctx->log, ctx->ours, access) == -1)
		return CMD_FAILED;
	if (!ctx->as_of)
		ctx->now = clock_now();
	return CMD_OK;
}

int
reading_open(struct context *ctx, enum log_access access, struct log *log,
    struct episode *e)
{
	if (reading_begin(ctx, access, log) != CMD_OK)
		return CMD_FAILED;
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

int
reading_each(struct context *ctx, struct episode *e,
    void (*take)(const struct record *, void *), void *arg, int *bad)
{
	struct log log;
	int status;

	if (reading_begin(ctx, LOG_READ, &log) != CMD_OK)
		return CMD_FAILED;
	status = records_each(&log, ctx->now, e, take, arg) == -1 ?
	    CMD_FAILED : CMD_OK;
	log_close(&log);
	*bad = log.bad;
	return status;
}
