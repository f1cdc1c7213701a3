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

/*
 * Every key, in the order of writing: where it may stand, and where it must;
 * where flags must, they may be "none".  A key that stands alone in a kind of
 * record allows no other there, and takes the place of those that must be.
 */
struct field {
	const char *key;
	unsigned may, must, alone;
	enum { NUMBER, FLAGS, EXERCISE, SESSION } type;
	size_t into;	/* where in struct record: a number, a set of flags */
	const char *const *words;	/* the number of one of them, or NULL */
	int least, most;	/* of the number */
	const char *why;	/* what is wrong where it is not that */
};

/* What is read into an int and an enum alike. */
_Static_assert(sizeof(enum feel) == sizeof(int), "an enum is an int");
_Static_assert(sizeof(enum start) == sizeof(int), "an enum is an int");
_Static_assert(sizeof(enum side) == sizeof(int), "an enum is an int");

/* These return what is wrong, or NULL. */
static const char *
take_number(const struct field *f, struct slice value, struct record *r)
{
	int n = f->words == NULL ? slice_num(value) :
	    word_index(value, f->words, f->most + 1);

	memcpy((char *)r + f->into, &n, sizeof(n));
	return n >= f->least && n <= f->most ? NULL : f->why;
}

/* The known names of a list make a set; unknown ones leave it behind. */
static const char *
take_flags(const struct field *f, struct slice value, struct record *r)
{
	struct slice rest = value, name;
	uint32_t set = 0;
	enum flag flag;

	if (value.len == 0)
		return f->why;
	r->none = (f->must & KIND(r->kind)) != 0 && slice_is(value, "none");
	while (!r->none && slice_next(&rest, ',', &name)) {
		flag = flag_find(name);
		if (flag == FLAG_COUNT)
			r->flag_list = value;
		else
			set |= FLAG_BIT(flag);
	}
	memcpy((char *)r + f->into, &set, sizeof(set));
	return NULL;
}

static const char *
take(const struct field *f, struct slice value, struct record *r)
{
	const char *errstr;

	if (f->type == NUMBER)
		return take_number(f, value, r);
	if (f->type == FLAGS)
		return take_flags(f, value, r);
	if (f->type == EXERCISE) {
		r->exercise = value;
		return escape_is_value(value) ? NULL : f->why;
	}
	r->has_session = rfc3339_parse(value, &r->session, &errstr) == 0;
	return r->has_session ? NULL : errstr;
}

/* These put only what is there. */
static void
put_number(const struct field *f, struct text *text, const struct record *r)
{
	int n;

	memcpy(&n, (const char *)r + f->into, sizeof(n));
	if (n < f->least)
		return;
	if (f->words == NULL)
		text_fmt(text, " %s=%d", f->key, n);
	else
		text_fmt(text, " %s=%s", f->key, f->words[n]);
}

static void
put_flags(const struct field *f, struct text *text, const struct record *r)
{
	uint32_t set;

	memcpy(&set, (const char *)r + f->into, sizeof(set));
	if (r->none && f->must != 0) {
		text_fmt(text, " %s=none", f->key);
	} else if (set != 0) {
		text_fmt(text, " %s=", f->key);
		flag_list(text, set, ",");
	}
}

static void
put(const struct field *f, struct text *text, const struct record *r)
{
	if (f->type == NUMBER) {
		put_number(f, text, r);
	} else if (f->type == FLAGS) {
		put_flags(f, text, r);
	} else if (f->type == EXERCISE && r->exercise.at != NULL) {
		text_fmt(text, " %s=", f->key);
		text_bytes(text, r->exercise.at, r->exercise.len);
	} else if (f->type == SESSION && r->has_session) {
		text_fmt(text, " %s=%s", f->key, rfc3339(r->session).s);
	}
}

#define ONSET KIND(RECORD_ONSET)
#define CHECK KIND(RECORD_CHECK)
#define PAIN KIND(RECORD_PAIN)
#define INTO(member) .into = offsetof(struct record, member)
#define WORD(member, list) INTO(member), .words = (list), .least = 1, \
    .most = (int)(sizeof(list) / sizeof((list)[0])) - 1
#define RANGE(member, from, to) INTO(member), .least = (from), .most = (to)

static const char *const yes[] = {"", "yes"};
static const char *const every[] = {"", "all"};

static const struct field fields[] = {
	{"feel", ONSET, WORD(feel, record_feels),
	    .why = "feel is dull, sharp or stiff"},
	{"start", ONSET, WORD(start, record_starts),
	    .why = "start is sudden or gradual"},
	{"side", ONSET, WORD(side, record_sides),
	    .why = "side is left, right, middle or both"},
	{"pain", ONSET, RANGE(score, 0, 10), .why = "pain is 0 to 10"},
	{"chronic", ONSET, WORD(chronic, yes),
	    .why = "chronic is yes or left out"},
	{"exercise", ONSET, .type = EXERCISE,
	    .why = "neither UTF-8 nor escaped"},
	{"session", ONSET, .type = SESSION},
	{"score", PAIN, PAIN, RANGE(score, 0, 10), .why = "pain is 0 to 10"},
	{"min", PACKS, PACKS, RANGE(minutes, 1, 60),
	    .why = "minutes are 1 to 60"},
	{"asked", CHECK, WORD(asked_all, every),
	    .why = "asked is all or left out"},
	{"flags", ONSET | CHECK | KIND(RECORD_END), CHECK,
	    .type = FLAGS, INTO(flags), .why = "no flags named"},
	{"wrong", CHECK, .alone = CHECK, .type = FLAGS, INTO(wrong),
	    .why = "no flags named"}
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
	while (i < NFIELDS && !slice_is(key, fields[i].key))
		i++;
	why = word.len == 0 ? "one space too many" :
	    value.at == NULL ? "not key=value" :
	    i == NFIELDS ? "unknown key" :
	    (fields[i].may & KIND(r->kind)) == 0 ?
	    "this record has no such key" :
	    (*seen & 1u << i) != 0 ? "the key stands twice" : NULL;
	if (why != NULL)
		return fail(error, why, word.len == 0 ? value : key);
	*seen |= 1u << i;
	why = take(&fields[i], value, r);
	return why == NULL ? 0 : fail(error, why, word);
}

/* Whether the keys that were seen may, and do, stand together. */
static int
judge_fields(const struct record *r, unsigned seen, struct record_error *error)
{
	/* From the end, where the one that stands alone comes first. */
	for (size_t i = NFIELDS; i-- > 0;) {
		const struct field *f = &fields[i];
		bool here = (seen & 1u << i) != 0;

		if (((f->alone | f->must) & KIND(r->kind)) == 0)
			continue;
		if (here && (f->alone & KIND(r->kind)) != 0)
			return seen == 1u << i ? 0 : fail(error,
			    "that key stands alone", slice_of(f->key));
		if (!here && (f->must & KIND(r->kind)) != 0)
			return fail(error, "a key is missing",
			    slice_of(f->key));
	}
	return 0;
}

/* The words between the time and the note. */
static int
parse_words(struct slice rest, struct record *r, struct record_error *error)
{
	struct slice word;
	unsigned seen = 0;

	if (!slice_next(&rest, ' ', &word))
		return fail(error, "a time and nothing else",
		    slice_of(NULL));
	r->kind = (enum record_kind)word_index(word, record_kinds,
	    RECORD_KINDS);
	if (r->kind == RECORD_NONE)
		return fail(error, "unknown record", word);
	while (slice_next(&rest, ' ', &word)) {
		if (parse_field(word, r, &seen, error) == -1)
			return -1;
	}
	for (rest = r->note; slice_skip(&rest, " ");)
		continue;
	if (r->kind == RECORD_NOTE && rest.len == 0)
		return fail(error, "a note without text", slice_of(NULL));
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
	const struct slice all = {line, len}, none = {NULL, 0};
	struct slice record = all, word;
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
		r->note = all;
		slice_cut(&r->note, record.len + 1);
		(void)slice_skip(&r->note, " ");
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

bool
record_is_screening(const struct record *r)
{
	return r->kind == RECORD_CHECK && !r->future &&
	    (r->none || r->asked_all);
}

void
record_write(struct text *text, const struct record *r)
{
	if (r->kind == RECORD_NONE)
		return;
	text_fmt(text, "%s %s", rfc3339(r->time).s, record_kinds[r->kind]);
	for (size_t i = 0; i < NFIELDS; i++) {
		if ((fields[i].may & KIND(r->kind)) != 0)
			put(&fields[i], text, r);
	}
	if (r->note.at != NULL) {
		text_str(text, " # ");
		text_bytes(text, r->note.at, r->note.len);
	}
	text_char(text, '\n');
}
