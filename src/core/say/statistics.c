#include "statistics.h"

#include <string.h>

#include "../text/escape.h"
#include "../text/fold.h"

#define YEAR (365 * SPAN_DAY)

void
statistics_add_exercise(struct exercise_counts *counts, struct slice name)
{
	struct exercise_count *e;

	name.len = escape_whole(name, sizeof(e->name) - 1);
	for (int i = 0; i < counts->known; i++) {
		e = &counts->list[i];
		if (fold_same(name, slice_of(e->name))) {
			e->count++;
			return;
		}
	}
	/* Exercises past these are rare; each is one onset among many. */
	if (counts->known == STATISTICS_EXERCISES)
		return;
	e = &counts->list[counts->known++];
	memcpy(e->name, name.at, name.len);
	e->name[name.len] = '\0';
	e->count = 1;
}

const struct exercise_count *
statistics_most(const struct exercise_counts *counts)
{
	const struct exercise_count *most = NULL;

	for (int i = 0; i < counts->known; i++) {
		if (most == NULL || counts->list[i].count > most->count)
			most = &counts->list[i];
	}
	return most;
}

static void
add_session(struct onset_statistics *s, int64_t session)
{
	if (!s->has_session || session > s->session) {
		s->has_earlier = s->has_session;
		s->earlier = s->session;
		s->has_session = true;
		s->session = session;
	} else if (session < s->session &&
	    (!s->has_earlier || session > s->earlier)) {
		s->has_earlier = true;
		s->earlier = session;
	}
}

void
statistics_add_onset(struct onset_statistics *s, const struct record *r)
{
	if (r->kind != RECORD_ONSET)
		return;
	s->onsets++;
	s->sudden += r->start == START_SUDDEN;
	s->gradual += r->start == START_GRADUAL;
	if (r->exercise.at != NULL)
		statistics_add_exercise(&s->exercises, r->exercise);
	if (r->has_session)
		add_session(s, r->session);
}

/* The first score after a pack counts, if it comes soon enough. */
static void
add_score(struct episode_statistics *s, int64_t at, int score)
{
	int kept = 0;

	for (int i = 0; i < s->waits; i++) {
		struct waiting_pack pack = s->waiting[i];
		struct score_changes *changes = &s->changes[pack.of];

		if (at < pack.end) {
			s->waiting[kept++] = pack;
		} else if (at <= pack.end + STATISTICS_AFTER) {
			changes->lower += score < pack.before;
			changes->same += score == pack.before;
			changes->higher += score > pack.before;
		}
	}
	s->waits = kept;
	s->has_score = true;
	s->score = score;
}

void
statistics_add_record(struct episode_statistics *s, const struct record *r)
{
	enum treatment of = pack_treatment(r);

	if (of != TREATMENT_NONE && s->has_score &&
	    s->waits < STATISTICS_PACKS)
		s->waiting[s->waits++] = (struct waiting_pack){
		    r->time + r->minutes * SPAN_MINUTE, s->score, of};
	if (r->score != RECORD_NO_SCORE)
		add_score(s, r->time, r->score);
	if (r->kind == RECORD_END) {
		s->has_score = false;
		s->waits = 0;
	}
}

/* The place of a length among so many, of which the last is for all longer. */
static int
place(int64_t length, int longest)
{
	return length < 0 ? 0 : length < longest ? (int)length : longest;
}

/* It takes the place of the oldest of the recent ones. */
static void
add_gap(struct episode_statistics *s, int64_t gap)
{
	int *oldest = &s->recent[s->gaps % STATISTICS_RECENT];

	if (s->gaps++ >= STATISTICS_RECENT)
		s->days[*oldest]++;
	*oldest = place(gap / SPAN_DAY, STATISTICS_DAYS);
}

void
statistics_add_episode(struct episode_statistics *s, const struct course *c,
    int64_t now)
{
	int64_t length = course_length(c, now);

	if (c->onsets == 0)
		return;
	if (s->episodes++ > 0)
		add_gap(s, c->first.time - s->began);
	s->began = c->first.time;
	s->last_year += now - c->first.time <= YEAR;
	/* How long one took that somebody forgot to end is not known. */
	s->past_mark += course_length(c, course_is_silent(c, now) ?
	    c->heard : now) > EPISODE_MARK;
	if (c->ended) {
		s->ended++;
		s->hours[place(length / SPAN_HOUR, STATISTICS_HOURS)]++;
	}
	if (*c->exercise != '\0')
		statistics_add_exercise(&s->exercises, slice_of(c->exercise));
}

/* Of so many lengths in their places the one that has so many before it. */
static int
nth(const int *places, int n)
{
	int at = 0;

	for (int seen = places[0]; seen <= n; seen += places[at])
		at++;
	return at;
}

/* Of an even number it is half-way between the two in the middle. */
static int
median(const int *places, int count)
{
	return (nth(places, (count - 1) / 2) + nth(places, count / 2)) / 2;
}

static void
put_changes(struct text *text, const char *name,
    const struct score_changes *c)
{
	int all = c->lower + c->same + c->higher;

	if (all >= STATISTICS_LEAST)
		text_item(text, 0, " ", "%d scores within 3 h after %s: %d "
		    "lower than before, %d the same, %d higher.", all, name,
		    c->lower, c->same, c->higher);
}

/* Days: what is smaller says nothing between episodes. */
static struct span_shown
days(int n)
{
	struct span_shown shown = {"under a day"};
	struct text text = {.buf = shown.s, .size = sizeof(shown.s)};

	if (n > 0)
		text_fmt(&text, "%d d", n);
	return shown;
}

/* The medians of the last gaps and of those before them. */
static void
put_spacing(struct text *text, const struct episode_statistics *s)
{
	int a = s->recent[0], b = s->recent[1], c = s->recent[2];
	int low = a < b ? a : b, high = a < b ? b : a;
	int recent = c < low ? low : c > high ? high : c, earlier;
	int before = s->gaps - STATISTICS_RECENT;

	if (before < 2)
		return;
	earlier = median(s->days, before);
	text_fmt(text, " They come %s: the last %d began %s after the one "
	    "before, and the %d before them %s (medians).",
	    recent * 3 < earlier * 2 ? "closer together" :
	    recent * 2 > earlier * 3 ? "further apart" :
	    "about as often as before", STATISTICS_RECENT, days(recent).s,
	    before, days(earlier).s);
}

/* Longer than what was kept where a middle one is. */
static void
put_time_to_gone(struct text *text, const struct episode_statistics *s)
{
	int hours;

	if (s->ended < STATISTICS_LEAST)
		return;
	hours = median(s->hours, s->ended);
	text_fmt(text, " Usual time to gone: %s%s (median of %d).",
	    nth(s->hours, s->ended / 2) == STATISTICS_HOURS ? "over " : "",
	    hours == 0 ? "under an hour" : span(hours * SPAN_HOUR).s,
	    s->ended);
}

/* The exercise before more than half of them. */
static void
put_exercise(struct text *text, const struct episode_statistics *s, bool utf8)
{
	const struct exercise_count *most = statistics_most(&s->exercises);
	struct text name = TEXT(4 * ONSET_EXERCISE);

	if (most == NULL || most->count < STATISTICS_LEAST ||
	    most->count * 2 <= s->episodes)
		return;
	escape_show(&name, slice_of(most->name), utf8);
	text_fmt(text, " Before %d of them: %s.", most->count, name.buf);
}

static void
put_episodes(struct text *text, const struct episode_statistics *s, bool utf8)
{
	text_fmt(text, "%d episodes, %d of them in the last 12 months; %d "
	    "went past 72 h.", s->episodes, s->last_year, s->past_mark);
	put_time_to_gone(text, s);
	put_exercise(text, s, utf8);
	put_spacing(text, s);
}

void
statistics_write(struct page *page, const struct episode_statistics *s,
    bool utf8)
{
	struct text changes = TEXT(256);

	if (s->episodes >= STATISTICS_LEAST)
		put_episodes(page_add(page, "Together", PAGE_PLAIN), s, utf8);
	put_changes(&changes, "ice", &s->changes[TREATMENT_ICE]);
	put_changes(&changes, "heat", &s->changes[TREATMENT_HEAT]);
	if (changes.len > 0)
		text_fmt(page_add(page, "After", PAGE_PLAIN),
		    "%s Counts only: pain also eases by itself.", changes.buf);
}
