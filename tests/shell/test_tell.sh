#!/bin/sh
# remind -e: what the command finds, the time it has, how what it started ends
# with it, and when a message comes again that it did not take.
# Takes 6 s.
. tests/shell/setup.sh
# A leak is not looked for where another program traces this one.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"
clock '2026-11-20 18:30'
# Of the minute that a command has there is a second.
export BACKCARE_TIMESCALE=60

at '2026-11-20 18:30' log >/dev/null
at '2026-11-20 18:30' check none >/dev/null
# fresh: with nothing announced before.
fresh() {
	rm -rf .local/state
}

# What it finds.
cat >show <<'SHOW'
#!/bin/sh
printf '%s\n' "$BACKCARE_EVENT" "$BACKCARE_PHASE" "$BACKCARE_URGENCY" \
    "$BACKCARE_TITLE" "$#" "${1-}"
cat
SHOW
chmod +x show
# shellcheck disable=SC2016
message='Ice in a cloth, 15 to 20 minutes, then a walk: `backcare ice`.'
expect 0 "as an argument" at '2026-11-20 18:31' remind -e ./show
same "as an argument" "$out" "ice
ice
self-care
Back: time for ice
1
$message
$message"
fresh
expect 0 "to be read" at '2026-11-20 18:31' remind -e ' | ./show'
same "to be read" "$out" "ice
ice
self-care
Back: time for ice
0

$message"
fresh
expect 0 "in a pipe" at '2026-11-20 18:31' remind -e '|tr a-z A-Z | cut -c 1-3'
same "in a pipe" "$out" ICE
fresh
expect 0 "left in the background" at '2026-11-20 18:31' \
    remind -e '|cat >got & echo $! >left'
same "left in the background" "$out$err" ""

# What cannot be given an argument is refused, with nothing run.
# shellcheck disable=SC1003
for command in 'x &' 'x;' 'x |' 'x &&' 'x ||' 'x >' 'x <' 'x \'; do
	fresh
	expect 2 "$command" at '2026-11-20 18:31' remind -e "$command"
	has "$command" "$err" ': it ends in .*begin it with |'
	same "$command" "$out" ""
	expect 2 "-n $command" at '2026-11-20 18:31' remind -n -e "$command"
	expect 2 "-i $command" at '2026-11-20 18:31' remind -i -n -e "$command"
done
# Nor is what sh cannot read put into a crontab, or run at the end of a pack.
# shellcheck disable=SC2016
for command in "notify-send 'It hurts" 'if true; then echo; fi' '$(x'; do
	expect 2 "-i $command" at '2026-11-20 18:31' remind -i -n -e "$command"
	has "-i $command" "$err" ': sh cannot read it '
	expect 2 "ice: $command" at '2026-11-20 18:31' ice -n -e "$command"
	has "ice: $command" "$err" ': sh cannot read it '
done
expect 2 "-i |x (" at '2026-11-20 18:31' remind -i -n -e '|x ('
for command in '' ' ' '|' ' | '; do
	expect 2 "\"$command\"" at '2026-11-20 18:31' remind -e "$command"
	has "\"$command\"" "$err" 'say which command'
done

# gone WHAT FILE: the process whose number is in it is there no more.
gone() {
	[ -s "$2" ] || complain "$1: it was never there"
	tries=$((100 * PATIENCE))
	while kill -0 "$(cat "$2")" 2>/dev/null; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || { complain "$1: it goes on"; return; }
		sleep 0.1
	done
}

# One that hangs is ended with all that it started, whatever they did to be
# left alone; the message comes again, later each time.
cat >hang <<'HANG'
#!/bin/sh
trap '' TERM
sleep 1000 & echo $! >pid.child
(trap '' TERM; sleep 1000 & echo $! >pid.grandchild) &
setsid sh -c 'echo $$ >pid.away; exec sleep 1000' &
timeout 1000 sleep 1000 & echo $! >pid.group
wait
wait
sleep 1000
HANG
chmod +x hang
fresh
expect 1 "one that hangs" at '2026-11-20 18:31' remind -e ./hang
same "one that hangs" "$err" "backcare: -e: the command took longer than 60 \
seconds, and was ended: this will be announced again Fri 20 Nov 18:33"
for pid in child grandchild away group; do
	gone "$pid of one that hangs" pid.$pid
done
# tries COMMAND TIME STATUS ...
tries() {
	command=$1
	shift
	while [ $# -gt 0 ]; do
		expect "$2" "$command at $1" at "2026-11-20 $1" \
		    remind -w 0-24 -e "$command"
		[ "$2" -eq 1 ] || same "$command at $1" "$out$err" ""
		shift 2
	done
}
fresh
tries 'exit 3 #' 18:31 1 18:32 0 18:33 1 18:36 0 18:37 1 18:44 0 18:45 1 \
    19:00 0 19:01 1 19:32 0 19:33 1 20:32 0 20:33 1 21:32 0 21:33 1
expect 0 "-n says so" at '2026-11-20 21:34' remind -n -e 'exit 3 #'
has "-n says so" "$out" '^A command failed Fri 20 Nov 21:33, 8 times in a row'
has "-n says so" "$out" '^It is tried again Fri 20 Nov 22:33'
expect 0 "another command" at '2026-11-20 21:34' remind -e 'exit 0 #'
tries 'exit 3 #' 23:34 1 23:35 0
# Something more pressing does not wait, an emergency least of all.
at '2026-11-20 23:34' check fever >/dev/null
tries 'exit 3 #' 23:36 1 23:37 0
at '2026-11-20 23:37' check saddle >/dev/null
tries 'exit 3 #' 23:38 1 23:42 0 23:43 1 23:47 0 23:48 1
fresh
expect 0 "the time after it" at '2026-11-20 23:50' remind -e 'exit 0 #'
tries 'exit 3 #' 23:51 0
at '2026-11-20 23:52' seen >/dev/null

# Nobody waits for one that hangs: another run says nothing, and an emergency
# goes past it.
export BACKCARE_TIMESCALE=1
fresh
mkfifo free
at '2026-11-21 10:00' remind -e 'echo here >here; read -r _ <free; :' &
slow=$!
tries=$((100 * PATIENCE))
until [ -s here ] || [ $tries -eq 0 ]; do
	tries=$((tries - 1))
	sleep 0.1
done
expect 0 "while one hangs" at '2026-11-21 10:01' remind -e 'echo told #'
same "while one hangs" "$out$err" ""
at '2026-11-21 10:01' check bladder >/dev/null
expect 0 "an emergency" at '2026-11-21 10:02' remind -e 'echo told #'
same "an emergency" "$out$err" told
echo >free
wait $slow || complain "one that was slow"
expect 0 "both are noted" at '2026-11-21 10:03' remind
same "both are noted" "$out" ""
has "both are noted" "$(cat .local/state/backcare/reminded)" ' emergency '
has "both are noted" "$(cat .local/state/backcare/reminded)" ' switch \| ice '

# A signal that ends it ends the command.
fresh
TEST_NOW=$(date -d '2026-11-21 10:05' +%s) LD_PRELOAD=$CLOCK "$program" remind \
    -e 'sleep 1000 & echo $! >pid.signal; wait; :' 2>err &
slow=$!
tries=$((100 * PATIENCE))
until [ -s pid.signal ] || [ $tries -eq 0 ]; do
	tries=$((tries - 1))
	sleep 0.1
done
kill -TERM $slow
status=0
wait $slow 2>/dev/null || status=$?
same "ended by a signal" "$status" 143
gone "ended by a signal" pid.signal
has "ended by a signal" "$(cat err)" 'was interrupted: this will be announced'

# No room in /tmp, and no memory for files without a name.
fresh
expect 0 "no memory for a file" strace -qq -o trace -e trace=memfd_create \
    -e inject=memfd_create:error=ENOSYS -E "LD_PRELOAD=$CLOCK" \
    -E "TEST_NOW=$(date -d '2026-11-21 10:05' +%s)" -E TMPDIR=/nonexistent \
    "$program" remind -e '|cat'
has "no memory for a file" "$out" '^Call your local emergency'
same "nothing is left of it" "$(ls .local/state/backcare)" "lastrun
reminded
reminding.emergency"
finish
