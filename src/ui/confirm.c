#include "confirm.h"

#include "../core/say/advice.h"
#include "../core/time/when.h"
#include "output.h"

bool
confirm_is_worried(const struct record *r)
{
	struct slice rest = r->note, word;

	return flag_next_plain(&rest, &word);
}

void
confirm_worry(struct page *page, const struct record *r)
{
	struct slice rest = r->note, word;
	char buf[3 * RECORD_MAX];
	struct text words;

	text_init(&words, buf, sizeof(buf));
	while (flag_next_plain(&rest, &word))
		text_item(&words, 0, ", ", "\"%.*s\"", (int)word.len,
		    word.at);
	if (words.len > 0)
		text_fmt(page_add(page, "Note", PAGE_PLAIN), "It says %s. Is "
		    "that one of the red flags? `backcare check`", words.buf);
}

void
confirm_print(const struct logbook *book, const struct record *r,
    const char *label, const char *said)
{
	struct verdict v = verdict_of(&book->e, book->ctx->now);
	struct sheet sheet;

	sheet_begin(&sheet, book->ctx->now);
	sheet.view.worried = confirm_is_worried(r);
	if (advice_is_alarm(&v))
		advice_step(&sheet.page, &book->e, &v, &sheet.view);
	text_str(page_add(&sheet.page, label, PAGE_PLAIN), said);
	confirm_worry(&sheet.page, r);
	if (!advice_is_alarm(&v))
		advice_step(&sheet.page, &book->e, &v, &sheet.view);
	sheet_print(&sheet);
}

void
confirm_early(const struct logbook *book, const struct record *r)
{
	int64_t now = book->ctx->now, first = book->before.first;

	if (book->before.open && r->time < first)
		complain("%s: %s is before the pain began (%s); if that is "
		    "wrong: \"backcare undo\"", book->ctx->command->name,
		    when_zone(r->time, now).s, when_zone(first, now).s);
}

void
confirm_unseen(struct text *text, uint32_t flags)
{
	/* The caution about the skin is nothing to be looked at. */
	uint32_t unseen = flag_at_least(flags, URGENCY_PROMPT);
	struct text names = TEXT(256);

	flag_list(&names, unseen, ", ");
	if (unseen != 0)
		text_fmt(text, " Nobody has looked yet at what you reported: "
		    "%s.", names.buf);
}

void
confirm_alarm(const struct context *ctx, const struct record *r)
{
	struct record dated = *r;
	struct episode e;
	struct verdict v;

	if (r->time == LOGBOOK_NOW)
		dated.time = ctx->now;
	episode_init(&e);
	(void)episode_add(&e, &dated);
	v = verdict_of(&e, ctx->now);
	if (advice_is_alarm(&v))
		sheet_advise(&e, &v, ctx->now, true);
}
