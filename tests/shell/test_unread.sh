#!/bin/sh
# What could not be read is said on standard output, by every command that has
# something to say of the log, and nothing calm stands beside it.
# Takes 9 s.
. tests/shell/setup.sh
now='2026-11-20 20:00'
calm='nothing open|No episode is open|Nothing reported needs|settles* in days|settles within|None reported'
calm="$calm|Keep going|delayed muscle soreness|not a sign of harm|holds no episode"

# Whatever a line breaks at, and whatever the calendar folds.
flat() {
	tr -d '\r' | tr '\n' '\037' | sed 's/\037 \([^ ]\)/\1/g' | tr '\037' '\n' |
	    tr -s ' \n' '  '
}

# says WHAT COMMAND ...: on the log of $lines, whatever the exit status.
says() {
	what=$1
	shift
	mkdir -p "${log%/*}"
	printf '%b' "$lines" >"$log"
	rm -rf .local/state
	out=$(at "$now" "$@" 2>/dev/null </dev/null | flat)
	case $out in
	*' could not be read'* | *'"unread":1'* | *' line not read: '*) ;;
	*)	complain "$what: $*: nothing of it in: $out" ;;
	esac
	printf '%s\n' "$out" | grep -qE "$calm" &&
	    complain "$what: $*: calm beside it: $out"
}

readers() {
	for command in now 'now -v' 'now -1' 'now -j' plan 'plan -i' remind \
	    'remind -j' 'remind -n' history 'history -j' 'history -c 1' report \
	    'report -H' why 'why ice'; do
		# shellcheck disable=SC2086
		says "$1" $command
	done
}

writers() {
	for command in 'log -p 3' 'log -n' 'log -N' 'check none' 'check leg' \
	    'check fever' 'check bladder' 'pain 2' 'pain 0' 'note a walk' ice \
	    'ice -n' 'heat -F' 'ice -t 1h' 'ice -n -t 1h' 'heat -t 1h' seen end; do
		# shellcheck disable=SC2086
		says "$1" $command
	done
}

head='# backcare log 1\n'
open="${head}2026-11-20T08:00:00Z onset pain=3 feel=dull start=gradual side=both\n"
asked="${open}2026-11-20T08:05:00Z check flags=none\n"
long=$(printf '%4100s' '' | tr ' ' x)
for bad in '2026-11-20T10:00:00Z check  flags=bladder\n' \
    '2026-11-20T10:00:00Z check flags=bladder\r\n' \
    '2026-11-20T10:00:00Z alarm flags=bladder\n' \
    '2026-11-20T10:00:00Z check flags=bladdr\n' \
    '2026-11-20T10:00:00Z check wrong=leg asked=all\n' \
    "2026-11-20T10:00:00Z note # $long\n"; do
	lines="$asked$bad"
	readers "${bad%%xxx*}"
	writers "${bad%%xxx*}"
	lines="$asked${bad}2026-11-20T11:00:00Z pain score=3\n"
	says "${bad%%xxx*}" undo
	says "${bad%%xxx*}" undo -n
done
# Cut short; the next writer ends that line, so that it stays one.
lines="${asked}2026-11-20T10:00:00Z check flags=blad"
readers torn
writers torn
# Easing, gone, past 72 hours, and at the levels that are heard first.
for more in '2026-11-20T09:00:00Z check flags=fever\n' \
    '2026-11-20T09:00:00Z check flags=chest\n' \
    '2026-11-20T09:00:00Z pain score=0\n'; do
	lines="$asked${more}nonsense\n"
	readers "$more"
	for command in 'pain 1' seen end 'log -N' 'note x' 'check sleep'; do
		# shellcheck disable=SC2086
		says "$more" $command
	done
done
now='2026-11-24 20:00'
lines="${asked}2026-11-20T09:00:00Z pain score=1\nnonsense\n"
readers 'past 72 hours'
writers 'past 72 hours'
now='2026-11-20 20:00'
# Nothing is open, for all that is known; a flag of the end itself.
lines="${head}nonsense\n"
for command in now 'now -1' 'now -j' remind history 'history -j' report why log \
    'check none' 'note x'; do
	# shellcheck disable=SC2086
	says 'nothing open' $command
done
lines="${open}2026-11-20T09:00:00Z end flags=fever,bladdr\n"
readers 'an end'
# All of a log of another format, also above its last end.
lines='# backcare log 2\n2026-11-20T08:00:00Z onset pain=3\n'
readers 'format 2'
lines="${lines}2026-11-20T09:00:00Z end\n"
readers 'format 2, ended'
finish
