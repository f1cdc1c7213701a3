#!/bin/sh
# While somebody else holds the lock: readers try for a second and go on
# without it, writers try for five, give up and record nothing.
# Takes 11 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need flock timeout mkfifo strace
# A leak checker cannot work in a traced process.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

expect 0 log backcare log

# Holds the lock until something is written to the pipe.
mkfifo go held
flock -x "$log" sh -c 'echo >held; read -r _ <go' &
read -r _ <held

# How long it takes is up to the machine; how long it asks to sleep is not, but
# for what it cannot use of its time.
# tries_for WHAT MOST STATUS ARGUMENT ...: milliseconds
tries_for() {
	what=$1 most=$2
	shift 2
	status=$1
	shift
	expect "$status" "$what" strace -qq -o trace -e trace=clock_nanosleep \
	    "$program" "$@"
	asked=$(sed -n 's/.*tv_sec=\([0-9]*\), tv_nsec=\([0-9]*\)}.*/\1 \2/p' \
	    trace | awk '{ ms += $1 * 1000 + $2 / 1000000 }
	    END { print int(ms) }')
	[ "$asked" -gt 0 ] || complain "$what does not wait"
	[ "$asked" -le "$most" ] || complain "$what sleeps for $asked ms"
	[ "$most" -lt 2000 ] || [ "$asked" -gt 1000 ] ||
	    complain "$what sleeps for $asked ms only"
}
tries_for "a reader" 1100 0 now
tries_for "a writer" 5100 1 pain 3
before=$(cat "$log")

i=0
for command in log 'pain 3' 'check none' end seen undo; do
	i=$((i + 1))
	# shellcheck disable=SC2086
	(
		timeout $((60 * PATIENCE)) $wrapper "$program" $command >out$i 2>err$i
		echo $? >status$i
	) &
done
for command in now 'now -j' 'now -1' 'log -n' 'undo -n'; do
	status=0
	# shellcheck disable=SC2086
	timeout $((60 * PATIENCE)) $wrapper "$program" $command >out 2>err || status=$?
	case $command,$status in
	*,[01] | 'now -q -t @0,10') ;;
	*) complain "$command while locked: $status" ;;
	esac
	grep -v 'dated in the future' err && complain "$command while locked"
done
for n in 1 2 3 4 5 6; do
	while [ ! -s status$n ]; do sleep 0.1; done
	same "status of writer $n" "$(cat status$n)" 1
	same "what writer $n says" "$(cat err$n)" \
	    "backcare: $log: locked by another process; nothing was recorded"
	same "what writer $n prints" "$(cat out$n)" ""
done
same "the log" "$(cat "$log")" "$before"

# A writer that waits gets its turn; the lock is let go when it is seen to wait.
: >trace
strace -qq -o trace -e trace=flock,clock_nanosleep "$program" pain 3 \
    >out 2>err &
waiting=$!
until grep -q clock_nanosleep trace; do
	kill -0 $waiting 2>/dev/null || break
	sleep 0.1
done
echo >go
wait $waiting || complain "the one that waited: $(cat err)"
grep -q clock_nanosleep trace || complain "the one that waited did not"
same "records" "$(grep -c score=3 "$log")" 1

# A reader shares its lock with those of other programs, gets it at once, and
# has it.
flock -s "$log" sh -c 'echo >held; read -r _ <go' &
read -r _ <held
expect 0 "now, shared lock" strace -qq -o trace \
    -e trace=flock,clock_nanosleep "$program" now
same "the lock of a reader beside another" \
    "$(sed 's/([0-9]*/(/; s/  *=/ =/' trace)" 'flock(, LOCK_SH|LOCK_NB) = 0'
echo >go
wait

# A reader that waits for its own reader, as for a pager, keeps nobody waiting.
echo '# backcare log 1' >big
awk 'BEGIN { for (i = 0; i < 2000; i++) printf \
    "2026-01-01T00:00:00Z onset # a\n2026-01-01T00:00:00Z end # b\n" }' >>big
mkfifo slow
for command in history 'history -j' report; do
	# shellcheck disable=SC2086
	"$program" -f big $command >slow 2>err &
	exec 9<slow
	read -r _ <&9
	expect 0 "a writer beside $command" timeout $((10 * PATIENCE)) "$program" -f big note x
	cat <&9 >rest
	exec 9<&-
	wait $! || complain "$command: $(cat err)"
done

# What is no word of a timer is not passed on.
BACKCARE_TIMESCALE=100000 backcare ice -F >/dev/null 2>&1
timer=$(echo "$HOME"/.local/state/backcare/timer.*)
printf 'ice \033[2J\n' >"$timer"
flock -x "$timer" sh -c 'echo >held; read -r _ <go' &
read -r _ <held
expect 1 "another timer" backcare ice -F
same "another timer" "$err" "backcare: ice: a timer is running already"
echo >go
wait
finish
