#include "../../src/core/say/chart.h"

#include "fold.h"
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

/* Two hours a cell; four in a terminal under 40 columns. */
static const struct row {
	const char *says, *log, *now;
	int columns;
	bool utf8;
	const char *bar;
} rows[] = {
	{"the onset", "0 onset", "0", 80, false,
	    "------------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"a second under an hour is not half a cell", "0 onset", "0:59:59", 80,
	    false, "------------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"an hour is", "0 onset", "1", 80, false,
	    "=-----------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"a second under two hours is no whole one", "0 onset", "1:59:59", 80,
	    false, "=-----------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"two hours are", "0 onset", "2", 80, false,
	    "#-----------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"a second under the switch", "0 onset", "47:59:59", 80, false,
	    "#######################=|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"the switch", "0 onset", "48", 80, false,
	    "########################|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"the mark", "0 onset", "72", 80, false,
	    "########################|############|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"weeks later", "0 onset", "1000", 80, false,
	    "########################|############|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"the clock went back", "0 onset", "-20", 80, false,
	    "------------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"characters of one column each where they can be shown",
	    "0 onset", "7:30", 80, true,
	    "███▌────────────────────┊────────────┊"
	    "  0 h · 48 h heat · 72 h see someone"},
	{"a flare moves the switch", "0 onset\n10 onset", "12", 80, false,
	    "######-----------------------|-------|"
	    "  0 h, 58 h heat, 72 h see someone"},
	{"a switch at the mark is not before it", "0 onset\n24 onset", "24",
	    80, false, "############------------------------|"
	    "  0 h, 72 h see someone"},
	{"nor is one after it", "0 onset\n30 onset", "30", 80, false,
	    "###############---------------------|  0 h, 72 h see someone"},
	{"a switch just before the mark", "0 onset\n23:59:59 onset", "24",
	    80, false, "############-----------------------|-|"
	    "  0 h, 71 h heat, 72 h see someone"},
	{"chronic has no switch", "0 onset chronic=yes", "2", 80, false,
	    "#-----------------------------------|  0 h, 72 h see someone"},
	{"the latest onset says whether it is chronic",
	    "0 onset chronic=yes\n10 onset", "12", 80, false,
	    "######-----------------------|-------|"
	    "  0 h, 58 h heat, 72 h see someone"},
	{"room for the legend", "0 onset", "2", 76, false,
	    "#-----------------------|------------|"
	    "  0 h, 48 h heat, 72 h see someone"},
	{"no room for it", "0 onset", "2", 75, false,
	    "#-----------------------|------------|"},
	{"forty columns", "0 onset", "2", 40, false,
	    "#-----------------------|------------|"},
	{"under forty columns", "0 onset", "2", 39, false,
	    "=-----------|------|"},
	{"twenty columns", "0 onset", "50:01", 20, true,
	    "████████████┊▌─────┊"},
	{"twenty columns, past the mark", "0 onset", "73", 20, false,
	    "############|######|"}
};

START_TEST(the_bar_shows_how_much_of_the_72_hours_is_over)
{
	const struct row *row = &rows[_i];
	struct page_view view = {.now = fold_at(row->now),
	    .columns = row->columns, .utf8 = row->utf8};
	struct episode e;
	struct text text;
	char buf[256];

	fold_log(&e, row->log);
	text_init(&text, buf, sizeof(buf));
	chart_bar(&text, &e, &view);
	ck_assert_msg(strcmp(buf, row->bar) == 0, "%s:\n%s\nnot\n%s",
	    row->says, buf, row->bar);
}
END_TEST

static int
width_of(const char *s)
{
	int width = 0;

	for (; *s != '\0'; s++)
		width += ((unsigned char)*s & 0xc0) != 0x80;
	return width;
}

START_TEST(the_bar_is_never_wider_than_the_terminal)
{
	static const char *const logs[] = {
		"0 onset", "0 onset\n10 onset", "0 onset\n30 onset",
		"0 onset chronic=yes"
	};
	struct page_view view = {.columns = _i, .utf8 = true};
	struct episode e;
	struct text text;
	char buf[256];

	for (int log = 0; log < ROWS(logs); log++) {
		fold_log(&e, logs[log]);
		for (int hour = -1; hour < 80; hour++) {
			view.now = FOLD_START + hour * SPAN_HOUR;
			view.utf8 = !view.utf8;
			text_init(&text, buf, sizeof(buf));
			chart_bar(&text, &e, &view);
			ck_assert_int_le(width_of(buf), view.columns);
			ck_assert(!text.cut);
		}
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("chart");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, scores_look_like_this, drawings);
	TABLE_ADD(tcase, the_bar_shows_how_much_of_the_72_hours_is_over, rows);
	tcase_add_loop_test(tcase, the_bar_is_never_wider_than_the_terminal, 20,
	    100);
	suite_add_tcase(suite, tcase);
	return suite;
}
