# ice -t and heat -t: what was done is recorded, with a warning where it was
# not the step.
began='2026-11-20T17:30:00Z onset feel=dull start=gradual'

write_log "$began"
at '2026-11-20 19:00:00' ice -t 18:40
at '2026-11-20 22:00:00' ice -t 21:00 -m 20
at '2026-11-20 22:00:00' ice -n -t 21:30

echo '# Not over yet, or not begun.'
at '2026-11-20 22:00:00' ice -t 21:46
at '2026-11-20 22:00:00' ice -t now
at '2026-11-20 22:00:00' ice -t +10m
at '2026-11-20 22:00:00' ice -t nonsense
at '2026-11-20 22:00:00' ice -t 20:00 -m 61

echo '# More or less than a pack is.'
at '2026-11-21 09:00:00' ice -t 07:00 -m 5
at '2026-11-21 12:00:00' ice -t 11:00 -m 60

echo '# Too near to another, on either side.'
at '2026-11-21 15:00:00' ice -t 13:00
at '2026-11-21 15:00:00' ice -t 06:00
at '2026-11-21 15:00:00' ice -t 13:05 -g 10m

echo '# The other treatment was the step.'
at '2026-11-21 16:00:00' heat -t 15:30
at '2026-11-22 19:00:00' ice -t 18:31
at '2026-11-22 19:00:00' heat -t 18:35
echo '# -F adds nothing: it is recorded anyway.'
at '2026-11-22 20:00:00' ice -F -t 19:40
show_log

echo '# Skin, URGENT, EMERGENCY.'
write_log "$began" '2026-11-20T17:31:00Z check flags=skin'
at '2026-11-20 19:00:00' ice -t 18:40
write_log "$began" '2026-11-20T17:31:00Z check flags=fever'
at '2026-11-20 19:00:00' ice -t 18:40
write_log "$began" '2026-11-20T17:31:00Z check flags=bladder'
at '2026-11-20 19:00:00' ice -t 18:40
at '2026-11-20 19:00:00' ice -n -t 18:40
show_log

echo '# Before the last end.'
write_log "$began" '2026-11-21T08:00:00Z end' \
    '2026-11-21T17:30:00Z onset feel=dull'
at '2026-11-21 19:00:00' ice -t 08:00
at '2026-11-21 19:00:00' ice -n -t 08:00
show_log
