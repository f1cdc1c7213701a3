#include "together.h"

#include "../text/escape.h"

static void
put_effect(struct text *text, const char *name,
    const struct common_effect *effect)
{
	int all = effect->lower + effect->same + effect->higher;

	if (all < COMMON_LEAST)
		return;
	text_str_num(text, text->len != 0 ? " " : "", all);
	text_str(text, " scores within 3 h after ");
	text_str(text, name);
	text_str_num(text, ": ", effect->lower);
	text_str_num(text, " lower than before, ", effect->same);
	text_str_num(text, " the same, ", effect->higher);
	text_str(text, " higher.");
}

/* Days: what is smaller says nothing between episodes. */
static void
put_days(struct text *text, int64_t gap)
{
	if (gap < SPAN_DAY) {
		text_str(text, span(gap).s);
	} else {
		text_str_num(text, "", (int)(gap / SPAN_DAY));
		text_str(text, " d");
	}
}

static void
put_spacing(struct text *text, const struct common *c)
{
	int64_t recent, earlier;

	if (!common_spacing(c, &recent, &earlier))
		return;
	text_str(text, recent * 3 < earlier * 2 ? " They come closer "
	    "together" : recent * 2 > earlier * 3 ? " They come further "
	    "apart" : " They come about as often as before");
	text_str_num(text, ": the last ", COMMON_RECENT);
	text_str(text, " began ");
	put_days(text, recent);
	text_str_num(text, " after the one before, on average; the ",
	    c->gaps - COMMON_RECENT);
	text_str(text, " before them, ");
	put_days(text, earlier);
	text_char(text, '.');
}

/* The exercise before more than half of them. */
static void
put_exercise(struct text *text, const struct common *c, bool utf8)
{
	const struct tally_name *most = tally_most(&c->exercises);

	if (most == NULL || most->count < COMMON_LEAST ||
	    most->count * 2 <= c->episodes)
		return;
	text_str_num(text, " Before ", most->count);
	text_str(text, " of them: ");
	escape_show(text, slice_of(most->name), utf8);
	text_char(text, '.');
}

static void
put_together(struct text *text, const struct common *c, bool utf8)
{
	int median = common_median_hours(c);

	text_str_num(text, "", c->episodes);
	text_str_num(text, " episodes, ", c->last_year);
	text_str_num(text, " of them in the last 12 months; ", c->past_mark);
	text_str(text, " went past 72 h.");
	if (median != -1) {
		text_str(text, " Usual time to gone: ");
		text_str(text, median == COMMON_HOURS ? "over " : "");
		if (median == 0)
			text_str(text, "under an hour");
		else
			text_str(text, span(median * SPAN_HOUR).s);
		text_str_num(text, " (the middle of ", c->ended);
		text_str(text, ").");
	}
	put_exercise(text, c, utf8);
	put_spacing(text, c);
}

void
together_write(struct page *page, const struct common *c, bool utf8)
{
	char buf[512];
	struct text effects;

	if (c->episodes >= COMMON_LEAST)
		put_together(page_add(page, "Together", PAGE_PLAIN), c, utf8);
	text_init(&effects, buf, sizeof(buf));
	put_effect(&effects, "ice", &c->ice);
	put_effect(&effects, "heat", &c->heat);
	if (effects.len != 0) {
		text_str(&effects, " Counts only: pain also eases by itself.");
		text_str(page_add(page, "After", PAGE_PLAIN), buf);
	}
}
