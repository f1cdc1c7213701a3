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
	struct shown shown = {""};
	struct text text = {.buf = shown.s, .size = sizeof(shown.s)};

	put_words(&text, slice_of(stored), r);
	return shown;
}

_Static_assert(REPORT_FLARES < COURSE_ONSETS, "they have dates");

/* With the flares, as far as there is room, and how many there are. */
static void
add_times(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	const struct onset *flares;
	int count = course_flares(s, &flares), all = s->onsets - 1;
	struct text dates = TEXT(REPORT_FLARES * sizeof(struct when_shown));
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
	for (int i = 0; i < count && i < REPORT_FLARES; i++)
		text_item(&dates, 0, ", ", "%s",
		    when(flares[i].time, r->now).s);
	if (all > REPORT_FLARES)
		text_item(&dates, 0, ", ", "and later");
	if (all > 0)
		text_fmt(text, " %d flare%s: %s.", all, plural(all),
		    dates.buf);
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

/* A line for each flare that told more than its date, if there is room. */
static void
add_flares(struct page *page, const struct report *r)
{
	const struct onset *flares;
	int count = course_flares(r->course, &flares), told = 0;

	for (int i = 0; i < count; i++) {
		struct text traits = TEXT(128);

		if (onset_tells(&flares[i]) == 0 || told++ >= REPORT_FLARES)
			continue;
		onset_traits(&traits, &flares[i]);
		text_fmt(add(page, told == 1 ? "Flare" : ""), "%s%s%s.",
		    when(flares[i].time, r->now).s,
		    traits.len > 0 ? ": " : "", traits.buf);
		put_exercise(&page->text, &flares[i], r);
	}
	if (told > REPORT_FLARES)
		text_fmt(&page->text, " And %d more in the log.",
		    told - REPORT_FLARES);
}

/* Of the course "4 (Thu 20 Nov 17:30), 6 (18:30)": each day once. */
static void
add_pain(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct score scores[REPORT_SCORES + 1];
	int count = report_scores(s, scores);
	struct text *text = add(page, "Pain 0-10");
	struct text list = TEXT(REPORT_MAX / 8);

	if (count == 0) {
		text_str(text, "Not noted.");
		return;
	}
	text_fmt(text, "Highest %d (%s), last %d (%s).", s->highest.value,
	    when(s->highest.time, r->now).s, s->last.value,
	    when(s->last.time, r->now).s);
	if (r->html || count == 1)
		return;
	for (int i = 0; i < count; i++)
		text_item(&list, 0, ", ", "%d (%s)", scores[i].value,
		    i == 0 ? when(scores[i].time, r->now).s :
		    when_short(scores[i].time, scores[i - 1].time).s);
	text_fmt(text, " Course: %s.", list.buf);
}

/* What was reported of a set of flags, by value. */
struct reported {
	char s[4096];
};

/* The same, with what nobody has looked at yet. */
static struct reported
reported(const struct report *r, uint32_t flags)
{
	struct reported list = {""};
	struct text text = {.buf = list.s, .size = sizeof(list.s)};

	while (flags != 0) {
		enum flag flag = flag_take(&flags);

		text_item(&text, 0, "; ", "%s%s", flag_rows[flag].reported,
		    (r->e->flags & FLAG_BIT(flag)) != 0 ?
		    " (not yet assessed)" : "");
	}
	return list;
}

/* The flares after a time, as far as they are dated. */
static void
list_flares(struct text *list, const struct report *r, int64_t asked)
{
	const struct course *s = r->course;
	const struct onset *flares;
	int count = course_flares(s, &flares), told = 0;

	for (int i = 0; i < count; i++) {
		if (flares[i].time > asked && told++ < REPORT_FLARES)
			text_item(list, 0, ", ", "a flare (%s)",
			    when(flares[i].time, r->now).s);
	}
	if (told > REPORT_FLARES ||
	    (s->onsets > COURSE_ONSETS && s->onset_last > asked))
		text_item(list, 0, ", ", "%s",
		    told > 0 ? "more flares" : "flares");
}

/* What a clean answer of that time cannot know of. */
static void
put_since(struct text *text, const struct report *r, int64_t asked)
{
	const struct course *s = r->course;
	struct text list = TEXT(2048);

	list_flares(&list, r, asked);
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((s->flags & FLAG_BIT(flag)) != 0 &&
		    s->flag_last[flag] > asked)
			text_item(&list, 0, ", ", "%s", flag_rows[flag].name);
	}
	if (r->e->worried || r->e->worry > asked)
		text_item(&list, 0, ", ", "a note that may name one (%s)",
		    when(r->e->worry, r->now).s);
	if (s->highest.time > asked && s->highest.value > s->last.value)
		text_item(&list, 0, ", ", "pain up to %d (%s)",
		    s->highest.value, when(s->highest.time, r->now).s);
	if (s->score_count > 0 && s->last.time > asked)
		text_item(&list, 0, ", ", "pain %d (%s)", s->last.value,
		    when(s->last.time, r->now).s);
	for (int i = 0; i < s->seen && i < COURSE_SEEN; i++) {
		if (s->seen_at[i] > asked)
			text_item(&list, 0, ", ", "seen (%s)",
			    when(s->seen_at[i], r->now).s);
	}
	text_fmt(text, " All were last asked %s; since then: %s.",
	    when(asked, r->now).s,
	    list.len > 0 ? list.buf : "no flare, flag or score");
}

/* Those reported by the times when they first were. */
static void
add_flags(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Red flags");
	size_t start = text->len;

	if (r->unread > 0)
		text_fmt(text, "not known: %d line%s could not be read, and "
		    "may tell of some: `backcare edit`.", r->unread,
		    plural(r->unread));
	if (s->flags == 0)
		text_item(text, start, " ", "%s", r->unread > 0 ?
		    "No other was read." : "None reported.");
	for (uint32_t left = s->flags; left != 0;) {
		uint32_t rest = left;
		int64_t at = s->flag_at[flag_take(&rest)];
		uint32_t like = course_flags_at(s, left, at);

		text_item(text, start, " ", "%s%s: %s.",
		    left == s->flags ? "First reported " : "",
		    when(at, r->now).s, reported(r, like).s);
		left &= ~like;
	}
	if (s->taken_back != 0)
		text_fmt(text, " Taken back, as entered by mistake: %s.",
		    reported(r, s->taken_back).s);
	if (s->screened)
		put_since(text, r, s->screened_at);
	else
		text_str(text, " Not all were asked.");
}

/* How often, and more of it where all packs are known. */
static void
add_packs(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	bool known = course_packs(s) <= COURSE_PACKS;
	struct text *text = add(page, "Done");
	size_t start = text->len;

	for (enum treatment of = TREATMENT_ICE; of <= TREATMENT_HEAT; of++) {
		const char *name = pack_limits[of].title;
		int count = s->pack_count[of];
		int64_t last = 0;
		int minutes = known ? course_minutes(s, of, &last) : 0;

		if (count == 1 && known)
			text_item(text, start, " ", "%s once, %d min, %s.",
			    name, minutes, when(last, r->now).s);
		else if (count == 1)
			text_item(text, start, " ", "%s once.", name);
		else if (count > 1 && known)
			text_item(text, start, " ", "%s %d times, %d min in "
			    "all, last %s.", name, count, minutes,
			    when(last, r->now).s);
		else if (count > 1)
			text_item(text, start, " ", "%s %d times.", name,
			    count);
	}
	if (text->len == start)
		text_str(text, "No ice or moist heat noted.");
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

/* Of its flags the first few, and how many more there are. */
static void
put_earlier(struct text *text, const struct report *r, const struct course *s)
{
	uint32_t flags = s->flags;
	struct text names = TEXT(256);

	text_fmt(text, "%s, %s", when(s->first.time, r->now).s,
	    span(course_length(s, r->now)).s);
	if (s->highest.value != RECORD_NO_SCORE)
		text_fmt(text, ", pain up to %d", s->highest.value);
	if (*s->exercise != '\0')
		text_fmt(text, ", after %s", exercise(s->exercise, r).s);
	for (int i = 0; flags != 0 && i < REPORT_NAMES; i++)
		text_item(&names, 0, ", ", "%s",
		    flag_rows[flag_take(&flags)].name);
	if (flags != 0)
		text_fmt(&names, " and %d more", flag_count(flags));
	if (names.len > 0)
		text_fmt(text, ", red flags: %s", names.buf);
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
	struct text *text = add(page, "Not known");
	size_t start = text->len;

	if (!s->screened)
		text_item(text, start, " ",
		    "The red flags that were not asked.");
	else if (episode_asks(r->e))
		text_item(text, start, " ", "The red flags, as they are now.");
	if ((s->told & ONSET_TELLS_FEEL) == 0)
		text_item(text, start, " ", "What kind of pain it is.");
	if ((s->told & ONSET_TELLS_START) == 0)
		text_item(text, start, " ", "How it began.");
	if ((s->told & ONSET_TELLS_SIDE) == 0)
		text_item(text, start, " ", "Where it is.");
	if (s->score_count == 0)
		text_item(text, start, " ", "How strong it is.");
	else if (!s->ended && r->now - s->last.time > SPAN_DAY)
		text_item(text, start, " ", "How strong it is now: the last "
		    "score is %s old.", span(r->now - s->last.time).s);
	text_item(text, start, " ", "Medicines, other illness, work: where no "
	    "note tells.");
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
