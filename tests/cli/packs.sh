# ice and heat: every option, every refusal, and what -F overrides.
began='2026-11-20T17:30:00Z onset feel=dull start=gradual'

echo '# Nothing open.'
at '2026-11-20 19:00:00' ice
at '2026-11-20 19:00:00' ice -F
at '2026-11-20 19:00:00' ice -n
at '2026-11-20 19:00:00' ice -t 18:00
at '2026-11-20 19:00:00' heat -t 18:00

echo '# The ice phase.'
write_log "$began"
at '2026-11-20 19:00:00' ice -n
at '2026-11-20 19:00:00' ice -n -m 15
at '2026-11-20 19:00:00' ice -n -m 20
at '2026-11-20 19:00:00' ice -m 14
at '2026-11-20 19:00:00' ice -m 21
at '2026-11-20 19:00:00' ice -F -m 21
at '2026-11-20 19:00:00' ice -n -c 3
echo '# Only the first may be outside the waking hours.'
export BACKCARE_WAKING=0-24
at '2026-11-20 19:00:00' ice -n -c 3
export BACKCARE_WAKING=9-21:44
at '2026-11-20 19:00:00' ice -n -c 3
export BACKCARE_WAKING=9-21:45
at '2026-11-20 19:00:00' ice -n -c 2
at '2026-11-20 23:00:00' ice -n -c 2
export BACKCARE_WAKING=never
at '2026-11-20 19:00:00' ice -n
unset BACKCARE_WAKING
at '2026-11-20 19:00:00' ice -n -c 3 -g 10m -m 20
at '2026-11-20 19:00:00' ice -n -c 2 -g 24h
at '2026-11-20 19:00:00' heat
at '2026-11-20 19:00:00' heat -n -F
at '2026-11-20 19:00:00' heat -F -m 9
at '2026-11-20 19:00:00' heat -F -m 21
at '2026-11-20 19:00:00' heat -nF -m 10
at '2026-11-22 18:29:59' ice -n
at '2026-11-22 18:00:00' ice -n -c 2 -g 10m
at '2026-11-22 18:00:00' ice -n -c 2 -g 20m
echo '# Nothing of that was recorded.'
show_log

echo '# Options that are wrong.'
at '2026-11-20 19:00:00' ice -m 0
at '2026-11-20 19:00:00' ice -m 61
at '2026-11-20 19:00:00' ice -m 15.5
at '2026-11-20 19:00:00' ice -m ''
at '2026-11-20 19:00:00' ice -c 0
at '2026-11-20 19:00:00' ice -c 9
at '2026-11-20 19:00:00' ice -g 9m
at '2026-11-20 19:00:00' ice -g 24h1m
at '2026-11-20 19:00:00' ice -g 2
at '2026-11-20 19:00:00' ice -g
at '2026-11-20 19:00:00' ice -c 2 -t 18:00
at '2026-11-20 19:00:00' ice -x
at '2026-11-20 19:00:00' ice 15
at '2026-11-20 19:00:00' heat -c 2
at '2026-11-20 19:00:00' heat -g 2h

echo '# The gap: the last pack ended 40 minutes ago.'
write_log "$began" '2026-11-20T17:35:00Z ice min=15'
at '2026-11-20 19:30:00' ice
at '2026-11-20 19:30:00' ice -n
at '2026-11-20 19:30:00' ice -nF
at '2026-11-20 19:30:00' ice -n -g 40m
at '2026-11-20 19:30:00' ice -n -g 41m
at '2026-11-20 20:49:59' ice -n
at '2026-11-20 20:50:00' ice -n
echo '# It is still on; and a clock that went back shortens nothing.'
at '2026-11-20 18:40:00' ice -n
at '2026-11-20 17:00:00' ice -n

echo '# The heat phase.'
write_log "$began"
at '2026-11-22 18:30:00' ice
at '2026-11-22 18:30:00' ice -nF
at '2026-11-22 18:30:00' heat -n
at '2026-11-22 18:30:00' heat -n -m 10
at '2026-11-22 18:30:00' heat -n -m 20
at '2026-11-22 18:30:00' heat -m 9
at '2026-11-22 18:30:00' heat -m 21
write_log "$began" '2026-11-22T17:30:00Z heat min=15'
at '2026-11-22 20:00:00' heat
at '2026-11-22 22:45:00' heat -n

echo '# Long-standing and stiff: heat at once.'
write_log '2026-11-20T17:30:00Z onset feel=stiff chronic=yes'
at '2026-11-20 19:00:00' ice
at '2026-11-20 19:00:00' heat -n

echo '# Past 72 hours, and after a flare then.'
write_log "$began"
at '2026-11-23 18:30:01' ice
at '2026-11-23 18:30:01' heat -n
write_log "$began" '2026-11-23T17:45:00Z onset feel=dull'
at '2026-11-23 19:00:00' ice -n
at '2026-11-23 19:00:00' heat

echo '# Skin: neither, whatever is insisted.'
write_log "$began" '2026-11-20T17:31:00Z check flags=skin'
at '2026-11-20 19:00:00' ice
at '2026-11-20 19:00:00' ice -nF
at '2026-11-20 19:00:00' heat -F
at '2026-11-22 19:00:00' heat

echo '# URGENT and EMERGENCY: the action first.'
write_log "$began" '2026-11-20T17:31:00Z check flags=fever'
at '2026-11-20 19:00:00' ice
at '2026-11-20 19:00:00' ice -nF
at '2026-11-22 19:00:00' heat -F
write_log "$began" '2026-11-20T17:31:00Z check flags=bladder'
at '2026-11-20 19:00:00' ice -F
at '2026-11-22 19:00:00' heat

echo '# More than 8 in 24 hours, 3 of heat.'
many() {
	echo "$began"
	for hour in 18 19 20 21 22 23; do
		echo "2026-11-20T$hour:00:00Z ice min=15"
	done
	echo '2026-11-21T05:00:00Z ice min=15'
	echo '2026-11-21T07:00:00Z heat min=15'
	echo '2026-11-21T09:00:00Z heat min=15'
}
write_log "$(many)"
at '2026-11-21 12:00:00' ice -n
at '2026-11-21 12:00:00' ice -n -c 2
at '2026-11-21 12:00:00' ice -n -c 8
at '2026-11-21 12:00:00' ice -t 11:00
at '2026-11-21 19:00:00' ice -n
at '2026-11-21 12:00:00' ice -nF -g 1h -c 4
at '2026-11-21 19:00:00' ice -t 13:00
at '2026-11-21 20:00:00' heat -nF
at '2026-11-21 20:00:00' heat -t 19:00
at '2026-11-21 20:00:00' heat -nF
# What comes before any step comes before a pack.
write_log '# backcare log 1' '2026-11-20T08:00:00Z onset pain=7' \
    '2026-11-20T08:05:00Z check flags=cancer'
at '2026-11-20 20:00' ice -n
at '2026-11-20 20:00' plan
at '2026-11-22 20:00' heat -n

echo '# Beside a record of the future, which may hide what came before.'
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T17:01:00Z check flags=none' \
    '2026-12-20T17:00:00Z check flags=none'
at '2026-11-20 20:00' ice -n
