#include "flag.h"

#include <string.h>

#include "../text/json.h"

#define CAUDA_EQUINA "With back pain that can be a sign of pressure on the " \
    "nerves at the end of the spine. That has to be treated within hours."
#define OTHER_CAUSE "With back pain that can be a sign of a cause that is " \
    "not muscle or joint, so it should be looked at today."
#define NERVE_ROOT "That can be a sign of an irritated nerve root, such as " \
    "sciatica."

const struct flag_row flag_rows[FLAG_COUNT] = {
	[FLAG_BLADDER] = {"bladder", URGENCY_EMERGENCY,
	    "lost control of the bladder or the bowels",
	    "trouble controlling the bladder or the bowels",
	    CAUDA_EQUINA, "S40, raised: also where not sudden, NHS inform",
	    "Urine or stool comes without your say, and that is new. For "
	    "example: you find your clothes wet, or do not reach the toilet in "
	    "time."},
	[FLAG_RETENTION] = {"retention", URGENCY_EMERGENCY,
	    "hard to start, to stop or to feel passing urine",
	    "trouble passing urine, or feeling it pass",
	    CAUDA_EQUINA, "NHS inform; not in the article",
	    "To pass water has become hard, or you no longer feel it flow. For "
	    "example: you stand there, and nothing comes."},
	[FLAG_SADDLE] = {"saddle", URGENCY_EMERGENCY,
	    "numb or tingling between the legs, at the genitals or buttocks, "
	    "or a new change in sexual function",
	    "numbness or tingling between the legs, or a change in sexual "
	    "function",
	    CAUDA_EQUINA, "NHS inform; not in the article",
	    "The parts that would touch a saddle feel odd or dull. For "
	    "example: wiping feels other than before, or an erection no "
	    "longer comes."},
	[FLAG_BOTH_LEGS] = {"both-legs", URGENCY_EMERGENCY,
	    "pain, tingling, weakness or numbness in both legs",
	    "pain, tingling, weakness or numbness in both legs",
	    CAUDA_EQUINA, "S38, raised: NHS",
	    "It is in the left leg and in the right one, at once or in turn. "
	    "For example: pain runs down both thighs."},
	[FLAG_WEAKNESS] = {"weakness", URGENCY_EMERGENCY,
	    "a leg getting weaker, a foot that drops, unsteady walking",
	    "a leg getting weaker, a foot that drops, or unsteady walking",
	    "With back pain that can be a sign of a nerve under pressure, "
	    "which has to be treated within hours.",
	    "AHCPR, Norfolk NHS; not in the article",
	    "New, and more than stiff or sore. For example: you trip over a "
	    "foot that does not lift, or a knee gives way on the stairs."},
	[FLAG_ACCIDENT] = {"accident", URGENCY_EMERGENCY,
	    "began after a serious accident or fall",
	    "a serious accident or fall",
	    "After that, back pain can be a sign of a broken bone.",
	    "NHS; not in the article",
	    "A crash, a fall, or a heavy thing that hit you. For example: you "
	    "came off a bicycle, or down the stairs."},
	[FLAG_CHEST] = {"chest", URGENCY_EMERGENCY,
	    "chest pain with it",
	    "chest pain with the back pain",
	    "Together they can be a sign of trouble with the heart or a large "
	    "blood vessel.",
	    "NHS; not in the article",
	    "Pressure, a tight feeling or pain in the chest that came with it. "
	    "For example: it hurts to breathe in, or the arm hurts too."},
	[FLAG_BELLY] = {"belly", URGENCY_EMERGENCY,
	    "sudden severe belly and back pain, faint or clammy",
	    "sudden severe belly and back pain, or feeling faint or clammy",
	    "Together they can be a sign of bleeding from a large blood "
	    "vessel.",
	    "NHS; not in the article",
	    "Both came at once and are strong. For example: the belly is hard, "
	    "you sweat, or you nearly passed out."},
	[FLAG_URINE] = {"urine", URGENCY_EMERGENCY,
	    "dark, cola-coloured urine after hard exercise",
	    "dark urine after hard exercise",
	    "That can be a sign of muscle breaking down, which can harm the "
	    "kidneys within hours.",
	    "GSSI, CDC; not in the article",
	    "It looks like tea or cola, after a session that was harder than "
	    "usual."},
	[FLAG_FEVER] = {"fever", URGENCY_URGENT,
	    "fever or chills without another reason",
	    "fever or chills without another reason",
	    OTHER_CAUSE, "S45 S46",
	    "38 degrees (100.4 F) or more, or you shiver, and no cold or flu "
	    "explains it."},
	[FLAG_WEIGHT] = {"weight", URGENCY_URGENT,
	    "losing weight without trying",
	    "losing weight without trying",
	    OTHER_CAUSE, "S47",
	    "Some kilos in a few months, with no diet and no more training. "
	    "For example: your trousers have become loose."},
	[FLAG_UNRELENTING] = {"unrelenting", URGENCY_URGENT,
	    "sharp, severe and never easing",
	    "sharp, severe pain that never eases",
	    "Pain like that should be assessed today, not waited out.",
	    "S42, raised: NHS urgent list",
	    "So strong that it is hard to think or talk, however you lie or "
	    "sit. For example: no position gives you a minute of rest from "
	    "it."},
	[FLAG_LUMP] = {"lump", URGENCY_URGENT,
	    "a lump, a swelling, or a changed shape of the back",
	    "a lump, a swelling, or a changed shape of the back",
	    OTHER_CAUSE, "NHS; not in the article",
	    "Something to see or to feel that was not there before. For "
	    "example: a bump beside the spine, or a back that stands bent to "
	    "one side."},
	[FLAG_NIGHT] = {"night", URGENCY_URGENT,
	    "worse at night, or not eased by any rest",
	    "pain that is worse at night, or that no rest eases",
	    OTHER_CAUSE, "NHS; not in the article",
	    "It hurts more in bed than by day, or no rest makes it less. For "
	    "example: it wakes you at three, and no other position helps."},
	[FLAG_UPPER] = {"upper", URGENCY_URGENT,
	    "pain high up, between the shoulder blades",
	    "pain high up, between the shoulder blades",
	    OTHER_CAUSE, "NHS; not in the article",
	    "Higher than the low back. For example: you would point between "
	    "the shoulder blades."},
	[FLAG_COUGH] = {"cough", URGENCY_URGENT,
	    "worse on coughing, sneezing or straining",
	    "pain that is worse on coughing, sneezing or straining",
	    "That can be a sign of a disc pressing on a nerve.",
	    "NHS; not in the article",
	    "A cough or a sneeze makes it clearly worse, or pressing on the "
	    "toilet does. For example: it shoots into the back or a leg then."},
	[FLAG_CANCER] = {"cancer", URGENCY_PROMPT,
	    "has or had cancer",
	    "having or having had cancer",
	    "With that, back pain has other causes more often.",
	    "AHCPR, Downie, community grading; not in the article",
	    "Now or at any time before, also where it is said to be healed. "
	    "For example: breast cancer ten years ago."},
	[FLAG_IMMUNE] = {"immune", URGENCY_PROMPT,
	    "a weak immune system (illness or medicines), or street drugs by "
	    "injection",
	    "a weak immune system, or drugs by injection",
	    "With back pain that raises the chance of an infection in the "
	    "spine.",
	    "AHCPR, community grading; not in the article",
	    "Something weakens the body's defence against germs. For example: "
	    "medicine after a transplant, or HIV."},
	[FLAG_LEG] = {"leg", URGENCY_PROMPT,
	    "pain running down one leg, particularly below the knee",
	    "pain running down one leg",
	    NERVE_ROOT, "S38",
	    "It goes past the buttock like a line. For example: from the back "
	    "down the thigh to the calf."},
	[FLAG_NUMB] = {"numb", URGENCY_PROMPT,
	    "numbness, tingling or weakness in one leg",
	    "numbness, tingling or weakness in one leg",
	    NERVE_ROOT, "S38, either sign is enough: cautious",
	    "One leg feels other than the other one. For example: pins and "
	    "needles in a foot, or toes that lift less well."},
	[FLAG_SLEEP] = {"sleep", URGENCY_PROMPT,
	    "the pain stops you sleeping",
	    "pain that prevents sleep",
	    "Pain that keeps you awake should be assessed, sooner if it has "
	    "not eased after 72 hours.",
	    "S43; NHS on severe pain",
	    "You lie awake because of it. For example: you find no position to "
	    "fall asleep in."},
	[FLAG_BONE] = {"bone", URGENCY_PROMPT,
	    "long-term steroids, or thin bones (osteoporosis)",
	    "long-term steroids, or thin bones",
	    "With those, back pain can be a sign of a small fracture.",
	    "AHCPR, Downie; not in the article",
	    "Cortisone tablets for three months or more, or bones that were "
	    "found to be thin."},
	[FLAG_AGE] = {"age", URGENCY_PROMPT,
	    "under 18, or a first episode over 60",
	    "being under 18, or a first episode over 60",
	    "At those ages back pain has other causes more often. Under 18: "
	    "this is advice for adults.",
	    "community grading; not in the article",
	    "Not yet 18, or past 60 and never pain like this before."},
	[FLAG_SKIN] = {"skin", URGENCY_SELF_CARE,
	    "numb, broken or badly supplied skin there, Raynaud's, or a bad "
	    "reaction to cold or heat before",
	    "skin there that should get no ice and no heat",
	    "Skin like that can be burnt by cold or by heat unnoticed.",
	    "MPFT NHS; not in the article",
	    "The skin where a pack would lie. For example: an open wound, a "
	    "numb spot, or fingers that turn white in the cold."}
};

/* In the order of their letters: flag_plain halves the table. */
#define F(name) FLAG_BIT(FLAG_##name)
const struct flag_word flag_words[] = {
	{"abdomen", F(BELLY)}, {"abdominal", F(BELLY)},
	{"accident", F(ACCIDENT)}, {"agony", F(UNRELENTING)},
	{"aids", F(IMMUNE)}, {"aneurysm", F(BELLY)}, {"angina", F(CHEST)},
	{"anus", F(SADDLE)}, {"appetite", F(WEIGHT)}, {"awake", F(SLEEP)},
	{"belly", F(BELLY)}, {"bladder", F(BLADDER)}, {"blade", F(UPPER)},
	{"blades", F(UPPER)}, {"blister", F(SKIN)}, {"blisters", F(SKIN)},
	{"blood", F(URINE)}, {"bones", F(BONE)}, {"bottom", F(SADDLE)},
	{"bowel", F(BLADDER)}, {"bowels", F(BLADDER)}, {"breath", F(CHEST)},
	{"breathe", F(CHEST)}, {"breathless", F(CHEST)}, {"brittle", F(BONE)},
	{"brown", F(URINE)}, {"buckle", F(WEAKNESS)}, {"buckled", F(WEAKNESS)},
	{"buckles", F(WEAKNESS)}, {"bulge", F(LUMP)}, {"bum", F(SADDLE)},
	{"bump", F(LUMP)}, {"burn", F(SKIN)}, {"burnt", F(SKIN)},
	{"butt", F(SADDLE)}, {"buttock", F(SADDLE)}, {"buttocks", F(SADDLE)},
	{"calf", F(LEG)}, {"calves", F(BOTH_LEGS)}, {"cancer", F(CANCER)},
	{"catheter", F(RETENTION)}, {"chemo", F(CANCER)},
	{"chemotherapy", F(CANCER)}, {"chest", F(CHEST)}, {"chill", F(FEVER)},
	{"chills", F(FEVER)}, {"clammy", F(BELLY)}, {"coke", F(URINE)},
	{"cola", F(URINE)}, {"collapse", F(BELLY)}, {"collapsed", F(BELLY)},
	{"collision", F(ACCIDENT)}, {"constant", F(UNRELENTING)},
	{"constantly", F(UNRELENTING)}, {"constipated", F(BLADDER)},
	{"constipation", F(BLADDER)}, {"cortisone", F(BONE)},
	{"cough", F(COUGH)}, {"coughed", F(COUGH)}, {"coughing", F(COUGH)},
	{"coughs", F(COUGH)}, {"crash", F(ACCIDENT)}, {"crashed", F(ACCIDENT)},
	{"crotch", F(SADDLE)}, {"dark", F(URINE)}, {"dexamethasone", F(BONE)},
	{"dizziness", F(BELLY)}, {"dizzy", F(BELLY)}, {"drag", F(WEAKNESS)},
	{"dragged", F(WEAKNESS)}, {"dragging", F(WEAKNESS)},
	{"drop", F(WEAKNESS)}, {"drops", F(WEAKNESS)}, {"drugs", F(IMMUNE)},
	{"eczema", F(SKIN)}, {"erectile", F(SADDLE)}, {"erection", F(SADDLE)},
	{"erections", F(SADDLE)}, {"excruciating", F(UNRELENTING)},
	{"faint", F(BELLY)}, {"fainted", F(BELLY)}, {"fainting", F(BELLY)},
	{"fall", F(ACCIDENT)}, {"fallen", F(ACCIDENT)},
	{"falling", F(ACCIDENT)}, {"falls", F(ACCIDENT)},
	{"feet", F(BOTH_LEGS)}, {"fell", F(ACCIDENT)}, {"fever", F(FEVER)},
	{"feverish", F(FEVER)}, {"fevers", F(FEVER)},
	{"foot", F(WEAKNESS) | F(LEG) | F(NUMB)}, {"fracture", F(BONE)},
	{"fractured", F(BONE)}, {"frostbite", F(SKIN)}, {"gave", F(WEAKNESS)},
	{"genital", F(SADDLE)}, {"genitals", F(SADDLE)},
	{"giving", F(WEAKNESS)}, {"groin", F(SADDLE)}, {"heart", F(CHEST)},
	{"heroin", F(IMMUNE)}, {"hiv", F(IMMUNE)}, {"hump", F(LUMP)},
	{"immune", F(IMMUNE)}, {"immunosuppressant", F(IMMUNE)},
	{"immunosuppressants", F(IMMUNE)}, {"immunosuppressed", F(IMMUNE)},
	{"impotence", F(SADDLE)}, {"impotent", F(SADDLE)},
	{"incontinence", F(BLADDER)}, {"incontinent", F(BLADDER)},
	{"infected", F(FEVER)}, {"infection", F(FEVER)}, {"inject", F(IMMUNE)},
	{"injected", F(IMMUNE)}, {"injecting", F(IMMUNE)},
	{"insomnia", F(SLEEP)}, {"intolerable", F(UNRELENTING)},
	{"jelly", F(WEAKNESS)}, {"leak", F(BLADDER)}, {"leaked", F(BLADDER)},
	{"leaking", F(BLADDER)}, {"leaks", F(BLADDER)}, {"leg", F(LEG)},
	{"legs", F(BOTH_LEGS)}, {"leukaemia", F(CANCER)},
	{"leukemia", F(CANCER)}, {"lightheaded", F(BELLY)},
	{"limp", F(WEAKNESS)}, {"limping", F(WEAKNESS)}, {"lost", F(WEIGHT)},
	{"lump", F(LUMP)}, {"lumps", F(LUMP)}, {"lymphoma", F(CANCER)},
	{"melanoma", F(CANCER)}, {"metastases", F(CANCER)},
	{"metastasis", F(CANCER)}, {"methotrexate", F(IMMUNE)},
	{"myeloma", F(CANCER)}, {"needles", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)},
	{"nightly", F(NIGHT)}, {"nights", F(NIGHT)}, {"nighttime", F(NIGHT)},
	{"nonstop", F(UNRELENTING)}, {"numb", F(NUMB)},
	{"numbness", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)},
	{"osteopenia", F(BONE)}, {"osteoporosis", F(BONE)},
	{"osteoporotic", F(BONE)}, {"palpitations", F(CHEST)},
	{"paralysed", F(WEAKNESS)}, {"paralysis", F(WEAKNESS)},
	{"paralyzed", F(WEAKNESS)}, {"pee", F(RETENTION)}, {"peed", F(BLADDER)},
	{"peeing", F(RETENTION)}, {"penis", F(SADDLE)}, {"perineum", F(SADDLE)},
	{"pins", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)}, {"piss", F(RETENTION)},
	{"poo", F(BLADDER)}, {"pooed", F(BLADDER)}, {"poop", F(BLADDER)},
	{"pooped", F(BLADDER)}, {"prednisolone", F(BONE)},
	{"prednisone", F(BONE)}, {"privates", F(SADDLE)},
	{"psoriasis", F(SKIN)}, {"radiating", F(LEG)},
	{"radiotherapy", F(CANCER)}, {"rash", F(SKIN)}, {"raynaud", F(SKIN)},
	{"raynauds", F(SKIN)}, {"relentless", F(UNRELENTING)},
	{"retention", F(RETENTION)}, {"rhabdo", F(URINE)},
	{"rhabdomyolysis", F(URINE)}, {"saddle", F(SADDLE)},
	{"sciatic", F(LEG)}, {"sciatica", F(LEG)}, {"scrotum", F(SADDLE)},
	{"severe", F(UNRELENTING)}, {"severely", F(UNRELENTING)},
	{"sex", F(SADDLE)}, {"sexual", F(SADDLE)}, {"shin", F(LEG)},
	{"shiver", F(FEVER)}, {"shivering", F(FEVER)}, {"shivers", F(FEVER)},
	{"shivery", F(FEVER)}, {"shooting", F(LEG)}, {"sleep", F(SLEEP)},
	{"sleeping", F(SLEEP)}, {"sleepless", F(SLEEP)}, {"sneeze", F(COUGH)},
	{"sneezed", F(COUGH)}, {"sneezes", F(COUGH)}, {"sneezing", F(COUGH)},
	{"soiled", F(BLADDER)}, {"stagger", F(WEAKNESS)}, {"steroid", F(BONE)},
	{"steroids", F(BONE)}, {"stomach", F(BELLY)}, {"stool", F(BLADDER)},
	{"stumble", F(WEAKNESS)}, {"stumbled", F(WEAKNESS)},
	{"stumbling", F(WEAKNESS)}, {"sweats", F(FEVER)}, {"swelling", F(LUMP)},
	{"swollen", F(LUMP)}, {"teen", F(AGE)}, {"teenage", F(AGE)},
	{"teenager", F(AGE)}, {"temp", F(FEVER)}, {"temperature", F(FEVER)},
	{"testicle", F(SADDLE)}, {"testicles", F(SADDLE)}, {"thigh", F(LEG)},
	{"thighs", F(BOTH_LEGS)}, {"thin", F(WEIGHT) | F(BONE)},
	{"thinner", F(WEIGHT)}, {"thoracic", F(UPPER)},
	{"tingle", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)},
	{"tingles", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)},
	{"tingling", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)},
	{"tingly", F(SADDLE) | F(BOTH_LEGS) | F(NUMB)},
	{"toe", F(WEAKNESS) | F(NUMB)}, {"toes", F(WEAKNESS) | F(NUMB)},
	{"toilet", F(BLADDER) | F(RETENTION)}, {"transplant", F(IMMUNE)},
	{"trauma", F(ACCIDENT)}, {"tripped", F(WEAKNESS)},
	{"tripping", F(WEAKNESS)}, {"tumbled", F(ACCIDENT)},
	{"tummy", F(BELLY)}, {"tumor", F(CANCER)}, {"tumors", F(CANCER)},
	{"tumour", F(CANCER)}, {"tumours", F(CANCER)},
	{"unbearable", F(UNRELENTING)}, {"underweight", F(WEIGHT)},
	{"unrelenting", F(UNRELENTING)}, {"unsteady", F(WEAKNESS)},
	{"urinary", F(RETENTION)}, {"urinate", F(RETENTION)},
	{"urinating", F(RETENTION)}, {"urination", F(RETENTION)},
	{"urine", F(URINE)}, {"vagina", F(SADDLE)}, {"weak", F(WEAKNESS)},
	{"weakened", F(WEAKNESS)}, {"weaker", F(WEAKNESS)},
	{"weakness", F(WEAKNESS)}, {"wee", F(RETENTION)},
	{"weeing", F(RETENTION)}, {"wet", F(BLADDER)}, {"wetting", F(BLADDER)},
	{"wipe", F(SADDLE)}, {"wiping", F(SADDLE)}, {"wobbly", F(WEAKNESS)},
	{"worst", F(UNRELENTING)}, {"wound", F(SKIN)}, {"wounds", F(SKIN)},
	{"", 0}
};
#undef F

const char *
urgency_name(enum urgency u)
{
	static const char *const names[] = {
		"self-care", "prompt", "urgent", "emergency"
	};

	return names[u];
}

enum flag
flag_find(struct slice name)
{
	int flag = 0;

	while (flag < FLAG_COUNT && !slice_is(name, flag_rows[flag].name))
		flag++;
	return (enum flag)flag;
}

/* In lower case, with an end; "" where it is longer than any that is known. */
static void
lower(char *buf, struct slice word)
{
	size_t i;

	for (i = 0; i < word.len && word.len < FLAG_WORD; i++)
		buf[i] = text_lower(word.at[i]);
	buf[i] = '\0';
}

enum flag
flag_named(struct slice name)
{
	char buf[FLAG_WORD];

	lower(buf, name);
	return flag_find(slice_of(buf));
}

uint32_t
flag_plain(struct slice word)
{
	size_t low = 0, middle;
	size_t high = sizeof(flag_words) / sizeof(flag_words[0]) - 1;
	char buf[FLAG_WORD];
	int order;

	lower(buf, word);
	while (low < high) {
		middle = (low + high) / 2;
		order = strcmp(buf, flag_words[middle].word);
		if (order == 0)
			return flag_words[middle].flags;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return 0;
}

/* Bytes that are not ASCII belong to letters of other alphabets. */
static bool
is_letter(char c)
{
	c = text_lower(c);
	return (c >= 'a' && c <= 'z') || ((unsigned char)c & 0x80);
}

bool
flag_next_plain(struct slice *text, struct slice *word)
{
	size_t at = 0, end;

	for (; at < text->len; at = end + 1) {
		for (end = at; end < text->len && is_letter(text->at[end]); )
			end++;
		*word = (struct slice){text->at + at, end - at};
		if (word->len == 0 || flag_plain(*word) == 0)
			continue;
		text->at += end;
		text->len -= end;
		return true;
	}
	return false;
}

enum flag
flag_take(uint32_t *set)
{
	int flag = 0;

	while ((*set & FLAG_BIT(flag)) == 0)
		flag++;
	*set &= ~FLAG_BIT(flag);
	return (enum flag)flag;
}

uint32_t
flag_at_least(uint32_t set, enum urgency level)
{
	int flag = 0;

	while (flag < FLAG_COUNT && flag_rows[flag].level >= level)
		flag++;
	return set & (FLAG_BIT(flag) - 1);
}

enum urgency
flag_level(uint32_t set)
{
	return set == 0 ? URGENCY_SELF_CARE : flag_rows[flag_take(&set)].level;
}

int
flag_count(uint32_t set)
{
	int count = 0;

	for (; set != 0; count++)
		flag_take(&set);
	return count;
}

uint32_t
flag_carried(uint32_t set)
{
	return flag_at_least(set, URGENCY_URGENT) |
	    (set & FLAG_BIT(FLAG_SKIN));
}

void
flag_list(struct text *text, uint32_t set, const char *separator)
{
	size_t start = text->len;

	while (set != 0)
		text_item(text, start, separator, "%s",
		    flag_rows[flag_take(&set)].name);
}

void
flag_json(struct text *text, uint32_t set)
{
	while (set != 0)
		json_str(text, NULL, flag_rows[flag_take(&set)].name);
}
