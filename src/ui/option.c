#include "option.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "../core/log/flag.h"
#include "../core/time/span.h"
#include "../core/time/when.h"
#include "../edge/terminal.h"
#include "../edge/timezone.h"
#include "meant.h"

#define WHY_MAX 256	/* bytes of a reason */

/* Says why a value is refused.  CMD_USAGE. */
TEXT_FORMAT(3, 4)
static int
refuse(const char *what, const char *arg, const char *format, ...)
{
	char why[WHY_MAX];
	va_list args;

	va_start(args, format);
	vsnprintf(why, sizeof(why), format, args);
	va_end(args);
	complain("%s %s: %s", what, *arg == '\0' ? "\"\"" : shown(arg).s, why);
	return CMD_USAGE;
}

static int
parse_when(const char *what, const char *arg, int64_t now, int64_t latest,
    struct when *w)
{
	struct text why = TEXT(128);
	const char *errstr;

	if (when_parse(arg, now, latest, w, &errstr) == -1) {
		when_error(&why, w, errstr);
		refuse(what, arg, "%s", why.buf);
		return w->fit == ZONE_SKIPPED ? CMD_FAILED : CMD_USAGE;
	}
	if (w->fit == ZONE_TWICE)
		complain("%s: the clocks showed that time twice; the earlier "
		    "is meant, %s", what, when_zone(w->t, now).s);
	return CMD_OK;
}

int
option_past(const char *what, const char *arg, int64_t now, int64_t latest,
    int64_t *t)
{
	struct when w;
	int status = parse_when(what, arg, now, latest, &w);

	if (status != CMD_OK)
		return status;
	*t = w.t;
	if (w.local && timezone_unknown() != NULL)
		refuse(what, arg, "TZ names no time zone, so nothing was "
		    "recorded: write the offset too, as in "
		    "2026-11-20T18:30+01:00, or how long ago, as in 2h");
	else if (w.t > now)
		refuse(what, arg, "that is in the future (it is now %s)",
		    when_zone(now, w.t).s);
	else
		return CMD_OK;
	return CMD_FAILED;
}

int
option_score(const char *what, const char *arg, int least, int *score)
{
	*score = slice_num(slice_of(arg));
	if (*score >= least && *score <= 10)
		return CMD_OK;
	return refuse(what, arg, "pain is a whole number from %d to 10", least);
}

int
option_flags(const char *what, const char *arg, uint32_t *flags)
{
	struct slice rest = slice_of(arg), name;
	int status = CMD_OK;
	enum flag flag;

	while (slice_next(&rest, ',', &name)) {
		flag = flag_named(name);
		if (flag != FLAG_COUNT)
			*flags |= FLAG_BIT(flag);
		else if (what != NULL && status == CMD_OK)
			status = meant_flag(what, name);
	}
	return status;
}

int
option_waking(const char *arg, struct hours *hours)
{
	const char *what = "-w", *errstr;

	if (arg == NULL) {
		what = "BACKCARE_WAKING";
		arg = getenv(what);
		if (arg == NULL || *arg == '\0')
			return CMD_OK;
	}
	if (hours_parse(arg, hours, &errstr) == -1)
		return refuse(what, arg, "%s", errstr);
	return CMD_OK;
}

int
option_take(const struct option_given *g, void *place)
{
	const struct option_row *row = g->row;
	const char *errstr;

	if (row->take != NULL)
		return row->take(g, place);
	if (row->words != NULL)
		return option_take_word(g, place);
	if (row->most > 0) {
		*(int *)place = (int)strtonum(g->arg, row->least, row->most,
		    &errstr);
		return errstr == NULL ? CMD_OK : refuse(g->what, g->arg,
		    "it is a whole number from %d to %d", row->least,
		    row->most);
	}
	if (row->value != NULL)
		*(const char **)place = g->arg;
	else
		*(bool *)place = true;
	return CMD_OK;
}

int
option_take_word(const struct option_given *g, void *place)
{
	struct text words = TEXT(96);
	int word = option_word(g->row, g->arg);

	if (word != 0) {
		*(int *)place = word;
		return CMD_OK;
	}
	option_list(&words, g->row->words, g->row->words_count, ", ", " or ");
	return refuse(g->what, g->arg, "it is %s", words.buf);
}

int
option_take_flags(const struct option_given *g, void *place)
{
	return option_flags(g->what, g->arg, place);
}

int
option_take_gap(const struct option_given *g, void *place)
{
	int64_t *gap = place;
	const char *errstr;

	if (span_parse(slice_of(g->arg), gap, &errstr) == -1)
		return refuse(g->what, g->arg, "%s", errstr);
	if (*gap < OPTION_GAP_LEAST || *gap > SPAN_DAY)
		return refuse(g->what, g->arg, "the gap is 10m to 24h");
	return CMD_OK;
}

int
option_take_past(const struct option_given *g, void *place)
{
	return option_past(g->what, g->arg, g->ctx->now, g->ctx->now, place);
}

int
option_take_as_of(const struct option_given *g, void *place)
{
	struct context *ctx = g->ctx;
	struct when w;
	int status = parse_when(g->what, g->arg, ctx->now, ctx->now, &w);

	(void)place;
	ctx->as_of = true;
	if (status == CMD_OK)
		ctx->now = w.t;
	return status;
}

struct choice
option_score_choice(int i)
{
	static const char *const scores[] = {"0", "1", "2", "3", "4", "5",
	    "6", "7", "8", "9", "10", NULL};

	return (struct choice){scores[i], NULL};
}

struct choice
option_flag_choice(int i)
{
	return i < FLAG_COUNT ? (struct choice){flag_rows[i].name,
	    flag_rows[i].question} : (struct choice){NULL, NULL};
}
