#include "report.h"

#include <ctype.h>

#include "../text/escape.h"
#include "../time/when.h"
#include "sentence.h"

/* U+2068 and U+2069 as UTF-8, UAX 9; not as strings, where they would act. */
static const char isolate[] = {'\xe2', '\x81', '\xa8', '\0'};
static const char pop_isolate[] = {'\xe2', '\x81', '\xa9', '\0'};

int
report_scores(const struct course *s, struct score *out)
{
	struct score all[COURSE_OUT];
	int count = course_scores(s, all), kept = 0;
	int step = (count + REPORT_SCORES - 1) / REPORT_SCORES;

	/* From the last one backwards, so that it is always there. */
	for (int i = count == 0 ? 0 : (count - 1) % step; i < count; i += step)
		out[kept++] = all[i];
	return kept;
}

static struct text *
add(struct page *page, const char *label)
{
	return page_add(page, label, PAGE_PLAIN);
}

static const char *
plural(int n)
{
	return n == 1 ? "" : "s";
}

/* Words of the person: in HTML they must not turn those around them about. */
static void
put_words(struct text *text, struct slice stored, const struct report *r)
{
	text_str(text, r->html ? isolate : "");
	escape_show(text, stored, r->utf8);
	text_str(text, r->html ? pop_isolate : "");
}

/* The same for the name of an exercise, by value. */
struct shown {
	char s[4 * ONSET_EXERCISE + sizeof(isolate) + sizeof(pop_isolate)];
};

static struct shown
exercise(const char *stored, const struct report *r)
{
	struct shown shown;
	struct text text;

	text_init(&text, shown.s, sizeof(shown.s));
	put_words(&text, slice_of(stored), r);
	return shown;
}

/* The flares after a time, as far as there is room, and how many there are. */
static void
put_flares(struct text *text, const struct report *r)
{
	const struct course *s = r->course;
	const struct onset *flares;
	int count = course_flares(s, &flares), all = s->onsets - 1;
	struct text dates = TEXT(REPORT_FLARES * sizeof(struct when_shown));

	if (all == 0)
		return;
	for (int i = 0; i < count && i < REPORT_FLARES; i++)
		text_item(&dates, 0, ", ", "%s",
		    when(flares[i].time, r->now).s);
	if (all > REPORT_FLARES)
		text_item(&dates, 0, ", ", "and later");
	text_fmt(text, " %d flare%s: %s.", all, plural(all), dates.buf);
}

_Static_assert(REPORT_FLARES < COURSE_ONSETS, "they have dates");

static void
add_times(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Episode");
	struct when_shown began = when_zone(s->first.time, r->now);
	struct span_shown length = span(course_length(s, r->now));

	if (s->ended)
		text_fmt(text, "Began %s; ended %s, after %s.", began.s,
		    when_zone(s->end, r->now).s, length.s);
	else if (course_is_silent(s, r->now))
		text_fmt(text, "Began %s; not ended, and nothing noted since "
		    "%s.", began.s, when(s->heard, r->now).s);
	else
		text_fmt(text, "Began %s; open, %s so far.", began.s,
		    length.s);
	put_flares(text, r);
}

/* Sentences about what the pain came after. */
static void
put_exercise(struct text *text, const struct onset *o, const struct report *r)
{
	if (*o->exercise != '\0')
		text_fmt(text, " Exercise: %s.", exercise(o->exercise, r).s);
	if ((onset_tells(o) & ONSET_TELLS_SESSION) != 0)
		text_fmt(text, " The session was %s before.",
		    span(o->time - o->session).s);
}

static void
add_onset(struct page *page, const struct report *r)
{
	const struct onset *o = &r->course->first;
	struct text *text = add(page, "Onset");
	struct text traits = TEXT(128);

	onset_traits(&traits, o);
	*traits.buf = (char)toupper((unsigned char)*traits.buf);
	text_fmt(text, "%s.", traits.len > 0 ? traits.buf :
	    "Kind, beginning and side not noted");
	put_exercise(text, o, r);
}

static void
put_flare(struct text *text, const struct onset *o, const struct report *r)
{
	struct text traits = TEXT(128);

	onset_traits(&traits, o);
	text_fmt(text, "%s%s%s.", when(o->time, r->now).s,
	    traits.len > 0 ? ": " : "", traits.buf);
	put_exercise(text, o, r);
}

/* A line for each flare that told more than its date, if there is room. */
static void
add_flares(struct page *page, const struct report *r)
{
	const struct onset *flares;
	int count = course_flares(r->course, &flares), told = 0;

	for (int i = 0; i < count; i++) {
		if (onset_tells(&flares[i]) != 0 && told++ < REPORT_FLARES)
			put_flare(add(page, told == 1 ? "Flare" : ""),
			    &flares[i], r);
	}
	if (told > REPORT_FLARES)
		text_fmt(&page->text, " And %d more in the log.",
		    told - REPORT_FLARES);
}

/* "4 (Thu 20 Nov 17:30), 6 (18:30)": the day only where it is another. */
static void
put_scores(struct text *text, const struct score *scores, int count,
    int64_t now)
{
	size_t start = text->len;

	for (int i = 0; i < count; i++)
		text_item(text, start, ", ", "%d (%s)", scores[i].value,
		    i == 0 ? when(scores[i].time, now).s :
		    when_short(scores[i].time, scores[i - 1].time).s);
}

static void
add_pain(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct score scores[REPORT_SCORES + 1];
	int count = report_scores(s, scores);
	struct text *text = add(page, "Pain 0-10");

	if (count == 0) {
		text_str(text, "Not noted.");
		return;
	}
	text_fmt(text, "Highest %d (%s), last %d (%s).", s->highest.value,
	    when(s->highest.time, r->now).s, s->last.value,
	    when(s->last.time, r->now).s);
	if (r->html || count == 1)
		return;
	text_str(text, " Course: ");
	put_scores(text, scores, count, r->now);
	text_str(text, ".");
}

/* What was reported of a set of flags, and what nobody has looked at yet. */
static void
put_reported(struct text *text, const struct report *r, uint32_t flags)
{
	size_t start = text->len;

	while (flags != 0) {
		enum flag flag = flag_take(&flags);

		text_item(text, start, "; ", "%s%s", flag_rows[flag].reported,
		    (r->e->flags & FLAG_BIT(flag)) != 0 ?
		    " (not yet assessed)" : "");
	}
}

/* By the times when they were first reported. */
static void
put_flags(struct text *text, const struct report *r)
{
	const struct course *s = r->course;

	for (uint32_t left = s->flags; left != 0;) {
		uint32_t rest = left;
		int64_t at = s->flag_at[flag_take(&rest)];
		uint32_t like = course_flags_at(s, left, at);
		struct text names = TEXT(4096);

		left &= ~like;
		put_reported(&names, r, like);
		text_fmt(text, "%s: %s. ", when(at, r->now).s, names.buf);
	}
}

static void
put_taken_back(struct text *text, const struct report *r)
{
	struct text names = TEXT(4096);
	uint32_t back = r->course->taken_back;

	while (back != 0)
		text_item(&names, 0, "; ", "%s",
		    flag_rows[flag_take(&back)].reported);
	if (names.len > 0)
		text_fmt(text, "Taken back, as entered by mistake: %s. ",
		    names.buf);
}

/* What a clean answer of that time cannot know of. */
static void
put_since(struct text *text, const struct report *r, int64_t asked)
{
	const struct course *s = r->course;
	const struct onset *flares;
	int count = course_flares(s, &flares), told = 0;
	size_t start = text->len;

	for (int i = 0; i < count; i++) {
		if (flares[i].time > asked && told++ < REPORT_FLARES)
			text_item(text, start, ", ", "a flare (%s)",
			    when(flares[i].time, r->now).s);
	}
	if (told > REPORT_FLARES ||
	    (s->onsets > COURSE_ONSETS && s->onset_last > asked))
		text_item(text, start, ", ", "%s",
		    told > 0 ? "more flares" : "flares");
	for (uint32_t left = s->flags; left != 0;) {
		enum flag flag = flag_take(&left);

		if (s->flag_last[flag] > asked)
			text_item(text, start, ", ", "%s",
			    flag_rows[flag].name);
	}
	if (r->e->worried || r->e->worry > asked)
		text_item(text, start, ", ", "a note that may name one (%s)",
		    when(r->e->worry, r->now).s);
	if (s->score_count > 0 && s->highest.time > asked &&
	    s->highest.value > s->last.value)
		text_item(text, start, ", ", "pain up to %d (%s)",
		    s->highest.value, when(s->highest.time, r->now).s);
	if (s->score_count > 0 && s->last.time > asked)
		text_item(text, start, ", ", "pain %d (%s)", s->last.value,
		    when(s->last.time, r->now).s);
	for (int i = 0; i < s->seen && i < COURSE_SEEN; i++) {
		if (s->seen_at[i] > asked)
			text_item(text, start, ", ", "seen (%s)",
			    when(s->seen_at[i], r->now).s);
	}
	if (text->len == start)
		text_str(text, "no flare, flag or score");
}

static void
put_asked(struct text *text, const struct report *r)
{
	const struct course *s = r->course;

	if (!s->screened) {
		text_str(text, "Not all were asked.");
		return;
	}
	text_fmt(text, "All were last asked %s; since then: ",
	    when(s->screened_at, r->now).s);
	put_since(text, r, s->screened_at);
	text_str(text, ".");
}

static void
add_flags(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Red flags");

	if (r->unread > 0)
		text_fmt(text, "not known: %d line%s could not be read, and "
		    "may tell of some: `backcare edit`. ", r->unread,
		    plural(r->unread));
	if (s->flags != 0)
		text_str(text, "First reported ");
	else
		text_str(text, r->unread > 0 ? "No other was read. " :
		    "None reported. ");
	put_flags(text, r);
	put_taken_back(text, r);
	put_asked(text, r);
}

/* How often, and more of it where all packs are known. */
static void
put_packs(struct text *text, const struct report *r, enum treatment of)
{
	const struct course *s = r->course;
	int count = s->pack_count[of];
	const char *name = pack_limits[of].title;
	struct text times = TEXT(32);
	int64_t last;
	int minutes;

	if (count == 0)
		return;
	if (count == 1)
		text_str(&times, "once");
	else
		text_fmt(&times, "%d times", count);
	if (course_packs(s) > COURSE_PACKS) {
		text_item(text, 0, " ", "%s %s.", name, times.buf);
		return;
	}
	minutes = course_minutes(s, of, &last);
	text_item(text, 0, " ", "%s %s, %d min%s, %s%s.", name, times.buf,
	    minutes, count == 1 ? "" : " in all", count == 1 ? "" : "last ",
	    when(last, r->now).s);
}

static void
add_packs(struct page *page, const struct report *r)
{
	struct text packs = TEXT(256);

	put_packs(&packs, r, TREATMENT_ICE);
	put_packs(&packs, r, TREATMENT_HEAT);
	text_str(add(page, "Done"), packs.len > 0 ? packs.buf :
	    "No ice or moist heat noted.");
}

static void
add_seen(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Seen");
	struct text dates = TEXT((COURSE_SEEN + 1) * sizeof(struct when_shown));

	for (int i = 0; i < s->seen && i < COURSE_SEEN; i++)
		text_item(&dates, 0, ", ", "%s", when(s->seen_at[i], r->now).s);
	if (s->seen > COURSE_SEEN)
		text_item(&dates, 0, ", ", "and later");
	if (s->seen == 0)
		text_str(text, "No assessment noted.");
	else
		text_fmt(text, "By a doctor or physiotherapist, %s.",
		    dates.buf);
}

void
report_note(struct page *page, const struct report *r,
    const struct record *record, bool first)
{
	struct text *text = add(page, first ? "Notes" : "");

	text_str(text, when(record->time, r->now).s);
	if (record->kind != RECORD_PAIN && record->kind != RECORD_NOTE)
		text_fmt(text, ", %s", record_kinds[record->kind]);
	if (record->score != RECORD_NO_SCORE)
		text_fmt(text, ", pain %d", record->score);
	text_str(text, ": ");
	put_words(text, record->note, r);
}

/* The names of the first few, and how many more there are. */
static void
put_flag_names(struct text *text, uint32_t flags)
{
	size_t start = text->len;

	for (int i = 0; flags != 0 && i < REPORT_NAMES; i++)
		text_item(text, start, ", ", "%s",
		    flag_rows[flag_take(&flags)].name);
	if (flags != 0)
		text_fmt(text, " and %d more", flag_count(flags));
}

static void
put_earlier(struct text *text, const struct report *r, const struct course *s)
{
	text_fmt(text, "%s, %s", when(s->first.time, r->now).s,
	    span(course_length(s, r->now)).s);
	if (s->highest.value != RECORD_NO_SCORE)
		text_fmt(text, ", pain up to %d", s->highest.value);
	if (*s->exercise != '\0')
		text_fmt(text, ", after %s", exercise(s->exercise, r).s);
	if (s->flags != 0) {
		text_str(text, ", red flags: ");
		put_flag_names(text, s->flags);
	}
	text_str(text, s->seen > 0 ? ", assessed." : ".");
}

static void
add_earlier(struct page *page, const struct report *r)
{
	struct text *text = add(page, "Earlier");
	int count = r->earlier_count;

	if (count == 0)
		text_str(text, "No earlier episode in the log.");
	else if (count > r->listed)
		text_fmt(text, "%d episodes; the last %d:", count, r->listed);
	else
		text_fmt(text, "%d episode%s:", count, plural(count));
	for (int i = r->listed - 1; i >= 0; i--)
		put_earlier(add(page, ""), r, &r->earlier[i]);
}

/* What a clinician would ask next, as no onset and nothing else tells. */
static void
add_open(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	bool old = !s->ended && s->score_count > 0 &&
	    r->now - s->last.time > SPAN_DAY;
	struct text strength = TEXT(96);
	const char *const questions[] = {
		!s->screened ? "The red flags that were not asked." :
		    episode_asks(r->e) ? "The red flags, as they "
		    "are now." : NULL,
		(s->told & ONSET_TELLS_FEEL) == 0 ?
		    "What kind of pain it is." : NULL,
		(s->told & ONSET_TELLS_START) == 0 ? "How it began." : NULL,
		(s->told & ONSET_TELLS_SIDE) == 0 ? "Where it is." : NULL,
		s->score_count == 0 ? "How strong it is." : old ? strength.buf :
		    NULL,
		"Medicines, other illness, work: where no note tells."
	};
	struct text *text = add(page, "Not known");
	size_t start = text->len;

	text_fmt(&strength, "How strong it is now: the last score is %s old.",
	    span(r->now - s->last.time).s);
	for (size_t i = 0; i < sizeof(questions) / sizeof(*questions); i++) {
		if (questions[i] != NULL)
			text_item(text, start, " ", "%s", questions[i]);
	}
}

void
report_head(struct page *page, const struct report *r)
{
	text_str(page_add(page, NULL, PAGE_HEADLINE),
	    "Low back pain after exercise: summary of a log");
	/* With its year: paper is kept. */
	text_fmt(page_add(page, NULL, PAGE_PLAIN), "From the person's own "
	    "notes, as of %s; times are local.",
	    when_zone(r->now, CIVIL_MIN).s);
	add_flags(page, r);
}

void
report_course(struct page *page, const struct report *r)
{
	add_times(page, r);
	add_onset(page, r);
	add_flares(page, r);
	add_pain(page, r);
	add_packs(page, r);
	add_seen(page, r);
}

void
report_rest(struct page *page, const struct report *r)
{
	add_earlier(page, r);
	add_open(page, r);
	sentence_put(page_add(page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER,
	    false);
}
