#!/bin/sh
# remind, several at once, killed at every system call, and with every system
# call failing: what is due is never lost, and comes twice only where it was
# stopped between the message and the note.
#
# The system calls are those of the program itself, never of a WRAPPER.
#
# usage: sh tests/shell/test_remind.sh
# Takes 12 s.
cd "$(dirname "$0")/../.." || exit 1
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need strace
# A leak checker cannot work in a traced process.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
wrapper=

state=$HOME/.local/state/backcare/reminded
now='2026-11-20 18:35:00'

# A log with something due, and a state that knows of another log too.
at '2026-11-20 18:30:00' log >/dev/null
at '2026-11-20 18:31:00' check none >/dev/null
at '2026-11-20 18:30:00' -f other log >/dev/null
at '2026-11-20 18:40:00' -f other remind >/dev/null
cp "$state" before
others=$(grep -v '^#' before)
expect 0 "what is due" at "$now" remind
message=$out
has "what is due" "$message" '^Ice in '
cp "$state" after

# Several at once: one of them says it, in every round.
round=0
while [ $round -lt 20 ]; do
	round=$((round + 1))
	cp before "$state"
	rm -f said.*
	for i in 1 2 3 4; do
		at "$now" remind >said.$i 2>&1 &
	done
	wait
	same "round $round" "$(cat said.*)" "$message"
	same "the note of round $round" "$(sort "$state")" "$(sort after)"
done
cp before "$state"
for i in 1 2 3 4 5 6; do
	at "$now" remind -e 'cat >>told; :' &
done
wait
same "told by one of six" "$(grep -c '^Ice' told)" 1

# Killed while its command runs, which has told it by then.
cp before "$state"
rm -f told
# shellcheck disable=SC2016
at "$now" remind -e 'cat >>told; kill -9 $PPID; :' 2>/dev/null
has "told before the kill" "$(cat told)" "^Ice in "
same "not noted" "$(cat "$state")" "$(cat before)"
expect 0 "after the kill" at "$now" remind
same "after the kill" "$out" "$message"

# traced STRACE-OPTION: remind, whose system calls alone are traced.
traced() {
	rm -f "$state".*
	cp before "$state"
	status=0
	TEST_NOW=$(date -d "$now" +%s) strace -qq -o "$work/trace" \
	    -E "LD_PRELOAD=$CLOCK" "$@" "$program" remind \
	    >said 2>complaint </dev/null || status=$?
	said=$(cat said)
}

# What follows from where it stopped, and from the next two runs.
judge() {
	noted=no
	cmp -s before "$state" || noted=yes
	if [ $noted = yes ] && [ "$(sort "$state")" != "$(sort after)" ]; then
		complain "$1: the state is neither the old one nor the new"
		cat "$state"
	fi
	[ "$said" = "" ] || [ "$said" = "$message" ] ||
	    complain "$1: half a message: $said"
	wanted=$message
	[ $noted = no ] || wanted=
	[ "$said$wanted" != "" ] || complain "$1: lost"
	expect 0 "$1: the next run" at "$now" remind
	same "$1: the next run" "$out" "$wanted"
	expect 0 "$1: the one after" at "$now" remind
	same "$1: the one after" "$out" ""
	same "$1: the other log" "$(grep -F -x "$others" "$state")" "$others"
}

# Each system call with its number among those of its name.  What the loader
# calls, before the log is opened, is none of the program's.
traced
same "traced" "$status $said" "0 $message"
awk -F '(' -v opened="\"$log\"" '/^[a-z0-9_]*\(/ { seen[$1]++ }
    index($0, opened) { on = 1 } on && /^[a-z]/ && !/^exit/ {
	print $1, seen[$1] }' trace >calls
[ "$(wc -l <calls)" -gt 30 ] || complain "too few system calls: $(cat calls)"

killed=0 twice=0
while read -r name number; do
	traced -e "inject=$name:signal=KILL:when=$number"
	[ $status -eq 0 ] && continue
	killed=$((killed + 1))
	judge "killed at $name $number"
	[ "$said" = "" ] || [ "$wanted" = "" ] || twice=$((twice + 1))
done <calls
[ $killed -gt 30 ] || complain "killed only $killed times"
[ $twice -gt 0 ] || complain "never killed between message and note"

# Where a call fails, what was said but not noted is owned up to.  Those for
# memory are left alone: a sanitizer has them, too.
grep -v -E '^(mmap|munmap|mprotect|madvise|brk) ' calls >failing
again=0
for error in EIO ENOSPC EINTR; do
	while read -r name number; do
		traced -e "inject=$name:error=$error:when=$number"
		stopped=$status
		judge "$error from $name $number"
		[ "$stopped" -ne 0 ] || [ "$said$noted" = "${message}yes" ] ||
		    complain "$error from $name $number: exit status 0"
		if [ "$said" != "" ] && [ $noted = no ]; then
			again=$((again + 1))
			has "$error from $name $number" "$(cat complaint)" \
			    'it comes again'
		fi
	done <failing
done
[ $again -gt 0 ] || complain "no system call kept it from being noted"
finish
