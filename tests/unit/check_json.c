#include "suite.h"

#include <string.h>

#include "../../src/core/text/json.h"
#include "table.h"

#define REPLACED "\xef\xbf\xbd"

static const struct row {
	const char *bytes;
	size_t len;
	const char *want;
} rows[] = {
#define ROW(bytes, want) {bytes, sizeof(bytes) - 1, want}
	ROW("", "\"\""),
	ROW("plain", "\"plain\""),
	ROW("say \"a\\b\"", "\"say \\\"a\\\\b\\\"\""),
	ROW("a/b", "\"a/b\""),
	ROW("\n", "\"\\u000a\""),
	ROW("\t\r\b\f", "\"\\u0009\\u000d\\u0008\\u000c\""),
	ROW("\0x", "\"\\u0000x\""),
	ROW("\x1b[31m", "\"\\u001b[31m\""),
	ROW("\x1f\x20", "\"\\u001f \""),
	ROW("\x7f", "\"\\u007f\""),
	ROW("a\x7f\x7f" "b", "\"a\\u007f\\u007fb\""),
	ROW("a\"\"\\\\b", "\"a\\\"\\\"\\\\\\\\b\""),
	ROW("caf\xc3\xa9", "\"caf\xc3\xa9\""),
	ROW("\xe2\x82\xac", "\"\xe2\x82\xac\""),
	ROW("\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\""),
	/* Not UTF-8: alone, cut short, too long, a surrogate, too high. */
	ROW("\xff", "\"" REPLACED "\""),
	ROW("a\xc3", "\"a" REPLACED "\""),
	ROW("\xc3z", "\"" REPLACED "z\""),
	ROW("\xc0\xaf", "\"" REPLACED REPLACED "\""),
	ROW("\xed\xa0\x80", "\"" REPLACED REPLACED REPLACED "\""),
	ROW("\xf4\x90\x80\x80", "\"" REPLACED REPLACED REPLACED REPLACED "\"")
};

START_TEST(bytes_become_a_string)
{
	char buf[128];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	json_bytes(&text, NULL, (struct slice){rows[_i].bytes, rows[_i].len});
	ck_assert_str_eq(buf, rows[_i].want);
}
END_TEST

/* No byte can get out of the string, or be lost without a trace. */
START_TEST(every_byte_stays_inside)
{
	for (int c = 0; c < 256; c++) {
		char byte = (char)c, buf[32];
		struct text text;

		text_init(&text, buf, sizeof(buf));
		json_bytes(&text, NULL, (struct slice){&byte, 1});
		ck_assert_uint_gt(text.len, 2);
		ck_assert_int_eq(buf[0], '"');
		ck_assert_int_eq(buf[text.len - 1], '"');
		for (size_t i = 1; i < text.len - 1; i++) {
			ck_assert_uint_ge((unsigned char)buf[i], 0x20);
			if (buf[i] == '"')
				ck_assert_int_eq(buf[i - 1], '\\');
		}
	}
}
END_TEST

/* Whoever puts a value in need not know what stands before it. */
START_TEST(values_part_themselves_with_commas)
{
	struct text text = TEXT(256);

	json_open(&text, NULL, '{');
	json_open(&text, "none", '[');
	json_close(&text, ']');
	json_open(&text, "list", '[');
	json_num(&text, NULL, 0);
	json_num(&text, NULL, INT64_MIN);
	json_open(&text, NULL, '{');
	json_close(&text, '}');
	json_open(&text, NULL, '[');
	json_str(&text, NULL, "{");
	json_str(&text, NULL, "[");
	json_close(&text, ']');
	json_close(&text, ']');
	json_str(&text, "s", ",");
	json_str(&text, "no", NULL);
	json_bytes(&text, "bytes", (struct slice){"a\0b", 3});
	json_bytes(&text, "nobytes", (struct slice){NULL, 0});
	json_bool(&text, "t", true);
	json_bool(&text, "f", false);
	json_null(&text, "null");
	json_close(&text, '}');
	ck_assert_str_eq(text.buf, "{\"none\":[],"
	    "\"list\":[0,-9223372036854775808,{},[\"{\",\"[\"]],"
	    "\"s\":\",\",\"no\":null,\"bytes\":\"a\\u0000b\","
	    "\"nobytes\":null,\"t\":true,\"f\":false,\"null\":null}");
}
END_TEST

START_TEST(an_object_a_line_needs_no_comma)
{
	struct text text = TEXT(64);

	for (int i = 0; i < 2; i++) {
		json_open(&text, NULL, '{');
		json_close(&text, '}');
		text_char(&text, '\n');
	}
	ck_assert_str_eq(text.buf, "{}\n{}\n");
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("json");
	TCase *string = tcase_create("string");
	TCase *value = tcase_create("value");

	TABLE_ADD(string, bytes_become_a_string, rows);
	tcase_add_test(string, every_byte_stays_inside);
	suite_add_tcase(suite, string);
	tcase_add_test(value, values_part_themselves_with_commas);
	tcase_add_test(value, an_object_a_line_needs_no_comma);
	suite_add_tcase(suite, value);
	return suite;
}
