#include "reason.h"

#include <string.h>

static void
put_source(struct text *text, const char *source, bool verbose)
{
	if (verbose)
		text_fmt(text, " [%s]", source);
}

/* The flags of a set that share one explanation with its first; off it. */
static void
put_reported(struct text *text, size_t start, uint32_t *left, bool verbose)
{
	struct text list = TEXT(2048);
	const char *sign = NULL;

	for (uint32_t rest = *left; rest != 0;) {
		enum flag flag = flag_take(&rest);
		const struct flag_row *row = &flag_rows[flag];

		if (sign != NULL && strcmp(row->sign, sign) != 0)
			continue;
		sign = row->sign;
		*left &= ~FLAG_BIT(flag);
		text_item(&list, 0, "; ", "%s", row->reported);
		put_source(&list, row->source, verbose);
	}
	text_item(text, start, " ", "You reported %s. %s", list.buf, sign);
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
	uint32_t flags = flag_at_least(v->flags, v->urgency);
	size_t start = text->len;

	while (flags != 0)
		put_reported(text, start, &flags, verbose);
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (!verdict_has_rule(v, (enum rule)rule) ||
		    rule_rows[rule].level < v->urgency)
			continue;
		text_item(text, start, " ", "%s",
		    words_of(v, (enum rule)rule, calm));
		put_source(text, rule_rows[rule].source, verbose);
	}
}
