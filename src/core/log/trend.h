/* Where the pain is going.  Clinical rules 3.2; Childs 2005, Ostelo 2008. */
#ifndef CORE_TREND_H
#define CORE_TREND_H

/* Better comes first: a rule may ask for "same or worse" with >=. */
enum trend { TREND_GONE, TREND_BETTER, TREND_SAME, TREND_WORSE };

/* From the first and the last score, 0 to 10 each. */
enum trend trend_of(int first, int last);
/* As -j says it: "gone", "better", "same", "worse". */
const char *trend_name(enum trend);

#endif
