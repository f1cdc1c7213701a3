# One record at a time, from the end; nothing but a record.
now='2026-11-20 20:00:00'
quietly '2026-11-20 18:00:00' log -r fever
quietly '2026-11-20 19:00:00' log -N new pain
at "$now" undo -n
at "$now" undo
at "$now" now -1
at "$now" undo
at "$now" now -1
at "$now" undo -n
at "$now" undo
at "$now" undo
at "$now" undo -n
show_log
at "$now" log
show_log
for last in '# a comment' '' nonsense '2026-11-20T18:00:00Z ice'; do
	write_log '# backcare log 1' '2026-11-20T17:00:00Z onset' "$last"
	cp "$log" before
	at "$now" undo
	at "$now" undo -n
	cmp before "$log"
done
long=$(printf '%5000s' '' | tr ' ' x)
write_log '2026-11-20T17:00:00Z onset' "2026-11-20T17:00:00Z end # $long"
at "$now" undo
# With no header, and by hand.
write_log '2026-11-20T18:00:00+01:00 onset # by \ hand'
at "$now" undo
at "$now" undo
[ -s "$log" ] || echo empty
put ''
at "$now" undo
at "$now" now -1
at "$now" log
show_log
