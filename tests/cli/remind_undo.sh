# Each onset has reminders of its own: taken back and recorded again, or a flare.
quietly '2026-11-20 12:00:00' check none
quietly '2026-11-20 12:01:00' log -t 30m
at '2026-11-20 12:02:00' remind -j
quietly '2026-11-20 12:03:00' undo
quietly '2026-11-20 12:04:00' log -t 31m -k sharp
at '2026-11-20 12:05:00' remind -n
at '2026-11-20 12:05:00' remind -j
at '2026-11-20 12:06:00' remind
echo "# A flare that is dated before that reminder."
quietly '2026-11-20 12:07:00' log -t 5m
at '2026-11-20 12:08:00' remind -j
at '2026-11-20 12:09:00' remind -n
echo "# Not while the gap of a pack runs, whichever onset it was for."
quietly '2026-11-20 12:30:00' ice -t 12:10 -m 15
quietly '2026-11-20 12:31:00' undo
quietly '2026-11-20 12:32:00' ice -t 12:10 -m 20
quietly '2026-11-20 12:40:00' log
at '2026-11-20 12:41:00' remind
at '2026-11-20 12:41:00' remind -n
at '2026-11-20 14:30:00' remind -j
# What was taken back is no reason any more: the one that is left was announced.
rm -f "$log"
quietly '2026-11-20 18:00' log -p 3
quietly '2026-11-20 18:01' check fever
quietly '2026-11-20 18:02' remind
quietly '2026-11-20 18:03' check weight
at '2026-11-20 18:04' remind -n
quietly '2026-11-20 18:05' check -x weight
at '2026-11-20 18:06' remind
at '2026-11-20 18:07' remind -n
