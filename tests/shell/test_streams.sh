#!/bin/sh
# Standard streams that are closed, full or broken: no message ever lands in
# the log, a record that is stored is exit 0, advice that is lost is exit 1.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need grep mkfifo
# A wrapper that has something to say cannot do without the streams.
wrapper=

# Only a header and records may be in the log, and nothing of a message.
clean() {
	grep -Ev '^# backcare log 1$|^20[0-9TZ:-]* (onset|pain score=[0-9]+)( flags=leg)?( # a note)?$' \
	    "$log" && complain "$1: that is in the log"
	return 0
}
# run STREAMS ARGUMENT ...: with those of 0, 1 and 2 closed.
run() {
	streams=$1
	shift
	status=0
	case $streams in
	-) backcare "$@" </dev/null >out 2>err ;;
	0) backcare "$@" <&- >out 2>err ;;
	1) backcare "$@" </dev/null >&- 2>err ;;
	2) backcare "$@" </dev/null >out 2>&- ;;
	01) backcare "$@" <&- >&- 2>err ;;
	02) backcare "$@" <&- >out 2>&- ;;
	12) backcare "$@" </dev/null >&- 2>&- ;;
	012) backcare "$@" <&- >&- 2>&- ;;
	esac || status=$?
}
lines=1
for streams in - 0 1 2 01 02 12 012; do
	: >out
	: >err
	# The second onset is a flare, with a message about the mode and one
	# about a bad line.
	for arguments in 'log a note' 'pain 3'; do
		# shellcheck disable=SC2086
		run $streams $arguments
		same "$arguments with $streams closed" $status 0
		lines=$((lines + 1))
		same "records with $streams closed" "$(wc -l <"$log")" $lines
		case $streams in
		*1*2 | *2*) ;;
		*1*) has "$arguments with $streams closed" "$(cat err)" \
		    'it is done and recorded, but standard output failed' ;;
		esac
	done
	clean "$streams closed"
	for arguments in now 'now -j' 'now -1' help 'check -l' --version; do
		# shellcheck disable=SC2086
		run $streams $arguments
		case $streams in
		*1*) same "$arguments with $streams closed" $status 1 ;;
		*) same "$arguments with $streams closed" $status 0 ;;
		esac
	done
	run $streams now -q
	same "now -q with $streams closed" $status 10
	run $streams pain 11
	same "pain 11 with $streams closed" $status 2
	run $streams log -t +1h
	same "log -t +1h with $streams closed" $status 1
	chmod 644 "$log"
	run $streams log -r leg
	chmod 600 "$log"
	run $streams undo
	same "undo with $streams closed" $status 0
	same "after undo with $streams closed" "$(wc -l <"$log")" $lines
	clean "$streams closed, with a warning"
done
# A log that is not there yet would get the first free descriptor.
for streams in 0 1 2 012; do
	rm "$log"
	run $streams log
	same "a new log with $streams closed" "$(wc -l <"$log")" 2
	clean "a new log, $streams closed"
done

# full STATUS ARGUMENT ...: its one line on standard error is in $err.
full() {
	want=$1 status=0
	shift
	backcare "$@" >/dev/full 2>err </dev/null || status=$?
	same "$* to a full disk" $status "$want"
	err=$(cat err)
}
for arguments in now 'now -1' 'now -j' 'now -v' help 'help log' -h -V \
    'check -l' 'log -n' 'undo -n' 'log -h'; do
	# shellcheck disable=SC2086
	full 1 $arguments
	same "$arguments to a full disk" "$err" \
	    "backcare: standard output: No space left on device"
done
full 10 now -q
for arguments in 'log a note' 'pain 3' 'check leg' undo seen undo end undo; do
	# shellcheck disable=SC2086
	full 0 $arguments
	same "$arguments to a full disk" "$err" \
	    "backcare: it is done and recorded, but standard output failed: No space left on device"
done
same "records after a full disk" "$(wc -l <"$log")" 4
clean "a full disk"
# The log is replaced by then, and may not look as if it were not.
cp "$log" before
VISUAL='sed -i "s/a note/another note/"' full 0 edit
same "edit to a full disk" "$err" \
    "backcare: it is done and recorded, but standard output failed: No space left on device"
has "the log after edit to a full disk" "$(cat "$log")" '# another note$'
cat before >"$log"
status=0
backcare pain 4 >/dev/full 2>/dev/full || status=$?
same "pain with both streams full" $status 0
same "the record" "$(tail -n 1 "$log" | sed 's/.* //')" score=4

# A pipe that nobody reads.
mkfifo pipe
exec 3<>pipe
exec 4>pipe 3<&-
status=0
backcare pain 5 >&4 2>err || status=$?
same "pain to a broken pipe" $status 0
same "pain to a broken pipe" "$(cat err)" \
    "backcare: it is done and recorded, but standard output failed: Broken pipe"
backcare pain 6 >&4 2>&4 || complain "pain, two broken pipes: $?"
backcare undo >&4 2>err || complain "undo to a broken pipe: $?"
same "the record" "$(tail -n 1 "$log" | sed 's/.* //')" score=5
status=0
VISUAL='sed -i s/score=5/score=8/' backcare edit >&4 2>err || status=$?
same "edit to a broken pipe" $status 0
same "edit to a broken pipe" "$(cat err)" \
    "backcare: it is done and recorded, but standard output failed: Broken pipe"
same "the record that was edited" "$(tail -n 1 "$log" | sed 's/.* //')" score=8
(trap '' PIPE && backcare now >&4 2>err)
same "now to a broken pipe, SIGPIPE ignored" $? 1
backcare now >&4 2>err && complain "now to a broken pipe: 0"
exec 4>&-

# A limit on the size of files is an error like any other, not a signal.
before=$(cat "$log")
# shellcheck disable=SC3045	# every sh has -S
limited=$( (ulimit -S -f 0 && backcare pain 7; echo $?) 2>&1 | cat)
same "pain under a limit" "$limited" "backcare: $log: nothing was recorded: File too large
1"
same "the log after a limit" "$(cat "$log")" "$before"
finish
