#include "trend.h"

enum trend
trend_of(int first, int last)
{
	if (last == 0 && first > 0)
		return TREND_GONE;
	if (last - first >= 2)
		return TREND_WORSE;
	if (first - last >= 2 && 10 * (first - last) >= 3 * first)
		return TREND_BETTER;
	return TREND_SAME;
}

const char *
trend_name(enum trend trend)
{
	static const char *const names[] = {"gone", "better", "same", "worse"};

	return names[trend];
}
