/*
 * Run by tests/shell/page.sh, in a page that has the report in a frame and "wanted",
 * the texts that it must show: writes "ok" into that page, or what is wrong.
 */
"use strict";

const wrongs = [];

function check(right, what) {
	if (!right)
		wrongs.push(what);
}

/* No part stands out of the page, and no label out of the drawing. */
function checkBoxes(doc) {
	const width = doc.documentElement.clientWidth;

	check(doc.documentElement.scrollWidth <= width, "scrolls sideways: " +
	    doc.documentElement.scrollWidth + " in " + width);
	for (const e of doc.querySelectorAll("main *:not(svg *)")) {
		const box = e.getBoundingClientRect();

		check(box.left >= -1 && box.right <= width + 1,
		    "sticks out: " + e.outerHTML.slice(0, 80));
	}
}

/* Labels of more than one letter are read, so none hides another. */
function checkLabels(doc) {
	const frame = doc.querySelector("svg").getBoundingClientRect();
	const labels = [...doc.querySelectorAll("svg text")];
	const boxes = labels.map(e => e.getBoundingClientRect());

	labels.forEach((e, i) => {
		const box = boxes[i];

		check(box.left >= frame.left - 1 &&
		    box.right <= frame.right + 1 && box.top >= frame.top - 1 &&
		    box.bottom <= frame.bottom + 1,
		    "outside the drawing: " + e.textContent);
		if (/^[ih]$/.test(e.textContent))
			return;
		for (let j = 0; j < i; j++) {
			const other = boxes[j];
			const across = Math.min(box.right, other.right) -
			    Math.max(box.left, other.left);
			const down = Math.min(box.bottom, other.bottom) -
			    Math.max(box.top, other.top);

			/* The boxes have some air above and below. */
			check(across <= 1 || down <= box.height / 3 ||
			    /^[ih]$/.test(labels[j].textContent), "label " +
			    e.textContent + " over " + labels[j].textContent);
		}
	});
}

function checkText(doc) {
	const text = doc.querySelector("main").innerText;

	for (const want of wanted)
		check(text.includes(want), "not shown: " + want);
	check(doc.querySelectorAll("script, link, img, iframe, object, embed, " +
	    "[onload], [onerror], [src], [href]").length === 0,
	    "more than text and a drawing");
	check(doc.querySelector("svg > title").textContent !== "" &&
	    doc.querySelector("svg > desc").textContent !== "",
	    "no words for the drawing");
	check([...doc.querySelectorAll("table thead th")].map(
	    e => e.textContent).join() === "When,Pain, 0 to 10",
	    "no heading for the scores");
}

/* The contrast that WCAG 2.1 asks for, 1.4.3. */
function luminance(colour) {
	const part = colour.match(/\d+/g).slice(0, 3).map(v => {
		v /= 255;
		return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
	});

	return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

function checkColours(win, dark) {
	const style = win.getComputedStyle(win.document.body);
	const ink = luminance(style.color);
	const paper = luminance(style.backgroundColor);
	const ratio = (Math.max(ink, paper) + 0.05) /
	    (Math.min(ink, paper) + 0.05);

	check(win.matchMedia("(prefers-color-scheme: dark)").matches === dark,
	    "the browser is not " + (dark ? "dark" : "light"));
	check(ratio >= 7, "contrast " + ratio);
	check((ink > paper) === dark, "not " + (dark ? "dark" : "light"));
}

window.addEventListener("load", () => {
	const win = document.querySelector("iframe").contentWindow;
	const dark = document.body.className === "dark";

	try {
		checkText(win.document);
		checkBoxes(win.document);
		checkLabels(win.document);
		checkColours(win, dark);
	} catch (e) {
		wrongs.push(String(e));
	}
	document.querySelector("pre").textContent = wrongs.join("\n") || "ok";
});
