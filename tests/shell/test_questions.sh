#!/bin/sh
# log asks on a terminal, and only there; what was not answered is not written.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need expect

onset="$(TZ=UTC0 date -d 2026-11-20T19:00:00Z +%Y-%m-%dT%H:%M:%SZ) onset"

# ask ARGUMENTS EXPECT-COMMANDS: a dialogue, to its end; then $record is the
# log without its header.
ask() {
	# shellcheck disable=SC2016
	{
		echo 'set timeout 20'
		echo 'log_user 0'
		echo "spawn -noecho env TEST_NOW=1795201200 {LD_PRELOAD=$CLOCK} $wrapper {$program} $1"
		echo 'expect_after {'
		echo '  timeout { puts "no answer: $expect_out(buffer)"; exit 9 }'
		echo '  eof { puts "it ended: $expect_out(buffer)"; exit 9 }'
		echo '}'
		printf '%s\n' "$2"
	} >dialogue
	status=0
	command expect -f dialogue >said 2>&1 </dev/null || status=$?
	record=$(tail -n +2 "$log" 2>/dev/null | tr '\n' '|')
}
# Ends a dialogue: the exit status of the program becomes that of expect.
end='expect -re {substitute for care} {}
expect eof {}
exit [lindex [wait] 3]'
kind='expect -ex {Dull, sharp or stiff? (Enter skips) } {}'
start='expect -ex {Sudden or gradual? (Enter skips) } {}'
side='expect -ex {Left, right, middle or both? (Enter skips) } {}'
which='expect -ex {There is pain since Fri 20 Nov 20:00: a flare of it, or new? [flare] } {}'

check() {
	[ $status -eq 0 ] || complain "$1: $status, $(cat said)"
	same "$1" "$record" "$2"
}
new() {
	rm -f "$log"
	ask "$@"
}
new log "$kind
send dull\\r
$start
send gradual\\r
$side
send both\\r
$end"
check "all answered" "$onset feel=dull start=gradual side=both|"
new log "$kind
send \\r
$start
send \\r
$side
send \\r
$end"
check "all skipped" "$onset|"
new "log -p 3 {a note}" "$kind
send \" SHARP \\r\"
$start
send su\\r
$side
send l\\r
$end"
check "capitals, spaces, beginnings" \
    "$onset feel=sharp start=sudden side=left pain=3 # a note|"
new log "$kind
send s\\r
expect -ex {Please answer dull, sharp or stiff, or only Enter.} {}
$kind
send \"dull and stiff\\r\"
expect -ex {Please answer dull, sharp or stiff, or only Enter.} {}
$kind
send [string repeat x 300]\\r
expect -ex {Please answer} {}
$kind
send st\\r
$start
send both\\r
expect -ex {Please answer sudden or gradual, or only Enter.} {}
$start
send \\r
$side
send \\r
$end"
check "asked again" "$onset feel=stiff|"

# One answer on the command line is enough not to be asked for more.
for option in '-k dull' '-o sudden' '-l one'; do
	new "log $option" "$end"
	[ $status -eq 0 ] || complain "log $option asks: $(cat said)"
done
new "log -r bladder" "expect -ex {Call your local emergency number} {}
$end"
# After the alarm comes the record; it is at its end that the page ends.
check "an emergency is not asked anything" "$onset flags=bladder|"
# Less than that is.
for flag in fever leg; do
	new "log -r $flag" "$kind
send d\\r
$start
send g\\r
$side
send b\\r
$end"
	check "$flag" "$onset feel=dull start=gradual side=both flags=$flag|"
done

# A flare, or new.
again() {
	rm -f "$log"
	at '2026-11-20 20:00:00' log -l one </dev/null >/dev/null
	ask "$@"
}
again "log -l both" "$which
send \\r
$end"
check "a flare by Enter" "$onset side=one|$onset side=both|"
again "log -l both" "$which
send fl\\r
$end"
check "a flare by name" "$onset side=one|$onset side=both|"
again "log -l both" "$which
send what\\r
expect -ex {Please answer flare or new, or only Enter.} {}
$which
send new\\r
$end"
check "new" "$onset side=one|${onset%onset}end|$onset side=both|"
again "log -N -l both" "$end"
check "-N" "$onset side=one|${onset%onset}end|$onset side=both|"
again "log" "$which
send \\r
$kind
send d\\r
$start
send g\\r
$side
send b\\r
$end"
check "all questions" "$onset side=one|$onset feel=dull start=gradual side=both|"
again "log -n" "$which
send n\\r
$kind
send d\\r
$start
send g\\r
$side
send b\\r
expect -ex {Dry run} {}
$end"
check "a dry run" "$onset side=one|"

# ^C records nothing, at whatever question.
# shellcheck disable=SC2016
killed='expect eof {}
set how [wait]
if {[string match *SIGINT* $how]} {exit 0}
if {[lindex $how 3] == 130} {exit 0}
puts $how
exit 1'
again log "$which
send \\003
$killed"
check "^C at the first question" "$onset side=one|"
again log "$which
send new\\r
$kind
send sharp\\r
$start
send \\003
$killed"
check "^C at the third" "$onset side=one|"
rm "$log"
new log "$kind
send \\003
$killed"
[ ! -e "$log" ] || complain "^C made a log"

# So does the end of input, and both say so.
new log "$kind
send st\\r
$start
send \\004
expect -ex {log: nothing was recorded} {}
expect eof {}
exit [lindex [wait] 3]"
[ $status -eq 1 ] || complain "the end of input: $status, $(cat said)"
[ ! -e "$log" ] || complain "the end of input made a log"

# A log that cannot be read is said once, before any question.
mkdir "$work/dir"
ask "-f dir log" 'expect -ex {dir: not a regular file, so not a log} {}
expect eof {}
expr {[lindex [wait] 3] == 1 ? [exit 0] : [exit 1]}'
[ $status -eq 0 ] || complain "a directory: $(cat said)"

# What to do in an emergency comes before any question, and so does a refusal.
ended='expect eof {}
exit [lindex [wait] 3]'
printf '2026-11-20T17:00:00Z onset flags=saddle\n' >"$log"
ask log "$ended"
[ $status -eq 0 ] || complain "an emergency: $status, $(cat said)"
same "an emergency" "$record" "$onset|"
printf '2026-11-20T18:30:00Z onset\n2026-11-20T18:40:00Z end\n' >"$log"
ask "log -t 1h" "expect -ex {before the last end} {}
$ended"
[ $status -eq 1 ] || complain "before the last end: $status, $(cat said)"
printf '2026-11-20T18:30:00Z onset\n' >"$log"
ask "log -N -t 1h" "expect -ex {before the onset} {}
$ended"
[ $status -eq 1 ] || complain "before the onset: $status, $(cat said)"

# Nobody is asked where nobody is.
for streams in in out; do
	rm -f "$log"
	case $streams in
	in) script -qec "'$program' log </dev/null" /dev/null ;;
	out) script -qec "'$program' log >out" /dev/null ;;
	esac </dev/null >said 2>&1
	grep -q Enter said && complain "$streams is no terminal, and it asks"
	same "records" "$(wc -l <"$log")" 2
done
finish
