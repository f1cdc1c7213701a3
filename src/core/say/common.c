#include "common.h"

#include <string.h>

void
common_init(struct common *c)
{
	memset(c, 0, sizeof(*c));
}

static void
settle(struct common *c, const struct common_pending *p, int score)
{
	struct common_effect *effect = p->ice ? &c->ice : &c->heat;

	effect->lower += score < p->before;
	effect->same += score == p->before;
	effect->higher += score > p->before;
}

/* The first score after a pack counts, if it comes soon enough. */
static void
watch_score(struct common *c, int64_t at, int score)
{
	int kept = 0;

	for (int i = 0; i < c->pendings; i++) {
		struct common_pending *p = &c->pending[i];

		if (at < p->end)
			c->pending[kept++] = *p;
		else if (at <= p->end + COMMON_AFTER)
			settle(c, p, score);
	}
	c->pendings = kept;
	c->has_score = true;
	c->score = score;
}

static void
watch_pack(struct common *c, const struct record *r)
{
	if (!c->has_score || c->pendings == COMMON_PENDING)
		return;
	c->pending[c->pendings++] = (struct common_pending){
	    r->time + (int64_t)r->minutes * SPAN_MINUTE, c->score,
	    r->kind == RECORD_ICE};
}

void
common_watch(struct common *c, const struct record *r)
{
	if (r->kind == RECORD_ICE || r->kind == RECORD_HEAT)
		watch_pack(c, r);
	if (r->score != RECORD_NO_SCORE)
		watch_score(c, r->time, r->score);
	if (r->kind == RECORD_END) {
		c->has_score = false;
		c->pendings = 0;
	}
}

static void
add_gap(struct common *c, int64_t gap)
{
	if (c->gaps >= COMMON_RECENT)
		c->earlier += c->recent[COMMON_RECENT - 1];
	for (int i = COMMON_RECENT - 1; i > 0; i--)
		c->recent[i] = c->recent[i - 1];
	c->recent[0] = gap;
	c->gaps++;
}

void
common_add(struct common *c, const struct course *s, int64_t now)
{
	int64_t length = course_length(s, now);
	int64_t hours = length / SPAN_HOUR;

	if (s->onsets == 0)
		return;
	if (c->episodes++ > 0)
		add_gap(c, s->first.time - c->began);
	c->began = s->first.time;
	c->last_year += now - s->first.time <= COMMON_YEAR;
	c->past_mark += length > EPISODE_MARK;
	if (s->ended) {
		c->ended++;
		c->hours[hours < COMMON_HOURS ? hours : COMMON_HOURS]++;
	}
	if (*s->exercise != '\0')
		tally_add_name(&c->exercises, slice_of(s->exercise));
}

int
common_median_hours(const struct common *c)
{
	int seen = 0, hours = 0;

	if (c->ended < COMMON_LEAST)
		return -1;
	while (seen + c->hours[hours] <= c->ended / 2)
		seen += c->hours[hours++];
	return hours;
}

bool
common_spacing(const struct common *c, int64_t *recent, int64_t *earlier)
{
	int64_t sum = 0;

	if (c->gaps < 2 * COMMON_RECENT)
		return false;
	for (int i = 0; i < COMMON_RECENT; i++)
		sum += c->recent[i];
	*recent = sum / COMMON_RECENT;
	*earlier = c->earlier / (c->gaps - COMMON_RECENT);
	return true;
}
