#include "../../src/core/say/chart.h"

#include "suite.h"
#include "table.h"
#include "tale.h"

static const struct drawing {
	const char *scores;	/* one a character, X for 10 */
	const char *ascii;
	const char *blocks;
} drawings[] = {
	{"", "", ""},
	{"0", "0", "▁"},
	{"X", "X", "█"},
	{"0123456789X", "0123456789X", "▁▁▂▃▃▄▅▅▆▇█"},
	{"X0X0X0X0X0X0", "X0X0X0X0X0X0", "█▁█▁█▁█▁█▁█▁"},
	/* From 13 on stretches, the last of which is the last score alone. */
	{"X0X0X0X0X0X05", "X0X0X0X0X0X5", NULL},
	{"111111111111111111111112X", "11111111112X", NULL},
	{"0000000000000000X0000000000000000000000000000000", "000X00000000",
	    NULL},
	{"987654321098765432109876543210", "974296498630", NULL},
	/* The highest may be the second of its stretch, or the first. */
	{"090000000000000000000000", "900000000000", NULL},
	{"900000000000000000000000", "900000000000", NULL}
};

static struct course
draw(const char *scores)
{
	struct course s;
	struct record r;

	course_init(&s);
	for (int i = 0; scores[i] != '\0'; i++) {
		record_init(&r);
		r.kind = RECORD_PAIN;
		r.time = i;
		r.score = scores[i] == 'X' ? 10 : scores[i] - '0';
		course_add(&s, &r);
	}
	return s;
}

START_TEST(scores_look_like_this)
{
	const struct drawing *d = &drawings[_i];
	struct course s = draw(d->scores);
	char buf[256];
	struct text text;
	int columns;

	text_init(&text, buf, sizeof(buf));
	columns = chart_put(&text, &s, false);
	ck_assert_int_eq(columns, (int)strlen(buf));
	ck_assert_int_le(columns, CHART_COLUMNS);
	ck_assert_str_eq(buf, d->ascii);
	if (d->blocks == NULL)
		return;
	text_init(&text, buf, sizeof(buf));
	ck_assert_int_eq(chart_put(&text, &s, true), columns);
	ck_assert_str_eq(buf, d->blocks);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("chart");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, scores_look_like_this, drawings);
	suite_add_tcase(suite, tcase);
	return suite;
}
