# Sources and strength of evidence, in each phase and at each urgency.
write_log '2026-11-20T17:00:00Z onset feel=dull start=gradual side=both pain=5 session=2026-11-20T04:00:00Z' \
    '2026-11-20T17:05:00Z check flags=none' \
    '2026-11-20T18:00:00Z ice min=15' '2026-11-20T18:30:00Z pain score=3'
echo '# None, ice, heat, past 72 hours.'
at '2026-11-20 20:00' now -v
at '2026-11-22 20:00' now -v
at '2026-11-24 20:00' now -v
at '2026-11-24 20:00' end
at '2026-11-24 20:01' now -v

echo '# Long-standing; skin.'
write_log '2026-11-20T17:00:00Z onset feel=stiff chronic=yes' \
    '2026-11-20T17:05:00Z check flags=skin'
at '2026-11-20 20:00' now -v
write_log '2026-11-20T17:00:00Z onset feel=stiff chronic=yes'
at '2026-11-20 20:00' now -v

echo '# PROMPT by flags and by rules.'
write_log '2026-11-20T17:00:00Z onset feel=sharp start=sudden side=one pain=6' \
    '2026-11-20T17:05:00Z check flags=leg,numb,bone' \
    '2026-11-20T18:30:00Z pain score=8'
at '2026-11-20 20:00' now -v

echo '# URGENT by a flag, by rule U2; EMERGENCY; all flags.'
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T17:05:00Z check flags=fever,cough'
at '2026-11-20 20:00' now -v
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T17:05:00Z check flags=sleep'
at '2026-11-24 20:00' now -v
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T17:05:00Z check flags=saddle,belly'
at '2026-11-20 20:00' now -v
write_log '2026-11-20T17:00:00Z onset' \
    "2026-11-20T17:05:00Z check flags=$(run_at '2026-11-20 20:00' check -l | awk '{ printf "%s%s", c, $1; c = "," }')"
at '2026-11-20 20:00' now -v

echo '# It changes only the page.'
at '2026-11-20 20:00' now -v1
at '2026-11-20 20:00' now -vq
