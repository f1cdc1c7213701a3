#!/bin/sh
# What a log may be: a regular file, reached through links or not.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need timeout setpriv

readers='now now_-j now_-q log_-n undo_-n'
writers='log pain_3 end seen check_none undo'

# refused WHAT FILE MESSAGE COMMAND ...: one line, and no waiting.
refused() {
	what=$1 file=$2 why=$3
	shift 3
	for command; do
		# shellcheck disable=SC2046,SC2086
		expect 1 "$what, $command" timeout $((20 * PATIENCE)) $wrapper "$program" \
		    -f "$file" $(echo "$command" | tr _ ' ')
		same "$what, $command" "$err" "backcare: $file: $why"
		[ -z "$out" ] || complain "$what, $command: printed $out"
	done
}

mkdir elsewhere
ln -s elsewhere/back link
ln -s link link2
expect 1 "a dangling link, now" backcare -f link2 now
same "a dangling link, now" "$err" \
    "backcare: link2: the link points to a file that is not there"
expect 0 "log through links" backcare -f link2 log
same "the links" "$(find . -type l | sort | tr '\n' ' ')" "./link ./link2 "
same "lines behind the links" "$(wc -l <elsewhere/back)" 2
expect 0 "pain through links" backcare -f link2 pain 3
expect 0 "now through links" backcare -f link2 now
expect 0 "undo through links" backcare -f link2 undo
same "the links" "$(find . -type l | sort | tr '\n' ' ')" "./link ./link2 "
same "lines behind the links" "$(wc -l <elsewhere/back)" 2
same "where it is" "$(ls -A elsewhere)" back
mv elsewhere away
expect 1 "a link to no directory" backcare -f link log
same "a link to no directory" "$err" \
    "backcare: link: No such file or directory"

# shellcheck disable=SC2086
{
	ln -s loop loop
	refused "a link loop" loop "Too many levels of symbolic links" \
	    $readers $writers
	mkfifo fifo
	refused "a FIFO" fifo "not a regular file, so not a log" \
	    $readers $writers
	refused "a device" /dev/null "not a regular file, so not a log" \
	    $readers $writers
	mkdir dir
	refused "a directory" dir "not a regular file, so not a log" $readers
	refused "a directory" dir "Is a directory" $writers
	refused "a file for a directory" "$program/log" "Not a directory" \
	    $readers $writers
	rm -rf away
	refused "no directory" away/log "No such file or directory" log \
	    check_none
}
[ ! -e away ] || complain "log -f made a directory"

# Somebody else's, and one that may not be read or written; not for root.
cp "$program" mine
chmod 755 . mine
chmod 666 "$work/out" "$work/err"
# shellcheck disable=SC2031
denied() {
	for command in "$@"; do
		# shellcheck disable=SC2046
		expect 1 "$command of $file" as_nobody ./mine -f "$file" \
		    $(echo "$command" | tr _ ' ')
		same "$command of $file" "$err" "backcare: $file: $why"
	done
}
mkdir -m 777 open
file=/etc/passwd why="belongs to another user: choose another log with -f"
denied now log_-n undo_-n
before=$(cksum </etc/passwd)
file=open/none why="Permission denied"
as_nobody sh -c 'echo "# backcare log 1" >open/none && chmod 0 open/none'
denied now log_-n undo_-n log pain_3 undo
file=open/some
as_nobody sh -c 'echo "# backcare log 1" >open/some && chmod 400 open/some'
denied log pain_3 undo
expect 0 "now, read-only" as_nobody ./mine -f open/some now
same "/etc/passwd" "$(cksum </etc/passwd)" "$before"
file=shut/log
mkdir -m 700 shut
[ "$(id -u)" -eq 0 ] || chmod 0 shut
denied now log
[ "$(id -u)" -eq 0 ] || chmod 700 shut

# A file that is no log is somebody else's: what writes says so and how to make
# it one, and every byte stays.
# foreign WHAT: of the file "foreign".
foreign() {
	cp foreign before
	for command in $writers edit log_-n undo_-n ice_-n ice; do
		# shellcheck disable=SC2046,SC2086
		expect 1 "$1, $command" timeout $((20 * PATIENCE)) env VISUAL=false $wrapper \
		    "$program" -f foreign $(echo "$command" | tr _ ' ')
		same "$1, $command" "$(echo "$err" | grep -v '^$')" \
		    "backcare: foreign: not a log, so nothing was recorded: it begins with neither \"# backcare log 1\" nor a record; if it is yours to record in, put that line first, else choose another log with -f"
		cmp before foreign || complain "$1, $command: it changed"
	done
	# shellcheck disable=SC2012
	same "beside it" "$(find . -maxdepth 1 -name 'foreign*' | wc -l)" 1
}
while IFS= read -r text; do
	# shellcheck disable=SC2059
	printf "$text" >foreign
	foreign "the file $text"
done <<'FILES'
alias ll="ls -l"\n
# ~/.bashrc: executed by bash(1)\n\n  # If not interactive:\ncase $- in\n
# only a comment\n
\n
\177ELF\002\001
\000\000\000
Dear doctor,\n2026-11-20T17:30:00Z onset\n
2026-11-20 17:30:00 started\n
\357\273\277# backcare log 1\n2026-11-20T17:30:00Z onset\n
FILES
head -c 200000 "$program" >foreign
foreign "a binary"
# The way out works, and what begins as a log does needs none.
{ echo '# backcare log 1'; echo 'alias ll="ls -l"'; } >foreign
expect 0 "the way out" at '2026-11-20 18:30:00' -f foreign log
same "the way out" "$(sed -n 2,3p foreign)" 'alias ll="ls -l"
2026-11-20T17:30:00Z onset'
for first in '2026-11-20T17:30:00Z onset' '# mine' '' \
    '2026-11-20T17:30:00+01:00 what is this'; do
	printf '%s\n\n# more\n2026-11-20T17:30:00Z onset\n' "$first" >foreign
	expect 0 "a log that begins \"$first\"" at '2026-11-20 18:40:00' \
	    -f foreign pain 3
	same "a log that begins \"$first\"" "$(tail -n 1 foreign)" \
	    '2026-11-20T17:40:00Z pain score=3'
done
# Many comments come before the first record, and long ones.
{
	yes '# a comment' | head -n 9000
	printf '# %70000s\n' x
	cat foreign
} >long
expect 0 "many comments" at '2026-11-20 18:50:00' -f long pain 4
same "many comments" "$(tail -n 1 long)" '2026-11-20T17:50:00Z pain score=4'

# A header with a number that is none of ours, whatever its size.
for number in 0 2 01 2147483648 4294967297 99999999999999999999; do
	printf '# backcare log %s\n2026-11-20T17:30:00Z onset\n' $number >other
	cp other before
	for command in $writers edit log_-n undo_-n; do
		# shellcheck disable=SC2046,SC2086
		expect 1 "format $number, $command" env VISUAL=false \
		    "$program" -f other $(echo "$command" | tr _ ' ')
		same "format $number, $command" "$(echo "$err" | grep -v '^$')" \
		    "backcare: other: the log has format $number, this program writes 1: use a newer backcare"
	done
	expect 1 "format $number, now" at '2026-11-20 18:50:00' -f other now -j
	same "format $number, now" "$err" \
	    "backcare: other:1: the log has format $number, this program reads 1: some of it may be misread"
	cmp before other || complain "format $number: it changed"
done

# A last line that is longer than a record can be is finished all the same.
for length in 4096 4097 5000 40000 70000; do
	printf '# backcare log 1\n2026-11-20T17:30:00Z onset\n# %*s\n' \
	    $((length - 2)) x >other
	cp other before
	expect 0 "pain after $length bytes" at '2026-11-20 18:50:00' -f other \
	    pain 3
	echo '2026-11-20T17:50:00Z pain score=3' >>before
	cmp before other || complain "after a line of $length bytes"
done

# An empty log in a folder that may not be read is one to write to: the name
# of the file is nothing that the program made.
as_nobody sh -c 'umask 077; mkdir open/blind && : >open/blind/log &&
    chmod 300 open/blind'
expect 0 "an empty log in a folder that may not be read" as_nobody \
    ./mine -f open/blind/log log
same "what is said of it" "$err" ""
same "its lines" "$(as_nobody wc -l <open/blind/log)" 2
chmod 700 open/blind
finish
