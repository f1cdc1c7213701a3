#include "../core/say/advice.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../core/say/sentence.h"
#include "option.h"
#include "recording.h"
#include "output.h"

static void
say(struct text *text, const struct record *r, const struct episode *e,
    int64_t now)
{
	text_str(text, "gone ");
	text_str(text, when_zone(r->time, now).s);
	text_str(text, ", ");
	text_str(text, span(r->time - e->first).s);
	text_str(text, " after it began.");
	recording_say_unseen(text, e->flags);
}

/* How bad it was, and after what. */
static void
put_pain(struct text *text, const struct episode *e, bool utf8)
{
	const char *exercise = e->latest.exercise;

	text_str(text, "Pain");
	if (e->highest != RECORD_NO_SCORE) {
		text_str(text, " up to ");
		text_num(text, e->highest);
	}
	if (*exercise != '\0') {
		text_str(text, " after ");
		escape_show(text, slice_of(exercise), utf8);
	}
	text_char(text, '.');
}

/*
 * What the episode was like, where that is known, one thing to change, and
 * the way back.
 */
static void
add_lesson(struct page *page, const struct episode *e, bool utf8)
{
	static const struct {
		enum sentence like, change;
	} lessons[] = {
		[PATTERN_UNCLEAR] = {SENTENCE_COUNT, SENTENCE_END_CHANGE},
		[PATTERN_SORENESS] = {SENTENCE_SORENESS, SENTENCE_END_SORENESS},
		[PATTERN_STRAIN] = {SENTENCE_STRAIN, SENTENCE_END_STRAIN}
	};
	enum pattern pattern = pattern_of(&e->latest);
	bool known = e->highest != RECORD_NO_SCORE ||
	    *e->latest.exercise != '\0';

	if (known)
		put_pain(page_add(page, "Showed", PAGE_PLAIN), e, utf8);
	if (pattern != PATTERN_UNCLEAR) {
		sentence_put(page_add(page, "Pattern", PAGE_PLAIN),
		    lessons[pattern].like, false);
		text_char(&page->text, '.');
	}
	sentence_put(page_add(page, "Cause", PAGE_PLAIN), SENTENCE_END_CAUSE, false);
	sentence_put(page_add(page, "Change", PAGE_PLAIN),
	    lessons[pattern].change, false);
	sentence_put(page_add(page, "Training", PAGE_PLAIN), SENTENCE_END_RETURN,
	    false);
}

/* before is the episode as it was when it ended. */
static void
confirm(const struct recording *rec, const struct record *r,
    const struct episode *before)
{
	struct verdict v = verdict_of(&rec->e, rec->ctx->now);
	char said[512];
	struct sheet sheet;
	struct text text;

	text_init(&text, said, sizeof(said));
	say(&text, r, before, rec->ctx->now);
	if (advice_is_alarm(&v)) {
		recording_confirm(rec, "Recorded", said);
		return;
	}
	sheet_begin(&sheet, rec->ctx->now);
	if (flag_at_least(before->flags, URGENCY_PROMPT) != 0)
		text_str(&text, " Have that looked at before you train again.");
	text_str(page_add(&sheet.page, "Recorded", PAGE_PLAIN), said);
	add_lesson(&sheet.page, before, sheet.terminal.utf8);
	advice_close(&sheet.page, &rec->e, &v, &sheet.view);
	sheet_print(&sheet);
}

static int
exec(struct context *ctx, const void *options)
{
	const struct recording_time *o = options;
	struct recording rec;
	struct episode before;
	struct draft d;
	int status;

	draft_begin(&d, RECORD_END, o->time);
	status = draft_note(&d, ctx);
	if (status == CMD_OK)
		status = recording_open(&rec, ctx, LOG_WRITE);
	if (status == CMD_OK)
		status = recording_needs_open(&rec);
	if (status == CMD_OK) {
		before = rec.e;
		d.r.flags = flag_carried(before.flags);
		status = recording_check(&rec, &d.r);
	}
	if (status == CMD_OK)
		status = recording_store(&rec, &d.r, 1);
	if (status == CMD_OK)
		confirm(&rec, &d.r, &before);
	return status;
}

static const struct option_row options[] = {
	{'t', "when", "when", "when it had gone, if not now",
	    .take = option_take_past,
	    .into = offsetof(struct recording_time, time)},
	{0}
};

const struct command cmd_end = {
	.name = "end",
	.summary = "the pain has gone",
	.options = options,
	.size = CMD_SIZE(struct recording_time),
	.defaults = &recording_now,
	.arguments = "[note ...]",
	.most = CMD_ANY,
	.exec = exec
};
