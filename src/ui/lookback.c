#include "lookback.h"

void
lookback_init(struct lookback *l)
{
	course_init(&l->course);
	l->from = l->to = 0;
	l->unread = 0;
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
