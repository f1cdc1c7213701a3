#include "suite.h"

#include "../../src/core/log/episode.h"
#include "fold.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

/* One sentence of rules 3.2 or 3.3 a row: a log, and all that it comes to. */
static const struct row {
	const char *says, *log;
	int refused;	/* records that are not obeyed */
	const char *state;
} rows[] = {
	{"nothing noted", "", 0, "closed"},
	{"an onset opens an episode", "0 onset", 0,
	    "open first=0 latest=0 clock=0 newest=0:onset"},
	{"an onset keeps its answers",
	    "12 onset feel=dull start=gradual side=both chronic=yes "
	    "session=2025-11-20T17:30:00Z", 0,
	    "open first=12 latest=12:dull:gradual:both:chronic:session=0 "
	    "clock=12 newest=12:onset"},
	{"a flare is the latest onset, not the first",
	    "0 onset feel=dull\n30 onset side=one", 0,
	    "open first=0 latest=30:one clock=0 newest=30:onset"},
	{"first and latest go by their dates, not by their lines",
	    "30 onset side=one\n0 onset feel=dull", 0,
	    "open first=0 latest=30:one clock=0 newest=30:onset"},
	{"of two onsets with one date the one further down is the latest",
	    "0 onset feel=dull\n0 onset feel=stiff", 0,
	    "open first=0 latest=0:stiff clock=0 newest=0:onset"},
	{"an onset between two is neither",
	    "0 onset\n30 onset\n10 onset feel=dull", 0,
	    "open first=0 latest=30 clock=0 newest=30:onset"},
	{"the session of the latest onset is not that of the first",
	    "0 onset session=2025-11-20T17:30:00Z\n9 onset", 0,
	    "open first=0 latest=9 clock=0 newest=9:onset"},

	{"U3 asks for one onset that was both",
	    "0 onset feel=sharp\n1 onset start=sudden", 0,
	    "open first=0 latest=1:sudden clock=0 newest=1:onset"},
	{"U3: not sharp and gradual", "0 onset feel=sharp start=gradual", 0,
	    "open first=0 latest=0:sharp:gradual clock=0 newest=0:onset"},
	{"U3: not dull and sudden", "0 onset feel=dull start=sudden", 0,
	    "open first=0 latest=0:dull:sudden clock=0 newest=0:onset"},
	{"U3: any onset, the latest or not",
	    "0 onset feel=sharp start=sudden\n1 onset", 0,
	    "open first=0 latest=1 sharp-sudden clock=0 newest=1:onset"},

	{"an onset's flags count", "0 onset flags=leg", 0,
	    "open first=0 latest=0 flags=leg clock=0 newest=0:onset"},
	{"flags add up", "0 onset flags=leg\n1 check flags=numb\n"
	    "2 check flags=numb,fever", 0,
	    "open first=0 latest=0 flags=fever,leg,numb clock=0 "
	    "newest=2:check"},
	{"of a list with unknown names the known ones count",
	    "0 onset\n1 check flags=leg,tail,numb", 0,
	    "open first=0 latest=0 flags=leg,numb clock=0 newest=1:check"},
	{"flags with nothing open count as ever", "0 check flags=leg", 0,
	    "closed flags=leg newest=0:check"},
	{"and for the episode that opens next", "0 check flags=leg\n1 onset", 0,
	    "open first=1 latest=1 flags=leg clock=1 newest=1:onset"},

	{"an onset's pain counts as a score", "0 onset pain=6", 0,
	    "open first=0 latest=0 score=6 clock=0 newest=0:onset"},
	{"scores go by their dates",
	    "5 onset pain=6\n0 pain score=2\n9 pain score=4", 0,
	    "open first=5 latest=5 scores=2>4 clock=5 newest=9:pain"},
	{"a score between two is neither",
	    "0 onset pain=6\n9 pain score=4\n5 pain score=0", 0,
	    "open first=0 latest=0 scores=6>4 clock=0 newest=9:pain"},
	{"of two scores with one date the one further down is later",
	    "0 onset pain=6\n0 pain score=2", 0,
	    "open first=0 latest=0 scores=6>2 clock=0 newest=0:pain"},
	{"also of three", "0 onset pain=6\n0 pain score=2\n0 pain score=4", 0,
	    "open first=0 latest=0 scores=6>4 clock=0 newest=0:pain"},
	{"a score of 0 is a score", "0 onset pain=0", 0,
	    "open first=0 latest=0 score=0 clock=0 newest=0:onset"},
	{"an onset without pain is no score", "0 onset\n1 pain score=3", 0,
	    "open first=0 latest=0 score=3 clock=0 newest=1:pain"},

	{"`none` is screening", "0 onset\n1 check flags=none", 0,
	    "open first=0 latest=0 screened=1 clock=0 newest=1:check"},
	{"so is a check through all groups",
	    "0 onset\n1 check asked=all flags=leg", 0,
	    "open first=0 latest=0 flags=leg screened=1 clock=0 "
	    "newest=1:check"},
	{"and both at once", "0 onset\n1 check asked=all flags=none", 0,
	    "open first=0 latest=0 screened=1 clock=0 newest=1:check"},
	{"named flags alone are not", "0 onset flags=leg\n1 check flags=numb",
	    0, "open first=0 latest=0 flags=leg,numb clock=0 newest=1:check"},
	{"one dated before an onset does not stand",
	    "0 end\n1 check flags=none\n2 onset", 0,
	    "open first=2 latest=2 asked=1 clock=2 end=0 newest=2:onset"},
	{"nor one a second before", "1:59:59 check flags=none\n2 onset", 0,
	    "open first=2 latest=2 asked=1:59:59 clock=2 newest=2:onset"},
	{"one at the second of the onset does",
	    "2 check flags=none\n2 onset", 0,
	    "open first=2 latest=2 screened=2 clock=2 newest=2:onset"},
	{"a flare ends it",
	    "0 onset\n1 check flags=none\n2 onset", 0,
	    "open first=0 latest=2 asked=1 clock=0 newest=2:onset"},
	{"an onset told of late, and dated before it, does not",
	    "1 onset\n2 check flags=none\n0 onset", 0,
	    "open first=0 latest=1 screened=2 clock=0 newest=2:check"},
	{"of several it is the latest-dated",
	    "0 onset\n3 check flags=none\n2 check flags=none", 0,
	    "open first=0 latest=0 screened=3 clock=0 newest=3:check"},
	{"leg below it ends it", "0 onset\n1 check flags=none\n"
	    "2 check flags=leg", 0,
	    "open first=0 latest=0 flags=leg asked=1 clock=0 newest=2:check"},
	{"numb too, with an onset", "0 onset\n1 check flags=none\n"
	    "1 onset flags=numb", 0,
	    "open first=0 latest=1 flags=numb asked=1 clock=0 newest=1:onset"},
	{"dated before it or not", "0 onset\n2 check flags=none\n"
	    "1 check flags=leg", 0,
	    "open first=0 latest=0 flags=leg asked=2 clock=0 newest=2:check"},
	{"no other flag does", "0 onset\n1 check flags=none\n"
	    "2 check flags=sleep,bladder", 0,
	    "open first=0 latest=0 flags=bladder,sleep screened=1 clock=0 "
	    "newest=2:check"},
	{"nor one that a screening reports", "0 onset\n"
	    "1 check flags=none\n2 check asked=all flags=leg", 0,
	    "open first=0 latest=0 flags=leg screened=2 clock=0 "
	    "newest=2:check"},
	{"a visit brings it not back", "0 onset\n1 check flags=none\n"
	    "2 check flags=leg\n3 seen", 0,
	    "open first=0 latest=0 asked=1 clock=0 seen=3:moved "
	    "newest=3:seen"},
	{"a flag taken back does", "0 onset\n1 check flags=none\n"
	    "2 check flags=leg\n3 check wrong=leg", 0,
	    "open first=0 latest=0 taken-back=leg screened=1 clock=0 "
	    "newest=3:check"},
	{"but not one of two", "0 onset\n1 check flags=none\n"
	    "2 check flags=leg,numb\n3 check wrong=leg", 0,
	    "open first=0 latest=0 flags=numb taken-back=leg asked=1 clock=0 "
	    "newest=3:check"},
	{"then the other", "0 onset\n1 check flags=none\n"
	    "2 check flags=leg,numb\n3 check wrong=leg\n4 check wrong=numb",
	    0, "open first=0 latest=0 taken-back=leg,numb screened=1 clock=0 "
	    "newest=4:check"},
	{"and the later of two screenings", "0 onset\n1 check flags=none\n"
	    "2 check flags=numb\n3 check flags=none\n4 check flags=leg\n"
	    "5 check wrong=leg", 0,
	    "open first=0 latest=0 flags=numb taken-back=leg screened=3 "
	    "clock=0 newest=5:check"},
	{"only the earlier is left with the first flag taken back",
	    "0 onset\n1 check flags=none\n2 check flags=numb\n"
	    "3 check flags=leg\n5 check wrong=leg", 0,
	    "open first=0 latest=0 flags=numb taken-back=leg asked=1 clock=0 "
	    "newest=5:check"},
	{"worse after it ends it", "0 onset pain=3\n1 check flags=none\n"
	    "2 pain score=5", 0,
	    "open first=0 latest=0 asked=1 scores=3>5 clock=0 "
	    "newest=2:pain"},
	{"worse before it does not", "0 onset pain=3\n2 pain score=5\n"
	    "2 check flags=none", 0,
	    "open first=0 latest=0 screened=2 scores=3>5 clock=0 "
	    "newest=2:check"},
	{"pain that came back ends it", "0 onset pain=7\n"
	    "1 check flags=none\n2 pain score=1\n3 pain score=7", 0,
	    "open first=0 latest=0 asked=1 scores=7>7 clock=0 "
	    "newest=3:pain"},
	{"easing again, it stands", "0 onset pain=3\n1 check flags=none\n"
	    "2 pain score=5\n3 pain score=3", 0,
	    "open first=0 latest=0 screened=1 scores=3>3 clock=0 "
	    "newest=3:pain"},
	{"no note ends it",
	    "0 onset\n1 check flags=none\n2 note # cannot pee", 0,
	    "open first=0 latest=0 screened=1 clock=0 newest=1:check "
	    "heard=2"},
	{"screening before the last end is not",
	    "0 onset\n1 check flags=none\n2 end\n3 onset", 0,
	    "open first=3 latest=3 clock=3 end=2 newest=3:onset"},
	{"a visit is not screening, and does not undo it",
	    "0 onset\n1 check flags=none\n2 seen", 0,
	    "open first=0 latest=0 screened=1 clock=0 seen=2:moved "
	    "newest=2:seen"},

	{"`none` while open answers no flag",
	    "0 onset flags=bladder,skin\n1 check flags=none", 0,
	    "open first=0 latest=0 flags=bladder,skin screened=1 clock=0 "
	    "newest=1:check"},
	{"`none` with nothing open answers what an end carried, skin too",
	    "0 end flags=bladder,skin\n1 check flags=none", 0,
	    "closed screened=1 end=0 newest=1:check"},
	{"all groups with a flag clears nothing",
	    "0 end flags=bladder,skin\n1 check asked=all flags=leg", 0,
	    "closed flags=bladder,leg,skin screened=1 end=0 newest=1:check"},

	{"a visit answers every flag above it, but not skin",
	    "0 onset flags=bladder,fever,leg,skin\n1 seen", 0,
	    "open first=0 latest=0 flags=skin clock=0 seen=1:moved "
	    "newest=1:seen"},
	{"what is noted after it counts again",
	    "0 onset flags=leg\n1 seen\n2 check flags=leg", 0,
	    "open first=0 latest=0 flags=leg clock=0 seen=1:moved "
	    "newest=2:check"},
	{"a visit answers a sharp and sudden onset above it",
	    "0 onset feel=sharp start=sudden\n1 seen", 0,
	    "open first=0 latest=0:sharp:sudden clock=0 seen=1:moved "
	    "newest=1:seen"},
	{"and not one below it",
	    "0 onset feel=sharp start=sudden\n1 seen\n"
	    "2 onset feel=sharp start=sudden", 0,
	    "open first=0 latest=2:sharp:sudden sharp-sudden clock=0 "
	    "seen=1:moved newest=2:onset"},
	{"a visit answers the scores above it",
	    "0 onset pain=9\n1 pain score=9\n2 seen", 0,
	    "open first=0 latest=0 clock=0 seen=2:moved newest=2:seen"},
	{"the trend begins again after it",
	    "0 onset pain=2\n1 seen\n2 pain score=8\n3 pain score=7", 0,
	    "open first=0 latest=0 scores=8>7 clock=0 seen=1:moved "
	    "newest=3:pain"},
	{"a score below it counts, dated before it or not",
	    "1 onset pain=9\n2 seen\n0 pain score=3", 0,
	    "open first=1 latest=1 score=3 clock=1 seen=2:moved "
	    "newest=2:seen"},
	{"above and below it goes by lines, not by dates",
	    "0 onset\n5 seen\n3 check flags=leg", 0,
	    "open first=0 latest=0 flags=leg clock=0 seen=5:moved "
	    "newest=5:seen"},
	{"a visit with nothing open answers what an end carried",
	    "0 end flags=bladder\n1 seen", 0,
	    "closed end=0 seen=1 newest=1:seen"},
	{"and is not about the pain that begins after it",
	    "0 end flags=bladder\n1 seen\n2 onset", 0,
	    "open first=2 latest=2 clock=2 end=0 newest=2:onset"},
	{"but not skin", "0 end flags=bladder,skin\n1 seen", 0,
	    "closed flags=skin end=0 seen=1 newest=1:seen"},

	{"a visit before the mark does not answer the mark",
	    "0 onset\n71:59:59 seen", 0,
	    "open first=0 latest=0 clock=0 seen=71:59:59:moved "
	    "newest=71:59:59:seen"},
	{"a visit at the mark does not either", "0 onset\n72 seen", 0,
	    "open first=0 latest=0 clock=0 seen=72:moved "
	    "newest=72:seen"},
	{"a visit after the mark does", "0 onset\n72:00:01 seen", 0,
	    "open first=0 latest=0 seen=72:00:01 newest=72:00:01:seen"},
	{"the clock then restarts from an onset noted after the visit",
	    "0 onset\n80 seen\n90 onset", 0,
	    "open first=0 latest=90 clock=90 seen=80 newest=90:onset"},
	{"from the earliest-dated of those",
	    "0 onset\n80 seen\n90 onset\n85 onset\n95 onset", 0,
	    "open first=0 latest=95 clock=85 seen=80 newest=95:onset"},
	{"noted after it, whatever its date",
	    "0 onset\n80 seen\n70 onset", 0,
	    "open first=0 latest=70 clock=70 seen=80 newest=80:seen"},
	{"a visit that does not answer the clock does not restart it",
	    "0 onset\n50 seen\n60 onset", 0,
	    "open first=0 latest=60 clock=0 seen=50:moved "
	    "newest=60:onset"},
	{"the next visit is held against the clock as it then runs",
	    "0 onset\n80 seen\n90 onset\n162 seen", 0,
	    "open first=0 latest=90 clock=90 seen=162:moved "
	    "newest=162:seen"},
	{"and answers it after its mark",
	    "0 onset\n80 seen\n90 onset\n162:00:01 seen", 0,
	    "open first=0 latest=90 seen=162:00:01 newest=162:00:01:seen"},
	{"an earlier onset noted late moves the clock back",
	    "10 onset\n5 onset\n77:00:01 seen", 0,
	    "open first=5 latest=10 seen=77:00:01 newest=77:00:01:seen"},
	{"a second visit with no clock running is a visit",
	    "0 onset\n80 seen\n90 seen", 0,
	    "open first=0 latest=0 seen=90 newest=90:seen"},

	{"a visit before an onset above it is not obeyed",
	    "5 onset flags=leg pain=9\n4 seen", 1,
	    "open first=5 latest=5 flags=leg score=9 clock=5 newest=5:onset"},
	{"nor before a check", "0 onset\n5 check flags=leg\n4 seen", 1,
	    "open first=0 latest=0 flags=leg clock=0 newest=5:check"},
	{"nor before a score", "0 onset\n5 pain score=9\n4 seen", 1,
	    "open first=0 latest=0 score=9 clock=0 newest=5:pain"},
	{"nor before a pack of ice", "0 onset flags=leg\n5 ice min=15\n4 seen",
	    1, "open first=0 latest=0 flags=leg clock=0 newest=5:ice ice=1"},
	{"nor before a pack of heat",
	    "0 onset flags=leg\n5 heat min=15\n4 seen", 1,
	    "open first=0 latest=0 flags=leg clock=0 newest=5:heat heat=1"},
	{"nor before another visit", "0 onset\n5 seen\n4 seen", 1,
	    "open first=0 latest=0 clock=0 seen=5:moved newest=5:seen"},
	{"nor before the end that carried the flag",
	    "5 end flags=bladder\n4 seen", 1,
	    "closed flags=bladder end=5 newest=5:end"},
	{"nor before a flag noted with nothing open",
	    "5 check flags=leg\n4 seen", 1,
	    "closed flags=leg newest=5:check"},
	{"nor before a record that stands further up",
	    "0 onset\n9 pain score=9\n5 check flags=leg\n7 seen", 1,
	    "open first=0 latest=0 flags=leg score=9 clock=0 newest=9:pain"},
	{"a visit at the second of the last record is obeyed",
	    "0 onset flags=leg\n5 pain score=9\n5 seen", 0,
	    "open first=0 latest=0 clock=0 seen=5:moved newest=5:seen"},
	{"a visit not obeyed does not stop the next",
	    "0 onset flags=leg\n5 ice min=15\n4 seen\n6 seen", 1,
	    "open first=0 latest=0 clock=0 seen=6:moved newest=6:seen "
	    "ice=1"},
	{"records of an earlier episode do not matter to a visit",
	    "9 onset\n5 end\n6 onset flags=leg\n7 seen", 0,
	    "open first=6 latest=6 clock=6 end=5 seen=7:moved "
	    "newest=7:seen"},

	{"an end closes all that stands above it",
	    "0 onset feel=sharp start=sudden pain=9 flags=leg,bladder\n"
	    "1 check asked=all flags=skin\n2 pain score=9\n3 ice min=15\n"
	    "4 heat min=15\n5 seen\n6 end", 0, "closed end=6 newest=6:end"},
	{"whatever its date", "5 onset\n0 end", 0, "closed end=0 newest=0:end"},
	{"an end with nothing open is an end", "0 end", 0,
	    "closed end=0 newest=0:end"},
	{"an end carries what it names: URGENT, EMERGENCY and skin",
	    "0 onset\n1 end flags=bladder,fever,skin", 0,
	    "closed flags=bladder,fever,skin end=1 newest=1:end"},
	{"lower levels count for nothing there",
	    "0 onset\n1 end flags=leg,sleep,bone,age,numb,cough", 0,
	    "closed flags=cough end=1 newest=1:end"},
	{"and are no error", "0 onset\n1 end flags=leg", 0,
	    "closed end=1 newest=1:end"},
	{"unknown names there are not carried", "1 end flags=tail,fever", 0,
	    "closed flags=fever end=1 newest=1:end"},
	{"a carried flag counts across a new onset",
	    "1 end flags=bladder\n2 onset", 0,
	    "open first=2 latest=2 flags=bladder clock=2 end=1 newest=2:onset"},
	{"and across a further end",
	    "1 end flags=bladder\n2 onset\n3 end flags=bladder", 0,
	    "closed flags=bladder end=3 newest=3:end"},
	{"until a visit",
	    "1 end flags=bladder\n2 onset\n3 seen", 0,
	    "open first=2 latest=2 clock=2 end=1 seen=3:moved "
	    "newest=3:seen"},
	{"`none` with an episode open does not answer a carried flag",
	    "1 end flags=bladder\n2 onset\n3 check flags=none", 0,
	    "open first=2 latest=2 flags=bladder screened=3 clock=2 end=1 "
	    "newest=3:check"},
	{"an onset dated before the end above it opens one",
	    "10 end\n5 onset", 0,
	    "open first=5 latest=5 clock=5 end=10 newest=10:end"},

	{"a flag taken back counts as never reported",
	    "0 onset flags=bladder,leg\n1 check wrong=bladder", 0,
	    "open first=0 latest=0 flags=leg taken-back=bladder clock=0 "
	    "newest=1:check"},
	{"skin too, and one that an end carried",
	    "0 end flags=bladder,skin\n1 check wrong=skin,bladder", 0,
	    "closed taken-back=bladder,skin end=0 newest=1:check"},
	{"reported again below, it counts again",
	    "0 onset flags=leg\n1 check wrong=leg\n2 check flags=leg", 0,
	    "open first=0 latest=0 flags=leg clock=0 newest=2:check"},
	{"taking back is no screening, and answers nothing else",
	    "0 onset flags=leg pain=5\n1 check wrong=numb", 0,
	    "open first=0 latest=0 flags=leg taken-back=numb score=5 clock=0 "
	    "newest=1:check"},
	{"an end forgets it", "0 onset flags=leg\n1 check wrong=leg\n2 end",
	    0, "closed end=2 newest=2:end"},

	{"bone lasts beyond a visit",
	    "0 onset flags=bone start=sudden\n1 seen", 0,
	    "open first=0 latest=0:sudden had-bone clock=0 seen=1:moved "
	    "newest=1:seen"},
	{"but not beyond an end", "0 onset flags=bone\n1 end\n2 onset", 0,
	    "open first=2 latest=2 clock=2 end=1 newest=2:onset"},
	{"nor where it was taken back",
	    "0 onset flags=bone\n1 seen\n2 check wrong=bone", 0,
	    "open first=0 latest=0 taken-back=bone clock=0 seen=1:moved "
	    "newest=2:check"},
	{"any onset that was sudden, the latest or not",
	    "0 onset start=sudden\n1 onset start=gradual", 0,
	    "open first=0 latest=1:gradual sudden clock=0 newest=1:onset"},
	{"until a visit",
	    "0 onset start=sudden\n1 onset start=gradual\n2 seen", 0,
	    "open first=0 latest=1:gradual clock=0 seen=2:moved "
	    "newest=2:seen"},

	{"a note opens nothing", "0 note # slept badly", 0, "closed heard=0"},
	{"and is the last word, but orders nothing",
	    "0 onset flags=leg\n9 note # x\n5 seen", 0,
	    "open first=0 latest=0 clock=0 seen=5:moved newest=5:seen "
	    "heard=9"},
	{"an end before it closes", "0 onset\n9 note # x\n5 end", 0,
	    "closed end=5 newest=5:end"},
	{"it may be dated before an end", "5 end\n4 note # x", 0,
	    "closed end=5 newest=5:end"},

	{"packs are counted since the last end",
	    "0 onset\n1 ice min=15\n2 heat min=15\n3 ice min=20", 0,
	    "open first=0 latest=0 clock=0 newest=3:ice ice=2 heat=1"},
	{"packs are no scores and no flags", "0 ice min=15", 0,
	    "closed newest=0:ice ice=1"},
	{"of two records with one date the one further down is the newest",
	    "0 onset\n0 check flags=none", 0,
	    "open first=0 latest=0 screened=0 clock=0 newest=0:check"}
};

/* Hours, with minutes and seconds where there are any. */
static void
put_time(struct text *text, int64_t t)
{
	t -= FOLD_START;
	text_num(text, t / 3600);
	if (t % 3600 != 0) {
		text_char(text, ':');
		text_digits(text, t / 60 % 60, 2);
		text_char(text, ':');
		text_digits(text, t % 60, 2);
	}
}

static void
put_at(struct text *text, const char *name, int64_t t)
{
	text_str(text, name);
	put_time(text, t);
}

static void
put_word(struct text *text, const char *word)
{
	if (*word != '\0') {
		text_char(text, ':');
		text_str(text, word);
	}
}

static void
put_onset(struct text *text, const struct onset *o)
{
	put_at(text, " latest=", o->time);
	put_word(text, record_feels[o->feel]);
	put_word(text, record_starts[o->start]);
	put_word(text, record_sides[o->side]);
	put_word(text, o->chronic ? "chronic" : "");
	if (o->has_session)
		put_at(text, ":session=", o->session);
}

static void
put_scores(struct text *text, const struct episode *e)
{
	if (e->scores == 0)
		return;
	text_str(text, e->scores == 1 ? " score=" : " scores=");
	text_num(text, e->first_score.value);
	if (e->scores > 1) {
		text_char(text, '>');
		text_num(text, e->last_score.value);
	}
}

static void
put_count(struct text *text, const char *name, int n)
{
	if (n > 0) {
		text_str(text, name);
		text_num(text, n);
	}
}

/* All that is known of an episode, in one line. */
static void
put_state(struct text *text, const struct episode *e)
{
	text_str(text, e->open ? "open" : "closed");
	if (e->open) {
		put_at(text, " first=", e->first);
		put_onset(text, &e->latest);
	}
	if (e->flags != 0) {
		text_str(text, " flags=");
		flag_list(text, e->flags, ",");
	}
	if (e->taken_back != 0) {
		text_str(text, " taken-back=");
		flag_list(text, e->taken_back, ",");
	}
	text_str(text, e->had_bone && (e->flags & FLAG_BIT(FLAG_BONE)) == 0 ?
	    " had-bone" : "");
	if (e->asked)
		put_at(text, e->screened ? " screened=" : " asked=",
		    e->screened_at);
	text_str(text, e->sudden && !e->sharp_sudden &&
	    e->latest.start != START_SUDDEN ? " sudden" : "");
	text_str(text, e->sharp_sudden ? " sharp-sudden" : "");
	put_scores(text, e);
	if (e->clock_runs)
		put_at(text, " clock=", e->clock);
	if (e->ended)
		put_at(text, " end=", e->end);
	if (e->was_seen)
		put_at(text, " seen=", e->seen);
	if (e->clock_runs && e->mark_moved)
		put_word(text, "moved");
	if (e->newest != EPISODE_NEVER) {
		put_at(text, " newest=", e->newest);
		put_word(text, record_kinds[e->newest_kind]);
	}
	if (e->heard != e->newest)
		put_at(text, " heard=", e->heard);
	put_count(text, " ice=", e->packs[TREATMENT_ICE].count);
	put_count(text, " heat=", e->packs[TREATMENT_HEAT].count);
}

START_TEST(a_log_comes_to_the_state_of_the_rules)
{
	const struct row *row = &rows[_i];
	struct episode e;
	struct text text;
	char state[512];
	int refused = fold_log(&e, row->log);

	text_init(&text, state, sizeof(state));
	put_state(&text, &e);
	ck_assert_msg(strcmp(state, row->state) == 0, "%s:\n%s\nnot\n%s",
	    row->says, state, row->state);
	ck_assert_msg(refused == row->refused, "%s: %d", row->says, refused);
}
END_TEST

START_TEST(a_comment_changes_nothing)
{
	struct episode before, after;
	struct record r;

	fold_log(&before, "0 onset pain=3\n1 check flags=leg");
	after = before;
	record_init(&r);
	r.time = FOLD_START + 100 * SPAN_HOUR;
	ck_assert_int_eq(episode_add(&after, &r), 0);
	ck_assert_int_eq(after.open, before.open);
	ck_assert_int_eq(after.first, before.first);
	ck_assert_int_eq(after.latest.time, before.latest.time);
	ck_assert_uint_eq(after.flags, before.flags);
	ck_assert_int_eq(after.screened, before.screened);
	ck_assert_int_eq(after.scores, before.scores);
	ck_assert_int_eq(after.newest, before.newest);
	ck_assert_int_eq(after.newest_kind, before.newest_kind);
}
END_TEST

static const struct trend_row {
	const char *says, *log;
	enum trend trend;
} trends[] = {
	{"no score", "0 onset", TREND_SAME},
	{"one score", "0 onset pain=9", TREND_SAME},
	{"one score of 0", "0 onset pain=0", TREND_SAME},
	{"two", "0 onset pain=2\n1 pain score=4", TREND_WORSE},
	{"the first and the last of three",
	    "0 onset pain=2\n1 pain score=9\n2 pain score=3", TREND_SAME},
	{"by date", "1 onset pain=2\n0 pain score=9", TREND_BETTER},
	{"gone", "0 onset pain=2\n1 pain score=0", TREND_GONE},
	{"gone does not end it, and it came back",
	    "0 onset pain=2\n1 pain score=0\n2 pain score=2", TREND_WORSE},
	{"but not from before a visit",
	    "0 onset pain=7\n1 pain score=1\n2 seen\n3 pain score=7",
	    TREND_SAME},
	{"one since a visit", "0 onset pain=2\n1 seen\n2 pain score=9",
	    TREND_SAME},
	{"one since an end", "0 onset pain=2\n1 end\n2 onset pain=9",
	    TREND_SAME}
};

START_TEST(the_trend_is_from_the_first_to_the_last_score)
{
	struct episode e;

	fold_log(&e, trends[_i].log);
	ck_assert_msg(episode_trend(&e) == trends[_i].trend, "%s: %s",
	    trends[_i].says, trend_name(episode_trend(&e)));
}
END_TEST


/* Which record may not be added to which log. */
static const struct refusal {
	const char *log, *line;
	enum episode_fit fit;
} refusals[] = {
	{"", "0 onset", EPISODE_FITS},
	{"", "0 end", EPISODE_FITS},
	{"", "0 seen", EPISODE_FITS},
	{"5 end", "4:59:59 onset", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 check flags=leg", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 pain score=5", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 ice min=15", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 heat min=15", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 seen", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 end", EPISODE_BEFORE_END},
	{"5 end", "4:59:59 note # x", EPISODE_FITS},
	{"5 onset", "4:59:59 note # x", EPISODE_FITS},
	{"9 note # x", "8 seen", EPISODE_FITS},
	{"0 onset\n9 note # x", "8 end", EPISODE_FITS},
	{"0 onset\n9 pain score=5\n10 note # x", "8 end",
	    EPISODE_BEFORE_RECORD},
	{"5 end", "5 onset", EPISODE_FITS},
	{"5 end", "5 check flags=leg", EPISODE_FITS},
	{"5 end", "5 seen", EPISODE_FITS},
	{"5 end", "5 end", EPISODE_FITS},
	{"5 onset", "4:59:59 onset", EPISODE_FITS},
	{"5 onset", "4:59:59 check flags=leg", EPISODE_FITS},
	{"5 onset", "4:59:59 pain score=5", EPISODE_FITS},
	{"5 onset", "4:59:59 ice min=15", EPISODE_FITS},
	{"5 onset", "4:59:59 heat min=15", EPISODE_FITS},
	{"5 onset", "4:59:59 seen", EPISODE_BEFORE_RECORD},
	{"5 onset", "4:59:59 end", EPISODE_BEFORE_RECORD},
	{"5 onset", "5 seen", EPISODE_FITS},
	{"5 onset", "5 end", EPISODE_FITS},
	{"0 onset\n9 ice min=15\n5 pain score=5", "8 end",
	    EPISODE_BEFORE_RECORD},
	{"0 onset\n9 ice min=15\n5 pain score=5", "8 seen",
	    EPISODE_BEFORE_RECORD},
	{"0 onset\n9 seen", "8 end", EPISODE_BEFORE_RECORD},
	{"9 check flags=leg", "8 seen", EPISODE_BEFORE_RECORD},
	{"9 onset\n5 end\n6 onset", "7 end", EPISODE_FITS}
};

static uint64_t
id_of(const char *line)
{
	char buf[512];
	struct record r = fold_record(line, strlen(line), buf, sizeof(buf));

	return record_id(&r);
}

/* What reminders follow from: the first of equals. */
static const struct identity {
	const char *says, *log;
	const char *first, *clock, *sleep;	/* NULL: not asked */
} identities[] = {
	{"of two onsets at once the first",
	    "0 onset feel=dull\n0 onset feel=stiff", "0 onset feel=dull",
	    "0 onset feel=dull", NULL},
	{"an earlier onset", "5 onset feel=dull\n0 onset feel=stiff",
	    "0 onset feel=stiff", "0 onset feel=stiff", NULL},
	{"who first said that it wakes", "0 onset\n1 check flags=leg\n"
	    "2 check flags=sleep\n3 check flags=sleep", NULL, NULL,
	    "2 check flags=sleep"}
};

START_TEST(identities_are_those_of_the_records_meant)
{
	const struct identity *row = &identities[_i];
	struct episode e;

	fold_log(&e, row->log);
	if (row->first != NULL)
		ck_assert_msg(e.first_id == id_of(row->first), "%s", row->says);
	if (row->clock != NULL)
		ck_assert_msg(e.clock_id == id_of(row->clock), "%s", row->says);
	if (row->sleep != NULL)
		ck_assert_msg(e.reported[FLAG_SLEEP].id ==
		    id_of(row->sleep), "%s",
		    row->says);
}
END_TEST

START_TEST(what_could_not_be_read_is_counted_since_the_last_end)
{
	struct episode e;
	struct record r;

	fold_log(&e, "0 onset");
	ck_assert_int_eq(e.unread, 0);
	episode_add_unread(&e, slice_of("what is this"));
	episode_add_unread(&e, slice_of("what is this"));
	ck_assert_int_eq(e.unread, 2);
	record_init(&r);
	r.kind = RECORD_CHECK;
	r.none = true;
	ck_assert_int_eq(episode_add(&e, &r), 0);
	ck_assert_int_eq(e.unread, 2);
	r.kind = RECORD_END;
	ck_assert_int_eq(episode_add(&e, &r), 0);
	ck_assert_int_eq(e.unread, 0);
	/* A flag of the end itself. */
	episode_add_unread(&e, slice_of("what is this"));
	ck_assert_int_eq(e.unread, 1);
}
END_TEST

#define LETTERS_63 "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz" \
	"abcdefghijk"

static const struct {
	const char *log, *exercise;
} exercises[] = {
	{"0 onset", ""},
	{"0 onset exercise=r", "r"},
	{"0 onset exercise=row\n1 onset", "row"},
	{"0 onset exercise=row\n1 onset exercise=squat", "squat"},
	{"0 onset exercise=" LETTERS_63, LETTERS_63},
	{"0 onset exercise=" LETTERS_63 "l", LETTERS_63}
};

START_TEST(the_latest_onset_has_an_exercise)
{
	struct episode e;

	fold_log(&e, exercises[_i].log);
	ck_assert_str_eq(e.latest.exercise, exercises[_i].exercise);
}
END_TEST

START_TEST(the_highest_score_is_kept)
{
	struct episode e;

	fold_log(&e, "0 onset");
	ck_assert_int_eq(e.highest, RECORD_NO_SCORE);
	fold_log(&e, "0 onset pain=3\n1 pain score=7\n2 pain score=5");
	ck_assert_int_eq(e.highest, 7);
	fold_log(&e, "0 onset pain=0");
	ck_assert_int_eq(e.highest, 0);
}
END_TEST

START_TEST(a_record_is_refused_where_sorting_would_change_its_meaning)
{
	const struct refusal *row = &refusals[_i];
	struct episode e;
	struct record r;
	char line[256];

	fold_log(&e, row->log);
	r = fold_record(row->line, strlen(row->line), line, sizeof(line));
	ck_assert_msg(episode_fit(&e, &r) == row->fit, "%s", row->line);
}
END_TEST

/* Words of a note that may name a red flag, and what they keep asking for. */
static const struct worry {
	const char *log;
	bool worries, asks, screened;
} worries[] = {
	{"", false, false, false},
	{"0 note # cannot pee", true, false, false},
	{"0 onset", false, true, false},
	{"0 onset\n1 check flags=none", false, false, true},
	{"0 onset\n1 note # cannot pee", true, true, false},
	{"0 onset\n1 check flags=none\n2 note # a walk", false, false, true},
	{"0 onset\n1 check flags=none\n2 note # cannot pee", true, true,
	    true},
	{"0 onset\n2 check flags=none\n2 note # cannot pee", true, true, true},
	{"0 onset\n2 check flags=none\n1 note # cannot pee", true, true, true},
	{"0 onset\n2 note # cannot pee\n1 check flags=none", true, true, true},
	{"0 onset\n2 note # cannot pee\n2 check asked=all flags=leg", false,
	    false, true},
	{"0 onset\n2 note # cannot pee\n3 check flags=none", false, false,
	    true},
	{"0 onset\n2 note # cannot pee\n3 seen", false, true, false},
	{"0 onset\n2 note # cannot pee\n2 seen", false, true, false},
	{"0 onset\n2 seen\n3 note # cannot pee", true, true, false}
};

START_TEST(a_note_worries_until_all_is_asked_or_somebody_has_seen_it)
{
	const struct worry *row = &worries[_i];
	struct episode e;

	fold_log(&e, row->log);
	ck_assert_msg(e.worried == row->worries, "%s", row->log);
	ck_assert_msg(episode_asks(&e) == row->asks, "%s", row->log);
	ck_assert_msg(e.screened == row->screened, "%s", row->log);
}
END_TEST

START_TEST(a_note_above_an_end_is_not_looked_at)
{
	char line[64];
	struct episode e;
	struct record r;

	fold_log(&e, "0 onset");
	r = fold_record("2 note # cannot pee", 19, line, sizeof(line));
	r.past = true;
	ck_assert_int_eq(episode_add(&e, &r), 0);
	ck_assert(!e.worried);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *s = suite_create("episode");
	TCase *tc = tcase_create("episode");

	tcase_add_loop_test(tc, a_log_comes_to_the_state_of_the_rules, 0,
	    COUNT(rows));
	tcase_add_test(tc, a_comment_changes_nothing);
	tcase_add_loop_test(tc,
	    a_note_worries_until_all_is_asked_or_somebody_has_seen_it, 0,
	    COUNT(worries));
	tcase_add_test(tc, a_note_above_an_end_is_not_looked_at);
	tcase_add_loop_test(tc, the_trend_is_from_the_first_to_the_last_score,
	    0, COUNT(trends));
	tcase_add_loop_test(tc, identities_are_those_of_the_records_meant, 0,
	    COUNT(identities));
	tcase_add_loop_test(tc, the_latest_onset_has_an_exercise, 0,
	    COUNT(exercises));
	tcase_add_test(tc, the_highest_score_is_kept);
	tcase_add_test(tc,
	    what_could_not_be_read_is_counted_since_the_last_end);
	tcase_add_loop_test(tc,
	    a_record_is_refused_where_sorting_would_change_its_meaning, 0,
	    COUNT(refusals));
	suite_add_tcase(s, tc);
	return s;
}
