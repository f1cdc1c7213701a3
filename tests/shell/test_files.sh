#!/bin/sh
# What a log may be: a regular file, reached through links or not.
. tests/shell/setup.sh
need timeout setpriv

readers='now now_-j now_-q log_-n undo_-n'
writers='log pain_3 end seen check_none undo'

# refused WHAT FILE MESSAGE COMMAND ...: one line, and no waiting.
refused() {
	what=$1 file=$2 why=$3
	shift 3
	for command; do
		# shellcheck disable=SC2046,SC2086
		expect 1 "$what, $command" timeout 20 $wrapper "$program" \
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
finish
