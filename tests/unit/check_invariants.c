/*
 * The invariants of backcare-advice(7) over the whole of a space of states.
 * What is right is said by an oracle that looks the whole log through for every
 * question, as the rules are written, and remembers nothing.
 *
 * Random logs: SEED in the environment takes up the seed that was printed.
 *
 * Takes 8 s.
 */
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../../src/core/rules/plan.h"
#include "../../src/core/rules/verdict.h"
#include "../../src/core/rules/reminder.h"
#include "fold.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))
#define HOUR INT64_C(3600)
#define NEVER INT64_MIN
#define LOG_MAX 12

struct log {
	struct record records[LOG_MAX];
	int count;
};

/* ---- The oracle. ---- */

static enum urgency
level_of(int flag)
{
	return flag <= FLAG_URINE ? URGENCY_EMERGENCY :
	    flag <= FLAG_COUGH ? URGENCY_URGENT :
	    flag <= FLAG_AGE ? URGENCY_PROMPT : URGENCY_SELF_CARE;
}

/* Where the records begin that still count; 0, or after the last end. */
static int
after_end(const struct log *l)
{
	int from = 0;

	for (int i = 0; i < l->count; i++)
		from = l->records[i].kind == RECORD_END ? i + 1 : from;
	return from;
}

/* A seen that is not dated before a record above it, the end included. */
static bool
is_visit(const struct log *l, int at)
{
	int from = after_end(l);

	if (l->records[at].kind != RECORD_SEEN)
		return false;
	for (int i = from > 0 ? from - 1 : 0; i < at; i++) {
		if (l->records[i].kind != RECORD_NOTE &&
		    l->records[i].time > l->records[at].time)
			return false;
	}
	return true;
}

/* Where the records begin that nobody has looked at. */
static int
after_visit(const struct log *l)
{
	int from = after_end(l);

	for (int i = from; i < l->count; i++)
		from = is_visit(l, i) ? i + 1 : from;
	return from;
}

/* The date of the earliest onset of some lines; NEVER where there is none. */
static int64_t
earliest_onset(const struct log *l, int from, int to)
{
	int64_t t = NEVER;

	for (int i = from; i < to; i++) {
		if (l->records[i].kind == RECORD_ONSET &&
		    (t == NEVER || l->records[i].time < t))
			t = l->records[i].time;
	}
	return t;
}

static const struct record *
latest_onset(const struct log *l)
{
	const struct record *latest = NULL;

	for (int i = after_end(l); i < l->count; i++) {
		if (l->records[i].kind == RECORD_ONSET && (latest == NULL ||
		    l->records[i].time >= latest->time))
			latest = &l->records[i];
	}
	return latest;
}

static bool
is_open_before(const struct log *l, int at)
{
	return earliest_onset(l, after_end(l), at) != NEVER;
}

static bool
reports(const struct log *l, int at, int flag)
{
	const struct record *r = &l->records[at];

	if ((r->flags & UINT32_C(1) << flag) == 0)
		return false;
	return r->kind == RECORD_ONSET || r->kind == RECORD_CHECK ||
	    (r->kind == RECORD_END && (level_of(flag) >= URGENCY_URGENT ||
	    flag == FLAG_SKIN));
}

static bool
answers(const struct log *l, int at, int flag)
{
	const struct record *r = &l->records[at];

	return (is_visit(l, at) && flag != FLAG_SKIN) ||
	    (r->wrong & UINT32_C(1) << flag) != 0 ||
	    (r->kind == RECORD_CHECK && r->none && !is_open_before(l, at));
}

static uint32_t
oracle_flags(const struct log *l)
{
	int from = after_end(l);
	uint32_t flags = 0;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		bool stands = false;

		for (int i = from > 0 ? from - 1 : 0; i < l->count; i++) {
			if (answers(l, i, flag))
				stands = false;
			if (reports(l, i, flag))
				stands = true;
		}
		flags |= stands ? UINT32_C(1) << flag : 0;
	}
	return flags;
}

/* The scores that count. */
struct scores {
	int n, first, last, lowest;
	int64_t from, to;	/* dates of the first and the last */
};

static struct scores
oracle_scores(const struct log *l)
{
	struct scores s = {0};

	for (int i = after_visit(l); i < l->count; i++) {
		const struct record *r = &l->records[i];

		if (r->score == RECORD_NO_SCORE || (r->kind != RECORD_PAIN &&
		    r->kind != RECORD_ONSET))
			continue;
		if (s.n == 0 || r->time < s.from) {
			s.from = r->time;
			s.first = r->score;
		}
		if (s.n == 0 || r->time >= s.to) {
			s.to = r->time;
			s.last = r->score;
		}
		if (s.n++ == 0 || r->score < s.lowest)
			s.lowest = r->score;
	}
	return s;
}

static bool
is_fall(int from, int to)
{
	return from - to >= 2 && 10 * (from - to) >= 3 * from;
}

static enum trend
oracle_trend(const struct log *l)
{
	struct scores s = oracle_scores(l);

	if (s.n < 2)
		return TREND_SAME;
	if (s.last == 0 && 0 < s.first)
		return TREND_GONE;
	if (s.last - s.first >= 2)
		return TREND_WORSE;
	if (is_fall(s.first, s.last))
		return TREND_BETTER;
	if (is_fall(s.first, s.lowest) && s.last - s.lowest >= 2)
		return TREND_WORSE;
	return TREND_SAME;
}

/*
 * U4: each visit is held against the clock as it runs at that line.  One up
 * to its mark moves the mark, a later one stops the clock.
 */
static bool
oracle_mark_passed(const struct log *l, int64_t now)
{
	int from = after_end(l);
	int64_t clock, since = NEVER;

	for (int i = from; i < l->count; i++) {
		clock = earliest_onset(l, from, i);
		if (!is_visit(l, i) || clock == NEVER)
			continue;
		since = l->records[i].time;
		if (since > clock + 72 * HOUR) {
			from = i + 1;
			since = NEVER;
		}
	}
	clock = earliest_onset(l, from, l->count);
	if (since == NEVER)
		since = clock;
	return clock != NEVER && now - since > 72 * HOUR;
}

/* Whether a flag is reported by a line, and not taken back further down. */
static bool
is_reported(const struct log *l, int at, int flag)
{
	if (!reports(l, at, flag))
		return false;
	for (int i = at + 1; i < l->count; i++) {
		if ((l->records[i].wrong & UINT32_C(1) << flag) != 0)
			return false;
	}
	return true;
}

static bool
oracle_bone_sudden(const struct log *l)
{
	bool bone = false, sudden = false;

	for (int i = after_end(l); i < l->count; i++)
		bone |= is_reported(l, i, FLAG_BONE);
	for (int i = after_visit(l); i < l->count; i++)
		sudden |= l->records[i].kind == RECORD_ONSET &&
		    l->records[i].start == START_SUDDEN;
	return bone && sudden;
}

static bool
oracle_review(const struct log *l, int64_t now)
{
	struct scores s = oracle_scores(l);
	int64_t visit = NEVER;

	for (int i = after_end(l); i < l->count; i++) {
		if (is_visit(l, i) && is_open_before(l, i))
			visit = l->records[i].time;
	}
	if (visit == NEVER || now - visit <= 42 * 24 * HOUR)
		return false;
	if (oracle_trend(l) == TREND_SAME || oracle_trend(l) == TREND_WORSE)
		return true;
	return now - s.to > 14 * 24 * HOUR;
}

static bool
oracle_sharp_sudden(const struct log *l)
{
	for (int i = after_visit(l); i < l->count; i++) {
		const struct record *r = &l->records[i];

		if (r->kind == RECORD_ONSET && r->feel == FEEL_SHARP &&
		    r->start == START_SUDDEN)
			return true;
	}
	return false;
}

static uint32_t
oracle_rules(const struct log *l, uint32_t flags, int64_t now)
{
	int64_t onset = earliest_onset(l, after_end(l), l->count);
	struct scores scores = oracle_scores(l);
	uint32_t rules = 0;

	if (onset == NEVER)
		return 0;
	if ((flags & FLAG_BIT(FLAG_SLEEP)) != 0 && now - onset > 72 * HOUR &&
	    (oracle_trend(l) == TREND_SAME || oracle_trend(l) == TREND_WORSE))
		rules |= 1u << RULE_SLEEPLESS;
	if (oracle_sharp_sudden(l))
		rules |= 1u << RULE_SHARP_SUDDEN;
	if (oracle_mark_passed(l, now))
		rules |= 1u << RULE_MARK_PASSED;
	if (oracle_trend(l) == TREND_WORSE)
		rules |= 1u << RULE_WORSE;
	if (scores.n > 0 && scores.last >= 8)
		rules |= 1u << RULE_SEVERE;
	if (oracle_bone_sudden(l))
		rules |= 1u << RULE_BONE_SUDDEN;
	if (oracle_review(l, now))
		rules |= 1u << RULE_REVIEW;
	return rules;
}

static enum urgency
oracle_urgency(uint32_t flags, uint32_t rules)
{
	enum urgency urgency = rules == 0 ? URGENCY_SELF_CARE :
	    (rules & (1u << RULE_SLEEPLESS | 1u << RULE_BONE_SUDDEN)) != 0 ?
	    URGENCY_URGENT : URGENCY_PROMPT;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & UINT32_C(1) << flag) != 0 &&
		    level_of(flag) > urgency)
			urgency = level_of(flag);
	}
	return urgency;
}

static enum treatment
oracle_calls_for(const struct log *l, int64_t now)
{
	const struct record *o = latest_onset(l);

	if (o == NULL)
		return TREATMENT_NONE;
	if (now - o->time >= 48 * HOUR)
		return TREATMENT_HEAT;
	return o->chronic && o->feel != FEEL_SHARP &&
	    o->start != START_SUDDEN ? TREATMENT_HEAT : TREATMENT_ICE;
}

static enum phase
oracle_phase(const struct log *l, int64_t now)
{
	int64_t onset = earliest_onset(l, after_end(l), l->count);

	if (onset == NEVER)
		return PHASE_NONE;
	if (now - onset > 72 * HOUR)
		return PHASE_ESCALATE;
	return oracle_calls_for(l, now) == TREATMENT_HEAT ? PHASE_HEAT :
	    PHASE_ICE;
}

static bool
is_screening(const struct record *r)
{
	return r->kind == RECORD_CHECK && (r->none || r->asked_all);
}

static bool
still_stands(const struct log *l, int at)
{
	struct scores scores = oracle_scores(l);
	int64_t asked = l->records[at].time;
	const struct record *latest = latest_onset(l);

	if (latest != NULL && latest->time > asked)
		return false;
	if (oracle_trend(l) == TREND_WORSE && scores.to > asked)
		return false;
	for (int i = at + 1; i < l->count; i++) {
		if (!is_screening(&l->records[i]) &&
		    (is_reported(l, i, FLAG_LEG) ||
		    is_reported(l, i, FLAG_NUMB)))
			return false;
	}
	return true;
}

/* The latest-dated screening that stands, or of all; NEVER: there is none. */
static int64_t
oracle_screening(const struct log *l, bool standing)
{
	int64_t at = NEVER;

	for (int i = after_end(l); i < l->count; i++) {
		if (is_screening(&l->records[i]) &&
		    l->records[i].time > at &&
		    (!standing || still_stands(l, i)))
			at = l->records[i].time;
	}
	return at;
}

/* ---- States, and the logs that they come from. ---- */

static struct record *
note(struct log *l, enum record_kind kind, int64_t hour)
{
	struct record *r = &l->records[l->count++];

	record_init(r);
	r->kind = kind;
	r->time = FOLD_START + hour * HOUR;
	return r;
}

static void
fold(const struct log *l, struct episode *e)
{
	episode_init(e);
	for (int i = 0; i < l->count; i++)
		(void)episode_add(e, &l->records[i]);
}

static struct verdict
judge(const struct log *l, int64_t now)
{
	struct episode e;

	fold(l, &e);
	return verdict_of(&e, now);
}

/* Gives up, with the log that it happened with. */
static void
give_up(const struct log *l, int64_t now, const char *what)
{
	struct text text;
	char buf[4096];

	text_init(&text, buf, sizeof(buf));
	for (int i = 0; i < l->count; i++)
		record_write(&text, &l->records[i]);
	text_str(&text, "now ");
	text_str(&text, rfc3339(now).s);
	ck_abort_msg("%s\n%s", what, buf);
}

static void
expect(bool is_so, const struct log *l, int64_t now, const char *what)
{
	if (!is_so)
		give_up(l, now, what);
}

enum { NO_FLARE, FLARE, CHRONIC_FLARE, SHARP_FLARE, FLARES };
enum { NO_VISIT, EARLY_VISIT, LATE_VISIT, VISIT_OUT_OF_ORDER, VISITS };
enum { OPEN, ENDED, ENDED_CARRYING, OPEN_AGAIN, ENDS };

struct state {
	int pain, score;	/* RECORD_NO_SCORE: not noted */
	int feel, start, side;
	bool chronic;
	int flare, visit, end;
	uint32_t flags;
};

static const struct state plain = {
	RECORD_NO_SCORE, RECORD_NO_SCORE, 0, 0, 0, false, 0, 0, 0, 0
};

static void
make_flare(struct log *l, int flare)
{
	struct record *r;

	if (flare == NO_FLARE)
		return;
	r = note(l, RECORD_ONSET, 30);
	r->chronic = flare == CHRONIC_FLARE;
	if (flare == SHARP_FLARE) {
		r->feel = FEEL_SHARP;
		r->start = START_SUDDEN;
	}
}

static void
make_end(struct log *l, const struct state *s)
{
	if (s->end == OPEN)
		return;
	note(l, RECORD_END, 73)->flags = s->end == ENDED ? 0 : s->flags;
	if (s->end == OPEN_AGAIN)
		note(l, RECORD_ONSET, 73);
}

/* The onset, flags, a flare, a score, a visit, an end, a new onset. */
static void
make_log(struct log *l, const struct state *s)
{
	static const int visits[VISITS] = {0, 40, 73, 20};
	struct record *r;

	l->count = 0;
	r = note(l, RECORD_ONSET, 0);
	r->score = s->pain;
	r->feel = (enum feel)s->feel;
	r->start = (enum start)s->start;
	r->side = (enum side)s->side;
	r->chronic = s->chronic;
	if (s->flags != 0)
		note(l, RECORD_CHECK, 1)->flags = s->flags;
	make_flare(l, s->flare);
	if (s->score != RECORD_NO_SCORE)
		note(l, RECORD_PAIN, 31)->score = s->score;
	else if (s->visit == VISIT_OUT_OF_ORDER)
		note(l, RECORD_ICE, 31)->minutes = 15;
	if (s->visit != NO_VISIT)
		note(l, RECORD_SEEN, visits[s->visit]);
	make_end(l, s);
}

/*
 * Each boundary, of the onset, the flare at 30 h, the onset at 73 h, and 72
 * hours and 42 days after the visits at 40 h and at 73 h.
 */
static const int64_t times[] = {
	-HOUR, 0, 48 * HOUR - 1, 48 * HOUR, 72 * HOUR, 72 * HOUR + 1,
	78 * HOUR - 1, 78 * HOUR, 102 * HOUR, 102 * HOUR + 1, 112 * HOUR,
	112 * HOUR + 1, 121 * HOUR - 1, 121 * HOUR, 145 * HOUR, 145 * HOUR + 1,
	1048 * HOUR, 1048 * HOUR + 1, 1081 * HOUR, 1081 * HOUR + 1, 2000 * HOUR
};

static int
choose(int *rest, int n)
{
	int choice = *rest % n;

	*rest /= n;
	return choice;
}

/* None, each flag, each pair of flags. */
static uint32_t flag_sets[1 + FLAG_COUNT + FLAG_COUNT * (FLAG_COUNT - 1) / 2];

static void
make_flag_sets(void)
{
	int n = 0;

	flag_sets[n++] = 0;
	for (int a = 0; a < FLAG_COUNT; a++) {
		for (int b = a; b < FLAG_COUNT; b++)
			flag_sets[n++] = UINT32_C(1) << a | UINT32_C(1) << b;
	}
}

/* Every answer with every pair of scores, or none; side has its own test. */
#define ANSWERS (12 * 12 * FEEL_COUNT * START_COUNT * 2)

static struct state
answers_of(int i)
{
	struct state s = plain;

	s.pain = choose(&i, 12) - 1;
	s.score = choose(&i, 12) - 1;
	s.feel = choose(&i, FEEL_COUNT);
	s.start = choose(&i, START_COUNT);
	s.chronic = choose(&i, 2) == 1;
	return s;
}

/* Every set of flags with all that could answer or outlive it. */
#define FLAGGED (COUNT(flag_sets) * 3 * 4 * FLARES * VISITS * ENDS)

static struct state
flagged_of(int i)
{
	static const int scores[4][2] = {{-1, -1}, {3, 9}, {9, 3}, {0, 0}};
	struct state s = plain;
	int onset = choose(&i, 3), pair = choose(&i, 4);

	if (onset > 0) {
		s.feel = onset == 1 ? FEEL_SHARP : FEEL_DULL;
		s.start = onset == 1 ? START_SUDDEN : START_GRADUAL;
		s.chronic = onset == 2;
	}
	s.pain = scores[pair][0];
	s.score = scores[pair][1];
	s.flare = choose(&i, FLARES);
	s.visit = choose(&i, VISITS);
	s.end = choose(&i, ENDS);
	s.flags = flag_sets[choose(&i, COUNT(flag_sets))];
	return s;
}

/* ---- What holds for every log at every time. ---- */

static void
check_rules(const struct log *l, uint32_t flags, const struct verdict *v,
    int64_t now)
{
	uint32_t rules = oracle_rules(l, flags, now);
	enum urgency urgency = oracle_urgency(flags, rules);
	bool offers = urgency < URGENCY_URGENT &&
	    (flags & FLAG_BIT(FLAG_SKIN)) == 0;

	expect(v->flags == flags, l, now, "flags");
	expect(v->rules == rules, l, now, "rules");
	expect(v->urgency == urgency, l, now, "urgency");
	expect(v->phase == oracle_phase(l, now), l, now, "phase");
	expect(v->treatment == (offers ? oracle_calls_for(l, now) :
	    TREATMENT_NONE), l, now, "treatment");
}

/* Those of the invariants that speak of one state. */
static void
check_state(const struct log *l, uint32_t flags, const struct verdict *v,
    int64_t now)
{
	const struct record *latest = latest_onset(l);
	bool ice = v->phase == PHASE_ICE || v->treatment == TREATMENT_ICE;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & UINT32_C(1) << flag) != 0)
			expect(v->urgency >= level_of(flag), l, now,
			    "1: under the level of a flag");
	}
	if (v->urgency >= URGENCY_URGENT)
		expect(v->treatment == TREATMENT_NONE, l, now,
		    "3: a treatment at URGENT or EMERGENCY");
	if (latest != NULL && now - latest->time >= 48 * HOUR)
		expect(!ice, l, now, "7: ice from 48 hours on");
	if ((flags & FLAG_BIT(FLAG_SKIN)) != 0)
		expect(v->treatment == TREATMENT_NONE, l, now,
		    "8: a treatment, with skin");
	if ((flags & FLAG_BIT(FLAG_BLADDER)) != 0)
		expect(v->urgency == URGENCY_EMERGENCY, l, now,
		    "9: bladder, and no EMERGENCY");
	if (v->phase == PHASE_ESCALATE && after_visit(l) == after_end(l))
		expect(v->urgency >= URGENCY_PROMPT, l, now,
		    "6: past 72 hours, unseen, under PROMPT");
}

static void
check_screening(const struct log *l, const struct episode *e)
{
	int64_t stands = oracle_screening(l, true);
	int64_t asked = oracle_screening(l, false);
	const struct record *latest = latest_onset(l);

	expect(e->screened == (stands != NEVER), l, FOLD_START, "screened");
	expect(e->asked == (asked != NEVER), l, FOLD_START, "asked");
	if (e->asked)
		expect(e->screened_at == (e->screened ? stands : asked), l,
		    FOLD_START, "the date of the screening");
	if (e->screened && latest != NULL)
		expect(e->screened_at >= latest->time, l, FOLD_START,
		    "17: screened before the latest onset");
}

/* A line that could not be read below each of those that could. */
static void
check_unread(const struct log *l, const struct episode *e)
{
	struct slice bad = slice_of("2026-11-20 17:30 check flags=bladder");
	struct episode with;

	episode_init(&with);
	episode_add_unread(&with, bad);
	for (int i = 0; i < l->count; i++) {
		(void)episode_add(&with, &l->records[i]);
		episode_add_unread(&with, bad);
	}
	expect(with.unread > 0 && with.unread <= l->count + 1, l, FOLD_START,
	    "16: unread");
	expect(with.open == e->open && with.flags == e->flags &&
	    with.taken_back == e->taken_back && with.asked == e->asked &&
	    with.screened == e->screened &&
	    with.screened_at == e->screened_at && with.scores == e->scores &&
	    with.heard == e->heard && with.newest == e->newest, l, FOLD_START,
	    "16: a line that could not be read changed more than unread");
	for (int i = 0; i < COUNT(times); i += 3) {
		struct verdict v = verdict_of(e, FOLD_START + times[i]);
		struct verdict w = verdict_of(&with, FOLD_START + times[i]);

		expect(v.urgency == w.urgency && v.rules == w.rules &&
		    v.phase == w.phase && v.treatment == w.treatment &&
		    v.trend == w.trend && v.pattern == w.pattern, l,
		    FOLD_START + times[i], "16: it changed the verdict");
	}
}

static void
check_log(const struct log *l)
{
	struct verdict v, before = {0};
	struct episode e;
	uint32_t flags = oracle_flags(l);

	fold(l, &e);
	check_unread(l, &e);
	check_screening(l, &e);
	expect(episode_trend(&e) == oracle_trend(l), l, FOLD_START, "trend");
	for (int i = 0; i < COUNT(times); i++) {
		int64_t now = FOLD_START + times[i];

		v = verdict_of(&e, now);
		check_rules(l, flags, &v, now);
		check_state(l, flags, &v, now);
		expect(v.urgency >= before.urgency, l, now,
		    "10: urgency fell as time passed");
		expect(v.phase >= before.phase, l, now,
		    "10: the phase went back as time passed");
		before = v;
	}
}

START_TEST(every_answer_and_score_has_the_verdict_of_the_rules)
{
	struct log l;

	for (int i = 0; i < ANSWERS; i++) {
		struct state s = answers_of(i);

		s.flare = _i;
		for (int sleepless = 0; sleepless < 2; sleepless++) {
			s.flags = sleepless ? FLAG_BIT(FLAG_SLEEP) : 0;
			make_log(&l, &s);
			check_log(&l);
		}
	}
}
END_TEST

START_TEST(every_pair_of_flags_has_the_verdict_of_the_rules)
{
	struct log l;

	for (int i = 0; i < FLAGGED; i++) {
		struct state s = flagged_of(i);

		make_log(&l, &s);
		check_log(&l);
	}
}
END_TEST

/* ---- Those that compare two states. ---- */

/* What a state comes to at each of the times. */
struct course {
	struct log log;
	enum urgency urgency[COUNT(times)];
};

static void
run(struct course *c, const struct state *s)
{
	struct episode e;

	make_log(&c->log, s);
	fold(&c->log, &e);
	for (int i = 0; i < COUNT(times); i++)
		c->urgency[i] = verdict_of(&e, FOLD_START + times[i]).urgency;
}

static void
expect_never_lower(const struct course *c, const struct course *than,
    const char *what)
{
	for (int i = 0; i < COUNT(times); i++)
		expect(c->urgency[i] >= than->urgency[i], &c->log,
		    FOLD_START + times[i], what);
}

START_TEST(inv_2_a_flag_more_never_lowers_urgency)
{
	static const int64_t moments[] = {HOUR, 72 * HOUR, 72 * HOUR + 1};
	struct log l;

	for (int i = 0; i < FLAGGED; i++) {
		struct state s = flagged_of(i), more = s;
		int64_t now = FOLD_START + moments[i / 3 % COUNT(moments)];
		enum urgency urgency;

		make_log(&l, &s);
		urgency = judge(&l, now).urgency;
		for (int flag = 0; flag < FLAG_COUNT; flag++) {
			more.flags = s.flags | UINT32_C(1) << flag;
			make_log(&l, &more);
			expect(judge(&l, now).urgency >= urgency, &l, now,
			    "2: a flag lowered urgency");
		}
	}
}
END_TEST

/* Two flags in records of their own, three ways. */
static void
make_two_flags(struct log *l, int way, int a, int b)
{
	l->count = 0;
	if (way == 0) {
		note(l, RECORD_ONSET, 0)->flags = FLAG_BIT(a);
		note(l, RECORD_CHECK, 1)->flags = FLAG_BIT(b);
	} else if (way == 1) {
		note(l, RECORD_CHECK, 0)->flags = FLAG_BIT(a);
		note(l, RECORD_ONSET, 0)->flags = FLAG_BIT(b);
	} else {
		note(l, RECORD_ONSET, 0);
		note(l, RECORD_CHECK, 1)->flags = FLAG_BIT(a);
		note(l, RECORD_CHECK, 1)->flags = FLAG_BIT(b);
	}
}

static bool
same_verdict(const struct verdict *v, const struct verdict *w)
{
	return v->urgency == w->urgency && v->rules == w->rules &&
	    v->flags == w->flags && v->phase == w->phase &&
	    v->treatment == w->treatment && v->trend == w->trend &&
	    v->next.phase == w->next.phase &&
	    v->next.at == w->next.at && v->elapsed == w->elapsed;
}

START_TEST(inv_2_the_order_of_flags_never_matters)
{
	struct log ab, ba;
	struct verdict v, w;

	for (int b = 0; b < FLAG_COUNT; b++) {
		for (int i = 0; i < 3 * COUNT(times); i++) {
			int64_t now = FOLD_START + times[i / 3];

			make_two_flags(&ab, i % 3, _i, b);
			make_two_flags(&ba, i % 3, b, _i);
			v = judge(&ab, now);
			w = judge(&ba, now);
			expect(same_verdict(&v, &w), &ab, now,
			    "2: the order of two flags mattered");
		}
	}
}
END_TEST

START_TEST(inv_2_the_order_in_a_list_never_matters)
{
	struct episode ab, ba;
	char log[64];

	for (int b = 0; b < FLAG_COUNT; b++) {
		snprintf(log, sizeof(log), "0 check flags=%s,%s",
		    flag_rows[_i].name, flag_rows[b].name);
		fold_log(&ab, log);
		snprintf(log, sizeof(log), "0 check flags=%s,%s",
		    flag_rows[b].name, flag_rows[_i].name);
		fold_log(&ba, log);
		ck_assert_uint_eq(ab.flags, FLAG_BIT(_i) | FLAG_BIT(b));
		ck_assert_uint_eq(ab.flags, ba.flags);
	}
}
END_TEST

/* Every minute, and the seconds next to each hour. */
START_TEST(inv_4_an_open_episode_begins_with_ice)
{
	struct log l;
	struct episode e;

	for (int i = 0; i < ANSWERS; i++) {
		struct state s = answers_of(i);
		bool flare = s.pain == 5;	/* to have some of each */
		int64_t latest = flare ? 30 * HOUR : 0;

		if (s.chronic || (s.score != 3 && s.score != 9))
			continue;
		s.flare = flare ? FLARE : NO_FLARE;
		make_log(&l, &s);
		fold(&l, &e);
		for (int64_t t = 0; t < latest + 48 * HOUR && t <= 72 * HOUR;
		    t += t % HOUR == 60 ? HOUR - 61 : t % HOUR == 0 ? 60 : 1) {
			int64_t now = FOLD_START + t;

			expect(verdict_of(&e, now).phase == PHASE_ICE, &l, now,
			    "4: not ice");
		}
	}
}
END_TEST

/* To the second, for every answer that is not chronic, and what was seen. */
START_TEST(inv_5_and_6_the_boundaries_are_exact)
{
	static const struct {
		int64_t t;
		enum phase phase;
	} marks[] = {
		{48 * HOUR - 1, PHASE_ICE}, {48 * HOUR, PHASE_HEAT},
		{72 * HOUR, PHASE_HEAT}, {72 * HOUR + 1, PHASE_ESCALATE}
	};
	struct log l;

	for (int i = 0; i < ANSWERS * VISITS; i++) {
		struct state s = answers_of(i / VISITS);

		s.visit = i % VISITS;
		if (s.chronic)
			continue;
		make_log(&l, &s);
		for (int m = 0; m < COUNT(marks); m++) {
			int64_t now = FOLD_START + marks[m].t;
			struct verdict v = judge(&l, now);

			expect(v.phase == marks[m].phase, &l, now,
			    "5, 6: another phase");
			expect(m < 3 || s.visit == LATE_VISIT ||
			    s.visit == EARLY_VISIT ||
			    v.urgency >= URGENCY_PROMPT, &l, now,
			    "6: past the mark, under PROMPT");
		}
	}
}
END_TEST

START_TEST(inv_11_side_never_changes_urgency)
{
	struct course sides[SIDE_COUNT];

	for (int i = 0; i < ANSWERS; i++) {
		struct state s = answers_of(i);

		for (s.side = 0; s.side < SIDE_COUNT; s.side++)
			run(&sides[s.side], &s);
		for (int side = 0; side < SIDE_COUNT; side++)
			expect_never_lower(&sides[side],
			    &sides[(side + 1) % SIDE_COUNT],
			    "11: the side changed urgency");
	}
}
END_TEST

START_TEST(inv_11_better_is_never_more_urgent_than_worse)
{
	struct course low, high;

	for (int i = 0; i < ANSWERS * 2; i++) {
		struct state s = answers_of(i / 2);

		if (s.pain == RECORD_NO_SCORE || s.score == RECORD_NO_SCORE ||
		    s.score == 10)
			continue;
		s.flags = i % 2 == 0 ? 0 : FLAG_BIT(FLAG_SLEEP);
		run(&low, &s);
		s.score++;
		run(&high, &s);
		expect_never_lower(&high, &low,
		    "11: a higher score lowered urgency");
	}
}
END_TEST

START_TEST(inv_11_sleep_never_lowers)
{
	struct course without, with;

	for (int i = 0; i < FLAGGED; i++) {
		struct state s = flagged_of(i);

		s.flags &= ~FLAG_BIT(FLAG_SLEEP);
		run(&without, &s);
		s.flags |= FLAG_BIT(FLAG_SLEEP);
		run(&with, &s);
		expect_never_lower(&with, &without, "11: sleep lowered");
	}
}
END_TEST

START_TEST(inv_12_chronic_means_nothing_when_sharp_or_sudden)
{
	struct verdict without, with;
	struct log l;

	for (int i = 0; i < ANSWERS * FLARES; i++) {
		struct state s = answers_of(i / FLARES);

		s.flare = i % FLARES;
		if (s.feel != FEEL_SHARP && s.start != START_SUDDEN)
			continue;
		for (int t = 0; t < COUNT(times); t++) {
			int64_t now = FOLD_START + times[t];

			s.chronic = false;
			make_log(&l, &s);
			without = judge(&l, now);
			s.chronic = true;
			make_log(&l, &s);
			with = judge(&l, now);
			expect(same_verdict(&without, &with), &l, now,
			    "12: chronic changed the verdict");
		}
	}
}
END_TEST

START_TEST(inv_12_the_trend_is_monotone_in_the_last_score)
{
	struct log low, high;

	for (int pain = 0; pain <= 10; pain++) {
		for (int score = 0; score < 10; score++) {
			struct state s = plain;

			s.pain = pain;
			s.score = score;
			make_log(&low, &s);
			s.score = score + 1;
			make_log(&high, &s);
			expect(judge(&low, FOLD_START).trend <=
			    judge(&high, FOLD_START).trend, &high, FOLD_START,
			    "12: a higher score, a better trend");
		}
	}
}
END_TEST

/* What was not answered: feel, start, side, and each flag. */
START_TEST(inv_13_an_unknown_answer_is_never_the_more_urgent)
{
	static const uint32_t flags[] = {
		FLAG_BIT(FLAG_BLADDER), FLAG_BIT(FLAG_FEVER),
		FLAG_BIT(FLAG_SLEEP), FLAG_BIT(FLAG_SKIN)
	};
	struct course known, unknown;

	for (int i = 0; i < ANSWERS * SIDE_COUNT * COUNT(flags); i++) {
		int rest = i;
		uint32_t flag = flags[choose(&rest, COUNT(flags))];
		int side = choose(&rest, SIDE_COUNT);
		struct state s = answers_of(rest);

		s.side = side;
		s.flags = flag;
		run(&known, &s);
		for (int question = 0; question < 4; question++) {
			struct state less = s;

			if (question == 0)
				less.feel = FEEL_UNKNOWN;
			else if (question == 1)
				less.start = START_UNKNOWN;
			else if (question == 2)
				less.side = SIDE_UNKNOWN;
			else
				less.flags = 0;
			run(&unknown, &less);
			expect_never_lower(&known, &unknown,
			    "13: an unknown answer raised urgency");
		}
	}
}
END_TEST

START_TEST(inv_13_what_was_not_asked_is_never_taken_as_asked)
{
	struct log l;
	struct episode e;

	for (int i = 0; i < FLAGGED; i++) {
		struct state s = flagged_of(i);

		make_log(&l, &s);
		fold(&l, &e);
		expect(!e.screened, &l, FOLD_START,
		    "13: screened by named flags");
	}
}
END_TEST

/* ---- Skin that is still cold, or warm. ---- */

#define MINUTE INT64_C(60)

/* Nothing offers a pack within two hours of one of the other kind. */
static void
check_skin(const struct log *l, enum treatment treatment, int64_t now,
    int64_t free)
{
	static const struct reminder_memory memory;
	const struct plan_wish wish = {{0, 1440}, 0, 10 * MINUTE};
	struct reminder_event due[REMINDER_KINDS];
	struct plan_event event;
	struct episode e;
	struct verdict v;
	struct plan plan;
	int count;

	fold(l, &e);
	v = verdict_of(&e, now);
	expect(v.treatment == treatment, l, now, "another treatment");
	expect(refusal_of(&e, &v, treatment, now, 10 * MINUTE) ==
	    (now < free ? REFUSAL_OTHER : REFUSAL_NONE), l, now,
	    "a pack on skin that is not back to normal, or none on that");
	plan_init(&plan, &e, &v, &wish, now);
	while (plan_next(&plan, &event)) {
		if (!event.done && (event.kind == PLAN_ICE ||
		    event.kind == PLAN_HEAT))
			expect(event.at >= free, l, now, "a plan of one");
	}
	count = reminder_due(&(struct reminder_view){&e, &v, &wish.hours,
	    &memory, now, 0}, due);
	for (int i = 0; i < count; i++) {
		if (due[i].kind == REMINDER_ICE || due[i].kind == REMINDER_HEAT)
			expect(now >= free, l, now, "a reminder of one");
	}
}

START_TEST(no_pack_goes_on_skin_that_is_not_back_to_normal)
{
	bool heat = _i == 0;	/* after ice; or ice, after a flare */
	struct log l;

	for (int64_t start = 40 * 60; start < 60 * 60; start += 5) {
		for (int minutes = 10; minutes <= 20; minutes += 5) {
			int64_t free = FOLD_START +
			    (start + minutes + 120) * MINUTE;

			l.count = 0;
			note(&l, RECORD_ONSET, 0);
			note(&l, heat ? RECORD_ICE : RECORD_HEAT, 0);
			l.records[1].time += start * MINUTE;
			l.records[1].minutes = minutes;
			if (!heat)
				note(&l, RECORD_ONSET, 0)->time +=
				    (start + minutes) * MINUTE;
			for (int64_t now = free - 120 * MINUTE;
			    now < free + 6 * MINUTE; now += MINUTE) {
				if (now >= FOLD_START + 48 * HOUR || !heat)
					check_skin(&l, heat ? TREATMENT_HEAT :
					    TREATMENT_ICE, now, free);
			}
		}
	}
}
END_TEST

/* Zones with and without a clock change, far to either side, and none. */
static const char *const zones[] = {
	"UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "EST5EDT,M3.2.0,M11.1.0",
	"LHST-10:30LHDT-11,M10.1.0,M4.1.0", "<+14>-14", "<-12>12",
	"<+0545>-5:45", "Europe/Dublin", "Africa/Casablanca", "no such zone"
};

/* Onsets an hour before a clock change in Berlin, and some rare days. */
static const char *const onsets[] = {
	"2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z", "2026-03-26T01:30:00Z",
	"2026-10-23T00:30:00Z", "2028-02-28T12:00:00Z", "2038-01-18T03:14:08Z",
	"2100-02-27T23:59:59Z", "2026-12-31T23:59:59Z"
};

static struct verdict
judge_in(const char *zone, int64_t onset, int64_t after)
{
	struct record_error error;
	struct episode e;
	struct record r;
	struct text text;
	char line[128];

	setenv("TZ", zone, 1);
	tzset();
	text_init(&text, line, sizeof(line));
	text_str(&text, rfc3339(onset).s);
	text_str(&text, " onset feel=dull side=both pain=6 flags=leg "
	    "session=");
	text_str(&text, rfc3339(onset - 12 * HOUR).s);
	ck_assert_int_eq(record_parse(line, text.len, &r, &error), 0);
	ck_assert_int_eq(r.time, onset);
	episode_init(&e);
	(void)episode_add(&e, &r);
	return verdict_of(&e, onset + after);
}

START_TEST(inv_15_a_zone_never_changes_the_verdict)
{
	int64_t onset;
	const char *errstr;

	for (int i = 0; i < COUNT(onsets); i++) {
		ck_assert_int_eq(rfc3339_parse(slice_of(onsets[i]), &onset,
		    &errstr), 0);
		for (int t = 0; t < COUNT(times); t++) {
			struct verdict here = judge_in(zones[_i], onset,
			    times[t]);
			struct verdict utc = judge_in("UTC0", onset, times[t]);

			ck_assert_msg(same_verdict(&here, &utc) &&
			    here.pattern == utc.pattern, "%s in %s",
			    onsets[i], zones[_i]);
			ck_assert_int_eq(here.phase,
			    times[t] < 48 * HOUR ? PHASE_ICE :
			    times[t] <= 72 * HOUR ? PHASE_HEAT :
			    PHASE_ESCALATE);
		}
	}
}
END_TEST

/* ---- Logs that nobody would think of. ---- */

static uint64_t seed;

/* xorshift64*: Vigna 2016. */
static int
random_below(uint64_t *state, int n)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (int)((*state * UINT64_C(2685821657736338717) >> 33) %
	    (uint64_t)n);
}

/* Those that rules speak of. */
static const uint32_t likely_flags[] = {
	FLAG_BIT(FLAG_LEG), FLAG_BIT(FLAG_NUMB), FLAG_BIT(FLAG_BONE),
	FLAG_BIT(FLAG_SLEEP), FLAG_BIT(FLAG_BLADDER), FLAG_BIT(FLAG_SKIN)
};

/* A check that does only that. */
static void
take_back(struct record *r, uint32_t wrong)
{
	r->none = false;
	r->asked_all = 0;
	r->flags = 0;
	r->wrong = wrong;
}

static void
make_random(struct log *l, uint64_t *state)
{
	static const enum record_kind likely[] = {
		RECORD_ONSET, RECORD_ONSET, RECORD_CHECK, RECORD_CHECK,
		RECORD_PAIN, RECORD_PAIN, RECORD_SEEN, RECORD_SEEN, RECORD_END,
		RECORD_ICE, RECORD_HEAT, RECORD_NOTE
	};
	int count = 1 + random_below(state, LOG_MAX);
	/* Few hours make many that are the same, many pass the mark. */
	int hours = random_below(state, 2) == 0 ? 4 : 170;

	l->count = 0;
	for (int i = 0; i < count; i++) {
		struct record *r = note(l,
		    likely[random_below(state, COUNT(likely))],
		    random_below(state, hours));
		bool flags = r->kind == RECORD_ONSET ||
		    r->kind == RECORD_CHECK || r->kind == RECORD_END;

		if (flags && random_below(state, 2) == 0)
			r->flags = flag_sets[random_below(state,
			    COUNT(flag_sets))];
		if (r->kind == RECORD_CHECK && r->flags == 0)
			r->none = true;
		if (r->kind == RECORD_CHECK)
			r->asked_all = random_below(state, 4) == 0;
		if (r->kind == RECORD_CHECK && random_below(state, 4) == 0)
			take_back(r, likely_flags[random_below(state,
			    COUNT(likely_flags))]);
		else if (flags && !r->none && random_below(state, 4) == 0)
			r->flags |= likely_flags[random_below(state,
			    COUNT(likely_flags))];
		if (r->kind == RECORD_PAIN || (r->kind == RECORD_ONSET &&
		    random_below(state, 2) == 0))
			r->score = random_below(state, 11);
		if (r->kind == RECORD_ICE || r->kind == RECORD_HEAT)
			r->minutes = 15;
		if (r->kind == RECORD_ONSET) {
			r->feel = (enum feel)random_below(state, FEEL_COUNT);
			r->start = (enum start)random_below(state,
			    START_COUNT);
			r->chronic = random_below(state, 2) == 0;
		}
	}
}

START_TEST(any_log_has_the_verdict_of_the_rules)
{
	uint64_t state = seed;
	struct log l;

	for (int i = 0; i < 100000; i++) {
		make_random(&l, &state);
		check_log(&l);
	}
}
END_TEST

static void
make_seed(void)
{
	const char *given = getenv("SEED");
	uint64_t n = given != NULL ? strtoull(given, NULL, 10) :
	    (uint64_t)time(NULL);

	printf("invariants: SEED=%llu\n", (unsigned long long)n);
	fflush(stdout);
	/* The generator stands still at 0. */
	seed = n * UINT64_C(2654435761) | 1;
}

Suite *
suite_make(void)
{
	Suite *s = suite_create("invariants");
	TCase *tc = tcase_create("invariants");

	make_seed();
	make_flag_sets();
	tcase_set_timeout(tc, 600);
	tcase_add_loop_test(tc,
	    every_answer_and_score_has_the_verdict_of_the_rules, 0, FLARES);
	tcase_add_test(tc, every_pair_of_flags_has_the_verdict_of_the_rules);
	tcase_add_test(tc, inv_2_a_flag_more_never_lowers_urgency);
	tcase_add_loop_test(tc, inv_2_the_order_of_flags_never_matters, 0,
	    FLAG_COUNT);
	tcase_add_loop_test(tc, inv_2_the_order_in_a_list_never_matters, 0,
	    FLAG_COUNT);
	tcase_add_test(tc, inv_4_an_open_episode_begins_with_ice);
	tcase_add_test(tc, inv_5_and_6_the_boundaries_are_exact);
	tcase_add_test(tc, inv_11_side_never_changes_urgency);
	tcase_add_test(tc, inv_11_better_is_never_more_urgent_than_worse);
	tcase_add_test(tc, inv_11_sleep_never_lowers);
	tcase_add_test(tc, inv_12_chronic_means_nothing_when_sharp_or_sudden);
	tcase_add_test(tc, inv_12_the_trend_is_monotone_in_the_last_score);
	tcase_add_test(tc, inv_13_an_unknown_answer_is_never_the_more_urgent);
	tcase_add_test(tc, inv_13_what_was_not_asked_is_never_taken_as_asked);
	tcase_add_loop_test(tc,
	    no_pack_goes_on_skin_that_is_not_back_to_normal, 0, 2);
	tcase_add_loop_test(tc, inv_15_a_zone_never_changes_the_verdict, 0,
	    COUNT(zones));
	tcase_add_test(tc, any_log_has_the_verdict_of_the_rules);
	suite_add_tcase(s, tc);
	return s;
}
