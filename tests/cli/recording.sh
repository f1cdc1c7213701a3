# What belongs to an episode, in which order, and what is refused.
at '2026-11-20 20:00:00' pain 3
at '2026-11-20 20:00:00' seen
at '2026-11-20 20:00:00' end
at '2026-11-20 20:00:00' undo
show_files

quietly '2026-11-20 20:00:00' log -t 18:00
at '2026-11-20 20:01:00' pain
at '2026-11-20 20:01:00' pain 11
at '2026-11-20 20:01:00' pain ''
at '2026-11-20 20:01:00' pain -- -1
at '2026-11-20 20:01:00' pain -1
at '2026-11-20 20:01:00' pain 3 4
at '2026-11-20 20:01:00' pain -t '' 3
at '2026-11-20 20:01:00' end -t 17:59
at '2026-11-20 20:01:00' seen -t 17:59
at '2026-11-20 20:01:00' pain -t 19:30 4
at '2026-11-20 20:01:00' pain -t 19:00 5
at '2026-11-20 20:02:00' end -t 19:15
at '2026-11-20 20:02:00' seen -t 19:15
at '2026-11-20 20:02:00' check nothing
at '2026-11-20 20:02:00' check none leg
at '2026-11-20 20:02:00' check leg none
at '2026-11-20 20:02:00' check none,leg
at '2026-11-20 20:02:00' check
at '2026-11-20 20:02:00' check ''
show_log

# A flare of the same pain; one that was earlier than was thought; new pain.
at '2026-11-20 21:00:00' log after the stairs
at '2026-11-20 21:01:00' log -t 17:00 it was before already
at '2026-11-20 21:02:00' log -N -t 20:59 new
at '2026-11-20 21:02:00' log -n -N new
at '2026-11-20 21:02:00' log -N new
show_log
at '2026-11-20 21:03:00' end -t 21:02 gone at once
at '2026-11-20 21:04:00' log -t 21:01
at '2026-11-20 21:04:00' log -N -t 21:01
at '2026-11-20 21:04:00' log -t 21:02
at '2026-11-20 21:05:00' seen
at '2026-11-20 21:06:00' end
at '2026-11-20 21:07:00' log -N with nothing open
# The clock went back: the one record without -t that can come too early.
at '2026-11-20 19:00:00' check leg
at '2026-11-20 19:00:00' log
show_log

# Dated before the pain began: it counts, and the way back is said.
write_log '2026-11-20T12:00:00Z onset pain=3 flags=leg'
at '2026-11-20 20:00:00' pain -t 12:59:59 1
at '2026-11-20 20:00:00' pain -t 13:00 1
at '2026-11-20 20:00:00' ice -t 12:00
at '2026-11-20 20:00:00' ice -t 12:00
# Flags that nobody has looked at are named wherever they are left behind.
at '2026-11-20 20:01:00' log -n -N
at '2026-11-20 20:01:00' end
at '2026-11-20 20:02:00' pain 1
