#include "../../src/core/say/common.h"
#include "../../src/core/say/together.h"

#include "suite.h"
#include "table.h"
#include "tale.h"

/* As history goes through a log. */
struct pass {
	struct course course;
	struct common common;
	int64_t now;
};

static void
take(const struct record *r, void *arg)
{
	struct pass *p = arg;

	course_add(&p->course, r);
	common_watch(&p->common, r);
	if (r->kind == RECORD_END) {
		common_add(&p->common, &p->course, p->now);
		course_follow(&p->course, r);
	}
}

/* Of a whole log at some hour, into *c. */
static void
look_back(struct common *c, const char *log, const char *hour)
{
	struct pass p;

	course_init(&p.course);
	common_init(&p.common);
	p.now = fold_at(hour);
	tale_take(log, take, &p);
	common_add(&p.common, &p.course, p.now);
	*c = p.common;
}

#define TWO_PACKS "1 ice min=15\n1 ice min=15\n"
#define SIX_PACKS TWO_PACKS TWO_PACKS TWO_PACKS

/* Scores around packs: lower, same, higher. */
static const struct {
	const char *log;
	int ice[3], heat[3];
} effects[] = {
	{"0 onset\n1 ice min=15\n2 pain score=3", {0, 0, 0}, {0, 0, 0}},
	{"0 onset pain=5\n1 ice min=15", {0, 0, 0}, {0, 0, 0}},
	{"0 onset pain=5\n1 ice min=15\n2 pain score=4", {1, 0, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n2 pain score=5", {0, 1, 0}, {0}},
	{"0 onset pain=5\n1 heat min=15\n2 pain score=6", {0}, {0, 0, 1}},
	/* A flare that has a score is one, too. */
	{"0 onset pain=5\n1 ice min=15\n2 onset pain=7", {0, 0, 1}, {0}},
	/* While the pack lies on, it is none after it; at its end it is. */
	{"0 onset pain=5\n1 ice min=15\n1:14:59 pain score=1", {0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n1:14:59 pain score=1\n"
	    "2 pain score=5", {0, 1, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n1:15:00 pain score=1", {1, 0, 0}, {0}},
	/* Three hours after it is the last moment. */
	{"0 onset pain=5\n1 ice min=15\n4:15:00 pain score=1", {1, 0, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n4:15:01 pain score=1", {0}, {0}},
	/* Only the first score after it counts. */
	{"0 onset pain=5\n1 ice min=15\n2 pain score=4\n3 pain score=9",
	    {1, 0, 0}, {0}},
	{"0 onset pain=5\n1 ice min=15\n5 pain score=4\n3 pain score=9", {0},
	    {0}},
	/* One score after two packs counts for each. */
	{"0 onset pain=5\n1 ice min=15\n2 heat min=15\n3 pain score=4",
	    {1, 0, 0}, {1, 0, 0}},
	/* Of more packs than there is room for, the first 16 wait. */
	{"0 onset pain=5\n" SIX_PACKS SIX_PACKS SIX_PACKS "2 pain score=4",
	    {16, 0, 0}, {0}},
	/* Nothing reaches over an end. */
	{"0 onset pain=5\n1 ice min=15\n1:30 end\n2 onset pain=1", {0}, {0}},
	{"0 onset pain=5\n1 end\n2 onset\n3 ice min=15\n4 pain score=1", {0},
	    {0}}
};

START_TEST(scores_after_packs_are_counted)
{
	struct common c;

	look_back(&c, effects[_i].log, "100");
	ck_assert_int_eq(c.ice.lower, effects[_i].ice[0]);
	ck_assert_int_eq(c.ice.same, effects[_i].ice[1]);
	ck_assert_int_eq(c.ice.higher, effects[_i].ice[2]);
	ck_assert_int_eq(c.heat.lower, effects[_i].heat[0]);
	ck_assert_int_eq(c.heat.same, effects[_i].heat[1]);
	ck_assert_int_eq(c.heat.higher, effects[_i].heat[2]);
}
END_TEST

/* What is said of a log, whole; "" is nothing at all. */
static const struct {
	const char *log, *hour, *said;
} sayings[] = {
	{"", "100", ""},
	{"0 onset\n1 end", "100", ""},
	{"0 onset\n1 end\n10 onset\n11 end", "100", ""},
	/* Three episodes, one of them open: no usual time yet. */
	{"0 onset\n1 end\n10 onset\n11 end\n20 onset", "21",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h."},
	{"0 onset\n1 end\n10 onset\n12 end\n20 onset\n26 end", "100",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 2 h (the middle of 3)."},
	/* 72 h is not past them, a second more is; open ones count as well. */
	{"0 onset\n72 end\n100 onset\n172:00:01 end\n200 onset", "272:00:01",
	    "3 episodes, 3 of them in the last 12 months; 2 went past 72 h."},
	/* 365 days back counts, a second more does not. */
	{"0 onset\n1 end\n0:00:01 onset\n1:00:01 end\n8760 onset", "8760:00:01",
	    "3 episodes, 2 of them in the last 12 months; 0 went past 72 h."},
	/* Three of five are most, two of three are too few to say it. */
	{"0 onset exercise=row\n1 end\n2 onset exercise=row\n3 end\n4 onset",
	    "5",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h."},
	{"0 onset exercise=row\n1 end\n2 onset exercise=row\n3 end\n"
	    "4 onset exercise=row\n5 end\n1006 onset", "1007",
	    "4 episodes, 4 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 3). "
	    "Before 3 of them: row."},
	{"0 onset exercise=row\n1 end\n2 onset exercise=row\n3 end\n"
	    "4 onset exercise=row\n5 end\n6 onset\n7 end\n8 onset\n9 end\n"
	    "10 onset\n11 end", "100",
	    "6 episodes, 6 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 6). They come about as "
	    "often as before: the last 2 began 2 h after the one before, on "
	    "average; the 3 before them, 2 h."},
	{"0 onset\n1 end\n100 onset\n101 end\n200 onset\n201 end\n"
	    "250 onset\n251 end\n300 onset\n301 end", "400",
	    "5 episodes, 5 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 5). They come closer "
	    "together: the last 2 began 2 d after the one before, on "
	    "average; the 2 before them, 4 d."},
	{"0 onset\n1 end\n100 onset\n101 end\n200 onset\n201 end\n"
	    "400 onset\n401 end\n600 onset\n601 end", "700",
	    "5 episodes, 5 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 5). They come further "
	    "apart: the last 2 began 8 d after the one before, on average; "
	    "the 2 before them, 4 d."},
	/* Two thirds of the gaps before, and three halves, are as often. */
	{"0 onset\n1 end\n72 onset\n73 end\n144 onset\n145 end\n"
	    "192 onset\n193 end\n240 onset\n241 end", "300",
	    "5 episodes, 5 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 5). They come about as "
	    "often as before: the last 2 began 2 d after the one before, on "
	    "average; the 2 before them, 3 d."},
	{"0 onset\n1 end\n48 onset\n49 end\n96 onset\n97 end\n"
	    "168 onset\n169 end\n240 onset\n241 end", "300",
	    "5 episodes, 5 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 5). They come about as "
	    "often as before: the last 2 began 3 d after the one before, on "
	    "average; the 2 before them, 2 d."},
	/* 24 h is a day. */
	{"0 onset\n1 end\n23 onset\n24 end\n46 onset\n47 end\n"
	    "70 onset\n71 end\n94 onset\n95 end", "100",
	    "5 episodes, 5 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 1 h (the middle of 5). They come about as "
	    "often as before: the last 2 began 1 d after the one before, on "
	    "average; the 2 before them, 23 h."},
	/* The middle one, from none on. */
	{"0 onset\n0:30 end\n10 onset\n10:40 end\n20 onset\n26 end", "100",
	    "3 episodes, 3 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: under an hour (the middle of 3)."},
	{"0 onset\n1 end\n10 onset\n11 end\n20 onset\n22 end\n"
	    "30 onset\n39 end", "39:30",
	    "4 episodes, 4 of them in the last 12 months; 0 went past 72 h. "
	    "Usual time to gone: 2 h (the middle of 4)."},
	{"0 onset\n1441 end\n1500 onset\n3000 end\n3000 onset\n6000 end",
	    "6001",
	    "3 episodes, 3 of them in the last 12 months; 3 went past 72 h. "
	    "Usual time to gone: over 60 d (the middle of 3)."},
	{"0 onset pain=9\n1 ice min=15\n2 pain score=8\n3 ice min=15\n"
	    "4 pain score=8\n5 ice min=15\n6 pain score=9\n7 heat min=9\n"
	    "8 pain score=1\n9 heat min=9\n10 pain score=0", "11",
	    "3 scores within 3 h after ice: 1 lower than before, 1 the same, "
	    "1 higher. Counts only: pain also eases by itself."},
	{"0 onset\n1 end # an end with nothing open is no episode\n2 end\n"
	    "3 end\n4 end", "100", ""}
};

START_TEST(this_is_said_of_a_log)
{
	struct common c;
	char buf[4096];
	struct page page;

	look_back(&c, sayings[_i].log, sayings[_i].hour);
	page_init(&page, buf, sizeof(buf));
	together_write(&page, &c, true);
	page_close(&page);
	ck_assert_str_eq(buf, sayings[_i].said);
}
END_TEST

START_TEST(names_are_shown_free_of_controls)
{
	struct common c;
	char buf[4096];
	struct page page;

	look_back(&c, "0 onset exercise=\\033[1mä\n1 end\n"
	    "2 onset exercise=\\033[1mä\n3 end\n"
	    "4 onset exercise=\\033[1mä\n5 end", "6");
	page_init(&page, buf, sizeof(buf));
	together_write(&page, &c, true);
	ck_assert_ptr_nonnull(strstr(buf, "Before 3 of them: \\033[1mä."));
	page_init(&page, buf, sizeof(buf));
	together_write(&page, &c, false);
	ck_assert_ptr_nonnull(strstr(buf, ": \\033[1m\\303\\244."));
}
END_TEST

START_TEST(gaps_are_averaged_to_the_second)
{
	struct common c;
	int64_t recent, earlier;

	look_back(&c, "0 onset\n0:01 end\n1 onset\n1:01 end\n2 onset\n"
	    "2:01 end\n3 onset\n3:01 end\n4:00:01 onset", "5");
	ck_assert(common_spacing(&c, &recent, &earlier));
	ck_assert_int_eq(recent, 3600);
	ck_assert_int_eq(earlier, 3600);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("common");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, scores_after_packs_are_counted, effects);
	TABLE_ADD(tcase, this_is_said_of_a_log, sayings);
	tcase_add_test(tcase, names_are_shown_free_of_controls);
	tcase_add_test(tcase, gaps_are_averaged_to_the_second);
	suite_add_tcase(suite, tcase);
	return suite;
}
