#!/bin/sh
# On a terminal: colour where it is wanted, lines no wider than the screen.
# Takes 5 s.
. tests/shell/setup.sh
clock '2026-11-23 08:00'
need script stty wc

# tty COLUMNS COMMAND: what the program prints there, without carriage returns.
tty() {
	script -qec "stty cols $1 rows ${rows:-24}; $wrapper '$program' $2" /dev/null \
	    </dev/null | tr -d '\r'
}
esc=$(printf '\033')
plain() {
	sed "s/${esc}\[[0-9;]*m//g"
}
width() {
	plain | wc -L
}

cat >ice <<'LOG'
2026-11-20T17:00:00Z onset feel=dull start=gradual side=both pain=5
2026-11-20T18:00:00Z onset pain=6
2026-11-20T19:00:00Z ice min=15
LOG
(cat ice; echo '2026-11-20T19:00:00Z check flags=bladder,leg,fever') >alarm
(cat ice; echo '2026-11-20T19:00:00Z check flags=fever') >urgent
now='now -t @1795291200'
rows=99
for file in ice alarm urgent missing; do
	for columns in 20 40 49 50 80 100 200; do
		tty $columns "-f $file $now -v" >page
		widest=$columns
		[ $columns -gt 100 ] && widest=100
		[ "$(width <page)" -le $widest ] || {
			complain "$file on $columns columns: $(width <page)"
			cat page
		}
		# The same words, however they are wrapped.
		plain <page | grep -v -e '^[█▌─┊]' | tr -d ':' |
		    tr -s ' ' '\n' >words
		[ $columns -eq 20 ] && cp words first
		cmp first words || complain "$file on $columns: other words"
	done
done
# A table where there is room for one, else its words.
{
	cat ice
	echo '2026-11-22T19:00:00Z heat min=15'
} >packs
for columns in 20 40 60 80; do
	tty $columns "-f packs history" >page
	[ "$(width <page)" -le $columns ] || {
		complain "history on $columns columns: $(width <page)"
		cat page
	}
done
has "history on 80 columns" "$(cat page)" '^Began  *Lasted  *High '
tty 40 "-f packs history" | tr -s ' \n' ' ' >words
has "history on 40 columns" "$(cat words)" \
    ', pain up to 6, last 6 [^ ]*, ice 1, heat 1, 1 flare'
# Help in lines of whole words, and no other words than in wide ones.
for command in help 'help log' 'help remind'; do
	for columns in 36 40 60 80; do
		tty $columns "$command" >page
		[ "$(width <page)" -le $columns ] || {
			complain "$command on $columns columns: $(width <page)"
			cat page
		}
		tr -s ' \n' ' ' <page >words
		[ $columns -eq 36 ] && cp words first
		cmp first words || complain "$command on $columns: other words"
	done
	# shellcheck disable=SC2086
	backcare $command >piped
	cmp page piped || complain "$command on 80 columns is not as elsewhere"
done
# What is taken back: the line as it was, but for where it is broken.
{
	cat ice
	echo "2026-11-20T20:00:00Z pain score=3 # and more words than narrow terminals have room for"
} >last
for columns in 20 40 80 100; do
	tty $columns "-f last undo -n" >page
	[ "$(width <page)" -le $columns ] || {
		complain "undo on $columns columns: $(width <page)"
		cat page
	}
	same "undo on $columns columns" "$(tr -s ' \n' ' ' <page)" \
	    "Would take back: pain, Fri 20 Nov 21:00 CET: $(tail -n 1 last) "
done
same "undo into a pipe" "$(backcare -f last undo -n | tail -n 1)" \
    "$(tail -n 1 last)"
# Narrower than anything, and no width at all.
tty 1 "-f ice $now" >page
same "a terminal of 1 column" "$(width <page)" 20
tty 0 "-f ice $now" >page
[ "$(width <page)" -gt 60 ] || complain "a terminal that knows no width"

# A drawing that fits, with marks in their place.
rows=99
tty 20 "-f ice $now" | plain | grep '^█' >bar
same "the bar on 20 columns" "$(wc -L <bar)" 20
tty 40 "-f ice $now" | plain | grep '^█' >bar
same "the bar on 40 columns" "$(wc -L <bar)" 38

rows=24

# A page that has no room is cut to what cannot wait, and says so.
for size in '40 20' '80 12' '80 10' '30 24'; do
	columns=${size% *} rows=${size#* }
	tty "$columns" "-f ice $now" >page
	plain <page | tr -s ' \n' ' ' >words
	# shellcheck disable=SC2016
	for part in 'Ice: ' 'Do now' 'Watch' \
	    'All of it: `backcare now | less`'; do
		has "$part on $size" "$(cat words)" "$part"
	done
	case $size in '40 20' | '80 12') has "Next on $size" "$(cat words)" 'Next' ;; esac
	grep -q '^Also' page && complain "on $size it is not cut"
	# With a row for the prompt.
	[ "$(wc -l <page)" -lt "$rows" ] || complain "too long on $size: $(cat page)"
done
# So is what asks after seven silent days, past the mark.
rows=20
tty 40 '-f ice now -t @1797105600' | plain >page
has "silent days" "$(cat page)" '^Nothing was noted'
has "silent days" "$(cat page)" '^Do now: '
[ "$(wc -l <page)" -lt 20 ] || complain "silent days: $(cat page)"
rows=24
tty 80 "-f ice $now" >page
has "a page that has room" "$(cat page)" '^Also'
grep -q 'All of it' page && complain "a page that has room is cut"
TERM=dumb tty 80 "-f ice $now" | grep -q '█' && complain "a bar, on a dumb one"

# coloured YES-OR-NO WHAT SETTING ...
coloured() {
	want=$1 what=$2
	shift 2
	got=no
	env "$@" script -qec "$wrapper '$program' -f alarm $now" /dev/null \
	    </dev/null | grep -q "$esc" && got=yes
	same "colour, $what" $got "$want"
}
coloured yes "on a terminal" TERM=xterm
coloured no "with NO_COLOR" TERM=xterm NO_COLOR=1
coloured yes "with an empty NO_COLOR" TERM=xterm NO_COLOR=
coloured no "on a dumb terminal" TERM=dumb
coloured no "with an empty TERM" TERM=
coloured no "with no TERM" -u TERM
backcare -f alarm now | grep -q "$esc" && complain "colour in a pipe"
script -qec "$wrapper '$program' -f alarm $now | cat" /dev/null </dev/null |
    grep -q "$esc" && complain "colour in a pipe from a terminal"
# What is bold is the first thing to read, and it ends.
tty 80 "-f alarm $now" >page
same "the alarm" "$(sed -n 1p page)" \
    "${esc}[1;31mCall your local emergency number (112, 999, 911) or go to an emergency"
same "colours that end" "$(grep -o "${esc}\[0m" page | wc -l)" \
    "$(grep -o "${esc}\[1[;0-9]*m" page | wc -l)"
tty 80 "-f alarm now -j" | grep -q "$esc" && complain "colour in JSON"
tty 80 "-f alarm now -1" | grep -q "$esc" && complain "colour in -1"

# remind with nothing due: what comes next, to a person and to nobody else.
remind_at() {
	seconds=$(date -d "$1" +%s)
	shift
	script -qec "TEST_NOW=$seconds LD_PRELOAD='$CLOCK' $wrapper '$program' \
	    remind $*" /dev/null </dev/null | tr -d '\r'
}
install='To be reminded: backcare remind -i'
same "remind with no log" "$(remind_at '2026-11-20 18:00:00')" \
    "Nothing is due.
$install"
at '2026-11-20 18:30:00' log >/dev/null
at '2026-11-20 18:31:00' check none >/dev/null
has "remind with ice due" "$(remind_at '2026-11-20 18:32:00')" '^Ice in '
quiet='Nothing is due.
Next: ice, Fri 20 Nov 20:32'
same "remind with nothing due" "$(remind_at '2026-11-20 18:33:00')" \
    "$quiet
$install"
same "remind -e with nothing due" \
    "$(remind_at '2026-11-20 18:33:00' -e false)" "$quiet
$install"
same "remind -n" "$(remind_at '2026-11-20 18:33:00' -n)" "$quiet
It last ran Fri 20 Nov 18:33."
same "remind -j" "$(remind_at '2026-11-20 18:33:00' -j)" ''
same "remind in a pipe" "$(remind_at '2026-11-20 18:33:00' '| cat')" ''

# Without UTF-8 the bar is ASCII, and so is all else.
for locale in C.UTF-8 de_DE.utf8 C.UTF-8@x; do
	LC_ALL=$locale tty 80 "-f ice $now" | grep -q '┊' ||
	    complain "no bar in $locale"
done
for locale in C POSIX no_SUCH; do
	LC_ALL=$locale tty 80 "-f ice $now" | plain >page
	grep -q '^#*=*-*|-*|*-*' page || complain "no ASCII bar in $locale"
	LC_ALL=C grep -n '[^ -~]' page && complain "not ASCII in $locale"
done
# The first of these that is set and not empty decides.
while read -r want set; do
	# shellcheck disable=SC2086
	got=$(env -u LC_ALL -u LC_CTYPE -u LANG $set script -qec \
	    "$wrapper '$program' -f ice $now" /dev/null </dev/null |
	    grep -c '┊')
	same "bars with $set" "$got" "$want"
done <<'LOCALES'
1 LC_ALL=C.UTF-8 LC_CTYPE=C LANG=C
0 LC_ALL=C LC_CTYPE=C.UTF-8 LANG=C.UTF-8
1 LC_CTYPE=C.UTF-8 LANG=C
0 LC_CTYPE=C LANG=C.UTF-8
1 LANG=C.UTF-8
0 LANG=C
1 LC_ALL= LC_CTYPE=C.UTF-8
1 LC_ALL= LC_CTYPE= LANG=C.UTF-8
0 LC_ALL= LC_CTYPE= LANG=
LOCALES
(unset LC_ALL LC_CTYPE LANG; tty 80 "-f ice $now") | LC_ALL=C grep '[^ -~]' |
    plain | LC_ALL=C grep '[^ -~]' && complain "not ASCII in no locale"
# Columns are those of wcwidth(3): an emoji and a Chinese sign take two, an
# accent that follows its letter none, and a line may end between the signs.
cat >wide <<'LOG'
2026-11-20T17:00:00Z onset exercise=デッドリフト
2026-11-20T18:00:00Z onset exercise=バーベルスクワット # 腰が痛くて、「昨日」から動けません。氷を当てて少し良くなりましたが、まだ座ると痛いです（とても）。明日は医者に行きます。
2026-11-20T19:00:00Z pain score=3 # great 💪💪🏽 and 👩‍🚀👨‍👩‍👧‍👦 café été 💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪💪
2026-11-20T20:00:00Z pain score=3 # 허리가 아프다 오늘은 조금 나아졌다 내일은 병원에 간다 아아아아아아아아아아아아아아아아아아아아아아아아아아아아
LOG
printf '2026-11-20T21:00:00Z pain score=2 # %s\n' \
    "$(yes "$(printf 'de\314\201veloppe\314\201')" | head -n 40 | tr '\n' ' ')" \
    >>wide
for columns in 20 31 40 55 80 100; do
	for command in report history "undo -n"; do
		tty $columns "-f wide $command" >page
		[ "$(width <page)" -le $columns ] || {
			complain "$command of wide signs on $columns columns: $(width <page)"
			cat page
		}
	done
	tty $columns "-f wide report" | plain | tr -d ' :\n' >words
	[ $columns -eq 20 ] && cp words first
	cmp first words || complain "wide signs on $columns columns: others"
	grep -q '腰が痛くて、「昨日」から動けません。氷を当てて' words ||
	    complain "wide signs on $columns columns: $(cat words)"
done
tty 40 "-f wide report" >page
# Brackets and stops stay with what they belong to, and an emoji is whole.
grep -n '^ *[、。」）]' page && complain "a stop begins a line"
grep -n '[「（] *$' page && complain "a bracket ends a line"
has "an emoji of two signs" "$(cat page)" '💪🏽'
has "an emoji of many" "$(cat page)" '👨‍👩‍👧‍👦'
# Accents that follow their letter take no room: the lines are full.
tty 80 "-f wide undo -n" >page
same "a line of accents" "$(sed -n 3p page | wc -L)" 79
# The locale is loaded for those signs, and for nothing less.
if can strace "whether the locale is read"; then
	(cat ice; echo '2026-11-20T20:00:00Z pain score=3 # Übung, größer — été') \
	    >latin
	for file in ice latin wide; do
		ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" LC_ALL=xx_XX.UTF-8 \
		    script -qec "strace -f -e trace=openat -o trace '$program' -f $file report" \
		    /dev/null </dev/null >/dev/null
		grep -c 'LC_CTYPE\|locale-archive' trace >./read
		case $file in
		wide) [ "$(cat read)" -gt 0 ] || complain "no locale for $file" ;;
		*) same "the locale for $file" "$(cat read)" 0 ;;
		esac
	done
fi

# COLUMNS is heeded where there is no terminal, or one that knows no width.
rows=99
for columns in 20 33 60 100; do
	# shellcheck disable=SC2086
	COLUMNS=$columns backcare -f alarm $now >page
	[ "$(width <page)" -le $columns ] || complain "COLUMNS=$columns"
	COLUMNS=$columns tty 0 "-f alarm $now" >page2
	plain <page2 | cmp page - || complain "COLUMNS=$columns and a terminal"
done
# shellcheck disable=SC2086
backcare -f alarm $now >page80
for columns in 0 -5 x 20x '' 99999999999 1e1; do
	# shellcheck disable=SC2086
	COLUMNS=$columns backcare -f alarm $now | cmp page80 - ||
	    complain "COLUMNS=$columns"
done
# shellcheck disable=SC2086
COLUMNS=5 backcare -f alarm $now >page
# shellcheck disable=SC2086
COLUMNS=20 backcare -f alarm $now | cmp page - || complain "COLUMNS=5"
# shellcheck disable=SC2086
COLUMNS=500 backcare -f alarm $now >page
# shellcheck disable=SC2086
COLUMNS=100 backcare -f alarm $now | cmp page - || complain "COLUMNS=500"
COLUMNS=33 tty 80 "-f alarm $now" | plain | cmp page80 - ||
    complain "a terminal that knows its width, and COLUMNS"
# shellcheck disable=SC2086
same "COLUMNS and JSON" "$(COLUMNS=20 backcare -f alarm $now -j | wc -l)" 1

# What is wrong is wrapped at words, too, where it is read on a terminal; the
# words between quotation marks stay together, as somebody may copy them.
echo 'no log' >foreign
backcare -f foreign log 2>page80
same "an error in a pipe" "$(wc -l <page80)" 1
for columns in 20 40 80 100; do
	tty $columns "-f foreign log" >page
	[ "$(width <page)" -le $columns ] || {
		complain "an error on $columns columns: $(width <page)"
		cat page
	}
	same "an error on $columns columns" "$(tr -s '\n' ' ' <page)" \
	    "$(cat page80) "
done
for columns in 40 76; do
	COLUMNS=$columns at '2026-11-20 20:00' -f ice remind -n >page
	[ "$(width <page)" -le $columns ] || complain "remind -n at $columns"
done
tty 40 "-f foreign log" >page
grep -q '"# backcare log 1"' page || complain "quoted words: $(cat page)"
same "an error beside COLUMNS" "$(COLUMNS=20 backcare -f foreign log 2>&1)" \
    "$(cat page80)"
finish
