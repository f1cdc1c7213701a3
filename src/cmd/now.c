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

/* Bytes that always hold the object of -j. */
#define JSON_MAX 2048

/* So many copies of the log are named. */
#define COPIES_SHOWN 4

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
	struct text line;
	int copies;
};

static bool
take_copy(const char *path, void *arg)
{
	struct merge *m = arg;

	if (m->copies == COPIES_SHOWN)
		return false;
	m->copies++;
	text_char(&m->line, ' ');
	cron_quote(&m->line, path);
	return true;
}

/* What another machine recorded may be in them, and does not count here. */
static void
say_copies(const char *log, bool page)
{
	char buf[8 * PATH_MAX], shown_buf[8 * PATH_MAX];
	struct merge m = {.copies = 0};
	struct text line;
	const char *said;

	text_init(&m.line, buf, sizeof(buf));
	text_init(&line, shown_buf, sizeof(shown_buf));
	text_str(&m.line, "LC_ALL=C sort -u -o ");
	cron_quote(&m.line, log);
	text_char(&m.line, ' ');
	cron_quote(&m.line, log);
	copy_each(log, COPY_CONFLICT, take_copy, &m);
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
		sheet.view.running = pack_limits[timer->kind].title;
	advice_write(&sheet.page, e, v, &sheet.view);
	sheet_fit(&sheet, "All of it: `backcare now | less`");
	sheet_print(&sheet);
}

/* An object of a word and a time, or null where there is no such word. */
static void
put_moment(struct text *text, const char *key, const char *word_key,
    const char *word, const char *time_key, int64_t t)
{
	if (word == NULL) {
		json_null(text, key);
		return;
	}
	json_open(text, key, '{');
	json_str(text, word_key, word);
	json_str(text, time_key, rfc3339(t).s);
	json_close(text, '}');
}

static void
print_json(const struct episode *e, const struct verdict *v,
    const struct timer_word *timer)
{
	const struct pack_track *ice = &e->packs[TREATMENT_ICE];
	struct text object = TEXT(JSON_MAX), *text = &object;

	json_open(text, NULL, '{');
	json_bool(text, "open", e->open);
	json_str(text, "phase", phase_names[v->phase]);
	json_str(text, "urgency", urgency_name(v->urgency));
	/* The rules, then the flags, that raise the urgency. */
	json_open(text, "reasons", '[');
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (verdict_has_rule(v, (enum rule)rule))
			json_str(text, NULL, rule_rows[rule].name);
	}
	flag_json(text, flag_at_least(v->flags, URGENCY_PROMPT));
	json_close(text, ']');
	json_str(text, "treatment", pack_limits[v->treatment].name);
	json_str(text, "onset", e->open ? rfc3339(e->first).s : NULL);
	json_str(text, "latest_onset",
	    e->open ? rfc3339(e->latest.time).s : NULL);
	if (e->open)
		json_num(text, "elapsed", v->elapsed);
	else
		json_null(text, "elapsed");
	put_moment(text, "next", "phase", v->next.phase != PHASE_NONE ?
	    phase_names[v->next.phase] : NULL, "at", v->next.at);
	json_open(text, "flags", '[');
	flag_json(text, v->flags);
	json_close(text, ']');
	json_bool(text, "screened", e->screened);
	json_str(text, "pattern", e->open ? pattern_names[v->pattern] : NULL);
	json_str(text, "trend", e->scores >= 2 ? trend_name(v->trend) : NULL);
	if (ice->count > 0) {
		json_open(text, "last_ice", '{');
		json_str(text, "start", rfc3339(ice->last.start).s);
		json_num(text, "minutes", ice->last.minutes);
		json_close(text, '}');
	} else {
		json_null(text, "last_ice");
	}
	json_str(text, "screened_at",
	    e->asked ? rfc3339(e->screened_at).s : NULL);
	json_num(text, "unread", e->unread);
	put_moment(text, "timer", "kind", timer->kind != TIMER_NONE ?
	    timer_kinds[timer->kind] : NULL, "until", timer->until);
	json_close(text, '}');
	puts(text->buf);
}

static int
quiet_status(const struct verdict *v, int status)
{
	/* The exit statuses that backcare(1) lists. */
	static const int phases[] = {
		[PHASE_NONE] = CMD_OK, [PHASE_ICE] = 10, [PHASE_HEAT] = 11,
		[PHASE_ESCALATE] = 12
	};

	if (v->urgency >= URGENCY_URGENT)
		return v->urgency == URGENCY_EMERGENCY ? 30 : 20;
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
	say_copies(ctx->log, !o->json);
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
