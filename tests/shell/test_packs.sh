#!/bin/sh
# ice and heat ask on a terminal, before they start, when the pain began where
# none is noted, and whether to go on where lines could not be read; and they
# hear what is reported meanwhile.
# Takes 14 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need expect script
. "$top"/tests/shell/talk.sh
export BACKCARE_TIMESCALE=9000

now=2026-11-20T19:00:00Z
began='When did the pain begin? (Enter: now) '
# The clock on the wall stands still, so that when a pack began is of no use.
timeless() {
	record=$(printf '%s\n' "$record" | sed 's/[^|]* ice /ice /')
}

new ice <<TALK
< $began
> 2h\\r
< the pain began Fri 20 Nov 18:00 CET.
< Recorded: ice, 15 minutes.
=
TALK
timeless
ended "when it began" 0 "" "2026-11-20T17:00:00Z onset|ice min=15|"
new 'ice -n' <<TALK
< $began
> \\r
< Ice 1 of 1: on 20:00, off 20:15
=
TALK
ended "a dry run" 0 "" ""
[ ! -e "$log" ] || complain "a dry run made a log"
# heat is not the step then; that the pain began stays known.
new heat <<TALK
< $began
> ?\\r
< Write how long ago
< $began
> \\r
< moist heat comes after ice
=
TALK
ended "heat" 1 "" "$now onset|"
for keys in '\003 SIGINT' '\004 -'; do
	key=${keys% *} name=${keys#* } code=0
	[ "$name" = - ] && name='' code=1
	new ice <<TALK
< $began
> $key
=
TALK
	ended "$key" $code "$name" ""
	has "$key" "$said" 'ice: nothing was recorded and nothing started'
	[ ! -e "$log" ] || complain "$key made a log"
done

# After an end the pain is a new one, and cannot have begun before that.
scene() {
	rm -rf "$HOME/.local"
	mkdir -p "${log%/*}"
	printf '# backcare log 1\n%b' "$1" >"$log"
	chmod 600 "$log"
}
ended_log='2026-11-20T17:00:00Z onset\n2026-11-20T18:00:00Z end'
scene "$ended_log\n"
talk ice <<TALK
< $began
> 2h\\r
< before the earlier pain had gone
< $began
> 1h\\r
< Recorded: ice
=
TALK
timeless
ended "after an end" 0 "" "2026-11-20T17:00:00Z onset|2026-11-20T18:00:00Z end|2026-11-20T18:00:00Z onset|ice min=15|"
# An alarm that an end has kept is said, and nothing is asked.
scene "$ended_log flags=bladder\n"
talk ice <<TALK
< Call your local emergency number
=
TALK
same "an alarm" "$status" 1
printf '%s\n' "$said" | grep -q 'When did' && complain "an alarm, and it asks"

# Lines that could not be read.
unread='could not be read, and a red flag may stand there. Go on all the same?'
bad='2026-11-20T17:00:00Z onset\n2026-11-20T17:30:00Z check  flags=bladder\n'
scene "$bad"
talk ice <<TALK
< 1 line of the log
> \\r
=
TALK
same "not read: status" "$status" 1
same "not read: packs" "$(grep -c ice "$log")" 0
has "not read" "$(printf '%s\n' "$said" | tr -s ' \n' '  ')" "1 line of the log $unread"
has "not read" "$said" 'ice: nothing was started'
scene "${bad}nonsense\n"
talk ice <<TALK
< 2 lines of the log
> ?\\r
< With a red flag a pack can be wrong.
< 2 lines of the log
> y\\r
< Recorded: ice
=
TALK
same "not read, go on: status" "$status" 0
same "not read, go on: packs" "$(grep -c 'ice min=15' "$log")" 1
scene "$bad"
for command in ice 'ice -n' 'ice -F' 'heat -F'; do
	# shellcheck disable=SC2086
	expect 1 "$command, not read" at @1795201200 $command
	has "$command, not read" "$err" 'log:3: one space too many$'
	has "$command, not read" "$err" 'nothing was started: mend the log'
done
same "not read: packs" "$(grep -c min= "$log")" 0
# Who records what is over is not asked.
expect 0 "one that is over" at @1795201200 ice -t 19:00
scene "2026-11-20T17:00:00Z check flags=bladder\n$bad"
expect 1 "an alarm, and a line not read" at @1795201200 ice
has "an alarm, and a line not read" "$out" '^Call your local emergency number'
rm -rf "$HOME/.local"
expect 1 "nobody to ask" at @1795201200 ice
has "nobody to ask" "$err" 'no episode is open: begin one with "backcare log"'

# What is reported while a pack is on is heard when it comes off, before any
# time for another one is named.
export BACKCARE_TIMESCALE=$((300 / PATIENCE))
meanwhile() {
	scene "2026-11-20T17:00:00Z onset\n$now check flags=none\n"
	rm -f said
	mkfifo said
	backcare ice -c "$1" >said 2>err &
	exec 9<said
	while read -r line <&9; do
		case $line in On\ now*) break ;; esac
	done
	backcare check "$2" >out 2>&1 || complain "check: $(cat out)"
	rest=$(cat <&9)
	exec 9<&-
	wait $!
	same "$2, $1: status" $? "$3"
	has "$2, $1" "$rest" 'Recorded: ice, 15 minutes.'
	has "$2, $1" "$rest" "$4"
	case $rest in *'next may'* | *'next pack'*)
		complain "$2, $1: another pack: $rest" ;;
	esac
}
meanwhile 1 bladder 0 '^Call your local emergency number'
meanwhile 2 bladder 1 '^Call your local emergency number'
meanwhile 1 skin 0 '^No ice after this one'
meanwhile 2 skin 1 '^No ice after this one'
finish
