#include "report.h"

#include <ctype.h>

#include "escape.h"
#include "when.h"
#include "words.h"

/* U+2068 and U+2069 as UTF-8, UAX 9; not as strings, where they would act. */
static const char isolate[] = {'\xe2', '\x81', '\xa8', '\0'};
static const char pop_isolate[] = {'\xe2', '\x81', '\xa9', '\0'};

int
report_scores(const struct story *s, struct score *out)
{
	struct score all[STORY_OUT];
	int count = story_scores(s, all), kept = 0;
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
	char decoded[STORY_NOTE_MAX];

	text_str(text, r->html ? isolate : "");
	escape_put(text, decoded, escape_decode(slice_of(stored), decoded),
	    r->utf8 ? ESCAPE_SHOW : ESCAPE_ASCII);
	text_str(text, r->html ? pop_isolate : "");
}

static void
put_number(struct text *text, const char *before, int n, const char *after)
{
	text_str_num(text, before, n);
	text_str(text, after);
}

_Static_assert(REPORT_FLARES < STORY_ONSETS, "they have dates");

/* Each onset but the first, as far as there is room. */
static void
put_flares(struct text *text, const struct report *r)
{
	const struct story *s = r->story;
	const struct onset *flares;
	int count = story_flares(s, &flares), said = 0;

	for (; said < count && said < REPORT_FLARES; said++) {
		text_str(text, said == 0 ? ": " : ", ");
		when_text(text, flares[said].time, r->now);
	}
	if (said < s->onsets - 1)
		text_str(text, ", and later");
}

static void
add_times(struct page *page, const struct report *r)
{
	const struct story *s = r->story;
	struct text *text = add(page, "Episode");

	text_str(text, "Began ");
	when_text_zone(text, s->first.time, r->now);
	text_str(text, s->ended ? "; ended " : "; open, ");
	if (s->ended) {
		when_text_zone(text, s->end, r->now);
		text_str(text, ", after ");
	}
	span_text(text, story_length(s, r->now));
	text_str(text, s->ended ? "." : " so far.");
	if (s->onsets > 1) {
		put_number(text, " ", s->onsets - 1, s->onsets == 2 ?
		    " flare" : " flares");
		put_flares(text, r);
		text_char(text, '.');
	}
}

/* Commas between what is known, and a capital in front. */
static void
put_trait(struct text *text, size_t start, const char *trait)
{
	if (*trait == '\0')
		return;
	if (text->len > start) {
		text_str(text, ", ");
		text_str(text, trait);
	} else {
		text_char(text, (char)toupper((unsigned char)*trait));
		text_str(text, trait + 1);
	}
}

static void
add_onset(struct page *page, const struct report *r)
{
	const struct onset *o = &r->story->first;
	struct text *text = add(page, "Onset");
	size_t start = text->len;

	put_trait(text, start, record_feels[o->feel]);
	put_trait(text, start, record_starts[o->start]);
	put_trait(text, start, o->side == SIDE_ONE ? "on one side" :
	    o->side == SIDE_BOTH ? "on both sides" : "");
	put_trait(text, start, o->chronic ? "long-standing and stiff" : "");
	text_str(text, text->len > start ? "." :
	    "Kind, beginning and side not noted.");
	if (*r->story->exercise != '\0') {
		text_str(text, " Exercise: ");
		put_stored(text, r->story->exercise, r);
		text_char(text, '.');
	}
	if (o->has_session && o->session <= o->time) {
		text_str(text, " The session was ");
		span_text(text, o->time - o->session);
		text_str(text, " before.");
	}
}

static void
add_pain(struct page *page, const struct report *r)
{
	const struct story *s = r->story;
	struct score scores[REPORT_SCORES + 1];
	int count = report_scores(s, scores);
	struct text *text = add(page, "Pain 0-10");

	if (count == 0) {
		text_str(text, "Not noted.");
		return;
	}
	put_number(text, "Highest ", s->highest.value, " (");
	when_text(text, s->highest.time, r->now);
	put_number(text, "), last ", s->last.value, " (");
	when_text(text, s->last.time, r->now);
	text_str(text, ").");
	if (r->html || count == 1)
		return;
	text_str(text, " Course: ");
	for (int i = 0; i < count; i++) {
		put_number(text, i == 0 ? "" : ", ", scores[i].value, " (");
		if (i == 0)
			when_text(text, scores[i].time, r->now);
		else
			when_text_short(text, scores[i].time,
			    scores[i - 1].time);
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

	when_text(text, at, r->now);
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((*left & FLAG_BIT(flag)) == 0 ||
		    r->story->flag_at[flag] != at)
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
	const struct story *s = r->story;
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
	const struct story *s = r->story;
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
	if (s->ice + s->heat <= STORY_PACKS) {
		minutes = story_minutes(s, ice, &last);
		put_number(text, ", ", minutes, count == 1 ? " min, " :
		    " min in all, last ");
		when_text(text, last, r->now);
	}
	text_char(text, '.');
}

static void
add_done(struct page *page, const struct report *r)
{
	const struct story *s = r->story;
	struct text *text = add(page, "Done");

	if (s->ice + s->heat == 0)
		text_str(text, "No ice or moist heat noted.");
	put_packs(text, r, true);
	put_packs(text, r, false);
	text = add(page, "Seen");
	if (s->seen == 0)
		text_str(text, "No assessment noted.");
	for (int i = 0; i < s->seen && i < STORY_SEEN; i++) {
		text_str(text, i == 0 ? "By a doctor or physiotherapist, " :
		    ", ");
		when_text(text, s->seen_at[i], r->now);
	}
	if (s->seen > STORY_SEEN)
		text_str(text, ", and later");
	if (s->seen > 0)
		text_char(text, '.');
}

static void
add_notes(struct page *page, const struct report *r)
{
	const struct story *s = r->story;

	for (int i = 0; i < s->notes && i < STORY_NOTES; i++) {
		struct text *text = add(page, i == 0 ? "Notes" : "");

		when_text(text, s->note[i].at, r->now);
		text_str(text, ", ");
		text_str(text, record_kinds[s->note[i].kind]);
		text_str(text, ": ");
		put_stored(text, s->note[i].text, r);
		if (s->note[i].cut)
			text_str(text, "...");
	}
	if (s->notes > STORY_NOTES)
		put_number(add(page, ""), "And ", s->notes - STORY_NOTES,
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
add_episode(struct text *text, const struct report *r, const struct story *s)
{
	when_text(text, s->first.time, r->now);
	text_str(text, ", ");
	span_text(text, story_length(s, r->now));
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

/* What a clinician would ask next, as the log does not say. */
static void
add_open(struct page *page, const struct report *r)
{
	const struct story *s = r->story;
	struct text *text = add(page, "Not known");
	size_t start = text->len;

	if (!s->screened)
		ask(text, start, "The red flags that were not asked.");
	if (s->first.feel == FEEL_UNKNOWN)
		ask(text, start, "What kind of pain it is.");
	if (s->first.start == START_UNKNOWN)
		ask(text, start, "How it began.");
	if (s->first.side == SIDE_UNKNOWN)
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
	when_text_zone(text, r->now, CIVIL_MIN);
	text_str(text, "; times are local.");
	add_times(page, r);
	add_onset(page, r);
	add_pain(page, r);
	add_flags(page, r);
	add_done(page, r);
	add_notes(page, r);
	add_earlier(page, r);
	add_open(page, r);
	words_put(page_add(page, NULL, PAGE_PLAIN), WORDS_DISCLAIMER, false);
	page_close(page);
}
