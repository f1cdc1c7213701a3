#include "plot.h"

#include "../rules/phase.h"

/* The drawing, and in it the field of the plot, in its own units. */
#define MARGIN 28	/* for the name of the axis, left of all */
#define WIDTH 600
#define HEIGHT 314
#define LEFT 40
#define RIGHT 584
#define TOP 26
#define BOTTOM 234
#define FLOOR 254	/* between them the bands have their names */
#define PACK_ROW 269
#define AXIS_ROW 288
#define NAME_ROW 308
#define LETTER 10	/* the width of one, where the screen is small */
#define LINE 18		/* the height of a line of text */
#define APART 24	/* scores nearer than that would hide each other */

/* Now, flags, visits and flares are named above the field, in so many rows. */
#define ROWS 4
#define ROW_TOP(row) (TOP - 8 - LINE * ((row) + 1))
#define FLAG_NAMES 4	/* more than these together are only counted */
#define NAMES_MOST (1 + FLAG_COUNT + COURSE_ONSETS + COURSE_SEEN)
#define EVENT_MAX 320	/* bytes that always hold one */

/* A name above the field, and the room that it takes there. */
struct place {
	int from, to;
	int row;
};

struct plot {
	struct text *text;
	const struct course *s;
	int64_t from, to;	/* what the field shows */
	int64_t told;		/* how far it is known what the advice was */
	struct place places[NAMES_MOST];
	int names;		/* how many of them, */
	int rows;		/* and of the rows that they take */
};

static int64_t
earlier(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int
x_of(const struct plot *p, int64_t t)
{
	if (t < p->from)
		t = p->from;
	if (t > p->to)
		t = p->to;
	return LEFT +
	    (int)((RIGHT - LEFT) * (t - p->from) / (p->to - p->from));
}

static int
y_of(int score)
{
	return BOTTOM - (BOTTOM - TOP) * score / 10;
}

/* Nothing that stands in a label comes from the log. */
static void
label(const struct plot *p, int x, int y, const char *anchor, const char *s)
{
	text_fmt(p->text, "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s"
	    "</text>\n", x, y, anchor, s);
}

static void
line(const struct plot *p, const char *class, int x1, int y1, int x2, int y2)
{
	text_fmt(p->text, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" "
	    "x2=\"%d\" y2=\"%d\"/>\n", class, x1, y1, x2, y2);
}

static void
band(const struct plot *p, const char *class, int64_t from, int64_t to)
{
	int x = x_of(p, from), width = x_of(p, earlier(to, p->told)) - x;

	if (width > 0)
		text_fmt(p->text, "<rect class=\"%s\" x=\"%d\" y=\"%d\" "
		    "width=\"%d\" height=\"%d\"/>\n", class, x, TOP, width,
		    FLOOR - TOP);
}

/* The first of the names that has room in a band. */
static void
name_band(const struct plot *p, int64_t from, int64_t to,
    const char *const *names)
{
	int x1 = x_of(p, from), x2 = x_of(p, earlier(to, p->told));

	for (; *names != NULL; names++) {
		if ((int)slice_of(*names).len * LETTER <= x2 - x1) {
			label(p, (x1 + x2) / 2, FLOOR - 5, "middle", *names);
			return;
		}
	}
}

/*
 * What the latest onset called for at each moment: heat everywhere, and over
 * it the two days of ice after an onset, unless another comes before they end.
 */
static void
put_bands(const struct plot *p)
{
	static const char *const ice[] = {"ice", NULL};
	static const char *const heat[] = {"moist heat", "heat", NULL};
	const struct course *s = p->s;
	int kept = s->onsets < COURSE_ONSETS ? s->onsets : COURSE_ONSETS;
	int64_t warm = p->from;		/* since when it is heat */

	band(p, "heat", p->from, p->to);
	for (int i = 0; i < kept; i++) {
		const struct onset *o = &s->onset[i];
		int64_t end = o->time + TREATMENT_HEAT_AFTER;

		if (treatment_is_chronic(o))
			continue;
		if (i + 1 < kept)
			end = earlier(end, o[1].time);
		band(p, "ice", o->time, end);
		name_band(p, o->time, end, ice);
		name_band(p, warm, o->time, heat);
		warm = end;
	}
	name_band(p, warm, p->to, heat);
}

/* Scores at the side, days or hours below, and the 72 hours. */
static void
put_axes(const struct plot *p)
{
	int days = (int)((p->to - p->from) / SPAN_DAY), step = days / 8 + 1;
	int mark = x_of(p, p->from + EPISODE_MARK);
	bool hours = days <= 4;

	for (int score = 0; score <= 10; score += 2) {
		struct text name = TEXT(16);

		text_fmt(&name, "%d", score);
		line(p, "grid", LEFT, y_of(score), RIGHT, y_of(score));
		label(p, LEFT - 8, y_of(score) + 4, "end", name.buf);
	}
	for (int day = 0; day <= days; day += step) {
		int x = x_of(p, p->from + (int64_t)day * SPAN_DAY);
		struct text name = TEXT(16);

		text_fmt(&name, "%d %s", hours ? day * 24 : day,
		    hours ? "h" : "d");
		line(p, "axis", x, FLOOR, x, FLOOR + 5);
		label(p, x, AXIS_ROW, "middle", name.buf);
	}
	line(p, "axis", LEFT, FLOOR, RIGHT, FLOOR);
	line(p, "axis", LEFT, TOP, LEFT, FLOOR);
	label(p, (LEFT + RIGHT) / 2, NAME_ROW, "middle",
	    hours ? "hours since the first onset" :
	    "days since the first onset");
	text_fmt(p->text, "<text transform=\"translate(%d %d) rotate(-90)\" "
	    "text-anchor=\"middle\">pain, 0 to 10</text>\n", 16 - MARGIN,
	    (TOP + BOTTOM) / 2);
	line(p, "mark", mark, TOP, mark, BOTTOM);
	label(p, mark, TOP - 4, "middle", "72 h");
}

static void
put_packs(const struct plot *p)
{
	int count = course_packs(p->s);

	for (int i = 0; i < count && i < COURSE_PACKS; i++) {
		const struct course_pack *pack = &p->s->packs[i];

		label(p, x_of(p, pack->pack.start), PACK_ROW, "middle",
		    pack->of == TREATMENT_ICE ? "i" : "h");
	}
}

/* The lowest row with room for it; ROWS where there is none. */
static int
find_row(const struct plot *p, int from, int to)
{
	int row = 0, i = 0;

	while (i < p->names && row < ROWS) {
		const struct place *place = &p->places[i++];

		if (place->row == row && from < place->to &&
		    to > place->from) {
			row++;
			i = 0;
		}
	}
	return row;
}

/* A line at a time, with its name above the field where there is room. */
static void
put_event(struct plot *p, const char *class, int64_t at, const char *name)
{
	int x = x_of(p, at), width = ((int)slice_of(name).len + 1) * LETTER;
	bool after = x <= (LEFT + RIGHT) / 2;
	int from = after ? x : x - width;
	int row = find_row(p, from, from + width);

	if (row == ROWS) {
		line(p, class, x, TOP, x, BOTTOM);
		return;
	}
	p->places[p->names++] = (struct place){from, from + width, row};
	if (row >= p->rows)
		p->rows = row + 1;
	line(p, class, x, ROW_TOP(row) - LINE / 2, x, BOTTOM);
	label(p, after ? x + 4 : x - 4, ROW_TOP(row), after ? "start" : "end",
	    name);
}

/*
 * Now or the end; where flags were reported, the gravest first; visits; and
 * flares.
 */
static void
put_events(struct plot *p)
{
	const struct course *s = p->s;
	const struct onset *flares;
	int count = course_flares(s, &flares);
	uint32_t left = s->flags;

	/* Past an onset that is not kept it is neither. */
	put_event(p, "now", p->told, s->onsets > COURSE_ONSETS &&
	    p->told == s->onset_lost ? "" : s->ended ? "gone" : "now");
	while (left != 0) {
		uint32_t rest = left;
		int64_t at = s->flag_at[flag_take(&rest)];
		uint32_t like = course_flags_at(s, left, at);
		struct text names = TEXT(128);

		left &= ~like;
		if (flag_count(like) > FLAG_NAMES)
			text_fmt(&names, "%d flags", flag_count(like));
		else
			flag_list(&names, like, ", ");
		put_event(p, "flag", at, names.buf);
	}
	for (int i = 0; i < s->seen && i < COURSE_SEEN; i++)
		put_event(p, "seen", s->seen_at[i], "seen");
	for (int i = 0; i < count; i++)
		put_event(p, "flare", flares[i].time, "flare");
}

static void
put_scores(const struct plot *p)
{
	struct score scores[COURSE_OUT];
	int count = course_scores(p->s, scores);
	int labelled = 0;

	text_str(p->text, "<polyline class=\"pain\" points=\"");
	for (int i = 0; i < count; i++)
		text_fmt(p->text, "%d,%d ", x_of(p, scores[i].time),
		    y_of(scores[i].value));
	text_str(p->text, "\"/>\n");
	for (int i = 0; i < count; i++) {
		int x = x_of(p, scores[i].time), y = y_of(scores[i].value);
		struct text value = TEXT(16);

		text_fmt(p->text, "<circle class=\"dot\" r=\"4\" cx=\"%d\" "
		    "cy=\"%d\"/>\n", x, y);
		if (x < labelled + APART)
			continue;
		labelled = x;
		text_fmt(&value, "%d", scores[i].value);
		label(p, x < LEFT + LETTER ? LEFT + LETTER : x, y - 8,
		    "middle", value.buf);
	}
}

/* Patterns, as colours are lost on paper. */
static const char patterns[] =
    "<defs>\n"
    "<pattern id=\"stripes\" width=\"6\" height=\"6\" "
    "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    "<rect class=\"ice-ground\" width=\"6\" height=\"6\"/>"
    "<line class=\"stripe\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern>\n"
    "<pattern id=\"dots\" width=\"8\" height=\"8\" "
    "patternUnits=\"userSpaceOnUse\">"
    "<rect class=\"heat-ground\" width=\"8\" height=\"8\"/>"
    "<ellipse class=\"speck\" cx=\"4\" cy=\"4\" rx=\".8\" ry=\".8\"/>"
    "</pattern>\n"
    "</defs>\n";

static void
put_head(const struct plot *p)
{
	int above = p->rows * LINE + 8;

	text_fmt(p->text, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "role=\"img\" viewBox=\"%d %d %d %d\">\n"
	    "<title>Pain over time</title>\n"
	    "<desc>Pain from 0 to 10 since the first onset. ", -MARGIN,
	    -above, WIDTH + MARGIN, HEIGHT + above);
	if (p->s->score_count > 0)
		text_fmt(p->text, "Highest %d, last %d. ",
		    p->s->highest.value, p->s->last.value);
	text_fmt(p->text, "The table below it has the scores.</desc>\n%s",
	    patterns);
}

void
plot_svg(struct text *text, const struct course *s, int64_t now)
{
	int64_t end = s->ended ? s->end : now;
	struct text events = TEXT(NAMES_MOST * EVENT_MAX);
	struct plot plot = {.text = &events, .s = s, .from = s->first.time,
	    .to = end, .told = end};

	if (s->onsets > COURSE_ONSETS)
		plot.told = earlier(end, s->onset_lost);
	if (plot.to < s->first.time + EPISODE_MARK + SPAN_HOUR)
		plot.to = s->first.time + EPISODE_MARK + SPAN_HOUR;
	/* How high the drawing is depends on the room that they take. */
	put_events(&plot);
	plot.text = text;
	put_head(&plot);
	/* What surrounds the letters stays behind them. */
	text_str(text, "<g paint-order=\"stroke\">\n");
	put_bands(&plot);
	put_axes(&plot);
	text_str(text, events.buf);
	put_packs(&plot);
	put_scores(&plot);
	text_str(text, "</g>\n</svg>\n");
}
