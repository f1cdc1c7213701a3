#include "suite.h"

#include <stdio.h>
#include <string.h>

#include "../../src/core/say/cron.h"
#include "dice.h"
#include "table.h"

#define ROUNDS 300

/* What a real sh makes of a quoted word. */
static void
expect_word(const char *word)
{
	char quoted[4096], script[4200], got[2048];
	struct text text;
	FILE *sh;
	size_t n;

	text_init(&text, quoted, sizeof(quoted));
	cron_quote(&text, word);
	ck_assert(!text.cut);
	ck_assert_ptr_null(strchr(quoted, '%'));
	snprintf(script, sizeof(script), "printf %%s %s", quoted);
	sh = popen(script, "r");
	ck_assert_ptr_nonnull(sh);
	n = fread(got, 1, sizeof(got) - 1, sh);
	got[n] = '\0';
	ck_assert_int_eq(pclose(sh), 0);
	ck_assert_msg(strcmp(got, word) == 0, "<%s> came back as <%s>", word,
	    got);
}

static const char *const words[] = {
	"", "plain", "two words", " ", "%", "%%", "100% sure", "'", "''",
	"it's", "'%'", "\"", "\"$HOME\"", "$(id)", "`id`", "\\", "\\\\",
	"\\'", "\\%", "a\\", "!", "!!", "~", "*", "?", "[a-z]", "#", "# %",
	";", "&", "|", "<", ">", "(", ")", "{a,b}", "-n", "--", "=", "\t",
	"date +%H:%M", "printf '%s\\n' \"$1\"", "notify-send -a 'back care'",
	"curl -d \"$1\" https://ntfy.sh/x%20y", "caf\xc3\xa9", "\xff\x01"
};

START_TEST(a_word_comes_back_byte_for_byte)
{
	expect_word(words[_i]);
}
END_TEST

START_TEST(any_word_comes_back_byte_for_byte)
{
	struct dice d = dice_make("cron words");
	char word[64];

	for (int i = 0; i < ROUNDS; i++) {
		size_t len = (size_t)dice_between(&d, 0, 40);

		for (size_t at = 0; at < len; at++) {
			word[at] = dice_between(&d, 0, 1) == 0 ?
			    "%'\"\\$` !#"[dice_between(&d, 0, 8)] :
			    (char)dice_between(&d, 1, 255);
			if (word[at] == '\n')
				word[at] = '%';
		}
		word[len] = '\0';
		expect_word(word);
	}
}
END_TEST

static const struct line {
	struct cron_job job;
	const char *want;
} lines[] = {
	{{.program = "/usr/bin/backcare", .log = "/l"},
	    "* * * * * '/usr/bin/backcare' -f '/l' remind\n"},
	{{.program = "/p", .home = "/h", .path = "/a:/b",
	    .zone = "Europe/Berlin", .state_home = "/s", .log = "/l",
	    .hours = "7-22", .command = "notify-send"},
	    "* * * * * HOME='/h' PATH='/a:/b' TZ='Europe/Berlin' "
	    "XDG_STATE_HOME='/s' '/p' -f '/l' remind -w '7-22' "
	    "-e 'notify-send'\n"},
	{{.program = "/my bin/b", .log = "/a%b", .command = "it's"},
	    "* * * * * '/my bin/b' -f '/a'\"$(printf '\\045')\"'b' remind "
	    "-e 'it'\\''s'\n"}
};

START_TEST(a_line_runs_every_minute_with_what_it_needs)
{
	char buf[1024];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	cron_line(&text, &lines[_i].job);
	ck_assert_str_eq(buf, lines[_i].want);
	ck_assert_ptr_null(strchr(buf, '%'));
}
END_TEST

static int
edit(char *buf, size_t size, const char *table, size_t len, const char *line,
    size_t *got)
{
	struct text text;
	int ret;

	text_init(&text, buf, size);
	ret = cron_edit(&text, (struct slice){table, len}, line);
	ck_assert(!text.cut);
	*got = text.len;
	return ret;
}

#define LINE "* * * * * x\n"
#define BLOCK CRON_BEGIN "\n" LINE CRON_END "\n"
#define OLD CRON_BEGIN "\n" "0 0 * * * old\nanother\n" CRON_END "\n"

static const struct table {
	const char *before, *installed, *removed;
} tables[] = {
	{"", BLOCK, ""},
	{"a\n", "a\n" BLOCK, "a\n"},
	{"a\nb\n", "a\nb\n" BLOCK, "a\nb\n"},
	{"\n", "\n" BLOCK, "\n"},
	{"\n\n# x\n\n", "\n\n# x\n\n" BLOCK, "\n\n# x\n\n"},
	{"a", "a\n" BLOCK, "a"},
	{"a\r\n\tb \n", "a\r\n\tb \n" BLOCK, "a\r\n\tb \n"},
	{BLOCK, BLOCK, ""},
	{OLD, BLOCK, ""},
	{"a\n" OLD "b\n", "a\nb\n" BLOCK, "a\nb\n"},
	{OLD "a\n" OLD, "a\n" BLOCK, "a\n"},
	/* Almost ours is not ours. */
	{CRON_BEGIN " \n", CRON_BEGIN " \n" BLOCK, CRON_BEGIN " \n"},
	{" " CRON_END "\n", " " CRON_END "\n" BLOCK, " " CRON_END "\n"},
	{"0 5 * * * backcare remind\n", "0 5 * * * backcare remind\n" BLOCK,
	    "0 5 * * * backcare remind\n"}
};

START_TEST(a_table_gets_the_line_once_and_gives_it_back)
{
	const struct table *t = &tables[_i];
	char once[2048], twice[2048], back[2048];
	size_t len, len_twice, len_back;

	ck_assert_int_eq(edit(once, sizeof(once), t->before,
	    strlen(t->before), LINE, &len), 0);
	ck_assert_str_eq(once, t->installed);
	ck_assert_int_eq(edit(twice, sizeof(twice), once, len, LINE,
	    &len_twice), 0);
	ck_assert_str_eq(twice, once);
	ck_assert_int_eq(edit(back, sizeof(back), t->before,
	    strlen(t->before), NULL, &len_back), 0);
	ck_assert_str_eq(back, t->removed);
}
END_TEST

/* NULL: it is not set. */
static const struct {
	const char *table, *value;
} settings[] = {
	{"", NULL},
	{"0 5 * * * true\n", NULL},
	{"MAILTO=me\n", "me"},
	{"MAILTO=\"me\"\n", "me"},
	{"MAILTO=me \t\r\n", "me"},
	{"MAILTO='me, you' \r\n", "me, you"},
	{"\"MAILTO\" = me\n", "me"},
	{"MAILTO=\"me\n", "\"me"},
	{"MAILTO=\"\"\n", ""},
	{"MAILTO=''", ""},
	{"MAILTO=\n", ""},
	{"MAILTO=\"", "\""},
	{"MAILTO", NULL},
	{"MAILT=\n", NULL},
	{"MAILTOO=\n", NULL},
	{"NOMAILTO=\n", NULL},
	{" MAILTO = \"\" \n", ""},
	{"\tMAILTO\t=\t\n", ""},
	{"MAILTO\n=\n", NULL},
	{"MAILTO \"\"\n", NULL},
	{"MAILTO=x\n", "x"},
	{"EDITOR=\n", NULL},
	{"#MAILTO=\n", NULL},
	{"0 5 * * * MAILTO= true\n", NULL},
	/* The last one counts. */
	{"MAILTO=\"\"\n0 5 * * * true\nMAILTO=me\n", "me"},
	{"MAILTO=me\n0 5 * * * true\nMAILTO=\"\"\n", ""}
};

START_TEST(the_last_setting_of_a_name_counts)
{
	struct slice value;
	bool found = cron_setting(slice_of(settings[_i].table), "MAILTO",
	    &value);

	ck_assert_msg(found == (settings[_i].value != NULL), "%s",
	    settings[_i].table);
	ck_assert_msg(!found || slice_is(value, settings[_i].value), "%s",
	    settings[_i].table);
}
END_TEST

static const struct {
	const char *shell;
	bool fits;
} shells[] = {
	{"/bin/sh", true}, {"sh", true}, {"/usr/bin/bash", true},
	{"/bin/dash", true}, {"/usr/local/bin/zsh", true}, {"mksh", true},
	{"/bin/ksh", true}, {"", false}, {"/", false}, {"/bin/", false},
	{"/bin/sh/", false}, {"/usr/bin/fish", false}, {"/bin/csh", false},
	{"tcsh", false}, {"/bin/false", false}, {"/usr/sbin/nologin", false},
	{"/usr/bin/python3", false}, {"/bin/rc", false}, {"bash ", false}
};

START_TEST(a_shell_that_reads_the_line_fits)
{
	ck_assert_msg(cron_shell_fits(slice_of(shells[_i].shell)) ==
	    shells[_i].fits, "%s", shells[_i].shell);
}
END_TEST

static const char *const unpaired[] = {
	CRON_BEGIN "\n", CRON_BEGIN, CRON_END "\n", "a\n" CRON_END,
	BLOCK CRON_END "\n", BLOCK CRON_BEGIN "\n" LINE,
	CRON_BEGIN "\n" BLOCK, CRON_END "\n" LINE CRON_BEGIN "\n"
};

START_TEST(comments_that_do_not_pair_are_refused)
{
	char buf[2048];
	size_t len;

	ck_assert_int_eq(edit(buf, sizeof(buf), unpaired[_i],
	    strlen(unpaired[_i]), LINE, &len), -1);
	ck_assert_int_eq(edit(buf, sizeof(buf), unpaired[_i],
	    strlen(unpaired[_i]), NULL, &len), -1);
}
END_TEST

/* Whole lines of any bytes, the NUL too. */
static size_t
make_table(struct dice *d, char *table)
{
	size_t len = 0;

	for (int64_t i = dice_between(d, 0, 7); i > 0; i--) {
		for (int64_t n = dice_between(d, 0, 29); n > 0; n--) {
			table[len] = (char)dice_between(d, 0, 255);
			len += table[len] != '\n';
		}
		table[len++] = '\n';
	}
	return len;
}

START_TEST(any_table_keeps_every_other_line)
{
	struct dice d = dice_make("cron tables");
	char table[1024], once[2048], twice[2048], back[2048];
	size_t len, got, again;

	for (int i = 0; i < 10 * ROUNDS; i++) {
		len = make_table(&d, table);
		ck_assert_int_eq(edit(once, sizeof(once), table, len, LINE,
		    &got), 0);
		ck_assert_uint_eq(got, len + strlen(BLOCK));
		ck_assert_mem_eq(once, table, len);
		ck_assert_mem_eq(once + len, BLOCK, strlen(BLOCK));
		ck_assert_int_eq(edit(twice, sizeof(twice), once, got, LINE,
		    &again), 0);
		ck_assert_uint_eq(again, got);
		ck_assert_mem_eq(twice, once, got);
		ck_assert_int_eq(edit(back, sizeof(back), once, got, NULL,
		    &again), 0);
		ck_assert_uint_eq(again, len);
		ck_assert_mem_eq(back, table, len);
	}
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("cron");
	TCase *quote = tcase_create("quote"), *table = tcase_create("table");

	tcase_set_timeout(quote, DICE_TIMEOUT);
	tcase_set_timeout(table, DICE_TIMEOUT);
	TABLE_ADD(quote, a_word_comes_back_byte_for_byte, words);
	tcase_add_test(quote, any_word_comes_back_byte_for_byte);
	TABLE_ADD(quote, a_line_runs_every_minute_with_what_it_needs, lines);
	TABLE_ADD(table, a_table_gets_the_line_once_and_gives_it_back, tables);
	TABLE_ADD(table, the_last_setting_of_a_name_counts, settings);
	TABLE_ADD(table, a_shell_that_reads_the_line_fits, shells);
	TABLE_ADD(table, comments_that_do_not_pair_are_refused, unpaired);
	tcase_add_test(table, any_table_keeps_every_other_line);
	suite_add_tcase(suite, quote);
	suite_add_tcase(suite, table);
	return suite;
}
