#include "suite.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/say/advice.h"
#include "../../src/core/say/statusline.h"
#include "../../src/core/say/sentence.h"
#include "fold.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))
#define PAGES 3

/* The three ways to give advice. */
enum { PAGE, STEP, LINE };

/* A page, with its text as a string: "[Label] text\n" a paragraph. */
struct print {
	struct page page;
	struct verdict verdict;
	char buf[ADVICE_MAX];
	char text[ADVICE_MAX + 512];
};

static void
join(struct print *p)
{
	struct text text;

	text_init(&text, p->text, sizeof(p->text));
	for (int i = 0; i < p->page.count; i++) {
		struct slice s = page_slice(&p->page, i);

		if (!page_shows(&p->page, i))
			continue;
		if (p->page.items[i].label != NULL) {
			text_char(&text, '[');
			text_str(&text, p->page.items[i].label);
			text_str(&text, "] ");
		}
		text_bytes(&text, s.at, s.len);
		text_char(&text, '\n');
	}
	if (p->page.text.cut || text.cut)
		ck_abort_msg("cut: %s", p->text);
}

static void
print_episode(struct print *p, const struct episode *e, int64_t now,
    bool verbose, int how)
{
	struct page_view view = {.now = now, .columns = 80,
	    .verbose = verbose};

	p->verdict = verdict_of(e, now);
	page_init(&p->page, p->buf, sizeof(p->buf));
	if (how == LINE) {
		statusline_put(page_add(&p->page, NULL, PAGE_PLAIN), e,
		    &p->verdict, &(struct timer_word){TIMER_NONE, 0}, now);
	} else if (how == STEP) {
		advice_step(&p->page, e, &p->verdict, &view);
	} else {
		advice_write(&p->page, e, &p->verdict, &view);
	}
	join(p);
}

static void
print_log(struct print *p, const char *log, const char *now, bool verbose,
    int how)
{
	struct episode e;

	fold_log(&e, log);
	print_episode(p, &e, fold_at(now), verbose, how);
}

/* Where a word stands on its own: "ice", but not in "advice". */
static const char *
find_word(const char *text, const char *word)
{
	const char *at = text;
	size_t len = strlen(word);

	while ((at = strstr(at, word)) != NULL) {
		if ((at == text || !isalpha((unsigned char)at[-1])) &&
		    !isalpha((unsigned char)at[len]))
			return at;
		at++;
	}
	return NULL;
}

static bool
starts_with(const char *text, const char *front)
{
	return strncmp(text, front, strlen(front)) == 0;
}

/* Whole pages: what stands in them, and what does not. */
static const struct row {
	const char *says, *log, *now;
	int how;
	const char *has[6], *hasnt[4];
} rows[] = {
	{"nothing noted", "", "0", PAGE,
	    {"No episode is open.\n", "[Do now] When pain begins, note it: "
	    "`backcare log`", "[Watch] Emergency signs:", "General"},
	    {"ended", "Also", "Next", "not asked"}},
	{"the last episode ended", "0 onset\n5 end", "6", PAGE,
	    {"No episode is open. The last one ended Thu 20 Nov 22:30.\n"},
	    {0}},
	{"ice", "0 onset", "5:12", PAGE,
	    {"Ice: 5 h 12 min since the pain began (Thu 20 Nov 17:30).\n##=",
	    "[Do now] Ice, wrapped in a cloth, 15 to 20 minutes. At most every "
	    "2 hours: `backcare ice`\n", "[Also] Walk a little", "[Next] Most "
	    "aches after training settle in days. Heat from Sat 22 Nov 17:30. "
	    "If not gone by Sun 23 Nov 17:30, see a doctor or "
	    "physiotherapist.\n", "[Watch] Emergency signs: new trouble with "
	    "bladder or bowels, numb between the legs, trouble in both legs. "
	    "Red flags were not asked yet: `backcare check`.\n"},
	    {"Pattern", "Trend", "Why", "First"}},
	{"the clock went back", "5 onset", "0", PAGE,
	    {"Ice: under a minute since the pain began"}, {0}},
	{"heat", "0 onset", "50", PAGE,
	    {"Moist heat: 50 h since the pain began", "[Do now] Moist heat, "
	    "warm and not hot, 10 to 20 minutes. At most every 4 hours: "
	    "`backcare heat`\n",
	    "days. If not gone by Sun 23 Nov 17:30, see a"},
	    {"Ice", "Heat from", "Long-standing"}},
	{"heat for a chronic back", "0 onset chronic=yes", "5", PAGE,
	    {"minutes. Long-standing and stiff: heat rather than ice. At most",
	    "[Next] Long-standing pain: have it assessed once. If not gone "
	    "by"},
	    {"Heat from", "wrapped", "settle"}},
	{"past the mark", "0 onset", "73", PAGE,
	    {"See a doctor or physiotherapist in the next days.\n[Why] Past "
	    "the 72-hour mark. That is not a sign of harm",
	    "Past 72 hours: 73 h since the pain began",
	    "[Do now] Moist heat"}, {"Next", "Ice"}},
	{"a flare", "0 onset\n30 onset", "31", PAGE,
	    {"Ice: flare 1 h ago (Fri 21 Nov 23:30), pain for 31 h.\n",
	    "days. If not gone by Sun 23 Nov 17:30, see a doctor or "
	    "physiotherapist. Heat from Sun 23 Nov 23:30.\n"}, {0}},
	{"a switch at the mark comes before it", "0 onset\n24 onset", "31",
	    PAGE, {"days. Heat from Sun 23 Nov 17:30. If not gone"},
	    {0}},
	{"a flare past the mark", "0 onset\n70 onset", "73", PAGE,
	    {"[Do now] Ice", "[Next] Heat from Tue 25 Nov 15:30.\n"},
	    {"If not gone"}},
	{"seen", "0 onset\n5 seen", "6", PAGE,
	    {"[Next] Heat from Sat 22 Nov 17:30. Seen Thu 20 Nov 22:30: do as "
	    "agreed there.\n"}, {"settle", "If not"}},
	{"seen past the mark", "0 onset\n73 seen", "74", PAGE,
	    {"[Next] Seen Sun 23 Nov 18:30: do as"}, {"Why", "If not"}},

	{"the last pack", "0 onset\n1 ice min=15", "4", PAGE,
	    {"minutes. The last pack ended 2 h 45 min ago. At most every"},
	    {"From"}},
	{"within the gap", "0 onset\n1 ice min=15", "2", PAGE,
	    {"[Do now] From 20:45, when the skin is back to normal: Ice, "
	    "wrapped in a cloth, 15 to 20 minutes. At most every 2 hours: "
	    "`backcare ice`\n"}, {"The last"}},
	{"the gap just over", "0 onset\n1 ice min=15", "3:15", PAGE,
	    {"The last pack ended 2 h ago."}, {"skin"}},
	{"a pack still on", "0 onset\n1 ice min=15", "1:05", PAGE,
	    {"[Do now] From 20:45, when"}, {"ago"}},
	{"a pack just off", "0 onset\n1 ice min=15", "1:15", PAGE,
	    {"[Do now] From 20:45, when"}, {0}},
	{"heat counts its own packs", "0 onset\n1 ice min=15\n49 heat min=20",
	    "50", PAGE,
	    {"From 22:50, when the skin is back to normal: Moist heat"}, {0}},
	{"ice waits until the skin is no longer warm",
	    "0 onset\n1 heat min=20", "2", PAGE,
	    {"[Do now] From 20:50, when the skin is back to normal: Ice"},
	    {0}},
	{"and not longer", "0 onset\n1 heat min=20", "3:20", PAGE,
	    {"[Do now] Ice"}, {"The last pack", "From"}},
	{"heat waits until it is no longer cold",
	    "0 onset\n47:45 ice min=15", "49:59:59", PAGE,
	    {"[Do now] From 19:30, when the skin is back to normal: Moist"},
	    {0}},
	{"skin", "0 onset flags=skin\n1 ice min=15", "2", PAGE,
	    {"[Do now] No ice and no heat, because of the skin there",
	    "No ice, no heat: 2 h since the pain began", "[Also] Walk",
	    "days. If not gone by"},
	    {"Heat from", "minutes.", "The last pack"}},

	{"soreness", "12 onset feel=dull start=gradual side=both "
	    "session=2025-11-20T17:30:00Z", "13", PAGE,
	    {"[Pattern] Matches the pattern of muscle soreness: dull, "
	    "gradual, on both sides.\n"}, {0}},
	{"the session, where the line has room for it", "12 onset side=both "
	    "session=2025-11-20T17:30:00Z", "13", PAGE, {"soreness: on both "
	    "sides"}, {0}},
	{"no soreness past the mark", "0 onset feel=dull start=gradual",
	    "72:00:01", PAGE, {"Past"}, {"Pattern"}},
	{"nor with long-standing pain",
	    "0 onset feel=dull start=gradual chronic=yes", "1", PAGE,
	    {"Moist"}, {"Pattern"}},
	{"nor beside a flag", "0 onset feel=dull start=gradual flags=sleep",
	    "1", PAGE, {"Ice"}, {"Pattern"}},
	{"skin is no such flag", "0 onset feel=dull start=gradual flags=skin",
	    "1", PAGE, {"Pattern"}, {0}},
	{"nor where it gets worse", "0 onset feel=dull start=gradual pain=3\n"
	    "1 pain score=5", "1", PAGE, {"Trend"}, {"Pattern"}},
	{"a strain is not spared for ever", "0 onset feel=sharp side=left",
	    "48", PAGE, {"[Pattern] Matches the pattern of a muscle strain: "
	    "sharp, on the left.\n"}, {"Spare"}},
	{"strain", "0 onset feel=sharp side=one", "1", PAGE,
	    {"[Pattern] Matches the pattern of a muscle strain: sharp, on "
	    "one side.\n"}, {"session,", "Spare"}},
	{"a session after the onset is not said", "0 onset feel=dull "
	    "side=both session=2025-11-20T18:30:00Z", "1", PAGE,
	    {"soreness: dull, on both sides.\n"}, {"the session"}},
	{"a session at the onset is", "0 onset feel=stiff side=both "
	    "session=2025-11-20T17:30:00Z", "1", PAGE,
	    {"soreness: stiff, on both sides.\n"}, {0}},
	{"what was not answered is not said", "0 onset feel=dull start=gradual",
	    "1", PAGE, {"soreness: dull, gradual.\n"}, {0}},
	{"unclear", "0 onset feel=dull side=one", "1", PAGE, {"Ice"},
	    {"Pattern"}},

	{"gone", "0 onset pain=3\n1 pain score=0", "2", PAGE,
	    {"[Trend] Pain 3, then 0: gone. If it stays so: `backcare end`\n"},
	    {0}},
	{"easing", "0 onset pain=5\n1 pain score=2", "2", PAGE,
	    {"[Trend] Pain 5, then 2: easing. Keep going.\n"}, {0}},
	{"easing past the mark", "0 onset pain=5\n1 pain score=2", "73", PAGE,
	    {"Easing, but past 72 hours. If it is not gone in a few days, see "
	    "a doctor or physiotherapist.\n[Why] Past the 72-hour mark. That "
	    "is not", "easing. Keep going.\n"}, {0}},
	{"painless past the mark", "0 onset pain=5\n1 pain score=0", "73",
	    PAGE, {"Pain 0. If it stays so: `backcare end`\n[Why] Past the",
	    "[Do now] No pack is needed"}, {"minutes", "Arrange"}},
	{"past the mark and another reason", "0 onset pain=3\n"
	    "1 pain score=8", "73", PAGE, {"See a doctor or physiotherapist "
	    "in the next days.\n[Why] It is past 72 hours. The pain is "
	    "getting worse."}, {"harm"}},
	{"past the mark and a flag", "0 onset pain=3 flags=leg\n"
	    "1 pain score=0", "73", PAGE, {"See a doctor", "It is past 72 "
	    "hours.\n", "[Do now] Moist heat"}, {"harm"}},
	{"it has come back", "0 onset pain=7\n1 pain score=1\n"
	    "2 pain score=7", "3", PAGE, {"[Why] The pain had eased, and it "
	    "has come back.\n", "[Trend] Pain 7, then 7: it has come back.  "
	    "717\n"}, {"getting"}},
	{"the same past the mark", "0 onset pain=5\n1 pain score=5", "73",
	    PAGE, {"[Trend] Pain 5, then 5: about the same.\n"}, {0}},
	{"worse", "0 onset pain=3\n1 pain score=6", "2", PAGE,
	    {"[Why] The pain is getting worse.\n",
	    "[Trend] Pain 3, then 6: getting worse.\n"}, {0}},
	{"one score is no trend", "0 onset pain=3", "2", PAGE, {"Ice"},
	    {"Trend"}},

	{"a score of 7 asks first", "0 onset pain=7", "1", PAGE,
	    {"[First] Pain 7, and red flags were not asked yet: `backcare "
	    "check` before anything else.\n[Do now] Ice",
	    "[Watch] Emergency signs"}, {"Red", "inflammatory"}},
	{"with the date of a screening before the flare",
	    "0 onset\n1 check flags=none\n2 onset pain=7", "3", PAGE,
	    {"[First] Pain 7, and red flags were last asked Thu 20 Nov 18:30, "
	    "before this flare: `backcare check` before anything else.\n"},
	    {0}},
	{"a screening of before the pain", "0 check flags=none\n1 onset", "2",
	    PAGE, {"both legs. Red flags were last asked Thu 20 Nov 17:30, "
	    "before the pain began: `backcare check`.\n"}, {0}},
	{"before it got worse", "0 onset pain=2\n1 check flags=none\n"
	    "2 pain score=4", "2", PAGE, {"last asked Thu 20 Nov 18:30, "
	    "before it got worse:"}, {0}},
	{"before it came back", "0 onset pain=6\n1 check flags=none\n"
	    "2 pain score=1\n3 pain score=6", "3", PAGE,
	    {"before it came back:"}, {0}},
	{"not what got worse before it was asked", "0 onset pain=2\n"
	    "1 pain score=4\n2 check flags=none\n3 check flags=numb", "3",
	    PAGE, {"last asked Thu 20 Nov 19:30, before the leg was "
	    "reported:"}, {0}},
	{"before the leg", "0 onset\n1 check flags=none\n"
	    "2 check flags=numb", "2", PAGE, {"The other red flags were last "
	    "asked Thu 20 Nov 18:30, before the leg was reported:"}, {0}},
	{"not a score that somebody has looked at", "0 onset pain=8\n1 seen",
	    "2", PAGE, {"legs. Red flags were not asked yet"}, {"First"}},
	{"a score of 6 does not", "0 onset pain=6", "1", PAGE, {"Ice"},
	    {"First"}},
	{"nor when asked", "0 onset pain=7\n0 check flags=none", "1", PAGE,
	    {"[Watch] Nothing reported needs urgent care; look again if "
	    "anything changes. Emergency signs: ",
	    "both legs: `backcare check`\n"},
	    {"First", "not asked"}},
	{"the latest score asks", "0 onset pain=7\n1 pain score=6", "2", PAGE,
	    {"Ice"}, {"First"}},
	{"a severe score asks, after why", "0 onset pain=9", "1", PAGE,
	    {"[Why] The last pain you noted was 8 or more.\n[Report] Take "
	    "this with you: `backcare report`\nIce: 1 h",
	    "[First] Pain 9"}, {0}},

	{"a flag at PROMPT", "0 onset flags=leg", "1", PAGE,
	    {"See a doctor or physiotherapist in the next days.\n[Why] You "
	    "reported pain running down one leg. That can be a sign of an "
	    "irritated "
	    "nerve root", "[Do now] Ice", "[Watch]"}, {0}},
	{"two flags with one explanation", "0 onset flags=leg,numb", "1", PAGE,
	    {"You reported pain running down one leg; numbness, tingling or "
	    "weakness in one leg. That can be a sign of an irritated nerve "
	    "root, such as sciatica.\n"}, {"sciatica. You"}},
	{"two flags with two", "0 onset flags=leg,bone", "1", PAGE,
	    {"sciatica. You reported long-term steroids"}, {0}},
	{"a flag and a rule", "0 onset flags=leg pain=9", "1", PAGE,
	    {"sciatica. The last pain you noted was 8 or more.\n"}, {0}},
	{"only the reasons of the level that is reached",
	    "0 onset flags=leg,fever pain=9", "1", PAGE,
	    {"[Why] You reported fever or chills without another reason."},
	    {"one leg", "8 or more"}},
	{"PROMPT with nothing open", "0 check flags=leg", "1", PAGE,
	    {"See a doctor", "[Why] You reported", "No episode is open.",
	    "[Do now] When pain begins"}, {"Also", "Ice"}},

	{"URGENT", "0 onset flags=fever", "1", PAGE,
	    {"Contact a doctor or an urgent-care line (111 in the UK) today.\n"
	    "[Why] You reported fever", "By mistake? `backcare check -x fever`"
	    "\n[Meanwhile] Keep moving gently. If nobody can be reached "
	    "tonight", "[Do not] Wait for it to settle",
	    "[After] Take this with you: `backcare report`. When somebody "
	    "has looked at it, note that: `backcare seen`\n",
	    "legs. The other red flags were not asked yet"},
	    {"Do now", "Also", "Next"}},
	{"URGENT by rule", "0 onset flags=sleep", "73", PAGE,
	    {"[Why] The pain keeps you awake and has not eased in 72 hours.\n"},
	    {"You reported", "72-hour"}},
	{"EMERGENCY", "0 onset flags=bladder", "1", PAGE,
	    {"Call your local emergency number (112, 999, 911) or go to an "
	    "emergency department now.\n[Why] You reported trouble controlling "
	    "the bladder or the bowels. With back pain that can be a sign of "
	    "pressure on the nerves",
	    "By mistake? `backcare check -x bladder`\n"
	    "[There] Say: \"could it be cauda equina?\"",
	    "[Do not] Wait to see whether it passes, "
	    "or drive yourself.\n", "[After]"},
	    {"Do now", "Also", "Next", "Watch"}},
	{"EMERGENCY of another kind", "0 onset flags=chest", "1", PAGE,
	    {"Call your local"}, {"cauda", "There"}},
	{"a mistake names them all", "0 onset flags=bladder,chest,fever", "1",
	    PAGE, {"`backcare check -x bladder chest`"}, {0}},
	{"EMERGENCY with nothing open", "0 end flags=bladder", "1000", PAGE,
	    {"Call your local emergency number"}, {"No episode"}},

	{"the step: ice", "0 onset", "0", STEP,
	    {"[Do now] Ice, wrapped", "legs. Red flags were not asked"},
	    {"since the pain", "Also", "Next", "Why"}},
	{"the step: asking first", "0 onset pain=7", "0", STEP,
	    {"[First] Pain 7", "[Do now] Ice"}, {0}},
	{"the step: PROMPT", "0 onset feel=sharp start=sudden", "0", STEP,
	    {"See a doctor", "[Why] Sharp pain that came on at once",
	    "[Do now] Ice"}, {"Spare"}},
	{"the step: the trend", "0 onset pain=5\n1 pain score=5", "1", STEP,
	    {"[Trend] Pain 5, then 5: about the same.\n"}, {0}},
	{"the step: nothing open", "0 onset\n1 end", "1", STEP,
	    {"[Do now] When pain begins"}, {"No episode"}},
	{"the step: URGENT is the whole page", "0 onset flags=fever", "0",
	    STEP, {"Contact a doctor", "[Do not]", "[After]", "[Watch]"},
	    {"Do now"}},
	{"the step: EMERGENCY is the whole page", "0 onset flags=bladder", "0",
	    STEP, {"Call your local", "[Do not]", "[After]"}, {"Do now"}},

	{"the line: nothing open", "", "0", LINE, {"back: nothing open\n"},
	    {0}},
	{"the line: ice", "0 onset", "5", LINE,
	    {"day 1, ice phase, heat from Sat 22 Nov 17:30; red flags not "
	    "asked\n"},
	    {0}},
	{"the line: asked", "0 onset\n0 check flags=none", "5", LINE,
	    {"day 1, ice phase, heat from Sat 22 Nov 17:30\n"}, {"not asked"}},
	{"the line: heat today", "0 onset", "47", LINE,
	    {"day 2, ice phase, heat from 17:30;"}, {0}},
	{"the line: heat", "0 onset", "50", LINE,
	    {"day 3, moist heat phase; red flags not asked\n"}, {"from"}},
	{"the line: a flare with no heat before the mark",
	    "0 onset\n30 onset", "50", LINE, {"day 3, ice phase; red"},
	    {"from"}},
	{"the line: past the mark", "0 onset", "80", LINE,
	    {"see a doctor or physiotherapist; day 4, past 72 hours; red"},
	    {0}},
	{"the line: a flare past the mark", "0 onset\n79 onset", "80", LINE,
	    {"; day 4, past 72 hours; red flags not asked\n"}, {0}},
	{"the line: skin past the mark", "0 onset flags=skin", "80", LINE,
	    {"day 4, no ice, no heat; red flags not asked\n"}, {0}},
	{"the line: PROMPT with nothing open", "0 check flags=leg", "1", LINE,
	    {"see a doctor or physiotherapist; back: nothing open\n"}, {0}},
	{"the line: skin", "0 onset flags=skin", "5", LINE,
	    {"day 1, no ice, no heat; red flags not asked\n"}, {"from"}},
	{"the line: URGENT", "0 onset flags=fever", "5", LINE,
	    {"URGENT: contact a doctor today, or an urgent-care line; red "
	    "flags not asked\n"}, {"ice"}},
	{"the line: URGENT with nothing open", "0 end flags=fever", "5", LINE,
	    {"URGENT: contact a doctor today, or an urgent-care line\n"},
	    {"nothing"}},
	{"the line: EMERGENCY", "0 onset flags=bladder", "5", LINE,
	    {"EMERGENCY: call 112, 999 or 911 now\n"}, {"ice", "asked"}}
};

START_TEST(a_page_says_what_the_rules_say)
{
	static struct print p;
	const struct row *row = &rows[_i];

	print_log(&p, row->log, row->now, false, row->how);
	for (int i = 0; i < COUNT(row->has) && row->has[i] != NULL; i++)
		ck_assert_msg(strstr(p.text, row->has[i]) != NULL,
		    "%s: no \"%s\" in\n%s", row->says, row->has[i], p.text);
	for (int i = 0; i < COUNT(row->hasnt) && row->hasnt[i] != NULL; i++)
		ck_assert_msg(find_word(p.text, row->hasnt[i]) == NULL,
		    "%s: \"%s\" in\n%s", row->says, row->hasnt[i], p.text);
}
END_TEST

START_TEST(verbose_names_the_source_of_each_reason)
{
	static const char *const has[] = {
		"[S37; evidence: good]\n[Why]",
		"pain running down one leg [S38]; numbness, tingling or "
		"weakness in one leg [S38, either sign is enough: cautious].",
		"The pain is getting worse. [NHS; Childs 2005; not in the "
		"article]", "[S18 S23 S24; evidence: limited]"
	};
	static struct print p;

	print_log(&p, "0 onset flags=leg,numb pain=3\n1 pain score=6", "2",
	    true, PAGE);
	for (int i = 0; i < COUNT(has); i++)
		ck_assert_msg(strstr(p.text, has[i]) != NULL, "%s in\n%s",
		    has[i], p.text);
}
END_TEST

/* Every state that changes the shape of a page, with any flags. */
static const char *const shapes[] = {
	"", "0 end", "0 onset", "0 onset\n20 onset",
	"0 onset chronic=yes feel=stiff side=both pain=9\n1 heat min=20",
	"0 onset feel=sharp start=sudden side=one pain=3\n1 pain score=9\n"
	"2 ice min=20\n3 check flags=none",
	"0 onset feel=dull start=gradual side=both pain=9 "
	"session=2025-11-19T17:30:00Z\n1 pain score=2\n2 onset pain=0",
	"0 onset pain=9\n73 seen\n74 pain score=7",
	"0 end flags=fever\n1 onset feel=sharp side=one"
};
static const char *const nows[] = {
	"-1", "0", "2:10", "47:59:59", "48", "50", "72", "72:00:01", "3000"
};

static void
check_wording(const struct print *p)
{
	static const char *const never[] = {
		"you have", "You have", "you are fine", "You are fine", "safe",
		"Safe", "all clear", "All clear", "All-clear", "all-clear"
	};

	for (int i = 0; i < COUNT(never); i++) {
		if (strstr(p->text, never[i]) != NULL)
			ck_abort_msg("\"%s\" in\n%s", never[i], p->text);
	}
}

/* Rules 3.5, 3. */
static void
check_alarm(const struct print *p, int how)
{
	static const char *const offers[] = {
		"ice", "Ice", "heat", "Heat", "Moist", "cloth", "stretch",
		"Knee", "Child's", "anti-inflammatory", "pharmacist",
		"ibuprofen", "pack", "minutes"
	};
	static const char *const actions[2][2] = {
		{"Contact a doctor or an urgent-care line (111 in the UK) "
		    "today.",
		    "URGENT: contact a doctor today, or an urgent-care line"},
		{"Call your local emergency number (112, 999, 911) or go to "
		    "an emergency department now.",
		    "EMERGENCY: call 112, 999 or 911 now"}
	};
	bool now = p->verdict.urgency == URGENCY_EMERGENCY;

	for (int i = 0; i < COUNT(offers); i++) {
		if (find_word(p->text, offers[i]) != NULL)
			ck_abort_msg("\"%s\" in\n%s", offers[i], p->text);
	}
	if (!starts_with(p->text, actions[now][how == LINE]))
		ck_abort_msg("the action is not first:\n%s", p->text);
	/* Bars cut the rest off. */
	if (how == LINE && now)
		ck_assert_uint_le(strcspn(p->text, "\n"), STATUSLINE_FIRST);
	if (how == LINE)
		return;
	/* The action, why, what not to do, the disclaimer. */
	if (p->page.items[0].style != PAGE_ALARM ||
	    strcmp(p->page.items[1].label, "Why") != 0 ||
	    strstr(p->text, "\n[Do not] ") == NULL ||
	    page_slice(&p->page, 1).len == 0)
		ck_abort_msg("not in order:\n%s", p->text);
}

static void
check_calm(const struct print *p, const struct episode *e, int how)
{
	if (how == LINE)
		return;
	if (strstr(p->text, "Emergency signs: new trouble with bladder or "
	    "bowels, numb between the legs, trouble in both legs") == NULL ||
	    strstr(p->text, "`backcare check`") == NULL)
		ck_abort_msg("no emergency signs:\n%s", p->text);
	if (e->open && !e->screened &&
	    strstr(p->text, "were not asked yet") == NULL &&
	    strstr(p->text, "were last asked ") == NULL)
		ck_abort_msg("not asked, and does not say so:\n%s", p->text);
	if (p->verdict.urgency == URGENCY_PROMPT &&
	    (strstr(p->text, "[Why] ") == NULL ||
	    page_slice(&p->page, 0).len == 0))
		ck_abort_msg("neither the action nor why:\n%s", p->text);
	if ((p->verdict.flags & FLAG_BIT(FLAG_SKIN)) != 0 &&
	    (strstr(p->text, "wrapped") != NULL ||
	    strstr(p->text, "warm and not hot") != NULL ||
	    strstr(p->text, "Heat from") != NULL))
		ck_abort_msg("skin, and a pack:\n%s", p->text);
}

static void
check_page(struct print *p, const struct episode *e, int64_t now,
    bool verbose, int how)
{
	const char *last = "General information, not a diagnosis and no "
	    "substitute for care.\n";
	size_t len;

	print_episode(p, e, now, verbose, how);
	check_wording(p);
	if (p->verdict.urgency >= URGENCY_URGENT)
		check_alarm(p, how);
	else
		check_calm(p, e, how);
	len = strlen(p->text);
	if (how != LINE && (len < strlen(last) ||
	    strcmp(p->text + len - strlen(last), last) != 0))
		ck_abort_msg("the disclaimer is not last:\n%s", p->text);
	for (size_t i = 0; i < len; i++) {
		if (iscntrl((unsigned char)p->text[i]) && p->text[i] != '\n')
			ck_abort_msg("a control character:\n%s", p->text);
	}
}

/* All single flags, all pairs, all of a level and below, and none. */
static uint32_t
flags_of(int i)
{
	static const uint32_t sets[] = {
		0, FLAG_ALL, FLAG_ALL & ~UINT32_C(0x1ff),
		FLAG_ALL & ~UINT32_C(0xffff), FLAG_ALL >> 1
	};
	int pair = i - COUNT(sets);

	if (i < COUNT(sets))
		return sets[i];
	return FLAG_BIT(pair / FLAG_COUNT) | FLAG_BIT(pair % FLAG_COUNT);
}

#define FLAG_SETS (5 + FLAG_COUNT * FLAG_COUNT)

START_TEST(every_page_keeps_the_rules_of_wording)
{
	static struct print p;
	struct episode e;

	for (int set = 0; set < FLAG_SETS; set++) {
		fold_log(&e, shapes[_i]);
		e.flags |= flags_of(set);
		for (int now = 0; now < COUNT(nows); now++) {
			for (int how = 0; how < PAGES; how++)
				check_page(&p, &e, fold_at(nows[now]),
				    set % 2 == 1, how);
		}
	}
}
END_TEST

/* 16: what could not be read is said, and nothing calm beside it. */
static void
check_unread(const struct print *p, const struct episode *e, int how)
{
	static const char *const calm[] = {
		"Nothing reported needs", "Most aches", "common",
		"not a sign of harm",
		"soreness", "Keep going", "nothing open", "No episode",
		"Easing", "Pain 0. If"
	};
	const char *said = how == LINE ?
	    (e->unread == 1 ? "1 line could not be read" :
	    "3 lines could not be read") :
	    e->unread == 1 ? "1 line of the log could not be read" :
	    "3 lines of the log could not be read";

	for (int i = 0; i < COUNT(calm); i++) {
		if (strstr(p->text, calm[i]) != NULL)
			ck_abort_msg("\"%s\" in\n%s", calm[i], p->text);
	}
	if (strstr(p->text, said) == NULL ||
	    strstr(p->text, "backcare edit") == NULL)
		ck_abort_msg("it is not said (%d):\n%s", how, p->text);
}

START_TEST(inv_16_nothing_calm_beside_what_could_not_be_read)
{
	static struct print p;
	struct episode e;

	for (int set = 0; set < FLAG_SETS; set++) {
		fold_log(&e, shapes[_i]);
		e.flags |= flags_of(set);
		e.unread = set % 2 == 0 ? 1 : 3;
		for (int now = 0; now < COUNT(nows); now++) {
			for (int how = 0; how < PAGES; how++) {
				print_episode(&p, &e, fold_at(nows[now]),
				    false, how);
				check_unread(&p, &e, how);
			}
		}
	}
}
END_TEST

START_TEST(inv_16_it_changes_nothing_else)
{
	struct verdict v, w;
	struct episode e;

	fold_log(&e, shapes[_i]);
	for (int now = 0; now < COUNT(nows); now++) {
		e.unread = 0;
		v = verdict_of(&e, fold_at(nows[now]));
		e.unread = 5;
		w = verdict_of(&e, fold_at(nows[now]));
		ck_assert_int_eq(v.urgency, w.urgency);
		ck_assert_int_eq(v.phase, w.phase);
		ck_assert_int_eq(v.treatment, w.treatment);
		ck_assert_uint_eq(v.rules, w.rules);
	}
}
END_TEST

/* It eased, but that was long ago. */
START_TEST(what_was_noted_late_is_all_that_is_denied)
{
	static struct print p;

	print_log(&p, "0 onset pain=7\n24 seen\n100 pain score=6\n"
	    "600 pain score=2", "1033", false, PAGE);
	ck_assert_msg(strstr(p.text, "no note of the last two weeks says") !=
	    NULL, "%s", p.text);
	ck_assert_ptr_null(strstr(p.text, "since that it eases"));
}
END_TEST

START_TEST(seven_silent_days_come_first)
{
	static struct print p;

	print_log(&p, "0 onset\n24 pain score=3", "191:59:59", false, PAGE);
	ck_assert_ptr_null(strstr(p.text, "Nothing was noted"));
	print_log(&p, "0 onset\n24 pain score=3", "192", false, PAGE);
	ck_assert_msg(starts_with(p.text, "Nothing was noted for 7 d. Has it "
	    "gone? Say when: `backcare end -t WHEN`. Is it still there? "
	    "`backcare pain N`, with N from 1 to 10 for how strong it is.\n"),
	    "%s", p.text);
	/* A note is a word, too. */
	print_log(&p, "0 onset\n24 pain score=3\n25 note # a walk", "192",
	    false, PAGE);
	ck_assert_ptr_null(strstr(p.text, "Nothing was noted"));
	print_log(&p, "0 onset flags=fever", "400", false, PAGE);
	ck_assert(starts_with(p.text, "Contact a doctor"));
	print_log(&p, "0 onset\n5 end", "400", false, PAGE);
	ck_assert_ptr_null(strstr(p.text, "Nothing was noted"));
}
END_TEST

static void
print_view(struct print *p, const char *log, struct page_view view)
{
	struct episode e;

	fold_log(&e, log);
	p->verdict = verdict_of(&e, view.now);
	page_init(&p->page, p->buf, sizeof(p->buf));
	advice_write(&p->page, &e, &p->verdict, &view);
	join(p);
}

START_TEST(a_timer_that_runs_is_the_step)
{
	static struct print p;

	print_view(&p, "0 onset", (struct page_view){.now = fold_at("1"),
	    .columns = 80, .running = "Ice", .until = fold_at("1:10")});
	ck_assert_msg(strstr(p.text, "[Do now] Ice is on, off at 18:40.\n") !=
	    NULL, "%s", p.text);
	print_view(&p, "0 onset", (struct page_view){.now = fold_at("1"),
	    .columns = 80, .until = fold_at("3")});
	ck_assert_msg(strstr(p.text, "[Do now] A pause between packs: the next "
	    "from 20:30.\n") != NULL, "%s", p.text);
}
END_TEST

START_TEST(the_next_pack_waits_for_waking_hours)
{
	struct print p;

	print_view(&p, "0 onset\n1 ice min=15", (struct page_view){
	    .now = fold_at("2"), .columns = 80, .wakes = 420, .sleeps = 1200});
	ck_assert_msg(strstr(p.text, "[Do now] From Fri 21 Nov 07:00, in "
	    "waking hours: Ice") != NULL, "%s", p.text);
	print_view(&p, "0 onset\n1 ice min=15", (struct page_view){
	    .now = fold_at("2"), .columns = 80, .wakes = 420, .sleeps = 1320});
	ck_assert_msg(strstr(p.text, "[Do now] From 20:45, when the skin") !=
	    NULL, "%s", p.text);
	/* By then it is not ice any more. */
	print_view(&p, "0 onset\n46 ice min=15", (struct page_view){
	    .now = fold_at("47"), .columns = 80, .wakes = 420,
	    .sleeps = 1080});
	ck_assert_msg(strstr(p.text, "in waking hours") == NULL, "%s", p.text);
}
END_TEST

/* Each that runs, and the line that tells of it. */
static const struct {
	struct timer_word timer;
	const char *line;
} timers[] = {
	{{TIMER_ICE, FOLD_START + SPAN_HOUR + 541},
	    "ice is on, 10 min left, off at 18:39; day 1, ice phase, "},
	{{TIMER_ICE, FOLD_START + SPAN_HOUR + 540},
	    "ice is on, 9 min left, off at 18:39; day 1"},
	{{TIMER_HEAT, FOLD_START + SPAN_HOUR + 1},
	    "heat is on, 1 min left, off at 18:30; day 1"},
	{{TIMER_HEAT, FOLD_START + SPAN_HOUR},
	    "heat is on, under a minute left, off at 18:30; day 1"},
	{{TIMER_HEAT, FOLD_START + SPAN_HOUR - 90},
	    "heat is on, under a minute left, off at 18:28; day 1"},
	{{TIMER_PAUSE, FOLD_START + 3 * SPAN_HOUR},
	    "next pack at 20:30; day 1, ice phase, "},
	{{TIMER_NONE, 0}, "day 1, ice phase, "}
};

START_TEST(the_line_tells_of_a_timer_first)
{
	struct text text = TEXT(STATUSLINE_MAX);
	int64_t now = fold_at("1");
	struct verdict v;
	struct episode e;

	fold_log(&e, "0 onset");
	v = verdict_of(&e, now);
	statusline_put(&text, &e, &v, &timers[_i].timer, now);
	ck_assert_msg(starts_with(text.buf, timers[_i].line), "%s", text.buf);
}
END_TEST

START_TEST(nobody_is_told_to_go_on_beside_what_is_not_known)
{
	static struct print p;

	print_view(&p, "0 onset pain=5\n1 pain score=2", (struct page_view){
	    .now = fold_at("2"), .columns = 80, .worried = true});
	ck_assert_msg(strstr(p.text, "[Trend] Pain 5, then 2: easing.\n") !=
	    NULL, "%s", p.text);
}
END_TEST

/* Read at a time before some of its records. */
static const struct {
	const char *log, *now, *says, *says_not;
	bool line_eases;
} futures[] = {
	{"0 onset\n9 check flags=none", "8", "[Not known] 1 record is dated",
	    "Nothing reported needs urgent care"},
	{"0 onset\n9 check flags=none", "8", "were not asked yet", "asked Thu"},
	{"0 onset\n9 check flags=none", "9", "Nothing reported needs urgent "
	    "care", "[Not known]"},
	{"0 onset\n9 ice min=15\n9 check flags=none", "8",
	    "[Not known] 2 records are dated", "Nothing reported"},
	{"0 onset pain=6\n90 pain score=1", "80", "See a doctor or "
	    "physiotherapist in the next days.\n", "Easing"},
	{"0 onset pain=6\n70 pain score=1\n90 ice min=15", "80",
	    "physiotherapist in the next days.\n", "Easing"},
	{"0 onset pain=6\n70 pain score=1", "80", "Easing", "[Not known]",
	    .line_eases = true}
};

START_TEST(what_is_still_to_come_calms_nobody)
{
	static struct print p;
	struct episode e;

	fold_log_at(&e, futures[_i].log, fold_at(futures[_i].now));
	print_episode(&p, &e, fold_at(futures[_i].now), false, PAGE);
	ck_assert_msg(strstr(p.text, futures[_i].says) != NULL &&
	    strstr(p.text, futures[_i].says_not) == NULL, "%s", p.text);
	print_episode(&p, &e, fold_at(futures[_i].now), false, LINE);
	ck_assert_msg((strstr(p.text, "easing; see a doctor") != NULL) ==
	    futures[_i].line_eases, "%s", p.text);
}
END_TEST

/* What was not recorded was no mistake that could be taken back. */
START_TEST(an_alarm_that_was_not_kept_is_still_to_do)
{
	static struct print p;

	print_view(&p, "0 check flags=fever", (struct page_view){
	    .now = fold_at("2"), .columns = 80, .unkept = true});
	ck_assert_ptr_nonnull(strstr(p.text, "[Not kept] Nothing was"));
	ck_assert_ptr_null(strstr(p.text, "By mistake?"));
	ck_assert_ptr_null(strstr(p.text, "[After]"));
}
END_TEST

START_TEST(verbose_tells_all_the_answers_of_a_pattern)
{
	static struct print p;

	print_log(&p, "24 onset feel=dull start=gradual "
	    "session=2025-11-20T17:30:00Z", "25", true, PAGE);
	ck_assert_ptr_nonnull(strstr(p.text, "dull, gradual, began 24 h after "
	    "the session.\n"));
	print_log(&p, "0 onset feel=sharp start=sudden chronic=yes", "1", true,
	    PAGE);
	ck_assert_ptr_nonnull(strstr(p.text, "sharp, sudden, long-standing "
	    "and stiff. "));
	print_log(&p, "0 onset feel=sharp start=sudden chronic=yes", "1", false,
	    PAGE);
	ck_assert_ptr_nonnull(strstr(p.text, "sharp, sudden.\n"));
}
END_TEST

START_TEST(verbose_says_how_long_to_spare_a_strain)
{
	static struct print p;

	print_log(&p, "0 onset feel=sharp side=one", "47:59:59", true, PAGE);
	ck_assert_msg(strstr(p.text, "Spare it for a day or two") != NULL,
	    "%s", p.text);
	print_log(&p, "0 onset feel=sharp side=one", "48", true, PAGE);
	ck_assert_ptr_null(strstr(p.text, "Spare it"));
	print_log(&p, "0 onset feel=dull start=gradual", "1", true, PAGE);
	ck_assert_ptr_nonnull(strstr(p.text, "[Pattern]"));
	ck_assert_ptr_null(strstr(p.text, "Spare it"));
}
END_TEST

START_TEST(a_dumb_terminal_gets_no_drawing)
{
	static struct print p;

	print_view(&p, "0 onset", (struct page_view){.now = fold_at("1"),
	    .columns = 80, .plain = true});
	for (int i = 0; i < p.page.count; i++)
		ck_assert_int_ne(p.page.items[i].style, PAGE_FIXED);
}
END_TEST

/* What cannot wait is left where the page is cut. */
START_TEST(the_action_the_step_and_the_watch_are_never_spare)
{
	static struct print p;

	print_log(&p, "0 onset pain=7\n1 pain score=9", "73", false, PAGE);
	p.page.brief = 2;
	join(&p);
	ck_assert(starts_with(p.text, "See a doctor or physiotherapist in"));
	ck_assert_ptr_nonnull(strstr(p.text, "\nPast 72 hours: "));
	ck_assert_ptr_nonnull(strstr(p.text, "\n[First] "));
	ck_assert_ptr_nonnull(strstr(p.text, "\n[Do now] "));
	ck_assert_ptr_nonnull(strstr(p.text, "\n[Watch] "));
	ck_assert_ptr_nonnull(strstr(p.text, "\nGeneral information"));
	ck_assert_ptr_null(strstr(p.text, "[Also]"));
	ck_assert_ptr_null(strstr(p.text, "[Trend]"));
	ck_assert_ptr_null(strstr(p.text, "[Why]"));
}
END_TEST

/* The longest there can be: everything set, years that need four digits. */
START_TEST(the_longest_pages_are_not_cut)
{
	static struct print p;
	struct episode e;

	for (int set = 1; set < 4; set++) {
		fold_log(&e, "0 onset feel=sharp start=gradual side=one "
		    "pain=7 session=0000-01-01T00:00:00Z\n1 ice min=60\n"
		    "2 onset feel=sharp start=sudden side=one pain=10 "
		    "session=0000-01-01T00:00:00Z");
		e.flags = flags_of(set);
		e.was_seen = true;
		e.seen = FOLD_START;
		e.sharp_sudden = true;
		for (int how = 0; how < PAGES; how++) {
			check_page(&p, &e, fold_at("2:05"), true, how);
			check_page(&p, &e, CIVIL_MAX, true, how);
		}
	}
}
END_TEST

START_TEST(a_page_closes_with_the_signs_and_the_disclaimer)
{
	struct page_view view = {.now = fold_at("1"), .columns = 80};
	static struct print p;
	struct episode e;

	fold_log(&e, "0 onset\n0 check flags=none");
	p.verdict = verdict_of(&e, view.now);
	page_init(&p.page, p.buf, sizeof(p.buf));
	advice_close(&p.page, &e, &p.verdict, &view);
	join(&p);
	ck_assert_int_eq(p.page.count, 2);
	ck_assert_int_eq(strncmp(p.text, "[Watch] ", 8), 0);
	ck_assert_ptr_nonnull(strstr(p.text, "\nGeneral information, not a "
	    "diagnosis and no substitute for care."));
}
END_TEST

START_TEST(help_comes_first_from_urgent_on)
{
	struct verdict v = {0};

	v.urgency = (enum urgency)_i;
	ck_assert_int_eq(advice_is_alarm(&v), _i >= URGENCY_URGENT);
}
END_TEST

/* Every text of every table that a page is made from. */
START_TEST(no_table_promises_or_diagnoses)
{
	static struct print p;
	struct text text;

	text_init(&text, p.text, sizeof(p.text));
	for (int i = 0; i < SENTENCE_COUNT; i++)
		text_str(&text, sentence_rows[i].text);
	for (int i = 0; i < RULE_COUNT; i++)
		text_str(&text, rule_rows[i].reason);
	for (int i = 0; i < FLAG_COUNT; i++) {
		text_str(&text, flag_rows[i].question);
		text_str(&text, flag_rows[i].reported);
		text_str(&text, flag_rows[i].sign);
	}
	ck_assert(!text.cut);
	check_wording(&p);
}
END_TEST

static void
use_utc(void)
{
	setenv("TZ", "UTC0", 1);
	tzset();
}

Suite *
suite_make(void)
{
	Suite *s = suite_create("advice");
	TCase *tc = tcase_create("pages"), *all = tcase_create("wording");

	tcase_add_checked_fixture(tc, use_utc, NULL);
	tcase_add_loop_test(tc, a_page_says_what_the_rules_say, 0,
	    COUNT(rows));
	tcase_add_test(tc, what_was_noted_late_is_all_that_is_denied);
	tcase_add_test(tc, the_next_pack_waits_for_waking_hours);
	tcase_add_test(tc, seven_silent_days_come_first);
	tcase_add_test(tc, a_timer_that_runs_is_the_step);
	tcase_add_loop_test(tc, the_line_tells_of_a_timer_first, 0,
	    COUNT(timers));
	tcase_add_test(tc, nobody_is_told_to_go_on_beside_what_is_not_known);
	tcase_add_loop_test(tc, what_is_still_to_come_calms_nobody, 0,
	    COUNT(futures));
	tcase_add_test(tc, an_alarm_that_was_not_kept_is_still_to_do);
	tcase_add_test(tc, verbose_tells_all_the_answers_of_a_pattern);
	tcase_add_test(tc, verbose_says_how_long_to_spare_a_strain);
	tcase_add_test(tc, a_dumb_terminal_gets_no_drawing);
	tcase_add_test(tc,
	    the_action_the_step_and_the_watch_are_never_spare);
	tcase_add_test(tc, verbose_names_the_source_of_each_reason);
	tcase_add_test(tc, a_page_closes_with_the_signs_and_the_disclaimer);
	tcase_add_loop_test(tc, help_comes_first_from_urgent_on, 0, 4);
	suite_add_tcase(s, tc);

	tcase_add_checked_fixture(all, use_utc, NULL);
	tcase_set_timeout(all, 600);
	tcase_add_loop_test(all, every_page_keeps_the_rules_of_wording, 0,
	    COUNT(shapes));
	tcase_add_test(all, the_longest_pages_are_not_cut);
	tcase_add_loop_test(all,
	    inv_16_nothing_calm_beside_what_could_not_be_read, 0,
	    COUNT(shapes));
	tcase_add_loop_test(all, inv_16_it_changes_nothing_else, 0,
	    COUNT(shapes));
	tcase_add_test(all, no_table_promises_or_diagnoses);
	suite_add_tcase(s, all);
	return s;
}
