#include <err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "../core/advice.h"
#include "../core/chart.h"
#include "../core/common.h"
#include "../core/escape.h"
#include "../core/json.h"
#include "../core/rfc3339.h"
#include "../core/when.h"
#include "../core/words.h"
#include "../edge/log.h"
#include "cmd.h"
#include "option.h"
#include "screen.h"

#define MOST_COUNT 1000000
#define DATE_COLUMNS 12

/* One pass over the log. */
struct pass {
	int64_t now;
	struct story story;
	struct common common;
	struct terminal terminal;
	bool json;
	int skip;	/* episodes that are not printed */
	int found;	/* episodes so far */
};

static void
put_local_date(struct text *text, int64_t t)
{
	struct civil c;

	zone_local(t, &c, NULL);
	text_num(text, c.year, 4);
	text_char(text, '-');
	text_num(text, c.month, 2);
	text_char(text, '-');
	text_num(text, c.day, 2);
}

static void
put_stored(struct text *text, const char *stored, bool utf8)
{
	char decoded[STORY_NOTE_MAX];

	escape_put(text, decoded, escape_decode(slice_of(stored), decoded),
	    utf8 ? ESCAPE_SHOW : ESCAPE_ASCII);
}

static void
put_number(struct text *text, const char *before, int n)
{
	text_str(text, before);
	text_num(text, n, 0);
}

static void
print_line(const struct pass *p, const struct story *s)
{
	char buf[2048];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	put_local_date(&text, s->first.time);
	printf("%-*s", DATE_COLUMNS, buf);
	text_init(&text, buf, sizeof(buf));
	span_text(&text, story_length(s, p->now));
	if (s->highest.value != RECORD_NO_SCORE) {
		put_number(&text, ", pain up to ", s->highest.value);
		put_number(&text, ", last ", s->last.value);
		text_char(&text, ' ');
		chart_put(&text, s, p->terminal.utf8);
	}
	if (s->onsets > 1)
		put_number(&text, ", flares ", s->onsets - 1);
	if (s->ice > 0)
		put_number(&text, ", ice ", s->ice);
	if (s->heat > 0)
		put_number(&text, ", heat ", s->heat);
	if (*s->exercise != '\0') {
		text_str(&text, ", after ");
		put_stored(&text, s->exercise, p->terminal.utf8);
	}
	if (s->flags != 0) {
		text_str(&text, ", flags ");
		flag_write(&text, s->flags);
	}
	if (s->seen > 0) {
		text_str(&text, ", seen ");
		put_local_date(&text, s->seen_at[0]);
	}
	text_str(&text, s->ended ? ", gone" : ", open");
	screen_wrap((struct slice){buf, text.len}, p->terminal.columns,
	    DATE_COLUMNS);
}

static void
put_json_time(struct text *text, const char *key, bool known, int64_t t)
{
	text_str(text, key);
	if (!known) {
		text_str(text, "null");
		return;
	}
	text_char(text, '"');
	rfc3339_write(text, t);
	text_char(text, '"');
}

static void
put_json_scores(struct text *text, const struct story *s)
{
	struct score scores[STORY_OUT];
	int count = story_scores(s, scores);
	bool known = s->highest.value != RECORD_NO_SCORE;

	if (known) {
		put_number(text, ",\"highest\":", s->highest.value);
		put_number(text, ",\"last\":", s->last.value);
	} else {
		text_str(text, ",\"highest\":null,\"last\":null");
	}
	text_str(text, ",\"pain\":[");
	for (int i = 0; i < count; i++)
		put_number(text, i == 0 ? "" : ",", scores[i].value);
	text_char(text, ']');
}

static void
put_json_flags(struct text *text, uint32_t flags)
{
	const char *before = "\"";

	text_str(text, ",\"flags\":[");
	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & FLAG_BIT(flag)) == 0)
			continue;
		text_str(text, before);
		text_str(text, flag_rows[flag].name);
		text_char(text, '"');
		before = ",\"";
	}
	text_char(text, ']');
}

static void
print_json(const struct pass *p, const struct story *s)
{
	char buf[4096], name[EPISODE_EXERCISE];
	struct text text;

	text_init(&text, buf, sizeof(buf));
	put_json_time(&text, "{\"began\":", true, s->first.time);
	put_json_time(&text, ",\"ended\":", s->ended, s->end);
	text_str(&text, ",\"seconds\":");
	text_num(&text, story_length(s, p->now), 0);
	put_number(&text, ",\"flares\":", s->onsets - 1);
	put_json_scores(&text, s);
	put_number(&text, ",\"ice\":", s->ice);
	put_number(&text, ",\"heat\":", s->heat);
	text_str(&text, ",\"exercise\":");
	if (*s->exercise == '\0')
		text_str(&text, "null");
	else
		json_string(&text, (struct slice){name,
		    escape_decode(slice_of(s->exercise), name)});
	put_json_flags(&text, s->flags);
	put_json_time(&text, ",\"seen\":", s->seen > 0, s->seen_at[0]);
	text_str(&text, ",\"open\":");
	text_str(&text, s->ended ? "false}\n" : "true}\n");
	fwrite(buf, 1, text.len, stdout);
}

/* An episode is over, or the log is. */
static void
finish(struct pass *p)
{
	if (p->story.onsets == 0)
		return;
	common_add(&p->common, &p->story, p->now);
	if (p->found++ < p->skip)
		return;
	if (p->json)
		print_json(p, &p->story);
	else
		print_line(p, &p->story);
}

static void
take(const struct record *r, void *arg)
{
	struct pass *p = arg;

	story_add(&p->story, r);
	common_watch(&p->common, r);
	if (r->kind == RECORD_END) {
		finish(p);
		story_follow(&p->story, r);
	}
}

/* For -c: how many episodes there are. */
struct count {
	int episodes;
	bool open;
};

static void
count_record(const struct record *r, void *arg)
{
	struct count *count = arg;

	if (r->kind == RECORD_ONSET && !count->open) {
		count->open = true;
		count->episodes++;
	} else if (r->kind == RECORD_END) {
		count->open = false;
	}
}

static void
put_effect(struct text *text, const char *name,
    const struct common_effect *effect)
{
	int all = effect->lower + effect->same + effect->higher;

	if (all < COMMON_LEAST)
		return;
	put_number(text, text->len > 0 ? " " : "", all);
	text_str(text, " scores within 3 h after ");
	text_str(text, name);
	put_number(text, ": ", effect->lower);
	put_number(text, " lower than before, ", effect->same);
	put_number(text, " the same, ", effect->higher);
	text_str(text, " higher.");
}

static void
put_spacing(struct text *text, const struct common *c)
{
	int64_t recent, earlier;

	if (!common_spacing(c, &recent, &earlier))
		return;
	text_str(text, recent * 3 < earlier * 2 ? " They come closer "
	    "together" : recent * 2 > earlier * 3 ? " They come further "
	    "apart" : " They come about as often as before");
	put_number(text, ": the last ", COMMON_RECENT);
	text_str(text, " gaps ");
	span_text(text, recent);
	text_str(text, " on average, those before ");
	span_text(text, earlier);
	text_char(text, '.');
}

/* Said only where there are enough of them. */
static void
print_common(const struct common *c, const struct terminal *t)
{
	const struct tally_name *most = tally_most(&c->exercises);
	char buf[ADVICE_MAX], effects[512];
	struct text *text, effect;
	struct page page;

	page_init(&page, buf, sizeof(buf));
	if (c->episodes >= COMMON_LEAST) {
		text = page_add(&page, "Together", PAGE_PLAIN);
		put_number(text, "", c->episodes);
		put_number(text, " episodes, ", c->last_year);
		put_number(text, " of them in the last 12 months; ",
		    c->past_mark);
		text_str(text, " went past 72 h.");
		if (common_median_hours(c) != -1) {
			text_str(text, " Usual time to gone: ");
			span_text(text, common_median_hours(c) * SPAN_HOUR);
			put_number(text, " (of ", c->ended);
			text_str(text, ").");
		}
		if (most != NULL && most->count >= COMMON_LEAST) {
			put_number(text, " Before ", most->count);
			text_str(text, " of them: ");
			put_stored(text, most->name, t->utf8);
			text_char(text, '.');
		}
		put_spacing(text, c);
	}
	text_init(&effect, effects, sizeof(effects));
	put_effect(&effect, "ice", &c->ice);
	put_effect(&effect, "heat", &c->heat);
	if (effect.len > 0) {
		text = page_add(&page, "After", PAGE_PLAIN);
		text_str(text, effects);
		text_str(text, " Counts only: pain also eases by itself.");
	}
	words_put(page_add(&page, NULL, PAGE_PLAIN), WORDS_DISCLAIMER, false);
	page_close(&page);
	screen_print(&page, t);
}

static int
parse_options(int argc, char **argv, struct pass *p, int *count)
{
	int c, status;

	*count = 0;
	while ((c = getopt(argc, argv, "+:jc:")) != -1) {
		switch (c) {
		case 'j':
			p->json = true;
			break;
		case 'c':
			status = option_number("-c", optarg, 1, MOST_COUNT,
			    count);
			if (status != CMD_OK)
				return status;
			break;
		default:
			return cmd_bad_option("history", c);
		}
	}
	if (argc > optind) {
		warnx("history: it takes no arguments");
		return cmd_usage("history");
	}
	return CMD_OK;
}

static int
read_log(struct log *log, struct pass *p, int count)
{
	struct count all = {0, false};

	if (count > 0) {
		/* Bad lines are reported by the pass that prints. */
		log->quiet = true;
		if (log_each(log, count_record, &all) == -1)
			return -1;
		log->quiet = false;
		log->bad = 0;
		p->skip = all.episodes > count ? all.episodes - count : 0;
	}
	if (log_each(log, take, p) == -1)
		return -1;
	finish(p);
	return 0;
}

int
cmd_history(struct context *ctx, int argc, char **argv)
{
	struct pass p = {.now = ctx->now};
	struct log log;
	int count, status;

	status = parse_options(argc, argv, &p, &count);
	if (status != CMD_OK)
		return status;
	story_init(&p.story);
	common_init(&p.common);
	p.terminal = terminal_get();
	if (log_open(&log, ctx->log, ctx->ours, LOG_READ) == -1)
		return CMD_FAILED;
	status = read_log(&log, &p, count) == -1 || log.bad > 0 ? CMD_FAILED :
	    CMD_OK;
	log_close(&log);
	if (p.json)
		return status;
	if (p.found == 0)
		printf("The log holds no episode yet.\n");
	print_common(&p.common, &p.terminal);
	return status;
}
