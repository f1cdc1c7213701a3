#include "trend.h"

/* Two points are the least that means anything, and 30 percent better. */
static bool
is_better(int first, int last)
{
	return first - last >= 2 && 10 * (first - last) >= 3 * first;
}

bool
trend_came_back(int first, int lowest, int last)
{
	return last - first < 2 && !is_better(first, last) &&
	    is_better(first, lowest) && last - lowest >= 2;
}

enum trend
trend_of(int first, int lowest, int last)
{
	if (last == 0 && first > 0)
		return TREND_GONE;
	if (last - first >= 2)
		return TREND_WORSE;
	if (is_better(first, last))
		return TREND_BETTER;
	if (trend_came_back(first, lowest, last))
		return TREND_WORSE;
	return TREND_SAME;
}

const char *
trend_name(enum trend trend)
{
	static const char *const names[] = {"gone", "better", "same", "worse"};

	return names[trend];
}
