#include "chart.h"

#include "../rules/phase.h"

#define LEGEND_COLUMNS 38

int
chart_scores(struct text *text, const struct score *scores, int count,
    bool utf8)
{
	static const char *const blocks[] = {
		"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"
	};
	int columns = count < CHART_COLUMNS ? count : CHART_COLUMNS, at = 0;

	for (int i = 1; i <= columns; i++) {
		int end = i == columns ? count :
		    i * (count - 1) / (columns - 1), highest = 0;

		for (; at < end; at++) {
			if (scores[at].value > highest)
				highest = scores[at].value;
		}
		if (utf8)
			text_str(text, blocks[highest * 7 / 10]);
		else
			text_char(text, "0123456789X"[highest]);
	}
	return columns;
}

int
chart_put(struct text *text, const struct course *s, bool utf8)
{
	struct score scores[COURSE_OUT];

	return chart_scores(text, scores, course_scores(s, scores), utf8);
}

/* The characters of a bar, one column each, and what parts a legend. */
struct glyphs {
	const char *full, *half, *rest, *mark, *dot;
};

static const struct glyphs ascii_glyphs = {"#", "=", "-", "|", ", "};
static const struct glyphs utf8_glyphs = {"█", "▌", "─", "┊", " · "};

void
chart_bar(struct text *text, const struct episode *e,
    const struct page_view *view)
{
	const struct glyphs *g = view->utf8 ? &utf8_glyphs :
	    &ascii_glyphs;
	int cells = view->columns >= 40 ? 36 : 18;
	int64_t cell = EPISODE_MARK / cells, elapsed = view->now - e->first;
	int64_t heat = EPISODE_MARK;	/* when it begins, after the onset */

	if (treatment_of(e, e->latest.time) == TREATMENT_ICE)
		heat = e->latest.time + TREATMENT_HEAT_AFTER - e->first;
	for (int i = 0; i < cells; i++) {
		if (i == heat / cell)
			text_str(text, g->mark);
		text_str(text, elapsed >= (i + 1) * cell ? g->full :
		    elapsed >= i * cell + cell / 2 ? g->half : g->rest);
	}
	text_str(text, g->mark);
	if (view->columns < cells + 2 + LEGEND_COLUMNS)
		return;
	if (heat < EPISODE_MARK)
		text_fmt(text, "  0 h%s%d h heat%s72 h see someone", g->dot,
		    (int)(heat / SPAN_HOUR), g->dot);
	else
		text_fmt(text, "  0 h%s72 h see someone", g->dot);
}
