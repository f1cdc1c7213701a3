# The advice in its forms, over the days of one episode.
write_log '# backcare log 1' \
    '2026-11-20T17:00:00Z onset feel=dull start=gradual side=both pain=6 session=2026-11-20T03:00:00Z'
from='2026-11-20 18:00:00'
for when in now +47h59m59s +48h +72h +72h1s; do
	at "$from" now -1 -t "$when"
	at "$from" now -j -t "$when"
	at "$from" now -q -t "$when"
	at "$from" now -t "$when"
done
at "$from" now -v
at "$from" now -v -t +4d
at "$from" now -1v
at '2026-11-20 20:00:00' now -1 -t 18:00
at '2026-11-20 20:00:00' now -t ''
at '2026-11-20 20:00:00' now -t 2hago
# Before it began.
at '2026-11-20 20:00:00' now -1 -t 3h
at '2026-11-20 20:00:00' now -q -t 3h

# Chronic, with a flare, worse, better, gone.
write_log '2026-11-20T17:00:00Z onset feel=stiff chronic=yes pain=5'
at "$from" now
write_log '2026-11-18T17:00:00Z onset pain=4' '2026-11-20T16:00:00Z onset pain=6'
at "$from" now
at "$from" now -t +48h
write_log '2026-11-20T10:00:00Z onset pain=7'
at "$from" now
write_log '2026-11-20T10:00:00Z onset pain=6' '2026-11-20T11:00:00Z pain score=3' \
    '2026-11-20T12:00:00Z check asked=all flags=sleep'
at "$from" now
at "$from" now -t +70h
echo '2026-11-20T13:00:00Z pain score=6' >>"$log"
at "$from" now -t +70h
at "$from" now -q -t +70h
at "$from" now -1 -t +70h
# Packs, as a person may write them.
write_log '2026-11-20T10:00:00Z onset' '2026-11-20T16:00:00Z ice min=15'
at "$from" now
at "$from" now -t +2h
at "$from" now -t 16:10Z
at "$from" now -t 2026-11-20T16:10:00Z
# Nothing open, asked or not.
write_log '2026-11-20T10:00:00Z onset' '2026-11-20T16:00:00Z end'
at "$from" now
at "$from" now -j
at "$from" now -q
# Another time makes no record one of the future; the clock does.
write_log '2026-11-20T10:00:00Z onset' '2026-11-20T18:30:00Z pain score=4' \
    '2026-11-20T20:00:00Z pain score=3'
at '2026-11-20 20:00:00' now -1 -t 12h
at '2026-11-20 22:00:00' now -1 -t 12h
at '2026-11-20 22:00:00' history
at '2026-11-20 22:00:00' now -1 -t +1h
# One line past 72 hours: easing and painless come first, and a question where
# nothing was noted for seven days.
for more in '' '2026-11-21T08:00:00Z pain score=2' '2026-11-21T08:00:00Z pain score=0' \
    '2026-11-21T08:00:00Z check flags=leg'; do
	write_log '# backcare log 1' '2026-11-20T08:00:00Z onset pain=5' \
	    '2026-11-20T08:01:00Z check flags=none' "$more"
	at '2026-11-24 08:00' now -1
	at '2026-11-28 08:59:59' now -1
done
# So it is before a pack, and after a flare of what may be long gone.
at '2026-11-28 09:00' heat -n
at '2026-11-28 09:00' ice
at '2026-11-28 09:00' log -n -p 4
at '2026-11-28 09:00' log -n -N -p 4
at '2026-11-27 08:59' log -n -p 4
