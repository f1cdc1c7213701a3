# Lines that are no records: reported with their number, never obeyed, never
# dropped; the rest counts.
now='2026-11-20 20:00:00'
write_log '# backcare log 1' '' '# a comment' '2026-11-20T17:00:00Z onset pain=3' \
    'yesterday onset' \
    '2026-11-20 onset' \
    '2026-11-20T17:00:00 onset' \
    '2026-02-30T17:00:00Z onset' \
    '2026-11-20T24:00:00Z onset' \
    '2026-11-20T17:00:60Z onset' \
    '2026-11-20T17:00:00Z' \
    '2026-11-20T17:00:00Z ' \
    '2026-11-20T17:00:00Z onse' \
    '2026-11-20T17:00:00Z ONSET' \
    '2026-11-20T17:00:00Z onset feel' \
    '2026-11-20T17:00:00Z onset feel=' \
    '2026-11-20T17:00:00Z onset feel=red' \
    '2026-11-20T17:00:00Z onset start=slow' \
    '2026-11-20T17:00:00Z onset side=top' \
    '2026-11-20T17:00:00Z onset pain=11' \
    '2026-11-20T17:00:00Z onset pain=03' \
    '2026-11-20T17:00:00Z onset chronic=no' \
    '2026-11-20T17:00:00Z onset exercise=' \
    '2026-11-20T17:00:00Z onset exercise=a\b' \
    '2026-11-20T17:00:00Z onset session=today' \
    '2026-11-20T17:00:00Z onset flags=' \
    '2026-11-20T17:00:00Z onset flags=none' \
    '2026-11-20T17:00:00Z onset feel=dull feel=sharp' \
    '2026-11-20T17:00:00Z onset  feel=dull' \
    '2026-11-20T17:00:00Z onset ' \
    '2026-11-20T17:00:00Z onset colour=red' \
    '2026-11-20T17:00:00Z onset score=5' \
    '2026-11-20T17:00:00Z pain' \
    '2026-11-20T17:00:00Z pain pain=5' \
    '2026-11-20T17:00:00Z ice' \
    '2026-11-20T17:00:00Z ice min=0' \
    '2026-11-20T17:00:00Z heat min=61' \
    '2026-11-20T17:00:00Z check' \
    '2026-11-20T17:00:00Z check asked=some flags=leg' \
    '2026-11-20T17:00:00Z check flags=leg,kidney,,LEG' \
    ' 2026-11-20T17:00:00Z pain score=9' \
    '2026-11-20T17:00:00Z  pain score=9' \
    '2026-11-20T17:00:00Z seen flags=leg' \
    '2026-11-20T16:00:00Z seen' \
    '2026-11-21T17:00:00Z pain score=4' \
    '2026-11-20T17:00:00Z#pain score=5'
cp "$log" before
at "$now" now
at "$now" now -j 2>/dev/null
at "$now" now -q 2>/dev/null
at "$now" pain 3 2>/dev/null
# Only the new line, and nothing else, has changed.
diff before "$log"

# What stands above the last end is not for now to report.
at '2026-11-22 20:00:00' end 2>/dev/null
at '2026-11-22 20:00:01' now -1
echo nonsense >>"$log"
at '2026-11-22 20:00:02' now -1
# Any offset, small letters, fractions, a note by hand with a backslash.
write_log '2026-11-20t18:00:00.25+01:00 onset # C:\dos \101 \9' \
    '2026-11-20T12:05:00-05:00 pain score=4' '#' '# 2026-11-20T17:00:00Z end' \
    '2026-11-20T17:06:00Z pain score=6 #' '2026-11-20T17:07:00Z pain score=7 #x'
at "$now" now -j
# The worst there is comes before a bad line.
for flag in bladder fever leg; do
	write_log '2026-11-20T17:00:00Z onset' \
	    "2026-11-20T17:00:00Z check flags=$flag" nonsense
	at "$now" now -q
done
# Carriage returns, a NUL, a control, a byte that is not UTF-8.
put '2026-11-20T17:00:00Z onset\r\n2026-11-20T17:00:00Z on\000set\n'
at "$now" now -q
put '2026-11-20T17:00:00Z onset\n\033[31mred\n2026-11-20T17:00:00Z onset exercise=\377\n'
at "$now" now -q

# Longer than a line can be, in front of others.
long=$(printf '%5000s' '' | tr ' ' x)
write_log '# backcare log 1' "$long" bad1 '2026-11-20T17:00:00Z onset' \
    "2026-11-20T17:00:00Z pain score=9 # $long" bad2
at "$now" now -1
longer=$(printf '%70000s' '' | tr ' ' x)
write_log "$longer" '2026-11-20T17:00:00Z onset' "$longer" bad
at "$now" now -1
# 4096 bytes are a line, 4097 are none.
note=$(printf '%4067s' '' | tr ' ' x)
write_log "2026-11-20T17:00:00Z onset # $note" "2026-11-20T17:00:00Z end # ${note}xxx"
awk '{ print length($0) }' "$log"
at "$now" now -1

# A log in another format.
write_log '# backcare log 2' '2026-11-20T17:00:00Z onset'
cp "$log" before
at "$now" now -1
at "$now" now -q
at "$now" undo -n
for command in log 'pain 3' end seen 'check none' undo; do
	# shellcheck disable=SC2086
	at "$now" $command
done
cmp before "$log"
for command in history 'history -c 1' report why; do
	# shellcheck disable=SC2086
	at "$now" $command 2>&1 | head -n 3
done
# Who reads all of it says the same of each record as who reads the end.  The
# assessment answers nothing, here and there.
write_log '# backcare log 1' '2026-11-18T17:00:00Z onset' \
    '2026-11-19T17:00:00Z check flags=fever' \
    '2026-11-19T18:00:00Z end flags=fever' \
    '2026-11-19T17:30:00Z seen # by mistake' '2026-11-20T17:00:00Z onset' \
    '2026-11-23T17:00:00Z pain score=4'
at "$now" now -1
for command in 'history -j' 'history -j -c 1' report why; do
	# shellcheck disable=SC2086
	at "$now" $command
done
# Another first line is a comment, or a bad line.
write_log '# backcare log one' '2026-11-20T17:00:00Z onset'
at "$now" pain 3
