/*
 * Prints every text of the tables, one a line, for the tests that look for
 * them in what the commands print: table, row, sources, strength of evidence,
 * text, with tabs between.
 */
#include <stdio.h>

#include "../src/core/topic.h"
#include "../src/core/verdict.h"

static void
print(const char *table, const char *row, const char *source,
    enum evidence evidence, const char *text)
{
	printf("%s\t%s\t%s\t%s\t%s\n", table, row, source,
	    words_evidence(evidence), text);
}

static void
print_topic(const struct topic *topic)
{
	print("title", topic->name, "", EVIDENCE_NONE, topic->title);
	for (int i = 0; i < TOPIC_LINES && topic->lines[i].label != NULL; i++)
		print("topic", topic->name, topic->lines[i].source,
		    topic->lines[i].evidence, topic->lines[i].text);
}

static void
print_flag(const struct flag_row *row)
{
	print("question", row->name, "", EVIDENCE_NONE, row->question);
	print("reported", row->name, "", EVIDENCE_NONE, row->reported);
	print("sign", row->name, row->source, EVIDENCE_NONE, row->sign);
}

int
main(void)
{
	char number[16];
	struct text name;

	for (int i = 0; i < WORDS_COUNT; i++) {
		text_init(&name, number, sizeof(number));
		text_num(&name, i, 0);
		print("words", number, words_rows[i].source,
		    words_rows[i].evidence, words_rows[i].text);
	}
	for (const struct topic *t = topic_table; t->name != NULL; t++)
		print_topic(t);
	for (int i = 0; i < FLAG_COUNT; i++)
		print_flag(&flag_rows[i]);
	for (int i = 0; i < RULE_COUNT; i++)
		print("rule", rule_rows[i].name, rule_rows[i].source,
		    EVIDENCE_NONE, rule_rows[i].reason);
	return 0;
}
