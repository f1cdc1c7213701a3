#include "record.h"

#include <string.h>

#include "../text/escape.h"
#include "../text/hash.h"
#include "../time/rfc3339.h"

#define KIND(kind) (1u << (kind))
#define PACKS (KIND(RECORD_ICE) | KIND(RECORD_HEAT))

const char *const record_feels[FEEL_COUNT] = {"", "dull", "sharp", "stiff"};
const char *const record_starts[START_COUNT] = {"", "sudden", "gradual"};
const char *const record_sides[SIDE_COUNT] = {"", "one", "both"};
const char *const record_kinds[RECORD_KINDS] = {
	"", "onset", "check", "pain", "ice", "heat", "seen", "end"
};

/* The place of a word in a list, from 1 on; 0 where it has none. */
static int
word_index(struct slice word, const char *const *words, int count)
{
	int i = count - 1;

	while (i > 0 && !slice_is(word, words[i]))
		i--;
	return i;
}

static const char *
take_feel(struct slice value, struct record *r)
{
	r->feel = (enum feel)word_index(value, record_feels, FEEL_COUNT);
	return r->feel != FEEL_UNKNOWN ? NULL : "feel is dull, sharp or stiff";
}

static const char *
take_start(struct slice value, struct record *r)
{
	r->start = (enum start)word_index(value, record_starts, START_COUNT);
	return r->start != START_UNKNOWN ? NULL : "start is sudden or gradual";
}

static const char *
take_side(struct slice value, struct record *r)
{
	r->side = (enum side)word_index(value, record_sides, SIDE_COUNT);
	return r->side != SIDE_UNKNOWN ? NULL : "side is one or both";
}

static const char *
take_score(struct slice value, struct record *r)
{
	r->score = slice_num(value);
	return r->score >= 0 && r->score <= 10 ? NULL : "pain is 0 to 10";
}

static const char *
take_minutes(struct slice value, struct record *r)
{
	r->minutes = slice_num(value);
	return r->minutes >= 1 && r->minutes <= 60 ? NULL :
	    "minutes are 1 to 60";
}

static const char *
take_exercise(struct slice value, struct record *r)
{
	r->exercise = value;
	return escape_is_value(value) ? NULL : "neither UTF-8 nor escaped";
}

static const char *
take_session(struct slice value, struct record *r)
{
	const char *errstr;

	if (rfc3339_parse(value, &r->session, &errstr) == -1)
		return errstr;
	r->has_session = true;
	return NULL;
}

static const char *
take_chronic(struct slice value, struct record *r)
{
	r->chronic = slice_is(value, "yes");
	return r->chronic ? NULL : "chronic is yes or left out";
}

static const char *
take_asked(struct slice value, struct record *r)
{
	r->asked_all = slice_is(value, "all");
	return r->asked_all ? NULL : "asked is all or left out";
}

static const char *
take_flags(struct slice value, struct record *r)
{
	struct slice rest = value, name;
	enum flag flag;

	if (value.len == 0)
		return "no flags named";
	if (slice_is(value, "none") && r->kind == RECORD_CHECK) {
		r->none = true;
		return NULL;
	}
	while (slice_next(&rest, ',', &name)) {
		flag = flag_find(name);
		if (flag == FLAG_COUNT)
			r->flag_list = value;
		else
			r->flags |= FLAG_BIT(flag);
	}
	return NULL;
}

/* Every key: what it sets, where it may stand, and where it must. */
static const struct field {
	const char *key;
	const char *(*take)(struct slice, struct record *);
	unsigned may;
	unsigned must;
} fields[] = {
	{"feel", take_feel, .may = KIND(RECORD_ONSET)},
	{"start", take_start, .may = KIND(RECORD_ONSET)},
	{"side", take_side, .may = KIND(RECORD_ONSET)},
	{"pain", take_score, .may = KIND(RECORD_ONSET)},
	{"chronic", take_chronic, .may = KIND(RECORD_ONSET)},
	{"exercise", take_exercise, .may = KIND(RECORD_ONSET)},
	{"session", take_session, .may = KIND(RECORD_ONSET)},
	{"score", take_score, .may = KIND(RECORD_PAIN),
	    .must = KIND(RECORD_PAIN)},
	{"min", take_minutes, .may = PACKS, .must = PACKS},
	{"asked", take_asked, .may = KIND(RECORD_CHECK)},
	{"flags", take_flags, .may = KIND(RECORD_ONSET) |
	    KIND(RECORD_CHECK) | KIND(RECORD_END), .must = KIND(RECORD_CHECK)}
};

#define NFIELDS (sizeof(fields) / sizeof(fields[0]))

void
record_init(struct record *r)
{
	memset(r, 0, sizeof(*r));
	r->score = RECORD_NO_SCORE;
}

static int
fail(struct record_error *error, const char *why, struct slice word)
{
	error->why = why;
	error->word = word;
	return -1;
}

static int
parse_field(struct slice word, struct record *r, unsigned *seen,
    struct record_error *error)
{
	struct slice value = word, key;
	const char *why;
	size_t i = 0;

	slice_next(&value, '=', &key);
	if (word.len == 0)
		return fail(error, "one space too many", value);
	if (value.at == NULL)
		return fail(error, "not key=value", word);
	while (i < NFIELDS && !slice_is(key, fields[i].key))
		i++;
	if (i == NFIELDS)
		return fail(error, "unknown key", key);
	if ((fields[i].may & KIND(r->kind)) == 0)
		return fail(error, "this record has no such key", key);
	if ((*seen & 1u << i) != 0)
		return fail(error, "the key stands twice", key);
	*seen |= 1u << i;
	why = fields[i].take(value, r);
	return why == NULL ? 0 : fail(error, why, word);
}

/* The words between the time and the note. */
static int
parse_words(struct slice rest, struct record *r, struct record_error *error)
{
	const struct slice none = {NULL, 0};
	struct slice word;
	unsigned seen = 0;

	if (!slice_next(&rest, ' ', &word))
		return fail(error, "a time and nothing else", none);
	r->kind = (enum record_kind)word_index(word, record_kinds,
	    RECORD_KINDS);
	if (r->kind == RECORD_NONE)
		return fail(error, "unknown record", word);
	while (slice_next(&rest, ' ', &word)) {
		if (parse_field(word, r, &seen, error) == -1)
			return -1;
	}
	for (size_t i = 0; i < NFIELDS; i++) {
		if ((fields[i].must & KIND(r->kind)) != 0 &&
		    (seen & 1u << i) == 0)
			return fail(error, "a key is missing",
			    slice_of(fields[i].key));
	}
	return 0;
}

/* Where the note begins: a # at the front or after a space; else the end. */
static size_t
note_at(struct slice line)
{
	const char *at = line.at, *end = line.at + line.len;

	while ((at = memchr(at, '#', (size_t)(end - at))) != NULL) {
		if (at == line.at || at[-1] == ' ')
			return (size_t)(at - line.at);
		at++;
	}
	return line.len;
}

int
record_parse(const char *line, size_t len, struct record *r,
    struct record_error *error)
{
	const struct slice none = {NULL, 0};
	struct slice all = {line, len}, record = all, word;
	const char *errstr;

	record_init(r);
	if (len == 0)
		return 0;
	if (len > RECORD_MAX)
		return fail(error, "longer than 4096 bytes", none);
	if (memchr(line, RECORD_TORN, len) != NULL)
		return fail(error, "cut short while it was written", none);
	record.len = note_at(all);
	if (record.len < len) {
		r->note.at = line + record.len + 1;
		r->note.len = len - record.len - 1;
		if (r->note.len > 0 && *r->note.at == ' ') {
			r->note.at++;
			r->note.len--;
		}
		if (record.len != 0)
			record.len--;	/* the space before the # */
	}
	if (record.len == 0 && *line == '#')
		return 0;
	if (line[len - 1] == '\r')
		return fail(error, "ends in a carriage return", none);

	r->line = all;
	slice_next(&record, ' ', &word);
	if (rfc3339_parse(word, &r->time, &errstr) == -1)
		return fail(error, errstr, word);
	return parse_words(record, r, error);
}

uint64_t
record_id(const struct record *r)
{
	return r->line.at == NULL ? 0 :
	    hash_more(HASH_START, r->line.at, r->line.len);
}

static void
put_key(struct text *text, const char *key, const char *value)
{
	if (*value == '\0')
		return;
	text_char(text, ' ');
	text_str(text, key);
	text_char(text, '=');
	text_str(text, value);
}

static void
put_number(struct text *text, const char *key, int n)
{
	text_char(text, ' ');
	text_str(text, key);
	text_char(text, '=');
	text_num(text, n);
}

static void
put_onset(struct text *text, const struct record *r)
{
	put_key(text, "feel", record_feels[r->feel]);
	put_key(text, "start", record_starts[r->start]);
	put_key(text, "side", record_sides[r->side]);
	if (r->score != RECORD_NO_SCORE)
		put_number(text, "pain", r->score);
	put_key(text, "chronic", r->chronic ? "yes" : "");
	if (r->exercise.at != NULL) {
		text_str(text, " exercise=");
		text_bytes(text, r->exercise.at, r->exercise.len);
	}
	if (r->has_session) {
		text_str(text, " session=");
		rfc3339_write(text, r->session);
	}
}

void
record_write(struct text *text, const struct record *r)
{
	if (r->kind == RECORD_NONE)
		return;
	rfc3339_write(text, r->time);
	text_char(text, ' ');
	text_str(text, record_kinds[r->kind]);
	if (r->kind == RECORD_ONSET)
		put_onset(text, r);
	if (r->kind == RECORD_PAIN)
		put_number(text, "score", r->score);
	if ((KIND(r->kind) & PACKS) != 0)
		put_number(text, "min", r->minutes);
	put_key(text, "asked", r->asked_all ? "all" : "");
	if (r->none || r->flags != 0) {
		text_str(text, " flags=");
		if (r->none)
			text_str(text, "none");
		else
			flag_write(text, r->flags);
	}
	if (r->note.at != NULL) {
		text_str(text, " # ");
		text_bytes(text, r->note.at, r->note.len);
	}
	text_char(text, '\n');
}
