/* How soon somebody should be asked.  backcare-advice(7). */
#ifndef CORE_URGENCY_H
#define CORE_URGENCY_H

/* In rising order: the urgency of a state is the highest of its reasons. */
enum urgency {
	URGENCY_SELF_CARE,
	URGENCY_PROMPT,		/* arrange to see a doctor or physiotherapist */
	URGENCY_URGENT,		/* a doctor or an urgent-care line today */
	URGENCY_EMERGENCY	/* the emergency number or department now */
};

/* As -j says it: "self-care", "prompt", "urgent", "emergency". */
const char *urgency_name(enum urgency);

#endif
