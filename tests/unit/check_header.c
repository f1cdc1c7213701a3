#include "../../src/core/log/header.h"

#include "suite.h"
#include "table.h"

static const struct {
	const char *line;
	enum header want;
	const char *number;
} headers[] = {
	{"# backcare log 1", HEADER_OURS, "1"},
	{"# backcare log 1\r", HEADER_OURS, "1"},
	{"# backcare log 2", HEADER_OTHER, "2"},
	{"# backcare log 0", HEADER_OTHER, "0"},
	{"# backcare log 01", HEADER_OTHER, "01"},
	{"# backcare log 11", HEADER_OTHER, "11"},
	{"# backcare log 9", HEADER_OTHER, "9"},
	{"# backcare log 2147483648", HEADER_OTHER, "2147483648"},
	{"# backcare log 4294967297", HEADER_OTHER, "4294967297"},
	{"# backcare log 99999999999999999999", HEADER_OTHER,
	    "99999999999999999999"},
	{"# backcare log -1", HEADER_NONE, NULL},
	{"# backcare log", HEADER_NONE, NULL},
	{"# backcare log ", HEADER_NONE, NULL},
	{"# backcare log \r", HEADER_NONE, NULL},
	{"# backcare log one", HEADER_NONE, NULL},
	{"# backcare log 1 ", HEADER_NONE, NULL},
	{"# backcare log 1:", HEADER_NONE, NULL},
	{"# backcare log 1/", HEADER_NONE, NULL},
	{"# backcare  log 1", HEADER_NONE, NULL},
	{"#backcare log 1", HEADER_NONE, NULL},
	{" # backcare log 1", HEADER_NONE, NULL},
	{"# Backcare log 1", HEADER_NONE, NULL},
	{"# a comment of mine, a long one", HEADER_NONE, NULL},
	{"2026-11-20T17:30:00Z onset", HEADER_NONE, NULL},
	{"", HEADER_NONE, NULL}
};

START_TEST(a_first_line_says_the_format)
{
	struct slice number = {NULL, 0};

	ck_assert_int_eq(header_of(slice_of(headers[_i].line), &number),
	    headers[_i].want);
	if (headers[_i].number != NULL)
		ck_assert(slice_is(number, headers[_i].number));
}
END_TEST

START_TEST(no_line_at_all_is_no_header)
{
	struct slice number;

	ck_assert_int_eq(header_of((struct slice){NULL, 0}, &number),
	    HEADER_NONE);
}
END_TEST

static const struct {
	const char *line;
	bool passed_over, dated;
} lines[] = {
	{"", true, false},
	{" ", true, false},
	{"\t \r", true, false},
	{"#", true, false},
	{"# ~/.bashrc", true, false},
	{"  # inside", true, false},
	{"2026-11-20T17:30:00Z", false, true},
	{"2026-11-20T17:30:00Z ", false, true},
	{"2026-11-20T17:30:00Z onset", false, true},
	{"2026-11-20T17:30:00+01:00 what", false, true},
	{"2026-11-20T17:30:00Zonset", false, false},
	{" 2026-11-20T17:30:00Z onset", false, false},
	{"2026-11-20T17:30:00 onset", false, false},
	{"2026-11-20 17:30:00Z", false, false},
	{"2026-13-20T17:30:00Z onset", false, false},
	{"export EDITOR=vi", false, false},
	{"\177ELF", false, false},
	{"\xef\xbb\xbf# backcare log 1", false, false}
};

START_TEST(a_log_begins_with_a_time_past_blanks_and_comments)
{
	struct slice line = slice_of(lines[_i].line);

	ck_assert(header_is_passed_over(line) == lines[_i].passed_over);
	ck_assert(header_is_dated(line) == lines[_i].dated);
}
END_TEST

START_TEST(a_nul_is_neither_blank_nor_a_time)
{
	const struct slice line = {"\0", 1};

	ck_assert(!header_is_passed_over(line));
	ck_assert(!header_is_dated(line));
	/* No more than where there is no line at all. */
	ck_assert(!header_is_dated((struct slice){NULL, 0}));
}
END_TEST

static const struct {
	const char *file;
	bool want;
} torn[] = {
	{"", false},
	{"#", true},
	{"# backc", true},
	{"# backcare log ", true},
	{"# backcare log 1", true},
	{"# backcare log 2", false},
	{"# backcare log 1\r", false},
	{"# backcare log 1x", false},
	{"# bash", false},
	{"x", false}
};

START_TEST(a_header_that_was_cut_short_is_known)
{
	ck_assert(header_is_torn(slice_of(torn[_i].file)) == torn[_i].want);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("header");
	TCase *table = tcase_create("table");

	TABLE_ADD(table, a_first_line_says_the_format, headers);
	tcase_add_test(table, no_line_at_all_is_no_header);
	TABLE_ADD(table, a_log_begins_with_a_time_past_blanks_and_comments,
	    lines);
	tcase_add_test(table, a_nul_is_neither_blank_nor_a_time);
	TABLE_ADD(table, a_header_that_was_cut_short_is_known, torn);
	suite_add_tcase(suite, table);
	return suite;
}
