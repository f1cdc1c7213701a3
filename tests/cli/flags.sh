# Every flag by itself; what seen, check none and end do to them.
now='2026-11-20 20:00:00'
for flag in bladder retention saddle both-legs weakness accident chest belly \
    urine fever weight unrelenting cancer immune lump night upper cough leg \
    numb sleep bone age skin; do
	write_log '2026-11-20T17:00:00Z onset'
	at "$now" check $flag
	at "$now" now -q
done
write_log '2026-11-20T17:00:00Z onset'
at "$now" check chest,leg fever
at "$now" now -1
at "$now" now
at "$now" check none
at "$now" end
at '2026-11-20 20:01:00' now -1
at '2026-11-20 20:01:00' log
at '2026-11-20 20:02:00' log -N
at '2026-11-20 20:03:00' seen at the hospital
at '2026-11-20 20:04:00' end
at '2026-11-20 20:05:00' now
show_log

# What cannot be recorded is an emergency all the same.
mkdir directory
for flag in bladder fever leg; do
	at "$now" -f directory log -r $flag
done
rmdir directory

# A flag with nothing open; skin stays until it is asked about.
at '2026-11-21 08:00:00' check leg,skin
at '2026-11-21 08:01:00' now
at '2026-11-21 08:01:30' seen
at '2026-11-21 08:02:00' now
at '2026-11-21 08:03:00' log
at '2026-11-21 08:04:00' now -1
at '2026-11-21 08:05:00' end
at '2026-11-21 08:06:00' check none
at '2026-11-21 08:07:00' log -p 8
at '2026-11-21 08:08:00' now
show_log

echo '# Other words for a flag: which may be meant, and nothing is recorded.'
rm -f "$log"
at '2026-11-20 18:30:00' log
for word in legs bowel Pee fell weak leggs lesg chils osteoporosis numbness; do
	at '2026-11-20 18:40:00' check $word
done
at '2026-11-20 18:40:00' check leg,sciatica
at '2026-11-20 18:40:00' check leg
echo '# One leg may be both, or more than a leg.'
at '2026-11-20 18:41:00' check numb
echo '# Taken back: it was entered by mistake.'
at '2026-11-20 18:42:00' check bladder
at '2026-11-20 18:43:00' check -x bladder
at '2026-11-20 18:44:00' check -x leg numb
at '2026-11-20 18:45:00' check -x leg
at '2026-11-20 18:45:00' check -x
at '2026-11-20 18:45:00' check -x none
at '2026-11-20 18:45:00' check --wrong blader
at '2026-11-20 18:45:00' check -x -l
at '2026-11-20 18:45:00' check bone
at '2026-11-20 18:46:00' seen
at '2026-11-20 18:47:00' check -x bone
show_log
