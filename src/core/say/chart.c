#include "chart.h"

#include "../rules/phase.h"

#define LEGEND_COLUMNS 38

/* The highest of a stretch. */
static int
highest(const struct score *scores, int from, int to)
{
	int value = scores[from].value;

	for (int i = from + 1; i < to; i++) {
		if (scores[i].value > value)
			value = scores[i].value;
	}
	return value;
}

int
chart_scores(struct text *text, const struct score *scores, int count,
    bool utf8)
{
	static const char *const blocks[] = {
		"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"
	};
	int columns = count < CHART_COLUMNS ? count : CHART_COLUMNS;

	for (int i = 0; i < columns; i++) {
		int value = i == columns - 1 ? scores[count - 1].value :
		    highest(scores, i * (count - 1) / (columns - 1),
		    (i + 1) * (count - 1) / (columns - 1));

		if (utf8)
			text_str(text, blocks[value * 7 / 10]);
		else
			text_char(text, "0123456789X"[value]);
	}
	return columns;
}

int
chart_put(struct text *text, const struct course *s, bool utf8)
{
	struct score scores[COURSE_OUT];
	int count = course_scores(s, scores);

	return chart_scores(text, scores, count, utf8);
}

/* The characters of a bar; one column each. */
struct glyphs {
	const char *full, *half, *rest, *mark, *dot;
};

static const struct glyphs utf8_glyphs = {"█", "▌", "─", "┊", " · "};
static const struct glyphs ascii_glyphs = {"#", "=", "-", "|", ", "};

static void
legend(struct text *text, int64_t heat, const struct glyphs *g)
{
	text_str(text, "  0 h");
	text_str(text, g->dot);
	if (heat != 0 && heat < EPISODE_MARK) {
		text_num(text, heat / SPAN_HOUR);
		text_str(text, " h heat");
		text_str(text, g->dot);
	}
	text_str(text, "72 h see someone");
}

void
chart_bar(struct text *text, const struct episode *e,
    const struct page_view *view)
{
	const struct glyphs *g = view->utf8 ? &utf8_glyphs : &ascii_glyphs;
	int cells = view->columns >= 40 ? 36 : 18;
	int64_t cell = EPISODE_MARK / cells;
	int64_t elapsed = view->now - e->first;
	int64_t heat = 0;	/* when it begins, after the first onset */

	if (treatment_of(e, e->latest.time) == TREATMENT_ICE)
		heat = e->latest.time + TREATMENT_HEAT_AFTER - e->first;
	for (int i = 0; i < cells; i++) {
		if (heat != 0 && i == heat / cell)
			text_str(text, g->mark);
		if (elapsed >= (i + 1) * cell)
			text_str(text, g->full);
		else if (elapsed >= i * cell + cell / 2)
			text_str(text, g->half);
		else
			text_str(text, g->rest);
	}
	text_str(text, g->mark);
	if (view->columns >= cells + 2 + LEGEND_COLUMNS)
		legend(text, heat, g);
}
