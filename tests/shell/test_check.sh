#!/bin/sh
# check asks on a terminal: fast where nothing applies, an alarm at once, and
# nothing recorded but what was answered.
# Takes 5 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need expect script prlimit

. "$top"/tests/shell/talk.sh
enters() {
	answers "$1" "$group" '\r'
}
# Nothing applies: a typed no, then Enter for the other two groups.
nothing_applies() {
	answers 1 "$first_group" 'n\r'
	enters 2
}
checked="$(TZ=UTC0 date -d @1795201200 +%Y-%m-%dT%H:%M:%SZ) check"
first_group='(y/n) '
group='apply? (y/n, Enter: n) '

# Nothing applies, and all were asked.
new check <<TALK
$(nothing_applies)
=
TALK
ended "nothing applies" 0 "" "$checked asked=all flags=none|"
has "nothing applies" "$said" 'Recorded  asked, and none apply\.'
same "screened" "$(at @1795201200 now -j | grep -o '"screened":[a-z]*')" \
    '"screened":true'
same "questions" "$(printf '%s\n' "$said" | grep -c '(y/n')" 3
for title in 'Emergency signs' 'Signs to have looked at today' \
    'Signs to have looked at soon, and a caution'; do
	has "the group $title" "$said" "^$title\$"
done
# Each question stands in one group, in the order of the table.
printf '%s\n' "$said" | tr -s ' \n' '  ' >flat
at @1795201200 check -l | while read -r name level question; do
	grep -Fqe "- $question" flat || echo "$name ($level)"
done >missing
[ ! -s missing ] || complain "not asked: $(cat missing)"

# Enter alone is no answer for the emergency signs, however often.
new check <<TALK
< $first_group
> \\r
< Enter alone is no answer here.
< $first_group
>    \\r
< Enter alone is no answer here.
< $first_group
> \\r
< $first_group
> \\003
=
TALK
ended "three Enters" 0 SIGINT ""

# All ways to say no.
for no in n N no NO ' n '; do
	new check <<TALK
< $first_group
> $no\\r
$(enters 2)
=
TALK
	ended "\"$no\"" 0 "" "$checked asked=all flags=none|"
done

# The first yes to an emergency sign stops, and the action comes first.
for yes in y YES ' Yes '; do
	new check <<TALK
< $first_group
> $yes\\r
< lost control of the bladder or the bowels? (y/n, Enter: n)
> y\\r
=
TALK
	ended "an emergency by $yes" 0 "" "$checked flags=bladder|"
done
same "the action is next" "$(after 'bowels? (y/n, Enter: n)' | head -n 1 |
    sed "s/$(printf '\033')\\[[0-9;]*m//g")" \
    "Call your local emergency number (112, 999, 911) or go to an emergency"
has "what was recorded comes after" "$said" 'Recorded  flags bladder\.'
printf '%s\n' "$said" | grep -q 'looked at today$' &&
    complain "it goes on asking after an emergency"
same "status of now -q" "$(at @1795201200 now -q; echo $?)" 30

# Each emergency by itself: no to those before it.
at @1795201200 check -l | awk '$2 == "EMERGENCY" { print $1 }' >emergencies
noes=0
while read -r flag; do
	new check <<TALK
< $first_group
> y\\r
$(answers "$noes" 'Enter: n) ' 'n\r')
< Enter: n)
> y\\r
=
TALK
	ended "$flag" 0 "" "$checked flags=$flag|"
	noes=$((noes + 1))
done <emergencies

# A yes for the group, and no to each: which of them was the slip is asked.
slip='Was the y a slip?'
before_slip="< $first_group
> y\\r
$(answers "$noes" 'Enter: n) ' '\r')"
new check <<TALK
$before_slip
< $slip
> ?\\r
< counts as not asked.
< $slip
> perhaps\\r
< Please answer y or n
< $slip
> y\\r
$(enters 2)
=
TALK
ended "a yes that was a slip" 0 "" "$checked asked=all flags=none|"
new check <<TALK
$before_slip
< $slip
> n\\r
< Enter: n)
> y\\r
=
TALK
ended "a no that was one" 0 "" "$checked flags=bladder|"
# Unanswered, the group counts as not asked, and the rest is asked all the same.
new check <<TALK
$before_slip
< $slip
> \\r
$(enters 2)
=
TALK
ended "no answer to that" 1 "" ""
has "no answer to that" "$said" 'not all was asked, and nothing was recorded'
new check <<TALK
$before_slip
< $slip
> \\r
< $group
> y\\r
< Enter: n)
> y\\r
$(answers 6 'Enter: n) ' '\r')
$(enters 1)
=
TALK
ended "no answer, then a flag" 0 "" "$checked flags=fever|"
has "no answer, then a flag" "$said" 'not all was asked$'
# Another group likewise, at its end.
new check <<TALK
< $first_group
> n\\r
$(enters 1)
< $group
> y\\r
$(answers 8 'Enter: n) ' '\r')
< $slip
> y\\r
=
TALK
ended "a slip in the last group" 0 "" "$checked asked=all flags=none|"

# URGENT, PROMPT and the caution go on to the end.
new check <<TALK
< $first_group
> n\\r
< $group
> y\\r
< fever or chills without another reason? (y/n, Enter: n)
> y\\r
$(answers 5 'Enter: n) ' '\r')
< worse on coughing, sneezing or straining? (y/n, Enter: n)
> y\\r
< $group
> y\\r
< Enter: n)
> y\\r
$(answers 6 'Enter: n) ' 'n\r')
< before? (y/n, Enter: n)
> y\\r
=
TALK
ended "all groups" 0 "" "$checked asked=all flags=fever,cough,cancer,skin|"
has "the action" "$said" 'Contact a doctor or an urgent-care line (111 in the UK) today\.'
printf '%s\n' "$said" | grep -q 'not asked yet' &&
    complain "all was asked, and it says that not all was"

# ? explains the question, nonsense is asked again, and neither is an answer.
nonsense() {
	cat <<TALK
< $first_group
> $1\\r
< $2
TALK
}
unfit='That line is no answer'
new check <<TALK
$(nonsense '?' 'y: each is asked by itself.')
$(nonsense maybe 'Please answer y or n; ? explains.')
$(nonsense yy 'Please answer')
$(nonsense 1 'Please answer')
$(nonsense '[string repeat y 400]' 'Please answer')
$(nonsense '[string repeat y 1024]' "$unfit")
$(nonsense '[string repeat " " 1023]n' "$unfit")
$(nonsense '[string repeat " " 5000]' "$unfit")
$(nonsense '\000' "$unfit")
$(nonsense '\000y' "$unfit")
$(nonsense 'n\000' "$unfit")
$(nonsense 'n\001' "$unfit")
$(nonsense '\033\[A' "$unfit")
$(nonsense 'n\t' "$unfit")
$(nonsense 'n\xc2\x85' 'Please answer')
$(nothing_applies)
=
TALK
ended "nonsense" 0 "" "$checked asked=all flags=none|"
# A line is read to its end, wherever the answer stands in it.
for blanks in 62 63 64 65 255 256 257 1000; do
	new check <<TALK
< $first_group
> [string repeat " " $blanks]n[string repeat " " 22]\\r
< $group
> [string repeat " " $blanks]y\\r
< Enter: n)
> [string repeat " " $blanks]y\\r
$(answers 6 'Enter: n) ' '\r')
$(enters 1)
=
TALK
	ended "$blanks blanks" 0 "" "$checked asked=all flags=fever|"
done
# Half a line, ^D, and the rest of it is one line.
new check <<TALK
< $first_group
> n\\004
> o\\r
$(enters 2)
=
TALK
ended "a line in two parts" 0 "" "$checked asked=all flags=none|"

# What was typed or pasted before a question was shown answers none.
new check <<TALK
< $first_group
> n\\ry\\ry\\rn\\r
$(enters 2)
=
TALK
ended "pasted" 0 "" "$checked asked=all flags=none|"

# Every question has an explanation.
{
	for level in EMERGENCY urgent other; do
		case $level in
		EMERGENCY) printf '< (y/n)\n> y\\r\n' ;;
		*) printf '< apply? (y/n, Enter: n)\n> y\\r\n' ;;
		esac
		at @1795201200 check -l | awk -v want=$level '
		    { level = $2 ~ /^(EMERGENCY|urgent)$/ ? $2 : "other" }
		    level == want {
			print "< Enter: n) "
			print "> ?\\r"
			print "< Enter: n) "
			print "> \\r"
		}'
		printf '< slip?\n> y\\r\n'
	done
	echo '='
} >explain
new check <explain
ended "every explanation" 0 "" "$checked asked=all flags=none|"
printf '%s\n' "$said" | tr -s ' \n' '  ' >flat
"$top/tests/unit/texts" | awk -F '\t' '
    $1 == "sign" || $1 == "explain" { print $5 }' >signs
[ "$(wc -l <signs)" -gt 40 ] || complain "there are hardly any explanations"
while read -r sign; do
	grep -Fq "$sign" flat || complain "? does not say: $sign"
done <signs

# Cut short: nothing is recorded but what was answered yes, and ^C kills.
nothing='not all was asked, and nothing was recorded'
first="< $first_group"
for keys in '\003 SIGINT' '\004 -' '\034 SIGQUIT'; do
	key=${keys% *} name=${keys#* }
	code=1
	[ "$name" = - ] && name='' || code=0
	new check <<TALK
$first
> $key
=
TALK
	ended "$key at once" $code "$name" ""
	has "$key at once" "$said" "$nothing"
	[ ! -e "$log" ] || complain "$key made a log"

	new check <<TALK
$first
> n\\r
$(enters 1)
< $group
> $key
=
TALK
	ended "$key at the last question" $code "$name" ""

	[ $code -eq 1 ] && code=0
	new check <<TALK
$first
> n\\r
< $group
> y\\r
< Enter: n)
> y\\r
< Enter: n)
> $key
=
TALK
	ended "$key after a yes" $code "$name" "$checked flags=fever|"
	has "$key after a yes" "$said" 'Contact a doctor or an urgent-care'
	has "$key after a yes" "$said" 'check: not all was asked$'
done
# Half a line and no Enter is no answer.
new check <<TALK
$first
> y\\003
=
TALK
ended "^C after y without Enter" 0 SIGINT ""
# Nor after ^D, which hands that half on; then a signal still ends it.
for half in y n ''; do
	new check <<TALK
$first
> $half\\004\\004
=
TALK
	ended "\"$half\" and the end of input" 1 "" ""
done
new check <<TALK
$first
> y\\004
> \\003
=
TALK
ended "^C after y and ^D" 0 SIGINT ""
new check <<TALK
$first
> y\\004
! TERM
=
TALK
ended "TERM after y and ^D" 0 SIGTERM ""
for name in TERM HUP; do
	new check <<TALK
$first
> n\\r
< $group
! $name
=
TALK
	ended "$name" 0 "SIG$name" ""
done

# A window of another size, or a pause, is no reason to end.
# After a pause the question is shown again.
for signals in WINCH 'TSTP CONT' CONT; do
	new check <<TALK
$first
$(for name in $signals; do echo "! $name"; done)
$([ "$signals" = WINCH ] || echo "$first")
> n\\r
$(enters 2)
=
TALK
	ended "$signals" 0 "" "$checked asked=all flags=none|"
done

# A log that has records already is only added to.
new check <<TALK
$(nothing_applies)
=
TALK
at @1795201200 check leg >/dev/null
talk check <<TALK
$(nothing_applies)
=
TALK
ended "again" 0 "" \
    "$checked asked=all flags=none|$checked flags=leg|$checked asked=all flags=none|"

# What is no log is refused before any question.
mkdir directory
talk '-f directory check' <<TALK
< not a regular file
=
TALK
same "no log" "$status" 1
printf '%s\n' "$said" | grep -q apply && complain "no log: it asks: $said"

# Where it cannot be recorded, an alarm is given all the same.
rm -rf "$HOME/.local"
wrapper="prlimit --fsize=0 $wrapper"
talk check <<TALK
< $first_group
> y\\r
< Enter: n)
> y\\r
< Call your local emergency number
=
TALK
wrapper=${wrapper#prlimit --fsize=0 }
same "not recorded" "$status" 1

# A narrow terminal, and none that can do more than text.
sed -e 's/^< slip.*/< asked)/' -e t -e 's/^< .*/< (y\/n/' explain >narrow
for columns in 20 40 60 80; do
	new check <narrow
	same "$columns columns" "$status" 0
	[ "$(printf '%s\n' "$said" | wc -L)" -le $columns ] || {
		complain "wider than $columns columns"
		printf '%s\n' "$said" | grep -E ".{$((columns + 1))}"
	}
done
columns=80
alarm='< apply? (y/n)
> y\r
< bowels? (y/n, Enter: n)
> y\r
='
esc=$(printf '\033')
export TERM=xterm
printf '%s\n' "$alarm" | new check
has "colour" "$(grep Call shown)" "^$esc\[1;31m"
for set in TERM=dumb TERM= NO_COLOR=1; do
	export TERM=xterm NO_COLOR=
	export "${set?}"
	printf '%s\n' "$alarm" | new check
	grep -q "$esc" shown && complain "$set: colours"
done
export TERM=xterm
unset NO_COLOR

# Bare, and nobody to ask.
rm -rf "$HOME/.local"
expect 2 "bare, no terminal" backcare check
has "bare, no terminal" "$err" 'name the flags that apply, or "none"'
has "bare, no terminal" "$err" 'usage: backcare check'
for streams in in out; do
	case $streams in
	in) script -qec "$wrapper '$program' check </dev/null" /dev/null ;;
	out) script -qec "$wrapper '$program' check >out" /dev/null ;;
	esac </dev/null >said 2>&1
	grep -q 'name the flags' said || complain "$streams is no terminal"
	grep -q 'y/n' said && complain "$streams is no terminal, and it asks"
done
[ ! -e "$log" ] || complain "a bare check made a log"

# The list: a line each for scripts, wrapped on a terminal.
expect 0 "the list" backcare check -l
same "lines of the list" "$(printf '%s\n' "$out" | wc -l)" 24
script -qec "stty cols 60; $wrapper '$program' check -l" /dev/null \
    </dev/null | tr -d '\r' >said
[ "$(wc -L <said)" -le 60 ] || complain "the list is wider than its terminal"

finish
