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

/* Words of the person: in HTML they must not turn those around them about. */
static void
put_stored(struct text *text, const char *stored, const struct report *r)
{
	text_str(text, r->html ? isolate : "");
	escape_show(text, slice_of(stored), r->utf8);
	text_str(text, r->html ? pop_isolate : "");
}

static void
put_number(struct text *text, const char *before, int n, const char *after)
{
	text_str_num(text, before, n);
	text_str(text, after);
}

_Static_assert(REPORT_FLARES < COURSE_ONSETS, "they have dates");

/* Each onset but the first, as far as there is room. */
static void
put_flares(struct text *text, const struct report *r)
{
	const struct course *s = r->course;
	const struct onset *flares;
	int count = course_flares(s, &flares), said = 0;

	for (; said < count && said < REPORT_FLARES; said++) {
		text_str(text, said == 0 ? ": " : ", ");
		text_str(text, when(flares[said].time, r->now).s);
	}
	if (said < s->onsets - 1)
		text_str(text, ", and later");
}

static void
add_times(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Episode");

	text_str(text, "Began ");
	text_str(text, when_zone(s->first.time, r->now).s);
	text_str(text, s->ended ? "; ended " : "; open, ");
	if (s->ended) {
		text_str(text, when_zone(s->end, r->now).s);
		text_str(text, ", after ");
	}
	text_str(text, span(course_length(s, r->now)).s);
	text_str(text, s->ended ? "." : " so far.");
	if (s->onsets > 1) {
		put_number(text, " ", s->onsets - 1, s->onsets == 2 ?
		    " flare" : " flares");
		put_flares(text, r);
		text_char(text, '.');
	}
}

/* Sentences about what the pain came after. */
static void
put_exercise(struct text *text, const struct onset *o, const struct report *r)
{
	if (*o->exercise != '\0') {
		text_str(text, " Exercise: ");
		put_stored(text, o->exercise, r);
		text_char(text, '.');
	}
	if ((onset_tells(o) & ONSET_TELLS_SESSION) != 0) {
		text_str(text, " The session was ");
		text_str(text, span(o->time - o->session).s);
		text_str(text, " before.");
	}
}

static void
add_onset(struct page *page, const struct report *r)
{
	const struct onset *o = &r->course->first;
	struct text *text = add(page, "Onset");
	char *traits = text->buf + text->len;

	onset_traits(text, o);
	*traits = (char)toupper((unsigned char)*traits);
	text_str(text, *traits != '\0' ? "." :
	    "Kind, beginning and side not noted.");
	put_exercise(text, o, r);
}

static void
put_flare(struct text *text, const struct onset *o, const struct report *r)
{
	text_str(text, when(o->time, r->now).s);
	if ((onset_tells(o) & ONSET_TELLS_TRAITS) != 0) {
		text_str(text, ": ");
		onset_traits(text, o);
	}
	text_char(text, '.');
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
		put_number(&page->text, " And ", told - REPORT_FLARES,
		    " more in the log.");
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
	put_number(text, "Highest ", s->highest.value, " (");
	text_str(text, when(s->highest.time, r->now).s);
	put_number(text, "), last ", s->last.value, " (");
	text_str(text, when(s->last.time, r->now).s);
	text_str(text, ").");
	if (r->html || count == 1)
		return;
	text_str(text, " Course: ");
	for (int i = 0; i < count; i++) {
		put_number(text, i == 0 ? "" : ", ", scores[i].value, " (");
		if (i == 0)
			text_str(text, when(scores[i].time, r->now).s);
		else
			text_str(text,
			    when_short(scores[i].time, scores[i - 1].time).s);
		text_char(text, ')');
	}
	text_char(text, '.');
}

/* Those first reported at the same time as one, which is taken off them. */
static void
put_flags_of(struct text *text, const struct report *r, uint32_t *left,
    int64_t at)
{
	const char *before = ": ";

	text_str(text, when(at, r->now).s);
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((*left & FLAG_BIT(flag)) == 0 ||
		    r->course->flag_at[flag] != at)
			continue;
		*left &= ~FLAG_BIT(flag);
		text_str(text, before);
		text_str(text, flag_rows[flag].reported);
		if ((r->e->flags & FLAG_BIT(flag)) != 0)
			text_str(text, " (not yet assessed)");
		before = "; ";
	}
	text_str(text, ". ");
}

static void
add_flags(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Red flags");
	uint32_t left = s->flags;

	if (left != 0)
		text_str(text, "First reported ");
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((left & FLAG_BIT(flag)) != 0)
			put_flags_of(text, r, &left, s->flag_at[flag]);
	}
	if (s->flags == 0)
		text_str(text, "None reported. ");
	text_str(text, s->screened ? "All were asked." :
	    "Not all were asked.");
}

/* How often, and more of it where all packs are known. */
static void
put_packs(struct text *text, const struct report *r, bool ice)
{
	const struct course *s = r->course;
	int minutes, count = ice ? s->ice : s->heat;
	int64_t last;

	if (count == 0)
		return;
	text_str(text, ice ? "Ice " : s->ice > 0 ? " Moist heat " :
	    "Moist heat ");
	if (count == 1)
		text_str(text, "once");
	else
		put_number(text, "", count, " times");
	if (s->ice + s->heat <= COURSE_PACKS) {
		minutes = course_minutes(s, ice, &last);
		put_number(text, ", ", minutes, count == 1 ? " min, " :
		    " min in all, last ");
		text_str(text, when(last, r->now).s);
	}
	text_char(text, '.');
}

static void
add_done(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Done");

	if (s->ice + s->heat == 0)
		text_str(text, "No ice or moist heat noted.");
	put_packs(text, r, true);
	put_packs(text, r, false);
	text = add(page, "Seen");
	if (s->seen == 0)
		text_str(text, "No assessment noted.");
	for (int i = 0; i < s->seen && i < COURSE_SEEN; i++) {
		text_str(text, i == 0 ? "By a doctor or physiotherapist, " :
		    ", ");
		text_str(text, when(s->seen_at[i], r->now).s);
	}
	if (s->seen > COURSE_SEEN)
		text_str(text, ", and later");
	if (s->seen > 0)
		text_char(text, '.');
}

static void
add_notes(struct page *page, const struct report *r)
{
	const struct course *s = r->course;

	for (int i = 0; i < s->notes && i < COURSE_NOTES; i++) {
		struct text *text = add(page, i == 0 ? "Notes" : "");

		text_str(text, when(s->note[i].at, r->now).s);
		text_str(text, ", ");
		text_str(text, record_kinds[s->note[i].kind]);
		text_str(text, ": ");
		put_stored(text, s->note[i].text, r);
		if (s->note[i].cut)
			text_str(text, "...");
	}
	if (s->notes > COURSE_NOTES)
		put_number(add(page, ""), "And ", s->notes - COURSE_NOTES,
		    " more in the log.");
}

/* The names of the first few, and how many more there are. */
static void
put_flag_names(struct text *text, uint32_t flags)
{
	int more = flag_count(flags) - REPORT_NAMES;

	flag_list(text, flag_first(flags, REPORT_NAMES));
	if (more > 0)
		put_number(text, " and ", more, " more");
}

static void
add_episode(struct text *text, const struct report *r, const struct course *s)
{
	text_str(text, when(s->first.time, r->now).s);
	text_str(text, ", ");
	text_str(text, span(course_length(s, r->now)).s);
	if (s->highest.value != RECORD_NO_SCORE)
		put_number(text, ", pain up to ", s->highest.value, "");
	if (*s->exercise != '\0') {
		text_str(text, ", after ");
		put_stored(text, s->exercise, r);
	}
	if (s->flags != 0) {
		text_str(text, ", red flags: ");
		put_flag_names(text, s->flags);
	}
	if (s->seen > 0)
		text_str(text, ", assessed");
	text_char(text, '.');
}

static void
add_earlier(struct page *page, const struct report *r)
{
	struct text *text = add(page, "Earlier");

	if (r->earlier_count == 0)
		text_str(text, "No earlier episode in the log.");
	else
		put_number(text, "", r->earlier_count,
		    r->earlier_count == 1 ? " episode" : " episodes");
	if (r->earlier_count > r->listed)
		put_number(text, "; the last ", r->listed, "");
	if (r->earlier_count > 0)
		text_char(text, ':');
	for (int i = r->listed - 1; i >= 0; i--)
		add_episode(add(page, ""), r, &r->earlier[i]);
}

static void
ask(struct text *text, size_t start, const char *question)
{
	if (text->len > start)
		text_char(text, ' ');
	text_str(text, question);
}

/* What a clinician would ask next, as no onset and nothing else tells. */
static void
add_open(struct page *page, const struct report *r)
{
	const struct course *s = r->course;
	struct text *text = add(page, "Not known");
	size_t start = text->len;

	if (!s->screened)
		ask(text, start, "The red flags that were not asked.");
	if ((s->told & ONSET_TELLS_FEEL) == 0)
		ask(text, start, "What kind of pain it is.");
	if ((s->told & ONSET_TELLS_START) == 0)
		ask(text, start, "How it began.");
	if ((s->told & ONSET_TELLS_SIDE) == 0)
		ask(text, start, "On which side it is.");
	if (s->score_count == 0)
		ask(text, start, "How strong it is.");
	else if (!s->ended && r->now - s->last.time > SPAN_DAY)
		ask(text, start, "How strong it is now: the last score is "
		    "over a day old.");
	ask(text, start, "Medicines, other illness, work: the log does not "
	    "hold them.");
}

void
report_write(struct page *page, const struct report *r)
{
	struct text *text = page_add(page, NULL, PAGE_HEADLINE);

	text_str(text, "Low back pain after exercise: summary of a log");
	text = page_add(page, NULL, PAGE_PLAIN);
	text_str(text, "From the person's own notes, as of ");
	/* With its year: paper is kept. */
	text_str(text, when_zone(r->now, CIVIL_MIN).s);
	text_str(text, "; times are local.");
	add_times(page, r);
	add_onset(page, r);
	add_flares(page, r);
	add_pain(page, r);
	add_flags(page, r);
	add_done(page, r);
	add_notes(page, r);
	add_earlier(page, r);
	add_open(page, r);
	sentence_put(page_add(page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER, false);
	page_close(page);
}
