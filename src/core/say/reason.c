#include "reason.h"

#include <string.h>

static void
put_source(struct text *text, const char *source, bool verbose)
{
	if (verbose) {
		text_str(text, " [");
		text_str(text, source);
		text_char(text, ']');
	}
}

/* The flags of this set that share one explanation, and it once. */
static void
put_reported(struct text *text, uint32_t set, int flag, bool verbose)
{
	const char *sign = flag_rows[flag].sign;

	text_str(text, "You reported ");
	text_str(text, flag_rows[flag].reported);
	put_source(text, flag_rows[flag].source, verbose);
	for (int other = flag + 1; other < FLAG_COUNT; other++) {
		if ((set & FLAG_BIT(other)) == 0 ||
		    strcmp(flag_rows[other].sign, sign) != 0)
			continue;
		text_str(text, "; ");
		text_str(text, flag_rows[other].reported);
		put_source(text, flag_rows[other].source, verbose);
	}
	text_str(text, ". ");
	text_str(text, sign);
}

static bool
said_before(uint32_t set, int flag)
{
	for (int before = 0; before < flag; before++) {
		if ((set & FLAG_BIT(before)) != 0 &&
		    strcmp(flag_rows[before].sign, flag_rows[flag].sign) == 0)
			return true;
	}
	return false;
}

void
reason_put(struct text *text, const struct verdict *v, bool verbose)
{
	enum urgency level = v->urgency;
	uint32_t flags = flag_at_least(v->flags, level);
	size_t start = text->len;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & FLAG_BIT(flag)) == 0 || said_before(flags, flag))
			continue;
		if (text->len > start)
			text_char(text, ' ');
		put_reported(text, flags, flag, verbose);
	}
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (!verdict_has_rule(v, (enum rule)rule) ||
		    rule_rows[rule].level < level)
			continue;
		if (text->len > start)
			text_char(text, ' ');
		text_str(text, rule_rows[rule].reason);
		put_source(text, rule_rows[rule].source, verbose);
	}
}
