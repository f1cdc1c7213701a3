#!/bin/sh
# The clocks of these tests, and that of the machine; and that a script without
# a clock of its own is found.
# shellcheck disable=SC2016
. tests/shell/setup.sh

# now_there: what the program takes for the present time.
now_there() {
	rm -rf "$HOME/.local"
	backcare log >/dev/null
	date -d "$(sed -n 's/ onset.*//p' "$log")" "+%F %T"
}

clock '2026-11-20 20:00'
same "a clock" "$(now_there)" "2026-11-20 20:00:00"
clock '2038-01-19 04:14:08'
same "past 2038" "$(now_there)" "2038-01-19 04:14:08"
same "at" "$(at '2100-03-01' log -n | grep -c 'Mon 1 Mar 00:00')" 1

# It goes on, no faster than that of the machine.
running_clock '2026-11-20 20:00'
TEST_SINCE=$((TEST_SINCE - 3600))
began=$(steady)
there=$(date -d "$(now_there)" +%s)
[ "$there" -ge "$(date -d '2026-11-20 21:00' +%s)" ] ||
    complain "a running clock stands at $(date -d "@$there")"
most=$(($(date -d '2026-11-20 21:00:02' +%s) + $(steady) - began))
[ "$there" -le $most ] ||
    complain "a running clock says $(date -d "@$there")"

# The one place where the machine's own counts.
real_clock
before=$(stat -c %Y "$(touch file; echo file)")
there=$(date -d "$(now_there)" +%s)
after=$(stat -c %Y "$(touch file; echo file)")
shift_of=${TEST_SHIFT:-0}
there=$((there - shift_of))
if [ $there -lt "$before" ] || [ $there -gt "$after" ]; then
	complain "the real clock: $there is not between $before and $after"
fi

# As if the machine stood in another year, for all that runs on it.
year=$(TEST_SHIFT=$((40 * 31557600)) LD_PRELOAD=$CLOCK date +%Y)
[ "$year" -ge 2066 ] || complain "shifted, it is $year"
there=$(TEST_SHIFT=$((40 * 31557600)) LD_PRELOAD=$CLOCK now_there)
[ "${there%%-*}" -ge 2066 ] || complain "shifted, it is $there"

# found WHAT LINE ...: a script of these lines is one with a fault.
found() {
	what=$1
	shift
	printf '%s\n' "$@" >script.sh
	expect 1 "$what" sh "$top/tests/clocks.sh" script.sh
	has "$what" "$out" "^script.sh:[0-9]*: "
}
found "no clock" 'backcare now'
found "no clock in a check" 'expect 0 "now" backcare now'
found "no clock behind a pipe" 'true | backcare log | cat'
found "no clock in a substitution" 'same "it" "$(backcare now -1)" ""'
found "no clock for the program" '"$program" -f file now'
found "no clock for it in a terminal" 'script -qec "$program log" /dev/null'
found "no clock in a dialogue" 'spawn -noecho $wrapper {$program} log'
found "no clock in a golden script" '"$PROGRAM" now'
found "no clock in a loop" 'for i in 1 2; do backcare log; done'
found "no clock on the second line" 'at "$now" log' 'if backcare now' 'then'
found "an empty environment" "clock '2026-11-20 20:00'" \
    'env -i HOME="$HOME" "$program" now'
found "let go of" "clock '2026-11-20 20:00'" 'unset LD_PRELOAD'
found "date" 'now=$(date +%s)'
found "date alone" 'date >file'
printf '%s\n' '# backcare now' "at '2026-11-20 20:00' now" \
    "write_log '# backcare log 1' '2026-11-20T17:00:00Z onset'" \
    'has "what" "$err" "^backcare: log"' 'date -d "$1" +%s' \
    "clock '2026-11-20 20:00'" 'backcare now' >script.sh
expect 0 "a script with a clock" sh "$top/tests/clocks.sh" script.sh
same "a script with a clock" "$out$err" ""
finish
