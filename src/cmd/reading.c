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

/*
 * A record is in the future when the clock says so: -t asks about another
 * time, but sets no clock.
 */
static int64_t
present(const struct context *ctx)
{
	int64_t clock = ctx->as_of ? clock_now() : ctx->now;

	return clock > ctx->now ? clock : ctx->now;
}

int
reading_open(struct context *ctx, enum log_access access, struct log *log,
    struct episode *e)
{
	if (reading_begin(ctx, access, log) != CMD_OK)
		return CMD_FAILED;
	if (records_fold(log, present(ctx), e) == -1) {
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
	status = records_each(&log, present(ctx), e, take, arg) == -1 ?
	    CMD_FAILED : CMD_OK;
	log_close(&log);
	*bad = log.bad;
	return status;
}
