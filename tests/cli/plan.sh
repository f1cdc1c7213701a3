# plan: by day, in waking hours, and as little as now offers.
began='2026-11-20T17:30:00Z onset feel=dull start=gradual'

at '2026-11-20 20:00:00' plan
write_log "$began" '2026-11-20T17:31:00Z check flags=none'
at '2026-11-20 20:00:00' plan
at '2026-11-20 20:00:00' plan -m 20 -g 4h -w 9-18
echo '# Packs done, early, late, and one that was too short.'
write_log "$began" '2026-11-20T17:31:00Z check flags=none' \
    '2026-11-20T19:00:00Z ice min=15' '2026-11-21T08:10:00Z ice min=5' \
    '2026-11-21T06:00:00Z ice min=20' '2026-11-21T07:00:00Z heat min=10'
at '2026-11-21 10:00:00' plan -g 6h
echo '# Hours across midnight, always, and from the environment.'
at '2026-11-22 03:30:00' plan -w 20-4
at '2026-11-22 05:00:00' plan -w 22:30-0:30
at '2026-11-22 11:00:00' plan -w 0-24
BACKCARE_WAKING=10-12
export BACKCARE_WAKING
at '2026-11-22 05:00:00' plan
at '2026-11-22 05:00:00' plan -w 12-14
BACKCARE_WAKING=
at '2026-11-22 11:00:00' plan
BACKCARE_WAKING=late
at '2026-11-22 11:00:00' plan
at '2026-11-22 11:00:00' plan -w 7-22
unset BACKCARE_WAKING
echo '# Shorter than a pack.'
at '2026-11-22 05:00:00' plan -w 7:00-7:10

echo '# As of another time.'
at '2026-11-22 05:00:00' plan -t '2026-11-22 18:30'
at '2026-11-22 05:00:00' plan -t +40h
at '2026-11-24 05:00:00' plan
at '2026-12-24 05:00:00' plan

echo '# A flare, which has ice again.'
write_log "$began" '2026-11-22T17:00:00Z onset feel=dull'
at '2026-11-22 19:00:00' plan -g 6h

echo '# The clocks go back on Sunday, 25 October, at 03:00.'
write_log '2026-10-24T16:30:00Z onset feel=dull'
at '2026-10-24 22:00:00' plan -w 0-24 -g 3h

echo '# Options that are wrong.'
at '2026-11-20 20:00:00' plan -m 9
at '2026-11-20 20:00:00' plan -m 21
at '2026-11-20 20:00:00' plan -m x
at '2026-11-20 20:00:00' plan -g 5m
at '2026-11-20 20:00:00' plan -w 7
at '2026-11-20 20:00:00' plan -w 7-7
at '2026-11-20 20:00:00' plan -w 7-25
at '2026-11-20 20:00:00' plan -w ''
at '2026-11-20 20:00:00' plan -t ''
at '2026-11-20 20:00:00' plan -x
at '2026-11-20 20:00:00' plan today
write_log "$began"
at '2026-11-20 20:00:00' plan -m 14

echo '# PROMPT, skin, URGENT, EMERGENCY, and nothing open.'
write_log "$began" '2026-11-20T17:31:00Z check flags=leg'
at '2026-11-22 11:00:00' plan
write_log "$began" '2026-11-20T17:31:00Z check flags=skin' \
    '2026-11-20T17:35:00Z ice min=15'
at '2026-11-20 20:00:00' plan
at '2026-11-20 20:00:00' plan -i
write_log "$began" '2026-11-20T17:31:00Z check flags=fever' \
    '2026-11-20T17:35:00Z ice min=15'
at '2026-11-20 20:00:00' plan
at '2026-11-20 20:00:00' plan -i
write_log "$began" '2026-11-20T17:31:00Z check flags=bladder'
at '2026-11-20 20:00:00' plan
at '2026-11-20 20:00:00' plan -i
write_log "$began" '2026-11-21T08:00:00Z end'
at '2026-11-21 20:00:00' plan
at '2026-11-21 20:00:00' plan -i

echo '# A bad line among those that were read.'
write_log "$began" 'nonsense'
at '2026-11-22 16:00:00' plan

echo '# A line that cannot be read is said in the calendar, after the end as before.'
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T18:00:00Z end' \
    '2026-11-20T18:30:00Z chek flags=bladder'
at '2026-11-20 20:00:00' plan -i | tr -d '\r' | grep -A 1 '^DESCRIPTION'
