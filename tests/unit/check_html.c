#include "../../src/core/text/html.h"

#include <string.h>

#include "dice.h"
#include "suite.h"
#include "table.h"

static const struct {
	const char *in, *out;
} cases[] = {
	{"", ""}, {"plain", "plain"}, {"<", "&lt;"}, {">", "&gt;"},
	{"&", "&amp;"}, {"\"", "&quot;"}, {"'", "&#39;"}, {"`", "`"},
	{"&amp;", "&amp;amp;"}, {"&#60;", "&amp;#60;"},
	{"<script>alert('x')</script>",
	    "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
	{"\" onload=\"", "&quot; onload=&quot;"},
	{"שלום ä €", "שלום ä €"}
};

START_TEST(text_reads_as_itself)
{
	char buf[256];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	html_text(&text, slice_of(cases[_i].in));
	ck_assert_str_eq(buf, cases[_i].out);
}
END_TEST

/* What a reader of HTML makes of it. */
static size_t
decode(const char *s, char *out)
{
	static const char *const names[] = {
		"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"
	};
	size_t n = 0;

	while (*s != '\0') {
		size_t i = 0;

		while (i < 5 && strncmp(s, names[i], strlen(names[i])) != 0)
			i++;
		out[n++] = i < 5 ? "&<>\"'"[i] : *s;
		s += i < 5 ? strlen(names[i]) : 1;
	}
	return n;
}

START_TEST(any_bytes_come_back)
{
	struct dice d = dice_make("html");

	for (int round = 0; round < 2000; round++) {
		char in[64], buf[512], out[512];
		size_t len = (size_t)dice_between(&d, 0, sizeof(in));
		struct text text;

		for (size_t i = 0; i < len; i++)
			in[i] = dice_between(&d, 0, 1) == 0 ?
			    "&<>\"';#lt"[dice_between(&d, 0, 8)] :
			    (char)dice_between(&d, 1, 255);
		text_init(&text, buf, sizeof(buf));
		html_text(&text, (struct slice){in, len});
		ck_assert_ptr_null(strpbrk(buf, "<>\"'"));
		ck_assert_msg(decode(buf, out) == len &&
		    memcmp(in, out, len) == 0, "SEED=%" PRIu64, d.seed);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("html");
	TCase *tcase = tcase_create("all");

	TABLE_ADD(tcase, text_reads_as_itself, cases);
	tcase_add_test(tcase, any_bytes_come_back);
	tcase_set_timeout(tcase, DICE_TIMEOUT);
	suite_add_tcase(suite, tcase);
	return suite;
}
