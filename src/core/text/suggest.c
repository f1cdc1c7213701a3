#include "suggest.h"

#include <string.h>

static int
least(int a, int b)
{
	return a < b ? a : b;
}

int
suggest_distance(const char *a, const char *b)
{
	/* From each beginning of a to each beginning of b. */
	int d[SUGGEST_MAX][SUGGEST_MAX];
	int na = (int)strnlen(a, SUGGEST_MAX);
	int nb = (int)strnlen(b, SUGGEST_MAX);

	if (na == SUGGEST_MAX || nb == SUGGEST_MAX)
		return SUGGEST_MAX;
	for (int i = 0; i <= na; i++)
		d[i][0] = i;
	for (int j = 1; j <= nb; j++) {
		d[0][j] = j;
		for (int i = 1; i <= na; i++) {
			d[i][j] = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
			d[i][j] = least(d[i][j], d[i - 1][j] + 1);
			d[i][j] = least(d[i][j], d[i][j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	}
	return d[na][nb];
}

void
suggest_consider(const char *typed, const char *word, const char **best)
{
	int letters = (int)strlen(word);
	int distance = suggest_distance(typed, word);

	/* So many steps are still a slip of the finger. */
	if (distance > (letters < 6 ? 1 : 2) || distance >= letters)
		return;
	if (*best == NULL || distance < suggest_distance(typed, *best))
		*best = word;
}
