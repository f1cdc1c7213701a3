#include <err.h>
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

/* The last episode, and the course of some before it. */
struct pass {
	struct log log;
	struct lookback now, last;
	struct course earlier[REPORT_EARLIER];
	int episodes;	/* that have ended */
};

/* The oldest goes when there are more than are listed. */
static void
keep(struct pass *p)
{
	if (p->now.course.onsets == 0)
		return;
	if (p->episodes > 0) {
		memmove(&p->earlier[0], &p->earlier[1],
		    sizeof(p->earlier) - sizeof(p->earlier[0]));
		p->earlier[REPORT_EARLIER - 1] = p->last.course;
	}
	p->last = p->now;
	p->episodes++;
}

static void
take(const struct record *r, void *arg)
{
	struct pass *p = arg;

	if (lookback_add(&p->now, &p->log, r)) {
		keep(p);
		lookback_follow(&p->now, &p->log, r);
	}
}

static void
put_element(struct text *text, const char *tag, struct slice s)
{
	text_fmt(text, "<%s>", tag);
	escape_html(text, s);
	text_fmt(text, "</%s>\n", tag);
}

static void
put_item(struct text *text, const struct page *page, int i)
{
	const struct page_item *item = &page->items[i];
	struct slice s = page_slice(page, i);

	if (item->label == NULL) {
		put_element(text, item->style == PAGE_HEADLINE ? "h1" : "p",
		    s);
		return;
	}
	/* Without a label it goes on with what the last one began. */
	if (*item->label != '\0')
		put_element(text, "dt", slice_of(item->label));
	put_element(text, "dd", s);
}

/* The paragraphs that have a label, or those that have none. */
static void
print_items(const struct page *page, bool labelled)
{
	struct text text = TEXT(4 * REPORT_MAX);

	for (int i = 0; i < page->count; i++) {
		if ((page->items[i].label != NULL) == labelled)
			put_item(&text, page, i);
	}
	fwrite(text.buf, 1, text.len, stdout);
}

/* One note at a time, as they can be long, and more than fit into memory. */
struct notes {
	const struct report *report;
	const struct terminal *terminal;	/* NULL: for a page */
	bool first;
};

static void
print_note(const struct record *record, void *arg)
{
	struct notes *n = arg;
	char buf[REPORT_MAX];
	struct page page;

	if (record->note.len == 0)
		return;
	page_init(&page, buf, sizeof(buf));
	report_note(&page, n->report, record, n->first);
	n->first = false;
	if (n->terminal == NULL)
		print_items(&page, true);
	else
		output_print(&page, n->terminal);
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
	struct text text = TEXT(8192);

	if (count == 0)
		return;
	text_str(&text, "<div class=\"scores\">\n<table>\n<thead><tr><th "
	    "scope=\"col\">When</th><th scope=\"col\">Pain, 0 to 10</th></tr>"
	    "</thead>\n<tbody>\n");
	for (int i = 0; i < count; i++) {
		text_fmt(&text, "<tr><th scope=\"row\">%s</th><td>%d</td></tr>"
		    "\n", when(scores[i].time, r->now).s, scores[i].value);
	}
	text_str(&text, "</tbody>\n</table>\n</div>\n");
	fwrite(text.buf, 1, text.len, stdout);
}

static void
print_figure(const struct report *r)
{
	struct text text = TEXT(PLOT_MAX);

	text_str(&text, "<h2>Pain over time</h2>\n<figure>\n");
	plot_svg(&text, r->course, r->now);
	text_str(&text, "<figcaption>Dots: pain, 0 to 10. Striped: ice, for "
	    "up to 48 hours after an onset; dotted: moist heat. Letters below: "
	    "i, a pack of ice; h, of heat. Lines: dashed, red flags; dash and "
	    "dot, a visit; dotted, a flare; thick, 72 hours.</figcaption>\n"
	    "</figure>\n");
	fwrite(text.buf, 1, text.len, stdout);
}

/* A part of the report, on the terminal or, for NULL, on a page. */
static void
print_part(void (*write)(struct page *, const struct report *),
    const struct report *r, const struct terminal *terminal, bool labelled)
{
	char buf[REPORT_MAX];
	struct page page;

	page_init(&page, buf, sizeof(buf));
	write(&page, r);
	if (terminal == NULL)
		print_items(&page, labelled);
	else
		output_print(&page, terminal);
}

static int
print_notes(struct pass *p, const struct lookback *l, const struct report *r,
    const struct terminal *terminal)
{
	struct notes notes = {r, terminal, true};
	int got;

	if (r->course->notes == 0)
		return 0;
	if (terminal == NULL)
		fputs("<dl class=\"notes\">\n", stdout);
	got = records_between(&p->log, l->from, l->to, print_note, &notes);
	if (terminal == NULL)
		fputs("</dl>\n", stdout);
	return got;
}

static int
print_html(struct pass *p, const struct lookback *l, const struct report *r)
{
	int got;

	fputs(head, stdout);
	print_part(report_head, r, NULL, false);
	fputs(blanks, stdout);
	fputs("<dl>\n", stdout);
	print_part(report_head, r, NULL, true);
	fputs("</dl>\n", stdout);
	print_figure(r);
	got = print_notes(p, l, r, NULL);
	print_scores(r);
	fputs("<h2>Summary</h2>\n<dl>\n", stdout);
	print_part(report_course, r, NULL, true);
	print_part(report_rest, r, NULL, true);
	fputs("</dl>\n", stdout);
	print_part(report_rest, r, NULL, false);
	fputs("</main>\n</body>\n</html>\n", stdout);
	return got;
}

static int
print_text(struct pass *p, const struct lookback *l, const struct report *r)
{
	struct terminal terminal = terminal_get();
	int got;

	print_part(report_head, r, &terminal, true);
	print_part(report_course, r, &terminal, true);
	got = print_notes(p, l, r, &terminal);
	print_part(report_rest, r, &terminal, true);
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
	int earlier = open ? p->episodes : p->episodes - 1;
	struct lookback *l = open ? &p->now : &p->last;
	struct course list[REPORT_EARLIER];
	struct report r = {
		.course = &l->course, .e = e, .earlier_count = earlier,
		.now = now, .utf8 = html || terminal_utf8(), .html = html
	};

	if (!open && p->episodes == 0) {
		refuse(p);
		return -1;
	}
	/* Those after its end may be of it, too. */
	r.unread = lookback_unread(l, &p->log);
	if (!open) {
		course_append(&l->course, &p->now.course);
		l->to = p->log.size;
	}
	r.listed = earlier < REPORT_EARLIER ? earlier : REPORT_EARLIER;
	memcpy(list, p->earlier, sizeof(list));
	if (open && p->episodes > 0) {
		memmove(&list[0], &list[1], sizeof(list) - sizeof(list[0]));
		list[REPORT_EARLIER - 1] = p->last.course;
	}
	r.earlier = &list[REPORT_EARLIER - r.listed];
	return html ? print_html(p, l, &r) : print_text(p, l, &r);
}

struct options {
	bool html;
};

static int
exec(struct context *ctx, const void *options)
{
	const struct options *o = options;
	struct pass pass = {.episodes = 0};
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
