/*
 * Prints every text of the tables, one a line, for the tests that look for
 * them in what the commands print: table, row, sources, strength of evidence,
 * text, with tabs between.
 *
 * With an argument, prints the numbers that backcare-advice(7) gives, each
 * with the title that it has there.
 */
#include <stdio.h>

#include "../../src/core/time/hours.h"
#include "../../src/core/log/pack.h"
#include "../../src/core/time/span.h"
#include "../../src/core/say/topic.h"
#include "../../src/core/rules/verdict.h"

static void
print(const char *table, const char *row, const char *source,
    enum evidence evidence, const char *text)
{
	printf("%s\t%s\t%s\t%s\t%s\n", table, row, source,
	    sentence_evidence(evidence), text);
}

/* Of one kind of pack. */
static void
print_limits(const char *title, const struct pack_limits *limits)
{
	printf("a%s %s pack %d %d %d\n", *title == 'i' ? "n" : "",
	    title, limits->min_minutes, limits->max_minutes,
	    limits->default_minutes);
	printf("between two %s packs %d\n", limits->name,
	    (int)(limits->gap / SPAN_HOUR));
	printf("%s packs a day %d 24\n", limits->name, limits->per_day);
}

static void
print_numbers(void)
{
	print_limits("ice", &pack_limits[TREATMENT_ICE]);
	print_limits("moist heat", &pack_limits[TREATMENT_HEAT]);
	printf("from ice to heat, or heat to ice %d\n",
	    (int)(PACK_OTHER_GAP / SPAN_HOUR));
	printf("waking hours %02d:%02d %02d:%02d\n",
	    hours_default.from / 60, hours_default.from % 60,
	    hours_default.to / 60, hours_default.to % 60);
}

static void
print_topic(const struct topic *topic)
{
	print("title", topic->name, "", EVIDENCE_NONE, topic->title);
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].text != NULL; i++)
		print("topic", topic->name, topic->lines[i].source,
		    topic->lines[i].evidence, topic->lines[i].text);
}

static void
print_flag(const struct flag_row *row)
{
	print("level", row->name, "", EVIDENCE_NONE, urgency_name(row->level));
	print("question", row->name, "", EVIDENCE_NONE, row->question);
	print("reported", row->name, "", EVIDENCE_NONE, row->reported);
	print("explain", row->name, "", EVIDENCE_NONE, row->explain);
	print("sign", row->name, row->source, EVIDENCE_NONE, row->sign);
}

int
main(int argc, char **argv)
{
	char number[16];
	struct text name;

	(void)argv;
	if (argc > 1) {
		print_numbers();
		return 0;
	}
	for (int i = 0; i < SENTENCE_COUNT; i++) {
		text_init(&name, number, sizeof(number));
		text_num(&name, i);
		print("words", number, sentence_rows[i].source,
		    sentence_rows[i].evidence, sentence_rows[i].text);
	}
	for (const struct topic *t = topic_table; t->name != NULL; t++)
		print_topic(t);
	for (int i = 0; i < FLAG_COUNT; i++)
		print_flag(&flag_rows[i]);
	for (int i = 0; i < RULE_COUNT; i++) {
		print("level", rule_rows[i].name, "", EVIDENCE_NONE,
		    urgency_name(rule_rows[i].level));
		print("rule", rule_rows[i].name, rule_rows[i].source,
		    EVIDENCE_NONE, rule_rows[i].reason);
	}
	return 0;
}
