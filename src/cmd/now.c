#include <err.h>
#include <limits.h>
#include <stdio.h>

#include "../core/say/advice.h"
#include "../core/say/cron.h"
#include "../core/say/statusline.h"
#include "../core/text/escape.h"
#include "../core/text/json.h"
#include "../core/time/rfc3339.h"
#include "../core/time/when.h"
#include "../edge/copy.h"
#include "../edge/running.h"
#include "../edge/state.h"
#include "../ui/option.h"
#include "../ui/logbook.h"
#include "../ui/output.h"
#include "../ui/usage.h"

/* Bytes that always hold the object of -j. */
#define JSON_MAX 2048

/* So many copies of the log are named. */
#define COPIES_SHOWN 4

/* Exit statuses of -q. */
enum {
	QUIET_ICE = 10,
	QUIET_HEAT = 11,
	QUIET_ESCALATE = 12,
	QUIET_URGENT = 20,
	QUIET_EMERGENCY = 30
};

/* Reminders that were turned on, and do not come. */
static void
say_silent(int64_t now)
{
	int64_t at;
	bool on;

	if (state_last_run(&at, &on) && on && now - at > SPAN_DAY)
		output_say("Reminders are on, but last ran %s. To see why: "
		    "`backcare remind -n`. To end them: `backcare remind -u`",
		    when(at, now).s);
}

/* A line for the shell that merges the copies beside the log. */
struct merge {
	const char *log;
	struct text line;
	int copies;
};

static bool
take_copy(const char *path, void *arg)
{
	struct merge *m = arg;

	if (++m->copies > COPIES_SHOWN)
		return false;
	if (m->copies == 1) {
		text_str(&m->line, "LC_ALL=C sort -u -o ");
		cron_quote(&m->line, m->log);
		text_char(&m->line, ' ');
		cron_quote(&m->line, m->log);
	}
	text_char(&m->line, ' ');
	cron_quote(&m->line, path);
	return true;
}

/* What another machine recorded may be in them, and does not count here. */
static void
say_copies(const struct context *ctx, bool page)
{
	char buf[8 * PATH_MAX], shown_buf[8 * PATH_MAX];
	struct merge m = {.log = ctx->log};
	struct text line;
	const char *said;

	text_init(&m.line, buf, sizeof(buf));
	text_init(&line, shown_buf, sizeof(shown_buf));
	copy_each(ctx->log, COPY_CONFLICT, take_copy, &m);
	if (m.copies == 0)
		return;
	escape_put(&line, m.line.buf, m.line.len,
	    terminal_utf8() ? ESCAPE_SHOW : ESCAPE_ASCII);
	said = m.copies == 1 ? "A copy of the log lies beside it, and nothing "
	    "in it counts here. To merge it, before you take it away:" :
	    "Copies of the log lie beside it, and nothing in them counts here. "
	    "To merge them, before you take them away:";
	if (!page) {
		complain("%s %s", said, line.buf);
		return;
	}
	output_say("%s", said);
	/* In one piece, to be copied. */
	printf("  %s\n", line.buf);
}

static void
print_page(const struct episode *e, const struct verdict *v,
    const struct timer_word *timer, int64_t now, bool verbose)
{
	struct sheet sheet;

	sheet_begin(&sheet, now);
	sheet.view.verbose = verbose;
	if (timer->kind != TIMER_NONE)
		sheet.view.until = timer->until;
	if (timer->kind == TIMER_ICE || timer->kind == TIMER_HEAT)
		sheet.view.running = pack_limits[timer->kind == TIMER_ICE ?
		    TREATMENT_ICE : TREATMENT_HEAT].title;
	advice_write(&sheet.page, e, v, &sheet.view);
	sheet_fit(&sheet, "All of it: `backcare now | less`");
	sheet_print(&sheet);
}

/* The rules, then the flags, that raise the urgency. */
static void
put_reasons(struct text *text, const struct verdict *v)
{
	json_open(text, "reasons", '[');
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (verdict_has_rule(v, (enum rule)rule))
			json_str(text, NULL, rule_rows[rule].name);
	}
	flag_json(text, flag_at_least(v->flags, URGENCY_PROMPT));
	json_close(text, ']');
}

static void
put_next(struct text *text, const struct phase_change *next)
{
	if (next->phase == PHASE_NONE) {
		json_null(text, "next");
		return;
	}
	json_open(text, "next", '{');
	json_str(text, "phase", phase_names[next->phase]);
	json_str(text, "at", rfc3339(next->at).s);
	json_close(text, '}');
}

static void
put_last_ice(struct text *text, const struct pack_track *ice)
{
	if (ice->count == 0) {
		json_null(text, "last_ice");
		return;
	}
	json_open(text, "last_ice", '{');
	json_str(text, "start", rfc3339(ice->last.start).s);
	json_num(text, "minutes", ice->last.minutes);
	json_close(text, '}');
}

static void
put_timer(struct text *text, const struct timer_word *timer)
{
	if (timer->kind == TIMER_NONE) {
		json_null(text, "timer");
		return;
	}
	json_open(text, "timer", '{');
	json_str(text, "kind", timer_kinds[timer->kind]);
	json_str(text, "until", rfc3339(timer->until).s);
	json_close(text, '}');
}

static void
print_json(const struct episode *e, const struct verdict *v,
    const struct timer_word *timer)
{
	struct text object = TEXT(JSON_MAX), *text = &object;

	json_open(text, NULL, '{');
	json_bool(text, "open", e->open);
	json_str(text, "phase", phase_names[v->phase]);
	json_str(text, "urgency", urgency_name(v->urgency));
	put_reasons(text, v);
	json_str(text, "treatment", pack_limits[v->treatment].name);
	json_str(text, "onset", e->open ? rfc3339(e->first).s : NULL);
	json_str(text, "latest_onset",
	    e->open ? rfc3339(e->latest.time).s : NULL);
	if (e->open)
		json_num(text, "elapsed", v->elapsed);
	else
		json_null(text, "elapsed");
	put_next(text, &v->next);
	json_open(text, "flags", '[');
	flag_json(text, v->flags);
	json_close(text, ']');
	json_bool(text, "screened", e->screened);
	json_str(text, "pattern", e->open ? pattern_names[v->pattern] : NULL);
	json_str(text, "trend", e->scores >= 2 ? trend_name(v->trend) : NULL);
	put_last_ice(text, &e->packs[TREATMENT_ICE]);
	json_str(text, "screened_at",
	    e->asked ? rfc3339(e->screened_at).s : NULL);
	json_num(text, "unread", e->unread);
	put_timer(text, timer);
	json_close(text, '}');
	puts(text->buf);
}

static int
quiet_status(const struct verdict *v, int status)
{
	static const int phases[] = {
		[PHASE_NONE] = CMD_OK, [PHASE_ICE] = QUIET_ICE,
		[PHASE_HEAT] = QUIET_HEAT, [PHASE_ESCALATE] = QUIET_ESCALATE
	};

	if (v->urgency == URGENCY_EMERGENCY)
		return QUIET_EMERGENCY;
	if (v->urgency == URGENCY_URGENT)
		return QUIET_URGENT;
	return status != CMD_OK ? status : phases[v->phase];
}

struct options {
	bool line, json, quiet, verbose;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct text line = TEXT(STATUSLINE_MAX);
	struct timer_word timer = {TIMER_NONE, 0};
	struct logbook book;
	struct verdict v;
	int status;

	if (o->line + o->json + o->quiet > 1) {
		complain("now: choose one of -1, -j and -q");
		return usage_wrong(ctx->command);
	}
	if (logbook_read(&book, ctx, LOG_READ) != CMD_OK)
		return CMD_FAILED;
	v = verdict_of(&book.e, ctx->now);
	status = logbook_status(&book);
	if (o->quiet)
		return quiet_status(&v, status);
	/* What runs at another time, nobody knows. */
	if (!ctx->as_of)
		timer = running_get(ctx->log);
	/* A bar hides what fails, and with it an alarm. */
	if (o->line) {
		statusline_put(&line, &book.e, &v, &timer, ctx->now);
		puts(line.buf);
		return CMD_OK;
	}
	if (o->json) {
		print_json(&book.e, &v, &timer);
	} else {
		print_page(&book.e, &v, &timer, ctx->now, o->verbose);
		if (!ctx->as_of)
			say_silent(ctx->now);
	}
	say_copies(ctx, !o->json);
	return status;
}

static const struct option_row options[] = {
	{'1', "line", NULL, "one line, for a status bar or a prompt",
	    INTO(line)},
	{'j', "json", NULL, "one JSON object", INTO(json)},
	{'q', "quiet", NULL, "nothing: the exit status tells", INTO(quiet)},
	{'v', "verbose", NULL, "sources and strength of evidence too",
	    INTO(verbose)},
	{'t', "when", "when", "as of another time, also one to come: +6h",
	    .take = option_take_as_of},
	{0}
};

const struct command cmd_now = {
	.name = "now",
	.summary = "the right step now (also without a command)",
	.options = options,
	.size = CMD_SIZE(struct options),
	.exec = exec
};
