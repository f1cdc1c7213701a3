/* The word that somebody most likely meant. */
#ifndef CORE_SUGGEST_H
#define CORE_SUGGEST_H

#include <stddef.h>

/* Letters of a word that are compared; longer ones have no neighbour. */
#define SUGGEST_MAX 32

/*
 * How many letters have to be put in, left out, changed or swapped with the
 * next to get from one word to the other; SUGGEST_MAX where either is longer.
 */
int suggest_distance(const char *, const char *);
/*
 * Keeps the nearest of the words that it is given, one a call: *best starts
 * as NULL.  Only words within two steps count, one for those under six letters,
 * and fewer than their length.
 */
void suggest_consider(const char *typed, const char *word, const char **best);

#endif
