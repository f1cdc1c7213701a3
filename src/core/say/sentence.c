#include "sentence.h"

const struct sentence_row sentence_rows[SENTENCE_COUNT] = {
	[SENTENCE_EMERGENCY] = {
	    "Call your local emergency number (112, 999, 911) or go to an "
	    "emergency department now.", "NHS", EVIDENCE_GOOD},
	[SENTENCE_EMERGENCY_NOT] = {
	    "Wait to see whether it passes, or drive yourself.", "NHS"},
	[SENTENCE_EMERGENCY_ASK] = {
	    "Say: \"could it be cauda equina?\" That is pressure on the nerves "
	    "at the end of the spine.", "NHS inform", EVIDENCE_GOOD},
	[SENTENCE_URGENT] = {
	    "Contact a doctor or an urgent-care line (111 in the UK) today.",
	    "NHS", EVIDENCE_GOOD},
	[SENTENCE_URGENT_MEANWHILE] = {
	    "Keep moving gently. If nobody can be reached tonight and it gets "
	    "worse, go to an emergency department.", "NHS"},
	[SENTENCE_URGENT_NOT] = {
	    "Wait for it to settle, or treat it yourself before it has been "
	    "assessed.", "NHS"},
	[SENTENCE_PROMPT] = {
	    "See a doctor or physiotherapist in the next days.",
	    "S37", EVIDENCE_GOOD},
	[SENTENCE_PROMPT_EASING] = {
	    "Easing, but past 72 hours. If it is not gone in a few days, see a "
	    "doctor or physiotherapist.", "rule U4"},
	[SENTENCE_PROMPT_PAINLESS] = {
	    "Pain 0. If it stays so: `backcare end`", "rule U4"},
	[SENTENCE_SELF_CARE] = {
	    "Nothing reported needs urgent care; look again if anything "
	    "changes.", "rule U7"},
	[SENTENCE_ICE] = {
	    "Ice, wrapped in a cloth, 15 to 20 minutes.",
	    "S18 S23 S24", EVIDENCE_LIMITED},
	[SENTENCE_HEAT] = {
	    "Moist heat, warm and not hot, 10 to 20 minutes.",
	    "S19 S26; NHS leaflets for the minutes", EVIDENCE_LIMITED},
	[SENTENCE_HEAT_CHRONIC] = {
	    "Long-standing and stiff: heat rather than ice.",
	    "S20", EVIDENCE_LIMITED},
	[SENTENCE_NO_PACKS] = {
	    "No ice and no heat, because of the skin there; everything else "
	    "still helps.", "MPFT NHS; not in the article", EVIDENCE_GOOD},
	[SENTENCE_ASK_PACKS] = {
	    "Ask whether cold or heat is right for you, because of the "
	    "cancer.",
	    "MPFT NHS; not in the article", EVIDENCE_NONE},
	[SENTENCE_PAINLESS] = {
	    "No pack is needed while there is no pain.", "convention"},
	[SENTENCE_ICE_START] = {
	    "Wrap the pack in a cloth, and stay awake. Take it off sooner if "
	    "it burns, or the skin goes numb or white.",
	    "NHS leaflets", EVIDENCE_GOOD},
	[SENTENCE_HEAT_START] = {
	    "Warm and not hot, with a cloth between; do not lie on it, and "
	    "stay awake. Take it off sooner if it burns.",
	    "NHS leaflets", EVIDENCE_GOOD},
	[SENTENCE_PACK_OFF] = {
	    "Take the pack off now, and let the skin get back to normal.",
	    "NHS leaflets", EVIDENCE_GOOD},
	[SENTENCE_MOVE] = {
	    "Walk a little, often; no bed rest, little sitting.",
	    "S22 S35 S36", EVIDENCE_GOOD},
	[SENTENCE_STRETCH] = {
	    "Knee-to-chest, Child's Pose if it eases: `backcare why "
	    "childs-pose`.", "S32 S33", EVIDENCE_CONTESTED},
	[SENTENCE_STRETCH_CAREFUL] = {
	    "Knee-to-chest, Child's Pose not to the end of the movement, and "
	    "stop if it goes down the leg: `backcare why childs-pose`.",
	    "convention"},
	[SENTENCE_EAT] = {
	    "Drink, eat well.", "S29 S30", EVIDENCE_ARTICLE},
	[SENTENCE_MEDS] = {
	    "An anti-inflammatory may help if it suits you: `backcare why "
	    "meds`", "S28", EVIDENCE_GOOD},
	[SENTENCE_MEDS_ASK] = {
	    "Before any medicine, ask a pharmacist first: `backcare why meds`",
	    "NHS"},
	[SENTENCE_COMMON] = {
	    "Aches after training are common: mostly tired or strained muscle "
	    "that settles within a few days.", "S1 S21", EVIDENCE_GOOD},
	[SENTENCE_EXPECT] = {
	    "Most aches after training settle in days.", "S21", EVIDENCE_GOOD},
	[SENTENCE_EXPECT_CHRONIC] = {
	    "Long-standing pain: have it assessed once.",
	    "NHS inform; not in the article"},
	[SENTENCE_SORENESS] = {
	    "Matches the pattern of muscle soreness", "by the answers"},
	[SENTENCE_STRAIN] = {
	    "Matches the pattern of a muscle strain", "by the answers"},
	[SENTENCE_STRAIN_REST] = {
	    "Spare it for a day or two; mild strains heal so. Then look again "
	    "at load and technique.", "S16", EVIDENCE_ARTICLE},
	[SENTENCE_TELL_APART] = {
	    "Three short questions tell soreness from injury.", "S3"},
	[SENTENCE_END_CAUSE] = {
	    "Worth a look at what brought it on, so that it does not come "
	    "back: `backcare why`", "S2", EVIDENCE_ARTICLE},
	[SENTENCE_END_CHANGE] = {
	    "One thing: pick a weak spot or a habit, and work on it. That "
	    "breaks the cycle.", "S59; Steffens 2016", EVIDENCE_LIMITED},
	[SENTENCE_END_STRAIN] = {
	    "One thing: look again at load and technique, and make no sudden "
	    "moves.", "S16; convention"},
	[SENTENCE_END_SORENESS] = {
	    "One thing: build up load or volume in smaller steps.",
	    "convention"},
	[SENTENCE_END_RETURN] = {
	    "Begin lighter, and go a step back if it is clearly worse next "
	    "day. That is convention: `backcare why return`",
	    "convention; none proven"},
	[SENTENCE_SIGNS] = {
	    "Emergency signs: new trouble with bladder or bowels, numb between "
	    "the legs, trouble in both legs", "NHS", EVIDENCE_GOOD},
	[SENTENCE_DISCLAIMER] = {
	    "General information, not a diagnosis and no substitute for care.",
	    ""}
};

const char *
sentence_evidence(enum evidence evidence)
{
	static const char *const names[] = {
		"", "article only", "good", "limited", "contested"
	};

	return names[evidence];
}

void
sentence_put(struct text *text, enum sentence words, bool verbose)
{
	const struct sentence_row *row = &sentence_rows[words];

	text_str(text, row->text);
	if (!verbose || *row->source == '\0')
		return;
	if (row->evidence == EVIDENCE_NONE)
		text_fmt(text, " [%s]", row->source);
	else
		text_fmt(text, " [%s; evidence: %s]", row->source,
		    sentence_evidence(row->evidence));
}
