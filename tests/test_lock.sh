#!/bin/sh
# While somebody else holds the lock: readers go on without it, writers give
# up and record nothing.  How long that takes is not asked.
. tests/setup.sh
need flock timeout mkfifo

expect 0 log backcare log
before=$(cat "$log")

# Holds the lock until something is written to the pipe.
mkfifo go held
flock -x "$log" sh -c 'echo >held; read -r _ <go' &
read -r _ <held

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

# A writer that waits gets its turn.
backcare pain 3 >out 2>err &
waiting=$!
echo >go
wait $waiting || complain "the one that waited: $(cat err)"
same "records" "$(grep -c score=3 "$log")" 1

# Readers of other programs do not keep readers out.
flock -s "$log" sh -c 'echo >held; read -r _ <go' &
read -r _ <held
expect 0 "now, shared lock" backcare now
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
