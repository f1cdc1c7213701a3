# Read by the tests of what is asked on a terminal: dialogues by expect(1).
# shellcheck shell=sh disable=SC2034

# talk PROGRAM-ARGUMENTS: a dialogue, read from standard input: "< text" to
# wait for, "> keys" to send (with Tcl's escapes), "! signal" to send, "=" for
# the program to end.  Then $record is the log without its header, $said all
# that was shown, $status the exit status, and $signal what it died of.
columns=80
moment=1795201200	# seconds: 20 November 2026, 20:00 in Berlin
# Sends a signal and waits until it has been taken and the program sleeps again,
# so that no key that comes after it is read before, and no CONT is lost to a
# TSTP that the program is about to obey.
cat >send <<'SH'
kill -"$1" "$2"
calm=0 tries=$((100 * ${PATIENCE:-1}))
while [ $calm -lt 3 ] && [ -e "/proc/$2/status" ]; do
	calm=$((calm + 1))
	if grep -q -e '^S[a-z]*Pnd:.*[1-9a-f]' -e '^State:.*[RD] (' \
	    "/proc/$2/status" 2>/dev/null; then
		calm=0 tries=$((tries - 1))
	fi
	[ $tries -gt 0 ] || exit 1
	sleep 0.05
done
SH
talk() {
	rm -f shown ended
	{
		cat <<TCL
set timeout $((30 * PATIENCE))
log_user 0
log_file -a shown
spawn -noecho sh -c "stty cols $columns rows 24; TEST_NOW=$moment \
LD_PRELOAD=$CLOCK exec $wrapper '$program' $1"
expect_after {
	timeout {puts "no answer"; exit 9}
	eof {puts "it ended"; exit 9}
}
TCL
		sed -e 's/^< \(.*\)/expect -ex {\1} {}/' \
		    -e 's/^> \(.*\)/send -- "\1"/' \
		    -e 's/^! \(.*\)/exec sh .\/send \1 [exp_pid]/' \
		    -e 's/^=$/expect eof {}/'
		cat <<'TCL'
set how [wait]
set file [open ended w]
puts $file [lindex $how 3]
puts $file [lindex $how 5]
TCL
	} >dialogue
	command expect -f dialogue >trouble 2>&1 </dev/null || {
		complain "$1:"
		cat trouble dialogue shown
	}
	status=$(sed -n 1p ended)
	signal=$(sed -n 2p ended)
	said=$(tr -d '\r' <shown)
	record=$(tail -n +2 "$log" 2>/dev/null | tr '\n' '|')
}

# ended WHAT STATUS SIGNAL RECORD
ended() {
	same "$1: exit status" "$status" "$2"
	same "$1: signal" "$signal" "$3"
	same "$1: record" "$record" "$4"
}
new() {
	rm -rf "$HOME/.local"
	talk "$@"
}
# What comes after a text.
after() {
	printf '%s\n' "$said" | awk -v text="$1" 'on; index($0, text) { on = 1 }'
}
# answers COUNT QUESTION KEYS: the same answer so many times.
answers() {
	left=$1
	while [ "$left" -gt 0 ]; do
		printf '< %s\n> %s\n' "$2" "$3"
		left=$((left - 1))
	done
}
