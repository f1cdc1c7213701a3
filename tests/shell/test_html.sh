#!/bin/sh
# report -H is valid HTML by HTML Tidy, fetches and runs nothing, and shows
# what is in the log as text, whatever that is.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need tidy jq

# page LOG: valid, without any warning, and closed in itself.
page() {
	at '2026-03-05 10:00' -f "$1" report -H >page.html 2>err
	[ -s page.html ] || { complain "$1: no page: $(cat err)"; return; }
	tidy -q -e -utf8 page.html >said 2>&1 || complain "$1: $(cat said)"
	[ ! -s said ] || complain "$1: $(cat said)"
	for tag in script link img iframe object embed a audio video base; do
		grep -iq "<${tag}[ >/]" page.html && complain "$1: <$tag>"
	done
	# The name of the language of drawings is no place to go to.
	sed 's|xmlns="http://www.w3.org/2000/svg"||' page.html |
	    grep -iE '(src|href|action) *=|url\([^#]|@import|https?:' &&
	    complain "$1: something from outside"
	grep -iE '<[a-z]+[^>]* on[a-z]+ *=' page.html && complain "$1: a handler"
	LC_ALL=C tr -d '\n' <page.html | LC_ALL=C grep -q '[[:cntrl:]]' &&
	    complain "$1: controls"
}

cat >plain <<'LOG'
# backcare log 1
2026-03-01T17:30:00Z onset feel=sharp start=sudden side=one pain=9 exercise=row
2026-03-01T18:30:00Z check flags=leg,numb
2026-03-01T18:40:00Z ice min=15
2026-03-03T18:40:00Z heat min=15
2026-03-03T20:00:00Z pain score=4
LOG
page plain
html=$(cat page.html)
for want in '<html lang="en">' '<meta charset="utf-8">' '<title>Pain over' \
    '<desc>Pain from 0 to 10' 'role="img"' '<th scope="col">When' \
    'class="ice"' 'class="heat"' 'class="mark"' '>leg, numb<' '>72 h<' \
    '>i</text>' '>h</text>' 'prefers-color-scheme: dark' '@media print'; do
	has plain "$html" "$want"
done
same "dots" "$(grep -c '<circle' page.html)" 2
same "flags" "$(grep -c 'class="flag"' page.html)" 1

echo '2026-03-01T17:30:00Z onset' >bare
page bare
{
	cat plain
	echo '2026-03-04T08:00:00Z end'
} >ended
page ended
# Each of these as an exercise, as a note, and as both of another episode.
words='<script>alert(1)</script>
</dd></dl></main></body>
"onload="alert(1)
&amp;&lt;&#0;&nosuch;
<!--
]]><![CDATA[
<svg/onload=alert(1)>
javascript:alert(1)
\000\001\033\177\302\233
\377\376
שלום
\342\200\256evil\342\201\251
`'"'"'"\134'
printf '%s\n' "$words" | while IFS= read -r word; do
	printf '2026-02-01T00:00:00Z onset exercise=%s # %s\n' "$word" "$word"
	printf '2026-02-02T00:00:00Z end # %s\n' "$word"
	printf '2026-03-01T00:00:00Z onset exercise=%s # %s\n' "$word" "$word"
	printf '2026-03-01T01:00:00Z seen # %s\n' "$word"
done >all
count=1
while [ $count -le 13 ]; do
	sed -n "$((count * 4 - 3)),$((count * 4))p" all >one
	page one
	count=$((count + 1))
done
page all
printf '2026-03-01T00:00:00Z onset # <b>"q"</b> & '"'"'s'"'"'\n' >quoted
page quoted
has "text" "$(cat page.html)" \
    '&lt;b&gt;&quot;q&quot;&lt;/b&gt; &amp; &#39;s&#39;'

# All flags at once, and one after the other; everything in abundance.
backcare check -l | awk '/^[a-z]/ {
	printf "2026-03-01T%02d:00:00Z check flags=%s # <%0300d>\n", NR % 24, $1, 0
	list = list (NR > 1 ? "," : "") $1
}
END {
	print "2026-03-01T00:00:00Z onset flags=" list
	for (i = 0; i < 500; i++) {
		printf "2026-03-02T%02d:%02d:00Z pain score=%d # &\n", i % 24,
		    i % 60, i % 11
		printf "2026-03-02T%02d:%02d:00Z ice min=15 # &\n", i % 24, i % 60
		printf "2026-03-02T%02d:%02d:00Z onset\n", i % 24, i % 60
	}
}' >lots
page lots
finish
