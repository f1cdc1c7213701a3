#include "plot.h"

#include "../text/html.h"
#include "../rules/phase.h"

/* The drawing, and in it the field of the plot, in its own units. */
#define WIDTH 600
#define HEIGHT 276
#define LEFT 40
#define RIGHT 584
#define TOP 26
#define BOTTOM 234
#define PACK_ROW 249
#define AXIS_ROW 268
#define LETTER 10	/* the width of one, where the screen is small */
#define LINE 18		/* the height of a line of text */
#define APART 24	/* scores nearer than that would hide each other */

/* Names of flags stand above the field, in so many rows at most. */
#define FLAG_ROWS 4
#define ROW_TOP(row) (TOP - 8 - LINE * ((row) + 1))
#define FLAG_NAMES 4	/* more than these together are only counted */

struct plot {
	struct text *text;
	const struct course *s;
	int64_t from, to;	/* what the field shows */
	int64_t told;		/* how far it is known what the advice was */
	int rows;		/* for the names of flags */
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
	text_num(p->text, n);
	text_char(p->text, '"');
}

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
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
	int64_t x = x_of(p, from), width = x_of(p, earlier(to, p->told)) - x;

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

/*
 * What the latest onset called for at each moment: heat everywhere, and over
 * it the two days of ice after an onset, unless another comes before they end.
 * Where heat has the colour of the paper, a line shows how far it goes.
 */
static void
put_phases(const struct plot *p)
{
	const struct course *s = p->s;
	int kept = s->onsets < COURSE_ONSETS ? s->onsets : COURSE_ONSETS;
	int64_t mark = x_of(p, p->from + EPISODE_MARK);

	band(p, "heat", p->from, p->to);
	for (int i = 0; i < kept; i++) {
		const struct onset *o = &s->onset[i];
		int64_t end = o->time + TREATMENT_HEAT_AFTER;

		if (i + 1 < kept)
			end = earlier(end, o[1].time);
		if (!treatment_is_chronic(o))
			band(p, "ice", o->time, end);
	}
	if (p->told < p->to)
		line(p, "axis", x_of(p, p->told), TOP, x_of(p, p->told),
		    BOTTOM);
	line(p, "mark", mark, TOP, mark, BOTTOM);
	label(p, mark, TOP - 4, "middle", "72 h");
}

/* Scores at the side, days or hours below. */
static void
put_axes(const struct plot *p)
{
	int64_t days = (p->to - p->from) / SPAN_DAY, step = days / 8 + 1;
	bool hours = days <= 4;
	char buf[32];
	struct text name;

	for (int score = 0; score <= 10; score += 2) {
		text_init(&name, buf, sizeof(buf));
		text_num(&name, score);
		line(p, "grid", LEFT, y_of(score), RIGHT, y_of(score));
		label(p, LEFT - 8, y_of(score) + 4, "end", buf);
	}
	for (int64_t day = 0; day <= days; day += step) {
		int64_t x = x_of(p, p->from + day * SPAN_DAY);

		text_init(&name, buf, sizeof(buf));
		text_num(&name, hours ? day * 24 : day);
		text_str(&name, hours ? " h" : " d");
		line(p, "axis", x, BOTTOM, x, BOTTOM + 5);
		label(p, x, AXIS_ROW, "middle", buf);
	}
	line(p, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
	line(p, "axis", LEFT, TOP, LEFT, BOTTOM);
}

static void
put_packs(const struct plot *p)
{
	int count = p->s->ice + p->s->heat;

	for (int i = 0; i < count && i < COURSE_PACKS; i++) {
		const struct course_pack *pack = &p->s->packs[i];

		label(p, x_of(p, pack->pack.start), PACK_ROW, "middle",
		    pack->ice ? "i" : "h");
	}
}

/* The names of flags, or how many there are. */
static void
put_names(struct text *text, uint32_t flags)
{
	int count = flag_count(flags);

	if (count > FLAG_NAMES) {
		text_num(text, count);
		text_str(text, " flags");
	} else {
		flag_list(text, flags);
	}
}

/* Those of the set that were first reported at the same time as one. */
static uint32_t
flags_like(const struct course *s, uint32_t flags, int64_t at)
{
	uint32_t like = 0;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if ((flags & FLAG_BIT(flag)) != 0 && s->flag_at[flag] == at)
			like |= FLAG_BIT(flag);
	}
	return like;
}

/* A name above the field, and the room that it takes there. */
struct place {
	int64_t from, to;
	int row;
};

/* The lowest row with room for it; FLAG_ROWS where there is none. */
static int
find_row(const struct place *places, int count, int64_t from, int64_t to)
{
	int row = 0, i = 0;

	while (i < count && row < FLAG_ROWS) {
		if (places[i].row == row && from < places[i].to &&
		    to > places[i].from) {
			row++;
			i = 0;
		} else {
			i++;
		}
	}
	return row;
}

/* Names what was reported at one time, where there is room for that. */
static int
put_flag_label(const struct plot *p, int64_t x, uint32_t flags,
    struct place *places, int count)
{
	bool after = x <= (LEFT + RIGHT) / 2;
	char buf[128];
	struct text names;
	int64_t width;
	struct place *place = &places[count];

	text_init(&names, buf, sizeof(buf));
	put_names(&names, flags);
	width = ((int64_t)names.len + 1) * LETTER;
	place->from = after ? x : x - width;
	place->to = after ? x + width : x;
	place->row = find_row(places, count, place->from, place->to);
	if (place->row == FLAG_ROWS) {
		line(p, "flag", x, TOP, x, BOTTOM);
		return count;
	}
	line(p, "flag", x, ROW_TOP(place->row) - LINE / 2, x, BOTTOM);
	label(p, after ? x + 4 : x - 4, ROW_TOP(place->row),
	    after ? "start" : "end", buf);
	return count + 1;
}

/* A dashed line where flags were reported; the gravest are named first. */
static void
put_flags(const struct plot *p)
{
	struct place places[FLAG_COUNT];
	uint32_t left = p->s->flags;
	int count = 0;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		int64_t at = p->s->flag_at[flag];
		uint32_t like = flags_like(p->s, left, at);

		if ((left & FLAG_BIT(flag)) == 0)
			continue;
		left &= ~like;
		count = put_flag_label(p, x_of(p, at), like, places, count);
	}
}

static int
count_rows(const struct course *s)
{
	uint32_t left = s->flags;
	int rows = 0;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		rows += (left & FLAG_BIT(flag)) != 0;
		left &= ~flags_like(s, left, s->flag_at[flag]);
	}
	return rows < FLAG_ROWS ? rows : FLAG_ROWS;
}

static void
put_scores(const struct plot *p)
{
	struct score scores[COURSE_OUT];
	int count = course_scores(p->s, scores);
	int64_t x, labelled = 0;
	char buf[8];
	struct text value;

	put(p, "<polyline class=\"pain\" points=\"");
	for (int i = 0; i < count; i++) {
		text_num(p->text, x_of(p, scores[i].time));
		text_char(p->text, ',');
		text_num(p->text, y_of(scores[i].value));
		text_char(p->text, ' ');
	}
	put(p, "\"/>\n");
	for (int i = 0; i < count; i++) {
		put(p, "<circle class=\"dot\" r=\"4\"");
		x = x_of(p, scores[i].time);
		attribute(p, "cx", x);
		attribute(p, "cy", y_of(scores[i].value));
		put(p, "/>\n");
		if (x < labelled + APART)
			continue;
		labelled = x;
		text_init(&value, buf, sizeof(buf));
		text_num(&value, scores[i].value);
		label(p, x < LEFT + LETTER ? LEFT + LETTER : x,
		    y_of(scores[i].value) - 8, "middle", buf);
	}
}

static void
put_head(const struct plot *p)
{
	int above = p->rows * LINE + 8;

	put(p, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
	    "viewBox=\"0 ");
	text_num(p->text, -above);
	text_char(p->text, ' ');
	text_num(p->text, WIDTH);
	text_char(p->text, ' ');
	text_num(p->text, HEIGHT + above);
	put(p, "\">\n<title>Pain over time</title>\n"
	    "<desc>Pain from 0 to 10 since the first onset. ");
	if (p->s->score_count > 0) {
		put(p, "Highest ");
		text_num(p->text, p->s->highest.value);
		put(p, ", last ");
		text_num(p->text, p->s->last.value);
		put(p, ". ");
	}
	put(p, "The table below it has the scores.</desc>\n"
	    "<defs><pattern id=\"stripes\" width=\"6\" height=\"6\" "
	    "patternUnits=\"userSpaceOnUse\" "
	    "patternTransform=\"rotate(45)\"><rect class=\"ice-ground\" "
	    "width=\"6\" height=\"6\"/><line class=\"stripe\" x1=\"0\" "
	    "y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>\n");
}

void
plot_svg(struct text *text, const struct course *s, int64_t now)
{
	int64_t end = s->ended ? s->end : now;
	struct plot plot = {text, s, s->first.time, end, end, count_rows(s)};
	const struct plot *p = &plot;

	if (s->onsets > COURSE_ONSETS)
		plot.told = earlier(end, s->onset_lost);
	if (plot.to < s->first.time + EPISODE_MARK + SPAN_HOUR)
		plot.to = s->first.time + EPISODE_MARK + SPAN_HOUR;
	put_head(p);
	/* What surrounds the letters stays behind them. */
	put(p, "<g paint-order=\"stroke\">\n");
	put_phases(p);
	put_axes(p);
	put_flags(p);
	put_packs(p);
	put_scores(p);
	put(p, "</g>\n</svg>\n");
}
