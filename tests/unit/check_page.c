#include "suite.h"

#include <string.h>

#include "../../src/core/text/page.h"

static bool
says(const struct page *page, int item, const char *words)
{
	return slice_is(page_slice(page, item), words);
}

START_TEST(a_new_page_is_empty)
{
	struct page page;
	char buf[16];

	page_init(&page, buf, sizeof(buf));
	ck_assert_int_eq(page.count, 0);
	ck_assert_uint_eq(page.text.len, 0);
	ck_assert(!page.text.cut);
}
END_TEST

START_TEST(each_paragraph_has_its_label_its_style_and_its_text)
{
	struct page page;
	char buf[64];

	page_init(&page, buf, sizeof(buf));
	text_str(page_add(&page, NULL, PAGE_ALARM), "first");
	text_str(page_add(&page, "Why", PAGE_PLAIN), "second");
	text_str(&page.text, " half");
	page_add(&page, "Empty", PAGE_FIXED);
	text_str(page_add(&page, NULL, PAGE_HEADLINE), "last");

	ck_assert_int_eq(page.count, 4);
	ck_assert_ptr_null(page.items[0].label);
	ck_assert_int_eq(page.items[0].style, PAGE_ALARM);
	ck_assert(says(&page, 0, "first"));
	ck_assert_str_eq(page.items[1].label, "Why");
	ck_assert_int_eq(page.items[1].style, PAGE_PLAIN);
	ck_assert(says(&page, 1, "second half"));
	ck_assert_str_eq(page.items[2].label, "Empty");
	ck_assert_int_eq(page.items[2].style, PAGE_FIXED);
	ck_assert(says(&page, 2, ""));
	ck_assert_int_eq(page.items[3].style, PAGE_HEADLINE);
	ck_assert(says(&page, 3, "last"));
	ck_assert(!page.text.cut);
}
END_TEST

START_TEST(what_is_spare_is_the_last_paragraph_and_goes)
{
	struct page page;
	char buf[16];

	page_init(&page, buf, sizeof(buf));
	page_spare(&page, 1);
	text_str(page_add(&page, NULL, PAGE_PLAIN), "one");
	text_str(page_add(&page, NULL, PAGE_PLAIN), "two");
	page_spare(&page, 1);
	text_str(page_add(&page, NULL, PAGE_PLAIN), "three");
	page_spare(&page, 2);
	ck_assert_int_eq(page.count, 3);
	ck_assert(says(&page, 1, "two"));
	for (int i = 0; i < page.count; i++)
		ck_assert(page_shows(&page, i));
	page.brief = 1;
	for (int i = 0; i < page.count; i++)
		ck_assert(page_shows(&page, i) == (i != 1));
	page.brief = 2;
	for (int i = 0; i < page.count; i++)
		ck_assert(page_shows(&page, i) == (i == 0));
}
END_TEST

START_TEST(a_paragraph_too_many_is_known_to_be_cut)
{
	struct page page;
	char buf[64];

	page_init(&page, buf, sizeof(buf));
	for (int i = 0; i < PAGE_ITEMS; i++)
		text_char(page_add(&page, NULL, PAGE_PLAIN),
		    (char)('a' + i % 26));
	ck_assert(!page.text.cut);
	ck_assert_int_eq(page.count, PAGE_ITEMS);
	ck_assert(says(&page, PAGE_ITEMS - 1, "f"));

	ck_assert_ptr_eq(page_add(&page, NULL, PAGE_PLAIN), &page.text);
	ck_assert(page.text.cut);
	ck_assert_int_eq(page.count, PAGE_ITEMS);
	ck_assert(says(&page, PAGE_ITEMS - 1, "f"));
}
END_TEST

START_TEST(text_that_does_not_fit_is_known_to_be_cut)
{
	struct page page;
	char buf[8];

	page_init(&page, buf, sizeof(buf));
	text_str(page_add(&page, NULL, PAGE_PLAIN), "seven..");
	ck_assert(!page.text.cut);
	text_str(page_add(&page, NULL, PAGE_PLAIN), "8");
	ck_assert(page.text.cut);
	ck_assert(says(&page, 0, "seven.."));
	ck_assert(says(&page, 1, ""));
}
END_TEST

START_TEST(labels_are_as_wide_as_in_the_samples)
{
	ck_assert_int_eq(PAGE_LABEL, 10);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("page");
	TCase *tc = tcase_create("page");

	tcase_add_test(tc, a_new_page_is_empty);
	tcase_add_test(tc, each_paragraph_has_its_label_its_style_and_its_text);
	tcase_add_test(tc, what_is_spare_is_the_last_paragraph_and_goes);
	tcase_add_test(tc, a_paragraph_too_many_is_known_to_be_cut);
	tcase_add_test(tc, text_that_does_not_fit_is_known_to_be_cut);
	tcase_add_test(tc, labels_are_as_wide_as_in_the_samples);
	suite_add_tcase(s, tc);
	return s;
}
