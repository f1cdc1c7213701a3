#include "advice.h"

#include <string.h>

#include "../time/hours.h"
#include "../time/when.h"
#include "chart.h"
#include "doubt.h"
#include "reason.h"
#include "sentence.h"

/* Columns of a line beside its label, on a page of the usual width. */
#define LINE 70

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
more_words(const struct advice *a, enum sentence words)
{
	sentence_put(more(a), words, a->view->verbose);
}

/* Nothing that soothes stands beside what is not known. */
static bool
may_be_calm(const struct advice *a)
{
	return a->e->unread == 0 && a->e->future == 0 && !a->view->worried &&
	    !a->e->worried;
}

static void
add_unread(const struct advice *a)
{
	if (a->e->unread > 0)
		doubt_unread(add(a, "Not known"), a->e->unread);
	if (a->e->future > 0)
		doubt_future(add(a, "Not known"), a->e->future);
}

static void
add_silent(const struct advice *a)
{
	if (doubt_is_silent(a->e, a->view->now))
		doubt_silent(page_add(a->page, NULL, PAGE_HEADLINE), a->e,
		    a->view->now);
}

/* The action at PROMPT, or what comes before it where it eases. */
static enum sentence
prompt_words(const struct advice *a)
{
	static const enum sentence words[] = {
		[EASE_NONE] = SENTENCE_PROMPT, [EASE_SAME] = SENTENCE_PROMPT,
		[EASE_EASING] = SENTENCE_PROMPT_EASING,
		[EASE_PAINLESS] = SENTENCE_PROMPT_PAINLESS
	};

	return words[may_be_calm(a) ? doubt_ease(a->e, a->v) : EASE_NONE];
}

static void
add_why(const struct advice *a)
{
	struct text *text = add(a, "Why");
	uint32_t flags = flag_at_least(a->v->flags, a->v->urgency);

	reason_put(text, a->v, may_be_calm(a), a->view->verbose);
	if (advice_is_alarm(a->v) && flags != 0 && !a->view->unkept) {
		text_str(text, " By mistake? `backcare check -x ");
		flag_list(text, flags, " ");
		text_char(text, '`');
	}
}

static void
add_prompt(const struct advice *a)
{
	sentence_put(page_add(a->page, NULL, PAGE_HEADLINE), prompt_words(a),
	    a->view->verbose);
	add_why(a);
	page_spare(a->page, 1);
	if (!a->e->open)
		return;
	text_str(add(a, "Report"), "Take this with you: `backcare report`");
	page_spare(a->page, 1);
}

static void
add_after(const struct advice *a)
{
	if (a->view->unkept)
		text_str(add(a, "Not kept"), "Nothing was recorded. When there "
		    "is time, type it again.");
	else
		text_str(add(a, "After"), a->e->open ? "Take this with you: "
		    "`backcare report`. When somebody has looked at it, note "
		    "that: `backcare seen`" :
		    "When somebody has looked at it, note that: "
		    "`backcare seen`");
}

static void
add_alarm(const struct advice *a)
{
	bool now = a->v->urgency == URGENCY_EMERGENCY;

	sentence_put(page_add(a->page, NULL, PAGE_ALARM),
	    now ? SENTENCE_EMERGENCY : SENTENCE_URGENT, a->view->verbose);
	add_why(a);
	if (now && (a->v->flags & FLAG_CAUDA) != 0)
		add_words(a, "There", SENTENCE_EMERGENCY_ASK);
	if (!now)
		add_words(a, "Meanwhile", SENTENCE_URGENT_MEANWHILE);
	add_words(a, "Do not", now ? SENTENCE_EMERGENCY_NOT :
	    SENTENCE_URGENT_NOT);
	add_after(a);
	add_unread(a);
}

/* "Ice: 5 h 12 min since the pain began (Fri 20 Nov 18:30)." */
static void
put_headline(const struct advice *a, struct text *text, const char *title)
{
	int64_t now = a->view->now, latest = a->e->latest.time;
	struct span_shown since = span(a->v->elapsed);
	struct span_shown flare = span(now > latest ? now - latest : 0);

	if (latest == a->e->first)
		text_fmt(text, "%s: %s since the pain began (%s).", title,
		    since.s, when(latest, now).s);
	else
		text_fmt(text, "%s: flare %s ago (%s), pain for %s.", title,
		    flare.s, when(latest, now).s, since.s);
}

static void
add_headline(const struct advice *a)
{
	static const char *const titles[] = {
		[PHASE_NONE] = "", [PHASE_ICE] = "Ice",
		[PHASE_HEAT] = "Moist heat",
		[PHASE_ESCALATE] = "Past 72 hours"
	};
	struct text *text;

	if (a->v->phase == PHASE_NONE && a->e->unread > 0)
		return;		/* There may be one, for all that is known. */
	text = page_add(a->page, NULL, PAGE_HEADLINE);
	if (a->v->phase == PHASE_NONE) {
		text_str(text, "No episode is open.");
		if (a->e->ended)
			text_fmt(text, " The last one ended %s.",
			    when(a->e->end, a->view->now).s);
		return;
	}
	put_headline(a, text, a->v->treatment == TREATMENT_NONE ?
	    "No ice, no heat" : titles[a->v->phase]);
	if (a->view->plain)
		return;
	chart_bar(page_add(a->page, NULL, PAGE_FIXED), a->e, a->view);
	page_spare(a->page, 1);
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
	struct text *text = add(a, "Do now");

	if (next > now && awake > next &&
	    treatment_of(a->e, awake) == treatment)
		text_fmt(text, "From %s, in waking hours:",
		    when_short(awake, now).s);
	else if (next > now)
		text_fmt(text, "From %s, when the skin is back to normal:",
		    when_short(next, now).s);
	more_words(a, treatment == TREATMENT_ICE ? SENTENCE_ICE :
	    SENTENCE_HEAT);
	/* Who has done so before knows why. */
	if (next <= now && track->count == 0 &&
	    treatment == TREATMENT_HEAT && treatment_is_chronic(&a->e->latest))
		more_words(a, SENTENCE_HEAT_CHRONIC);
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
	else if (a->v->phase == PHASE_NONE && a->e->unread > 0)
		return;
	else if (a->v->phase == PHASE_NONE)
		text_str(add(a, "Do now"), "When pain begins, note it: "
		    "`backcare log`");
	else
		add_words(a, "Do now", a->v->treatment == TREATMENT_NONE ?
		    SENTENCE_NO_PACKS : SENTENCE_PAINLESS);
}

/* What the person reported changes what may be good. */
static void
add_also(const struct advice *a)
{
	bool bone = a->e->had_bone || verdict_has_flag(a->v, FLAG_BONE);

	add_words(a, "Also", SENTENCE_MOVE);
	more_words(a, SENTENCE_EAT);
	more_words(a, bone || (a->v->flags & LEG) != 0 ?
	    SENTENCE_STRETCH_CAREFUL : SENTENCE_STRETCH);
	if (bone || verdict_has_flag(a->v, FLAG_AGE))
		more_words(a, SENTENCE_MEDS_ASK);
	else if (!doubt_is_first(a->e) && a->e->unread == 0)
		more_words(a, SENTENCE_MEDS);
	page_spare(a->page, 1);
}

/* The mark that U4 goes by, where it is still to come. */
static bool
has_mark(const struct advice *a)
{
	return a->e->clock_runs && a->view->now <= episode_mark(a->e);
}

static void
more_turn(const struct advice *a, bool mark)
{
	int64_t heat = a->e->latest.time + TREATMENT_HEAT_AFTER;

	if (mark)
		text_fmt(more(a), "If not gone by %s, see a doctor or "
		    "physiotherapist.",
		    when(episode_mark(a->e), a->view->now).s);
	else
		text_fmt(more(a), "Heat from %s.",
		    when(heat, a->view->now).s);
}

static bool
expects(const struct advice *a)
{
	return a->v->urgency == URGENCY_SELF_CARE && has_mark(a) &&
	    may_be_calm(a) && !a->e->was_seen && !doubt_is_first(a->e);
}

/* The turning points to come, in their order, and what was agreed. */
static void
add_next(const struct advice *a)
{
	const struct episode *e = a->e;
	bool to_heat = a->v->treatment == TREATMENT_ICE;
	bool to_mark = has_mark(a), heat_first;

	if (!to_heat && !to_mark && !e->was_seen)
		return;
	add(a, "Next");
	if (expects(a))
		more_words(a, e->latest.chronic ? SENTENCE_EXPECT_CHRONIC :
		    SENTENCE_EXPECT);
	heat_first = to_heat && (!to_mark || e->latest.time +
	    TREATMENT_HEAT_AFTER <= episode_mark(e));
	if (heat_first)
		more_turn(a, false);
	if (to_mark && !e->was_seen)
		more_turn(a, true);
	if (to_heat && !heat_first)
		more_turn(a, false);
	if (e->was_seen)
		text_fmt(more(a), "Seen %s: do as agreed there.",
		    when(e->seen, a->view->now).s);
	page_spare(a->page, 2);
}

/* The answers that make the pattern, and of the rest what has room. */
static void
put_answers(const struct advice *a, struct text *text, size_t start)
{
	const size_t room = a->view->verbose ? SIZE_MAX :
	    LINE - (text->len - start) - strlen(": .");
	struct onset o = a->e->latest;
	struct text answers = TEXT(160), after = TEXT(64);

	/* The next steps speak of it. */
	if (!a->view->verbose)
		o.chronic = false;
	onset_traits(&answers, &o);
	if (o.has_session && o.session <= o.time)
		text_fmt(&after, "began %s after the session",
		    span(o.time - o.session).s);
	if (after.len > 0 && answers.len + 2 + after.len <= room)
		text_item(&answers, 0, ", ", "%s", after.buf);
	text_fmt(text, ": %s.", answers.buf);
}

/* Soreness is a calm word, and stands beside nothing that is not. */
static bool
shows_pattern(const struct advice *a)
{
	if (a->v->pattern == PATTERN_SORENESS)
		return may_be_calm(a) && verdict_suits_soreness(a->e, a->v);
	return a->v->pattern == PATTERN_STRAIN;
}

static void
add_pattern(const struct advice *a)
{
	size_t start;

	if (!shows_pattern(a))
		return;
	start = add(a, "Pattern")->len;
	more_words(a, a->v->pattern == PATTERN_STRAIN ? SENTENCE_STRAIN :
	    SENTENCE_SORENESS);
	put_answers(a, &a->page->text, start);
	/* It is spared at first; log says so with the record. */
	if (a->v->pattern == PATTERN_STRAIN && a->view->verbose &&
	    a->view->now - a->e->latest.time < TREATMENT_HEAT_AFTER)
		more_words(a, SENTENCE_STRAIN_REST);
	page_spare(a->page, 1);
}

static const char *
trend_words(const struct advice *a)
{
	switch (a->v->trend) {
	case TREND_GONE:
		return "gone. If it stays so: `backcare end`";
	case TREND_BETTER:
		/* No word of cheer beside what someone has to look at. */
		return may_be_calm(a) && (a->v->urgency == URGENCY_SELF_CARE ||
		    verdict_is_mark_alone(a->v)) ? "easing. Keep going." :
		    "easing.";
	case TREND_WORSE:
		return a->v->came_back ? "it has come back." :
		    "getting worse.";
	case TREND_SAME:
	default:
		return "about the same.";
	}
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
		add_words(a, "Before", SENTENCE_ASK_PACKS);
}

/* Whether the check itself is what has just been done. */
static bool
just_asked(const struct advice *a)
{
	return a->e->newest_kind == RECORD_CHECK &&
	    a->e->newest == a->view->now;
}

/* The signs come first, so that they stand on the same lines everywhere. */
static void
add_watch(const struct advice *a)
{
	bool unasked = episode_asks(a->e);
	bool first = doubt_is_first(a->e) && !advice_is_alarm(a->v);

	add(a, "Watch");
	if (a->e->open && !unasked && may_be_calm(a) &&
	    a->v->urgency == URGENCY_SELF_CARE)
		more_words(a, SENTENCE_SELF_CARE);
	more_words(a, SENTENCE_SIGNS);
	if (!unasked && !just_asked(a)) {
		text_str(&a->page->text, ": `backcare check`");
		return;
	}
	text_char(&a->page->text, '.');
	if (unasked && !first)
		doubt_screening(more(a), a->e, a->view->now);
}

static void
add_disclaimer(const struct advice *a)
{
	sentence_put(page_add(a->page, NULL, PAGE_PLAIN), SENTENCE_DISCLAIMER,
	    a->view->verbose);
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
	const struct advice all = {page, e, v, view}, *a = &all;

	add_silent(a);
	add_unread(a);
	if (v->urgency == URGENCY_PROMPT)
		add_prompt(a);
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
	if (e->future > 0)
		doubt_future(add(a, "Not known"), e->future);
	if (v->urgency == URGENCY_PROMPT)
		sentence_put(page_add(page, NULL, PAGE_HEADLINE),
		    prompt_words(a), false);
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
		add_words(a, "Expect", e->latest.chronic ?
		    SENTENCE_EXPECT_CHRONIC : SENTENCE_COMMON);
	add_trend(a, false);
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
