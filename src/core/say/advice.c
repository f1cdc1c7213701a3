#include "advice.h"

#include "../time/hours.h"
#include "../time/when.h"
#include "chart.h"
#include "doubt.h"
#include "reason.h"
#include "sentence.h"

#define LEG (FLAG_BIT(FLAG_LEG) | FLAG_BIT(FLAG_NUMB))

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

/* Begins a paragraph, or without a label a headline. */
static struct text *
add(const struct advice *a, const char *label)
{
	return page_add(a->page, label,
	    label == NULL ? PAGE_HEADLINE : PAGE_PLAIN);
}

/* One more sentence in the same paragraph, if it is not its first. */
static struct text *
more(const struct advice *a)
{
	struct text *text = &a->page->text;

	if (text->len > a->page->items[a->page->count - 1].start)
		text_char(text, ' ');
	return text;
}

static void
put(const struct advice *a, struct text *text, enum sentence words)
{
	sentence_put(text, words, a->view->verbose);
}

/* Nothing that soothes stands beside what is not known. */
static bool
may_be_calm(const struct advice *a)
{
	return a->e->unread == 0 && a->e->future == 0 && !a->view->worried &&
	    !a->e->worried;
}

static void
add_silent(const struct advice *a)
{
	if (doubt_is_silent(a->e, a->view->now))
		doubt_silent(add(a, NULL), a->e, a->view->now);
}

static void
add_future(const struct advice *a)
{
	if (a->e->future > 0)
		doubt_future(add(a, "Not known"), a->e->future);
}

static void
add_unread(const struct advice *a)
{
	if (a->e->unread > 0)
		doubt_unread(add(a, "Not known"), a->e->unread);
	add_future(a);
}

/* The action at PROMPT, or what comes before it where it eases. */
static void
add_prompt(const struct advice *a)
{
	enum ease ease = may_be_calm(a) ? doubt_ease(a->e, a->v) : EASE_NONE;

	if (a->v->urgency == URGENCY_PROMPT)
		put(a, add(a, NULL), ease == EASE_EASING ?
		    SENTENCE_PROMPT_EASING : ease == EASE_PAINLESS ?
		    SENTENCE_PROMPT_PAINLESS : SENTENCE_PROMPT);
}

static void
add_why(const struct advice *a)
{
	struct text *text = add(a, "Why");
	struct text names = TEXT(512);

	reason_put(text, a->v, may_be_calm(a), a->view->verbose);
	flag_list(&names, flag_at_least(a->v->flags, a->v->urgency), " ");
	if (advice_is_alarm(a->v) && names.len > 0 && !a->view->unkept)
		text_fmt(text, " By mistake? `backcare check -x %s`",
		    names.buf);
}

static void
add_after(const struct advice *a)
{
	if (a->view->unkept) {
		text_str(add(a, "Not kept"), "Nothing was recorded. When there "
		    "is time, type it again.");
		return;
	}
	add(a, "After");
	if (a->e->open)
		text_str(more(a), "Take this with you: `backcare report`.");
	text_str(more(a), "When somebody has looked at it, note that: "
	    "`backcare seen`");
}

static void
add_alarm(const struct advice *a)
{
	bool now = a->v->urgency == URGENCY_EMERGENCY;

	put(a, page_add(a->page, NULL, PAGE_ALARM),
	    now ? SENTENCE_EMERGENCY : SENTENCE_URGENT);
	add_why(a);
	if (now && (a->v->flags & FLAG_CAUDA) != 0)
		put(a, add(a, "There"), SENTENCE_EMERGENCY_ASK);
	if (!now)
		put(a, add(a, "Meanwhile"), SENTENCE_URGENT_MEANWHILE);
	put(a, add(a, "Do not"), now ? SENTENCE_EMERGENCY_NOT :
	    SENTENCE_URGENT_NOT);
	add_after(a);
	add_unread(a);
}

/* "Ice: 5 h 12 min since the pain began (Fri 20 Nov 18:30)." */
static void
add_phase(const struct advice *a)
{
	static const char *const titles[] = {
		[PHASE_ICE] = "Ice", [PHASE_HEAT] = "Moist heat",
		[PHASE_ESCALATE] = "Past 72 hours"
	};
	const char *title = a->v->treatment == TREATMENT_NONE ?
	    "No ice, no heat" : titles[a->v->phase];
	int64_t now = a->view->now, latest = a->e->latest.time;

	if (latest == a->e->first)
		text_fmt(add(a, NULL), "%s: %s since the pain began (%s).",
		    title, span(a->v->elapsed).s, when(latest, now).s);
	else
		text_fmt(add(a, NULL), "%s: flare %s ago (%s), pain for %s.",
		    title, span(now - latest).s, when(latest, now).s,
		    span(a->v->elapsed).s);
	if (a->view->plain)
		return;
	chart_bar(page_add(a->page, NULL, PAGE_FIXED), a->e, a->view);
	page_spare(a->page, 1);
}

/* Where a line could not be read, one may be open for all that is known. */
static void
add_headline(const struct advice *a)
{
	if (a->e->open)
		add_phase(a);
	else if (a->e->unread == 0 && a->e->ended)
		text_fmt(add(a, NULL), "No episode is open. The last one "
		    "ended %s.", when(a->e->end, a->view->now).s);
	else if (a->e->unread == 0)
		text_str(add(a, NULL), "No episode is open.");
}

/* A pack that may be put on from now on, or from when the skin is as usual. */
static void
add_pack(const struct advice *a)
{
	enum treatment treatment = a->v->treatment;
	const struct pack_track *track = &a->e->packs[treatment];
	const struct pack_limits *limits = &pack_limits[treatment];
	int64_t now = a->view->now;
	int64_t next = treatment_next(a->e, treatment, now, limits->gap);
	struct hours hours = {a->view->wakes, a->view->sleeps};
	int64_t awake = hours.to == 0 ? next : hours_next(&hours, next);

	add(a, "Do now");
	if (next > now && awake > next &&
	    treatment_of(a->e, awake) == treatment)
		text_fmt(more(a), "From %s, in waking hours:",
		    when_short(awake, now).s);
	else if (next > now)
		text_fmt(more(a), "From %s, when the skin is back to normal:",
		    when_short(next, now).s);
	put(a, more(a), treatment == TREATMENT_ICE ? SENTENCE_ICE :
	    SENTENCE_HEAT);
	/* Who has done so before knows why. */
	if (next <= now && track->count == 0 &&
	    treatment == TREATMENT_HEAT && treatment_is_chronic(&a->e->latest))
		put(a, more(a), SENTENCE_HEAT_CHRONIC);
	if (next <= now && track->count > 0)
		text_fmt(more(a), "The last pack ended %s ago.",
		    span(now - pack_ended(track)).s);
	text_fmt(more(a), "At most every %d hours: `backcare %s`",
	    (int)(limits->gap / SPAN_HOUR), limits->name);
}

static void
add_step(const struct advice *a)
{
	int64_t now = a->view->now, until = a->view->until;

	if (until != 0 && a->view->running != NULL)
		text_fmt(add(a, "Do now"), "%s is on, off at %s.",
		    a->view->running, when_short(until, now).s);
	else if (until != 0)
		text_fmt(add(a, "Do now"), "A pause between packs: the next "
		    "from %s.", when_short(until, now).s);
	else if (verdict_offers_pack(a->e, a->v))
		add_pack(a);
	else if (a->e->open)
		put(a, add(a, "Do now"), a->v->treatment == TREATMENT_NONE ?
		    SENTENCE_NO_PACKS : SENTENCE_PAINLESS);
	else if (a->e->unread == 0)
		text_str(add(a, "Do now"), "When pain begins, note it: "
		    "`backcare log`");
}

/* What the person reported changes what may be good. */
static void
add_also(const struct advice *a)
{
	bool bone = a->e->had_bone || verdict_has_flag(a->v, FLAG_BONE);

	put(a, add(a, "Also"), SENTENCE_MOVE);
	put(a, more(a), SENTENCE_EAT);
	put(a, more(a), bone || (a->v->flags & LEG) != 0 ?
	    SENTENCE_STRETCH_CAREFUL : SENTENCE_STRETCH);
	if (bone || verdict_has_flag(a->v, FLAG_AGE))
		put(a, more(a), SENTENCE_MEDS_ASK);
	else if (!doubt_is_first(a->e) && a->e->unread == 0)
		put(a, more(a), SENTENCE_MEDS);
	page_spare(a->page, 1);
}

/* The mark that U4 goes by, where it is still to come. */
static bool
has_mark(const struct advice *a)
{
	return a->e->clock_runs && a->view->now <= episode_mark(a->e);
}

static bool
expects(const struct advice *a)
{
	return a->v->urgency == URGENCY_SELF_CARE && has_mark(a) &&
	    may_be_calm(a) && !a->e->was_seen && !doubt_is_first(a->e);
}

static void
more_heat(const struct advice *a)
{
	int64_t from = a->e->latest.time + TREATMENT_HEAT_AFTER;

	if (a->v->treatment == TREATMENT_ICE)
		text_fmt(more(a), "Heat from %s.",
		    when(from, a->view->now).s);
}

/* The turning points to come, in their order, and what was agreed. */
static void
add_next(const struct advice *a)
{
	const struct episode *e = a->e;
	int64_t now = a->view->now, mark = episode_mark(e);
	bool marked = has_mark(a) && !e->was_seen;
	bool mark_first = marked &&
	    mark < e->latest.time + TREATMENT_HEAT_AFTER;

	if (a->v->treatment != TREATMENT_ICE && !marked && !e->was_seen)
		return;
	add(a, "Next");
	if (expects(a))
		put(a, more(a), e->latest.chronic ? SENTENCE_EXPECT_CHRONIC :
		    SENTENCE_EXPECT);
	if (!mark_first)
		more_heat(a);
	if (marked)
		text_fmt(more(a), "If not gone by %s, see a doctor or "
		    "physiotherapist.", when(mark, now).s);
	if (mark_first)
		more_heat(a);
	if (e->was_seen)
		text_fmt(more(a), "Seen %s: do as agreed there.",
		    when(e->seen, now).s);
	page_spare(a->page, 2);
}

/*
 * The pattern, and the answers that make it.  Soreness is a calm word, and
 * stands beside nothing that is not.
 */
static void
add_pattern(const struct advice *a)
{
	bool strain = a->v->pattern == PATTERN_STRAIN;
	bool verbose = a->view->verbose;
	struct onset o = a->e->latest;
	struct text answers = TEXT(160);

	if (!strain && (a->v->pattern != PATTERN_SORENESS ||
	    !may_be_calm(a) || !verdict_suits_soreness(a->e, a->v)))
		return;
	/* One line has no room for more, and the next steps speak of it. */
	o.chronic = o.chronic && verbose;
	onset_traits(&answers, &o);
	if (verbose && (onset_tells(&o) & ONSET_TELLS_SESSION) != 0)
		text_item(&answers, 0, ", ", "began %s after the session",
		    span(o.time - o.session).s);
	put(a, add(a, "Pattern"), strain ? SENTENCE_STRAIN :
	    SENTENCE_SORENESS);
	text_fmt(&a->page->text, ": %s.", answers.buf);
	/* It is spared at first; log says so with the record. */
	if (strain && verbose && a->view->now - o.time < TREATMENT_HEAT_AFTER)
		put(a, more(a), SENTENCE_STRAIN_REST);
	page_spare(a->page, 1);
}

static const char *
trend_words(const struct advice *a)
{
	static const char *const words[] = {
		[TREND_GONE] = "gone. If it stays so: `backcare end`",
		[TREND_BETTER] = "easing.", [TREND_SAME] = "about the same.",
		[TREND_WORSE] = "getting worse."
	};

	if (a->v->came_back)
		return "it has come back.";
	/* No word of cheer beside what someone has to look at. */
	if (a->v->trend == TREND_BETTER && may_be_calm(a) &&
	    (a->v->urgency == URGENCY_SELF_CARE ||
	    verdict_is_mark_alone(a->v)))
		return "easing. Keep going.";
	return words[a->v->trend];
}

static void
add_trend(const struct advice *a, bool chart)
{
	struct text *text;

	if (a->e->scores < 2)
		return;
	text = add(a, "Trend");
	text_fmt(text, "Pain %d, then %d: %s", a->e->first_score.value,
	    a->e->last_score.value, trend_words(a));
	if (chart && a->e->recents > 2) {
		text_str(text, "  ");
		chart_scores(text, a->e->recent, a->e->recents,
		    a->view->utf8);
	}
	page_spare(a->page, 1);
}

static void
add_first(const struct advice *a)
{
	if (doubt_is_first(a->e))
		doubt_first(add(a, "First"), a->e, a->view->now);
	if (verdict_offers_pack(a->e, a->v) &&
	    verdict_has_flag(a->v, FLAG_CANCER))
		put(a, add(a, "Before"), SENTENCE_ASK_PACKS);
}

/*
 * The signs come first, so that they stand on the same lines everywhere.  Who
 * has just been asked about all the others is not told to ask.
 */
static void
add_watch(const struct advice *a)
{
	const struct episode *e = a->e;
	bool asks = episode_asks(e);
	bool just_asked = e->newest_kind == RECORD_CHECK &&
	    e->newest == a->view->now;

	add(a, "Watch");
	if (e->open && !asks && may_be_calm(a) &&
	    a->v->urgency == URGENCY_SELF_CARE)
		put(a, more(a), SENTENCE_SELF_CARE);
	put(a, more(a), SENTENCE_SIGNS);
	text_str(&a->page->text, asks || just_asked ? "." :
	    ": `backcare check`");
	if (asks && (!doubt_is_first(e) || advice_is_alarm(a->v)))
		doubt_screening(more(a), e, a->view->now);
}

void
advice_write(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	if (advice_is_alarm(v)) {
		add_alarm(a);
		advice_close(page, e, v, view);
		return;
	}
	advice_action(page, e, v, view);
	add_headline(a);
	add_first(a);
	add_step(a);
	if (e->open) {
		add_also(a);
		add_next(a);
		if (e->unread == 0 && e->scores < 2)
			add_pattern(a);
		if (e->unread == 0)
			add_trend(a, true);
	}
	advice_close(page, e, v, view);
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
	const struct advice all = {page, e, v, view}, *a = &all;

	add_silent(a);
	add_unread(a);
	add_prompt(a);
	if (v->urgency != URGENCY_PROMPT)
		return;
	add_why(a);
	page_spare(page, 1);
	if (!e->open)
		return;
	text_str(add(a, "Report"), "Take this with you: `backcare report`");
	page_spare(page, 1);
}

void
advice_first(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	add_first(&(struct advice){page, e, v, view});
}

void
advice_pack(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	add_silent(a);
	add_future(a);
	add_prompt(a);
	add_first(a);
	if (episode_asks(e) && !doubt_is_first(e))
		doubt_screening(add(a, "Watch"), e, view->now);
}

void
advice_rest(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	add_first(a);
	add_step(a);
	/* Of an onset that was told of just now. */
	if (e->newest_kind == RECORD_ONSET && expects(a))
		put(a, add(a, "Expect"), e->latest.chronic ?
		    SENTENCE_EXPECT_CHRONIC : SENTENCE_COMMON);
	add_trend(a, false);
	advice_close(page, e, v, view);
}

void
advice_close(struct page *page, const struct episode *e,
    const struct verdict *v, const struct page_view *view)
{
	const struct advice all = {page, e, v, view}, *a = &all;

	if (v->urgency != URGENCY_EMERGENCY)
		add_watch(a);
	put(a, page_add(page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER);
}
