# history: nothing yet, one episode, three of them, and what they share.
at '2026-01-01 10:00' history
at '2026-01-01 10:00' history -j
at '2026-01-01 10:00' history extra
at '2026-01-01 10:00' history -c 0
at '2026-01-01 10:00' history -x
write_log '# backcare log 1' \
    '2026-01-01T08:00:00Z onset feel=dull start=gradual side=both pain=6 exercise=deadlift' \
    '2026-01-01T08:10:00Z check flags=none' \
    '2026-01-01T09:00:00Z ice min=15' \
    '2026-01-01T10:00:00Z pain score=4' \
    '2026-01-02T09:00:00Z ice min=15' \
    '2026-01-02T10:00:00Z pain score=4'
at '2026-01-02 12:00' history
at '2026-01-02 12:00' history -j
echo '2026-01-04T08:00:00Z heat min=15
2026-01-04T09:00:00Z pain score=1
2026-01-05T08:00:00Z end
2026-02-01T08:00:00Z onset exercise=deadlift pain=10
2026-02-01T09:00:00Z check asked=all flags=leg,numb
2026-02-01T09:00:00Z ice min=20
2026-02-01T10:00:00Z pain score=9
2026-02-01T16:00:00Z seen # physiotherapist
2026-02-02T08:00:00Z onset
2026-02-03T08:00:00Z end
2026-02-20T08:00:00Z onset exercise=deadlift # no score at all
2026-02-20T20:00:00Z end' >>"$log"
at '2026-03-01 12:00' history
at '2026-03-01 12:00' history -c 2
at '2026-03-01 12:00' history -j -c 1
for day in 24 26 28; do
	echo "2026-02-${day}T08:00:00Z onset exercise=row
2026-02-${day}T08:30:00Z end"
done >>"$log"
at '2026-03-01 12:00' history
LC_ALL=C at '2026-03-01 12:00' history -c 6
# More scores than there is room for: the highest and the last still show.
{
	echo '# backcare log 1'
	echo '2026-01-01T00:00:00Z onset pain=3'
	hour=10
	while [ $hour -lt 24 ]; do
		for minute in 00 07 14 21 28 35 42 49 56; do
			echo "2026-01-01T$hour:$minute:00Z pain score=5"
		done
		hour=$((hour + 1))
	done
	echo '2026-01-01T18:37:00Z pain score=10'
	echo '2026-01-02T09:00:00Z pain score=0'
} >"$log"
at '2026-01-02 12:00' history
# What was recorded with nothing open is no part of the next episode.
write_log '# backcare log 1' \
    '2026-01-01T08:00:00Z onset pain=5' \
    '2026-01-02T08:00:00Z end flags=fever' \
    '2026-01-03T08:00:00Z seen' \
    '2026-01-10T08:00:00Z onset pain=5' \
    'nonsense'
at '2026-01-11 12:00' history
at '2026-01-11 12:00' history -c 1
at '2026-01-11 12:00' history -j
# However short or long, the columns stand under their names.
write_log '# backcare log 1' \
    '2025-01-01T08:00:00Z onset pain=10' \
    '2025-04-20T19:00:00Z end' \
    '2025-05-01T08:00:00Z onset pain=10' \
    '2025-05-11T07:59:00Z end' \
    '2025-06-01T08:00:00Z onset pain=10' \
    '2025-06-01T08:59:00Z end' \
    '2026-01-01T08:00:00Z onset pain=10'
at '2026-01-01 09:00:59' history
# After seven silent days open is a guess, and says since when.
write_log '2026-01-01T08:00:00Z onset pain=5' '2026-01-02T08:00:00Z ice min=15'
at '2026-01-09 08:59:59' history
at '2026-01-09 09:00' history
# What was taken back, and lines that could not be read: of the episode that
# they stand in, or of none.
write_log '2026-01-01T08:00:00Z onset' '2026-01-01T09:00:00Z check flags=leg' \
    '2026-01-01T09:01:00Z check wrong=leg' '2026-01-01T10:00:00Z wrong' \
    '2026-01-02T08:00:00Z end' '2026-01-03T08:00:00Z onset' 'nonsense' \
    '2026-01-03T09:00:00Z note # a walk' \
    '2026-01-04T08:00:00Z end flags=kidney' 'and the last'
at '2026-01-05 09:00' history
at '2026-01-05 09:00' history -j
at '2026-01-05 09:00' history -j -c 1
echo 'nonsense' >"$log"
at '2026-01-05 09:00' history
at '2026-01-05 09:00' history -j
