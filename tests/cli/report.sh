# report: the same person hands it over at one time and another.
at '2026-01-01 10:00' report
at '2026-01-01 10:00' report -H
at '2026-01-01 10:00' report extra
at '2026-01-01 10:00' report -x
write_log '# backcare log 1' '2026-01-01T08:00:00Z onset'
at '2026-01-01 12:00' report
echo '2026-01-01T09:00:00Z ice min=15
2026-01-01T12:00:00Z pain score=7' >>"$log"
at '2026-01-03 12:00' report
cat >>"$log" <<'LOG'
2026-01-03T15:00:00Z end
2026-02-01T17:30:00Z onset feel=sharp start=sudden side=one pain=8 exercise=Clean\040&\040Jerk session=2026-02-01T16:00:00Z # at the third set
2026-02-01T18:00:00Z check flags=leg,sleep
2026-02-01T18:30:00Z ice min=15
2026-02-01T21:00:00Z ice min=20
2026-02-02T08:00:00Z pain score=6
2026-02-02T20:00:00Z pain score=5
2026-02-03T08:00:00Z onset pain=7 # lifted a crate
2026-02-03T09:00:00Z check asked=all flags=fever
2026-02-04T10:00:00Z seen # Dr "X": <bed rest> no
2026-02-05T09:00:00Z heat min=15
2026-02-05T12:00:00Z pain score=3
LOG
at '2026-02-06 12:00' report
LC_ALL=C at '2026-02-06 12:00' report
at '2026-02-06 12:00' report -H
# After the end: what was reported and assessed since is part of it.
echo '2026-02-07T08:00:00Z end # gone
2026-02-08T08:00:00Z check flags=bladder' >>"$log"
at '2027-02-08 12:00' report
echo '2026-02-08T12:00:00Z seen # emergency department' >>"$log"
at '2027-02-08 12:00' report
# More of everything than a page has room for.
{
	echo '# backcare log 1'
	for day in 01 02 03 04 05 06 07; do
		echo "2026-01-${day}T08:00:00Z onset flags=leg,numb,sleep,bone,age,skin,night,upper"
		echo "2026-01-${day}T20:00:00Z end"
	done
	for day in 10 11 12 13 14 15 16 17 18 19; do
		echo "2026-01-${day}T08:00:00Z onset chronic=yes # note of day $day"
		echo "2026-01-${day}T09:00:00Z seen"
		for hour in 10 12 14 16 18 20 22; do
			echo "2026-01-${day}T$hour:00:00Z heat min=15"
			echo "2026-01-${day}T$hour:30:00Z pain score=5"
		done
	done
} >"$log"
at '2026-01-20 12:00' report
# Notes are whole, and those of what was settled before are of no concern.
long=$(printf '%01300d' 0 | sed 's/0/痛/g')
write_log '# backcare log 1' '2026-01-01T08:00:00Z check flags=fever # a' \
    '2026-01-01T09:00:00Z seen # b' \
    "2026-01-02T08:00:00Z onset # $long: stop" \
    '2026-01-02T09:00:00Z pain score=4 # took a tablet' \
    '2026-01-03T08:00:00Z end' '2026-01-03T09:00:00Z check flags=leg # c'
at '2026-01-04 12:00' report | sed 's/痛痛*/痛/g' | uniq
at '2026-01-04 12:00' report -H | sed -n 's/痛痛*/痛/; /^<dl class/,/dl>/p'
# A bad line is reported once, and the report is made.
write_log '# backcare log 1' 'nonsense' '2026-01-01T08:00:00Z onset' \
    '2026-01-01T08:00:00Z check flags=kidney,leg'
at '2026-01-01 12:00' report
# What the flares told is told of them, and asked no more.
write_log '# backcare log 1' '2026-11-13T09:26:00Z onset feel=dull pain=3' \
    '2026-11-23T09:26:00Z onset feel=sharp start=sudden side=one pain=7' \
    '2026-11-23T12:00:00Z onset pain=8' \
    '2026-11-24T08:00:00Z onset feel=stiff chronic=yes exercise=leg\040press session=2026-11-23T17:00:00Z'
at '2026-11-24 12:00' report
# Taken back by mistake, a note of its own, on the left, and asked before the
# flare only.
write_log '2026-11-20T09:00:00Z onset feel=dull start=gradual side=left pain=4' \
    '2026-11-20T09:30:00Z check asked=all flags=bladder' \
    '2026-11-20T09:31:00Z check wrong=bladder' \
    '2026-11-20T12:00:00Z note # two tablets after lunch' \
    '2026-11-21T09:00:00Z onset side=middle pain=7 # bent down' \
    '2026-11-21T10:00:00Z pain score=6 # walked to work'
at '2026-11-21 12:00' report
COLUMNS=40
export COLUMNS
at '2026-11-21 12:00' report
unset COLUMNS
# Nothing calm where nothing could be read.
write_log 'nonsense' 'more of it'
at '2026-11-21 12:00' report
at '2026-11-21 12:00' report -H
