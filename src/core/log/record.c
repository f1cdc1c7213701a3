#include "record.h"

#include <string.h>

#include "../text/escape.h"
#include "../time/rfc3339.h"

#define KIND(kind) (1u << (kind))
#define PACKS (KIND(RECORD_ICE) | KIND(RECORD_HEAT))

const char *const record_feels[FEEL_COUNT] = {"", "dull", "sharp", "stiff"};
const char *const record_starts[START_COUNT] = {"", "sudden", "gradual"};
const char *const record_sides[SIDE_COUNT] = {
	"", "left", "right", "middle", "both", "one"
};
const char *const record_kinds[RECORD_KINDS] = {
	"", "onset", "check", "pain", "ice", "heat", "seen", "end", "note"
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

/* Values that are nothing are left out. */
static void
put_word(struct text *text, const char *key, const char *word)
{
	if (*word != '\0')
		text_fmt(text, " %s=%s", key, word);
}

static void
put_flags(struct text *text, const char *key, uint32_t flags)
{
	if (flags == 0)
		return;
	text_fmt(text, " %s=", key);
	flag_list(text, flags, ",");
}

static const char *
take_feel(struct slice value, struct record *r)
{
	r->feel = (enum feel)word_index(value, record_feels, FEEL_COUNT);
	return r->feel != FEEL_UNKNOWN ? NULL : "feel is dull, sharp or stiff";
}

static void
put_feel(struct text *text, const char *key, const struct record *r)
{
	put_word(text, key, record_feels[r->feel]);
}

static const char *
take_start(struct slice value, struct record *r)
{
	r->start = (enum start)word_index(value, record_starts, START_COUNT);
	return r->start != START_UNKNOWN ? NULL : "start is sudden or gradual";
}

static void
put_start(struct text *text, const char *key, const struct record *r)
{
	put_word(text, key, record_starts[r->start]);
}

static const char *
take_side(struct slice value, struct record *r)
{
	r->side = (enum side)word_index(value, record_sides, SIDE_COUNT);
	return r->side != SIDE_UNKNOWN ? NULL :
	    "side is left, right, middle or both";
}

static void
put_side(struct text *text, const char *key, const struct record *r)
{
	put_word(text, key, record_sides[r->side]);
}

static const char *
take_score(struct slice value, struct record *r)
{
	r->score = slice_num(value);
	return r->score >= 0 && r->score <= 10 ? NULL : "pain is 0 to 10";
}

static void
put_score(struct text *text, const char *key, const struct record *r)
{
	if (r->score != RECORD_NO_SCORE)
		text_fmt(text, " %s=%d", key, r->score);
}

static const char *
take_minutes(struct slice value, struct record *r)
{
	r->minutes = slice_num(value);
	return r->minutes >= 1 && r->minutes <= 60 ? NULL :
	    "minutes are 1 to 60";
}

static void
put_minutes(struct text *text, const char *key, const struct record *r)
{
	text_fmt(text, " %s=%d", key, r->minutes);
}

static const char *
take_exercise(struct slice value, struct record *r)
{
	r->exercise = value;
	return escape_is_value(value) ? NULL : "neither UTF-8 nor escaped";
}

static void
put_exercise(struct text *text, const char *key, const struct record *r)
{
	if (r->exercise.at == NULL)
		return;
	text_fmt(text, " %s=", key);
	text_bytes(text, r->exercise.at, r->exercise.len);
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

static void
put_session(struct text *text, const char *key, const struct record *r)
{
	if (!r->has_session)
		return;
	text_fmt(text, " %s=", key);
	rfc3339_write(text, r->session);
}

static const char *
take_chronic(struct slice value, struct record *r)
{
	r->chronic = slice_is(value, "yes");
	return r->chronic ? NULL : "chronic is yes or left out";
}

static void
put_chronic(struct text *text, const char *key, const struct record *r)
{
	put_word(text, key, r->chronic ? "yes" : "");
}

static const char *
take_asked(struct slice value, struct record *r)
{
	r->asked_all = slice_is(value, "all");
	return r->asked_all ? NULL : "asked is all or left out";
}

static void
put_asked(struct text *text, const char *key, const struct record *r)
{
	put_word(text, key, r->asked_all ? "all" : "");
}

/* The known names of a list go to *set; unknown ones leave the list behind. */
static const char *
take_names(struct slice value, struct record *r, uint32_t *set)
{
	struct slice rest = value, name;
	enum flag flag;

	if (value.len == 0)
		return "no flags named";
	while (slice_next(&rest, ',', &name)) {
		flag = flag_find(name);
		if (flag == FLAG_COUNT)
			r->flag_list = value;
		else
			*set |= FLAG_BIT(flag);
	}
	return NULL;
}

static const char *
take_flags(struct slice value, struct record *r)
{
	r->none = slice_is(value, "none") && r->kind == RECORD_CHECK;
	return r->none ? NULL : take_names(value, r, &r->flags);
}

static void
put_reported(struct text *text, const char *key, const struct record *r)
{
	put_word(text, key, r->none ? "none" : "");
	put_flags(text, key, r->none ? 0 : r->flags);
}

static const char *
take_wrong(struct slice value, struct record *r)
{
	return take_names(value, r, &r->wrong);
}

static void
put_wrong(struct text *text, const char *key, const struct record *r)
{
	put_flags(text, key, r->wrong);
}

/*
 * Every key: how its value is read and written, in the order of writing;
 * where it may stand, and where it must.  A key that stands alone in a kind
 * of record allows no other there, and takes the place of those that must be.
 */
static const struct field {
	const char *key;
	const char *(*take)(struct slice, struct record *);
	void (*put)(struct text *, const char *key, const struct record *);
	unsigned may, must, alone;
} fields[] = {
	{"feel", take_feel, put_feel, .may = KIND(RECORD_ONSET)},
	{"start", take_start, put_start, .may = KIND(RECORD_ONSET)},
	{"side", take_side, put_side, .may = KIND(RECORD_ONSET)},
	{"pain", take_score, put_score, .may = KIND(RECORD_ONSET)},
	{"chronic", take_chronic, put_chronic, .may = KIND(RECORD_ONSET)},
	{"exercise", take_exercise, put_exercise, .may = KIND(RECORD_ONSET)},
	{"session", take_session, put_session, .may = KIND(RECORD_ONSET)},
	{"score", take_score, put_score, .may = KIND(RECORD_PAIN),
	    .must = KIND(RECORD_PAIN)},
	{"min", take_minutes, put_minutes, .may = PACKS, .must = PACKS},
	{"asked", take_asked, put_asked, .may = KIND(RECORD_CHECK)},
	{"flags", take_flags, put_reported, .may = KIND(RECORD_ONSET) |
	    KIND(RECORD_CHECK) | KIND(RECORD_END), .must = KIND(RECORD_CHECK)},
	{"wrong", take_wrong, put_wrong, .may = KIND(RECORD_CHECK),
	    .alone = KIND(RECORD_CHECK)}
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

/* Whether the keys that were seen may, and do, stand together. */
static int
judge_fields(const struct record *r, unsigned seen, struct record_error *error)
{
	const unsigned kind = KIND(r->kind);
	const struct field *alone = NULL, *missing = NULL;

	for (size_t i = NFIELDS; i-- > 0;) {
		const struct field *f = &fields[i];

		if ((seen & 1u << i) == 0 && (f->must & kind) != 0)
			missing = f;
		if ((seen & 1u << i) != 0 && (f->alone & kind) != 0)
			alone = f;
	}
	if (alone != NULL)
		return seen == 1u << (alone - fields) ? 0 : fail(error,
		    "that key stands alone", slice_of(alone->key));
	if (missing != NULL)
		return fail(error, "a key is missing", slice_of(missing->key));
	return 0;
}

static bool
is_blank(struct slice s)
{
	while (s.len > 0 && *s.at == ' ') {
		s.at++;
		s.len--;
	}
	return s.len == 0;
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
	if (r->kind == RECORD_NOTE && is_blank(r->note))
		return fail(error, "a note without text", none);
	return judge_fields(r, seen, error);
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
	return r->line.at == NULL || r->past ? 0 :
	    slice_hash(SLICE_HASH, r->line);
}

void
record_write(struct text *text, const struct record *r)
{
	if (r->kind == RECORD_NONE)
		return;
	rfc3339_write(text, r->time);
	text_fmt(text, " %s", record_kinds[r->kind]);
	for (size_t i = 0; i < NFIELDS; i++) {
		if ((fields[i].may & KIND(r->kind)) != 0)
			fields[i].put(text, fields[i].key, r);
	}
	if (r->note.at != NULL) {
		text_str(text, " # ");
		text_bytes(text, r->note.at, r->note.len);
	}
	text_char(text, '\n');
}
