#!/bin/sh
# While somebody else holds the lock: readers try for a second and go on
# without it, writers try for five, give up and record nothing.
. tests/shell/setup.sh
need flock timeout mkfifo strace
# A leak checker cannot work in a traced process.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

expect 0 log backcare log

# Holds the lock until something is written to the pipe.
mkfifo go held
flock -x "$log" sh -c 'echo >held; read -r _ <go' &
read -r _ <held

# A tenth less than it has to try is for clocks that are read apart; how much
# more it takes is up to the machine, so that only a wait of another order is
# too long.
# took WHAT LEAST MOST: of milliseconds, from $before to now.
took() {
	ms=$((($(date +%s%N) - before) / 1000000))
	[ $ms -ge "$2" ] || complain "$1 tried for $ms ms only"
	[ $ms -le "$3" ] || complain "$1 waited for $ms ms"
}
before=$(date +%s%N)
expect 0 "now while locked" backcare now
took "a reader" 900 7000
before=$(date +%s%N)
expect 1 "pain while locked" backcare pain 3
took "a writer" 4500 15000
before=$(cat "$log")

i=0
for command in log 'pain 3' 'check none' end seen undo; do
	i=$((i + 1))
	# shellcheck disable=SC2086
	(
		timeout 60 $wrapper "$program" $command >out$i 2>err$i
		echo $? >status$i
	) &
done
for command in now 'now -j' 'now -q -t @0' 'log -n' 'undo -n'; do
	status=0
	# shellcheck disable=SC2086
	timeout 60 $wrapper "$program" $command >out 2>err || status=$?
	[ $status -le 1 ] || complain "$command while locked: $status"
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

# What the file of another timer holds is shown as text.
timer=$HOME/.local/state/backcare/timer
mkdir -p "${timer%/*}"
printf 'ice \033[2J\n' >"$timer"
flock -x "$timer" sh -c 'echo >held; read -r _ <go' &
read -r _ <held
expect 1 "another timer" backcare ice -F
has "another timer" "$err" 'already: ice \\033\[2J$'
echo >go
wait
finish
