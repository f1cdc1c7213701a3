#include "chart.h"

void
chart_put(struct text *text, const struct story *s, bool utf8)
{
	static const char *const blocks[] = {
		"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"
	};

	struct score scores[STORY_OUT];
	int count = story_scores(s, scores);

	for (int i = 0; i < count; i++) {
		int value = scores[i].value;

		if (utf8)
			text_str(text, blocks[value * 7 / 10]);
		else
			text_char(text, "0123456789X"[value]);
	}
}
