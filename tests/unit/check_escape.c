#include "../../src/core/text/escape.h"

#include <string.h>

#include "dice.h"
#include "suite.h"
#include "table.h"

/* A literal, which may hold NULs, as a slice. */
#define BYTES(literal) {literal, sizeof(literal) - 1}

static const enum escape modes[] = {
	ESCAPE_NOTE, ESCAPE_VALUE, ESCAPE_SHOW, ESCAPE_ASCII
};

static const struct {
	struct slice in;
	const char *want[4];	/* note, value, show, ASCII */
} escapes[] = {
	{BYTES(""), {"", "", "", ""}},
	{BYTES("last set"), {"last set", "last\\040set", "last set",
	    "last set"}},
	{BYTES("a=b#c~!"), {"a=b#c~!", "a=b#c~!", "a=b#c~!", "a=b#c~!"}},
	{BYTES("\\"), {"\\134", "\\134", "\\", "\\"}},
	{BYTES("\\040"), {"\\134040", "\\134040", "\\040", "\\040"}},
	{BYTES("\0"), {"\\000", "\\000", "\\000", "\\000"}},
	{BYTES("\n"), {"\\012", "\\012", "\\012", "\\012"}},
	{BYTES("\t"), {"\\011", "\\011", "\\011", "\\011"}},
	{BYTES("\033[31m"), {"\\033[31m", "\\033[31m", "\\033[31m",
	    "\\033[31m"}},
	{BYTES("\x1f"), {"\\037", "\\037", "\\037", "\\037"}},
	{BYTES("\x7f"), {"\\177", "\\177", "\\177", "\\177"}},
	/* C1: U+0080, U+009B, U+009F; then the first that may stand */
	{BYTES("\xc2\x80"), {"\\302\\200", "\\302\\200", "\\302\\200",
	    "\\302\\200"}},
	{BYTES("\xc2\x9b"), {"\\302\\233", "\\302\\233", "\\302\\233",
	    "\\302\\233"}},
	{BYTES("\xc2\x9f"), {"\\302\\237", "\\302\\237", "\\302\\237",
	    "\\302\\237"}},
	{BYTES("\xc2\xa0"), {"\xc2\xa0", "\xc2\xa0", "\xc2\xa0",
	    "\\302\\240"}},
	/* characters of two, three and four bytes */
	{BYTES("\xc3\xa9"), {"\xc3\xa9", "\xc3\xa9", "\xc3\xa9",
	    "\\303\\251"}},
	{BYTES("\xe2\x82\xac"), {"\xe2\x82\xac", "\xe2\x82\xac",
	    "\xe2\x82\xac", "\\342\\202\\254"}},
	{BYTES("\xf0\x9f\x92\xaa"), {"\xf0\x9f\x92\xaa", "\xf0\x9f\x92\xaa",
	    "\xf0\x9f\x92\xaa", "\\360\\237\\222\\252"}},
	/* a right-to-left override, U+202E */
	{BYTES("a\xe2\x80\xaez"), {"a\\342\\200\\256z", "a\\342\\200\\256z",
	    "a\\342\\200\\256z", "a\\342\\200\\256z"}},
	/* bytes that are not UTF-8, each on its own */
	{BYTES("\xff"), {"\\377", "\\377", "\\377", "\\377"}},
	{BYTES("\x80z"), {"\\200z", "\\200z", "\\200z", "\\200z"}},
	{BYTES("\xc3"), {"\\303", "\\303", "\\303", "\\303"}},
	{BYTES("\xc3z"), {"\\303z", "\\303z", "\\303z", "\\303z"}},
	{BYTES("\xe2\x82z"), {"\\342\\202z", "\\342\\202z", "\\342\\202z",
	    "\\342\\202z"}},
	{BYTES("\xe2\x82"), {"\\342\\202", "\\342\\202", "\\342\\202",
	    "\\342\\202"}},
	{BYTES("\xc0\xaf"), {"\\300\\257", "\\300\\257", "\\300\\257",
	    "\\300\\257"}},
	{BYTES("\xed\xa0\x80"), {"\\355\\240\\200", "\\355\\240\\200",
	    "\\355\\240\\200", "\\355\\240\\200"}},
	/* a byte astray does not take the character after it along */
	{BYTES("\xe2\xc3\xa9"), {"\\342\xc3\xa9", "\\342\xc3\xa9",
	    "\\342\xc3\xa9", "\\342\\303\\251"}}
};

START_TEST(what_may_not_stand_is_written_in_octal)
{
	struct slice in = escapes[_i].in;

	for (int m = 0; m < ROWS(modes); m++) {
		char buf[64];
		struct text t;

		text_init(&t, buf, sizeof(buf));
		escape_put(&t, in.at, in.len, modes[m]);
		ck_assert_str_eq(buf, escapes[_i].want[m]);
		ck_assert_uint_eq(t.len, strlen(buf));
	}
}
END_TEST

/* What comes of what stands in the log, by what the terminal has. */
static const struct {
	const char *stored, *utf8, *ascii;
} shown[] = {
	{"", "", ""},
	{"leg\\040press", "leg press", "leg press"},
	{"\xc3\xbc\\033[1m", "\xc3\xbc\\033[1m", "\\303\\274\\033[1m"},
	{"C:\\134x", "C:\\x", "C:\\x"}
};

START_TEST(what_is_stored_is_shown_fit_for_the_terminal)
{
	char buf[64];
	struct text t;

	text_init(&t, buf, sizeof(buf));
	escape_show(&t, slice_of(shown[_i].stored), true);
	ck_assert_str_eq(buf, shown[_i].utf8);
	text_init(&t, buf, sizeof(buf));
	escape_show(&t, slice_of(shown[_i].stored), false);
	ck_assert_str_eq(buf, shown[_i].ascii);
}
END_TEST

START_TEST(of_more_than_is_shown_the_first_is)
{
	char stored[ESCAPE_SHOWN + 2], buf[ESCAPE_SHOWN + 2];
	struct text t;

	memset(stored, 'x', sizeof(stored));
	stored[ESCAPE_SHOWN - 2] = '\\';
	memcpy(stored + ESCAPE_SHOWN - 1, "040", 3);
	text_init(&t, buf, sizeof(buf));
	escape_show(&t, (struct slice){stored, sizeof(stored)}, true);
	/* The escape that does not fit is left out whole. */
	ck_assert_uint_eq(t.len, ESCAPE_SHOWN - 2);
	memset(stored, 'x', sizeof(stored));
	text_init(&t, buf, sizeof(buf));
	escape_show(&t, (struct slice){stored, sizeof(stored)}, true);
	ck_assert_uint_eq(t.len, ESCAPE_SHOWN);
}
END_TEST

/* Well-formed UTF-8, as the table 3-7 of the Unicode standard has it. */
static const struct {
	unsigned char first[2], second[2];
	size_t len;
} well_formed[] = {
	{{0x00, 0x7f}, {0, 0}, 1},
	{{0xc2, 0xdf}, {0x80, 0xbf}, 2},
	{{0xe0, 0xe0}, {0xa0, 0xbf}, 3},
	{{0xe1, 0xec}, {0x80, 0xbf}, 3},
	{{0xed, 0xed}, {0x80, 0x9f}, 3},
	{{0xee, 0xef}, {0x80, 0xbf}, 3},
	{{0xf0, 0xf0}, {0x90, 0xbf}, 4},
	{{0xf1, 0xf3}, {0x80, 0xbf}, 4},
	{{0xf4, 0xf4}, {0x80, 0x8f}, 4}
};

static bool
within(unsigned char byte, const unsigned char range[2])
{
	return byte >= range[0] && byte <= range[1];
}

/* Bytes of the character in front, by that table; 0 where there is none. */
static size_t
table_utf8(const char *bytes, size_t len)
{
	static const unsigned char tail[2] = {0x80, 0xbf};
	const unsigned char *b = (const unsigned char *)bytes;

	for (int row = 0; len > 0 && row < ROWS(well_formed); row++) {
		size_t want = well_formed[row].len;

		if (!within(b[0], well_formed[row].first))
			continue;
		if (len < want || (want > 1 &&
		    !within(b[1], well_formed[row].second)))
			return 0;
		for (size_t i = 2; i < want; i++) {
			if (!within(b[i], tail))
				return 0;
		}
		return want;
	}
	return 0;
}

START_TEST(utf8_is_what_the_standard_calls_well_formed)
{
	/* Both sides of every limit in the table. */
	static const unsigned char after[] = {
		0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff
	};
	unsigned char b[4];
	char bytes[4];
	uint32_t c;

	for (int i = 0; i < 256 * 1000; i++) {
		b[0] = (unsigned char)(i / 1000);
		b[1] = after[i / 100 % 10];
		b[2] = after[i / 10 % 10];
		b[3] = after[i % 10];
		memcpy(bytes, b, sizeof(b));
		for (size_t len = 0; len <= 4; len++) {
			if (escape_utf8(bytes, len, &c) !=
			    table_utf8(bytes, len))
				ck_abort_msg("%02x %02x %02x %02x, first %zu",
				    b[0], b[1], b[2], b[3], len);
		}
	}
}
END_TEST

static size_t
encode(uint32_t c, char *out)
{
	static const uint32_t lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n - 1; i > 0; i--, c >>= 6)
		out[i] = (char)(0x80 | (c & 0x3f));
	out[0] = (char)(lead[n] | c);
	return n;
}

START_TEST(every_character_is_read_and_surrogates_are_none)
{
	char bytes[4];

	for (uint32_t c = 0; c <= 0x110fff; c++) {
		size_t len = encode(c, bytes), got;
		bool exists = (c < 0xd800 || c > 0xdfff) && c <= 0x10ffff;
		uint32_t back = 0;

		got = escape_utf8(bytes, len, &back);
		if (got != (exists ? len : 0) || (exists && back != c))
			ck_abort_msg("U+%04" PRIX32, c);
	}
}
END_TEST

/* C0, DEL, C1, and what has Bidi_Control in Unicode's PropList. */
static const uint32_t controls[][2] = {
	{0x00, 0x1f}, {0x7f, 0x9f}, {0x061c, 0x061c}, {0x200e, 0x200f},
	{0x202a, 0x202e}, {0x2066, 0x2069}
};

static bool
is_control(uint32_t c)
{
	for (int i = 0; i < ROWS(controls); i++) {
		if (c >= controls[i][0] && c <= controls[i][1])
			return true;
	}
	return false;
}

START_TEST(only_controls_are_escaped_when_shown)
{
	char bytes[4], buf[32];
	struct text t;

	for (uint32_t c = 0; c < 0x3000; c++) {
		size_t len = encode(c, bytes);

		if (table_utf8(bytes, len) == 0)
			continue;
		text_init(&t, buf, sizeof(buf));
		escape_put(&t, bytes, len, ESCAPE_SHOW);
		if (is_control(c) ? t.len != 4 * len :
		    t.len != len || memcmp(buf, bytes, len) != 0)
			ck_abort_msg("U+%04" PRIX32 " is shown as %s", c, buf);
	}
}
END_TEST

static bool
starts_octal(const char *s)
{
	return s[0] == '\\' && s[1] >= '0' && s[1] <= '3' && s[2] >= '0' &&
	    s[2] <= '7' && s[3] >= '0' && s[3] <= '7';
}

/* What is wrong with a terminated text that escape_put wrote, or NULL. */
static const char *
fault(const char *s, size_t len, enum escape how)
{
	bool logged = how == ESCAPE_NOTE || how == ESCAPE_VALUE;

	for (size_t n; len > 0; s += n, len -= n) {
		uint32_t c = 0;

		n = table_utf8(s, len);
		if (n == 0)
			return "not UTF-8";
		escape_utf8(s, len, &c);
		if (is_control(c))
			return "a control character";
		if (how == ESCAPE_ASCII && n > 1)
			return "not ASCII";
		if (how == ESCAPE_VALUE && c == ' ')
			return "a space in a value";
		if (logged && c == '\\' && !starts_octal(s))
			return "a backslash that starts no escape";
		if (logged && c == '\\')
			n = 4;
	}
	return NULL;
}

/* Random bytes, with enough of what matters among them. */
static size_t
roll(struct dice *d, char *bytes, size_t size)
{
	static const char spice[] = "\\ 07\x7f\x80\xa0\xbf\xc2\xe2\xed\xf0\xf4";
	size_t len = 0, room = (size_t)dice_between(d, 4, (int64_t)size);

	while (len + 4 <= room) {
		switch (dice_between(d, 0, 3)) {
		case 0:
			bytes[len++] = (char)dice_between(d, 0, 255);
			break;
		case 1:
			bytes[len++] = spice[dice_between(d, 0,
			    sizeof(spice) - 2)];
			break;
		case 2:
			len += encode((uint32_t)dice_between(d, 0, 0x2fff),
			    bytes + len);
			break;
		default:
			len += encode((uint32_t)dice_between(d, 0, 0x110000),
			    bytes + len);
		}
	}
	return len;
}

START_TEST(any_bytes_come_out_clean_and_come_back)
{
	struct dice d = dice_make("any_bytes_come_out_clean_and_come_back");
	char bytes[64], buf[4 * sizeof(bytes) + 1], back[sizeof(buf)];

	for (int i = 0; i < 20000; i++) {
		size_t len = roll(&d, bytes, sizeof(bytes));
		enum escape how = modes[i % ROWS(modes)];
		const char *why;
		struct text t;

		text_init(&t, buf, sizeof(buf));
		escape_put(&t, bytes, len, how);
		why = t.cut ? "cut" : fault(buf, t.len, how);
		if (why == NULL && how == ESCAPE_VALUE &&
		    escape_is_value((struct slice){buf, t.len}) != (len > 0))
			why = "no value";
		if (why == NULL && how <= ESCAPE_VALUE &&
		    (escape_decode((struct slice){buf, t.len}, back) != len ||
		    memcmp(back, bytes, len) != 0))
			why = "does not come back";
		if (why != NULL)
			ck_abort_msg("%s: %s, mode %d (SEED=%" PRIu64 ")", buf,
			    why, (int)how, d.seed);
	}
}
END_TEST

START_TEST(what_does_not_fit_ends_with_a_whole_character)
{
	static const char bytes[] = "a\xc3\xa9\xe2\x82\xac\x1b\xf0\x9f\x92\xaa"
	    "\xe2\x80\xae\xffz";
	char whole[64], buf[64];
	struct text t;

	text_init(&t, whole, sizeof(whole));
	escape_put(&t, bytes, strlen(bytes), modes[_i]);
	for (size_t size = 1; size <= strlen(whole) + 1; size++) {
		text_init(&t, buf, size);
		escape_put(&t, bytes, strlen(bytes), modes[_i]);
		ck_assert(t.cut == (size <= strlen(whole)));
		ck_assert_uint_eq(t.len, strlen(buf));
		ck_assert_msg(strncmp(buf, whole, t.len) == 0, "%s", buf);
		ck_assert_msg(fault(buf, t.len, modes[_i]) == NULL,
		    "in %zu bytes: %s", size, fault(buf, t.len, modes[_i]));
		/* An escape of n bytes leaves up to 4n - 1 of room unused. */
		ck_assert_msg(t.cut || t.len == strlen(whole), "%s", buf);
		ck_assert_msg(t.len + 16 > size - 1, "in %zu bytes: %s", size,
		    buf);
		ck_assert_msg(strrchr(buf, '\\') == NULL ||
		    starts_octal(strrchr(buf, '\\')), "half an escape: %s",
		    buf);
	}
}
END_TEST

static const struct {
	struct slice in, want;
} decoded[] = {
	{BYTES(""), BYTES("")},
	{BYTES("last set"), BYTES("last set")},
	{BYTES("last\\040set"), BYTES("last set")},
	{BYTES("\\000"), BYTES("\0")},
	{BYTES("\\377"), BYTES("\xff")},
	{BYTES("\\134040"), BYTES("\\040")},
	{BYTES("\\303\\251"), BYTES("\xc3\xa9")},
	{BYTES("\\1011"), BYTES("A1")},
	/* a backslash that starts none stands for itself */
	{BYTES("\\"), BYTES("\\")},
	{BYTES("a\\"), BYTES("a\\")},
	{BYTES("\\0"), BYTES("\\0")},
	{BYTES("\\04"), BYTES("\\04")},
	{BYTES("\\n"), BYTES("\\n")},
	{BYTES("\\400"), BYTES("\\400")},
	{BYTES("\\/00"), BYTES("\\/00")},
	{BYTES("\\080"), BYTES("\\080")},
	{BYTES("\\00/"), BYTES("\\00/")},
	{BYTES("\\00."), BYTES("\\00.")},
	{BYTES("\\0/0"), BYTES("\\0/0")},
	{BYTES("\\/00"), BYTES("\\/00")},
	{BYTES("\\0/0"), BYTES("\\0/0")},
	{BYTES("\\008"), BYTES("\\008")},
	{BYTES("\\00/"), BYTES("\\00/")},
	{BYTES("\\\\040"), BYTES("\\ ")},
	{BYTES("C:\\new"), BYTES("C:\\new")}
};

START_TEST(an_escape_is_taken_off_and_other_backslashes_stay)
{
	struct slice want = decoded[_i].want;
	char out[16];
	size_t len;

	len = escape_decode(decoded[_i].in, out);
	ck_assert_uint_eq(len, want.len);
	ck_assert_msg(memcmp(out, want.at, len) == 0, "%.*s",
	    (int)decoded[_i].in.len, decoded[_i].in.at);
}
END_TEST

static const struct {
	struct slice in;
	bool want;
} values[] = {
	{BYTES("deadlift"), true},
	{BYTES("a=b"), true},
	{BYTES("dead\\040lift"), true},
	{BYTES("\\033"), true},
	{BYTES("\\101"), true},	/* needless, but whole */
	{BYTES("Kniebeuge\xc3\xa9"), true},
	{BYTES(""), false},
	{BYTES("dead lift"), false},
	{BYTES(" "), false},
	{BYTES("dead\\lift"), false},
	{BYTES("deadlift\\04"), false},
	{BYTES("deadlift\\"), false},
	{BYTES("dead\tlift"), false},
	{BYTES("dead\0lift"), false},
	{BYTES("\x7f"), false},
	{BYTES("\xc2\x9b"), false},
	{BYTES("\xe2\x80\xae"), false},
	{BYTES("\xff"), false},
	{BYTES("deadlift\xc3"), false}
};

static const struct {
	struct slice in;
	size_t most, kept;
} wholes[] = {
	{BYTES(""), 0, 0},
	{BYTES("squat"), 5, 5},
	{BYTES("squat"), 4, 4},
	{BYTES("squat"), 0, 0},
	{BYTES("\\101bc"), 3, 0},
	{BYTES("\\101bc"), 4, 4},
	{BYTES("\\101bc"), 5, 5},
	{BYTES("a\\101bc"), 4, 1},
	{BYTES("\xc3\xa9\xc3\xa9"), 3, 2},
	{BYTES("\xff\xff\xff\xff"), 3, 3}
};

START_TEST(what_is_cut_is_cut_between_characters)
{
	ck_assert_uint_eq(escape_whole(wholes[_i].in, wholes[_i].most),
	    wholes[_i].kept);
}
END_TEST

START_TEST(a_value_has_nothing_that_needs_an_escape)
{
	ck_assert_msg(escape_is_value(values[_i].in) == values[_i].want,
	    "%.*s", (int)values[_i].in.len, values[_i].in.at);
}
END_TEST

static const struct {
	const char *in, *out;
} html[] = {
	{"", ""}, {"plain", "plain"}, {"<", "&lt;"}, {">", "&gt;"},
	{"&", "&amp;"}, {"\"", "&quot;"}, {"'", "&#39;"}, {"`", "`"},
	{"&amp;", "&amp;amp;"}, {"&#60;", "&amp;#60;"},
	{"<script>alert('x')</script>",
	    "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
	{"\" onload=\"", "&quot; onload=&quot;"},
	{"שלום ä €", "שלום ä €"}
};

START_TEST(text_reads_as_itself_in_html)
{
	char buf[256];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	escape_html(&text, slice_of(html[_i].in));
	ck_assert_str_eq(buf, html[_i].out);
}
END_TEST

/* What a reader of HTML makes of it. */
static size_t
read_html(const char *s, char *out)
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

START_TEST(any_bytes_come_back_from_html)
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
		escape_html(&text, (struct slice){in, len});
		ck_assert_ptr_null(strpbrk(buf, "<>\"'"));
		ck_assert_msg(read_html(buf, out) == len &&
		    memcmp(in, out, len) == 0, "SEED=%" PRIu64, d.seed);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("escape");
	TCase *table = tcase_create("table"), *any = tcase_create("any");

	TABLE_ADD(table, what_may_not_stand_is_written_in_octal, escapes);
	tcase_add_loop_test(table, what_is_stored_is_shown_fit_for_the_terminal,
	    0, ROWS(shown));
	tcase_add_test(table, of_more_than_is_shown_the_first_is);
	TABLE_ADD(table, what_is_cut_is_cut_between_characters, wholes);
	TABLE_ADD(table, what_does_not_fit_ends_with_a_whole_character, modes);
	TABLE_ADD(table, an_escape_is_taken_off_and_other_backslashes_stay,
	    decoded);
	TABLE_ADD(table, a_value_has_nothing_that_needs_an_escape, values);
	TABLE_ADD(table, text_reads_as_itself_in_html, html);
	suite_add_tcase(suite, table);

	tcase_set_timeout(any, DICE_TIMEOUT);
	tcase_add_test(any, utf8_is_what_the_standard_calls_well_formed);
	tcase_add_test(any, every_character_is_read_and_surrogates_are_none);
	tcase_add_test(any, only_controls_are_escaped_when_shown);
	tcase_add_test(any, any_bytes_come_out_clean_and_come_back);
	tcase_add_test(any, any_bytes_come_back_from_html);
	suite_add_tcase(suite, any);
	return suite;
}
