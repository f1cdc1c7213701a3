/*
 * The red flags, and skin, which is a caution.  A new flag is one line in the
 * enum, one row in the table of flag.c, and its words in the table after that;
 * everything else reads those.  Flags stand by their levels, the highest first.
 */
#ifndef CORE_FLAG_H
#define CORE_FLAG_H

#include <stdbool.h>
#include <stdint.h>

#include "../text/text.h"

/*
 * How soon somebody should be asked, in rising order: the urgency of a state
 * is the highest of its reasons.  backcare-advice(7).
 */
enum urgency {
	URGENCY_SELF_CARE,
	URGENCY_PROMPT,		/* arrange to see a doctor or physiotherapist */
	URGENCY_URGENT,		/* a doctor or an urgent-care line today */
	URGENCY_EMERGENCY	/* the emergency number or department now */
};

enum flag {
	FLAG_BLADDER,
	FLAG_RETENTION,
	FLAG_SADDLE,
	FLAG_BOTH_LEGS,
	FLAG_WEAKNESS,
	FLAG_ACCIDENT,
	FLAG_CHEST,
	FLAG_BELLY,
	FLAG_URINE,
	FLAG_FEVER,
	FLAG_WEIGHT,
	FLAG_UNRELENTING,
	FLAG_LUMP,
	FLAG_NIGHT,
	FLAG_UPPER,
	FLAG_COUGH,
	FLAG_CANCER,
	FLAG_IMMUNE,
	FLAG_LEG,
	FLAG_NUMB,
	FLAG_SLEEP,
	FLAG_BONE,
	FLAG_AGE,
	FLAG_SKIN,
	FLAG_COUNT
};

/* A set of flags is a uint32_t with these bits. */
#define FLAG_BIT(flag) (UINT32_C(1) << (flag))
#define FLAG_ALL (FLAG_BIT(FLAG_COUNT) - 1)
/* Where the nerves at the end of the spine may be under pressure. */
#define FLAG_CAUDA (FLAG_BIT(FLAG_BLADDER) | FLAG_BIT(FLAG_RETENTION) | \
    FLAG_BIT(FLAG_SADDLE) | FLAG_BIT(FLAG_BOTH_LEGS) | FLAG_BIT(FLAG_WEAKNESS))

#define FLAG_WORD 20	/* bytes of a name or a word, with its end */

struct flag_row {
	const char *name;
	enum urgency level;	/* URGENCY_SELF_CARE: a caution only */
	/* What is in place need not be adjusted by the loader at each start. */
	char question[104];	/* asks about it; no question mark */
	char reported[72];	/* follows "You reported " */
	char sign[128];		/* a sentence: what it can be a sign of */
	char source[64];	/* S-numbers, and who else says so */
	char explain[136];	/* sentences: what is asked, by an example */
};

extern const struct flag_row flag_rows[FLAG_COUNT];

/* A word in which people tell of flags, in lower case. */
struct flag_word {
	char word[FLAG_WORD];
	uint32_t flags;
};

extern const struct flag_word flag_words[];	/* to "" */

/* As -j says it: "self-care", "prompt", "urgent", "emergency". */
const char *urgency_name(enum urgency);
/* The flag of that name, or FLAG_COUNT: as the log has it, */
enum flag flag_find(struct slice name);
/* and in any case, as people type it. */
enum flag flag_named(struct slice name);
/* Those that the word tells of, in any case; 0 for most words. */
uint32_t flag_plain(struct slice word);
/*
 * Cuts the next word of a text that is such a plain word off it.  False where
 * there is none left.
 */
bool flag_next_plain(struct slice *text, struct slice *word);
/* The highest level in the set. */
enum urgency flag_level(uint32_t);
/* Those of the set that are at or above a level. */
uint32_t flag_at_least(uint32_t, enum urgency);
/* Takes the first off a set that has some: while (set != 0) ... */
enum flag flag_take(uint32_t *set);
/* How many there are in the set. */
int flag_count(uint32_t);
/* What an end carries on while nobody has answered it: backcare-advice(7). */
uint32_t flag_carried(uint32_t);
/* Their names in the order of the table: "," is between them in the log; */
void flag_list(struct text *, uint32_t, const char *separator);
/* and as strings, for an array in JSON that is open. */
void flag_json(struct text *, uint32_t);

#endif
