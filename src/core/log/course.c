#include "course.h"

#include <string.h>

#include "../time/civil.h"

void
course_init(struct course *s)
{
	memset(s, 0, sizeof(*s));
	s->every = 1;
	s->highest.value = RECORD_NO_SCORE;
	s->heard = CIVIL_MIN;
}

static void
add_flags(struct course *s, uint32_t flags, int64_t at)
{
	for (uint32_t left = flags; left != 0;) {
		enum flag flag = flag_take(&left);
		bool known = (s->flags & FLAG_BIT(flag)) != 0;

		if (!known || (s->answered & FLAG_BIT(flag)) != 0)
			s->flag_at[flag] = at;
		if (!known || at > s->flag_last[flag])
			s->flag_last[flag] = at;
	}
	s->flags |= flags;
	s->answered &= ~flags;
	s->taken_back &= ~flags;
}

/* They count as never reported. */
static void
take_back(struct course *s, uint32_t flags)
{
	s->taken_back |= flags;
	s->flags &= ~flags;
	s->answered &= ~flags;
}

_Static_assert(COURSE_SCORES % 2 == 0, "the next one is in turn");

/* Leaves every second of the scores that were kept. */
static void
thin_out(struct course *s)
{
	for (int i = 1; 2 * i < s->kept; i++)
		s->scores[i] = s->scores[2 * i];
	s->kept = (s->kept + 1) / 2;
	s->every *= 2;
}

static void
add_score(struct course *s, const struct record *r)
{
	const struct score score = {r->time, r->score};

	if (r->score == RECORD_NO_SCORE)
		return;
	if (r->score > s->highest.value)
		s->highest = score;
	if (s->score_count == 0 || r->time >= s->last.time)
		s->last = score;
	if (s->score_count++ % s->every != 0)
		return;
	if (s->kept == COURSE_SCORES)
		thin_out(s);
	s->scores[s->kept++] = score;
}

bool
course_is_settled(const struct course *s)
{
	return s->onsets == 0 && (s->answered != 0 || s->seen > 0);
}

/* An episode begins: what was settled before it is no part of it. */
static void
settle(struct course *s)
{
	if (course_is_settled(s))
		s->notes = 0;
	s->flags &= ~s->answered;
	s->answered = s->taken_back = 0;
	s->seen = 0;
}

/* Puts an onset where its date belongs, after those of the same date. */
static void
keep_onset(struct course *s, const struct onset *onset)
{
	int at = s->onsets;

	if (at >= COURSE_ONSETS) {
		if (at == COURSE_ONSETS || onset->time < s->onset_lost)
			s->onset_lost = onset->time;
		if (at == COURSE_ONSETS || onset->time > s->onset_last)
			s->onset_last = onset->time;
		return;
	}
	while (at > 0 && s->onset[at - 1].time > onset->time)
		at--;
	memmove(&s->onset[at + 1], &s->onset[at],
	    (size_t)(s->onsets - at) * sizeof(*s->onset));
	s->onset[at] = *onset;
}

static void
add_onset(struct course *s, const struct record *r)
{
	struct onset onset = onset_of(r);

	if (s->onsets == 0)
		settle(s);
	keep_onset(s, &onset);
	if (s->onsets++ == 0 || r->time < s->first.time)
		s->first = onset;
	s->told |= onset_tells(&onset);
	if (*s->exercise == '\0')
		memcpy(s->exercise, onset.exercise, sizeof(s->exercise));
	add_flags(s, r->flags, r->time);
	add_score(s, r);
}

static void
add_pack(struct course *s, const struct record *r)
{
	const enum treatment of = pack_treatment(r);
	int count = course_packs(s);

	if (count < COURSE_PACKS)
		s->packs[count] = (struct course_pack){
		    {r->time, r->minutes}, of};
	s->pack_count[of]++;
}

static void
add_screening(struct course *s, int64_t at)
{
	if (!s->screened || at > s->screened_at)
		s->screened_at = at;
	s->screened = true;
}

static void
add_check(struct course *s, const struct record *r)
{
	take_back(s, r->wrong);
	/* With nothing open, that takes back what an end carried on. */
	if (r->none && s->onsets == 0)
		s->answered = s->flags;
	add_flags(s, r->flags, r->time);
	if (record_is_screening(r))
		add_screening(s, r->time);
}

static void
count_seen(struct course *s, int64_t at)
{
	/* With nothing open, it answers the flags for the next episode. */
	if (s->onsets == 0)
		s->answered |= s->flags & ~FLAG_BIT(FLAG_SKIN);
	if (s->seen < COURSE_SEEN)
		s->seen_at[s->seen] = at;
	s->seen++;
}

static void
add_seen(struct course *s, const struct record *r)
{
	count_seen(s, r->time);
}

static void
add_end(struct course *s, const struct record *r)
{
	s->ended = true;
	s->end = r->time;
}

void
course_add(struct course *s, const struct record *r)
{
	static void (*const add[RECORD_KINDS])(struct course *,
	    const struct record *) = {
		[RECORD_ONSET] = add_onset, [RECORD_CHECK] = add_check,
		[RECORD_PAIN] = add_score, [RECORD_ICE] = add_pack,
		[RECORD_HEAT] = add_pack, [RECORD_SEEN] = add_seen,
		[RECORD_END] = add_end
	};

	if (r->kind == RECORD_NONE)
		return;
	if (add[r->kind] != NULL)
		add[r->kind](s, r);
	s->notes += r->note.len > 0;
	if (r->time > s->heard)
		s->heard = r->time;
}

void
course_follow(struct course *s, const struct record *end)
{
	course_init(s);
	add_flags(s, flag_carried(end->flags), end->time);
}

void
course_append(struct course *s, const struct course *after)
{
	int dated = after->seen < COURSE_SEEN ? after->seen : COURSE_SEEN;

	take_back(s, after->taken_back);
	for (uint32_t left = after->flags; left != 0;) {
		enum flag flag = flag_take(&left);

		add_flags(s, FLAG_BIT(flag), after->flag_at[flag]);
		add_flags(s, FLAG_BIT(flag), after->flag_last[flag]);
	}
	for (int i = 0; i < dated; i++)
		count_seen(s, after->seen_at[i]);
	s->seen += after->seen - dated;
	s->notes += after->notes;
	if (after->screened)
		add_screening(s, after->screened_at);
}

static bool
has_score(const struct score *scores, int count, struct score score)
{
	while (count-- > 0) {
		if (scores[count].time == score.time &&
		    scores[count].value == score.value)
			return true;
	}
	return false;
}

int
course_scores(const struct course *s, struct score *out)
{
	int count;

	for (count = 0; count < s->kept; count++)
		score_insert(out, count, s->scores[count]);
	if (count > 0 && !has_score(out, count, s->highest))
		score_insert(out, count++, s->highest);
	if (count > 0 && !has_score(out, count, s->last))
		score_insert(out, count++, s->last);
	return count;
}

int
course_flares(const struct course *s, const struct onset **flares)
{
	int kept = s->onsets < COURSE_ONSETS ? s->onsets : COURSE_ONSETS;
	/* The first may have been noted when there was no more room. */
	int first = s->onset[0].time == s->first.time ? 1 : 0;

	*flares = &s->onset[first];
	return kept - first;
}

int
course_packs(const struct course *s)
{
	return s->pack_count[TREATMENT_ICE] + s->pack_count[TREATMENT_HEAT];
}

int
course_minutes(const struct course *s, enum treatment of, int64_t *last)
{
	int minutes = 0;

	*last = CIVIL_MIN;
	for (int i = 0; i < course_packs(s); i++) {
		if (s->packs[i].of != of)
			continue;
		minutes += s->packs[i].pack.minutes;
		if (s->packs[i].pack.start > *last)
			*last = s->packs[i].pack.start;
	}
	return minutes;
}

uint32_t
course_flags_at(const struct course *s, uint32_t set, int64_t at)
{
	uint32_t some = 0;

	while (set != 0) {
		enum flag flag = flag_take(&set);

		if (s->flag_at[flag] == at)
			some |= FLAG_BIT(flag);
	}
	return some;
}

bool
course_is_silent(const struct course *s, int64_t now)
{
	return !s->ended && now - s->heard >= EPISODE_SILENT;
}

int64_t
course_length(const struct course *s, int64_t now)
{
	int64_t end = s->ended ? s->end : now;

	return end > s->first.time ? end - s->first.time : 0;
}
