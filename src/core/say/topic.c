#include "topic.h"

#include <string.h>

const struct topic topic_table[] = {
	{"load", "Too much, too soon", true, false, {
	    {"Cause", "Most often the long muscles along the spine were "
		"overloaded.", "S4", EVIDENCE_ARTICLE},
	    {"And", "Often it is not the weight itself. It is weak support "
		"from the muscles, or the way of moving.", "S49",
		EVIDENCE_ARTICLE},
	    {"Try", "Next time take a tenth off the weight, or leave out a "
		"set. Add it back over some weeks.", "convention",
		EVIDENCE_NONE},
	    {"Proof", "Jumps in load, tired muscles and awkward positions "
		"are well known triggers.", "Steffens 2015",
		EVIDENCE_GOOD}}},
	{"form", "Form and bracing", true, false, {
	    {"Cause", "A common fault: the low back lifts, where it should "
		"hold still.", "S52", EVIDENCE_CONTESTED},
	    {"And", "Without a braced belly the back rounds in a deadlift. "
		"Then discs and ligaments take the strain, not hips and "
		"legs.", "S53 S54", EVIDENCE_CONTESTED},
	    {"And", "Pain is often a sign that the body takes the easy path. "
		"Hips and trunk should start the move and steer it.", "S58",
		EVIDENCE_ARTICLE},
	    {"Try", "Next time breathe in, brace the belly, and let the hips "
		"and legs start each lift.", "convention", EVIDENCE_NONE},
	    {"Proof", "Studies have not shown that a round back alone does "
		"harm. Load jumps count for more.", "Saraceni 2020",
		EVIDENCE_CONTESTED}}},
	{"core", "The deep muscles of the trunk", true, false, {
	    {"Cause", "When the deep muscles of the trunk are weak, the outer "
		"muscles of the back do their work, and tire.", "S51",
		EVIDENCE_CONTESTED},
	    {"And", "Those of the belly, the back and the pelvic floor work "
		"like a corset for the spine.", "S50", EVIDENCE_ARTICLE},
	    {"Try", "Next time do one slow plank and one dead bug before the "
		"first lift.", "convention", EVIDENCE_NONE},
	    {"Proof", "The link is weaker than is often said. Getting "
		"stronger helps all the same.", "BJSM 54/12/698",
		EVIDENCE_CONTESTED}}},
	{"hips", "Hip flexors and the tilt of the pelvis", true, false, {
	    {"Cause", "Tight muscles at the front of the hips can tip the "
		"pelvis forward.", "S55", EVIDENCE_CONTESTED},
	    {"And", "That arches the low back and tires it, so that it gets "
		"sore even with moderate weight.", "S57",
		EVIDENCE_CONTESTED},
	    {"Try", "Next time stretch the front of each hip for half a "
		"minute before you squat.", "convention", EVIDENCE_NONE},
	    {"Proof", "People with and without back pain do not differ in "
		"the tilt of the pelvis.", "Laird 2014",
		EVIDENCE_CONTESTED}}},
	{"glutes", "The buttocks", true, false, {
	    {"Cause", "Weak muscles of the buttocks leave more work to the "
		"low back.", "S56", EVIDENCE_CONTESTED},
	    {"Try", "Next time do a set of bridges before the first squat or "
		"deadlift.", "convention", EVIDENCE_NONE},
	    {"Proof", "Little was found for it. Strong hips do help with "
		"lifting.", "none found", EVIDENCE_CONTESTED}}},
	{"ice", "Ice", false, true, {
	    {"Aim", "First of all to calm the sore tissue, and to keep the "
		"blood moving.", "S17", EVIDENCE_ARTICLE},
	    {"Cold", "Dulls pain for a while. The article says that it also "
		"calms inflammation.", "S25", EVIDENCE_CONTESTED},
	    {"Proof", "For backs there are few studies, and no clear answer. "
		"Use it for comfort, and stop if it feels worse.",
		"Cochrane 2006; Garra 2010", EVIDENCE_LIMITED},
	    {"Debate", "Some inflammation helps healing. Whether damping it "
		"early is good is debated.", "Dubois and Esculier 2020",
		EVIDENCE_CONTESTED},
	    {"How", "Wrap the pack in a cloth. 15 minutes do, 20 are the "
		"most. Leave two hours in between, and stay awake.",
		"NHS leaflets", EVIDENCE_NONE},
	    {"Do not", "Put it on skin that is numb, broken or badly "
		"supplied, or where there is Raynaud's.", "MPFT NHS",
		EVIDENCE_NONE}}},
	{"heat", "Moist heat", false, true, {
	    {"Aim", "Warmth relaxes tight muscle and eases spasm. The "
		"article adds that more blood flow clears waste.", "S27",
		EVIDENCE_CONTESTED},
	    {"Proof", "In trials a heat wrap helped a little, for a short "
		"time.", "Cochrane 2006; ACP 2017", EVIDENCE_LIMITED},
	    {"How", "A moist warm towel, a pack or a bath, 10 to 20 minutes, "
		"up to three times a day. Warm, not hot.",
		"MPFT NHS, Healthwise", EVIDENCE_NONE},
	    {"Do not", "Use it on swelling, on numb or broken skin, or with "
		"a fever. With diabetes ask a doctor first. Do not sleep "
		"on it.", "MPFT NHS, Healthwise", EVIDENCE_NONE}}},
	{"meds", "Anti-inflammatory medicines", false, true, {
	    {"Aim", "Tablets or gels against inflammation can help a little, "
		"for a short time. Paracetamol alone does not. Drink and "
		"eat well too: that counts as much.",
		"NICE NG59; Cochrane 2020", EVIDENCE_GOOD},
	    {"Ask first", "Ask a doctor or a pharmacist first if you are "
		"over 65 or under 16. Ask also if you are pregnant, want to "
		"be, or breastfeed.", "NHS", EVIDENCE_NONE},
	    {"", "Ask if there is asthma, an allergy to them or to aspirin, "
		"or a past stomach ulcer. Ask too with chickenpox, a past "
		"stroke or a clotting problem.", "NHS", EVIDENCE_NONE},
	    {"", "Ask with trouble of heart, liver, kidneys, blood pressure, "
		"circulation or bowels. Ask if you take blood thinners, "
		"steroids, antidepressants or any other medicine.", "NHS; "
		"DailyMed", EVIDENCE_NONE},
	    {"Never", "Two of them at once, or any where aspirin sets off "
		"asthma. None after 28 weeks of pregnancy, and from 20 "
		"weeks not for long.", "Arthritis Society; MHRA 2023",
		EVIDENCE_NONE},
	    {"Risk", "They can bring on a heart attack or a stroke, even "
		"early, and more so if you take more. The stomach can bleed "
		"with no warning. Age, alcohol and smoking add to that.",
		"DailyMed", EVIDENCE_GOOD},
	    {"Keep to", "As little as helps, as short as can be, and ten "
		"days at most without advice. Drink enough first, as they "
		"strain dry kidneys.", "DailyMed; NHS", EVIDENCE_NONE},
	    {"Get help", "At once for black stools or blood in vomit, and "
		"take no more. Take none with dark urine after exercise.",
		"Arthritis Society; GSSI", EVIDENCE_NONE}}},
	{"moving", "Moving", false, true, {
	    {"Aim", "Gentle, controlled movement, as soon as you can bear "
		"it, keeps the back from getting stiff.", "S31",
		EVIDENCE_GOOD},
	    {"Walks", "They speed things up, and days in bed slow them down. "
		"Walking keeps the blood moving and loosens muscles; "
		"sitting does not.", "S36; Cochrane CD007612",
		EVIDENCE_GOOD},
	    {"How", "Begin with five minutes of walking, and add a little "
		"each day. Get up after half an hour of sitting.",
		"Lively 2002", EVIDENCE_NONE},
	    {"Stretches", "They may feel good. The article says that they "
		"open the low back and lengthen tight muscle.", "S34",
		EVIDENCE_CONTESTED},
	    {"Proof", "Trials found little or no effect of stretching on "
		"soreness.", "Cochrane CD004577", EVIDENCE_CONTESTED},
	    {"Stop", "When it is sharp, or runs down the leg.", "NHS",
		EVIDENCE_NONE}}},
	{"soreness", "Delayed muscle soreness", false, false, {
	    {"Cause", "New or harder work makes tiny tears in muscle fibres. "
		"That is a normal part of getting stronger.", "S5",
		EVIDENCE_ARTICLE},
	    {"Feel", "A dull ache or stiffness, mostly on both sides, that "
		"eases with light movement.", "S6 S9", EVIDENCE_GOOD},
	    {"When", "It begins 12 to 48 hours after training. Deadlifts and "
		"heavy squats are common causes.", "S7 S8",
		EVIDENCE_GOOD},
	    {"How long", "The article says within 72 hours. It can take five "
		"to seven days.", "S10; Cheung 2003",
		EVIDENCE_CONTESTED}}},
	{"strain", "Muscle strain", false, false, {
	    {"What", "A strain is a larger tear, in muscle or in tendon. It "
		"is the one to take care of.", "S11", EVIDENCE_ARTICLE},
	    {"Feel", "Often sharp, at once, in the middle of the exercise. "
		"It may sit on one side.", "S12 S13", EVIDENCE_ARTICLE},
	    {"Cause", "Too much training, too heavy a weight, or a sudden "
		"move out of control.", "S14", EVIDENCE_GOOD},
	    {"Body", "It answers with inflammation and a spasm that "
		"protects. So the back feels tight and moves less.", "S15",
		EVIDENCE_ARTICLE},
	    {"Proof", "Nobody can tell from outside which tissue it is. Most "
		"settle without knowing.", "guidelines on back pain",
		EVIDENCE_GOOD}}},
	{"flags", "Red flags", false, false, {
	    {"Why ask", "Some signs point to causes that are not muscle or "
		"joint. Those must not be missed.", "S48",
		EVIDENCE_GOOD},
	    {"Proof", "Most flags are weak clues, both ways. A yes is no "
		"proof of harm, and a no is no proof against it.",
		"Finucane 2020; Downie 2013", EVIDENCE_LIMITED},
	    {"List", "All of them, with their levels: `backcare check -l`. "
		"To go through them: `backcare check`", "",
		EVIDENCE_NONE}}},
	{"sciatica", "Sciatica", false, false, {
	    {"What", "Pain down the leg, with numb, tingling or weak spots, "
		"often comes from an irritated or pressed nerve root. That "
		"is called sciatica.", "S39", EVIDENCE_GOOD},
	    {"Do", "See a doctor or physiotherapist about it. Keep moving as "
		"far as it lets you.", "Cochrane CD007612",
		EVIDENCE_NONE},
	    {"Watch", "In both legs, or with a leg that gets weaker, it is "
		"an emergency: `backcare check`", "NHS",
		EVIDENCE_NONE}}},
	{"cauda-equina", "Cauda equina syndrome", false, false, {
	    {"What", "The nerves at the end of the spine steer bladder, "
		"bowels and legs. Pressure on them is rare, but serious.",
		"S41", EVIDENCE_GOOD},
	    {"Signs", "Trouble with bladder or bowels; numb between the "
		"legs; both legs; a change in sexual function. One is "
		"enough, and it may come slowly.", "NHS inform; Pulse",
		EVIDENCE_GOOD},
	    {"Do", "Call 112, 999 or 911, or go to an emergency department. "
		"It has to be treated within hours.", "GIRFT; CSP",
		EVIDENCE_NONE}}},
	{"return", "Back to training", false, true, {
	    {"Proof", "No test for going back to lifting has been proven. "
		"This is convention.", "none found", EVIDENCE_NONE},
	    {"When", "No red flag is open, daily moves are comfortable, and "
		"pain is 2 or less and not rising.", "convention",
		EVIDENCE_NONE},
	    {"How", "Begin lighter than before, and build up over sessions. "
		"If it is clearly worse next day, take a step back.",
		"convention", EVIDENCE_NONE},
	    {"Keep on", "Exercise and knowing about backs nearly halve new "
		"episodes. That fades when one stops.", "Steffens 2016",
		EVIDENCE_GOOD}}},
	{.name = NULL}
};

const struct topic *
topic_find(const char *name)
{
	for (const struct topic *t = topic_table; t->name != NULL; t++) {
		if (strcmp(t->name, name) == 0)
			return t;
	}
	return NULL;
}
