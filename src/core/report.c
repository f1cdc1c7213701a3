#include "report.h"

#include "escape.h"
#include "when.h"
#include "words.h"

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

static void
put_stored(struct text *text, const char *stored, const struct report *r)
{
	char decoded[STORY_NOTE_MAX];

	escape_put(text, decoded, escape_decode(slice_of(stored), decoded),
	    r->utf8 ? ESCAPE_SHOW : ESCAPE_ASCII);
}

static void
put_number(struct text *text, const char *before, int n, const char *after)
{
	text_str(text, before);
	text_num(text, n, 0);
	text_str(text, after);
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
		put_number(text, " Flares: ", s->onsets - 1, "");
		for (int i = 0; i < s->onsets && i < STORY_ONSETS; i++) {
			if (s->onset_at[i] == s->first.time)
				continue;
			text_str(text, ", ");
			when_text(text, s->onset_at[i], r->now);
		}
		text_char(text, '.');
	}
}

static void
add_onset(struct page *page, const struct report *r)
{
	const struct onset *o = &r->story->first;
	struct text *text = add(page, "Onset");

	text_str(text, o->feel == FEEL_UNKNOWN ? "kind not noted" :
	    record_feels[o->feel]);
	text_str(text, ", ");
	text_str(text, o->start == START_UNKNOWN ? "beginning not noted" :
	    record_starts[o->start]);
	text_str(text, ", ");
	text_str(text, o->side == SIDE_ONE ? "on one side" :
	    o->side == SIDE_BOTH ? "on both sides" : "side not noted");
	if (o->chronic)
		text_str(text, ", long-standing and stiff");
	if (*r->story->exercise != '\0') {
		text_str(text, ". Exercise: ");
		put_stored(text, r->story->exercise, r);
	}
	if (o->has_session && o->session <= o->time) {
		text_str(text, ". The session was ");
		span_text(text, o->time - o->session);
		text_str(text, " before");
	}
	text_char(text, '.');
}

static void
add_pain(struct page *page, const struct report *r)
{
	struct score scores[REPORT_SCORES + 1];
	int count = report_scores(r->story, scores);
	struct text *text = add(page, "Pain 0-10");

	if (count == 0) {
		text_str(text, "Not noted.");
		return;
	}
	put_number(text, "Highest ", r->story->highest.value, ", ");
	put_number(text, "last ", r->story->last.value, ". Course: ");
	for (int i = 0; i < count; i++) {
		put_number(text, i == 0 ? "" : "; ", scores[i].value, " (");
		when_text(text, scores[i].time, r->now);
		text_char(text, ')');
	}
	text_char(text, '.');
}

static void
add_flags(struct page *page, const struct report *r)
{
	const struct story *s = r->story;
	struct text *text = add(page, "Red flags");
	bool any = false;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((s->flags & FLAG_BIT(flag)) == 0)
			continue;
		if (any)
			text_str(text, "; ");
		any = true;
		text_str(text, flag_rows[flag].reported);
		text_str(text, " (first reported ");
		when_text(text, s->flag_at[flag], r->now);
		if ((r->e->flags & FLAG_BIT(flag)) != 0)
			text_str(text, ", not assessed since");
		text_char(text, ')');
	}
	if (any)
		text_str(text, ". ");
	text_str(text, s->screened ? "All were asked." :
	    "Not all were asked.");
	if (!any)
		text_str(text, " None was reported.");
}

/* How often, how long in all, and when last. */
static void
put_packs(struct text *text, const struct report *r, bool ice)
{
	const struct story *s = r->story;
	int count = ice ? s->ice : s->heat, minutes = 0;
	int64_t last = 0;

	put_number(text, ice ? "Ice " : " Moist heat ", count,
	    count == 1 ? " time" : " times");
	for (int i = 0; i < s->ice + s->heat && i < STORY_PACKS; i++) {
		if (s->packs[i].ice != ice)
			continue;
		minutes += s->packs[i].pack.minutes;
		if (s->packs[i].pack.start > last)
			last = s->packs[i].pack.start;
	}
	if (minutes > 0 && s->ice + s->heat <= STORY_PACKS) {
		put_number(text, ", ", minutes, " min in all, last ");
		when_text(text, last, r->now);
	}
	text_char(text, '.');
}

static void
add_done(struct page *page, const struct report *r)
{
	const struct story *s = r->story;
	struct text *text = add(page, "Done");

	put_packs(text, r, true);
	put_packs(text, r, false);
	text = add(page, "Seen");
	if (s->seen == 0)
		text_str(text, "By nobody, as far as was noted.");
	for (int i = 0; i < s->seen && i < STORY_SEEN; i++) {
		text_str(text, i == 0 ? "By a doctor or physiotherapist, " :
		    ", ");
		when_text(text, s->seen_at[i], r->now);
	}
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
}

static void
add_earlier(struct page *page, const struct report *r)
{
	struct text *text = add(page, "Earlier");

	if (r->earlier_count == 0)
		text_str(text, "No earlier episode in the log.");
	else
		put_number(text, "", r->earlier_count,
		    r->earlier_count == 1 ? " episode." : " episodes.");
	for (int i = r->listed - 1; i >= 0; i--) {
		const struct story *s = &r->earlier[i];

		text = add(page, "");
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
			text_str(text, ", flags ");
			flag_write(text, s->flags);
		}
		text_char(text, '.');
	}
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
		ask(text, start, "Red flags that were not asked.");
	if (s->first.feel == FEEL_UNKNOWN ||
	    s->first.start == START_UNKNOWN || s->first.side == SIDE_UNKNOWN)
		ask(text, start, "Kind, beginning or side of the pain.");
	if (s->score_count == 0)
		ask(text, start, "How strong the pain is.");
	else if (!s->ended && r->now - s->last.time > SPAN_DAY)
		ask(text, start, "How strong the pain is now: the last score "
		    "is over a day old.");
	ask(text, start, "Medicines, other illness and work: the log does "
	    "not hold them.");
}

void
report_write(struct page *page, const struct report *r)
{
	struct text *text = page_add(page, NULL, PAGE_HEADLINE);

	text_str(text, "Low back pain after exercise: summary of a log");
	text = page_add(page, NULL, PAGE_PLAIN);
	text_str(text, "As the person noted it; made ");
	when_text_zone(text, r->now, r->now);
	text_char(text, '.');
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
