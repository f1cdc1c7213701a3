# Times as people give them; the ones that are refused record nothing.
now='2026-11-20 21:00:00'
understood() {
	at "$now" log -n -t "$1" | sed -n '1p;s/^Recorded.*//p;2s/^/    /p' |
	    grep -v '^ *Do now'
}
for when in now 45m 6pm '6:30 pm' '7 a.m.' 18.30 noon midnight '2h ago' \
    '45 min' '2 hours ago' 'yesterday 6pm' 'mon noon' '2026-11-20 6 pm' 2h 1d6h 90s 18:30 21:00 21:01 8:05 'today 18:30' \
    'yesterday 18:30' 'mon 18:30' 'fri 18:30' 'Friday 22:00' \
    '2026-11-20 18:30' '2026-11-20T18:30:15' 2026-11-20T18:30Z \
    '2026-11-20 18:30+01:00' 2026-11-20T18:30:15-05:00 @0 @1795197600; do
	understood "$when"
done
for when in '' ' ' 2hago '2h before' 25:00 24:00 18:60 1830 18 7p 13pm 18.3 2026-02-30 \
    '2026-02-30 10:00' '2026-13-01 10:00' 2026-11-20 yesterday mon \
    'yesterday 25:00' 'someday 10:00' '2026-11-20 18:30 CET' \
    2026-11-20T18:30+25:00 1h1d 2hh h -2h 1x @ @x @99999999999999999999 \
    99999999999d 2026-11-20T18:30:60Z '20.11.2026 18:30'; do
	at "$now" log -t "$when"
done
for when in +6h 'today 21:01' 2026-11-21T00:00Z @1795204801; do
	at "$now" log -t "$when"
	at "$now" pain -t "$when" 3
	at "$now" end -t "$when"
	at "$now" seen -t "$when"
done
# A time of two words that was not quoted: its half would be taken for a note.
at "$now" log -t 6:30 pm
at "$now" log --when 6:30 PM left side
at "$now" log --when=6:30 p.m.
at "$now" log -t 6 pm
at "$now" log -t 2h ago
at "$now" log -t 2 hours ago
at "$now" log -s 6:30 pm -r bladder
at "$now" pain -t 6:30 pm 3
show_files

# The night without 02:30, and the night with two of them.
at '2026-03-29 12:00:00' log -t 02:30
at '2026-03-29 12:00:00' log -t '2026-03-29 02:30' -n
at '2026-03-29 12:00:00' log -s 02:59:59
at '2026-03-29 12:00:00' now -t 02:00
at '2026-03-30 12:00:00' log -t 'yesterday 02:30'
at '2026-03-30 12:00:00' log -t 'sun 02:30'
show_files
at '2026-03-29 12:00:00' log -n -t 03:00
at '2026-10-25 12:00:00' log -n -t 02:30
at '2026-10-25 12:00:00' log -n -t 2026-10-25T02:30+01:00
at '2026-10-25 12:00:00' log -n -s 02:30 -t 03:00
at '2026-10-25 12:00:00' log -t 02:30
show_log
at '2026-10-25 12:00:00' now -1
