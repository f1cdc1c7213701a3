#include "suite.h"

#include <string.h>

#include "../../src/core/say/calendar.h"
#include "fold.h"
#include "table.h"

/* An event of a plan, as its description begins, and what is not in it. */
static const struct {
	int unread;
	enum plan_kind kind;
	const char *begins, *lacks;
} rows[] = {
	{0, PLAN_ICE, "Wrap the pack in a cloth", "could not be read"},
	{0, PLAN_HEAT, "Warm and not hot", "could not be read"},
	{0, PLAN_MARK, "Emergency signs: ", "could not be read"},
	{1, PLAN_MARK, "Lines of the log that could not be read: 1. So this "
	    "may be wrong: `backcare edit`\\nEmergency signs: ", "cloth"},
	{2, PLAN_ICE, "Lines of the log that could not be read: 2. So this "
	    "may be wrong: `backcare edit`\\nWrap the pack in a cloth", "Warm"}
};

/* The text without the folds of its lines. */
static void
unfold(char *s)
{
	char *fold;

	while ((fold = strstr(s, "\r\n ")) != NULL)
		memmove(fold, fold + 3, strlen(fold + 3) + 1);
}

START_TEST(a_description_begins_with_what_is_not_known)
{
	struct text text = TEXT(CALENDAR_EVENT_MAX);
	struct plan_event event = {.kind = rows[_i].kind, .at = FOLD_START};
	struct plan plan = {.now = FOLD_START};
	struct episode e;
	const char *words;

	fold_log(&e, "0 onset");
	e.unread = rows[_i].unread;
	plan.e = &e;
	calendar_event(&text, &plan, &event, false, FOLD_START);
	ck_assert(!text.cut);
	unfold(text.buf);
	words = strstr(text.buf, "\r\nDESCRIPTION:");
	ck_assert_ptr_nonnull(words);
	words += strlen("\r\nDESCRIPTION:");
	ck_assert_msg(strncmp(words, rows[_i].begins,
	    strlen(rows[_i].begins)) == 0, "%s", words);
	ck_assert_msg(strstr(words, rows[_i].lacks) == NULL, "%s", words);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("calendar");
	TCase *tc = tcase_create("description");

	TABLE_ADD(tc, a_description_begins_with_what_is_not_known, rows);
	suite_add_tcase(s, tc);
	return s;
}
