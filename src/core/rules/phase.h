/*
 * Ice, moist heat, or time to see someone; which of the two an onset calls for,
 * and what is known of the packs of each.  backcare-advice(7), "Phases".
 */
#ifndef CORE_PHASE_H
#define CORE_PHASE_H

#include "../log/episode.h"

/* Since the latest onset, in seconds: S18, S19. */
#define TREATMENT_HEAT_AFTER (48 * SPAN_HOUR)

/* S20: long-standing and stiff rather than freshly inflamed. */
bool treatment_is_chronic(const struct onset *);
/* What the latest onset calls for, flags left aside: P3 to P5. */
enum treatment treatment_of(const struct episode *, int64_t now);
/*
 * The earliest moment for the next pack, from a moment on: the gap after the
 * last of the same kind, and PACK_OTHER_GAP after the last of the other.
 */
int64_t treatment_next(const struct episode *, enum treatment, int64_t from,
    int64_t gap);

/* In the order in which they come. */
enum phase { PHASE_NONE, PHASE_ICE, PHASE_HEAT, PHASE_ESCALATE };
/* As -j says it. */
extern const char *const phase_names[];

/* The next phase, PHASE_NONE where none comes, and the first second of it. */
struct phase_change {
	enum phase phase;
	int64_t at;
};

enum phase phase_of(const struct episode *, int64_t now);
struct phase_change phase_next(const struct episode *, int64_t now);

#endif
