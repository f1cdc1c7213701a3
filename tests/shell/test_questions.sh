#!/bin/sh
# log asks on a terminal, and only there: the whole talk where it is bare, and
# little where the command line says what there is to say.  What was not
# answered is not written, and a talk that is cut short records nothing.
# Takes 5 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need expect script
. "$top"/tests/shell/talk.sh

now=2026-11-20T19:00:00Z
began='When did the pain begin? (Enter: now) '
strength='How strong is it now, 1 to 10? (Enter skips) '
feel='Dull, sharp or stiff? (Enter skips) '
start='Sudden or gradual? (Enter skips) '
side='Left, right, middle or both? (Enter skips) '
standing='Is it long-standing, over weeks or months? (y/n, Enter: n) '
since='Since when? (Enter skips) '
exercise='After what exercise? (Enter skips) '
session='When was that? (Enter skips) '
first_group='(y/n) '
group='apply? (y/n, Enter: n) '
offer='Go through the red flags now? It takes a minute. (y/n, Enter: n) '
which='(Enter: flare) '

# says QUESTION ANSWER: one answer.
says() {
	printf '< %s\n> %s\\r\n' "$1" "$2"
}
no_flags() {
	says "$first_group" n
	answers 2 "$group" '\r'
	echo '='
}
offered() {
	says "$offer" ''
	echo '='
}
# The questions that describe it, each skipped.
skipped() {
	for question in "$strength" "$feel" "$start" "$side" "$standing" \
	    "$exercise"; do
		says "$question" ''
	done
}

# --- The whole talk.

new log <<TALK
$(says "$began" 18:30)
$(says "$strength" 6)
$(says "$feel" dull)
$(says "$start" gradual)
$(says "$side" left)
$(says "$standing" n)
$(says "$exercise" 'Dead lift, heavy')
$(says "$session" 'yesterday 18:00')
$(no_flags)
TALK
ended "all answered" 0 "" "2026-11-20T17:30:00Z onset feel=dull start=gradual side=left pain=6 exercise=Dead\\040lift,\\040heavy session=2026-11-19T17:00:00Z|$now check asked=all flags=none|"
said_flat=$(printf '%s\n' "$said" | tr -s ' \n' '  ')
has "all answered: the reply" "$said_flat" 'Recorded the pain began Fri 20 Nov 18:30 CET (1 h 30 min ago)\. Pain 6, dull, gradual, on the left\. Session Thu 19 Nov 18:00 CET (24 h 30 min before), Dead lift, heavy\. Red flags: asked, and none apply\.'
has "all answered: the step" "$said_flat" 'Do now Ice, '
printf '%s\n' "$said" | grep -q 'not asked' &&
    complain "all was asked, and it says that not all was"

new log <<TALK
$(says "$began" '')
$(skipped)
$(no_flags)
TALK
ended "all skipped" 0 "" "$now onset|$now check asked=all flags=none|"
has "what the talk is" "$said" '^Some questions about the pain\.'
has "what the talk is" "$said" 'Three short questions tell soreness from injury\.'
same "questions" "$(printf '%s\n' "$said" | grep -c '(Enter\|(y/')" 10

new log <<TALK
$(says "$began" 2h)
$(says "$strength" ' 10 ')
$(says "$feel" ' SHARP ')
$(says "$start" su)
$(says "$side" R)
$(says "$exercise" '')
$(no_flags)
TALK
ended "capitals, spaces, beginnings" 0 "" "2026-11-20T17:00:00Z onset feel=sharp start=sudden side=right pain=10|$now check asked=all flags=none|"

# What does not fit is asked again, and says why.
again() {
	printf '< %s\n> %s\\r\n< %s\n' "$1" "$2" "$3"
}

# As people answer: in a sentence, and none where there was none.
new log <<TALK
$(says "$began" 2h)
$(says "$strength" '')
$(again "$feel" 'not sharp' 'Please answer dull')
$(again "$feel" "it isn't stiff" 'Please answer dull')
$(says "$feel" 'it is sharp')
$(says "$start" suddenly)
$(says "$side" 'on the Right side')
$(says "$exercise" None)
$(no_flags)
TALK
ended "in a sentence" 0 "" "2026-11-20T17:00:00Z onset feel=sharp start=sudden side=right|$now check asked=all flags=none|"
has "rest after a strain" "$(printf '%s\n' "$said" | tr -s ' \n' '  ')" \
    'Spare it for a day or two'

new log <<TALK
$(again "$began" '?' 'Write how long ago')
$(again "$began" '+2h' 'in the future')
$(again "$began" 'monday' 'monday')
$(again "$began" '[string repeat 1 1024]' 'no answer')
$(says "$began" 60m)
$(again "$strength" '?' 'the worst there can be')
$(again "$strength" 0 '0 is no pain')
$(again "$strength" 11 'from 1 to 10')
$(again "$strength" 5.5 'from 1 to 10')
$(again "$strength" -1 'from 1 to 10')
$(says "$strength" 1)
$(again "$feel" '?' 'dull: an ache')
$(again "$feel" s 'Please answer dull, sharp or stiff, or only Enter.')
$(again "$feel" 'dull and stiff' 'Please answer')
$(again "$feel" '\000' 'no answer')
$(says "$feel" st)
$(again "$start" '?' 'sudden: at one moment')
$(again "$start" both 'Please answer sudden or gradual, or only Enter.')
$(says "$start" '')
$(again "$side" '?' 'left, right: of the spine')
$(again "$side" one 'Please answer left, right, middle or both')
$(says "$side" m)
$(again "$standing" '?' 'heat from the beginning')
$(again "$standing" perhaps 'Please answer y or n')
$(says "$standing" y)
$(again "$since" '?' 'A guess will do')
$(says "$since" '3 months # or so')
$(again "$exercise" '?' 'such as deadlift')
$(again "$exercise" '[string repeat long 256]x' 'no answer')
$(says "$exercise" 'Kreuzheben äö')
$(again "$session" '?' '12 to 48 hours')
$(again "$session" now 'That is after the pain began')
$(says "$session" '')
$(again "$first_group" '?' 'each is asked by itself')
$(no_flags)
TALK
ended "asked again" 0 "" "2026-11-20T18:00:00Z onset feel=stiff side=middle pain=1 chronic=yes exercise=Kreuzheben\\040äö # long-standing, since: 3 months # or so|$now check asked=all flags=none|"
has "long-standing" "$said" 'for long-standing\|Long-standing\|long-standing'

# An alarm stops the talk, and what to do comes first.
new log <<TALK
$(says "$began" '')
$(skipped)
$(says "$first_group" y)
$(says 'bladder or the bowels? (y/n, Enter: n)' y)
< Call your local emergency number
=
TALK
ended "an alarm" 0 "" "$now onset|$now check flags=bladder|"
has "an alarm: the record" "$(printf '%s\n' "$said" | tr -s ' \n' '  ')" \
    'Recorded the pain began .* Red flags: bladder\.'

# Left without an answer, the group counts as not asked; the onset stands.
new log <<TALK
$(says "$began" '')
$(skipped)
$(says "$first_group" y)
$(answers 9 'Enter: n) ' '\r')
$(says 'slip?' '')
$(answers 2 "$group" '\r')
=
TALK
ended "a group without an answer" 0 "" "$now onset|"
has "a group without an answer" "$said" 'not asked'

# Cut short, at whatever question: nothing is recorded, and that is said.
for keys in '\003 SIGINT' '\004 -' 'x\004\004 -' 'x\003 SIGINT'; do
	key=${keys% *} name=${keys#* } code=0
	[ "$name" = - ] && name='' code=1
	new log <<TALK
< $began
> $key
=
TALK
	ended "$key at once" $code "$name" ""
	printf '%s\n' "$said" | grep -q 'Emergency signs' &&
	    complain "$key at once: it goes on: $said"
	has "$key at once" "$said" 'log: nothing was recorded'
	[ ! -e "$log" ] || complain "$key made a log"
	new log <<TALK
$(says "$began" '')
$(says "$strength" 8)
$(says "$feel" sharp)
< $start
> $key
=
TALK
	ended "$key at the fourth" $code "$name" ""
	new log <<TALK
$(says "$began" '')
$(skipped)
$(says "$first_group" n)
< $group
> $key
=
TALK
	ended "$key at the red flags" $code "$name" ""
	has "$key at the red flags" "$said" 'log: nothing was recorded'
done
for name in TERM HUP; do
	new log <<TALK
$(says "$began" '')
< $strength
! $name
=
TALK
	ended "$name" 0 "SIG$name" ""
done
# A terminal that goes away at a question, after answers or before any.
for answers in 0 3; do
	rm -rf "$HOME/.local"
	cat >dialogue <<TCL
set timeout $((30 * PATIENCE))
log_user 0
spawn -noecho env TEST_NOW=$moment LD_PRELOAD=$CLOCK $wrapper {$program} log
for {set i 0} {\$i < $answers} {incr i} {
	expect -ex {) } {}
	send "\r"
}
expect -ex {) } {}
close
wait
TCL
	command expect -f dialogue >trouble 2>&1 </dev/null || cat trouble
	[ ! -e "$log" ] ||
	    complain "gone after $answers answers: $(cat "$log")"
done
# An answer that was an alarm is heard all the same.
new log <<TALK
$(says "$began" '')
$(skipped)
$(says "$first_group" n)
$(says "$group" y)
$(says 'Enter: n) ' y)
< Enter: n)
> \\003
=
TALK
ended "^C after an alarm" 0 SIGINT ""
has "^C after an alarm" "$said" 'Contact a doctor or an urgent-care line'

# A pause shows the question again.
new log <<TALK
< $began
! TSTP
! CONT
$(says "$began" '')
$(skipped)
$(no_flags)
TALK
ended "a pause" 0 "" "$now onset|$now check asked=all flags=none|"

new 'log -n' <<TALK
$(says "$began" '')
$(skipped)
$(no_flags)
TALK
ended "a dry run" 0 "" ""
has "a dry run" "$said" '^Dry run   the pain began'

# Nothing is asked twice: -t says when.
new 'log -t 18:00' <<TALK
$(skipped)
$(no_flags)
TALK
ended "-t" 0 "" "2026-11-20T17:00:00Z onset|$now check asked=all flags=none|"

# --- With what describes it on the command line.

for option in '-k dull' '-o sudden' '-l left' '-p 3' '-x squat' '-s 3h' -c \
    '-r leg' '-r fever' 'a note'; do
	new "log $option" <<TALK
$(offered)
TALK
	same "log $option: status" "$status" 0
	same "log $option: records" "$(wc -l <"$log")" 2
	same "log $option: questions" \
	    "$(printf '%s\n' "$said" | grep -c '(y/')" 1
done
new 'log -k dull' <<TALK
$(says "$offer" '?')
$(says "$offer" y)
$(no_flags)
TALK
ended "the offer" 0 "" "$now onset feel=dull|$now check asked=all flags=none|"
new 'log -k dull' <<TALK
< $offer
> \\004
=
TALK
ended "the end of input at the offer" 1 "" ""

# --- A note with a word for a red flag: the questions are offered at once.

for command in 'note cannot pee' 'pain 4 numb' 'seen no fever' 'end fell'; do
	rm -rf "$HOME/.local"
	at '2026-11-20 18:00:00' log </dev/null >/dev/null
	talk "$command" <<TALK
< It says "
$(offered)
TALK
	same "$command: status" "$status" 0
	same "$command: records" "$(wc -l <"$log")" 3
	rm -rf "$HOME/.local"
	at '2026-11-20 18:00:00' log </dev/null >/dev/null
	talk "$command" <<TALK
< It says "
$(says "$offer" y)
$(says "$first_group" y)
$(says 'bladder or the bowels? (y/n, Enter: n)' y)
< Call your local emergency number
=
TALK
	same "$command, and yes: status" "$status" 0
	has "$command, and yes" "$record" "|$now check flags=bladder|\$"
done
rm -rf "$HOME/.local"
at '2026-11-20 18:00:00' log </dev/null >/dev/null
talk 'note a short walk' <<TALK
=
TALK
same "a note without such a word" "$status" 0
talk 'note numb' <<TALK
< $offer
> \\003
=
TALK
same "^C at the offer" "$signal $(grep -c numb "$log")" 'SIGINT 1'

# --- pain: bare, it asks for the score.

score='How strong is it now, 0 to 10? (Enter leaves it) '
# hurting ARGUMENTS: pain since two hours; then the talk.
hurting() {
	rm -rf "$HOME/.local"
	at '2026-11-20 18:00:00' log </dev/null >/dev/null
	talk "$1"
}
hurt='2026-11-20T17:00:00Z onset'
hurting 'pain -t 19:00' <<TALK
$(again "$score" '?' 'the worst there can be')
$(again "$score" 11 'from 0 to 10')
$(again "$score" '' 'nothing was recorded')
=
TALK
ended "Enter" 1 "" "$hurt|"
hurting 'pain -t 19:00' <<TALK
$(says "$score" 0)
=
TALK
ended "a score" 0 "" "$hurt|2026-11-20T18:00:00Z pain score=0|"
hurting pain <<TALK
< $score
> 4\\003
=
TALK
ended "^C at the score" 0 SIGINT "$hurt|"
has "^C at the score" "$said" 'pain: nothing was recorded'
rm -rf "$HOME/.local"
talk pain <<TALK
< no episode is open
=
TALK
same "no pain to ask about" "$status" 1

# --- The same pain, or new.

# earlier ARGUMENT ...: pain since two hours; then the talk.
earlier() {
	rm -rf "$HOME/.local"
	at '2026-11-20 18:00:00' log -l left </dev/null >/dev/null
	talk "$@"
}
old='2026-11-20T17:00:00Z onset side=left'
earlier 'log -l both' <<TALK
$(says "$which" '?')
$(says "$which" '')
$(offered)
TALK
ended "a flare by Enter" 0 "" "$old|$now onset side=both|"
has "a flare by Enter" "$said" '^Recorded  a flare began'
earlier 'log -l both' <<TALK
$(says "$which" fl)
$(offered)
TALK
ended "a flare by name" 0 "" "$old|$now onset side=both|"
earlier 'log -l both' <<TALK
$(again "$which" what 'Please answer flare or new, or only Enter.')
$(says "$which" new)
$(offered)
TALK
ended "new" 0 "" "$old|$now end|$now onset side=both|"
earlier 'log -N -l both' <<TALK
$(offered)
TALK
ended "-N" 0 "" "$old|$now end|$now onset side=both|"
earlier log <<TALK
$(says "$which" new)
$(again "$began" 3h 'before the earlier pain had gone')
$(says "$began" 1h)
$(skipped)
$(no_flags)
TALK
ended "new, an hour ago" 0 "" "$old|2026-11-20T18:00:00Z end|2026-11-20T18:00:00Z onset|$now check asked=all flags=none|"
earlier log <<TALK
< $which
> \\003
=
TALK
ended "^C at the first question" 0 SIGINT "$old|"

# --- After seven silent days.

# silent LINES ARGUMENTS: three weeks ago, in a log of those lines.
silent() {
	rm -rf "$HOME/.local"
	mkdir -p "${log%/*}"
	printf '# backcare log 1\n%b' "$1" >"$log"
	talk "$2"
}
weeks='2026-10-28T17:00:00Z onset pain=6\n2026-10-30T08:00:00Z pain score=3\n'
kept='2026-10-28T17:00:00Z onset pain=6|2026-10-30T08:00:00Z pain score=3'
rather='There was pain from Wed 28 Oct 18:00, and no note since Fri 30 Oct'
gone='When had the earlier pain gone? (Enter: the last note, Fri 30 Oct 09:00) '
silent "$weeks" 'log -p 5' <<TALK
< $rather
> \\r
$(again "$gone" '?' 'Write how long ago')
$(again "$gone" '2026-10-29 08:00' 'before the last record of it')
$(again "$gone" '+1h' 'in the future')
$(says "$gone" '')
$(offered)
TALK
ended "new by Enter" 0 "" "$kept|2026-10-30T08:00:00Z end|$now onset pain=5|"
has "new by Enter" "$said" '^Recorded  the earlier pain had gone by Fri 30 Oct 09:00;'
has "its length" "$(at @1795201200 history)" '^2026-10-28  39 h '
silent "$weeks" log <<TALK
< $rather
> new\\r
$(says "$gone" '2026-11-02 09:00')
$(again "$began" '2026-11-01 09:00' 'before the earlier pain had gone')
$(says "$began" 1h)
$(skipped)
$(no_flags)
TALK
ended "gone at a date" 0 "" "$kept|2026-11-02T08:00:00Z end|2026-11-20T18:00:00Z onset|$now check asked=all flags=none|"
silent "$weeks" 'log -p 5' <<TALK
< $rather
> flare\\r
$(offered)
TALK
ended "still a flare" 0 "" "$kept|$now onset pain=5|"
silent "$weeks" 'log -N -p 5' <<TALK
$(says "$gone" '')
$(offered)
TALK
ended "-N after silence" 0 "" "$kept|2026-10-30T08:00:00Z end|$now onset pain=5|"
# A day under a week is no silence; off a terminal nobody is asked.
moment=$(date -d '2026-11-06 08:59:59' +%s)
silent "$weeks" 'log -p 5' <<TALK
$(says '(Enter: flare)' '')
$(offered)
TALK
ended "no silence yet" 0 "" "$kept|2026-11-06T07:59:59Z onset pain=5|"
moment=1795201200
printf '# backcare log 1\n%b' "$weeks" >"$log"
at @$moment log -N -p 5 </dev/null >/dev/null
same "-N where nobody is asked" "$(tail -n 2 "$log" | tr '\n' '|')" \
    "2026-10-30T08:00:00Z end|$now onset pain=5|"

# --- What comes before any question.

mkdir directory
talk '-f directory log' <<TALK
< not a regular file, so not a log
=
TALK
same "a directory" "$status" 1
printf '%s\n' '2026-11-20T17:00:00Z onset flags=saddle' >"$log"
talk log <<TALK
< Call your local emergency number
=
TALK
ended "an emergency" 0 "" "$now onset|"
new 'log -r bladder' <<TALK
< Call your local emergency number
=
TALK
ended "an emergency by -r" 0 "" "$now onset flags=bladder|"
printf '2026-11-20T18:30:00Z onset\n2026-11-20T18:40:00Z end\n' >"$log"
talk 'log -t 1h' <<TALK
< before the last end
=
TALK
same "before the last end" "$status" 1
printf '2026-11-20T18:30:00Z onset\n' >"$log"
talk 'log -N -t 1h' <<TALK
< before the onset
=
TALK
same "before the onset" "$status" 1

# --- Narrow terminals.

for columns in 24 40; do
	new log <<TALK
$(says 'now) ' '')
$(answers 4 'skips) ' '\r')
$(says '(y/n, Enter: n) ' '')
$(says 'skips) ' '')
$(says '(y/n) ' n)
$(answers 2 '(y/n, Enter: n) ' '\r')
=
TALK
	same "$columns columns: status" "$status" 0
	[ "$(printf '%s\n' "$said" | wc -L)" -le $columns ] || {
		complain "wider than $columns columns:"
		printf '%s\n' "$said" | grep -E ".{$((columns + 1))}"
	}
done
columns=80

# --- Nobody is asked where nobody is.

for streams in in out; do
	rm -rf "$HOME/.local"
	case $streams in
	in) script -qec "'$program' log </dev/null" /dev/null ;;
	out) script -qec "'$program' log >out" /dev/null ;;
	esac </dev/null >said 2>&1
	grep -q Enter said && complain "$streams is no terminal, and it asks"
	same "records" "$(wc -l <"$log")" 2
done
finish
