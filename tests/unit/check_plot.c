/* Takes 2 s. */
#include "../../src/core/say/plot.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/core/rules/phase.h"
#include "dice.h"
#include "suite.h"
#include "table.h"
#include "tale.h"

static char svg[PLOT_MAX];

static struct text
draw(const char *log, const char *now)
{
	struct course s = tale_story(log);
	struct text text;

	text_init(&text, svg, sizeof(svg));
	plot_svg(&text, &s, fold_at(now));
	return text;
}

static int
count(const char *what)
{
	int n = 0;

	for (const char *at = svg; (at = strstr(at, what)) != NULL; at++)
		n++;
	return n;
}

/* How often something is drawn, 100 hours on. */
static const struct {
	const char *log, *what;
	int times;
} parts[] = {
	{"0 onset", "<svg ", 1}, {"0 onset", "</svg>", 1},
	{"0 onset", "<title>Pain over time</title>", 1},
	{"0 onset", "<circle", 0}, {"0 onset pain=3", "<circle", 1},
	{"0 onset pain=3\n1 pain score=3\n9 pain score=4", "<circle", 3},
	{"0 onset pain=3\n9 pain score=1", "Highest 3, last 1.", 1},
	{"0 onset pain=3", "Highest 3, last 3.", 1},
	{"0 onset", "Highest", 0},
	{"0 onset", "class=\"heat\"", 1}, {"0 onset", "class=\"ice\"", 1},
	{"0 onset\n10 onset", "class=\"ice\"", 2},
	/* At once: there is no time for the first. */
	{"0 onset\n0 onset", "class=\"ice\"", 1},
	/* Long-standing and stiff: heat from the beginning. */
	{"0 onset chronic=yes", "class=\"ice\"", 0},
	{"0 onset chronic=yes feel=sharp", "class=\"ice\"", 1},
	{"0 onset chronic=yes start=sudden", "class=\"ice\"", 1},
	{"0 onset chronic=yes\n10 onset", "class=\"ice\"", 1},
	{"0 onset\n10 onset chronic=yes", "class=\"ice\"", 1},
	{"0 onset", "class=\"axis\"", 7},
	{"0 onset\n72 end", "class=\"axis\"", 6},
	/* The axes have names, with the unit of the lower one. */
	{"0 onset", ">pain, 0 to 10</text>", 1},
	{"0 onset\n95 end", ">hours since the first onset</text>", 1},
	{"-20 onset", ">days since the first onset</text>", 1},
	/* Where the bands stop: now, or the end. */
	{"0 onset", "class=\"now\"", 1}, {"0 onset", ">now</text>", 1},
	{"0 onset\n72 end", ">now</text>", 0},
	{"0 onset\n72 end", ">gone</text>", 1},
	/* The bands have names, where there is room. */
	{"0 onset", ">ice</text>", 1}, {"0 onset", ">moist heat</text>", 1},
	{"0 onset\n1 onset", ">ice</text>", 1},
	{"0 onset\n20 onset", ">ice</text>", 2},
	{"0 onset\n40 end", ">moist heat</text>", 0},
	{"0 onset chronic=yes", ">moist heat</text>", 1},
	{"0 onset chronic=yes", ">ice</text>", 0},
	{"0 onset chronic=yes\n40 onset", ">moist heat</text>", 1},
	{"0 onset chronic=yes\n40 onset", ">heat</text>", 1},
	{"0 onset\n56 end", ">moist heat</text>", 0},
	{"0 onset\n56 end", ">heat</text>", 1},
	/* Flares and visits are marked. */
	{"0 onset", "class=\"flare\"", 0},
	{"0 onset\n30 onset\n60 onset", "class=\"flare\"", 2},
	{"0 onset\n30 onset\n60 onset", ">flare</text>", 2},
	{"0 onset", "class=\"seen\"", 0},
	{"0 onset\n30 seen\n60 seen", "class=\"seen\"", 2},
	{"0 onset\n30 seen\n60 seen", ">seen</text>", 2},
	/* The mark, and below it the axis. */
	{"0 onset", ">72 h</text>", 2}, {"0 onset", "class=\"mark\"", 1},
	{"0 onset", ">i</text>", 0},
	{"0 onset\n1 ice min=15\n2 ice min=15\n60 heat min=9", ">i</text>", 2},
	{"0 onset\n1 ice min=15\n2 ice min=15\n60 heat min=9", ">h</text>", 1},
	{"0 onset", "class=\"flag\"", 0},
	{"0 onset flags=leg,fever", "class=\"flag\"", 1},
	{"0 onset flags=leg,fever", ">fever, leg</text>", 1},
	{"0 onset flags=leg,fever,numb,sleep", ">fever, leg, numb, sleep<", 1},
	{"0 onset flags=leg,fever,numb,sleep,age", ">5 flags<", 1},
	{"0 onset flags=leg\n50 check flags=fever", "class=\"flag\"", 2},
	{"0 onset flags=leg\n50 check flags=leg", "class=\"flag\"", 1},
	/* Scores that are close have one label. */
	{"0 onset pain=3\n0:01 pain score=7\n9 pain score=4", ">7</text>", 0},
	{"0 onset pain=3\n30 pain score=7\n60 pain score=5", ">7</text>", 1}
};

START_TEST(this_is_drawn_so_often)
{
	draw(parts[_i].log, "100");
	ck_assert_int_eq(count(parts[_i].what), parts[_i].times);
}
END_TEST

/* Where a score stands, worked out apart: 40 to 584 across, 234 to 26 up. */
static const struct {
	const char *log;
	int x, y;
} points[] = {
	{"0 onset pain=0", 40, 234}, {"0 onset pain=10", 40, 26},
	{"0 onset pain=5", 40, 130}, {"0 onset\n100 pain score=10", 584, 26},
	{"0 onset\n50 pain score=5", 312, 130},
	/* What lies outside stands at the edge. */
	{"0 onset\n200 pain score=5", 584, 130},
	{"10 onset\n0 pain score=5", 40, 130}
};

START_TEST(a_score_stands_there)
{
	char want[64];

	draw(points[_i].log, "100");
	snprintf(want, sizeof(want), " cx=\"%d\" cy=\"%d\"/>", points[_i].x,
	    points[_i].y);
	ck_assert_int_eq(count(want), 1);
}
END_TEST

/* A room for an onset that is not taken holds the year 1970. */
START_TEST(the_time_before_1970_is_like_any_other)
{
	struct course s;
	struct record r;
	struct text text;

	record_init(&r);
	r.kind = RECORD_ONSET;
	r.time = -10 * SPAN_HOUR;
	course_init(&s);
	course_add(&s, &r);
	text_init(&text, svg, sizeof(svg));
	plot_svg(&text, &s, 90 * SPAN_HOUR);
	ck_assert_int_eq(count("class=\"ice\""), 1);
}
END_TEST

/* Whether a band of a class is drawn over a place across the field. */
static bool
is_over(const char *class, int x)
{
	char start[64];
	const char *at = svg;

	snprintf(start, sizeof(start), "<rect class=\"%s\" x=\"", class);
	while ((at = strstr(at, start)) != NULL) {
		const char *width = strstr(at, "width=\"");
		int from;

		at += strlen(start);
		from = atoi(at);
		if (x >= from && x < from + atoi(width + 7))
			return true;
	}
	return false;
}

/* What the rules say for an hour, of the onsets that there were by then. */
static enum treatment
treatment_at(const struct record *records, int n, int64_t now)
{
	struct episode e;

	episode_init(&e);
	for (int i = 0; i < n; i++) {
		if (records[i].time <= now)
			episode_add(&e, &records[i]);
	}
	return treatment_of(&e, now);
}

/* In 544 hours an hour is a unit of the drawing. */
START_TEST(each_hour_has_the_band_that_the_rules_give_it)
{
	struct dice d = dice_make("bands");

	for (int round = 0; round < 300; round++) {
		int n = (int)dice_between(&d, 1, COURSE_ONSETS);
		int64_t over = dice_between(&d, 1, 700);
		struct record records[COURSE_ONSETS];
		struct course s;
		struct text text;

		course_init(&s);
		for (int i = 0; i < n; i++) {
			struct record *r = &records[i];

			record_init(r);
			r->kind = RECORD_ONSET;
			r->time = i == n / 2 ? 0 :
			    dice_between(&d, 0, over) * SPAN_HOUR;
			r->chronic = dice_between(&d, 0, 1) == 1;
			r->feel = (enum feel)dice_between(&d, 0, FEEL_STIFF);
			r->start = (enum start)dice_between(&d, 0,
			    START_GRADUAL);
			course_add(&s, r);
		}
		text_init(&text, svg, sizeof(svg));
		plot_svg(&text, &s, 544 * SPAN_HOUR);
		for (int hour = 0; hour < 544; hour++) {
			enum treatment want = treatment_at(records, n,
			    hour * SPAN_HOUR);

			ck_assert(is_over("heat", 40 + hour));
			ck_assert_msg(is_over("ice", 40 + hour) ==
			    (want == TREATMENT_ICE), "SEED=%" PRIu64
			    " round %d hour %d", d.seed, round, hour);
		}
	}
}
END_TEST

/* Where the bands end across the field, and whether that is in ice. */
static const struct {
	const char *log, *now;
	int end;
	bool ice;
} ends[] = {
	/* The field goes on to 73 hours, and the bands do not. */
	{"0 onset", "0", 40, false}, {"0 onset", "-5", 40, false},
	{"0 onset", "36", 308, true}, {"0 onset", "48", 397, true},
	{"0 onset", "60", 487, false}, {"0 onset", "73", 584, false},
	{"0 onset\n36 end", "100", 308, true},
	{"0 onset\n30 onset chronic=yes\n36 end", "100", 308, false},
	/* What is dated after the end of the field is no part of it. */
	{"0 onset\n40 onset", "36", 308, true},
	{"0 onset\n80 onset", "544", 584, false},
	{"0 onset\n500 onset", "544", 584, true}
};

START_TEST(the_bands_end_there)
{
	draw(ends[_i].log, ends[_i].now);
	ck_assert_int_eq(is_over("heat", ends[_i].end - 1),
	    ends[_i].end > 40);
	ck_assert_int_eq(is_over("ice", ends[_i].end - 1), ends[_i].ice);
	for (int x = ends[_i].end; x < 600; x++)
		ck_assert(!is_over("heat", x) && !is_over("ice", x));
}
END_TEST

/* The 16 that are kept, one too many, and where that stops the bands. */
static const struct {
	const char *more;
	int end;
} overfull[] = {
	{"", 584}, {"\n100 onset", 140}, {"\n100 onset\n99 onset", 139},
	{"\n100 onset\n101 onset", 140}, {"\n543:30 onset", 583},
	{"\n600 onset", 584}, {"\n10 onset", 50}
};

START_TEST(past_an_onset_that_is_not_kept_nothing_is_known)
{
	char log[512] = "0 onset";

	for (int i = 1; i < COURSE_ONSETS; i++)
		strcat(log, "\n90 onset");
	strcat(log, overfull[_i].more);
	draw(log, "544");
	ck_assert(is_over("heat", overfull[_i].end - 1));
	for (int x = overfull[_i].end; x < 600; x++)
		ck_assert(!is_over("heat", x) && !is_over("ice", x));
}
END_TEST

/* Tags that are closed in their order, and no number out of the drawing. */
static void
check_form(const char *why)
{
	const char *at = svg;
	int depth = 0;

	while ((at = strchr(at, '<')) != NULL) {
		const char *end = strchr(at, '>');

		ck_assert_msg(end != NULL, "%s", why);
		if (at[1] == '/')
			depth--;
		else if (end[-1] != '/')
			depth++;
		ck_assert_msg(depth >= 0, "%s", why);
		at = end;
	}
	ck_assert_msg(depth == 0, "%s", why);
	for (at = svg; (at = strstr(at, " x")) != NULL; at++) {
		const char *quote = strchr(at, '"');

		if (strncmp(at, " xmlns", 6) == 0)
			continue;
		ck_assert_msg(atoi(quote + 1) >= 0 && atoi(quote + 1) <= 600,
		    "%s: %.20s", why, at);
	}
}

START_TEST(any_story_is_drawn_whole)
{
	struct dice d = dice_make("plot");

	for (int round = 0; round < 300; round++) {
		int64_t longest = dice_between(&d, 1, 1 << 30);
		int n = (int)dice_between(&d, 0, 600);
		struct course s;
		struct text text;
		char why[64];

		course_init(&s);
		for (int i = 0; i <= n; i++) {
			struct record r;

			record_init(&r);
			r.kind = i == 0 ? RECORD_ONSET : (enum record_kind)
			    dice_between(&d, RECORD_ONSET, RECORD_SEEN);
			r.time = dice_between(&d, 0, longest);
			r.score = (int)dice_between(&d, -1, 10);
			r.minutes = 15;
			r.flags = dice_between(&d, 0, 3) > 0 ? 0 :
			    (uint32_t)dice_bits(&d) & FLAG_ALL;
			course_add(&s, &r);
		}
		snprintf(why, sizeof(why), "SEED=%" PRIu64 " round %d", d.seed,
		    round);
		text_init(&text, svg, sizeof(svg));
		plot_svg(&text, &s, dice_between(&d, 0, longest));
		ck_assert_msg(!text.cut, "%s", why);
		check_form(why);
	}
}
END_TEST

/*
 * Whole drawings, kept in tests/unit/plot after somebody has looked at them.
 * In 544 hours each is a unit of the drawing, so that what just fits, or just
 * does not, can be put there.
 */
static const struct drawing {
	const char *name, *log, *now;
} drawings[] = {
	{"bare", "0 onset", "1"},
	{"first-day", "0 onset pain=6 flags=leg\n1 ice min=15\n"
	    "2 pain score=5\n4 ice min=15\n9 pain score=3\n"
	    "20 check flags=fever,cough\n49 heat min=15\n50 pain score=2",
	    "51"},
	{"four-days", "0 onset pain=4\n24 onset pain=5\n96 end", "100"},
	{"five-days", "0 onset pain=4\n119:59:59 onset pain=5\n120 end",
	    "200"},
	{"eight-days", "0 onset pain=4\n190 onset pain=5", "192"},
	/* Scores as near as may be, and a step nearer; the same of flags. */
	{"apart", "0 onset pain=0\n23 pain score=1\n24 pain score=2\n"
	    "47 pain score=3\n48 pain score=4\n80 pain score=5\n"
	    "103 pain score=6\n104 pain score=7\n200 onset\n543 onset", "544"},
	{"flare-at-the-end", "0 onset\n100 onset\n100 end", "200"},
	{"chronic-flare", "0 onset feel=sharp start=sudden\n"
	    "20 onset chronic=yes feel=stiff", "30"},
	{"left-edge", "0 onset\n9 pain score=1\n33 pain score=2", "544"},
	{"near-left-edge", "0 onset\n11 pain score=1\n33 pain score=2", "544"},
	{"flags-after", "0 onset flags=leg\n40 check flags=fever\n"
	    "99 check flags=numb\n148 check flags=chest\n"
	    "272 check flags=belly", "544"},
	{"flags-before", "0 onset\n273 check flags=leg\n"
	    "332 check flags=sleep\n372 check flags=age\n"
	    "411 check flags=skin\n540 check flags=bone,lump", "544"},
	{"flags-in-line", "0 onset flags=fever\n60 check flags=leg\n"
	    "139 check flags=bladder\n218 check flags=accident", "544"},
	{"flags-all", "0 onset flags=bladder\n1 check flags=retention\n"
	    "2 check flags=saddle\n3 check flags=both-legs\n"
	    "72 check flags=weakness\n80 check flags=accident\n"
	    "101 check flags=chest\n103 check flags=belly\n"
	    "161 check flags=urine\n162 check flags=fever\n"
	    "163 check flags=weight\n170 check flags=unrelenting\n"
	    "221 check flags=cancer\n222 check flags=immune\n"
	    "233 check flags=lump\n332 check flags=leg\n"
	    "343 check flags=night\n350 check flags=upper\n"
	    "351 check flags=cough\n382 check flags=numb\n"
	    "391 check flags=age\n400 check flags=bone\n"
	    "403 check flags=sleep\n432 check flags=skin", "544"},
	{"flags-first", "0 onset flags=bladder,saddle\n"
	    "300 check flags=retention,weakness,accident,chest,leg", "544"},
	{"flags-counted", "0 onset flags=bladder,saddle,chest,leg,skin", "544"},
	{"flags-too-many", "0 onset flags=saddle\n1 check flags=leg\n"
	    "2 check flags=numb\n3 check flags=age\n4 check flags=skin\n"
	    "300 check flags=belly\n300 check flags=chest,fever,bone\n"
	    "540 check flags=cough,lump,night,upper,weight", "544"}
};

/* The kept one into buf; ACCEPT=1 keeps what is drawn. */
static void
read_drawing(const char *name, const char *drawn, char *buf, size_t size)
{
	bool accept = getenv("ACCEPT") != NULL;
	char path[64];
	size_t len;
	FILE *fp;

	snprintf(path, sizeof(path), "tests/unit/plot/%s.svg", name);
	if (accept && ((fp = fopen(path, "w")) == NULL ||
	    fputs(drawn, fp) == EOF || fclose(fp) != 0))
		ck_abort_msg("%s: cannot write", path);
	fp = fopen(path, "r");
	if (fp == NULL)
		ck_abort_msg("%s: cannot read", path);
	len = fread(buf, 1, size - 1, fp);
	buf[len] = '\0';
	fclose(fp);
}

START_TEST(a_whole_story_is_drawn_like_this)
{
	const struct drawing *d = &drawings[_i];
	static char kept[PLOT_MAX];

	draw(d->log, d->now);
	check_form(d->name);
	read_drawing(d->name, svg, kept, sizeof(kept));
	ck_assert_msg(strcmp(svg, kept) == 0,
	    "tests/unit/plot/%s.svg, and now:\n%s",
	    d->name, svg);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("plot");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, this_is_drawn_so_often, parts);
	TABLE_ADD(tcase, a_score_stands_there, points);
	TABLE_ADD(tcase, a_whole_story_is_drawn_like_this, drawings);
	tcase_add_test(tcase, the_time_before_1970_is_like_any_other);
	tcase_add_test(tcase, each_hour_has_the_band_that_the_rules_give_it);
	TABLE_ADD(tcase, the_bands_end_there, ends);
	TABLE_ADD(tcase, past_an_onset_that_is_not_kept_nothing_is_known,
	    overfull);
	tcase_add_test(tcase, any_story_is_drawn_whole);
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	suite_add_tcase(suite, tcase);
	return suite;
}
