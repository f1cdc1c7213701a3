#include "../../src/core/text/text.h"

#include <string.h>
#include <wchar.h>

#include "suite.h"
#include "table.h"

static const struct {
	int64_t n;
	int width;
	const char *want;
} numbers[] = {
	{0, 1, "0"},
	{0, 2, "00"},
	{7, 1, "7"},
	{7, 2, "07"},
	{10, 2, "10"},
	{123, 2, "123"},
	{26, 4, "0026"},
	{-1, 1, "-1"},
	{-1, 2, "-01"},
	{5, 20, "00000000000000000005"},
	{INT64_MAX, 1, "9223372036854775807"},
	{INT64_MAX, 20, "09223372036854775807"},
	{INT64_MIN, 1, "-9223372036854775808"}
};

START_TEST(a_number_is_decimal_with_zeros_in_front)
{
	char buf[32];
	struct text t;

	text_init(&t, buf, sizeof(buf));
	text_digits(&t, numbers[_i].n, numbers[_i].width);
	ck_assert_str_eq(buf, numbers[_i].want);
	ck_assert_uint_eq(t.len, strlen(numbers[_i].want));
	ck_assert(!t.cut);
}
END_TEST

/* "ab", then 'c', then a number, into a buffer of so many bytes. */
static const struct {
	size_t size;
	const char *want;
	bool cut;
} sizes[] = {
	{1, "", true},
	{2, "a", true},
	{3, "ab", true},
	{4, "abc", true},
	{5, "abc-", true},
	{6, "abc-4", true},
	{7, "abc-42", false},
	{16, "abc-42", false}
};

START_TEST(what_does_not_fit_is_left_out_and_noted)
{
	char buf[17];
	struct text t;

	memset(buf, '!', sizeof(buf));
	text_init(&t, buf, sizes[_i].size);
	ck_assert_str_eq(buf, "");
	text_str(&t, "ab");
	text_char(&t, 'c');
	text_num(&t, -42);
	ck_assert_str_eq(buf, sizes[_i].want);
	ck_assert_uint_eq(t.len, strlen(sizes[_i].want));
	ck_assert(t.cut == sizes[_i].cut);
	ck_assert_msg(buf[sizes[_i].size] == '!', "wrote past the buffer");
}
END_TEST

START_TEST(a_sentence_is_put_as_printf_makes_it)
{
	struct text t = TEXT(64);

	text_fmt(&t, "%d %s within %s%%", -3, "scores", "3 h");
	ck_assert_str_eq(t.buf, "-3 scores within 3 h%");
	text_fmt(&t, "%s", "");
	ck_assert_str_eq(t.buf, "-3 scores within 3 h%");
	text_fmt(&t, "; %c.", 'x');
	ck_assert_str_eq(t.buf, "-3 scores within 3 h%; x.");
	ck_assert_uint_eq(t.len, strlen(t.buf));
	ck_assert(!t.cut);
}
END_TEST

/* "abc" and then "-42", into a buffer of so many bytes. */
START_TEST(of_a_sentence_what_fits_is_put)
{
	char buf[17];
	struct text t;

	memset(buf, '!', sizeof(buf));
	text_init(&t, buf, sizes[_i].size);
	text_fmt(&t, "%s%c", "ab", 'c');
	text_fmt(&t, "%d", -42);
	ck_assert_str_eq(buf, sizes[_i].want);
	ck_assert_uint_eq(t.len, strlen(sizes[_i].want));
	ck_assert(t.cut == sizes[_i].cut);
	ck_assert_msg(buf[sizes[_i].size] == '!', "wrote past the buffer");
	text_fmt(&t, "more");
	ck_assert_uint_lt(t.len, sizes[_i].size);
	ck_assert_msg(buf[sizes[_i].size] == '!', "wrote past the buffer");
}
END_TEST

/* Where it begins in the text says which things are of the list. */
/* In the C locale there is no such character. */
START_TEST(a_sentence_that_printf_cannot_make_is_cut)
{
	struct text text = TEXT(16);

	text_fmt(&text, "ab%lc", (wint_t)0x10ffff);
	ck_assert(text.cut);
	ck_assert_uint_eq(text.len, strlen(text.buf));
	ck_assert_uint_le(text.len, 2);
}
END_TEST

START_TEST(the_things_of_a_list_are_parted)
{
	struct text t = TEXT(64);
	size_t start;

	text_item(&t, 0, ", ", "%s", "leg");
	ck_assert_str_eq(t.buf, "leg");
	text_item(&t, 0, ", ", "%d more", 2);
	ck_assert_str_eq(t.buf, "leg, 2 more");
	text_str(&t, ": ");
	start = t.len;
	text_item(&t, start, "; ", "a");
	text_item(&t, start, "; ", "%s", "b");
	ck_assert_str_eq(t.buf, "leg, 2 more: a; b");
	ck_assert(!t.cut);
}
END_TEST

START_TEST(of_a_list_what_fits_is_put)
{
	struct text t = TEXT(6);

	text_item(&t, 0, ", ", "ab");
	text_item(&t, 0, ", ", "cd");
	ck_assert_str_eq(t.buf, "ab, c");
	ck_assert(t.cut);
}
END_TEST

START_TEST(a_text_with_its_buffer_is_empty)
{
	struct text t = TEXT(3), u = TEXT(3);

	ck_assert_str_eq(t.buf, "");
	ck_assert_uint_eq(t.size, 3);
	ck_assert_uint_eq(t.len, 0);
	ck_assert(!t.cut);
	text_str(&t, "ab");
	ck_assert_str_eq(t.buf, "ab");
	ck_assert(!t.cut);
	text_str(&t, "c");
	ck_assert(t.cut);
	ck_assert_str_eq(u.buf, "");
}
END_TEST

START_TEST(bytes_may_hold_a_nul)
{
	char buf[8];
	struct text t;

	text_init(&t, buf, sizeof(buf));
	text_bytes(&t, "a\0b", 3);
	text_bytes(&t, "", 0);
	ck_assert_uint_eq(t.len, 3);
	ck_assert_mem_eq(buf, "a\0b", 4);
	ck_assert(!t.cut);
}
END_TEST

/* Buffers start out as somebody else left them. */
START_TEST(a_new_text_is_empty_and_whole)
{
	char buf[4] = "xyz";
	struct text t = {NULL, 0, 9, true};

	text_init(&t, buf, sizeof(buf));
	ck_assert_ptr_eq(t.buf, buf);
	ck_assert_uint_eq(t.size, sizeof(buf));
	ck_assert_uint_eq(t.len, 0);
	ck_assert(!t.cut);
	ck_assert_str_eq(buf, "");
}
END_TEST

static const struct {
	const char *slice, *word;
	bool want;
} words[] = {
	{"ice", "ice", true},
	{"", "", true},
	{"ice", "ic", false},
	{"ic", "ice", false},
	{"ice", "Ice", false},
	{"ice", "icd", false},
	{"ice", "", false},
	{"", "ice", false}
};

START_TEST(a_slice_is_a_word_when_all_of_it_is)
{
	struct slice s = slice_of(words[_i].slice);

	ck_assert_ptr_eq(s.at, words[_i].slice);
	ck_assert_uint_eq(s.len, strlen(words[_i].slice));
	ck_assert_msg(slice_is(s, words[_i].word) == words[_i].want,
	    "\"%s\", \"%s\"", words[_i].slice, words[_i].word);
}
END_TEST

START_TEST(a_slice_ends_where_its_length_says)
{
	ck_assert(slice_is((struct slice){"icepack", 3}, "ice"));
	ck_assert_int_eq(slice_num((struct slice){"123", 2}), 12);
	ck_assert_int_eq(slice_num((struct slice){"12", 0}), -1);
}
END_TEST

static const struct {
	const char *s;
	int want;
} slice_numbers[] = {
	{"0", 0},
	{"9", 9},
	{"10", 10},
	{"15", 15},
	{"999999999", 999999999},
	{"", -1},
	{"1000000000", -1},
	{"00", -1},
	{"07", -1},
	{"-1", -1},
	{"+1", -1},
	{" 1", -1},
	{"1 ", -1},
	{"1.5", -1},
	{"0x1", -1},
	{"1a", -1},
	{"/", -1},
	{":", -1},
	{"\xd9\xa1", -1}
};

START_TEST(a_number_in_a_slice_is_digits_alone)
{
	ck_assert_msg(slice_num(slice_of(slice_numbers[_i].s)) ==
	    slice_numbers[_i].want, "\"%s\"", slice_numbers[_i].s);
}
END_TEST

static const struct {
	const char *list;
	const char *want[4];
} lists[] = {
	{"leg,numb,fever", {"leg", "numb", "fever"}},
	{"leg", {"leg"}},
	{"leg,", {"leg", ""}},
	{",leg", {"", "leg"}},
	{"leg,,numb", {"leg", "", "numb"}},
	{"", {""}},
	{",", {"", ""}},
	{"leg numb", {"leg numb"}}
};

START_TEST(a_list_gives_its_words_in_order_and_then_none)
{
	struct slice rest = slice_of(lists[_i].list), word;

	for (int i = 0; lists[_i].want[i] != NULL; i++) {
		ck_assert_msg(slice_next(&rest, ',', &word),
		    "\"%s\": no word %d", lists[_i].list, i);
		ck_assert_msg(slice_is(word, lists[_i].want[i]),
		    "\"%s\": word %d", lists[_i].list, i);
	}
	ck_assert_msg(!slice_next(&rest, ',', &word), "\"%s\": a word more",
	    lists[_i].list);
	ck_assert(!slice_next(&rest, ',', &word));
}
END_TEST

START_TEST(a_line_has_just_so_many_words)
{
	struct slice part[2];

	ck_assert(slice_words(slice_of("a bc"), part, 2));
	ck_assert(slice_is(part[0], "a") && slice_is(part[1], "bc"));
	ck_assert(!slice_words(slice_of("a"), part, 2));
	ck_assert(!slice_words(slice_of("a b c"), part, 2));
	ck_assert(!slice_words(slice_of("a b "), part, 2));
	ck_assert(slice_words(slice_of("a "), part, 2));
	ck_assert_uint_eq(part[1].len, 0);
}
END_TEST

START_TEST(the_rest_of_a_list_can_be_taken_whole)
{
	struct slice rest = slice_of("session=a=b"), key;

	ck_assert(slice_next(&rest, '=', &key));
	ck_assert(slice_is(key, "session"));
	ck_assert(slice_is(rest, "a=b"));
}
END_TEST

static const struct {
	const char *s, *set;
	bool want;
	const char *rest;
} skips[] = {
	{"-5", "-", true, "5"},
	{"-", "-", true, ""},
	{"--5", "-", true, "-5"},
	{"T17", " Tt", true, "17"},
	{"t17", " Tt", true, "17"},
	{" 17", " Tt", true, "17"},
	{"17", " Tt", false, "17"},
	{"17-", "-", false, "17-"},
	{"", "-", false, ""},
	{"-5", "", false, "-5"}
};

START_TEST(one_character_of_a_set_is_stepped_over)
{
	struct slice s = slice_of(skips[_i].s);

	ck_assert(slice_skip(&s, skips[_i].set) == skips[_i].want);
	ck_assert_str_eq(s.at, skips[_i].rest);
	ck_assert_uint_eq(s.len, strlen(skips[_i].rest));
}
END_TEST

START_TEST(nothing_is_stepped_over_past_the_end)
{
	struct slice s = {"--", 1};

	ck_assert(slice_skip(&s, "-"));
	ck_assert(!slice_skip(&s, "-"));
	ck_assert_uint_eq(s.len, 0);
}
END_TEST

START_TEST(a_nul_is_in_no_set)
{
	struct slice s = {"\0a", 2};

	ck_assert(!slice_skip(&s, "-"));
	ck_assert_uint_eq(s.len, 2);
}
END_TEST

static const struct {
	const char *s;
	int most, digits, n;
} digits[] = {
	{"2026", 4, 4, 2026},
	{"2026-", 4, 4, 2026},
	{"20265", 4, 4, 2026},
	{"0007", 4, 4, 7},
	{"7", 1, 1, 7},
	{"", 1, 0, 0},
	{"7", 2, 1, 7},
	{"7:", 2, 1, 7},
	{":7", 2, 0, 0},
	{"/7", 2, 0, 0},
	{"-7", 2, 0, 0},
	{" 7", 2, 0, 0},
	{"9999999999", 9, 9, 999999999}
};

START_TEST(digits_are_cut_off_the_front)
{
	struct slice s = slice_of(digits[_i].s);
	int n = -1;

	ck_assert_int_eq(slice_digits(&s, digits[_i].most, &n),
	    digits[_i].digits);
	ck_assert_int_eq(n, digits[_i].n);
	ck_assert_ptr_eq(s.at, digits[_i].s + digits[_i].digits);
	ck_assert_uint_eq(s.len, strlen(s.at));
}
END_TEST

/* FNV-1a: the values that its authors publish for their test strings. */
static const struct {
	const char *bytes;
	uint64_t hash;
} vectors[] = {
	{"", UINT64_C(0xcbf29ce484222325)},
	{"a", UINT64_C(0xaf63dc4c8601ec8c)},
	{"b", UINT64_C(0xaf63df4c8601f1a5)},
	{"foobar", UINT64_C(0x85944171f73967e8)}
};

START_TEST(published_strings_have_their_hash)
{
	const char *bytes = vectors[_i].bytes;

	ck_assert_uint_eq(slice_hash(SLICE_HASH, slice_of(bytes)),
	    vectors[_i].hash);
}
END_TEST

START_TEST(bytes_may_come_in_pieces)
{
	uint64_t foo = slice_hash(SLICE_HASH, slice_of("foo"));

	ck_assert_uint_eq(slice_hash(foo, slice_of("bar")),
	    slice_hash(SLICE_HASH, slice_of("foobar")));
}
END_TEST

START_TEST(only_so_many_bytes_count)
{
	ck_assert_uint_eq(slice_hash(SLICE_HASH, (struct slice){"foobar", 3}),
	    slice_hash(SLICE_HASH, slice_of("foo")));
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("text");
	TCase *text = tcase_create("text"), *slice = tcase_create("slice");

	TABLE_ADD(text, a_number_is_decimal_with_zeros_in_front, numbers);
	TABLE_ADD(text, what_does_not_fit_is_left_out_and_noted, sizes);
	tcase_add_test(text, a_sentence_is_put_as_printf_makes_it);
	TABLE_ADD(text, of_a_sentence_what_fits_is_put, sizes);
	tcase_add_test(text, a_sentence_that_printf_cannot_make_is_cut);
	tcase_add_test(text, the_things_of_a_list_are_parted);
	tcase_add_test(text, of_a_list_what_fits_is_put);
	tcase_add_test(text, a_text_with_its_buffer_is_empty);
	tcase_add_test(text, bytes_may_hold_a_nul);
	tcase_add_test(text, a_new_text_is_empty_and_whole);
	suite_add_tcase(suite, text);

	TABLE_ADD(slice, a_slice_is_a_word_when_all_of_it_is, words);
	tcase_add_test(slice, a_slice_ends_where_its_length_says);
	TABLE_ADD(slice, a_number_in_a_slice_is_digits_alone, slice_numbers);
	TABLE_ADD(slice, a_list_gives_its_words_in_order_and_then_none, lists);
	tcase_add_test(slice, a_line_has_just_so_many_words);
	tcase_add_test(slice, the_rest_of_a_list_can_be_taken_whole);
	TABLE_ADD(slice, one_character_of_a_set_is_stepped_over, skips);
	tcase_add_test(slice, nothing_is_stepped_over_past_the_end);
	tcase_add_test(slice, a_nul_is_in_no_set);
	TABLE_ADD(slice, digits_are_cut_off_the_front, digits);
	suite_add_tcase(suite, slice);
	TABLE_ADD(slice, published_strings_have_their_hash, vectors);
	tcase_add_test(slice, bytes_may_come_in_pieces);
	tcase_add_test(slice, only_so_many_bytes_count);
	return suite;
}
