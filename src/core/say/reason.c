#include "reason.h"

#include <string.h>

static void
put_source(struct text *text, const char *source, bool verbose)
{
	if (verbose)
		text_fmt(text, " [%s]", source);
}

/* The flags of this set that share one explanation, and it once. */
static void
put_reported(struct text *text, uint32_t set, int flag, bool verbose)
{
	const char *sign = flag_rows[flag].sign;

	text_fmt(text, "You reported %s", flag_rows[flag].reported);
	put_source(text, flag_rows[flag].source, verbose);
	for (int other = flag + 1; other < FLAG_COUNT; other++) {
		if ((set & FLAG_BIT(other)) == 0 ||
		    strcmp(flag_rows[other].sign, sign) != 0)
			continue;
		text_fmt(text, "; %s", flag_rows[other].reported);
		put_source(text, flag_rows[other].source, verbose);
	}
	text_fmt(text, ". %s", sign);
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

static const char *
words_of(const struct verdict *v, enum rule rule, bool calm)
{
	const struct rule_row *row = &rule_rows[rule];

	if (rule == RULE_WORSE && v->came_back)
		return "The pain had eased, and it has come back.";
	if (row->beside != NULL && !(calm && verdict_is_mark_alone(v)))
		return row->beside;
	return row->reason;
}

void
reason_put(struct text *text, const struct verdict *v, bool calm,
    bool verbose)
{
	enum urgency level = v->urgency;
	uint32_t flags = flag_at_least(v->flags, level);
	size_t start = text->len;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & FLAG_BIT(flag)) == 0 || said_before(flags, flag))
			continue;
		text_item(text, start, " ", "%s", "");
		put_reported(text, flags, flag, verbose);
	}
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (!verdict_has_rule(v, (enum rule)rule) ||
		    rule_rows[rule].level < level)
			continue;
		text_item(text, start, " ", "%s",
		    words_of(v, (enum rule)rule, calm));
		put_source(text, rule_rows[rule].source, verbose);
	}
}
