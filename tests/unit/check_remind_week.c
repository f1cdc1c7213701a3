/*
 * Reminders over simulated weeks, beside an oracle that knows design 5 and
 * nothing of reminder.c: what has to be announced at a step has to be just
 * what is, with the due time and the record behind it.  SEED in the
 * environment runs the weeks of an earlier run again, WEEKS says how many.
 *
 * Takes 6 s.
 */
#include "suite.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/rules/reminder.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400
#define LINES_MAX 400
#define SAID_MAX 4000
#define ACTIONS_MAX 300

/* A line of the log, as the simulation means it. */
struct line {
	char text[200];
	uint64_t id;
	enum record_kind kind;
	int64_t time;
	uint32_t flags;
	bool none, chronic, sharp, sudden;
	int score, minutes;
};

/* The person: what is recorded, and when it really was. */
enum action_kind { RECORDS, UNDOES, REPEATS, MOVES, FAILS };

struct action {
	enum action_kind kind;
	int64_t at;
	uint64_t seed;
};

/* An announcement that the oracle has heard. */
struct said {
	enum reminder kind;
	uint64_t source;
	int64_t due, at;
};

struct week {
	uint64_t seed;
	int64_t start, end;
	struct action actions[ACTIONS_MAX];
	int action_count;
	int64_t off_from[4], off_to[4];		/* the computer is off */
	struct hours hours;
};

/* One run through a week. */
struct run {
	const struct week *week;
	struct line lines[LINES_MAX];
	int count;
	struct line undone;
	bool has_undone;
	bool fails;		/* the next announcement does not go out */
	int next_action;
	struct episode e;	/* of the program */
	struct reminder_memory memory;
	struct said said[SAID_MAX];
	int said_count;
	long steps, announced;
};

static uint64_t
draw(uint64_t *seed)
{
	uint64_t z = *seed += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

/* 0 to n - 1. */
static int
below(uint64_t *seed, int n)
{
	return (int)(draw(seed) % (uint64_t)n);
}

/* The oracle's reading of the log. */

struct facts {
	bool open, asked;
	int64_t asked_at;	/* all flags, with no leg or numb since */
	bool ever;		/* the same, whatever came since */
	int64_t ever_at;
	const struct line *first, *latest;	/* onsets by date */
	const struct line *clock;		/* of the 72 hours; or NULL */
	bool moved;		/* their mark, by a visit: */
	int64_t visit;
	const struct line *emergency, *urgent, *sleep;
	bool bone, sudden, stabbed;		/* sharp and sudden at once */
	const struct line *fracture;		/* since when both, or NULL */
	const struct line *ice, *heat;		/* packs that ended last */
	int64_t newest;
	uint32_t flags;
	int first_score, last_score, lowest, scores;
	int64_t first_scored, last_scored;
};

static const uint32_t sleep_bit = FLAG_BIT(FLAG_SLEEP);
static const uint32_t skin_bit = FLAG_BIT(FLAG_SKIN);
static const uint32_t leg_bits = FLAG_BIT(FLAG_LEG) | FLAG_BIT(FLAG_NUMB);

/* By the names, not by the table of the program. */
static uint32_t
level_bits(enum urgency level)
{
	uint32_t bits = 0;

	for (int i = 0; i < FLAG_COUNT; i++) {
		if ((level == URGENCY_EMERGENCY && i <= FLAG_URINE) ||
		    (level == URGENCY_URGENT && i > FLAG_URINE &&
		    i <= FLAG_COUGH))
			bits |= FLAG_BIT(i);
	}
	return bits;
}

static void
hear_flags(struct facts *f, const struct line *line)
{
	uint32_t more = line->flags & ~f->flags;

	if ((more & level_bits(URGENCY_EMERGENCY)) != 0)
		f->emergency = line;
	if ((more & level_bits(URGENCY_URGENT)) != 0)
		f->urgent = line;
	if ((more & sleep_bit) != 0)
		f->sleep = line;
	f->flags |= line->flags;
	if ((line->flags & leg_bits) != 0)
		f->asked = false;
	if ((line->flags & FLAG_BIT(FLAG_BONE)) != 0)
		f->bone = true;
}

static void
hear_score(struct facts *f, const struct line *line)
{
	if (line->score < 0)
		return;
	if (f->scores == 0 || line->time < f->first_scored) {
		f->first_score = line->score;
		f->first_scored = line->time;
	}
	if (f->scores == 0 || line->time >= f->last_scored) {
		f->last_score = line->score;
		f->last_scored = line->time;
	}
	if (f->scores == 0 || line->score < f->lowest)
		f->lowest = line->score;
	f->scores++;
}

static int64_t
ended(const struct line *pack)
{
	return pack->time + pack->minutes * MINUTE;
}

static void
hear_pack(const struct line **last, const struct line *line)
{
	if (*last == NULL || ended(line) >= ended(*last))
		*last = line;
}

static void
hear_onset(struct facts *f, const struct line *line)
{
	if (f->first == NULL || line->time < f->first->time)
		f->first = line;
	if (f->latest == NULL || line->time >= f->latest->time)
		f->latest = line;
	if (f->clock == NULL)
		f->moved = false;
	if (f->clock == NULL || line->time < f->clock->time)
		f->clock = line;
	f->sudden |= line->sudden;
	f->stabbed |= line->sudden && line->sharp;
	f->open = true;
}

static void
hear_visit(struct facts *f, const struct line *line)
{
	f->flags &= skin_bit;
	f->scores = 0;
	f->sudden = f->stabbed = false;
	f->visit = line->time;
	f->moved = f->clock != NULL &&
	    line->time <= f->clock->time + 72 * HOUR;
	if (!f->moved)
		f->clock = NULL;
}

static void
hear(struct facts *f, const struct line *line)
{
	if (line->kind == RECORD_END)
		*f = (struct facts){0};
	if (f->newest < line->time)
		f->newest = line->time;
	if (line->kind == RECORD_ONSET)
		hear_onset(f, line);
	if (line->kind == RECORD_CHECK && line->none) {
		if (!f->ever || line->time > f->ever_at)
			f->ever_at = line->time;
		f->ever = true;
		if (!f->asked || line->time > f->asked_at)
			f->asked_at = line->time;
		f->asked = true;
		if (!f->open)
			f->flags = 0;
	}
	if (line->kind == RECORD_ICE)
		hear_pack(&f->ice, line);
	if (line->kind == RECORD_HEAT)
		hear_pack(&f->heat, line);
	if (line->kind == RECORD_SEEN)
		hear_visit(f, line);
	hear_flags(f, line);
	hear_score(f, line);
	if (!f->bone || !f->sudden)
		f->fracture = NULL;
	else if (f->fracture == NULL)
		f->fracture = line;
}

static struct facts
facts_of(const struct run *run)
{
	struct facts f = {0};

	for (int i = 0; i < run->count; i++)
		hear(&f, &run->lines[i]);
	return f;
}

static bool
is_less(int from, int to)
{
	return from - to >= 2 && 10 * (from - to) >= 3 * from;
}

static bool
is_easing(const struct facts *f)
{
	return f->scores >= 2 && ((f->last_score == 0 && f->first_score > 0) ||
	    is_less(f->first_score, f->last_score));
}

static bool
is_worse(const struct facts *f)
{
	if (f->scores < 2 || is_easing(f))
		return false;
	return f->last_score - f->first_score >= 2 ||
	    (is_less(f->first_score, f->lowest) &&
	    f->last_score - f->lowest >= 2);
}

/* Whether all flags were asked, and nothing has come since. */
static bool
is_screened(const struct facts *f)
{
	return f->asked && f->asked_at >= f->latest->time &&
	    !(is_worse(f) && f->last_scored > f->asked_at);
}

/* U2. */
static bool
is_sleepless(const struct facts *f, int64_t now)
{
	return f->open && (f->flags & sleep_bit) != 0 &&
	    now - f->first->time > 72 * HOUR && !is_easing(f);
}

static bool
is_chronic(const struct line *onset)
{
	return onset->chronic && !onset->sharp && !onset->sudden;
}

enum step { NOTHING, ICE, HEAT };

/* Past the 72 hours, nothing else the matter, and no pain: no more packs. */
static bool
is_over(const struct facts *f, int64_t now)
{
	static const char *const prompts[] = {
		"cancer", "immune", "leg", "numb", "sleep", "bone", "age"
	};

	if (f->clock == NULL || f->stabbed || f->scores == 0 ||
	    f->last_score != 0 ||
	    now - (f->moved ? f->visit : f->clock->time) <= 72 * HOUR)
		return false;
	for (size_t i = 0; i < sizeof(prompts) / sizeof(prompts[0]); i++) {
		if ((f->flags &
		    FLAG_BIT(flag_find(slice_of(prompts[i])))) != 0)
			return false;
	}
	return true;
}

static enum step
step_at(const struct facts *f, int64_t now)
{
	if (!f->open || (f->flags & (skin_bit |
	    level_bits(URGENCY_URGENT) |
	    level_bits(URGENCY_EMERGENCY))) != 0 ||
	    is_sleepless(f, now) || f->fracture != NULL || is_over(f, now))
		return NOTHING;
	if (is_chronic(f->latest) || now - f->latest->time >= 48 * HOUR)
		return HEAT;
	return ICE;
}

static bool
is_awake(const struct hours *h, int64_t now)
{
	time_t t = (time_t)now;
	struct tm tm;
	int minute;

	localtime_r(&t, &tm);
	minute = tm.tm_hour * 60 + tm.tm_min;
	if (h->from > h->to)
		return minute >= h->from || minute < h->to;
	return minute >= h->from && minute < h->to;
}

/* When this kind was last heard of an onset; 0: never. */
static int64_t
heard(const struct run *run, enum reminder kind, const struct line *onset)
{
	int64_t last = 0;

	for (int i = 0; i < run->said_count; i++) {
		if (run->said[i].kind == kind &&
		    run->said[i].source == onset->id)
			last = run->said[i].at;
	}
	return last;
}

static int64_t
most(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* A day, and a day, and a day, but not past now. */
static int64_t
daily(int64_t from, int64_t now)
{
	while (from + DAY <= now)
		from += DAY;
	return from;
}

/* At the earliest an hour after what was said in the night: when one wakes. */
static int64_t
wake(const struct run *run, int64_t said)
{
	int64_t t = said + HOUR;

	if (said == 0 || is_awake(&run->week->hours, said))
		return 0;
	while (!is_awake(&run->week->hours, t))
		t += MINUTE - t % MINUTE;
	return t;
}

/* The first moment for a pack that is not one too many in a day. */
static int64_t
room(const struct run *run, enum record_kind kind, int most_a_day, int64_t due)
{
	for (;;) {
		int64_t oldest = INT64_MAX;
		int count = 0;

		for (int i = run->count - 1; i >= 0 &&
		    run->lines[i].kind != RECORD_END; i--) {
			const struct line *l = &run->lines[i];

			if (l->kind != kind || l->time <= due - DAY)
				continue;
			count++;
			if (l->time < oldest)
				oldest = l->time;
		}
		if (count < most_a_day)
			return due;
		due = oldest + DAY;
	}
}

/*
 * Whether an event of a kind is called for at all, since when, and because of
 * which record (NULL: whichever it is, it is all the same to the person).
 */
static bool
is_called_for(const struct run *run, const struct facts *f, enum reminder kind,
    int64_t now, int64_t *due, const struct line **source)
{
	bool emergency = (f->flags & level_bits(URGENCY_EMERGENCY)) != 0;
	bool flagged = (f->flags & level_bits(URGENCY_URGENT)) != 0;
	enum step step = step_at(f, now);
	int64_t from;

	*source = NULL;
	switch (kind) {
	case REMINDER_EMERGENCY:
		if (!emergency)
			return false;
		*source = f->emergency;
		*due = daily(f->emergency->time, now);
		from = wake(run, heard(run, kind, f->emergency));
		if (from <= now)
			*due = most(*due, from);
		return true;
	case REMINDER_URGENT:
		if (emergency || (!flagged && f->fracture == NULL &&
		    !is_sleepless(f, now)))
			return false;
		*source = flagged ? f->urgent :
		    f->fracture != NULL ? f->fracture : f->sleep;
		from = (*source)->time;
		if (*source == f->sleep && !flagged && f->fracture == NULL)
			from = most(from, f->first->time + 72 * HOUR + 1);
		*due = daily(from, now);
		return true;
	case REMINDER_ESCALATE:
		if (!f->open || f->clock == NULL)
			return false;
		*source = f->clock;
		*due = (f->moved ? f->visit : f->clock->time) + 72 * HOUR + 1;
		return true;
	case REMINDER_SWITCH:
		if (step != HEAT || is_chronic(f->latest))
			return false;
		*source = f->latest;
		*due = f->latest->time + 48 * HOUR;
		return true;
	case REMINDER_ICE:
		if (step != ICE)
			return false;
		*source = f->latest;
		from = heard(run, kind, f->latest);
		*due = most(f->latest->time, from == 0 ? 0 : from + 2 * HOUR);
		if (f->ice != NULL)
			*due = most(*due, ended(f->ice) + 2 * HOUR);
		if (f->heat != NULL)
			*due = most(*due, ended(f->heat) + 2 * HOUR);
		*due = room(run, RECORD_ICE, 8, *due);
		return true;
	case REMINDER_HEAT:
		if (step != HEAT)
			return false;
		*source = f->latest;
		from = most(heard(run, REMINDER_HEAT, f->latest),
		    heard(run, REMINDER_SWITCH, f->latest));
		*due = f->latest->time +
		    (is_chronic(f->latest) ? 0 : 52 * HOUR);
		*due = most(*due, from == 0 ? 0 : from + 4 * HOUR);
		if (f->heat != NULL)
			*due = most(*due, ended(f->heat) + 4 * HOUR);
		if (f->ice != NULL)
			*due = most(*due, ended(f->ice) + 2 * HOUR);
		*due = room(run, RECORD_HEAT, 3, *due);
		return *due <= f->newest + 14 * DAY;
	case REMINDER_SCREEN:
		if (!f->open || is_screened(f))
			return false;
		*source = f->latest;
		*due = f->latest->time + 10 * MINUTE;
		if (f->ever)
			*due = most(*due, f->ever_at + 10 * MINUTE);
		return true;
	case REMINDER_UNREAD:	/* nobody writes such lines here, */
	case REMINDER_REVIEW:	/* and nobody waits for six weeks */
		return false;
	case REMINDER_CHECKIN:
		if (!f->open || f->first->time + DAY > now)
			return false;
		*source = f->first;
		*due = f->first->time + DAY;
		while (*due + DAY <= now && *due + DAY <= f->newest + 14 * DAY)
			*due += DAY;
		return true;
	case REMINDER_KINDS:
		break;
	}
	return false;
}

static bool
is_said(const struct run *run, enum reminder kind, uint64_t source,
    int64_t due)
{
	for (int i = 0; i < run->said_count; i++) {
		const struct said *s = &run->said[i];

		if (s->kind == kind && s->source == source && s->due >= due)
			return true;
	}
	return false;
}

/* What has to be announced now. */
static int
expect(const struct run *run, int64_t now, struct said *events)
{
	struct facts f = facts_of(run);
	bool emergency = (f.flags & level_bits(URGENCY_EMERGENCY)) != 0;
	const struct line *source;
	int64_t due;
	int count = 0;

	for (int i = 0; i < REMINDER_KINDS; i++) {
		enum reminder kind = (enum reminder)i;

		if (kind != REMINDER_EMERGENCY && (emergency ||
		    !is_awake(&run->week->hours, now)))
			continue;
		if (!is_called_for(run, &f, kind, now, &due, &source) ||
		    due > now)
			continue;
		if (source != NULL && is_said(run, kind, source->id, due))
			continue;
		/* The first of an emergency also at night, no repeat. */
		if (!is_awake(&run->week->hours, now) &&
		    heard(run, kind, source) != 0)
			continue;
		events[count++] = (struct said){kind,
		    source == NULL ? 0 : source->id, due, now};
	}
	return count;
}

/* The program's side. */

static void
refold(struct run *run)
{
	struct record_error error;
	struct record record;

	episode_init(&run->e);
	for (int i = 0; i < run->count; i++) {
		ck_assert_int_eq(record_parse(run->lines[i].text,
		    strlen(run->lines[i].text), &record, &error), 0);
		ck_assert_int_eq(episode_add(&run->e, &record), 0);
	}
}

static struct reminder_view
view_at(const struct run *run, struct verdict *v, int64_t now)
{
	*v = verdict_of(&run->e, now);
	return (struct reminder_view){&run->e, v, &run->week->hours,
	    &run->memory, now, 0};
}

/* As the state file does. */
static void
write_and_read(struct reminder_memory *memory)
{
	struct reminder_memory copy = {.count = memory->count};
	char buf[128];
	struct text text;

	for (int i = 0; i < memory->count; i++) {
		text_init(&text, buf, sizeof(buf));
		reminder_note_write(&text, &memory->notes[i]);
		ck_assert(!text.cut);
		ck_assert_int_eq(reminder_note_parse(slice_of(buf),
		    &copy.notes[i]), 0);
	}
	*memory = copy;
}

/* The person's side. */

static void
put_time(struct text *text, int64_t at)
{
	time_t t = (time_t)at;
	struct tm tm;
	char buf[32];

	gmtime_r(&t, &tm);
	strftime(buf, sizeof(buf), "%Y-%m-%dT%H:%M:%SZ", &tm);
	text_str(text, buf);
}

static void
put_flags(struct text *text, uint32_t flags)
{
	if (flags == 0)
		return;
	text_str(text, " flags=");
	flag_list(text, flags, ",");
}

static void
make_onset(uint64_t *seed, struct line *line)
{
	/* Now, or some hours ago: people log when they get to it. */
	line->time -= below(seed, 2) * below(seed, 6 * HOUR);
	line->chronic = below(seed, 5) == 0;
	line->sharp = below(seed, 6) == 0;
	line->sudden = below(seed, 6) == 0;
	line->score = below(seed, 12) - 1;
	if (below(seed, 8) == 0)
		line->flags = FLAG_BIT(below(seed, FLAG_COUNT));
}

static void
put_onset(struct text *text, const struct line *line)
{
	if (line->sharp)
		text_str(text, " feel=sharp");
	if (line->sudden)
		text_str(text, " start=sudden");
	if (line->score >= 0) {
		text_str(text, " pain=");
		text_num(text, line->score);
	}
	if (line->chronic)
		text_str(text, " chronic=yes");
}

static void
put_line(struct line *line)
{
	static const char *const names[] = {
		"", "onset", "check", "pain", "ice", "heat", "seen", "end"
	};
	struct record_error error;
	struct record record;
	struct text text;

	text_init(&text, line->text, sizeof(line->text));
	put_time(&text, line->time);
	text_char(&text, ' ');
	text_str(&text, names[line->kind]);
	if (line->kind == RECORD_ONSET)
		put_onset(&text, line);
	if (line->kind == RECORD_PAIN) {
		text_str(&text, " score=");
		text_num(&text, line->score);
	}
	if (line->minutes > 0) {
		text_str(&text, " min=");
		text_num(&text, line->minutes);
	}
	if (line->none)
		text_str(&text, " flags=none");
	put_flags(&text, line->flags);
	ck_assert(!text.cut);
	ck_assert_int_eq(record_parse(line->text, text.len, &record, &error),
	    0);
	line->id = record_id(&record);
}

static void
make_pack(uint64_t *seed, struct line *line)
{
	line->minutes = 10 + below(seed, 11);
	line->time -= line->minutes * MINUTE + below(seed, 2) *
	    below(seed, HOUR);
}

static int64_t
last_end(const struct run *run)
{
	for (int i = run->count - 1; i >= 0; i--) {
		if (run->lines[i].kind == RECORD_END)
			return run->lines[i].time;
	}
	return 0;
}

/* What a person records at that moment, and the commands would take. */
static void
record(struct run *run, const struct action *action)
{
	static const enum record_kind often[] = {
		RECORD_ONSET, RECORD_CHECK, RECORD_CHECK, RECORD_PAIN,
		RECORD_PAIN, RECORD_ICE, RECORD_ICE, RECORD_ICE, RECORD_ICE,
		RECORD_HEAT, RECORD_HEAT, RECORD_SEEN, RECORD_END
	};
	struct facts f = facts_of(run);
	struct line line = {.time = action->at, .score = -1};
	uint64_t seed = action->seed;

	line.kind = often[below(&seed, sizeof(often) / sizeof(often[0]))];
	if (!f.open && line.kind != RECORD_CHECK)
		line.kind = RECORD_ONSET;
	switch (line.kind) {
	case RECORD_ONSET:
		make_onset(&seed, &line);
		break;
	case RECORD_CHECK:
		line.none = below(&seed, 2) == 0;
		if (!line.none)
			line.flags = FLAG_BIT(below(&seed, FLAG_COUNT));
		if (!line.none && below(&seed, 3) == 0)
			line.flags = sleep_bit;
		break;
	case RECORD_PAIN:
		line.score = below(&seed, 11);
		break;
	case RECORD_ICE:
	case RECORD_HEAT:
		make_pack(&seed, &line);
		break;
	case RECORD_END:
		line.flags = f.flags & (skin_bit |
		    level_bits(URGENCY_URGENT) |
		    level_bits(URGENCY_EMERGENCY));
		break;
	case RECORD_SEEN:
	case RECORD_NONE:
	case RECORD_NOTE:
	case RECORD_KINDS:
		break;
	}
	if (line.time < last_end(run))
		line.time = action->at;
	put_line(&line);
	ck_assert_int_lt(run->count, LINES_MAX);
	run->lines[run->count++] = line;
	run->has_undone = false;
}

static void
move_to(uint64_t seed)
{
	static const char *const zones[] = {
		"Europe/Berlin", "America/New_York", "Asia/Kolkata",
		"Australia/Lord_Howe", "UTC"
	};

	setenv("TZ", zones[seed % (sizeof(zones) / sizeof(zones[0]))], 1);
	tzset();
}

static void
act(struct run *run, const struct action *action)
{
	switch (action->kind) {
	case RECORDS:
		record(run, action);
		break;
	case UNDOES:
		if (run->count == 0)
			return;
		run->undone = run->lines[--run->count];
		run->has_undone = true;
		break;
	case REPEATS:
		if (!run->has_undone)
			return;
		run->lines[run->count++] = run->undone;
		run->has_undone = false;
		break;
	case MOVES:
		move_to(action->seed);
		break;
	case FAILS:
		run->fails = true;
		break;
	}
	refold(run);
}

/* The steps. */

static void
show_log(const struct run *run, int64_t now)
{
	struct text text;
	char buf[64];

	text_init(&text, buf, sizeof(buf));
	put_time(&text, now);
	printf("seed %" PRIu64 ", at %s, TZ=%s:\n", run->week->seed, buf,
	    getenv("TZ"));
	for (int i = 0; i < run->count; i++)
		printf("    %s\n", run->lines[i].text);
}

static void
show_events(const char *who, const struct said *events, int count)
{
	struct text text;
	char buf[64];

	for (int i = 0; i < count; i++) {
		text_init(&text, buf, sizeof(buf));
		put_time(&text, events[i].due);
		printf("%s: %s, due %s\n", who,
		    reminder_rows[events[i].kind].name, buf);
	}
	if (count == 0)
		printf("%s: nothing\n", who);
}

static void
compare(const struct run *run, int64_t now, const struct said *want, int wants,
    const struct said *got, int gots)
{
	bool same = wants == gots;

	for (int i = 0; same && i < wants; i++)
		same = want[i].kind == got[i].kind &&
		    want[i].due == got[i].due &&
		    (want[i].source == 0 || want[i].source == got[i].source);
	if (same)
		return;
	show_log(run, now);
	show_events("expected", want, wants);
	show_events("announced", got, gots);
	fflush(stdout);
	ck_abort_msg("seed %" PRIu64 ": see above", run->week->seed);
}

/* What comes next has to come just then, and nothing before. */
static void
check_next(const struct run *run, int64_t now)
{
	struct reminder_event events[REMINDER_KINDS], next = {.due = 0};
	struct verdict v;
	struct reminder_view view = view_at(run, &v, now);
	bool any = reminder_next(&view, &next), found = false;
	int count;

	if (!any)
		next.due = now + 20 * DAY;
	view = view_at(run, &v, next.due - 1);
	count = next.due - 1 < now ? 0 : reminder_due(&view, events);
	if (count == 0 && any) {
		view = view_at(run, &v, next.due);
		count = reminder_due(&view, events);
		for (int i = 0; i < count; i++)
			found |= events[i].kind == next.kind;
		count = found ? 0 : -1;
	}
	if (count == 0)
		return;
	show_log(run, now);
	printf("next: %s, in %" PRId64 " s\n", any ?
	    reminder_rows[next.kind].name : "nothing", next.due - now);
	fflush(stdout);
	ck_abort_msg("seed %" PRIu64 ": %s", run->week->seed, count > 0 ?
	    "something comes before what comes next" :
	    "what comes next does not come");
}

static void
step(struct run *run, int64_t now, bool look_ahead)
{
	const struct week *week = run->week;
	struct reminder_event events[REMINDER_KINDS];
	struct said want[REMINDER_KINDS], got[REMINDER_KINDS];
	struct verdict v;
	struct reminder_view view;
	int wants, gots;

	while (run->next_action < week->action_count &&
	    week->actions[run->next_action].at <= now)
		act(run, &week->actions[run->next_action++]);
	view = view_at(run, &v, now);
	gots = reminder_due(&view, events);
	for (int i = 0; i < gots; i++)
		got[i] = (struct said){events[i].kind, events[i].source,
		    events[i].due, now};
	wants = expect(run, now, want);
	compare(run, now, want, wants, got, gots);
	run->steps++;
	if (gots > 0 && run->fails) {
		run->fails = false;	/* nothing was said, nothing noted */
		return;
	}
	run->announced += gots;
	for (int i = 0; i < gots; i++) {
		ck_assert_int_lt(run->said_count, SAID_MAX);
		run->said[run->said_count++] = got[i];
	}
	reminder_remember(&run->memory, events, gots, now);
	if (gots > 0)
		write_and_read(&run->memory);
	if (look_ahead)
		check_next(run, now);
}

static bool
is_off(const struct week *week, int64_t now)
{
	for (int i = 0; i < 4; i++) {
		if (now >= week->off_from[i] && now < week->off_to[i])
			return true;
	}
	return false;
}

/* How far apart the steps are, in seconds; 0: at random. */
static const int64_t cadences[] = {
	MINUTE, 5 * MINUTE, HOUR, 7 * HOUR, 0
};

#define CADENCES (int)(sizeof(cadences) / sizeof(cadences[0]))

static void
run_week(const struct week *week, int64_t cadence, long *steps, long *announced)
{
	static struct run run;
	uint64_t seed = week->seed;
	int64_t now = week->start + below(&seed, MINUTE);

	memset(&run, 0, sizeof(run));
	run.week = week;
	move_to(0);
	refold(&run);
	while (now < week->end) {
		if (!is_off(week, now))
			step(&run, now, cadence != MINUTE ||
			    below(&seed, 16) == 0);
		now += cadence != 0 ? cadence :
		    1 + below(&seed, 1 + below(&seed, 9 * HOUR));
	}
	*steps += run.steps;
	*announced += run.announced;
}

static int
compare_actions(const void *a, const void *b)
{
	const struct action *x = a, *y = b;

	return x->at < y->at ? -1 : x->at > y->at;
}

static struct week
make_week(uint64_t seed)
{
	/* Any, and Berlin's clocks in spring and autumn, New York's too. */
	static const int64_t starts[] = {
		INT64_C(1768900000), INT64_C(1774500000), INT64_C(1792600000),
		INT64_C(1772700000)
	};
	static const struct hours waking[] = {
		{420, 1320}, {420, 1320}, {0, 1440}, {1200, 240}, {150, 151}
	};
	static const enum action_kind often[] = {
		RECORDS, RECORDS, RECORDS, RECORDS, RECORDS, RECORDS, UNDOES,
		REPEATS, FAILS, MOVES
	};
	struct week week = {.seed = seed};
	int per_day = 1 + below(&seed, 10), days = 8, quiet;

	if (below(&seed, 6) == 0)
		days = 24;	/* all comes to its end */
	week.start = starts[below(&seed, 4)] + below(&seed, DAY);
	week.end = week.start + days * DAY;
	week.hours = waking[below(&seed, 5)];
	week.action_count = 8 * per_day;
	quiet = below(&seed, 4) == 0 ? 12 * HOUR : 8 * DAY;
	for (int i = 0; i < week.action_count; i++) {
		week.actions[i] = (struct action){
			often[below(&seed, sizeof(often) / sizeof(often[0]))],
			week.start + below(&seed, quiet), draw(&seed)
		};
	}
	qsort(week.actions, (size_t)week.action_count,
	    sizeof(week.actions[0]), compare_actions);
	for (int i = below(&seed, 5) - 1; i >= 0; i--) {
		week.off_from[i] = week.start + below(&seed, 8 * DAY);
		week.off_to[i] = week.off_from[i] + below(&seed, 3 * DAY);
	}
	return week;
}

static uint64_t
number(const char *name, uint64_t otherwise)
{
	const char *value = getenv(name);

	return value == NULL || *value == '\0' ? otherwise :
	    strtoull(value, NULL, 10);
}

START_TEST(each_due_event_comes_once_never_early_and_none_is_lost)
{
	uint64_t seed = number("SEED", (uint64_t)time(NULL));
	uint64_t weeks = number("WEEKS", 60);
	long steps = 0, announced = 0;
	struct week week;

	printf("remind_week: SEED=%" PRIu64 " WEEKS=%" PRIu64 "\n", seed,
	    weeks);
	fflush(stdout);
	for (uint64_t i = 0; i < weeks; i++) {
		week = make_week(seed + i);
		for (int c = 0; c < CADENCES; c++)
			run_week(&week, cadences[c], &steps, &announced);
	}
	printf("remind_week: %ld steps, %ld announcements\n", steps, announced);
	fflush(stdout);
	/* The simulation must have had something to say. */
	ck_assert_int_gt(announced, (long)weeks);
}
END_TEST

Suite *
suite_make(void)
{
	Suite *suite = suite_create("remind_week");
	TCase *week = tcase_create("week");

	/* Slow machines and valgrind: this is no measurement. */
	tcase_set_timeout(week, 3600);
	tcase_add_test(week,
	    each_due_event_comes_once_never_early_and_none_is_lost);
	suite_add_tcase(suite, week);
	return suite;
}
