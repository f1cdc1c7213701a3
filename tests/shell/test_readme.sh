#!/bin/sh
# The README shows what one will see: the first talk, its advice and that of
# the next morning are what the program prints, at a width that leaves room
# for the indent.  Takes 2 s.
. tests/shell/setup.sh
need expect
. "$top"/tests/shell/talk.sh

# shown FIRST: the indented block of the README that begins with a line.
shown() {
	awk -v first="    $1" '$0 == first { on = 1 } !/^    / { on = 0 }
	    on { print substr($0, 5) }' "$top/README"
}

columns=76
group='Does any of these apply? '
new log <<TALK
< (Enter: now) 
> 18:30\r
< How strong is it now, 1 to 10? (Enter skips) 
> 6\r
< Dull, sharp or stiff? (Enter skips) 
> dull\r
< Sudden or gradual? (Enter skips) 
> gradual\r
< Left, right, middle or both? (Enter skips) 
> left\r
< (y/n, Enter: n) 
> n\r
< After what exercise? (Enter skips) 
> dead lift\r
< When was that? (Enter skips) 
> yesterday 18:00\r
< $group
> n\r
< $group
> n\r
< $group
> n\r
=
TALK
same "exit status" "$status" 0

printf '%s\n' "$said" >talked
{
	echo '$ backcare log'
	sed '/^Emergency signs/,$d' talked
} >want
shown '$ backcare log' | diff - want || complain "the first talk is another"

sed -n '/^Recorded/,$p' talked >want
first=$(head -n 1 want)
[ -n "$first" ] || complain "the talk ends without an answer"
shown "$first" | diff - want || complain "its advice is another"

{
	echo '$ backcare'
	COLUMNS=76 at '2026-11-21 07:30'
} >want
shown '$ backcare' | diff - want || complain "the next morning is another"
finish
