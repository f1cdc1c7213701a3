/* Random numbers for property tests, that a seed can bring back. */
#ifndef TESTS_DICE_H
#define TESTS_DICE_H

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Seconds until Check takes a property test for hung; valgrind is slow. */
#define DICE_TIMEOUT 600

struct dice {
	unsigned short state[3];
	uint64_t seed;	/* for the message of a test that fails */
};

/* Takes the seed from SEED, or makes one, and prints it either way. */
static inline struct dice
dice_make(const char *test)
{
	const char *given = getenv("SEED");
	struct dice d;

	if (given != NULL)
		d.seed = strtoull(given, NULL, 10);
	else
		d.seed = ((uint64_t)time(NULL) << 16 ^ (uint64_t)getpid()) &
		    0xffffffffffff;
	for (int i = 0; i < 3; i++)
		d.state[i] = (unsigned short)(d.seed >> 16 * i & 0xffff);
	printf("%s: SEED=%" PRIu64 "\n", test, d.seed);
	fflush(stdout);
	return d;
}

static inline uint64_t
dice_bits(struct dice *d)
{
	uint64_t high = (uint32_t)jrand48(d->state);

	return high << 32 | (uint32_t)jrand48(d->state);
}

/* A number from least to most, both among them. */
static inline int64_t
dice_between(struct dice *d, int64_t least, int64_t most)
{
	return least + (int64_t)(dice_bits(d) % (uint64_t)(most - least + 1));
}

#endif
