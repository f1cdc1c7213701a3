#include "urgency.h"

const char *
urgency_name(enum urgency u)
{
	static const char *const names[] = {
		"self-care", "prompt", "urgent", "emergency"
	};

	return names[u];
}
