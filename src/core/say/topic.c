#include "topic.h"

#include <string.h>

#include "../text/suggest.h"

const struct topic topic_table[] = {
	{"load", "overload volume weight", "Too much, too soon", TOPIC_CAUSE, {
	    {"Cause", "Most often the long muscles along the spine (erector "
		"spinae) were overloaded.", "S4", EVIDENCE_ARTICLE},
	    {"And", "Often it is not the weight itself. It is weak support "
		"from the muscles, or the way of moving.",
		"S49", EVIDENCE_ARTICLE},
	    {"Try", "Next time take a tenth off the weight, or leave out a "
		"set. Add it back over some weeks.", "convention"},
	    {"Evidence", "Jumps in load, tired muscles and awkward positions "
		"are well known triggers.", "Steffens 2015", EVIDENCE_GOOD}}},
	{"form", "technique prime-mover deadlift deadlifts squat squats lift "
	    "rounding", "Form and bracing", TOPIC_CAUSE, {
	    {"Cause", "A common fault: the low back lifts (as prime mover), "
		"where it should hold still.", "S52", EVIDENCE_CONTESTED},
	    {"And", "Without a braced belly (intra-abdominal pressure) the "
		"back rounds in a deadlift. Then discs and ligaments take the "
		"strain, not hips and legs.", "S53 S54", EVIDENCE_CONTESTED},
	    {"And", "Pain is often a sign that the body takes the easy path. "
		"Hips and trunk should start the move and steer it.",
		"S58", EVIDENCE_ARTICLE},
	    {"Try", "Next time breathe in, brace the belly, and let the hips "
		"and legs start each lift: `backcare why bracing`",
		"convention"},
	    {"Evidence", "Studies have not shown that a round back alone does "
		"harm. Load jumps count for more.",
		"Saraceni 2020", EVIDENCE_CONTESTED}}},
	{"core", "trunk corset pelvic-floor abs belly stabilisers",
	    "The deep muscles of the trunk",
	    TOPIC_CAUSE, {
	    {"Cause", "When the deep muscles of the trunk are weak, the outer "
		"muscles of the back do their work, and tire.",
		"S51", EVIDENCE_CONTESTED},
	    {"And", "Those of the belly (transverse abdominis), the back "
		"(multifidus) and the pelvic floor work like a corset for the "
		"spine.", "S50", EVIDENCE_ARTICLE},
	    {"Try", "Next time do one slow plank and one dead bug before the "
		"first lift: `backcare why plank`", "convention"},
	    {"Evidence", "The link is weaker than is often said. Getting "
		"stronger helps all the same.",
		"BJSM 54/12/698", EVIDENCE_CONTESTED}}},
	{"hips", "hip-flexors hip flexors",
	    "Hip flexors and the tilt of the pelvis",
	    TOPIC_CAUSE, {
	    {"Cause", "Tight muscles at the front of the hips can tip the "
		"pelvis forward (anterior pelvic tilt).",
		"S55", EVIDENCE_CONTESTED},
	    {"And", "That arches the low back and tires it, so that it gets "
		"sore even with moderate weight.", "S57", EVIDENCE_CONTESTED},
	    {"Try", "Next time stretch the front of each hip for half a minute "
		"before you squat.", "convention"},
	    {"Evidence", "People with and without back pain do not differ in "
		"the tilt of the pelvis.", "Laird 2014", EVIDENCE_CONTESTED}}},
	{"glutes", "buttocks", "The buttocks", TOPIC_CAUSE, {
	    {"Cause", "Weak muscles of the buttocks leave more work to the low "
		"back.", "S56", EVIDENCE_CONTESTED},
	    {"Try", "Next time do a set of bridges before the first squat or "
		"deadlift: `backcare why bridge`", "convention"},
	    {"Evidence", "Little was found for it. Strong hips do help with "
		"lifting.", "none found", EVIDENCE_CONTESTED}}},
	{"ice", "cold icing", "Ice", TOPIC_STEP, {
	    {"Aim", "First of all to calm the sore tissue, and to keep the "
		"blood moving.", "S17", EVIDENCE_ARTICLE},
	    {"Cold", "Dulls pain for a while. The article says that it also "
		"calms inflammation.", "S25", EVIDENCE_CONTESTED},
	    {"Evidence", "For backs there are few studies, and no clear "
		"answer. Use it for comfort, and stop if it feels worse.",
		"Cochrane 2006; Garra 2010", EVIDENCE_LIMITED},
	    {"Debate", "Some inflammation helps healing. Whether damping it "
		"early is good is debated.",
		"Dubois and Esculier 2020", EVIDENCE_CONTESTED},
	    {"How", "Wrap it: `backcare why wrapping`. 15 minutes do, 20 are "
		"the most. Leave two hours in between, and stay awake.",
		"NHS leaflets"},
	    {"Do not", "Put it on skin that is numb, broken or badly supplied, "
		"or where there is Raynaud's.", "MPFT NHS"}}},
	{"heat", "moist-heat moist warmth hot bath shower",
	    "Moist heat", TOPIC_STEP, {
	    {"Aim", "Warmth relaxes tight muscle and eases spasm. The article "
		"adds that more blood flow clears waste.",
		"S27", EVIDENCE_CONTESTED},
	    {"Evidence", "In trials a heat wrap helped a little, for a short "
		"time.", "Cochrane 2006; ACP 2017", EVIDENCE_LIMITED},
	    {"How", "A moist warm towel, a pack or a bath, 10 to 20 minutes, "
		"up to three times a day. Warm, not hot.",
		"MPFT NHS, Healthwise"},
	    {"Do not", "Use it on swelling, on numb or broken skin, or with a "
		"fever. With diabetes ask a doctor first. Do not sleep on it.",
		"MPFT NHS, Healthwise"}}},
	{"meds", "nsaid nsaids ibuprofen naproxen diclofenac aspirin "
	    "paracetamol acetaminophen anti-inflammatory anti-inflammatories "
	    "painkiller painkillers medicine medicines tablets",
	    "Anti-inflammatory medicines (NSAIDs)", TOPIC_STEP, {
	    {"Aim", "Help a bit for a while. Paracetamol alone does not.",
		"NICE NG59; Cochrane 2020", EVIDENCE_GOOD},
	    {"Ask first", "A doctor or a pharmacist if over 65 or under 16, "
		"pregnant, trying, or breastfeeding. With asthma, chickenpox, "
		"allergy to them or to aspirin, past stomach ulcer or stroke. "
		"With trouble of clotting, heart, liver, kidneys, blood "
		"pressure, circulation or bowels. With blood thinners, "
		"steroids, antidepressants, any other medicine.",
		"NHS; DailyMed"},
	    {"Never", "Two of them at once, or any where aspirin sets off "
		"asthma. After 28 weeks of pregnancy none; from 20 weeks "
		"briefly.", "Arthritis Society; MHRA 2023"},
	    {"Risk", "Heart attack, stroke, stomach bleeds: early, with no "
		"warning. More of it, age, alcohol and smoking add to that.",
		"DailyMed", EVIDENCE_GOOD},
	    {"Keep to", "As little as helps, ten days at most without advice. "
		"Drink enough.", "DailyMed; NHS"},
	    {"Get help", "At once for black stools or blood in vomit. None "
		"with dark urine.", "Arthritis Society; GSSI"}}},
	{"moving", "move movement sit chair desk posture stretch "
	    "stretches stretching bed-rest sitting", "Moving", TOPIC_STEP, {
	    {"Aim", "Gentle, controlled movement, as soon as you can bear it, "
		"keeps the back from getting stiff.", "S31", EVIDENCE_GOOD},
	    {"Walks", "They speed things up; days in bed slow them down. They "
		"keep the blood moving and loosen muscle; sitting does not.",
		"S36; Cochrane CD007612", EVIDENCE_GOOD},
	    {"How", "Begin with five minutes: `backcare why walking`. Get up "
		"after half an hour of sitting.", "Lively 2002"},
	    {"Stretches", "They may feel good. The article says that they open "
		"the low back and lengthen tight muscle.",
		"S34", EVIDENCE_CONTESTED},
	    {"", "How: `backcare why childs-pose`, `backcare why "
		"knee-to-chest`"},
	    {"Evidence", "Trials found little or no effect of stretching on "
		"soreness.", "Cochrane CD004577", EVIDENCE_CONTESTED},
	    {"Stop", "When it is sharp, or runs down the leg.", "NHS"}}},
	{"return", "training lifting gym back-to-training", "Back to training",
	    TOPIC_STEP, {
	    {"Evidence", "No test for going back to lifting has been proven. "
		"This is convention.", "none found"},
	    {"When", "No red flag is open, daily moves are comfortable, and "
		"pain is 2 or less and not rising.", "convention"},
	    {"How", "Begin lighter than before, and build up over sessions. If "
		"it is clearly worse next day, take a step back.",
		"convention"},
	    {"Keep on", "Exercise and knowing about backs nearly halve new "
		"episodes. That fades when one stops.",
		"Steffens 2016", EVIDENCE_GOOD}}},
	{"childs-pose", "child-pose childspose child",
	    "Child's Pose", TOPIC_HOW, {
	    {"Start", "Kneel on a mat, knees as wide as the hips or wider. Put "
		"a cushion under the knees if they ache."},
	    {"Do", "Breathe out and sit back toward the heels. Let the chest "
		"sink, and rest the forehead on the floor or on a cushion."},
	    {"Hold", "Three to five slow breaths, arms in front or at your "
		"sides. Come up with the help of the hands. Twice or three "
		"times a day."},
	    {"Feel", "A mild pull in the low back is fine; pain is not."},
	    {"Stop", "When it is sharp, or runs down the leg.", "NHS"},
	    {"Not for", "Knees or hips that hurt when bent. With thin bones or "
		"long-term steroids, do not go to the end of the movement."},
	    {"Evidence", "It may feel good. It has not been shown to heal "
		"faster.", "Cochrane CD004577", EVIDENCE_CONTESTED}}},
	{"knee-to-chest", "knee-to-chest-stretch kneetochest knee knees",
	    "Knee-to-chest",
	    TOPIC_HOW, {
	    {"Start", "Lie on your back, on a mat or in bed, knees bent and "
		"feet flat."},
	    {"Do", "Take one leg behind the thigh and draw the knee to the "
		"chest, as far as it feels good. The other foot stays down."},
	    {"Hold", "Ten to twenty seconds, and breathe on. Change sides. "
		"Three times each, twice a day. If that is easy, both knees at "
		"once."},
	    {"Stop", "When it is sharp, or runs down the leg.", "NHS"},
	    {"Not for", "A new hip, unless a doctor says so. With thin bones "
		"or long-term steroids, do not go to the end of the movement."},
	    {"Evidence", "It may feel good. It has not been shown to heal "
		"faster.", "Cochrane CD004577", EVIDENCE_CONTESTED}}},
	{"walking", "walk walks", "Walking", TOPIC_HOW, {
	    {"How far", "At first five minutes, on the flat, at a pace at "
		"which you can talk.", "Lively 2002"},
	    {"How often", "Every hour or two through the day. Many short walks "
		"do more than one long one."},
	    {"More", "Add a minute or two a day, as long as the next day is no "
		"worse."},
	    {"How", "Stand tall, let the arms swing, and take small steps. "
		"Soft shoes help."},
	    {"Stop", "When the pain climbs with each step, runs down the leg, "
		"or a leg gives way. Then: `backcare check`"},
	    {"Not for", "Who is dizzy or unsteady: then only with somebody "
		"beside you."},
	    {"Evidence", "Staying active beats rest in bed, by a little.",
		"Cochrane CD007612", EVIDENCE_GOOD}}},
	{"bracing", "brace belly-breathing valsalva", "Bracing", TOPIC_HOW, {
	    {"What", "The trunk is made firm before a lift, so that the spine "
		"keeps its shape. The breath makes pressure in the belly."},
	    {"Learn", "Stand with your hands at the waist. Breathe in low, and "
		"push out against the hands, to the sides and the back too."},
	    {"Do", "Get firm, as if somebody were about to poke you. Lift, and "
		"breathe out at the top. Take a new breath for each lift."},
	    {"How much", "Little for a light weight, more for a heavy one. "
		"Learn it with none."},
	    {"Stop", "When you get dizzy, or feel pressure in the head."},
	    {"Not for", "Holding the breath raises the blood pressure. With "
		"high pressure, heart trouble or a hernia ask first, and "
		"breathe out as you lift."},
	    {"Evidence", "That a round back alone does harm has not been "
		"shown.", "Saraceni 2020", EVIDENCE_CONTESTED}}},
	{"plank", "planks", "Plank", TOPIC_HOW, {
	    {"When", "Once daily moves are comfortable; not in the first days.",
		"convention"},
	    {"Start", "Lie on your belly, forearms under the shoulders. "
		"Easier: on the knees, or with the hands on a table."},
	    {"Do", "Lift the hips until head, back and legs make a line. "
		"Squeeze the buttocks, keep the belly firm, and breathe."},
	    {"Hold", "Ten seconds, five times, with a rest between. Add some "
		"seconds each week."},
	    {"Stop", "When the low back sags or hurts, or pain runs down the "
		"leg."},
	    {"Not for", "Sore shoulders: take the table. With high blood "
		"pressure keep it short, and do not hold your breath."},
	    {"Evidence", "Exercise of any kind makes new episodes fewer. No "
		"one kind is best.", "Steffens 2016", EVIDENCE_GOOD}}},
	{"dead-bug", "deadbug dead-bugs", "Dead bug", TOPIC_HOW, {
	    {"When", "Once daily moves are comfortable; not in the first days.",
		"convention"},
	    {"Start", "Lie on your back, arms to the ceiling, hips and knees "
		"bent like those of a chair. Easier: leave the feet on the "
		"floor."},
	    {"Do", "Keep the low back still. Let one arm and the other leg "
		"sink slowly, as far as the back stays still, and come back."},
	    {"How often", "Five slow ones on each side, twice. Breathe out "
		"while the leg sinks."},
	    {"Stop", "When the back arches or hurts, or pain runs down the "
		"leg."},
	    {"Not for", "Who cannot lie flat, or has a hernia of the belly."},
	    {"Evidence", "Exercise of any kind makes new episodes fewer. No "
		"one kind is best.", "Steffens 2016", EVIDENCE_GOOD}}},
	{"bridge", "bridges glute-bridge", "Bridge", TOPIC_HOW, {
	    {"When", "Once daily moves are comfortable; not in the first days.",
		"convention"},
	    {"Start", "Lie on your back, knees bent, feet flat and as wide as "
		"the hips."},
	    {"Do", "Squeeze the buttocks and lift the hips, until knees, hips "
		"and shoulders make a line. Do not arch further. Sink slowly."},
	    {"How often", "Ten times, rest, and ten more. Stay up for a breath "
		"when that is easy."},
	    {"Stop", "When the low back does the work and hurts, or pain runs "
		"down the leg. A cramp behind the thigh: feet nearer."},
	    {"Not for", "Who cannot lie flat. With thin bones go only half-way "
		"up."},
	    {"Evidence", "Exercise of any kind makes new episodes fewer. No "
		"one kind is best.", "Steffens 2016", EVIDENCE_GOOD}}},
	{"wrapping", "wrap pack packs towel cloth", "Wrapping a pack",
	    TOPIC_HOW, {
	    {"Cold", "A gel pack, or a bag of frozen peas. Wrap it in one "
		"layer of thin, damp towel: no ice and no plastic on the skin.",
		"MPFT NHS"},
	    {"Heat", "A damp warm towel, or a warm pack in a cloth. Test it on "
		"the inside of your arm: warm, not hot.",
		"MPFT NHS, Healthwise"},
	    {"Where", "On the sore spot. Sit, or lie on your side, never on "
		"the pack.", "Healthwise"},
	    {"Look", "After five minutes look at the skin. Pink is normal.",
		"MPFT NHS"},
	    {"Stop", "When it burns, goes numb, white or blotchy, or stings.",
		"MPFT NHS"},
	    {"How long", "Keep it to 15 minutes, 20 at the most, and stay "
		"awake: `backcare ice` and `backcare heat` keep time.",
		"NHS leaflets"},
	    {"Not for", "Numb, broken or badly supplied skin, or Raynaud's: "
		"`backcare check skin`", "MPFT NHS"},
	    {"Evidence", "Burns and frostbite from packs do happen.",
		"BJSM 33/4/278; BJSM 34:382", EVIDENCE_GOOD}}},
	{"lying", "lie night sleep sleeping bed mattress pillow",
	    "Lying at night",
	    TOPIC_HOW, {
	    {"Side", "Knees bent, and a pillow between them."},
	    {"Back", "A pillow or a rolled blanket under the knees."},
	    {"Belly", "If you must: a flat pillow under the belly."},
	    {"Turn", "Roll as one piece, knees and shoulders together."},
	    {"Awake", "Get up for a few minutes, walk about, and lie down "
		"another way. Never fall asleep on ice or heat.",
		"NHS leaflets"},
	    {"Evidence", "No way to lie has been shown to be best. Take what "
		"eases it.", "none found", EVIDENCE_LIMITED},
	    {"Watch", "Worse at night, or not eased by any rest, or it stops "
		"you sleeping: `backcare check`", "NHS"}}},
	{"getting-up", "get-up getting-out-of-bed rising standing-up",
	    "Getting up", TOPIC_HOW, {
	    {"Bed", "Roll to the edge on your side. Let the legs down, and "
		"push up with the arms at the same time."},
	    {"Chair", "Slide to the front, feet under the knees. Lean forward "
		"from the hips, and push with legs and hands."},
	    {"Floor", "Get on hands and knees. Put one foot in front, hands on "
		"a chair or on the thigh, and push up."},
	    {"Then", "Stand still for a breath, then walk a few steps."},
	    {"Stop", "When a leg gives way, or goes numb: `backcare check`"},
	    {"Not for", "Who gets dizzy on standing: sit on the edge for a "
		"minute first."},
	    {"Evidence", "It spares the sore back; that it heals faster has "
		"not been shown.", "none found", EVIDENCE_LIMITED}}},
	{"soreness", "doms delayed-onset-muscle-soreness muscle-soreness sore",
	    "Delayed muscle soreness", TOPIC_TERM, {
	    {"Cause", "New or harder work makes tiny tears in muscle fibres. "
		"That is a normal part of getting stronger.",
		"S5", EVIDENCE_ARTICLE},
	    {"Name", "Its full name is delayed onset muscle soreness (DOMS)."},
	    {"Feel", "A dull ache or stiffness, mostly on both sides, that "
		"eases with light movement.", "S6 S9", EVIDENCE_GOOD},
	    {"When", "It begins 12 to 48 hours after training. Deadlifts and "
		"heavy squats are common causes.", "S7 S8", EVIDENCE_GOOD},
	    {"How long", "The article says within 72 hours. It can take five "
		"to seven days.", "S10; Cheung 2003", EVIDENCE_CONTESTED}}},
	{"strain", "tear pulled-muscle spasm", "Muscle strain", TOPIC_TERM, {
	    {"What", "A strain is a larger tear, in muscle or in tendon. It is "
		"the one to take care of.", "S11", EVIDENCE_ARTICLE},
	    {"Feel", "Often sharp, at once, in the middle of the exercise. It "
		"may sit on one side.", "S12 S13", EVIDENCE_ARTICLE},
	    {"Cause", "Too much training, too heavy a weight, or a sudden move "
		"out of control.", "S14", EVIDENCE_GOOD},
	    {"Body", "It answers with inflammation and a spasm that protects. "
		"So the back feels tight and moves less.",
		"S15", EVIDENCE_ARTICLE},
	    {"Evidence", "Nobody can tell from outside which tissue it is. "
		"Most settle without knowing.",
		"guidelines on back pain", EVIDENCE_GOOD}}},
	{"flags", "flag red-flag red-flags", "Red flags", TOPIC_TERM, {
	    {"Why ask", "Some signs point to causes that are not muscle or "
		"joint. Those must not be missed.", "S48", EVIDENCE_GOOD},
	    {"Evidence", "Most flags are weak clues, both ways. A yes is no "
		"proof of harm, and a no is no proof against it.",
		"Finucane 2020; Downie 2013", EVIDENCE_LIMITED},
	    {"List", "All of them, with their levels: `backcare check -l`. To "
		"go through them: `backcare check`"}}},
	{"sciatica", "nerve-root", "Sciatica", TOPIC_TERM, {
	    {"What", "Pain down the leg, with numb, tingling or weak spots, "
		"often comes from an irritated or pressed nerve root. That is "
		"called sciatica.", "S39", EVIDENCE_GOOD},
	    {"Do", "See a doctor or physiotherapist about it. Keep moving as "
		"far as it lets you.", "Cochrane CD007612"},
	    {"Watch", "In both legs, or with a leg that gets weaker, it is an "
		"emergency: `backcare check`", "NHS"}}},
	{"cauda-equina", "cauda cauda-equina-syndrome", "Cauda equina syndrome",
	    TOPIC_TERM, {
	    {"What", "The nerves at the end of the spine steer bladder, bowels "
		"and legs. Pressure on them is rare, but serious.",
		"S41", EVIDENCE_GOOD},
	    {"Signs", "Trouble with bladder or bowels; numb between the legs; "
		"both legs; a change in sexual function. One is enough, and it "
		"may come slowly.", "NHS inform; Pulse", EVIDENCE_GOOD},
	    {"Do", "Call 112, 999 or 911, or go to an emergency department. It "
		"has to be treated within hours.", "GIRFT; CSP"}}},
	{"erector-spinae", "erector erectors back-extensors", "Erector spinae",
	    TOPIC_TERM, {
	    {"What", "The long muscles on both sides of the spine, from the "
		"pelvis up to the neck."},
	    {"Work", "They hold the trunk up, and straighten it when you "
		"lift."},
	    {"Here", "To overload them is the most common source of this pain: "
		"`backcare why load`"},
	    {"Evidence", "Nobody can tell from outside which muscle it is.",
		"guidelines on back pain", EVIDENCE_GOOD}}},
	{"transverse-abdominis", "transverse transversus transversus-abdominis "
	    "tva", "Transverse abdominis", TOPIC_TERM, {
	    {"What", "The deepest muscle of the belly. It runs around the "
		"waist like a belt."},
	    {"Work", "It draws the belly in, and makes the trunk firm: "
		"`backcare why bracing`"},
	    {"Evidence", "Training it alone has not been shown to beat other "
		"exercise.", "BJSM 54/12/698", EVIDENCE_CONTESTED}}},
	{"multifidus", "multifidi", "Multifidus", TOPIC_TERM, {
	    {"What", "Short, deep muscles along the spine. Each spans a few "
		"bones of it."},
	    {"Work", "They steady one bone on the next when you move."},
	    {"Evidence", "They are often thinner with long back pain. Which "
		"comes first is not known.",
		"none found", EVIDENCE_CONTESTED}}},
	{"intra-abdominal-pressure", "iap pressure abdominal-pressure",
	    "Intra-abdominal pressure", TOPIC_TERM, {
	    {"What", "The pressure inside the belly. It rises when you breathe "
		"in and make the trunk firm."},
	    {"Work", "It holds the spine from inside while you lift."},
	    {"Learn", "How to make it, and who should not: `backcare why "
		"bracing`"},
	    {"Evidence", "It stiffens the trunk. That it keeps pain away has "
		"not been shown.", "Saraceni 2020", EVIDENCE_CONTESTED}}},
	{"anterior-pelvic-tilt", "pelvic-tilt tilt apt", "Anterior pelvic tilt",
	    TOPIC_TERM, {
	    {"What", "The pelvis tips forward: the belt goes down in front, "
		"and the low back arches."},
	    {"Why", "The article puts it down to tight hips in front: "
		"`backcare why hips`"},
	    {"Evidence", "Many people stand that way, with pain and without.",
		"Laird 2014", EVIDENCE_CONTESTED}}},
	{.name = NULL}
};

/*
 * Whether a name as it was typed is another: letters in either case, hyphens
 * as they are or as spaces, and apostrophes left out.
 */
static bool
is_typed(const char *typed, struct slice name)
{
	size_t at = 0;

	for (; *typed != '\0'; typed++) {
		char c = text_lower(*typed);

		if (*typed == '\'')
			continue;
		/* U+2019, as a phone types it. */
		if (strncmp(typed, "\xe2\x80\x99", 3) == 0) {
			typed += 2;
			continue;
		}
		if (at == name.len ||
		    name.at[at++] != (c == ' ' || c == '_' ? '-' : c))
			return false;
	}
	return at == name.len;
}

const struct topic *
topic_find(const char *typed)
{
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		struct slice rest = slice_of(t->also), other;

		if (is_typed(typed, slice_of(t->name)))
			return t;
		while (slice_next(&rest, ' ', &other)) {
			if (is_typed(typed, other))
				return t;
		}
	}
	return NULL;
}

const char *
topic_suggest(const char *typed)
{
	const char *nearest = NULL;

	for (const struct topic *t = topic_table; t->name != NULL; t++)
		suggest_consider(typed, t->name, &nearest);
	return nearest;
}
