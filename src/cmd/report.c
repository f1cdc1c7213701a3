#include <stdio.h>
#include <string.h>

#include "../core/say/plot.h"
#include "../core/say/report.h"
#include "../core/text/escape.h"
#include "../core/time/when.h"
#include "../edge/records.h"
#include "../ui/logbook.h"
#include "../ui/option.h"
#include "../ui/output.h"

/* Nothing in it comes from the log, and nothing is fetched. */
static const char head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"en\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<title>Low back pain: summary of a log</title>\n"
    "<style>\n"
    ":root { color-scheme: light dark; --ink: #111; --paper: #fff;\n"
    "  --faint: #999; --ice: #dbeaf7; --heat: #fbeee4; --pain: #a00; }\n"
    "@media (prefers-color-scheme: dark) { :root { --ink: #eee;\n"
    "  --paper: #161616; --faint: #777; --ice: #1d3346; --heat: #3a2a1f;\n"
    "  --pain: #f88; } }\n"
    "body { margin: 0 auto; max-width: 46rem; padding: 1rem;\n"
    "  font: 1rem/1.4 sans-serif; color: var(--ink);\n"
    "  background: var(--paper); overflow-wrap: anywhere; }\n"
    "h1 { font-size: 1.3em; margin: 0; }\n"
    "h2 { font-size: 1.1em; margin: .8em 0 .3em; }\n"
    "p { margin: .3em 0; } figure { margin: 0; }\n"
    "figcaption { font-size: .85em; }\n"
    ".blanks { display: inline-block; margin: .3em 2em .3em 0; }\n"
    ".blanks span { display: inline-block; width: 12em;\n"
    "  border-bottom: 1px solid; }\n"
    "dl { display: grid; grid-template-columns: 6.5em 1fr; gap: .2em .6em;\n"
    "  margin: .3em 0; } dt { font-weight: bold; }\n"
    "dd { grid-column: 2; margin: 0; }\n"
    "svg { display: block; width: 100%; height: auto; }\n"
    "svg text { fill: var(--ink); font: 12px sans-serif;\n"
    "  stroke: var(--paper); stroke-width: 3px;\n"
    "  stroke-linejoin: round; }\n"
    ".heat { fill: url(#dots); } .ice { fill: url(#stripes); }\n"
    ".ice-ground { fill: var(--ice); } .heat-ground { fill: var(--heat); }\n"
    ".stripe { stroke: var(--faint); stroke-width: 1; }\n"
    ".speck { fill: var(--faint); }\n"
    ".grid { stroke: var(--faint); stroke-width: .5; }\n"
    ".axis, .now { stroke: var(--ink); }\n"
    ".mark { stroke: var(--ink); stroke-width: 2; }\n"
    ".flag { stroke: var(--ink); stroke-dasharray: 4 3; }\n"
    ".seen { stroke: var(--ink); stroke-dasharray: 10 3 2 3; }\n"
    ".flare { stroke: var(--ink); stroke-dasharray: 1 3; }\n"
    ".pain { fill: none; stroke: var(--pain); stroke-width: 2; }\n"
    ".dot { fill: var(--paper); stroke: var(--pain); stroke-width: 2; }\n"
    ".scores { columns: 14em; margin-top: .5em; }\n"
    "table { border-collapse: collapse; width: 100%;\n"
    "  white-space: nowrap; }\n"
    "thead { font-size: 0; line-height: 0; }\n"
    "tr { break-inside: avoid; }\n"
    "th, td { padding: 0; text-align: left; font-weight: normal; }\n"
    "td { padding-right: 2em; text-align: right; }\n"
    "@media (max-width: 32rem) { svg text { font-size: 18px; }\n"
    "  dl { display: block; } dd { margin: 0 0 .2em; } }\n"
    "@media print { :root { color-scheme: light; --ink: #000;\n"
    "  --paper: #fff; --faint: #888; --ice: #e4eef7; --heat: #fff;\n"
    "  --pain: #000; }\n"
    "  body { font-size: 8.5pt; line-height: 1.25; max-width: none;\n"
    "    padding: 0; }\n"
    "  dl { gap: 0 .6em; } h2 { margin: .5em 0 .1em; }\n"
    "  svg { max-height: 66mm; } @page { margin: 12mm; } }\n"
    "</style>\n"
    "</head>\n"
    "<body>\n"
    "<main>\n";

/* To be filled in by hand, on paper. */
static const char blanks[] =
    "<p class=\"blanks\">Name: <span>&nbsp;</span></p>\n"
    "<p class=\"blanks\">Date of birth: <span>&nbsp;</span></p>\n";

/* What is known once the log was gone through, and what is made of it. */
struct pass {
	struct log log;
	struct lookback now, last;	/* after the last end, and before it */
	struct course ended[REPORT_EARLIER + 1];	/* the latest last */
	int count;			/* how many there were */
	struct report report;
	struct terminal terminal;	/* where it is no page */
	int notes;			/* that were printed */
};

static void
take(const struct record *r, void *arg)
{
	struct pass *p = arg;

	if (!lookback_add(&p->now, &p->log, r))
		return;
	if (p->now.course.onsets > 0) {
		memmove(&p->ended[0], &p->ended[1],
		    sizeof(p->ended) - sizeof(p->ended[0]));
		p->ended[REPORT_EARLIER] = p->now.course;
		p->last = p->now;
		p->count++;
	}
	lookback_follow(&p->now, &p->log, r);
}

static void
put_element(struct text *text, const char *tag, struct slice s)
{
	text_fmt(text, "<%s>", tag);
	escape_html(text, s);
	text_fmt(text, "</%s>\n", tag);
}

/* The paragraphs that have a label, or those that have none. */
static void
print_items(const struct page *page, bool labelled)
{
	struct text text = TEXT(4 * REPORT_MAX);

	for (int i = 0; i < page->count; i++) {
		const struct page_item *item = &page->items[i];

		if ((item->label != NULL) != labelled)
			continue;
		/* An empty one goes on with what the last one began. */
		if (labelled && *item->label != '\0')
			put_element(&text, "dt", slice_of(item->label));
		put_element(&text, labelled ? "dd" :
		    item->style == PAGE_HEADLINE ? "h1" : "p",
		    page_slice(page, i));
	}
	fwrite(text.buf, 1, text.len, stdout);
}

/* Of what a web page has only one kind of paragraphs. */
static void
print_page(const struct pass *p, const struct page *page, bool labelled)
{
	if (p->report.html)
		print_items(page, labelled);
	else
		output_print(page, &p->terminal);
}

static void
print_part(const struct pass *p,
    void (*write)(struct page *, const struct report *), bool labelled)
{
	char buf[REPORT_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	write(&page, &p->report);
	print_page(p, &page, labelled);
}

/* One note at a time, as they can be long, and more than fit into memory. */
static void
print_note(const struct record *record, void *arg)
{
	struct pass *p = arg;
	char buf[REPORT_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	report_note(&page, &p->report, record, p->notes++ == 0);
	print_page(p, &page, true);
}

/*
 * What the drawing shows, for who cannot see it.  What the columns are is
 * plain to see, and told to who cannot.
 */
static void
print_scores(const struct report *r)
{
	struct score scores[REPORT_SCORES + 1];
	int count = report_scores(r->course, scores);

	if (count == 0)
		return;
	fputs("<div class=\"scores\">\n<table>\n<thead><tr><th "
	    "scope=\"col\">When</th><th scope=\"col\">Pain, 0 to 10</th></tr>"
	    "</thead>\n<tbody>\n", stdout);
	for (int i = 0; i < count; i++)
		printf("<tr><th scope=\"row\">%s</th><td>%d</td></tr>\n",
		    when(scores[i].time, r->now).s, scores[i].value);
	fputs("</tbody>\n</table>\n</div>\n", stdout);
}

static void
print_figure(const struct report *r)
{
	struct text svg = TEXT(PLOT_MAX);

	plot_svg(&svg, r->course, r->now);
	printf("<h2>Pain over time</h2>\n<figure>\n%s"
	    "<figcaption>Dots: pain, 0 to 10. Striped: ice, for "
	    "up to 48 hours after an onset; dotted: moist heat. Letters below: "
	    "i, a pack of ice; h, of heat. Lines: dashed, red flags; dash and "
	    "dot, a visit; dotted, a flare; thick, 72 hours.</figcaption>\n"
	    "</figure>\n", svg.buf);
}

static int
print_notes(struct pass *p, const struct lookback *l)
{
	bool html = p->report.html;
	int got;

	if (l->course.notes == 0)
		return 0;
	fputs(html ? "<dl class=\"notes\">\n" : "", stdout);
	got = records_notes(&p->log, l->from, l->to, print_note, p);
	fputs(html ? "</dl>\n" : "", stdout);
	return got;
}

static int
print_html(struct pass *p, const struct lookback *l)
{
	int got;

	fputs(head, stdout);
	print_part(p, report_head, false);
	fputs(blanks, stdout);
	fputs("<dl>\n", stdout);
	print_part(p, report_head, true);
	fputs("</dl>\n", stdout);
	print_figure(&p->report);
	got = print_notes(p, l);
	print_scores(&p->report);
	fputs("<h2>Summary</h2>\n<dl>\n", stdout);
	print_part(p, report_course, true);
	print_part(p, report_rest, true);
	fputs("</dl>\n", stdout);
	print_part(p, report_rest, false);
	fputs("</main>\n</body>\n</html>\n", stdout);
	return got;
}

static int
print_text(struct pass *p, const struct lookback *l)
{
	int got;

	p->terminal = terminal_get();
	print_part(p, report_head, true);
	print_part(p, report_course, true);
	got = print_notes(p, l);
	print_part(p, report_rest, true);
	return got;
}

/* What could not be read may be an episode, and the gravest one. */
static void
refuse(const struct pass *p)
{
	if (p->log.unread == 0)
		complain("report: the log holds no episode yet");
	else
		printf("No episode could be read. %d line%s of the log could "
		    "not be read: `backcare edit`\n", p->log.unread,
		    p->log.unread == 1 ? "" : "s");
}

/* The open episode, else the last one with what was noted after its end. */
static int
print_pass(struct pass *p, const struct episode *e, int64_t now, bool html)
{
	bool open = p->now.course.onsets > 0;
	struct lookback *l = open ? &p->now : &p->last;
	struct report *r = &p->report;

	if (!open && p->count == 0) {
		refuse(p);
		return -1;
	}
	*r = (struct report){.course = &l->course, .e = e, .now = now,
	    .utf8 = html || terminal_utf8(), .html = html,
	    .earlier_count = open ? p->count : p->count - 1,
	    /* Those after its end may be of it, too. */
	    .unread = lookback_unread(l, &p->log)};
	r->listed = r->earlier_count < REPORT_EARLIER ? r->earlier_count :
	    REPORT_EARLIER;
	r->earlier = &p->ended[REPORT_EARLIER + (open ? 1 : 0) - r->listed];
	if (!open) {
		course_append(&l->course, &p->now.course);
		l->to = p->log.size;
	}
	return html ? print_html(p, l) : print_text(p, l);
}

struct options {
	bool html;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct pass pass = {.count = 0};
	struct episode e;
	int got;

	lookback_init(&pass.now);
	if (logbook_begin(ctx, LOG_READ, &pass.log) != CMD_OK)
		return CMD_FAILED;
	log_let_go(&pass.log);
	got = records_each(&pass.log, ctx->now, &e, take, &pass);
	if (got != -1)
		got = print_pass(&pass, &e, ctx->now, o->html);
	log_close(&pass.log);
	return got == -1 || pass.log.bad > 0 ? CMD_FAILED : CMD_OK;
}

static const struct option_row options[] = {
	{'H', "html", NULL, "as a web page, with the pain plotted", INTO(html)},
	{0}
};

const struct command cmd_report = {
	.name = "report",
	.summary = "a summary to hand to a clinician; -H as a web page",
	.options = options,
	.size = CMD_SIZE(struct options),
	.exec = exec
};
