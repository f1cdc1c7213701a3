#include <err.h>
#include <stdio.h>
#include <unistd.h>

#include "../core/say/advice.h"
#include "../core/say/statusline.h"
#include "../core/time/rfc3339.h"
#include "option.h"
#include "reading.h"
#include "output.h"

enum form { FORM_PAGE, FORM_LINE, FORM_JSON, FORM_QUIET };

/* Exit statuses of -q. */
enum {
	QUIET_ICE = 10,
	QUIET_HEAT = 11,
	QUIET_ESCALATE = 12,
	QUIET_URGENT = 20,
	QUIET_EMERGENCY = 30
};

static void
print_page(const struct episode *e, const struct verdict *v, int64_t now,
    bool verbose)
{
	struct terminal terminal = terminal_get();
	struct page_view view = output_view(&terminal, now);
	char buf[ADVICE_MAX];
	struct page page;

	view.verbose = verbose;
	page_init(&page, buf, sizeof(buf));
	advice_write(&page, e, v, &view);
	output_print(&page, &terminal);
}

static void
print_line(const struct episode *e, const struct verdict *v, int64_t now)
{
	char buf[256];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	statusline_put(&text, e, v, now);
	puts(buf);
}

static void
json_time(const char *key, bool known, int64_t t)
{
	char buf[32];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	if (known) {
		text_char(&text, '"');
		rfc3339_write(&text, t);
		text_char(&text, '"');
	}
	printf("\"%s\":%s", key, known ? buf : "null");
}

static void
json_word(const char *key, bool known, const char *word)
{
	if (known)
		printf(",\"%s\":\"%s\"", key, word);
	else
		printf(",\"%s\":null", key);
}

static void
json_flags(const char *before, uint32_t flags)
{
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & FLAG_BIT(flag)) == 0)
			continue;
		printf("%s\"%s\"", before, flag_rows[flag].name);
		before = ",";
	}
}

/* The rules, then the flags, that raise the urgency. */
static void
json_reasons(const struct verdict *v)
{
	const char *before = "";

	printf(",\"reasons\":[");
	for (int rule = 0; rule < RULE_COUNT; rule++) {
		if (!verdict_has_rule(v, (enum rule)rule))
			continue;
		printf("%s\"%s\"", before, rule_rows[rule].name);
		before = ",";
	}
	json_flags(before, flag_at_least(v->flags, URGENCY_PROMPT));
	putchar(']');
}

static void
json_next(const struct phase_change *next)
{
	if (!next->comes) {
		printf(",\"next\":null");
		return;
	}
	printf(",\"next\":{\"phase\":\"%s\",", phase_name(next->phase));
	json_time("at", true, next->at);
	putchar('}');
}

static void
json_ice(const struct pack_track *ice)
{
	if (ice->count == 0) {
		printf(",\"last_ice\":null");
		return;
	}
	printf(",\"last_ice\":{");
	json_time("start", true, ice->last.start);
	printf(",\"minutes\":%d}", ice->last.minutes);
}

static void
print_json(const struct episode *e, const struct verdict *v)
{
	printf("{\"open\":%s", e->open ? "true" : "false");
	json_word("phase", true, phase_name(v->phase));
	json_word("urgency", true, urgency_name(v->urgency));
	json_reasons(v);
	json_word("treatment", true, treatment_name(v->treatment));
	putchar(',');
	json_time("onset", e->open, e->first);
	putchar(',');
	json_time("latest_onset", e->open, e->latest.time);
	if (e->open)
		printf(",\"elapsed\":%lld", (long long)v->elapsed);
	else
		printf(",\"elapsed\":null");
	json_next(&v->next);
	printf(",\"flags\":[");
	json_flags("", v->flags);
	printf("],\"screened\":%s", e->screened ? "true" : "false");
	json_word("pattern", e->open, pattern_name(v->pattern));
	json_word("trend", e->scores >= 2, trend_name(v->trend));
	json_ice(&e->ice);
	printf("}\n");
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

static int
parse_options(struct context *ctx, int argc, char **argv, enum form *form,
    bool *verbose)
{
	int c, forms = 0, status;

	*form = FORM_PAGE;
	*verbose = false;
	while ((c = getopt(argc, argv, CMD_OPTIONS("1jqvt:"))) != -1) {
		switch (c) {
		case '1':
			*form = FORM_LINE;
			forms |= 1;
			break;
		case 'j':
			*form = FORM_JSON;
			forms |= 2;
			break;
		case 'q':
			*form = FORM_QUIET;
			forms |= 4;
			break;
		case 'v':
			*verbose = true;
			break;
		case 't':
			status = option_as_of(optarg, ctx);
			if (status != CMD_OK)
				return status;
			break;
		default:
			return cmd_bad_option("now", c);
		}
	}
	if ((forms & (forms - 1)) != 0) {
		warnx("now: choose one of -1, -j and -q");
		return cmd_usage("now");
	}
	if (argc > optind) {
		warnx("now: it takes no arguments");
		return cmd_usage("now");
	}
	return CMD_OK;
}

int
cmd_now(struct context *ctx, int argc, char **argv)
{
	struct episode e;
	struct verdict v;
	enum form form;
	bool verbose;
	int bad, status;

	status = parse_options(ctx, argc, argv, &form, &verbose);
	if (status != CMD_OK)
		return status;
	if (reading_fold(ctx, LOG_READ, &e, &bad) != CMD_OK)
		return CMD_FAILED;
	v = verdict_of(&e, ctx->now);
	switch (form) {
	case FORM_PAGE:
		print_page(&e, &v, ctx->now, verbose);
		break;
	case FORM_LINE:
		print_line(&e, &v, ctx->now);
		break;
	case FORM_JSON:
		print_json(&e, &v);
		break;
	case FORM_QUIET:
		break;
	}
	status = bad > 0 ? CMD_FAILED : CMD_OK;
	return form == FORM_QUIET ? quiet_status(&v, status) : status;
}
