#include "advice.h"


#include "bar.h"
#include "reason.h"
#include "../time/when.h"
#include "sentence.h"

/* A last score from here on asks for the red flags before anything else. */
#define SCORE_ASK_FIRST 7

/* All that a paragraph is made from. */
struct advice {
	struct page *page;
	const struct episode *e;
	const struct verdict *v;
	const struct page_view *view;
};

bool
advice_is_alarm(const struct verdict *v)
{
	return v->urgency >= URGENCY_URGENT;
}

static struct text *
add(const struct advice *a, const char *label)
{
	return page_add(a->page, label, PAGE_PLAIN);
}

static void
add_words(const struct advice *a, const char *label, enum sentence words)
{
	sentence_put(add(a, label), words, a->view->verbose);
}

/* One more sentence in the same paragraph. */
static void
more_words(const struct advice *a, enum sentence words)
{
	text_char(&a->page->text, ' ');
	sentence_put(&a->page->text, words, a->view->verbose);
}

static void
add_action(const struct advice *a, enum sentence words, enum page_style style)
{
	sentence_put(page_add(a->page, NULL, style), words, a->view->verbose);
	reason_put(add(a, "Why"), a->v, a->view->verbose);
	if (a->e->open && style != PAGE_ALARM)
		text_str(add(a, "Report"), "Take this with you: "
		    "`backcare report`");
}

static void
add_alarm(const struct advice *a)
{
	bool now = a->v->urgency == URGENCY_EMERGENCY;

	add_action(a, now ? SENTENCE_EMERGENCY : SENTENCE_URGENT, PAGE_ALARM);
	add_words(a, "Do not", now ? SENTENCE_EMERGENCY_NOT : SENTENCE_URGENT_NOT);
	text_str(add(a, "After"), a->e->open ? "Take this with you: "
	    "`backcare report`. When somebody has looked at it, note that: "
	    "`backcare seen`" :
	    "When somebody has looked at it, note that: `backcare seen`");
}

/* "5 h 12 min since the pain began (Fri 20 Nov 18:30)" */
static void
put_since(const struct advice *a, struct text *text, int64_t t,
    const char *what)
{
	text_str(text, span(a->view->now > t ? a->view->now - t : 0).s);
	text_str(text, " since the ");
	text_str(text, what);
	text_str(text, " (");
	text_str(text, when(t, a->view->now).s);
	text_char(text, ')');
}

static void
add_headline(const struct advice *a)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "Ice: ",
		[PHASE_HEAT] = "Moist heat: ",
		[PHASE_ESCALATE] = "Past 72 hours: "
	};
	struct text *text = page_add(a->page, NULL, PAGE_HEADLINE);

	if (a->v->phase == PHASE_NONE) {
		text_str(text, "No episode is open.");
		if (a->e->ended) {
			text_str(text, " The last one ended ");
			text_str(text, when(a->e->end, a->view->now).s);
			text_char(text, '.');
		}
		return;
	}
	text_str(text, a->v->treatment == TREATMENT_NONE ?
	    "No ice, no heat: " : titles[a->v->phase]);
	put_since(a, text, a->e->first, "pain began");
	if (a->e->latest.time != a->e->first) {
		text_str(text, ", ");
		put_since(a, text, a->e->latest.time, "flare");
	}
	text_char(text, '.');
	bar_draw(page_add(a->page, NULL, PAGE_FIXED), a->e, a->view);
}

/* The step is a pack: when the last one was, and when the next may be. */
static void
add_pack(const struct advice *a, enum sentence words,
    const struct pack_track *track, const struct pack_limits *limits)
{
	int64_t now = a->view->now;
	struct text *text = add(a, "Do now");
	int64_t next = pack_next(track, now, limits->gap);

	if (next > now) {
		text_str(text, "Let the skin get back to normal. The next "
		    "pack from ");
		text_str(text, when_short(next, now).s);
		text_str(text, ": ");
	}
	sentence_put(text, words, a->view->verbose);
	if (track->count == 0)
		return;
	if (pack_ended(track) > now) {
		text_str(text, " The last pack ends ");
		text_str(text, when_short(pack_ended(track), now).s);
	} else {
		text_str(text, " The last pack ended ");
		text_str(text, span(now - pack_ended(track)).s);
		text_str(text, " ago");
	}
	text_char(text, '.');
}

static void
add_step(const struct advice *a)
{
	const struct episode *e = a->e;

	if (a->v->treatment == TREATMENT_ICE) {
		add_pack(a, SENTENCE_ICE, &e->ice, &pack_ice);
	} else if (a->v->treatment == TREATMENT_HEAT) {
		add_pack(a, SENTENCE_HEAT, &e->heat, &pack_heat);
		if (treatment_of(e, e->latest.time) == TREATMENT_HEAT)
			more_words(a, SENTENCE_HEAT_CHRONIC);
	} else if (a->v->phase == PHASE_NONE) {
		text_str(add(a, "Do now"), "When pain begins, note "
		    "it: `backcare log`");
	} else {
		add_words(a, "Do now", SENTENCE_NO_PACKS);
	}
}

static void
add_also(const struct advice *a)
{
	add_words(a, "Also", SENTENCE_MOVE);
	more_words(a, SENTENCE_STRETCH);
	more_words(a, SENTENCE_EAT);
	more_words(a, SENTENCE_MEDS);
}

static void
put_sentence(struct text *text, size_t start, const char *words)
{
	if (text->len > start)
		text_char(text, ' ');
	text_str(text, words);
}

/* The turning points to come, in their order, and what was agreed. */
static void
add_next(const struct advice *a)
{
	const struct episode *e = a->e;
	int64_t heat = e->latest.time + TREATMENT_HEAT_AFTER;
	int64_t mark = e->first + EPISODE_MARK;
	bool to_heat = a->v->treatment == TREATMENT_ICE;
	bool to_mark = a->v->phase != PHASE_ESCALATE;
	struct text *text;
	size_t start;

	if (!to_heat && !to_mark && !e->was_seen)
		return;
	text = add(a, "Next");
	start = text->len;
	if (a->v->urgency == URGENCY_SELF_CARE && to_mark)
		sentence_put(text, SENTENCE_EXPECT, a->view->verbose);
	for (int turn = 0; turn < 2; turn++) {
		bool heat_first = heat <= mark;

		if (to_heat && heat_first == (turn == 0)) {
			put_sentence(text, start, "Moist heat from ");
			text_str(text, when(heat, a->view->now).s);
			text_char(text, '.');
		}
		if (to_mark && heat_first == (turn == 1)) {
			put_sentence(text, start, "If it has not gone by ");
			text_str(text, when(mark, a->view->now).s);
			text_str(text, ", see a doctor or physiotherapist.");
		}
	}
	if (e->was_seen) {
		put_sentence(text, start, "It was seen ");
		text_str(text, when(e->seen, a->view->now).s);
		text_str(text, ": go by what was agreed there.");
	}
}

/* The answers that make the pattern, as the person gave them. */
static void
put_answers(const struct onset *o, struct text *text)
{
	struct text answers = TEXT(160);

	onset_traits(&answers, o);
	if (o->has_session && o->session <= o->time)
		text_item(&answers, 0, ", ", "began %s after the session",
		    span(o->time - o->session).s);
	text_fmt(text, "%s%s.", answers.len > 0 ? ": " : "", answers.buf);
}

static void
add_pattern(const struct advice *a)
{
	if (a->v->pattern == PATTERN_UNCLEAR)
		return;
	add_words(a, "Pattern", a->v->pattern == PATTERN_STRAIN ?
	    SENTENCE_STRAIN : SENTENCE_SORENESS);
	put_answers(&a->e->latest, &a->page->text);
	if (a->v->pattern == PATTERN_STRAIN)
		more_words(a, SENTENCE_STRAIN_REST);
}

static void
add_trend(const struct advice *a)
{
	static const char *const says[] = {
		[TREND_GONE] = "gone. If it stays so: `backcare end`",
		[TREND_BETTER] = "easing. Keep going.",
		[TREND_SAME] = "about the same.",
		[TREND_WORSE] = "getting worse."
	};
	struct text *text;

	if (a->e->scores < 2)
		return;
	text = add(a, "Trend");
	text_str(text, "Pain ");
	text_num(text, a->e->first_score.value);
	text_str(text, ", then ");
	text_num(text, a->e->last_score.value);
	text_str(text, ": ");
	text_str(text, says[a->v->trend]);
	if (a->v->trend == TREND_BETTER && a->v->phase == PHASE_ESCALATE)
		text_str(text, " Mention it at your next visit if it "
		    "lingers.");
}

/* In strong pain the red flags come before the step. */
static bool
asks_first(const struct advice *a)
{
	return !a->e->screened && a->e->scores > 0 &&
	    a->e->last_score.value >= SCORE_ASK_FIRST;
}

static void
add_ask_first(const struct advice *a)
{
	struct text *text;

	if (!asks_first(a))
		return;
	text = add(a, "First");
	text_str(text, "Pain ");
	text_num(text, a->e->last_score.value);
	text_str(text, ", and red flags were not asked yet: `backcare check` "
	    "before anything else.");
}

static void
add_watch(const struct advice *a)
{
	struct text *text = add(a, "Watch");

	if (a->e->open && asks_first(a) && !advice_is_alarm(a->v)) {
		/* Said above. */
	} else if (!a->e->screened && a->e->open) {
		sentence_put(text, a->v->flags == 0 ? SENTENCE_NOT_ASKED :
		    SENTENCE_NOT_ALL_ASKED, a->view->verbose);
		text_char(text, ' ');
	} else if (a->e->open && a->v->urgency == URGENCY_SELF_CARE &&
	    !a->view->worried) {
		sentence_put(text, SENTENCE_SELF_CARE, a->view->verbose);
		text_char(text, ' ');
	}
	sentence_put(text, SENTENCE_SIGNS, a->view->verbose);
	text_str(text, a->e->screened || !a->e->open ?
	    ": `backcare check`" : ".");
}

static void
add_disclaimer(const struct advice *a)
{
	sentence_put(page_add(a->page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER,
	    a->view->verbose);
	page_close(a->page);
}

void
advice_write(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	if (advice_is_alarm(v)) {
		add_alarm(a);
		if (v->urgency == URGENCY_URGENT)
			add_watch(a);
		add_disclaimer(a);
		return;
	}
	advice_action(page, e, v, view);
	add_headline(a);
	add_ask_first(a);
	add_step(a);
	if (e->open) {
		add_also(a);
		add_next(a);
		add_pattern(a);
		add_trend(a);
	}
	add_watch(a);
	add_disclaimer(a);
}

void
advice_step(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	if (advice_is_alarm(v)) {
		advice_write(page, e, v, view);
		return;
	}
	advice_action(page, e, v, view);
	advice_rest(page, e, v, view);
}

void
advice_action(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	if (v->urgency == URGENCY_PROMPT)
		add_action(&(struct advice){page, e, v, view}, SENTENCE_PROMPT,
		    PAGE_HEADLINE);
}

void
advice_rest(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	add_ask_first(a);
	add_step(a);
	add_trend(a);
	add_watch(a);
	add_disclaimer(a);
}

void
advice_close(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	add_watch(a);
	add_disclaimer(a);
}
