#!/bin/sh
# The page of report -H in a browser: on a phone and on a desk, light and dark,
# and printed.  "make check-page" runs it; it is no part of "make check", as a
# browser takes 400 MB to install.
. tests/shell/setup.sh
need chromium pdfinfo pdftotext jq

# What a page must do with words that are not ours, and what it is made from.
script='<script>document.title="run"</script>'
quotes="it's \"5 > 4\" & 'so'"
hebrew='שלום "עולם" (5)'
arabic='مرحبا </dd></dl> <b>'
long=$(printf '%0120d' 0)
cat >log <<LOG
# backcare log 1
2026-02-01T17:30:00Z onset pain=5 exercise=squat
2026-02-04T17:30:00Z end
2026-03-01T17:30:00Z onset feel=sharp start=sudden side=one pain=9 exercise=<i>"row'&amp;</i>\\040מתח session=2026-03-01T08:00:00Z # $script
2026-03-01T18:30:00Z check flags=leg # $quotes
2026-03-01T18:40:00Z ice min=15
2026-03-01T20:00:00Z pain score=10 # $hebrew
2026-03-02T20:00:00Z onset pain=3
2026-03-02T22:00:00Z pain score=3 # $long
2026-03-03T20:00:00Z seen # $arabic
2026-03-03T21:00:00Z heat min=20
2026-03-03T22:00:00Z pain score=4
2026-03-04T22:00:00Z check asked=all flags=sleep,numb
LOG
wanted=$(jq -nc '$ARGS.positional' --args "$script" "$quotes" "$hebrew" \
    "$arabic" "$long" "<i>\"row'&amp;</i> מתח" 'Began Sun 1 Mar 18:30 CET' \
    'numbness, tingling or weakness in one leg' '1 flare' '1 episode')

# Nobody has two weeks like these: every score, pack, note and line is used.
busy_log() {
	awk 'function at(h) {
		return strftime("%Y-%m-%dT%H:%M:%SZ", 1767258000 + h * 3600, 1)
	}
	BEGIN {
		print "# backcare log 1"
		for (i = -6; i < 0; i++) {
			print at(i * 500), "onset pain=6 exercise=deadlift"
			print at(i * 500 + 9), "check flags=leg,sleep,numb"
			print at(i * 500 + 90), "end"
		}
		print at(0), "onset feel=stiff start=gradual side=both " \
		    "chronic=yes pain=7 exercise=deadlift # at the last set"
		flags = "leg numb sleep night bone"
		split(flags, flag)
		for (i = 1; i <= 60; i++) {
			print at(i * 6), "pain score=" (i * 7 % 11)
			print at(i * 6 + 1), (i < 9 ? "ice" : "heat") " min=15"
		}
		for (i = 1; i <= 5; i++)
			print at(i * 30), "check flags=" flag[i]
		for (i = 1; i <= 7; i++)
			print at(i * 40), "onset feel=sharp start=sudden " \
			    "side=one pain=5 exercise=deadlift # lifted a " \
			    "crate, and felt it at once on the left side"
		print at(200), "seen # physiotherapist: keep moving"
	}' | LC_ALL=C sort -s -k 1,1
}
busy_log >busy

browser() {
	# Each run is a new one: what a profile keeps must not matter.
	rm -rf "$work/profile"
	timeout 120 chromium --headless --no-sandbox --disable-gpu \
	    --no-first-run --disable-background-networking \
	    --disable-component-update --disable-sync \
	    --user-data-dir="$work/profile" "$@" 2>"$work/browser"
}

# look LOG WIDTH light|dark: the report in a frame of that width.
look() {
	scheme=1
	[ "$3" = dark ] && scheme=0
	printf 'const wanted = %s;\n' "$wanted" >wanted.js
	cat >frame.html <<HTML
<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>test</title>
<body class="$3">
<iframe src="$1.html" style="width: $2px; height: 2000px; border: 0"></iframe>
<pre>did not run</pre>
<script src="wanted.js"></script>
<script src="page.js"></script>
</body></html>
HTML
	said=$(browser --allow-file-access-from-files \
	    --blink-settings=preferredColorScheme=$scheme \
	    --window-size=1400,2100 --virtual-time-budget=10000 --dump-dom \
	    "file://$work/frame.html" |
	    sed -n 's/.*<pre>//;t on
		b
		:on
		s/<\/pre>.*//p;t
		p;n;b on')
	same "$1 at $2, $3" "$said" ok
}

# print_on LOG PAPER SIZE: on one page of that paper.
print_on() {
	sed "s|</head>|<style>@page { size: $2 }</style></head>|" "$1.html" \
	    >paper.html
	rm -f paper.pdf
	browser --no-pdf-header-footer --print-to-pdf="$work/paper.pdf" \
	    "file://$work/paper.html" >/dev/null
	[ -s paper.pdf ] || { complain "$1 on $2: not printed"; return; }
	info=$(pdfinfo paper.pdf)
	has "$1 on $2" "$info" '^Pages:  *1$'
	has "$1 on $2" "$info" "^Page size:  *$3"
	has "$1 on $2" "$(pdftotext paper.pdf -)" 'no substitute for care'
}

cp "$top/tests/shell/page.js" .
at '2026-03-05 10:00' -f log report -H >log.html || complain "log"
at '2026-01-16 12:00' -f busy report -H >busy.html || complain "busy"
for width in 375 1280; do
	for colours in light dark; do
		look log $width $colours
	done
done
wanted='[]'
look busy 375 light
look busy 1280 light
for page in log busy; do
	print_on $page A4 '59[45]\.[0-9]* x 84[12]'
	print_on $page letter '612 x 792'
done
finish
