# Each event as cron would find it, what is said of it, and silence after.
at '2026-11-20 09:00:00' remind
at '2026-11-20 09:00:00' remind -n
at '2026-11-20 18:30:00' log -p 6 -k dull
at '2026-11-20 18:31:00' remind -n
at '2026-11-20 18:31:00' remind -jn
at '2026-11-20 18:31:00' remind
at '2026-11-20 18:32:00' remind
at '2026-11-20 18:32:00' remind -j
at '2026-11-20 18:39:30' remind
at '2026-11-20 18:40:00' remind
at '2026-11-20 18:41:00' check none
at '2026-11-20 20:33:00' remind
at '2026-11-20 20:39:30' remind
echo "# Two hours after the last reminder, but not just after a pack."
at '2026-11-20 20:39:40' ice -t 20:15 -m 20
at '2026-11-20 20:41:00' remind
at '2026-11-20 20:41:00' remind -n
echo "# At night nothing, and in the morning once."
at '2026-11-20 23:00:00' remind
at '2026-11-20 23:00:00' remind -n
at '2026-11-21 07:00:00' remind
at '2026-11-21 07:01:00' remind
echo "# A day later: how is it?  Two days: the switch.  Then heat."
at '2026-11-21 18:30:30' remind
at '2026-11-22 18:30:30' remind
at '2026-11-22 18:31:00' remind -n
at '2026-11-23 07:00:00' remind
echo "# The 72-hour mark, once."
at '2026-11-23 18:30:30' remind
at '2026-11-23 18:32:00' remind
at '2026-11-23 18:33:00' seen
echo "# A week away: one message, with the step that is right now."
at '2026-11-30 12:00:00' remind
at '2026-11-30 12:01:00' remind
echo "# Taken back and recorded again, it is another event."
at '2026-11-30 12:02:00' check fever
at '2026-11-30 12:03:00' remind
at '2026-11-30 12:04:00' remind
quietly '2026-11-30 12:05:00' undo
at '2026-11-30 12:05:00' remind
at '2026-11-30 12:06:00' check weight
at '2026-11-30 12:07:00' remind -j
at '2026-12-01 12:07:00' remind -n
echo "# In an emergency nothing else is said, and it is said at night."
at '2026-12-01 23:00:00' check saddle
at '2026-12-01 23:01:00' remind
at '2026-12-01 23:02:00' remind
at '2026-12-02 23:01:00' remind -n
echo "# Nobody has looked at it: an end changes nothing."
at '2026-12-02 23:02:00' end
at '2026-12-02 23:03:00' remind -jn
quietly '2026-12-02 23:04:00' seen
at '2026-12-02 23:05:00' remind -n
show_log
echo "# By another name it is the same log, with the same notes."
quietly '2026-12-03 09:00:00' log -k dull
quietly '2026-12-03 09:00:00' check none
ln -s "$log" name
at '2026-12-03 09:01:00' remind
at '2026-12-03 09:02:00' -f name remind
at '2026-12-03 11:02:00' -f name remind
at '2026-12-03 11:03:00' remind
