#!/bin/sh
# history on random logs, against the same worked out by jq(1); on hostile
# ones; and in memory that does not grow with the log.
#
# SEED=n brings back the logs of a run that failed.
# Takes 16 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need jq awk strace iconv
seed=${SEED:-$$}
now=1796000000
echo "SEED=$seed"

# random_log SEED: some episodes, in the order in which they were written down,
# which is not always that of their dates.
random_log() {
	awk -v seed="$1" '
	function dice(n) { return int(rand() * n) }
	function stamp(t) { return strftime("%Y-%m-%dT%H:%M:%SZ", t, 1) }
	function put(t, rest) { print stamp(t), rest }
	function some_flags(    i, s) {
		s = name[1 + dice(24)]
		for (i = dice(3); i > 0; i--)
			s = s "," name[1 + dice(24)]
		return s
	}
	function onset(t,    s) {
		s = "onset"
		if (dice(2)) s = s " pain=" dice(11)
		if (dice(2)) s = s " exercise=" lift[1 + dice(3)]
		if (dice(6) == 0) s = s " flags=" some_flags()
		put(t, s (dice(3) ? "" : " # a note = with words"))
	}
	function pack() {
		put(t, (dice(2) ? "ice" : "heat") " min=" 1 + dice(60))
	}
	function anything(    kind) {
		kind = dice(9)
		t += dice(4) ? dice(9000) : dice(90000)
		if (kind < 3) put(t - (dice(4) ? 0 : dice(7200)),
		    "pain score=" dice(11) (dice(5) ? "" : " # so it was"))
		else if (kind < 6) pack()
		else if (kind == 6) put(t, "check " \
		    (dice(2) ? "asked=all " : "") "flags=" some_flags())
		else if (kind == 7) put(t, dice(2) ? "check flags=none" : "seen")
		else onset(t)
	}
	BEGIN {
		srand(seed)
		count = split("bladder retention saddle both-legs weakness " \
		    "accident chest belly urine fever weight unrelenting " \
		    "cancer immune lump night upper cough leg numb sleep " \
		    "bone age skin", name)
		split("deadlift squat row", lift)
		print "# backcare log 1"
		t = 1700000000
		for (n = dice(12); n > 0; n--) {
			for (i = dice(3); i > 0; i--) {
				s = "check flags=" some_flags()
				if (dice(2))
					s = dice(2) ? "seen" : "check flags=none"
				put(t += 60 + dice(9000), s)
			}
			onset(t += 60)
			for (i = dice(30); i > 0; i--)
				anything()
			if (n > 1 || dice(2))
				put(t += 3600, "end" (dice(3) ? "" : \
				    " flags=" some_flags()))
			t += dice(86400 * 60)
		}
	}'
}

flags=$(backcare check -l | awk '/^[a-z]/ { print $1 }' | jq -Rnc '[inputs]')
same "the flags" "$(echo "$flags" | jq length)" 24
oracle() {
	# Outside UTC the dates of jq 1.6 are wrong in summer.
	TZ=UTC0 jq -Rnc -f "$top/tests/shell/history.jq" --argjson now $now \
	    --argjson flags "$flags" --arg what "$1" "$2"
}

# A span as the program says it, out of hours.
hours_text() {
	if [ "$1" -eq 0 ]; then
		echo "under an hour"
	elif [ "$1" -lt 100 ]; then
		echo "$1 h"
	else
		echo "$((($1 + 12) / 24)) d"
	fi
}

days_text() {
	if [ "$1" -eq 0 ]; then
		echo "under a day"
	else
		echo "$1 d"
	fi
}

# The paragraphs under the episodes, put together from what jq found.
expected() {
	get() { jq -r "$1" common; }
	if [ "$(get .episodes)" -ge 3 ]; then
		printf 'Together %s' "$(get '"\(.episodes) episodes, \(.year) of them in the last 12 months; \(.past) went past 72 h."')"
		if [ "$(get .median)" != null ]; then
			printf ' Usual time to gone: %s (median of %s).' \
			    "$(hours_text "$(get .median)")" "$(get .ended)"
		fi
		get '.most | values | " Before \(.count) of them: \(.name)."' |
		    tr -d '\n'
		if [ "$(get .gaps)" != null ]; then
			printf ' They come'
			get 'if .gaps[0] * 3 < .gaps[1] * 2 then " closer together"
			    elif .gaps[0] * 2 > .gaps[1] * 3 then " further apart"
			    else " about as often as before" end' | tr -d '\n'
			printf ': the last 3 began %s after the one before, and the %s before them %s (medians).' \
			    "$(days_text "$(get '.gaps[0]')")" \
			    "$(get '.episodes - 4')" \
			    "$(days_text "$(get '.gaps[1]')")"
		fi
		printf ' '
	fi
	get '[["ice", .ice], ["heat", .heat]] | map(select(.[1][0] >= 3) |
	    "\(.[1][0]) scores within 3 h after \(.[0]): \(.[1][1]) lower than before, \(.[1][2]) the same, \(.[1][3]) higher.") |
	    if length > 0 then "After " + join(" ") + " Counts only: pain also eases by itself. " else "" end' |
	    tr -d '\n'
	echo "General information, not a diagnosis and no substitute for care."
}

compare() {
	at @$now -f random history -j >got 2>err || complain "$1: $(cat err)"
	oracle episodes random >want || complain "$1: jq"
	cmp -s want got || complain "seed $1: $(diff want got)"
	oracle together random >common || complain "$1: jq"
	at @$now -f random history >text 2>err || complain "$1: $(cat err)"
	awk '/^(Together|After|General)/ { on = 1 } on' text |
	    tr -s ' \n' ' ' | sed 's/ $//' >got
	expected >want
	[ "$(cat got)" = "$(cat want)" ] ||
	    complain "seed $1: $(echo; cat want got)"
	# One line for an episode, and the heading.
	at @$now -f random history -c 1 >last || complain "$1: -c"
	same "seed $1: -c 1" "$(grep -c '^2[0-9-]* ' last)" \
	    "$(jq 'if .episodes > 0 then 1 else 0 end' common)"
}

runs=25
[ -z "$wrapper" ] || runs=3
i=0
while [ $i -lt $runs ]; do
	random_log $((seed + i)) >random
	compare $((seed + i))
	i=$((i + 1))
done

# Whatever stands in a log, -j is JSON in UTF-8, an object a line.
names='\000x
a\001b\177\033[31m
"quoted"\134and/slash
\377\376\300\200
\355\240\200
\342\200\256over
</script>&amp;
émue\040über
\342\200\250line
\134u0000\134
'"$(printf '%0070d' 0 | sed 's/0/ä/g')"'
\302\233c1'
printf '%s\n' "$names" | while IFS= read -r name; do
	printf '2026-01-01T00:00:00Z onset pain=10 exercise=%s # %s %s\n' \
	    "$name" "$name" '\ " '"'"
	printf '2026-01-01T00:00:00Z check flags=kidney,fever,,%s\n' "$name"
	printf '2026-01-01T00:00:00Z onset exercise=\377\n'
	printf '2026-01-02T00:00:00Z end # %s\n' "$name"
	printf '0000-01-01T00:00:00Z onset # \001\377\n'
	printf '9999-12-31T23:59:59Z pain score=0\n\001\n\377\n'
	printf '0000-01-01T00:00:00Z end\n'
done >hostile
printf '9999-12-31T23:59:59Z onset\n2026-01-01T00:00:00Z end' >>hostile
for locale in C C.UTF-8; do
	LC_ALL=$locale at @$now -f hostile history -j >got 2>err
	same "status" $? 1
	iconv -f UTF-8 -t UTF-8 got >/dev/null || complain "not UTF-8"
	same "objects" "$(jq -c 'select(type == "object") | .began' got |
	    wc -l)" "$(wc -l <got)"
	same "episodes" "$(wc -l <got)" 25
done
same "a name that is cut" "$(jq -r '.exercise | values | select(test("^ä*$")) |
    length' got)" 31
same "names" "$(jq -r '.exercise | values | select(contains("quoted"))' got |
    sort -u)" '"quoted"\and/slash'
for columns in -j -c3 -c1000000; do
	at @$now -f hostile history $columns 2>err |
	    LC_ALL=C grep -q '[[:cntrl:]]' && complain "a control: $columns"
	at @$now -f hostile history $columns 2>err |
	    LC_ALL=C grep -q "$(printf '\342\200\256\|\302\233')" &&
	    complain "a control of Unicode: $columns"
done
LC_ALL=C at @$now -f hostile history 2>err | LC_ALL=C grep -q '[^ -~]' &&
    complain "not ASCII"

# A note is whole, however long, and stands in what it was written on.
long=$(printf '%01300d' 0 | sed 's/0/痛/g')
# shellcheck disable=SC2094
cat >long <<LOG
2026-01-01T00:00:00Z onset # $long end
2026-01-02T00:00:00Z pain score=3 # "quoted" \\ and \134u0041\001
2026-01-03T00:00:00Z end # gone
2026-02-01T00:00:00Z check flags=fever # before what settled it
2026-02-01T01:00:00Z seen # and this settled it
2026-02-02T00:00:00Z onset # new
2026-02-03T00:00:00Z end
2026-03-01T00:00:00Z check flags=leg # not settled
2026-03-02T00:00:00Z onset
LOG
at @$now -f long history -j >got || complain "long notes"
jq -c '[.notes[] | .record + ": " + .text]' got >texts
cat >want <<LIST
["onset: $long end","pain: \"quoted\" \\\\ and \\\\u0041\u0001","end: gone"]
["onset: new"]
["check: not settled"]
LIST
cmp -s want texts || complain "notes: $(diff want texts | cut -c-99)"
same "when" "$(jq -r '.notes[].at' got | head -1)" 2026-01-01T00:00:00Z

# Every note is there, and no other, wherever an episode lies in what one read
# brings, and beside a line that is longer than that.
awk 'BEGIN {
	for (i = 0; i < 400; i++) {
		t = sprintf("%04d-0", 1600 + i)
		printf "%s1-01T00:00:00Z onset # in %d", t, i
		for (n = i * 37 % 800; n > 0; n--)
			printf " x"
		printf "\n%s2-01T00:00:00Z pain score=3\n", t
		for (n = i % 100 == 99 ? 40000 : 0; n > 0; n--)
			printf (n > 1 ? "#" : "\n")
		printf "%s3-01T00:00:00Z end # out %d\n", t, i
	}
}' >many
at @$now -f many history -j >got 2>err
same "too long" "$(grep -c 'longer than 4096 bytes' err)" 4
jq -r '.notes[] | .text' got >texts
sed -n 's/^.* # //p' many | cmp - texts || complain "notes of many episodes"

# Every bad line has its own number, in whatever order they are met.
awk '{ print } NR % 3 == 0 { print "nonsense" }' hostile >numbers
at @$now -f numbers history 2>&1 >/dev/null |
    sed -n 's/^backcare: numbers:\([0-9]*\): no time in front.*nonsense"$/\1/p' \
    >got
grep -n '^nonsense$' numbers | cut -d: -f1 | cmp - got || complain "numbers"

# What it asks the system for, in calls that get memory, is the same for a
# log that is a hundred times as long.  (A leak checker cannot be traced.)
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
i=0
random_log 1 >small
while [ $i -lt 4 ]; do
	random_log $((i + 100))
	i=$((i + 1))
done | grep -v '^#' >some
i=0
while [ $i -lt 100 ]; do
	cat some
	i=$((i + 1))
done >>small.100
cat some >small
for command in history 'history -j' 'history -c 3' report 'report -H'; do
	for size in small small.100; do
		# shellcheck disable=SC2086
		strace -o trace -e trace=brk,mmap "$program" -f $size \
		    $command >/dev/null 2>err
		wc -l <trace >$size.calls
	done
	cmp small.calls small.100.calls || complain "$command: memory grows"
done
finish
