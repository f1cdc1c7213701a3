/* Ice, moist heat, or time to see someone.  Clinical rules 3.3. */
#ifndef CORE_PHASE_H
#define CORE_PHASE_H

#include <stdbool.h>
#include <stdint.h>

#include "episode.h"

/* Since the latest onset, in seconds: S18, S19. */
#define PHASE_HEAT_AFTER (48 * SPAN_HOUR)

/* In the order in which they come. */
enum phase { PHASE_NONE, PHASE_ICE, PHASE_HEAT, PHASE_ESCALATE };

enum treatment { TREATMENT_NONE, TREATMENT_ICE, TREATMENT_HEAT };

/* The next phase, and the first second of it. */
struct phase_change {
	bool comes;
	enum phase phase;
	int64_t at;
};

enum phase phase_of(const struct episode *, int64_t now);
struct phase_change phase_next(const struct episode *, int64_t now);
/* S20: long-standing and stiff rather than freshly inflamed. */
bool phase_is_chronic(const struct onset *);
/* What the latest onset calls for, flags left aside: P3 to P5. */
enum treatment phase_treatment(const struct episode *, int64_t now);
/* As -j says them: "none", "ice", "heat", "escalate". */
const char *phase_name(enum phase);
const char *phase_treatment_name(enum treatment);

#endif
