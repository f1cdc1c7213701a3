#!/bin/sh
# The timer as a person meets it: on a terminal that is resized, suspended,
# interrupted and closed, and where there is no terminal.  Time goes faster
# (BACKCARE_TIMESCALE), and what is waited for is polled.
# shellcheck disable=SC2317	# functions are called by until_true
# Takes 70 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need tmux script strace nohup python3 jq
# No look for leaks goes together with strace(1).
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

# Each test has a server of its own, as one that was killed takes a while to go.
server=0
tmux_here() {
	tmux -S "$work/tmux.$server" -f /dev/null "$@"
}
trap 'tmux_here kill-server 2>/dev/null; cd / && rm -rf "$work"' EXIT

ice="$wrapper '$program' ice"

# until_true COMMAND ...: tries for half a minute, ten times a second.
until_true() {
	tries=$((300 * PATIENCE))
	until "$@"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || return 1
		sleep 0.1
	done
}

# A log with an open episode and nothing else.
fresh() {
	rm -rf "$HOME/.local"
	{ backcare log -t 3h && backcare check none; } >/dev/null ||
	    complain "cannot set the scene"
}

packs() {
	grep -c " $1 min=" "$log"
}

last_pack() {
	sed -n 's/.* ice min=//p' "$log" | tail -n 1
}

# --- On a terminal: tmux(1) is one, and tells what stands on it.

screen() {
	tmux_here capture-pane -p 2>&1
}
screen_has() {
	screen | grep -q -e "$1"
}
cursor_is() {
	[ "$(tmux_here display -p '#{cursor_flag}')" = "$1" ]
}
keys() {
	tmux_here send-keys "$@"
}

# on_terminal WHAT SCALE COMMAND: types it into a new shell.
on_terminal() {
	what=$1
	fresh
	tmux_here kill-server 2>/dev/null
	server=$((server + 1))
	tmux_here new-session -d -x 80 -y 24 \
	    "BACKCARE_TIMESCALE=$2 PS1='> ' ENV='' exec sh -i"
	until_true screen_has '^>' || complain "$what: no shell"
	keys -l "$3"
	keys Enter
}

# sees PATTERN: waits for it.
sees() {
	until_true screen_has "$1" || {
		complain "$what: no \"$1\" on the screen:"
		screen
	}
}

# sees_not PATTERN: now.
sees_not() {
	screen_has "$1" || return
	complain "$what: \"$1\" on the screen:"
	screen
}

# The shell is back, was told this status, and has its cursor.  What is typed
# before it is back is run behind the prompt.
ended_with() {
	keys -l 'echo "status=$?"'
	keys Enter
	sees "^\(> \)*status=$1"
	until_true cursor_is 1 || complain "$what: the cursor is hidden"
	sees_not 'off at'
}

# What the shell there runs.
timer_pid() {
	shell=$(tmux_here list-panes -F '#{pane_pid}')
	tr -d ' ' <"/proc/$shell/task/$shell/children"
}

on_terminal "to the end" 600 "$ice && echo wh''ole"
sees 'off at'
until_true cursor_is 0 || complain "$what: the cursor shows on the line"
sees '^whole'
sees 'Take the pack off now'
sees 'Recorded: ice, 15 minutes'
sees 'The next may start at'
ended_with 0
same "$what: minutes" "$(last_pack)" 15

on_terminal "interrupted" 60 "$ice && echo wh''ole"
sees ' 1[0-3]:[0-9][0-9], off at'
keys C-c
sees 'Recorded: ice, [1-5] minute'
ended_with 130
sees_not '^whole'
same "$what: minutes" "$(last_pack)" \
    "$(screen | sed -n 's/^Recorded: ice, \([0-9]*\) .*/\1/p')"
same "$what: packs" "$(packs ice)" 1
# It is dated at its start, so that it cannot last beyond the present.
began=$(date -d "$(sed -n 's/ ice min=.*//p' "$log")" +%s)
over=$((began + 60 * $(last_pack) - TEST_NOW))
[ $over -le 0 ] || complain "$what: it ends $over seconds from now"

on_terminal "interrupted twice" 60 "$ice"
sees ' 1[0-3]:[0-9][0-9], off at'
keys C-c C-c
sees 'Recorded: ice, [1-5] minute'
ended_with 130
same "$what: packs" "$(packs ice)" 1

on_terminal "interrupted at once" 1 "$ice"
sees 'off at'
keys C-c
sees 'Under a minute, so nothing was recorded'
ended_with 130
same "$what: packs" "$(packs ice)" 0

on_terminal "terminated" 60 "$ice"
sees ' 1[0-3]:[0-9][0-9], off at'
kill -TERM "$(timer_pid)"
sees 'Recorded: ice, [1-5] minute'
ended_with 143

on_terminal "the window closed" 60 "$ice"
sees ' 1[0-3]:[0-9][0-9], off at'
pid=$(timer_pid)
tmux_here kill-server
gone() {
	! kill -0 "$pid" 2>/dev/null
}
until_true gone || complain "$what: it runs on"
same "$what: packs" "$(packs ice)" 1
[ "$(last_pack)" -lt 15 ] || complain "$what: $(last_pack) minutes"

on_terminal "stopped and continued" 1 "$ice"
sees 'off at'
keys C-z
sees Stopped
until_true cursor_is 1 || complain "$what: the cursor is hidden while stopped"
sees_not 'off at'
keys -l fg
keys Enter
sees 'off at'
until_true cursor_is 0 || complain "$what: the cursor shows on the line"
same "$what: lines" "$(screen | grep -c 'off at')" 1
keys C-c
sees 'Under a minute'
ended_with 130

# Whatever the width was and is: one line, with what has room, and no piece of
# another that a tick later still stands there.
line_is() {
	lines=$(screen | grep -c '[0-9]:[0-9][0-9]\(, off at\|$\)')
	bars=$(screen | grep -c -e '[█▌─]')
	screen | grep -q -e "$1" && [ "$lines" -eq 1 ] && [ "$bars" -eq "$2" ]
}
time_left() {
	screen | grep -o '^\(Ice .*\)\?[0-9][0-9]:[0-9][0-9]\(, off\|$\)'
}
ticked() {
	[ "$(time_left)" != "$before" ]
}
on_terminal "resized" 1 "$ice"
sees 'Ice  .*off at'
for size in '20:^[0-9:]*, off at [0-9:]*$:0' '200:^Ice  [█▌─]*  [0-9]:1' \
    '40:^Ice  [█▌─]*  [0-9]:1' '20:^[0-9:]*, off at [0-9:]*$:0' \
    '25:^Ice  [0-9:]*, off at [0-9:]*$:0' '12:^[0-9:]*$:0' '80:^Ice  [█▌─]*  [0-9]:1'; do
	columns=${size%%:*} bars=${size##*:} line=${size#*:}
	tmux_here resize-window -x "$columns" -y 24
	for again in 1 2; do
		until_true line_is "${line%:*}" "$bars" || {
			complain "$what to $columns columns, look $again:"
			screen
		}
		before=$(time_left)
		until_true ticked || complain "$what: it stands still"
	done
done
keys C-c
sees 'Under a minute'
ended_with 130

# A window that gets narrower clears nothing but that line: what was said
# above stays, whether the terminal wraps it again or cuts it (as tmux does on
# the other screen), and no piece of the line is left behind.
# What scrolled out at the top when the lines grew counts as there.
words_stay() {
	tmux_here capture-pane -p -S - | tr -d ' \n' | grep -q -e "$1" && [ "$(screen |
	    grep -c '[0-9]:[0-9][0-9]\(, off at\|$\)')" -eq 1 ]
}
for kind in wraps cuts; do
	case $kind in
	wraps)
		command=$ice
		words='Wrapthepack.*sooner.*burns,ortheskingoesnumborwhite' ;;
	cuts)
		command="tput smcup; $ice"
		words='Wrapthepack.*skingoesnumborwhite' ;;
	esac
	on_terminal "narrower, on a terminal that $kind" 1 "$command"
	sees 'Ice  .*off at'
	for columns in 79 60 41 40 30; do
		tmux_here resize-window -x $columns -y 24
		until_true words_stay "$words" || {
			complain "$what to $columns columns:"
			screen
		}
		before=$(time_left)
		until_true ticked || complain "$what: it stands still"
		words_stay "$words" || complain "$what: a tick after"
	done
	keys C-c
	sees 'Under a minute'
	ended_with 130
	# The echo of ^C went with the line.
	sees_not '\^C'
	sees_not '[█▌─]'
done

# What it says in the end has no half words either, on a phone.
on_terminal "closing words" 60 ''
tmux_here resize-window -x 30 -y 24
keys -l "$ice"
keys Enter
sees '[0-9]:[0-9][0-9], off at'
sees ' *1[0-3]:[0-9][0-9], off at'
keys C-c
sees '^Recorded: ice, [1-5] minutes*\.$'
ended_with 130
on_terminal "closing words of a whole pack" 900 ''
tmux_here resize-window -x 30 -y 24
keys -l "$ice"
keys Enter
sees 'The next may start at'
screen | tr -s ' \n' ' ' | grep -q 'Take the pack off now, and let the skin get back to normal\. Recorded' ||
    complain "$what: $(screen)"
sees '^the skin get back to normal\.$'

# Stopped three seconds before the deadline at most, until more than five after
# it, as if the machine had slept.
on_terminal "slept over" 300 "$ice"
sees 'off at'
pid=$(timer_pid)
kill -STOP "$pid"
asleep_since=$(steady)
slept() {
	[ $(($(steady) - asleep_since)) -gt 9 ]
}
until_true slept
kill -CONT "$pid"
sees 'It is [0-9]* min [0-9]* s over'
sees 'Recorded: ice, 15 minutes'
until_true cursor_is 1 || complain "$what: the cursor is hidden"
same "$what: minutes" "$(last_pack)" 15

on_terminal "two packs" 600 "$ice -c 2 -g 10m && echo wh''ole"
sees 'Ice 1 of 2'
sees '^whole'
ended_with 0
same "$what: packs" "$(packs ice)" 2
same "$what: said" "$(screen | grep -c 'Take the pack off')" 2
sees 'Time for the next pack'

on_terminal "interrupted in the pause" 600 "$ice -c 2 -g 24h"
sees 'Pause 1 of 2 .* next '
same "$what: packs before" "$(packs ice)" 1
keys C-c
ended_with 130
sees_not 'Under a minute'
same "$what: packs" "$(packs ice)" 1

on_terminal "two at once" 1 "$ice"
sees 'off at'
expect 1 "$what" backcare ice
has "$what" "$err" 'ice: a timer is running already: ice, off at [0-9]'
expect 1 "$what" backcare heat -F
has "$what" "$err" 'heat: a timer is running already: ice, off at [0-9]'
same "$what: packs" "$(packs ice)" 0
expect 0 "$what, dry" backcare ice -n
keys C-c
sees 'Under a minute'
ended_with 130

# What it draws would be cleared by the end: raw has every byte.
on_terminal "in the background" 600 "echo re''ady"
sees '^ready'
tmux_here pipe-pane -o "cat >'$work/raw'"
keys -l "$ice & wait"
keys Enter
recorded_in_raw() {
	grep -aq 'Recorded: ice, 15 minutes' raw
}
until_true recorded_in_raw || complain "$what: $(cat -v raw)"
grep -a 'off at' raw && complain "$what: it draws"
tmux_here kill-server

# --- What goes to the terminal, byte by byte.

fresh
BACKCARE_TIMESCALE=900 script -qec "$ice -c 2 -g 10m" /dev/null </dev/null \
    >raw || complain "a terminal: exit status $?"
bell=$(printf '\a') escape=$(printf '\033')
same "bells: off, on again, off" "$(grep -o "$bell" raw | wc -l)" 3
same "the cursor: the last word" \
    "$(grep -o "${escape}\[?25[hl]" raw | tail -n 1)" "${escape}[?25h"
BACKCARE_TIMESCALE=900 TERM=dumb script -qec "$ice -F" /dev/null </dev/null \
    >raw || complain "a dumb terminal: exit status $?"
grep -q "$escape" raw && complain "a dumb terminal got an escape sequence"
has "a dumb terminal" "$(cat raw)" 'On now, off at'

# --- How often it wakes up.

# After its first words, once: it waits for the end, and then asks how wide the
# output is.
fresh
BACKCARE_TIMESCALE=900 strace -o trace "$program" ice >out ||
    complain "strace: exit status $?"
sed -n '/"On now/,/"Take the pack/p' trace >waiting
same "no terminal: waits" "$(grep -c '^pselect6(' waiting)" 1
same "no terminal: other calls" "$(sed '1d;$d' waiting |
    grep -vc -e '^pselect6(' -e '^timerfd_settime(' -e '^ioctl(')" 0

# Where there is such a timer, it is one that goes on while the machine sleeps.
grep '^timerfd_create(' trace | grep -v '(CLOCK_BOOTTIME,' &&
    complain "no terminal: a clock that stands still in a suspend"

# Fifteen minutes in six seconds or more: no more than one wait in each.
fresh
began=$(steady)
BACKCARE_TIMESCALE=150 script -qec "strace -o trace '$program' ice" \
    /dev/null </dev/null >raw || complain "strace: exit status $?"
seconds=$(($(steady) - began))
waits=$(grep -c '^pselect6(' trace)
if [ "$waits" -lt 2 ] || [ "$waits" -gt $((seconds + 3)) ]; then
	complain "on a terminal: $waits waits in $seconds seconds"
fi

# --- Without a terminal, and with what may happen meanwhile.

# start SCALE ARGUMENT ...: in the background; its words go to out, err.
start() {
	scale=$1
	shift
	: >out
	# shellcheck disable=SC2086
	BACKCARE_TIMESCALE=$scale $wrapper "$program" "$@" >out 2>err &
	pid=$!
}
said() {
	grep -q -e "$1" out
}
finished_with() {
	status=0
	wait "$pid" || status=$?
	same "$1: status" "$status" "$2"
	[ "$status" -eq "$2" ] || cat out err
}

fresh
start 300 ice
until_true said 'On now, off at' || complain "no first words"
backcare end >/dev/null
finished_with "ended by another" 1
has "ended by another" "$(cat out)" 'Take the pack off'
has "ended by another" "$(cat err)" 'no episode is open'
grep -q 'record it later' err && complain "ended by another: it is over"
same "ended by another: packs" "$(packs ice)" 0

fresh
start 300 ice -c 2 -g 10m
until_true said 'The next pack at' || complain "no pause"
backcare check bladder >/dev/null
finished_with "a flag in the pause" 1
has "a flag in the pause" "$(cat out)" '^Call your local emergency number'
same "a flag in the pause: packs" "$(packs ice)" 1

# It has descriptors from its parent, so many that select(2) has no room for
# one more: a message, or no need of one, but nothing overwritten.
fresh
status=0
BACKCARE_TIMESCALE=9000 python3 -c 'if True:
	import os, resource, sys
	resource.setrlimit(resource.RLIMIT_NOFILE, (2000, 2000))
	null = os.open("/dev/null", os.O_RDONLY)
	for fd in range(null + 1, 1100):
		os.dup2(null, fd)
	os.set_inheritable(null, True)
	os.execvp(sys.argv[1], sys.argv[1:])
' "$program" ice >out 2>err || status=$?
[ $status -le 1 ] || complain "many descriptors: status $status"
[ $status -eq 0 ] || has "many descriptors" "$(cat err)" 'Too many open files'

# What runs, and until when, is there for others to read; they turn no timer
# away, and one that was killed runs no more.
running() {
	backcare now -j | jq -c .timer
}
until_of() {
	at=$(sed -n "s/^$1 //p" "$HOME"/.local/state/backcare/timer.*)
	printf '{"kind":"%s","until":"%s"}\n' "$1" "$at"
}
fresh
same "no timer yet" "$(running)" null
start 1 ice
until_true said 'On now, off at' || complain "a word: no first words"
same "a word" "$(running)" "$(until_of ice)"
left=$(($(date -d "$(running | jq -r .until)" +%s) - TEST_NOW))
{ [ $left -gt 60 ] && [ $left -le 900 ]; } || complain "a word: $left s left"
same "of another time" "$(backcare now -j -t 1m | jq .timer)" null
# It belongs to the log, by whatever path.
timer=$(echo "$HOME"/.local/state/backcare/timer.*)
cp "$log" other
ln -s "$log" link
same "of another log" "$(backcare -f other now -j | jq .timer)" null
same "by a link" "$(backcare -f link now -j | jq -c .timer)" "$(running)"
has "by a link" "$(backcare -f link ice 2>&1)" 'a timer is running already'
BACKCARE_TIMESCALE=100000 backcare -f other ice -F >beside 2>&1 ||
    complain "another log has a timer of its own: $(cat beside)"
kill -KILL "$pid"
wait "$pid"
[ -s "$timer" ] ||
    complain "a killed timer: the test looks for a word that stays"
same "a killed timer" "$(running)" null
start 600 ice -c 2 -g 10h
until_true said 'The next pack at' || complain "a pause: no pause"
same "a pause" "$(running)" "$(until_of pause)"
at=$(running | jq -r .until)
has "a pause" "$(cat out)" 'The next pack at [A-Z][a-z][a-z] .* 07:00\.$'
kill -TERM "$pid"
finished_with "a pause" 143
# The pause ends in waking hours: the clock of the test began at eight.
same "a pause over night" "$(date -d "$at" +%H:%M)" 07:00
start 600 heat -F
finished_with "heat" 0
same "no timer any more" "$(running)" null
chmod 000 "$HOME"/.local/state/backcare/timer.*
same "a word that cannot be read" "$(running)" null
chmod 600 "$HOME"/.local/state/backcare/timer.*
same "no HOME" "$(env -u HOME "$program" -f "$log" now -j 2>&1 |
    jq .timer)" null

# -e: a word at the end of each pack and of each gap, and whatever becomes of
# it, the pack is recorded.
cat >heard <<'SH'
printf '%s|%s|%s|%s|%s|' "$BACKCARE_EVENT" "$BACKCARE_PHASE" \
    "$BACKCARE_URGENCY" "$BACKCARE_TITLE" "$1" >>"$HOME/words"
printf '%s\n' "$(cat)" >>"$HOME/words"
SH
fresh
start 600 ice -c 2 -g 10m -e 'sh ./heard'
finished_with "a command" 0
off='off|ice|self-care|Back: take the pack off|Take the pack off now, and let the skin get back to normal.'
on='on|ice|self-care|Back: the next pack|Time for the next pack.'
same "a command's words" "$(cat words)" "$off|${off##*|}
$on|${on##*|}
$off|${off##*|}"
same "a command: packs" "$(packs ice)" 2
fresh
start 900 ice -e 'exit 3; :'
finished_with "a command that fails" 0
has "a command that fails" "$(cat err)" '^backcare: -e: .* 3'
same "a command that fails: packs" "$(packs ice)" 1
rm -f words
start 900 heat -F --exec '| cat >words'
finished_with "a command that only reads" 0
same "a command that only reads" "$(cat words)" "${off##*|}"
fresh
start 900 ice -e 'sleep 100; :'
until_true said 'Recorded: ice' || complain "a slow command: no record"
kill -TERM "$pid"
finished_with "a slow command, and a signal" 143
same "a slow command, and a signal: packs" "$(packs ice)" 1
expect 2 "no command" backcare ice -e ' '
expect 2 "a command for a pack already done" backcare ice -t 1h -e true

fresh
: >out
BACKCARE_TIMESCALE=1 nohup "$program" ice >out 2>err </dev/null &
pid=$!
until_true said 'On now, off at' || complain "nohup: no first words"
kill -HUP "$pid"
kill -TERM "$pid"
finished_with "a hangup that is ignored" 143

# Nothing more than the log has already may be written into any file.
fresh
for line in 1 2 3 4 5 6 7 8 9; do
	echo "# $line is there so that the log has more than one block of bytes"
done >>"$log"
cp "$log" before
{
	(
		# shellcheck disable=SC3045	# every sh has -S
		ulimit -S -f 1
		BACKCARE_TIMESCALE=900 "$program" ice
	) || echo "status=$?"
} 2>&1 | cat >out
same "a full disk" "$(grep -o -e '^Take the pack off' -e '^backcare: .*' \
    -e '^status=.*' out | sed "s|$log|LOG|; s/-t [^ ]*/-t TIME/")" \
    "backcare: BACKCARE_TIMESCALE: the timer runs 900 times as fast
Take the pack off
backcare: LOG: nothing was recorded: File too large
backcare: to record it later: backcare ice -t TIME -m 15
status=1"
cmp -s "$log" before || complain "a full disk: the log changed"
# What it says works.
sed -n "s|^backcare: to record it later: backcare|'$program'|p" out >later
expect 0 "recorded later" sh ./later
same "recorded later" "$(packs ice) $(last_pack)" "1 15"

fresh
BACKCARE_TIMESCALE=900 "$program" ice 2>err | head -n 1 >out
same "nobody reads on: minutes" "$(last_pack)" 15

fresh
for scale in 0 -1 x 100001; do
	expect 1 "scale $scale" env BACKCARE_TIMESCALE=$scale "$program" ice
	has "scale $scale" "$err" 'BACKCARE_TIMESCALE'
done
same "no scale: packs" "$(packs ice)" 0
finish
