#include "suggest.h"

#include <string.h>

/* Steps that are still a slip of the finger, in a word of so many letters. */
#define FARTHEST(letters) ((letters) < 6 ? 1 : 2)

static int
least(int a, int b)
{
	return a < b ? a : b;
}

int
suggest_distance(const char *a, const char *b)
{
	/* Rows of the table of distances between all beginnings. */
	int rows[3][SUGGEST_MAX + 1];
	int *two_up = rows[0], *up = rows[1], *row = rows[2], *spare;
	int na = (int)strnlen(a, SUGGEST_MAX), nb = (int)strnlen(b,
	    SUGGEST_MAX);

	if (na == SUGGEST_MAX || nb == SUGGEST_MAX)
		return SUGGEST_MAX;
	for (int j = 0; j <= nb; j++)
		row[j] = j;
	for (int i = 1; i <= na; i++) {
		spare = two_up;
		two_up = up;
		up = row;
		row = spare;
		row[0] = i;
		for (int j = 1; j <= nb; j++) {
			row[j] = up[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = least(row[j], up[j] + 1);
			row[j] = least(row[j], row[j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				row[j] = least(row[j], two_up[j - 2] + 1);
		}
	}
	return row[nb];
}

void
suggest_consider(const char *typed, const char *word, const char **best)
{
	int distance = suggest_distance(typed, word);

	if (distance > FARTHEST(strlen(word)) ||
	    distance >= (int)strlen(word))
		return;
	if (*best == NULL || distance < suggest_distance(typed, *best))
		*best = word;
}
