#include "logbook.h"

#include "../core/time/when.h"
#include "../edge/clock.h"
#include "../edge/records.h"

int
logbook_begin(struct context *ctx, enum log_access access, struct log *log)
{
	if (log_open(log, ctx->log, ctx->ours, access) == -1)
		return CMD_FAILED;
	if (!ctx->as_of)
		ctx->now = clock_now();
	return CMD_OK;
}

int
logbook_open(struct logbook *book, struct context *ctx,
    enum log_access access)
{
	int64_t clock;

	book->ctx = ctx;
	if (logbook_begin(ctx, access, &book->log) != CMD_OK)
		return CMD_FAILED;
	/* -t asks about another time, and is no clock to be ahead of. */
	clock = ctx->as_of ? clock_now() : ctx->now;
	if (records_fold(&book->log, clock > ctx->now ? clock : ctx->now,
	    &book->e) == -1) {
		log_close(&book->log);
		return CMD_FAILED;
	}
	return CMD_OK;
}

void
logbook_close(struct logbook *book)
{
	log_close(&book->log);
}

int
logbook_read(struct logbook *book, struct context *ctx,
    enum log_access access)
{
	int status = logbook_open(book, ctx, access);

	if (status == CMD_OK)
		logbook_close(book);
	return status;
}

int
logbook_status(const struct logbook *book)
{
	return book->log.bad > 0 ? CMD_FAILED : CMD_OK;
}

int
logbook_needs_open(const struct logbook *book)
{
	const char *name = book->ctx->command->name;
	const struct episode *e = &book->e;

	if (e->open)
		return CMD_OK;
	if (e->ended)
		complain("%s: no episode is open since %s, so nothing was "
		    "recorded: if there is pain again, begin one with "
		    "\"backcare log\"", name,
		    when_zone(e->end, book->ctx->now).s);
	else
		complain("%s: no episode is open, so nothing was recorded: "
		    "begin one with \"backcare log\"", name);
	return CMD_FAILED;
}

/* What an end left behind can be looked at, too. */
static bool
needs_open(const struct episode *e, const struct record *r)
{
	return r->kind == RECORD_PAIN || r->kind == RECORD_END ||
	    pack_treatment(r) != TREATMENT_NONE ||
	    (r->kind == RECORD_SEEN && e->flags == 0);
}

/* Only what counts can be taken back; thin bones count seen or not. */
static int
check_wrong(const struct episode *e, const struct record *r)
{
	uint32_t counts = e->flags | (e->had_bone ? FLAG_BIT(FLAG_BONE) : 0);
	uint32_t others = r->wrong & ~counts;
	struct text names = TEXT(512);

	if (others == 0)
		return CMD_OK;
	flag_list(&names, others, ", ");
	complain("check: nothing was recorded: %s: not reported, or answered "
	    "already", names.buf);
	return CMD_FAILED;
}

int
logbook_check(const struct logbook *book, struct record *r)
{
	const struct episode *e = &book->e;
	int64_t now = book->ctx->now;
	enum episode_fit fit;
	bool ended;

	if ((needs_open(e, r) && logbook_needs_open(book) != CMD_OK) ||
	    check_wrong(e, r) != CMD_OK)
		return CMD_FAILED;
	if (r->kind == RECORD_END)
		r->flags = flag_carried(e->flags);
	if (r->time == LOGBOOK_NOW)
		r->time = now;
	fit = episode_fit(e, r);
	if (fit == EPISODE_FITS)
		return CMD_OK;
	ended = fit == EPISODE_BEFORE_END;
	complain("%s: %s is before the %s of %s, so nothing was recorded: %s "
	    "with \"backcare edit\"", book->ctx->command->name,
	    when_zone(r->time, now).s,
	    ended ? "last end" : record_kinds[e->newest_kind],
	    when_zone(ended ? e->end : e->newest, now).s,
	    r->time < now ? "put it in its place" : "mend that date");
	return CMD_FAILED;
}

void
logbook_pretend(struct logbook *book, const struct record *records, int count)
{
	book->before = book->e;
	for (int i = 0; i < count; i++)
		episode_add(&book->e, &records[i]);
	/* An end leaves them behind, but who writes it has to hear of it. */
	book->e.unread = book->before.unread;
}

int
logbook_store(struct logbook *book, const struct record *records, int count)
{
	char buf[3 * (RECORD_MAX + 1)];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	for (int i = 0; i < count; i++) {
		size_t before = text.len;

		record_write(&text, &records[i]);
		if (text.len - before > RECORD_MAX + 1) {
			complain("too long: a line of the log holds %d bytes; "
			    "nothing was recorded", RECORD_MAX);
			return CMD_FAILED;
		}
	}
	if (log_append(&book->log, text.buf, text.len) == -1)
		return CMD_FAILED;
	command_stored(book->ctx);
	logbook_pretend(book, records, count);
	return CMD_OK;
}

int
logbook_add(struct context *ctx, enum log_access access, struct record *r,
    void (*confirm)(const struct logbook *, const struct record *))
{
	struct logbook book;
	int status = logbook_open(&book, ctx, access);

	if (status != CMD_OK)
		return status;
	status = logbook_check(&book, r);
	if (status == CMD_OK)
		status = logbook_store(&book, r, 1);
	logbook_close(&book);
	if (status == CMD_OK)
		confirm(&book, r);
	return status;
}

void
lookback_init(struct lookback *l)
{
	*l = (struct lookback){.from = 0};
	course_init(&l->course);
}

bool
lookback_add(struct lookback *l, const struct log *log,
    const struct record *r)
{
	if (r->kind == RECORD_ONSET && course_is_settled(&l->course))
		l->from = log->at;
	course_add(&l->course, r);
	l->to = log->at + (off_t)r->line.len + 1;
	return r->kind == RECORD_END;
}

void
lookback_follow(struct lookback *l, const struct log *log,
    const struct record *end)
{
	course_follow(&l->course, end);
	l->from = l->to;
	l->unread = log->unread;
}

int
lookback_unread(const struct lookback *l, const struct log *log)
{
	return log->unread - l->unread;
}
