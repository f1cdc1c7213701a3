#include "flag.h"

#include <string.h>

#include "../text/json.h"

/* Bytes of a word: a longer one is in no list. */
#define WORD_MOST 31

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
	    "bladder bowel bowels incontinence incontinent leak leaking "
	    "leaked leaks wet wetting peed soiled toilet stool poo pooed poop "
	    "pooped constipated constipation",
	    "Urine or stool comes without your say, and that is new. For "
	    "example: you find your clothes wet, or do not reach the toilet in "
	    "time."},
	[FLAG_RETENTION] = {"retention", URGENCY_EMERGENCY,
	    "hard to start, to stop or to feel passing urine",
	    "trouble passing urine, or feeling it pass",
	    CAUDA_EQUINA, "NHS inform; not in the article",
	    "pee peeing urinate urinating urination urinary wee weeing piss "
	    "toilet retention catheter",
	    "To pass water has become hard, or you no longer feel it flow. For "
	    "example: you stand there, and nothing comes."},
	[FLAG_SADDLE] = {"saddle", URGENCY_EMERGENCY,
	    "numb or tingling between the legs, at the genitals or buttocks, "
	    "or a new change in sexual function",
	    "numbness or tingling between the legs, or a change in sexual "
	    "function",
	    CAUDA_EQUINA, "NHS inform; not in the article",
	    "saddle groin genitals genital privates crotch buttock buttocks "
	    "bum butt bottom anus perineum penis testicle testicles scrotum "
	    "vagina sex sexual erection erections erectile impotence impotent "
	    "wipe wiping numbness tingling tingle tingles tingly pins needles",
	    "The parts that would touch a saddle feel odd or dull. For "
	    "example: wiping feels other than before, or an erection no "
	    "longer comes."},
	[FLAG_BOTH_LEGS] = {"both-legs", URGENCY_EMERGENCY,
	    "pain, tingling, weakness or numbness in both legs",
	    "pain, tingling, weakness or numbness in both legs",
	    CAUDA_EQUINA, "S38, raised: NHS",
	    "legs feet thighs calves numbness tingling tingle tingles tingly "
	    "pins needles",
	    "It is in the left leg and in the right one, at once or in turn. "
	    "For example: pain runs down both thighs."},
	[FLAG_WEAKNESS] = {"weakness", URGENCY_EMERGENCY,
	    "a leg getting weaker, a foot that drops, unsteady walking",
	    "a leg getting weaker, a foot that drops, or unsteady walking",
	    "With back pain that can be a sign of a nerve under pressure, "
	    "which has to be treated within hours.",
	    "AHCPR, Norfolk NHS; not in the article",
	    "weakness weak weaker weakened drop drops drag dragging dragged "
	    "foot toe toes gave giving unsteady wobbly jelly stagger stumble "
	    "stumbled stumbling limp limping tripping tripped buckle buckles "
	    "buckled paralysed paralyzed paralysis",
	    "New, and more than stiff or sore. For example: you trip over a "
	    "foot that does not lift, or a knee gives way on the stairs."},
	[FLAG_ACCIDENT] = {"accident", URGENCY_EMERGENCY,
	    "began after a serious accident or fall",
	    "a serious accident or fall",
	    "After that, back pain can be a sign of a broken bone.",
	    "NHS; not in the article",
	    "accident fall fell falls fallen falling tumbled crash crashed "
	    "collision trauma",
	    "A crash, a fall, or a heavy thing that hit you. For example: you "
	    "came off a bicycle, or down the stairs."},
	[FLAG_CHEST] = {"chest", URGENCY_EMERGENCY,
	    "chest pain with it",
	    "chest pain with the back pain",
	    "Together they can be a sign of trouble with the heart or a large "
	    "blood vessel.",
	    "NHS; not in the article",
	    "chest heart breathless breath breathe palpitations angina",
	    "Pressure, a tight feeling or pain in the chest that came with it. "
	    "For example: it hurts to breathe in, or the arm hurts too."},
	[FLAG_BELLY] = {"belly", URGENCY_EMERGENCY,
	    "sudden severe belly and back pain, faint or clammy",
	    "sudden severe belly and back pain, or feeling faint or clammy",
	    "Together they can be a sign of bleeding from a large blood "
	    "vessel.",
	    "NHS; not in the article",
	    "belly stomach abdomen abdominal tummy faint fainted fainting "
	    "dizzy dizziness lightheaded collapse collapsed clammy aneurysm",
	    "Both came at once and are strong. For example: the belly is hard, "
	    "you sweat, or you nearly passed out."},
	[FLAG_URINE] = {"urine", URGENCY_EMERGENCY,
	    "dark, cola-coloured urine after hard exercise",
	    "dark urine after hard exercise",
	    "That can be a sign of muscle breaking down, which can harm the "
	    "kidneys within hours.",
	    "GSSI, CDC; not in the article",
	    "urine dark brown cola coke blood rhabdo rhabdomyolysis",
	    "It looks like tea or cola, after a session that was harder than "
	    "usual."},
	[FLAG_FEVER] = {"fever", URGENCY_URGENT,
	    "fever or chills without another reason",
	    "fever or chills without another reason",
	    OTHER_CAUSE, "S45 S46",
	    "fever fevers feverish chill chills temperature temp shiver "
	    "shivering shivers shivery sweats infection infected",
	    "38 degrees (100.4 F) or more, or you shiver, and no cold or flu "
	    "explains it."},
	[FLAG_WEIGHT] = {"weight", URGENCY_URGENT,
	    "losing weight without trying",
	    "losing weight without trying",
	    OTHER_CAUSE, "S47",
	    "lost thin thinner underweight appetite",
	    "Some kilos in a few months, with no diet and no more training. "
	    "For example: your trousers have become loose."},
	[FLAG_UNRELENTING] = {"unrelenting", URGENCY_URGENT,
	    "sharp, severe and never easing",
	    "sharp, severe pain that never eases",
	    "Pain like that should be assessed today, not waited out.",
	    "S42, raised: NHS urgent list",
	    "unrelenting relentless unbearable intolerable constant "
	    "constantly severe severely worst agony excruciating nonstop",
	    "So strong that it is hard to think or talk, however you lie or "
	    "sit. For example: no position gives you a minute of rest from "
	    "it."},
	[FLAG_LUMP] = {"lump", URGENCY_URGENT,
	    "a lump, a swelling, or a changed shape of the back",
	    "a lump, a swelling, or a changed shape of the back",
	    OTHER_CAUSE, "NHS; not in the article",
	    "lump lumps swelling swollen bump bulge hump",
	    "Something to see or to feel that was not there before. For "
	    "example: a bump beside the spine, or a back that stands bent to "
	    "one side."},
	[FLAG_NIGHT] = {"night", URGENCY_URGENT,
	    "worse at night, or not eased by any rest",
	    "pain that is worse at night, or that no rest eases",
	    OTHER_CAUSE, "NHS; not in the article",
	    "nightly nighttime nights",
	    "It hurts more in bed than by day, or no rest makes it less. For "
	    "example: it wakes you at three, and no other position helps."},
	[FLAG_UPPER] = {"upper", URGENCY_URGENT,
	    "pain high up, between the shoulder blades",
	    "pain high up, between the shoulder blades",
	    OTHER_CAUSE, "NHS; not in the article",
	    "thoracic blade blades",
	    "Higher than the low back. For example: you would point between "
	    "the shoulder blades."},
	[FLAG_COUGH] = {"cough", URGENCY_URGENT,
	    "worse on coughing, sneezing or straining",
	    "pain that is worse on coughing, sneezing or straining",
	    "That can be a sign of a disc pressing on a nerve.",
	    "NHS; not in the article",
	    "cough coughs coughed coughing sneeze sneezes sneezed sneezing",
	    "A cough or a sneeze makes it clearly worse, or pressing on the "
	    "toilet does. For example: it shoots into the back or a leg then."},
	[FLAG_CANCER] = {"cancer", URGENCY_PROMPT,
	    "has or had cancer",
	    "having or having had cancer",
	    "With that, back pain has other causes more often.",
	    "AHCPR, Downie, community grading; not in the article",
	    "cancer tumour tumours tumor tumors chemo chemotherapy "
	    "radiotherapy metastasis metastases lymphoma leukaemia leukemia "
	    "myeloma melanoma",
	    "Now or at any time before, also where it is said to be healed. "
	    "For example: breast cancer ten years ago."},
	[FLAG_IMMUNE] = {"immune", URGENCY_PROMPT,
	    "a weak immune system (illness or medicines), or street drugs by "
	    "injection",
	    "a weak immune system, or drugs by injection",
	    "With back pain that raises the chance of an infection in the "
	    "spine.",
	    "AHCPR, community grading; not in the article",
	    "immune hiv aids transplant immunosuppressed immunosuppressant "
	    "immunosuppressants methotrexate inject injected injecting heroin "
	    "drugs",
	    "Something weakens the body's defence against germs. For example: "
	    "medicine after a transplant, or HIV."},
	[FLAG_LEG] = {"leg", URGENCY_PROMPT,
	    "pain running down one leg, particularly below the knee",
	    "pain running down one leg",
	    NERVE_ROOT, "S38",
	    "leg sciatica sciatic thigh calf shin shooting radiating foot",
	    "It goes past the buttock like a line. For example: from the back "
	    "down the thigh to the calf."},
	[FLAG_NUMB] = {"numb", URGENCY_PROMPT,
	    "numbness, tingling or weakness in one leg",
	    "numbness, tingling or weakness in one leg",
	    NERVE_ROOT, "S38, either sign is enough: cautious",
	    "numb numbness tingling tingle tingles tingly pins needles foot "
	    "toe toes",
	    "One leg feels other than the other one. For example: pins and "
	    "needles in a foot, or toes that lift less well."},
	[FLAG_SLEEP] = {"sleep", URGENCY_PROMPT,
	    "the pain stops you sleeping",
	    "pain that prevents sleep",
	    "Pain that keeps you awake should be assessed, sooner if it has "
	    "not eased after 72 hours.",
	    "S43; NHS on severe pain",
	    "sleep sleeping insomnia sleepless awake",
	    "You lie awake because of it. For example: you find no position to "
	    "fall asleep in."},
	[FLAG_BONE] = {"bone", URGENCY_PROMPT,
	    "long-term steroids, or thin bones (osteoporosis)",
	    "long-term steroids, or thin bones",
	    "With those, back pain can be a sign of a small fracture.",
	    "AHCPR, Downie; not in the article",
	    "bones thin osteoporosis osteoporotic osteopenia brittle fracture "
	    "fractured steroids steroid cortisone prednisone prednisolone "
	    "dexamethasone",
	    "Cortisone tablets for three months or more, or bones that were "
	    "found to be thin."},
	[FLAG_AGE] = {"age", URGENCY_PROMPT,
	    "under 18, or a first episode over 60",
	    "being under 18, or a first episode over 60",
	    "At those ages back pain has other causes more often. Under 18: "
	    "this is advice for adults.",
	    "community grading; not in the article",
	    "teenager teenage teen",
	    "Not yet 18, or past 60 and never pain like this before."},
	[FLAG_SKIN] = {"skin", URGENCY_SELF_CARE,
	    "numb, broken or badly supplied skin there, Raynaud's, or a bad "
	    "reaction to cold or heat before",
	    "skin there that should get no ice and no heat",
	    "Skin like that can be burnt by cold or by heat unnoticed.",
	    "MPFT NHS; not in the article",
	    "raynaud raynauds eczema psoriasis rash wound wounds blister "
	    "blisters burn burnt frostbite",
	    "The skin where a pack would lie. For example: an open wound, a "
	    "numb spot, or fingers that turn white in the cold."}
};

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

/* Whether a list, with spaces between, has the word, in any case. */
static bool
has_word(const char *list, struct slice word)
{
	char lower[WORD_MOST + 1];
	size_t i;

	if (word.len == 0 || word.len > WORD_MOST)
		return false;
	for (i = 0; i < word.len; i++)
		lower[i] = text_lower(word.at[i]);
	lower[i] = '\0';
	for (const char *at = list; (at = strstr(at, lower)) != NULL; at++) {
		if ((at == list || at[-1] == ' ') && at[i] <= ' ')
			return true;
	}
	return false;
}

enum flag
flag_named(struct slice name)
{
	int flag = 0;

	while (flag < FLAG_COUNT && !has_word(flag_rows[flag].name, name))
		flag++;
	return (enum flag)flag;
}

uint32_t
flag_plain(struct slice word)
{
	uint32_t found = 0;

	for (int flag = 0; flag < FLAG_COUNT; flag++) {
		if (has_word(flag_rows[flag].plain, word))
			found |= FLAG_BIT(flag);
	}
	return found;
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
