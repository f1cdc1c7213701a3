# Read by tests that look at all that the program can say, after setup.sh.  It
# runs without a wrapper: so many runs would take too long under valgrind, and
# every command is run under that elsewhere.
# shellcheck shell=sh
# shellcheck disable=SC2034,SC2154

wrapper=
texts=$top/tests/unit/texts
[ -x "$texts" ] || { echo "tests/unit/texts is missing: make check builds it"; exit 1; }

# Logs in all kinds of states, one a file in states/.
make_states() {
	mkdir states
	began=2026-11-20T18:00:00Z
	state empty
	state plain "$began onset"
	state soreness "$began onset feel=dull start=gradual side=both \
exercise=deadlift session=2026-11-20T04:00:00Z pain=4" \
	    '2026-11-20T18:10:00Z check flags=none'
	state strain "$began onset feel=sharp start=sudden side=one pain=9"
	state chronic "$began onset feel=stiff chronic=yes"
	state skin "$began onset" '2026-11-20T18:10:00Z check flags=skin'
	state sleep "$began onset" '2026-11-20T18:10:00Z check flags=sleep'
	state worse "$began onset pain=2" '2026-11-20T18:10:00Z pain score=5'
	state better "$began onset pain=7" '2026-11-20T18:10:00Z pain score=3'
	state gone "$began onset pain=7" '2026-11-20T18:10:00Z pain score=0'
	state same "$began onset pain=7" '2026-11-20T18:10:00Z pain score=7'
	state flare "$began onset" '2026-11-20T18:20:00Z onset' \
	    '2026-11-20T18:30:00Z ice min=15'
	state seen "$began onset" '2026-11-20T18:10:00Z seen'
	state kept "$began onset flags=fever,leg,skin" \
	    '2026-11-20T18:10:00Z end flags=fever,skin'
	state fracture "$began onset start=sudden" \
	    '2026-11-20T18:10:00Z check flags=bone'
	state review '2026-10-01T18:00:00Z onset' '2026-10-05T18:00:00Z seen' \
	    '2026-11-18T18:00:00Z check flags=none'
	state closed "$began onset" '2026-11-20T18:10:00Z end'
	all=$("$texts" | awk -F '\t' '$1 == "question" {
		printf "%s%s", comma, $2; comma = "," }')
	state every "$began onset pain=9 feel=sharp start=sudden side=one" \
	    "2026-11-20T18:10:00Z check flags=$all"
	for flag in $(echo "$all" | tr , ' '); do
		state "flag-$flag" "$began onset" \
		    "2026-11-20T18:10:00Z check flags=$flag"
	done
}

state() {
	name=$1
	shift
	printf '%s\n' '# backcare log 1' "$@" >"states/$name"
	chmod 600 "states/$name"
}

# show FILE TIME ARGUMENT ...: what it prints on a copy of that state.  That it
# may refuse is part of the play.
show() {
	cp "$1" scratch
	when=$2
	shift 2
	rm -rf "$HOME/.local/state"
	at "$when" -f scratch "$@" </dev/null 2>&1
}

# Everything that is printed to no terminal, in every state: a file for each
# in pages/.
make_pages() {
	mkdir pages
	for file in states/flag-*; do
		show "$file" '2026-11-20 20:00' now -v \
		    >"pages/${file#states/}"
	done
	for file in states/[!f]* states/flare states/fracture; do
		name=${file#states/}
		for now in '2026-11-20 20:00' '2026-11-22 20:00' \
		    '2026-11-24 20:00'; do
			show "$file" "$now" now -v
			show "$file" "$now" now
			show "$file" "$now" plan
			show "$file" "$now" remind -n
			show "$file" "$now" ice -n
			show "$file" "$now" heat -n
			show "$file" "$now" pain 5
			show "$file" "$now" seen
			show "$file" "$now" log -p 8
			show "$file" "$now" check none
			show "$file" "$now" end
			show "$file" "$now" why
		done >"pages/$name"
	done
	for topic in $("$texts" | awk -F '\t' '$1 == "title" { print $2 }'); do
		show states/plain '2026-11-20 20:00' why "$topic"
	done >pages/why
	{
		BACKCARE_TIMESCALE=100000 show states/plain \
		    '2026-11-20 20:00' ice
		BACKCARE_TIMESCALE=100000 show states/plain \
		    '2026-11-22 20:00' heat
	} >pages/timer
	"$program" help >pages/help
}

# All words of some files on one line, however they were wrapped.
unwrap() {
	tr -s '\r\n\t ' '    ' <"$1"
	echo
}
