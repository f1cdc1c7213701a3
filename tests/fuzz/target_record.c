/* A line of the log: what is read and written again reads the same. */
#include <string.h>

#include "../../src/core/time/civil.h"
#include "../../src/core/log/record.h"
#include "target.h"

static void
require_in(struct slice part, struct slice whole)
{
	require(part.at == NULL || (part.at >= whole.at &&
	    part.at + part.len <= whole.at + whole.len));
}

/* What a record may hold that came out of a line. */
static void
require_ranges(const struct record *r, struct slice line)
{
	require(r->kind < RECORD_KINDS);
	require(r->feel < FEEL_COUNT && r->start < START_COUNT &&
	    r->side < SIDE_COUNT);
	require(r->score >= RECORD_NO_SCORE && r->score <= 10);
	require(r->time >= CIVIL_MIN && r->time <= CIVIL_MAX);
	require(!r->has_session || (r->session >= CIVIL_MIN &&
	    r->session <= CIVIL_MAX));
	require(r->flags >> FLAG_COUNT == 0);
	require((r->kind != RECORD_ICE && r->kind != RECORD_HEAT) ||
	    (r->minutes >= 1 && r->minutes <= 60));
	require_in(r->exercise, line);
	require_in(r->note, line);
	require_in(r->flag_list, line);
}

static void
write_again(const struct record *r)
{
	char first[8 * RECORD_MAX], second[8 * RECORD_MAX];
	struct record_error error;
	struct record again;
	struct text a, b;

	text_init(&a, first, sizeof(first));
	record_write(&a, r);
	require(!a.cut && a.len > 0 && first[a.len - 1] == '\n' &&
	    memchr(first, '\n', a.len) == first + a.len - 1);
	if (a.len > RECORD_MAX + 1)
		return;
	require(record_parse(first, a.len - 1, &again, &error) == 0);
	require(again.kind == r->kind && again.time == r->time &&
	    again.flags == r->flags && again.score == r->score &&
	    again.minutes == r->minutes && again.none == r->none);
	text_init(&b, second, sizeof(second));
	record_write(&b, &again);
	require(a.len == b.len && memcmp(first, second, a.len) == 0);
}

void
target_record(const uint8_t *data, size_t size)
{
	char *line = target_string(data, size);
	struct record_error error;
	struct slice rest = {line, size}, whole;
	struct record r;

	if (!slice_next(&rest, '\n', &whole))
		whole = rest;
	if (record_parse(whole.at, whole.len, &r, &error) == -1) {
		require(error.why != NULL && *error.why != '\0');
	} else if (r.kind != RECORD_NONE) {
		require(whole.len <= RECORD_MAX);
		require_ranges(&r, whole);
		/* Unknown flags are in no set, so they are not written. */
		if (r.flag_list.at == NULL)
			write_again(&r);
	}
	free(line);
}
