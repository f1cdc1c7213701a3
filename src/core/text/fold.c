#include "fold.h"

#include <string.h>

#include "escape.h"

/* Bytes that are no character are past all characters. */
#define BYTE 0x110000u

/* Characters, each so many past the one before, that have a number alike. */
struct range {
	uint32_t first, last;
	uint8_t step, number;
};

/* How far capital letters are from the small ones. */
static const struct range cases[] = {
	{0x0041, 0x005a, 1, 32}, {0x00c0, 0x00d6, 1, 32},
	{0x00d8, 0x00de, 1, 32}, {0x0100, 0x012e, 2, 1}, {0x0139, 0x0147, 2, 1},
	{0x014a, 0x0176, 2, 1}, {0x01cb, 0x01db, 2, 1}, {0x01de, 0x01ee, 2, 1},
	{0x01f8, 0x021e, 2, 1}, {0x0222, 0x0232, 2, 1}, {0x0246, 0x024e, 2, 1},
	{0x0391, 0x03a1, 1, 32}, {0x03a3, 0x03ab, 1, 32},
	{0x0400, 0x040f, 1, 80}, {0x0410, 0x042f, 1, 32},
	{0x0460, 0x0480, 2, 1}, {0x048a, 0x04be, 2, 1}, {0x04c1, 0x04cd, 2, 1},
	{0x04d0, 0x052e, 2, 1}, {0x0531, 0x0556, 1, 48}, {0x1e00, 0x1e94, 2, 1},
	{0x1ea0, 0x1efe, 2, 1}, {0xff21, 0xff3a, 1, 32},
	{UINT32_MAX, 0, 1, 0}
};

/*
 * Letters by the mark that makes others of them: each stands before what it
 * becomes.  With no mark the other is in upper case, where no row above has it.
 */
static const struct {
	uint16_t mark;
	const char *letters;
} accents[] = {
	{0, "ĳĲĵĴķĶÿŸźŹżŻžŽɓƁƃƂƅƄɔƆƈƇɖƉɗƊƌƋǝƎəƏɛƐƒƑɠƓɣƔɩƖɨƗƙƘɯƜɲƝɵƟơƠƣƢƥƤʀƦƨƧ"
	    "ʃƩƭƬʈƮưƯʊƱʋƲƴƳƶƵʒƷƹƸƽƼǆǄǆǅǉǇǉǈǌǊǳǱǳǲǵǴƕǶƿǷƞȠⱥȺȼȻƚȽⱦȾɂɁƀɃʉɄʌɅάΆέΈ"
	    "ήΉίΊόΌύΎώΏσςӏӀ"},
	{'s', "sßsẞ"},
	{0x0300, "aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳ"},
	{0x0301, "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿ¨΅ϊΐαάεέηήιίϋΰοόυύωώϒϓгѓ"
	    "кќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"},
	{0x0302, "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"},
	{0x0303, "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"},
	{0x0304, "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝ"},
	{0x0306, "aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặ"},
	{0x0307, "cċeėgġiİzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"},
	{0x0308, "aäeëiïoöuüyÿιϊυϋϒϔеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ"},
	{0x0309, "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"},
	{0x030a, "aåuůwẘyẙ"},
	{0x030b, "oőuűуӳ"},
	{0x030c, "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"},
	{0x030f, "aȁeȅiȉoȍrȑuȕѵѷ"},
	{0x0311, "aȃeȇiȋoȏrȓuȗ"},
	{0x031b, "oơuư"},
	{0x0323, "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"},
	{0x0324, "uṳ"},
	{0x0325, "aḁ"},
	{0x0326, "sștț"},
	{0x0327, "cçgģkķlļnņrŗsştţeȩdḑhḩ"},
	{0x0328, "aąeęiįuųoǫ"},
	{0x032d, "dḓeḙlḽnṋtṱuṷ"},
	{0x032e, "hḫ"},
	{0x0330, "eḛiḭuṵ"},
	{0x0331, "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"},
	{0x0653, "\u0627\u0622"},
	{0x0654, "\u0627\u0623\u0648\u0624\u064a\u0626\u06d5\u06c0"
	    "\u06c1\u06c2\u06d2\u06d3"},
	{0x0655, "\u0627\u0625"},
	{0x3099, "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてで"
	    "とどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズ"
	    "セゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹ"
	    "ヲヺヽヾ"},
	{0x309a, "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"}
};

/*
 * The place of marks that follow a letter in any order where their places
 * differ: at it, below it, above it.  All others stay where they are.
 */
static const struct range places[] = {
	{0x0300, 0x0314, 1, 4}, {0x0316, 0x0319, 1, 3}, {0x031b, 0x031b, 1, 2},
	{0x031c, 0x0320, 1, 3}, {0x0321, 0x0322, 1, 1}, {0x0323, 0x0326, 1, 3},
	{0x0327, 0x0328, 1, 1}, {0x0329, 0x0333, 1, 3}, {0x0339, 0x033c, 1, 3},
	{0x033d, 0x0344, 1, 4}, {0x0653, 0x0654, 1, 4}, {0x0655, 0x0655, 1, 3},
	{UINT32_MAX, 0, 1, 0}
};

/*
 * A name in lower case, its marks on their own and in order, with one blank
 * for many and none around it.  A character of two bytes has three parts, and
 * no other has more parts than bytes.
 */
struct folded {
	uint32_t part[2 * FOLD_MAX];
	int parts;
};

/* The number of a character in a table that ends past all of them, or 0. */
static uint32_t
number_of(uint32_t c, const struct range *r)
{
	for (; c >= r->first; r++) {
		if (c <= r->last && (c - r->first) % r->step == 0)
			return r->number;
	}
	return 0;
}

static uint32_t
lower(uint32_t c)
{
	return c + number_of(c, cases);
}

/* The letter that becomes this one, and by which mark; 0 where none does. */
static uint32_t
without_mark(uint32_t c, uint32_t *mark)
{
	uint32_t letter = 0, whole = 0;

	if (c < 0x80)
		return 0;
	for (size_t i = 0; i < sizeof(accents) / sizeof(accents[0]); i++) {
		const char *at = accents[i].letters;

		while (*at != '\0') {
			at += escape_utf8(at, 4, &letter);
			at += escape_utf8(at, 4, &whole);
			if (whole != c)
				continue;
			*mark = accents[i].mark;
			return letter;
		}
	}
	return 0;
}

/* Puts a mark behind those of the same place, and before those of a later. */
static void
add(struct folded *f, uint32_t c)
{
	uint32_t place = number_of(c, places);
	int at = f->parts++;

	for (; at > 0 && place != 0 &&
	    number_of(f->part[at - 1], places) > place; at--)
		f->part[at] = f->part[at - 1];
	f->part[at] = c;
}

/* A syllable of Korean is made of two or three letters: Unicode, 3.12. */
static void
add_syllable(struct folded *f, uint32_t syllable)
{
	add(f, 0x1100 + syllable / 588);
	add(f, 0x1161 + syllable % 588 / 28);
	if (syllable % 28 != 0)
		add(f, 0x11a7 + syllable % 28);
}

/* A character in its parts: a letter, and its marks, three at the most. */
static void
add_parts(struct folded *f, uint32_t c)
{
	uint32_t behind[3], letter, mark;
	int count = 0;

	for (c = lower(c); (letter = without_mark(c, &mark)) != 0;
	    c = lower(letter)) {
		if (mark != 0)
			behind[count++] = mark;
	}
	if (c >= 0xac00 && c < 0xac00 + 11172)
		add_syllable(f, c - 0xac00);
	else
		add(f, c);
	while (count > 0)
		add(f, behind[--count]);
}

static bool
is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000;
}

static struct folded
fold(struct slice name)
{
	char bytes[FOLD_MAX];
	struct folded f = {.parts = 0};
	struct slice rest = {bytes, 0};
	bool blank = false;
	uint32_t c;
	size_t n;

	name.len = escape_whole(name, FOLD_MAX);
	rest.len = escape_decode(name, bytes);
	for (; rest.len > 0; slice_cut(&rest, n == 0 ? 1 : n)) {
		n = escape_utf8(rest.at, rest.len, &c);
		if (n == 0)
			c = BYTE + (unsigned char)*rest.at;
		if (!is_blank(c)) {
			if (blank && f.parts > 0)
				add(&f, ' ');
			add_parts(&f, c);
		}
		blank = is_blank(c);
	}
	return f;
}

bool
fold_same(struct slice a, struct slice b)
{
	struct folded x, y;

	if (a.len == b.len && memcmp(a.at, b.at, a.len) == 0)
		return true;
	x = fold(a);
	y = fold(b);
	return x.parts == y.parts && memcmp(x.part, y.part,
	    (size_t)x.parts * sizeof(*x.part)) == 0;
}
