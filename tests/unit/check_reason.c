/* Why an urgency was reached, in whole texts. */
#include "suite.h"

#include "../../src/core/say/reason.h"
#include "fold.h"
#include "table.h"

#define NERVES " With back pain that can be a sign of pressure on the nerves " \
	"at the end of the spine. That has to be treated within hours."
#define ROOT "That can be a sign of an irritated nerve root, such as sciatica."

static const struct row {
	const char *log, *now;
	bool verbose;
	const char *reasons;
} rows[] = {
	{"0 onset", "1", false, ""},
	{"0 check flags=bladder", "1", false,
	    "You reported trouble controlling the bladder or the bowels."
	    NERVES},
	/* Flags with one explanation share it, the first one of all too. */
	{"0 check flags=bladder,retention,both-legs", "1", false,
	    "You reported trouble controlling the bladder or the bowels; "
	    "trouble passing urine, or feeling it pass; pain, tingling, "
	    "weakness or numbness in both legs." NERVES},
	{"0 check flags=retention,accident,both-legs", "1", true,
	    "You reported trouble passing urine, or feeling it pass [NHS "
	    "inform; not in the article]; pain, tingling, weakness or "
	    "numbness in both legs [S38, raised: NHS]." NERVES " You reported "
	    "a serious accident or fall [NHS; not in the article]. After "
	    "that, back pain can be a sign of a broken bone."},
	/* What is less urgent is left out; what is as urgent is not. */
	{"0 check flags=bladder,fever,leg", "1", false,
	    "You reported trouble controlling the bladder or the bowels."
	    NERVES},
	{"0 onset feel=sharp start=sudden flags=leg\n73 check flags=age", "74",
	    false, "You reported pain running down one leg. " ROOT
	    " You reported being under 18, or a first episode over 60. At "
	    "those ages back pain has other causes more often. Under 18: "
	    "this is advice for adults. Sharp pain "
	    "that came on at once can point to a strain or a joint injury. "
	    "It is past 72 hours."},
	{"0 onset pain=5\n1 pain score=5", "73", false,
	    "Past the 72-hour mark. That is not a sign of harm, and many "
	    "backs take longer, but it is the point to have it looked at."},
	{"0 onset pain=7\n1 pain score=1\n2 pain score=7", "3", false,
	    "The pain had eased, and it has come back."},
	{"0 onset flags=skin", "1", false,
	    "You reported skin there that should get no ice and no heat. "
	    "Skin like that can be burnt by cold or by heat unnoticed."},
	{"0 onset pain=8", "1", true,
	    "The last pain you noted was 8 or more. [S42, raised: NHS on very "
	    "severe pain]"}
};

START_TEST(every_reason_of_the_level_is_given_once)
{
	const struct row *row = &rows[_i];
	struct verdict v;
	struct episode e;
	struct text text;
	char buf[4096];

	fold_log(&e, row->log);
	v = verdict_of(&e, fold_at(row->now));
	text_init(&text, buf, sizeof(buf));
	reason_put(&text, &v, true, row->verbose);
	ck_assert_str_eq(buf, row->reasons);
}
END_TEST

/* What stands in the text already is kept apart by the caller. */
START_TEST(reasons_follow_what_was_said_before)
{
	struct verdict v;
	struct episode e;
	struct text text;
	char buf[4096];

	fold_log(&e, "0 onset pain=8 flags=leg");
	v = verdict_of(&e, fold_at("1"));
	text_init(&text, buf, sizeof(buf));
	text_str(&text, "Why: ");
	reason_put(&text, &v, true, false);
	ck_assert_str_eq(buf, "Why: You reported pain running down one leg. "
	    ROOT " The last pain you noted was 8 or more.");
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("reasons");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, every_reason_of_the_level_is_given_once, rows);
	tcase_add_test(tcase, reasons_follow_what_was_said_before);
	suite_add_tcase(suite, tcase);
	return suite;
}
