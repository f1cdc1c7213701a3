#include "doubt.h"

#include "../time/when.h"

/* A last score from here on asks for the red flags before anything else. */
#define SCORE_ASK_FIRST 7

void
doubt_unread(struct text *text, int lines)
{
	text_fmt(text, lines == 1 ? "%d line of the log could not be read. A "
	    "red flag? `backcare edit`" : "%d lines of the log could not be "
	    "read. Red flags? `backcare edit`", lines);
}

void
doubt_future(struct text *text, int records)
{
	text_fmt(text, records == 1 ? "%d record is dated in the future. Is "
	    "the clock right? `backcare edit`" : "%d records are dated in the "
	    "future. Is the clock right? `backcare edit`", records);
}

/* Since when the last screening says nothing about today. */
static const char *
what_came(const struct episode *e)
{
	if (e->latest.time > e->screened_at)
		return e->latest.time == e->first ? "the pain began" :
		    "this flare";
	if (episode_trend(e) == TREND_WORSE &&
	    e->last_score.time > e->screened_at)
		return episode_came_back(e) ? "it came back" : "it got worse";
	if (e->worried)
		return "a note that may name one";
	return "the leg was reported";
}

void
doubt_screening(struct text *text, const struct episode *e, int64_t now)
{
	const char *which = e->flags == 0 ? "Red flags" :
	    "The other red flags";

	if (e->asked)
		text_fmt(text, "%s were last asked %s, before %s: `backcare "
		    "check`.", which, when(e->screened_at, now).s,
		    what_came(e));
	else
		text_fmt(text, "%s were not asked yet: `backcare check`.",
		    which);
}

const char *
doubt_unasked(const struct episode *e)
{
	return e->asked ? "not asked since" : "not asked";
}

bool
doubt_is_first(const struct episode *e)
{
	return episode_asks(e) && e->scores > 0 &&
	    e->last_score.value >= SCORE_ASK_FIRST;
}

void
doubt_first(struct text *text, const struct episode *e, int64_t now)
{
	if (e->asked)
		text_fmt(text, "Pain %d, and red flags were last asked %s, "
		    "before %s: `backcare check` before anything else.",
		    e->last_score.value, when(e->screened_at, now).s,
		    what_came(e));
	else
		text_fmt(text, "Pain %d, and red flags were not asked yet: "
		    "`backcare check` before anything else.",
		    e->last_score.value);
}

enum ease
doubt_ease(const struct episode *e, const struct verdict *v)
{
	if (!verdict_is_mark_alone(v) || e->unread > 0 || e->future > 0 ||
	    e->worried)
		return EASE_NONE;
	if (verdict_is_painless(e))
		return EASE_PAINLESS;
	return v->trend == TREND_BETTER ? EASE_EASING : EASE_SAME;
}

bool
doubt_is_silent(const struct episode *e, int64_t now)
{
	return e->open && now - e->heard >= EPISODE_SILENT;
}

void
doubt_silent(struct text *text, const struct episode *e, int64_t now)
{
	text_fmt(text, "Nothing was noted for %s. Has it gone? Say when: "
	    "`backcare end -t WHEN`. Is it still there? `backcare pain N`, "
	    "with N from 1 to 10 for how strong it is.",
	    span(now - e->heard).s);
}
