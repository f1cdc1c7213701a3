#include "../core/say/doubt.h"
#include "../core/say/sentence.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../ui/confirm.h"
#include "../ui/draft.h"
#include "../ui/output.h"

/* How bad it was, and after what. */
static void
add_pain(struct page *page, const struct episode *e, bool utf8)
{
	bool scored = e->highest != RECORD_NO_SCORE;
	struct text exercise = TEXT(4 * ONSET_EXERCISE), *text;

	escape_show(&exercise, slice_of(e->latest.exercise), utf8);
	if (!scored && exercise.len == 0)
		return;
	text = page_add(page, "Showed", PAGE_PLAIN);
	if (!scored)
		text_fmt(text, "Pain after %s.", exercise.buf);
	else if (exercise.len == 0)
		text_fmt(text, "Pain up to %d.", e->highest);
	else
		text_fmt(text, "Pain up to %d after %s.", e->highest,
		    exercise.buf);
}

/*
 * What the episode was like, where that is known, one thing to change, and
 * the way back.
 */
static void
add_lesson(struct page *page, const struct episode *e, const struct record *r,
    bool utf8)
{
	static const struct {
		enum sentence like, change;
	} lessons[] = {
		[PATTERN_UNCLEAR] = {SENTENCE_COUNT, SENTENCE_END_CHANGE},
		[PATTERN_SORENESS] = {SENTENCE_SORENESS, SENTENCE_END_SORENESS},
		[PATTERN_STRAIN] = {SENTENCE_STRAIN, SENTENCE_END_STRAIN}
	};
	enum pattern pattern = pattern_of(&e->latest);
	struct verdict v = verdict_of(e, r->time);

	add_pain(page, e, utf8);
	/* Soreness is a calm word. */
	if (pattern == PATTERN_STRAIN || (pattern == PATTERN_SORENESS &&
	    verdict_suits_soreness(e, &v) && !e->worried &&
	    !confirm_is_worried(r)))
		text_fmt(page_add(page, "Pattern", PAGE_PLAIN), "%s.",
		    sentence_rows[lessons[pattern].like].text);
	sentence_put(page_add(page, "Cause", PAGE_PLAIN), SENTENCE_END_CAUSE,
	    false);
	sentence_put(page_add(page, "Change", PAGE_PLAIN),
	    lessons[pattern].change, false);
	sentence_put(page_add(page, "Training", PAGE_PLAIN),
	    SENTENCE_END_RETURN, false);
}

static void
confirm(const struct logbook *book, const struct record *r)
{
	const struct episode *before = &book->before;
	int64_t now = book->ctx->now;
	struct verdict v = verdict_of(&book->e, now);
	struct text said = TEXT(768);
	struct sheet sheet;

	text_fmt(&said, "gone %s, %s after it began.",
	    when_zone(r->time, now).s, span(r->time - before->first).s);
	confirm_unseen(&said, before->flags);
	/* Nobody has said when. */
	if (r->time == now && doubt_is_silent(before, now))
		text_fmt(&said, " Before that nothing was noted for %s: if it "
		    "had gone earlier, `backcare undo`, then `backcare end -t "
		    "WHEN`.", span(now - before->heard).s);
	if (advice_is_alarm(&v)) {
		confirm_print(book, r, "Recorded", said.buf);
		return;
	}
	sheet_begin(&sheet, now);
	if (flag_at_least(before->flags, URGENCY_PROMPT) != 0)
		text_str(&said, " Have that looked at before you train again.");
	text_str(page_add(&sheet.page, "Recorded", PAGE_PLAIN), said.buf);
	confirm_worry(&sheet.page, r);
	if (book->e.unread > 0)
		doubt_unread(page_add(&sheet.page, "Not known", PAGE_PLAIN),
		    book->e.unread);
	if (episode_asks(before))
		doubt_screening(page_add(&sheet.page, "Not known", PAGE_PLAIN),
		    before, now);
	add_lesson(&sheet.page, before, r, sheet.terminal.utf8);
	advice_close(&sheet.page, &book->e, &v, &sheet.view);
	sheet_print(&sheet);
}

static int
exec(struct context *ctx, const void *options)
{
	return draft_record(ctx, options, RECORD_END, confirm);
}

const struct command cmd_end = {
	.name = "end",
	.summary = "the pain has gone",
	.options = draft_options,
	.size = CMD_SIZE(struct draft_time),
	.defaults = &draft_now,
	.arguments = "[note ...]",
	.most = CMD_ANY,
	.exec = exec
};
