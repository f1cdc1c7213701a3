#include "story.h"

#include <string.h>

void
story_init(struct story *s)
{
	memset(s, 0, sizeof(*s));
	s->every = 1;
	s->highest = RECORD_NO_SCORE;
}

static void
add_flags(struct story *s, uint32_t flags, int64_t at)
{
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & ~s->flags & FLAG_BIT(flag)) != 0)
			s->flag_at[flag] = at;
	}
	s->flags |= flags;
}

/* Leaves every second of the scores that were kept. */
static void
thin_out(struct story *s)
{
	for (int i = 0; 2 * i < s->kept; i++)
		s->scores[i] = s->scores[2 * i];
	s->kept = (s->kept + 1) / 2;
	s->every *= 2;
}

static void
add_score(struct story *s, int64_t at, int value)
{
	if (value == RECORD_NO_SCORE)
		return;
	if (value > s->highest)
		s->highest = value;
	s->last = (struct score){at, value};
	if (s->kept == STORY_SCORES)
		thin_out(s);
	if (s->score_count++ % s->every == 0)
		s->scores[s->kept++] = s->last;
}

static void
add_exercise(struct story *s, struct slice exercise)
{
	if (exercise.len >= sizeof(s->exercise))
		exercise.len = sizeof(s->exercise) - 1;
	if (exercise.len == 0 || *s->exercise != '\0')
		return;
	memcpy(s->exercise, exercise.at, exercise.len);
	s->exercise[exercise.len] = '\0';
}

static void
add_onset(struct story *s, const struct record *r)
{
	if (s->onsets < STORY_ONSETS)
		s->onset_at[s->onsets] = r->time;
	if (s->onsets++ == 0 || r->time < s->first.time)
		s->first = (struct onset){.time = r->time, .feel = r->feel,
		    .start = r->start, .side = r->side,
		    .chronic = r->chronic, .has_session = r->has_session,
		    .session = r->session};
	add_exercise(s, r->exercise);
	add_flags(s, r->flags, r->time);
	add_score(s, r->time, r->score);
}

static void
add_pack(struct story *s, const struct record *r)
{
	int count = s->ice + s->heat;
	bool ice = r->kind == RECORD_ICE;

	if (count < STORY_PACKS)
		s->packs[count] = (struct story_pack){
		    {r->time, r->minutes}, ice};
	*(ice ? &s->ice : &s->heat) += 1;
}

static void
add_note(struct story *s, const struct record *r)
{
	struct story_note *note;
	size_t len = r->note.len;

	if (len == 0)
		return;
	if (s->notes < STORY_NOTES) {
		note = &s->note[s->notes];
		note->at = r->time;
		note->kind = r->kind;
		note->cut = len >= sizeof(note->text);
		if (note->cut)
			len = sizeof(note->text) - 1;
		memcpy(note->text, r->note.at, len);
		note->text[len] = '\0';
	}
	s->notes++;
}

void
story_add(struct story *s, const struct record *r)
{
	switch (r->kind) {
	case RECORD_ONSET:
		add_onset(s, r);
		break;
	case RECORD_CHECK:
		add_flags(s, r->flags, r->time);
		s->screened |= r->none || r->asked_all;
		break;
	case RECORD_PAIN:
		add_score(s, r->time, r->score);
		break;
	case RECORD_ICE:
	case RECORD_HEAT:
		add_pack(s, r);
		break;
	case RECORD_SEEN:
		if (s->seen < STORY_SEEN)
			s->seen_at[s->seen] = r->time;
		s->seen++;
		break;
	case RECORD_END:
		s->ended = true;
		s->end = r->time;
		break;
	case RECORD_NONE:
	case RECORD_KINDS:
		return;
	}
	add_note(s, r);
}

void
story_follow(struct story *s, const struct record *end)
{
	story_init(s);
	add_flags(s, flag_carried(end->flags), end->time);
}

int
story_scores(const struct story *s, struct score *out)
{
	memcpy(out, s->scores, (size_t)s->kept * sizeof(*out));
	if (s->score_count == 0 || (s->score_count - 1) % s->every == 0)
		return s->kept;
	out[s->kept] = s->last;
	return s->kept + 1;
}

int64_t
story_length(const struct story *s, int64_t now)
{
	int64_t end = s->ended ? s->end : now;

	return end > s->first.time ? end - s->first.time : 0;
}
