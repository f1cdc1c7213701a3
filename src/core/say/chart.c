#include "chart.h"

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
