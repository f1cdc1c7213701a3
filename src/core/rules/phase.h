/* Ice, moist heat, or time to see someone.  backcare-advice(7). */
#ifndef CORE_PHASE_H
#define CORE_PHASE_H

#include <stdbool.h>
#include <stdint.h>

#include "treatment.h"

/* In the order in which they come. */
enum phase { PHASE_NONE, PHASE_ICE, PHASE_HEAT, PHASE_ESCALATE };

/* The next phase, and the first second of it. */
struct phase_change {
	bool comes;
	enum phase phase;
	int64_t at;
};

enum phase phase_of(const struct episode *, int64_t now);
struct phase_change phase_next(const struct episode *, int64_t now);
/* As -j says it: "none", "ice", "heat", "escalate". */
const char *phase_name(enum phase);

#endif
