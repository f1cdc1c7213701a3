/* Where the pain is going.  backcare-advice(7), "Trend". */
#ifndef CORE_TREND_H
#define CORE_TREND_H

#include <stdbool.h>

/* Better comes first: a rule may ask for "same or worse" with >=. */
enum trend { TREND_GONE, TREND_BETTER, TREND_SAME, TREND_WORSE };

/* From the first, the lowest and the last of some scores, 0 to 10 each. */
enum trend trend_of(int first, int lowest, int last);
/* Where it is worse because it was better in between. */
bool trend_came_back(int first, int lowest, int last);
/* As -j says it: "gone", "better", "same", "worse". */
const char *trend_name(enum trend);

#endif
