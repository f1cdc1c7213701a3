# What an episode showed, one thing to change, and the way back.
# ended LINE ...: the end of that episode, the next day.
ended() {
	write_log "$@"
	at '2026-11-21 20:00' end
}
echo '# Nothing known, soreness, a strain, unclear.'
ended '2026-11-20T17:00:00Z onset'
ended '2026-11-20T17:00:00Z onset feel=dull start=gradual side=both pain=4 exercise=deadlift' \
    '2026-11-21T07:00:00Z pain score=6' '2026-11-21T17:00:00Z pain score=0'
ended '2026-11-20T17:00:00Z onset feel=sharp start=sudden side=one pain=7 exercise=squat'
ended '2026-11-20T17:00:00Z onset feel=sharp start=gradual side=both pain=3'
ended '2026-11-20T17:00:00Z onset exercise=clean\040and\033jerk'

echo '# The flare that came last tells what it was like.'
ended '2026-11-20T17:00:00Z onset feel=dull side=both exercise=row pain=8' \
    '2026-11-20T18:00:00Z onset feel=sharp start=sudden'

echo '# Flags: PROMPT, a caution, URGENT, EMERGENCY, seen.'
ended '2026-11-20T17:00:00Z onset flags=leg,sleep'
ended '2026-11-20T17:00:00Z onset flags=skin'
ended '2026-11-20T17:00:00Z onset flags=fever,leg'
show_log
ended '2026-11-20T17:00:00Z onset flags=bladder,skin'
show_log
ended '2026-11-20T17:00:00Z onset flags=bladder' '2026-11-20T19:00:00Z seen'

echo '# With a note, and for a time before.'
write_log '2026-11-20T17:00:00Z onset'
at '2026-11-21 20:00' end -t 'yesterday 22:00' walking helped
show_log

echo '# What is still to come is no end, and no visit.'
write_log '2026-11-20T17:00:00Z onset flags=bladder'
at '2026-11-21 20:00' end not yet
at '2026-11-21 20:00' seen Tomorrow 9am
at '2026-11-21 20:00' seen booked
show_log
at '2026-11-21 20:00' seen -- not serious
show_log

echo '# Nor in other words; what a visit says of later is one, and so is no pain.'
# kept COMMAND: whether each note of those that come in is kept.
kept() {
	while read -r words; do
		write_log '2026-11-20T17:00:00Z onset flags=bladder'
		# shellcheck disable=SC2086
		quietly '2026-11-21 20:00' "$1" $words
		echo "$status $1 $words"
	done
}
kept seen <<'NOTES'
no one yet
none yet, they are closed
Nothing yet
no doctor before Monday
unable to get one
hasn't happened
haven’t been
could not go
gp tomorrow
Tomorrow, 9am
in an hour
in 2h
at 5pm
on tuesday
booked for monday
GP can't see me
physio next week
waiting for a call
gp checkup tomorrow
back doctor on monday
gp says not serious
keep moving; again in a week
physio: again in 2 weeks
come back in a week
no fracture
nothing broken
in hospital
in a cast
NOTES
kept end <<'NOTES'
no better
still hurts
It still hurts
it's not gone
hasn't gone
tomorrow
nearly
came back
worse
no pain
gone
No more pain, not even in bed
all good
NOTES

echo '# No soreness beside a word for a red flag.'
write_log '2026-11-20T17:00:00Z onset feel=dull start=gradual side=both' \
    '2026-11-20T17:01:00Z check asked=all flags=none'
at '2026-11-21 20:00' end leaking a bit

echo '# After silent days it may have gone before.'
write_log '2026-11-01T17:00:00Z onset' '2026-11-01T17:01:00Z check flags=none'
at '2026-11-08 18:00' end
at '2026-11-08 18:00' undo
at '2026-11-08 18:01' end
at '2026-11-08 18:01' undo
at '2026-11-08 18:01' end -t '2026-11-08 18:00'
