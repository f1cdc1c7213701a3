/*
 * Random notes and lines: SEED in the environment takes up the seed that a
 * run has printed.
 */
#include "suite.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "../../src/core/text/escape.h"
#include "../../src/core/log/record.h"
#include "../../src/core/time/rfc3339.h"

#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

#define T "2026-11-20T17:30:00Z"
#define SECONDS INT64_C(1795195800)	/* T */
#define E_ACUTE "\xc3\xa9"

static uint64_t seed;

/* xorshift64*: Vigna 2016. */
static uint32_t
random_below(uint64_t *state, uint32_t n)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return (uint32_t)((*state * UINT64_C(2685821657736338717)) >> 33) % n;
}

/* Lines that are read, and how the program itself writes them. */
static const struct valid {
	const char *says, *line, *written;
} valids[] = {
	{"an onset", T " onset", T " onset\n"},
	{"feel=dull", T " onset feel=dull", T " onset feel=dull\n"},
	{"feel=sharp", T " onset feel=sharp", T " onset feel=sharp\n"},
	{"feel=stiff", T " onset feel=stiff", T " onset feel=stiff\n"},
	{"start=sudden", T " onset start=sudden", T " onset start=sudden\n"},
	{"start=gradual", T " onset start=gradual", T " onset start=gradual\n"},
	{"side=one", T " onset side=one", T " onset side=one\n"},
	{"side=left", T " onset side=left", T " onset side=left\n"},
	{"side=right", T " onset side=right", T " onset side=right\n"},
	{"side=middle", T " onset side=middle", T " onset side=middle\n"},
	{"side=both", T " onset side=both", T " onset side=both\n"},
	{"pain=0", T " onset pain=0", T " onset pain=0\n"},
	{"pain=10", T " onset pain=10", T " onset pain=10\n"},
	{"chronic=yes", T " onset chronic=yes", T " onset chronic=yes\n"},
	{"an exercise", T " onset exercise=deadlift",
	    T " onset exercise=deadlift\n"},
	{"an exercise with an escaped space", T " onset exercise=leg\\040press",
	    T " onset exercise=leg\\040press\n"},
	{"an exercise in UTF-8", T " onset exercise=d" E_ACUTE "velopp" E_ACUTE,
	    T " onset exercise=d" E_ACUTE "velopp" E_ACUTE "\n"},
	{"an exercise with = and #", T " onset exercise=a=b#c",
	    T " onset exercise=a=b#c\n"},
	{"a session", T " onset session=2026-11-20T08:00:00Z",
	    T " onset session=2026-11-20T08:00:00Z\n"},
	{"a session with an offset",
	    T " onset session=2026-11-20T09:00:00+01:00",
	    T " onset session=2026-11-20T08:00:00Z\n"},
	{"an onset with flags", T " onset flags=leg,skin",
	    T " onset flags=leg,skin\n"},
	{"keys in another order",
	    T " onset flags=leg session=2026-11-20T08:00:00Z exercise=row "
	    "chronic=yes pain=6 side=both start=gradual feel=stiff",
	    T " onset feel=stiff start=gradual side=both pain=6 chronic=yes "
	    "exercise=row session=2026-11-20T08:00:00Z flags=leg\n"},
	{"the design's own onset", T " onset feel=dull start=gradual side=both "
	    "pain=6 exercise=deadlift session=2026-11-20T08:00:00Z # last set",
	    T " onset feel=dull start=gradual side=both pain=6 "
	    "exercise=deadlift session=2026-11-20T08:00:00Z # last set\n"},
	{"none", T " check flags=none", T " check flags=none\n"},
	{"flags", T " check flags=leg,numb", T " check flags=leg,numb\n"},
	{"flags in another order, one twice", T " check flags=numb,leg,numb",
	    T " check flags=leg,numb\n"},
	{"all groups asked", T " check asked=all flags=leg",
	    T " check asked=all flags=leg\n"},
	{"all groups asked, none", T " check flags=none asked=all",
	    T " check asked=all flags=none\n"},
	{"taken back", T " check wrong=numb,leg", T " check wrong=leg,numb\n"},
	{"taken back, with a note", T " check wrong=skin # slip",
	    T " check wrong=skin # slip\n"},
	{"taken back, one of them unknown", T " check wrong=tail,leg",
	    T " check wrong=leg\n"},
	{"pain", T " pain score=5", T " pain score=5\n"},
	{"pain with a note", T " pain score=5 # stiff",
	    T " pain score=5 # stiff\n"},
	{"pain 0", T " pain score=0", T " pain score=0\n"},
	{"pain 10", T " pain score=10", T " pain score=10\n"},
	{"ice", T " ice min=15", T " ice min=15\n"},
	{"a minute of ice", T " ice min=1", T " ice min=1\n"},
	{"an hour of heat", T " heat min=60", T " heat min=60\n"},
	{"seen", T " seen", T " seen\n"},
	{"end", T " end", T " end\n"},
	{"an end that carries", T " end flags=bladder,skin",
	    T " end flags=bladder,skin\n"},
	{"an end that names a lower level", T " end flags=leg",
	    T " end flags=leg\n"},
	{"a record that is only a note", T " note # ibuprofen 400",
	    T " note # ibuprofen 400\n"},
	{"the same without the space", T " note #x", T " note # x\n"},
	{"a note", T " seen # keep moving", T " seen # keep moving\n"},
	{"a note without the space", T " seen #keep moving",
	    T " seen # keep moving\n"},
	{"a note that begins with a space", T " seen #  keep",
	    T " seen #  keep\n"},
	{"a note that ends with one", T " seen # keep ", T " seen # keep \n"},
	{"an empty note", T " seen #", T " seen # \n"},
	{"an empty note after the space", T " seen # ", T " seen # \n"},
	{"a # in the note", T " seen # set # 3", T " seen # set # 3\n"},
	{"a note that looks like keys", T " pain score=5 # score=7",
	    T " pain score=5 # score=7\n"},
	{"a backslash that starts no escape", T " seen # a\\b\\08",
	    T " seen # a\\b\\08\n"},
	{"an escape", T " seen # a\\134b", T " seen # a\\134b\n"},
	{"an offset", "2026-11-20T18:30:00+01:00 end", T " end\n"},
	{"an offset to the west", "2026-11-20T12:00:00-05:30 end", T " end\n"},
	{"a fraction of a second", "2026-11-20T17:30:00.999Z end", T " end\n"},
	{"small letters in the time", "2026-11-20t17:30:00z end", T " end\n"},
	{"the first second", "0000-01-01T00:00:00Z end",
	    "0000-01-01T00:00:00Z end\n"},
	{"the last second", "9999-12-31T23:59:59Z end",
	    "9999-12-31T23:59:59Z end\n"},
	{"29 February", "2028-02-29T00:00:00Z end",
	    "2028-02-29T00:00:00Z end\n"},
	{"a blank line", "", ""},
	{"a comment", "# backcare log 1", ""},
	{"a comment that is a record", "#" T " end", ""},
	{"a comment of one character", "#", ""},
	{"a comment with a carriage return", "# from another system\r", ""}
};

START_TEST(a_valid_line_is_read_and_written_as_the_program_writes_it)
{
	const struct valid *row = &valids[_i];
	struct record_error error;
	struct record r;
	struct text text;
	char buf[512];

	ck_assert_msg(record_parse(row->line, strlen(row->line), &r,
	    &error) == 0, "%s: %s", row->says, error.why);
	ck_assert_msg((r.kind == RECORD_NONE) == (*row->written == '\0'), "%s",
	    row->says);
	text_init(&text, buf, sizeof(buf));
	record_write(&text, &r);
	ck_assert_msg(strcmp(buf, row->written) == 0, "%s: %s", row->says, buf);
}
END_TEST

/* Lines that are not obeyed, why, and the word that is to blame. */
static const struct invalid {
	const char *says, *line, *why, *word;
} invalids[] = {
	{"a word", "hello", "no time in front", "hello"},
	{"a space", " ", "no time in front", ""},
	{"a space before the record", " " T " end", "no time in front", ""},
	{"a space before a comment", " # comment", "no time in front", ""},
	{"a tab for a space", T "\tend", "a time needs Z", T "\tend"},
	{"a date alone", "2026-11-20 end", "no time in front", "2026-11-20"},
	{"a time without an offset", "2026-11-20T17:30:00 end",
	    "a time needs Z", "2026-11-20T17:30:00"},
	{"a day that is not", "2026-02-29T17:30:00Z end", "no such date",
	    "2026-02-29T17:30:00Z"},
	{"an hour that is not", "2026-11-20T24:00:00Z end", "no such date",
	    "2026-11-20T24:00:00Z"},
	{"before the year 0", "0000-01-01T00:00:00+00:01 end", "no such date",
	    "0000-01-01T00:00:00+00:01"},

	{"a time alone", T, "a time and nothing else", NULL},
	{"a time and a note", T " # note", "a time and nothing else", NULL},
	{"a time and a space", T " ", "unknown record", ""},
	{"an unknown record", T " pian score=5", "unknown record", "pian"},
	{"a record in capitals", T " END", "unknown record", "END"},
	{"the record without a space before the #", T " end# note",
	    "unknown record", "end#"},
	{"two spaces after the time", T "  end", "unknown record", ""},
	{"a space at the end", T " end ", "one space too many", NULL},
	{"two spaces before the note", T " end  # note", "one space too many",
	    NULL},
	{"two spaces between keys", T " onset  pain=5", "one space too many",
	    NULL},

	{"a key without a value", T " onset pain", "not key=value", "pain"},
	{"the # without a space before it", T " pain score=5# note",
	    "pain is 0 to 10", "score=5#"},
	{"a note without a #", T " end better", "not key=value", "better"},
	{"an unknown key", T " onset mood=bad", "unknown key", "mood"},
	{"an empty key", T " onset =5", "unknown key", ""},
	{"a key in capitals", T " onset PAIN=5", "unknown key", "PAIN"},
	{"a key twice", T " onset pain=5 pain=6", "twice", "pain"},
	{"a key twice, the same", T " check flags=leg flags=leg", "twice",
	    "flags"},

	{"pain without a score", T " pain", "a key is missing", "score"},
	{"ice without minutes", T " ice", "a key is missing", "min"},
	{"heat without minutes", T " heat # note", "a key is missing", "min"},
	{"a check without flags", T " check", "a key is missing", "flags"},
	{"a check of all without flags", T " check asked=all",
	    "a key is missing", "flags"},

	{"taken back beside flags", T " check wrong=leg flags=numb",
	    "stands alone", "wrong"},
	{"taken back beside none", T " check flags=none wrong=leg",
	    "stands alone", "wrong"},
	{"taken back beside asked", T " check asked=all wrong=leg",
	    "stands alone", "wrong"},
	{"taken back, nothing", T " check wrong=", "no flags named", "wrong="},
	{"a note without text", T " note", "a note without text", NULL},
	{"a note that is empty", T " note #", "a note without text", NULL},
	{"a note of spaces", T " note #   ", "a note without text", NULL},
	{"a note with a key", T " note score=5 # x", "no such key", "score"},

	{"feel of another kind", T " onset feel=blunt",
	    "feel is dull, sharp or stiff", "feel=blunt"},
	{"feel empty", T " onset feel=", "feel is dull, sharp or stiff",
	    "feel="},
	{"feel in capitals", T " onset feel=Dull",
	    "feel is dull, sharp or stiff", "feel=Dull"},
	{"start of another kind", T " onset start=slow",
	    "start is sudden or gradual", "start=slow"},
	{"start empty", T " onset start=", "start is sudden or gradual",
	    "start="},
	{"side of another kind", T " onset side=top",
	    "side is left, right, middle or both", "side=top"},
	{"side empty", T " onset side=", "side is left, right, middle or both",
	    "side="},
	{"pain 11", T " onset pain=11", "pain is 0 to 10", "pain=11"},
	{"pain -1", T " onset pain=-1", "pain is 0 to 10", "pain=-1"},
	{"pain 05", T " onset pain=05", "pain is 0 to 10", "pain=05"},
	{"pain 5.5", T " onset pain=5.5", "pain is 0 to 10", "pain=5.5"},
	{"pain empty", T " onset pain=", "pain is 0 to 10", "pain="},
	{"pain of many digits", T " onset pain=99999999999999999999",
	    "pain is 0 to 10", "pain=99999999999999999999"},
	{"score 11", T " pain score=11", "pain is 0 to 10", "score=11"},
	{"chronic=no", T " onset chronic=no", "chronic is yes or left out",
	    "chronic=no"},
	{"exercise empty", T " onset exercise=", "neither UTF-8 nor escaped",
	    "exercise="},
	{"exercise not UTF-8", T " onset exercise=d\xe9v",
	    "neither UTF-8 nor escaped", "exercise=d\xe9v"},
	{"exercise with a control", T " onset exercise=a\tb",
	    "neither UTF-8 nor escaped", "exercise=a\tb"},
	{"exercise with a bare backslash", T " onset exercise=a\\b",
	    "neither UTF-8 nor escaped", "exercise=a\\b"},
	{"a session without an offset", T " onset session=2026-11-20T08:00:00",
	    "a time needs Z", "session=2026-11-20T08:00:00"},
	{"a session of a word", T " onset session=morning",
	    "no time in front", "session=morning"},
	{"minutes 0", T " ice min=0", "minutes are 1 to 60", "min=0"},
	{"minutes 61", T " heat min=61", "minutes are 1 to 60", "min=61"},
	{"minutes with a unit", T " ice min=15m", "minutes are 1 to 60",
	    "min=15m"},
	{"asked=some", T " check asked=some flags=leg",
	    "asked is all or left out", "asked=some"},
	{"flags empty", T " check flags=", "no flags named", "flags="},

	{"a carriage return", T " end\r", "carriage return", NULL},
	{"a carriage return after a note", T " end # note\r",
	    "carriage return", NULL},
	{"a carriage return alone", "\r", "carriage return", NULL},
	{"cut short in the record", T " onset pa\030?", "cut short", NULL},
	{"cut short in the note", T " onset # last s\030?", "cut short", NULL},
	{"cut short in a comment", "# backc\030?", "cut short", NULL},
	{"the mark in front", "\030?" T " end", "cut short", NULL},
	{"ended with ? in the record", T " onset pa?", "not key=value", "pa?"},
	{"ended with ? in the time", "2026-11-?", "no time in front",
	    "2026-11-?"}
};

START_TEST(an_invalid_line_is_refused_with_the_word_to_blame)
{
	const struct invalid *row = &invalids[_i];
	struct record_error error = {NULL, {NULL, 0}};
	struct record r;

	ck_assert_msg(record_parse(row->line, strlen(row->line), &r,
	    &error) == -1, "%s", row->says);
	ck_assert_msg(strstr(error.why, row->why) != NULL, "%s: %s", row->says,
	    error.why);
	if (row->word == NULL)
		ck_assert_msg(error.word.at == NULL && error.word.len == 0,
		    "%s", row->says);
	else
		ck_assert_msg(slice_is(error.word, row->word), "%s: %.*s",
		    row->says, (int)error.word.len, error.word.at);
}
END_TEST

START_TEST(a_nul_is_no_end_of_a_line)
{
	static const char record[] = T " end\0 # note";
	static const char note[] = T " end # no\0te";
	struct record_error error;
	struct record r;

	ck_assert_int_eq(record_parse(record, sizeof(record) - 1, &r, &error),
	    -1);
	ck_assert_int_eq(record_parse(note, sizeof(note) - 1, &r, &error), 0);
	ck_assert_uint_eq(r.note.len, 5);
	ck_assert_mem_eq(r.note.at, "no\0te", 5);
}
END_TEST

START_TEST(an_empty_line_needs_no_bytes)
{
	struct record_error error;
	struct record r;

	ck_assert_int_eq(record_parse(NULL, 0, &r, &error), 0);
	ck_assert_int_eq(r.kind, RECORD_NONE);
	ck_assert_ptr_null(r.note.at);
}
END_TEST

static uint64_t
id_of(const char *line)
{
	struct record_error error;
	struct record r;

	ck_assert_int_eq(record_parse(line, strlen(line), &r, &error), 0);
	r.past = true;
	ck_assert_uint_eq(record_id(&r), 0);
	r.past = false;
	return record_id(&r);
}

START_TEST(an_id_tells_a_line_from_others)
{
	ck_assert_uint_eq(id_of(T " end"), id_of(T " end"));
	ck_assert_uint_ne(id_of(T " end"), 0);
	ck_assert_uint_ne(id_of(T " end"), id_of(T " seen"));
	ck_assert_uint_ne(id_of(T " end"), id_of(T " end # note"));
	ck_assert_uint_ne(id_of(T " end"), id_of("2026-11-20T17:30:01Z end"));
}
END_TEST

START_TEST(what_was_not_read_from_a_line_has_no_id)
{
	struct record r;

	record_init(&r);
	ck_assert_uint_eq(record_id(&r), 0);
	ck_assert_uint_eq(id_of(""), 0);
	ck_assert_uint_eq(id_of("# a comment"), 0);
}
END_TEST

/* Which keys may stand in which record, in the order of the design. */
static const struct key {
	const char *word;
	const char *where;	/* the records, each between spaces */
} keys[] = {
	{"feel=dull", " onset "},
	{"start=sudden", " onset "},
	{"side=one", " onset "},
	{"pain=5", " onset "},
	{"chronic=yes", " onset "},
	{"exercise=row", " onset "},
	{"session=" T, " onset "},
	{"score=5", " pain "},
	{"min=15", " ice heat "},
	{"asked=all", " check "},
	{"flags=leg", " onset check end "},
	{"wrong=leg", " check "}
};

START_TEST(a_key_stands_only_where_it_means_something)
{
	static const char *const kinds[] = {
		"onset", "check", "pain", "ice", "heat", "seen", "end", "note"
	};
	static const char *const needs[] = {
		"", " flags=leg", " score=5", " min=15", " min=15", "", "", ""
	};
	const struct key *key = &keys[_i];
	struct record_error error;
	struct record r;
	char line[128], spaced[16];
	bool may, given;

	for (int kind = 0; kind < COUNT(kinds); kind++) {
		snprintf(spaced, sizeof(spaced), " %s ", kinds[kind]);
		may = strstr(key->where, spaced) != NULL;
		/* What is taken back stands for what must be there. */
		given = *needs[kind] != '\0' &&
		    (strcmp(needs[kind] + 1, key->word) == 0 ||
		    (may && strcmp(key->word, "wrong=leg") == 0));
		snprintf(line, sizeof(line), T " %s%s %s # x", kinds[kind],
		    given ? "" : needs[kind], key->word);
		ck_assert_msg((record_parse(line, strlen(line), &r,
		    &error) == 0) == may, "%s", line);
		if (!may)
			ck_assert_str_eq(error.why,
			    "this record has no such key");
	}
}
END_TEST

START_TEST(every_number_but_those_of_the_design_is_refused)
{
	struct record_error error;
	struct record r;
	char line[128];

	for (int n = -2; n <= 200; n++) {
		snprintf(line, sizeof(line), T " pain score=%d", n);
		ck_assert_int_eq(record_parse(line, strlen(line), &r, &error),
		    n >= 0 && n <= 10 ? 0 : -1);
		snprintf(line, sizeof(line), T " onset pain=%d", n);
		ck_assert_int_eq(record_parse(line, strlen(line), &r, &error),
		    n >= 0 && n <= 10 ? 0 : -1);
		snprintf(line, sizeof(line), T " ice min=%d", n);
		ck_assert_int_eq(record_parse(line, strlen(line), &r, &error),
		    n >= 1 && n <= 60 ? 0 : -1);
	}
}
END_TEST

START_TEST(a_blank_record_says_nothing)
{
	struct record r;

	memset(&r, 0xff, sizeof(r));
	record_init(&r);
	ck_assert_int_eq(r.kind, RECORD_NONE);
	ck_assert_int_eq(r.score, RECORD_NO_SCORE);
	ck_assert_int_eq(r.feel, FEEL_UNKNOWN);
	ck_assert_int_eq(r.start, START_UNKNOWN);
	ck_assert_int_eq(r.side, SIDE_UNKNOWN);
	ck_assert_uint_eq(r.flags, 0);
	ck_assert(!r.chronic && !r.asked_all && !r.none && !r.has_session);
	ck_assert_ptr_null(r.exercise.at);
	ck_assert_ptr_null(r.note.at);
	ck_assert_ptr_null(r.flag_list.at);
}
END_TEST

/* Of a list of flags the known ones count; the rest is kept to be reported. */
static const struct list {
	const char *record, *value;
	const char *known;	/* as they are written */
	bool none;
	bool reported;
} lists[] = {
	{"check", "leg", "leg", false, false},
	{"check", "skin,bladder", "bladder,skin", false, false},
	{"check", "none", "", true, false},
	{"check", "leg,tail", "leg", false, true},
	{"check", "tail,leg", "leg", false, true},
	{"check", "tail", "", false, true},
	{"check", "leg,", "leg", false, true},
	{"check", ",leg", "leg", false, true},
	{"check", "leg,,numb", "leg,numb", false, true},
	{"check", ",", "", false, true},
	{"check", "none,leg", "leg", false, true},
	{"check", "leg,none", "leg", false, true},
	{"check", "Leg", "", false, true},
	{"onset", "leg,numb", "leg,numb", false, false},
	{"onset", "none", "", false, true},
	{"onset", "leg,tail", "leg", false, true},
	{"end", "bladder", "bladder", false, false},
	{"end", "none", "", false, true},
	{"end", "bladder,tail", "bladder", false, true}
};

START_TEST(of_a_list_of_flags_the_known_ones_count)
{
	const struct list *row = &lists[_i];
	struct record_error error;
	struct record r;
	struct text text;
	char line[128], known[128];

	snprintf(line, sizeof(line), T " %s flags=%s", row->record, row->value);
	ck_assert_int_eq(record_parse(line, strlen(line), &r, &error), 0);
	text_init(&text, known, sizeof(known));
	flag_list(&text, r.flags, ",");
	ck_assert_str_eq(known, row->known);
	ck_assert_int_eq(r.none, row->none);
	ck_assert_int_eq(r.flag_list.at != NULL, row->reported);
	if (row->reported)
		ck_assert(slice_is(r.flag_list, row->value));
}
END_TEST

START_TEST(a_line_holds_4096_bytes_and_no_more)
{
	char line[RECORD_MAX + 1];
	struct record_error error;
	struct record r;

	memset(line, 'x', sizeof(line));
	memcpy(line, T " seen # ", strlen(T " seen # "));
	ck_assert_int_eq(record_parse(line, 4096, &r, &error), 0);
	ck_assert_uint_eq(r.note.len, 4096 - strlen(T " seen # "));
	ck_assert_int_eq(record_parse(line, 4097, &r, &error), -1);
	ck_assert_str_eq(error.why, "longer than 4096 bytes");
	line[0] = '#';
	ck_assert_int_eq(record_parse(line, 4096, &r, &error), 0);
	ck_assert_int_eq(record_parse(line, 4097, &r, &error), -1);
}
END_TEST

static bool
same_slice(struct slice a, struct slice b)
{
	return (a.at == NULL) == (b.at == NULL) && a.len == b.len &&
	    (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static bool
same_record(const struct record *a, const struct record *b)
{
	return a->time == b->time && a->kind == b->kind &&
	    a->feel == b->feel && a->start == b->start &&
	    a->side == b->side && a->score == b->score &&
	    a->minutes == b->minutes && a->chronic == b->chronic &&
	    a->asked_all == b->asked_all && a->none == b->none &&
	    a->flags == b->flags && a->wrong == b->wrong &&
	    a->has_session == b->has_session &&
	    a->session == b->session &&
	    same_slice(a->flag_list, b->flag_list) &&
	    same_slice(a->exercise, b->exercise) &&
	    same_slice(a->note, b->note);
}

/* Writes a record and reads it again. */
static void
round_trip(const struct record *r)
{
	struct record_error error;
	struct record again;
	struct text text;
	char buf[RECORD_MAX];

	text_init(&text, buf, sizeof(buf));
	record_write(&text, r);
	if (text.cut || text.len == 0 || buf[text.len - 1] != '\n' ||
	    memchr(buf, '\n', text.len - 1) != NULL)
		ck_abort_msg("not one line: %s", buf);
	if (record_parse(buf, text.len - 1, &again, &error) == -1)
		ck_abort_msg("%s: %s", error.why, buf);
	if (!same_record(r, &again))
		ck_abort_msg("another record: %s", buf);
}

static struct record
blank(enum record_kind kind)
{
	struct record r;

	record_init(&r);
	r.kind = kind;
	r.time = SECONDS;
	return r;
}

/* One of n, and the rest of the number for the next choice. */
static int
choose(int *rest, int n)
{
	int choice = *rest % n;

	*rest /= n;
	return choice;
}

static void
choose_note(struct record *r, int *rest)
{
	static const char *const notes[] = {"", " ", "# score=5", "a\\040b"};
	int note = choose(rest, COUNT(notes) + 1);

	if (note > 0)
		r->note = slice_of(notes[note - 1]);
}

static uint32_t
choose_flags(int *rest)
{
	static const uint32_t sets[] = {
		0, FLAG_BIT(FLAG_LEG), FLAG_BIT(FLAG_BLADDER) |
		FLAG_BIT(FLAG_SKIN), FLAG_ALL
	};

	return sets[choose(rest, COUNT(sets))];
}

START_TEST(every_onset_is_read_as_it_was_written)
{
	const int feels = FEEL_COUNT, starts = START_COUNT, sides = SIDE_COUNT;
	int all = feels * starts * sides * 12 * 2 * 3 * 3 * 4 * 5;

	for (int i = 0; i < all; i++) {
		struct record r = blank(RECORD_ONSET);
		int rest = i, exercise, session;

		r.feel = (enum feel)choose(&rest, FEEL_COUNT);
		r.start = (enum start)choose(&rest, START_COUNT);
		r.side = (enum side)choose(&rest, SIDE_COUNT);
		r.score = choose(&rest, 12) - 1;
		r.chronic = choose(&rest, 2) == 1;
		exercise = choose(&rest, 3);
		if (exercise > 0)
			r.exercise = slice_of(exercise == 1 ? "row" :
			    "leg\\040press#=");
		session = choose(&rest, 3);
		r.has_session = session > 0;
		r.session = session == 0 ? 0 : session == 1 ? CIVIL_MIN :
		    SECONDS - 9 * 3600;
		r.flags = choose_flags(&rest);
		choose_note(&r, &rest);
		round_trip(&r);
	}
}
END_TEST

START_TEST(every_other_record_is_read_as_it_was_written)
{
	for (int i = 0; i < 11 * 5; i++) {
		struct record r = blank(RECORD_PAIN);
		int rest = i;

		r.score = choose(&rest, 11);
		choose_note(&r, &rest);
		round_trip(&r);
	}
	for (int i = 0; i < 2 * 60 * 5; i++) {
		struct record r = blank(i % 2 == 0 ? RECORD_ICE : RECORD_HEAT);
		int rest = i / 2;

		r.minutes = 1 + choose(&rest, 60);
		choose_note(&r, &rest);
		round_trip(&r);
	}
	for (int i = 0; i < 5; i++) {
		struct record r = blank(RECORD_NOTE);
		int rest = i;

		choose_note(&r, &rest);
		/* One that is blank is no record. */
		if (r.note.len > 1)
			round_trip(&r);
	}
	for (int i = 0; i < 2 * 4 * 5; i++) {
		struct record r = blank(i % 2 == 0 ? RECORD_SEEN : RECORD_END);
		int rest = i / 2;

		if (r.kind == RECORD_END)
			r.flags = choose_flags(&rest);
		choose_note(&r, &rest);
		round_trip(&r);
	}
}
END_TEST

START_TEST(every_check_is_read_as_it_was_written)
{
	for (int a = 0; a < FLAG_COUNT; a++) {
		for (int b = 0; b < FLAG_COUNT; b++) {
			struct record r = blank(RECORD_CHECK);

			r.flags = FLAG_BIT(a) | FLAG_BIT(b);
			r.asked_all = (a + b) % 2 == 0;
			round_trip(&r);
			r.flags = FLAG_ALL & ~r.flags;
			round_trip(&r);
		}
	}
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		struct record r = blank(RECORD_CHECK);

		r.wrong = FLAG_BIT(flag) | FLAG_BIT(FLAG_LEG);
		round_trip(&r);
	}
	for (int asked = 0; asked < 2; asked++) {
		struct record r = blank(RECORD_CHECK);

		r.none = true;
		r.asked_all = asked == 1;
		round_trip(&r);
	}
}
END_TEST

START_TEST(every_time_is_read_as_it_was_written)
{
	uint64_t state = seed;
	struct record r = blank(RECORD_END);
	const uint32_t days = 3652424;	/* from the year 0 to 9999 */

	for (int i = 0; i < 100000; i++) {
		r.time = CIVIL_MIN + INT64_C(86400) *
		    random_below(&state, days) + random_below(&state, 86400);
		round_trip(&r);
	}
	r.time = CIVIL_MIN;
	round_trip(&r);
	r.time = CIVIL_MAX;
	round_trip(&r);
}
END_TEST

/* Bytes that a note is likely to trip over, and any others. */
static size_t
random_bytes(uint64_t *state, char *buf, size_t max)
{
	static const char likely[] = " #\\=,\n\r\t\0\030\1770123456789"
	    "\xc3\xa9\xe2\x80\xae\xc2\x85";
	size_t len = random_below(state, (uint32_t)max + 1);

	for (size_t i = 0; i < len; i++)
		buf[i] = random_below(state, 3) == 0 ?
		    (char)random_below(state, 256) :
		    likely[random_below(state, sizeof(likely) - 1)];
	return len;
}

START_TEST(any_bytes_come_back_out_of_a_note_and_a_value)
{
	uint64_t state = seed;
	char bytes[40], note[200], value[200], out[40];
	struct text t, v;

	for (int i = 0; i < 50000; i++) {
		struct record r = blank(RECORD_ONSET);
		size_t len = random_bytes(&state, bytes, sizeof(bytes));

		text_init(&t, note, sizeof(note));
		escape_put(&t, bytes, len, ESCAPE_NOTE);
		r.note = (struct slice){note, t.len};
		text_init(&v, value, sizeof(value));
		escape_put(&v, bytes, len, ESCAPE_VALUE);
		if (len > 0)
			r.exercise = (struct slice){value, v.len};
		round_trip(&r);
		if (escape_decode(r.note, out) != len ||
		    memcmp(out, bytes, len) != 0)
			ck_abort_msg("note %s", note);
		if (len > 0 && (escape_decode(r.exercise, out) != len ||
		    memcmp(out, bytes, len) != 0))
			ck_abort_msg("value %s", value);
	}
}
END_TEST

/*
 * A valid line with a few bytes changed: what is still read is written in a
 * form that is read as the same record.
 */
START_TEST(a_damaged_line_is_refused_or_is_a_record)
{
	uint64_t state = seed;
	struct record_error error;
	struct record r;
	char line[256], damage[4];

	for (int i = 0; i < 200000; i++) {
		const char *from = valids[random_below(&state,
		    COUNT(valids))].line;
		size_t len = strlen(from), n;

		memcpy(line, from, len);
		n = random_bytes(&state, damage, sizeof(damage));
		for (size_t k = 0; k < n && len > 0; k++) {
			size_t at = random_below(&state, (uint32_t)len);

			line[at] = damage[k] != '\n' ? damage[k] : '?';
		}
		if (record_parse(line, len, &r, &error) == -1) {
			if (error.why == NULL || *error.why == '\0')
				ck_abort_msg("no reason: %.*s", (int)len,
				    line);
		} else if (r.kind != RECORD_NONE && r.flag_list.at == NULL) {
			round_trip(&r);
		}
	}
}
END_TEST

START_TEST(a_line_cut_short_anywhere_never_becomes_another_record)
{
	struct record_error error;
	struct record whole, part;
	char line[256];
	size_t len = strlen(valids[_i].line);

	ck_assert_int_eq(record_parse(valids[_i].line, len, &whole, &error), 0);
	for (size_t n = 1; n <= len; n++) {
		memcpy(line, valids[_i].line, n);
		line[n] = RECORD_TORN;
		line[n + 1] = '?';
		ck_assert_int_eq(record_parse(line, n + 2, &part, &error), -1);
	}
}
END_TEST

static uint64_t
seed_make(void)
{
	const char *given = getenv("SEED");
	uint64_t n = given != NULL ? strtoull(given, NULL, 10) :
	    (uint64_t)time(NULL);

	printf("record: SEED=%llu\n", (unsigned long long)n);
	fflush(stdout);
	/* The generator stands still at 0. */
	return n * UINT64_C(2654435761) | 1;
}

Suite *
suite_make(void)
{
	Suite *s = suite_create("record");
	TCase *lines = tcase_create("lines"), *trips = tcase_create("trips");

	seed = seed_make();
	tcase_add_loop_test(lines,
	    a_valid_line_is_read_and_written_as_the_program_writes_it, 0,
	    COUNT(valids));
	tcase_add_loop_test(lines,
	    an_invalid_line_is_refused_with_the_word_to_blame, 0,
	    COUNT(invalids));
	tcase_add_test(lines, a_nul_is_no_end_of_a_line);
	tcase_add_test(lines, an_empty_line_needs_no_bytes);
	tcase_add_test(lines, an_id_tells_a_line_from_others);
	tcase_add_test(lines, what_was_not_read_from_a_line_has_no_id);
	tcase_add_loop_test(lines, a_key_stands_only_where_it_means_something,
	    0, COUNT(keys));
	tcase_add_test(lines, every_number_but_those_of_the_design_is_refused);
	tcase_add_test(lines, a_blank_record_says_nothing);
	tcase_add_loop_test(lines, of_a_list_of_flags_the_known_ones_count, 0,
	    COUNT(lists));
	tcase_add_test(lines, a_line_holds_4096_bytes_and_no_more);
	tcase_add_loop_test(lines,
	    a_line_cut_short_anywhere_never_becomes_another_record, 0,
	    COUNT(valids));
	suite_add_tcase(s, lines);

	tcase_set_timeout(trips, 600);
	tcase_add_test(trips, every_onset_is_read_as_it_was_written);
	tcase_add_test(trips, every_other_record_is_read_as_it_was_written);
	tcase_add_test(trips, every_check_is_read_as_it_was_written);
	tcase_add_test(trips, every_time_is_read_as_it_was_written);
	tcase_add_test(trips, any_bytes_come_back_out_of_a_note_and_a_value);
	tcase_add_test(trips, a_damaged_line_is_refused_or_is_a_record);
	suite_add_tcase(s, trips);
	return s;
}
