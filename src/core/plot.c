#include "plot.h"

#include "html.h"
#include "phase.h"

/* The drawing, and in it the field of the plot, in its own units. */
#define WIDTH 720
#define HEIGHT 330
#define LEFT 44
#define RIGHT 704
#define TOP 36
#define BOTTOM 256
#define PACK_ROW 270

struct plot {
	struct text *text;
	const struct story *s;
	int64_t from, to;	/* what the field shows */
};

static void
put(const struct plot *p, const char *s)
{
	text_str(p->text, s);
}

/* name="n" */
static void
attribute(const struct plot *p, const char *name, int64_t n)
{
	text_char(p->text, ' ');
	text_str(p->text, name);
	text_str(p->text, "=\"");
	text_num(p->text, n, 0);
	text_char(p->text, '"');
}

static int64_t
x_of(const struct plot *p, int64_t t)
{
	if (t < p->from)
		t = p->from;
	if (t > p->to)
		t = p->to;
	return LEFT + (RIGHT - LEFT) * (t - p->from) / (p->to - p->from);
}

static int64_t
y_of(int score)
{
	return BOTTOM - (BOTTOM - TOP) * score / 10;
}

static void
label(const struct plot *p, int64_t x, int64_t y, const char *anchor,
    const char *s)
{
	put(p, "<text");
	attribute(p, "x", x);
	attribute(p, "y", y);
	put(p, " text-anchor=\"");
	put(p, anchor);
	put(p, "\">");
	html_text(p->text, slice_of(s));
	put(p, "</text>\n");
}

static void
line(const struct plot *p, const char *class, int64_t x1, int64_t y1,
    int64_t x2, int64_t y2)
{
	put(p, "<line class=\"");
	put(p, class);
	put(p, "\"");
	attribute(p, "x1", x1);
	attribute(p, "y1", y1);
	attribute(p, "x2", x2);
	attribute(p, "y2", y2);
	put(p, "/>\n");
}

static void
band(const struct plot *p, const char *class, int64_t from, int64_t to)
{
	int64_t x = x_of(p, from), width = x_of(p, to) - x;

	if (width <= 0)
		return;
	put(p, "<rect class=\"");
	put(p, class);
	put(p, "\"");
	attribute(p, "x", x);
	attribute(p, "y", TOP);
	attribute(p, "width", width);
	attribute(p, "height", BOTTOM - TOP);
	put(p, "/>\n");
}

/* Heat everywhere, and over it the two days of ice after each onset. */
static void
put_phases(const struct plot *p)
{
	const struct onset *o = &p->s->first;
	bool chronic = o->chronic && o->feel != FEEL_SHARP &&
	    o->start != START_SUDDEN;

	band(p, "heat", p->from, p->to);
	for (int i = 0; i < p->s->onsets && i < STORY_ONSETS; i++) {
		if (!chronic || p->s->onset_at[i] != o->time)
			band(p, "ice", p->s->onset_at[i],
			    p->s->onset_at[i] + PHASE_HEAT_AFTER);
	}
	line(p, "mark", x_of(p, o->time + EPISODE_MARK), TOP,
	    x_of(p, o->time + EPISODE_MARK), BOTTOM);
	label(p, x_of(p, o->time + EPISODE_MARK), TOP - 4, "middle", "72 h");
}

/* Scores at the side, days or hours below. */
static void
put_axes(const struct plot *p)
{
	int64_t days = (p->to - p->from) / SPAN_DAY, step = days / 8 + 1;
	char buf[32];
	struct text name;

	for (int score = 0; score <= 10; score += 2) {
		text_init(&name, buf, sizeof(buf));
		text_num(&name, score, 0);
		line(p, "grid", LEFT, y_of(score), RIGHT, y_of(score));
		label(p, LEFT - 8, y_of(score) + 4, "end", buf);
	}
	for (int64_t day = 0; day <= days; day += step) {
		int64_t x = x_of(p, p->from + day * SPAN_DAY);

		text_init(&name, buf, sizeof(buf));
		text_num(&name, days > 5 ? day : day * 24, 0);
		text_str(&name, days > 5 ? " d" : " h");
		line(p, "axis", x, BOTTOM, x, BOTTOM + 5);
		label(p, x, BOTTOM + 34, "middle", buf);
	}
	line(p, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
	line(p, "axis", LEFT, TOP, LEFT, BOTTOM);
}

static void
put_packs(const struct plot *p)
{
	int count = p->s->ice + p->s->heat;

	for (int i = 0; i < count && i < STORY_PACKS; i++) {
		const struct story_pack *pack = &p->s->packs[i];

		label(p, x_of(p, pack->pack.start), PACK_ROW, "middle",
		    pack->ice ? "i" : "h");
	}
}

/* A dashed line where a flag was reported, its name at the top. */
static void
put_flags(const struct plot *p)
{
	int row = 0;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		int64_t x;
		bool left;

		if ((p->s->flags & FLAG_BIT(flag)) == 0)
			continue;
		x = x_of(p, p->s->flag_at[flag]);
		left = x > (LEFT + RIGHT) / 2;
		line(p, "flag", x, TOP, x, BOTTOM);
		label(p, left ? x - 4 : x + 4, TOP + 14 + 14 * (row++ % 14),
		    left ? "end" : "start", flag_rows[flag].name);
	}
}

static void
put_scores(const struct plot *p)
{
	struct score scores[STORY_OUT];
	int count = story_scores(p->s, scores);
	char buf[8];
	struct text value;

	put(p, "<polyline class=\"pain\" points=\"");
	for (int i = 0; i < count; i++) {
		text_num(p->text, x_of(p, scores[i].time), 0);
		text_char(p->text, ',');
		text_num(p->text, y_of(scores[i].value), 0);
		text_char(p->text, ' ');
	}
	put(p, "\"/>\n");
	for (int i = 0; i < count; i++) {
		put(p, "<circle class=\"dot\" r=\"4\"");
		attribute(p, "cx", x_of(p, scores[i].time));
		attribute(p, "cy", y_of(scores[i].value));
		put(p, "/>\n");
		text_init(&value, buf, sizeof(buf));
		text_num(&value, scores[i].value, 0);
		if (count <= 24)
			label(p, x_of(p, scores[i].time),
			    y_of(scores[i].value) - 8, "middle", buf);
	}
}

static void
put_legend(const struct plot *p)
{
	label(p, LEFT, HEIGHT - 12, "start", "Dots: pain, 0 to 10. Striped: "
	    "ice window. Plain: moist heat. i, h: a pack of ice, of heat. "
	    "Dashed: red flag.");
}

static void
put_head(const struct plot *p)
{
	put(p, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
	    "aria-labelledby=\"plot-title plot-desc\" viewBox=\"0 0");
	text_char(p->text, ' ');
	text_num(p->text, WIDTH, 0);
	text_char(p->text, ' ');
	text_num(p->text, HEIGHT, 0);
	put(p, "\">\n<title id=\"plot-title\">Pain over time</title>\n"
	    "<desc id=\"plot-desc\">Pain from 0 to 10 since the first onset. ");
	if (p->s->score_count > 0) {
		put(p, "Highest ");
		text_num(p->text, p->s->highest.value, 0);
		put(p, ", last ");
		text_num(p->text, p->s->last.value, 0);
		put(p, ". ");
	}
	put(p, "The table beside it has the scores.</desc>\n"
	    "<defs><pattern id=\"stripes\" width=\"6\" height=\"6\" "
	    "patternUnits=\"userSpaceOnUse\" "
	    "patternTransform=\"rotate(45)\"><rect class=\"ice-ground\" "
	    "width=\"6\" height=\"6\"/><line class=\"stripe\" x1=\"0\" "
	    "y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>\n");
}

void
plot_svg(struct text *text, const struct story *s, int64_t now)
{
	struct plot plot = {text, s, s->first.time, s->ended ? s->end : now};
	const struct plot *p = &plot;

	if (plot.to < s->first.time + EPISODE_MARK + SPAN_HOUR)
		plot.to = s->first.time + EPISODE_MARK + SPAN_HOUR;
	put_head(p);
	put_phases(p);
	put_axes(p);
	put_flags(p);
	put_packs(p);
	put_scores(p);
	put_legend(p);
	put(p, "</svg>\n");
}
