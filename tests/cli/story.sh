# A week of a real story: issue after issue as a person would meet them.
at '2026-11-20 21:00:00' log -t 18:30 -s 08:00 -x deadlift -p 6 -k dull \
    -o gradual -l both "last set felt heavy"
at '2026-11-20 21:05:00' check none
at '2026-11-20 21:06:00' now
at '2026-11-21 07:30:00' pain 4
at '2026-11-21 07:31:00' now
at '2026-11-21 19:00:00' log -p 5 "slipped on the stairs"
at '2026-11-21 19:01:00' now
at '2026-11-22 12:00:00' check leg
at '2026-11-22 18:30:00' now
at '2026-11-23 16:00:00' seen "physiotherapist: keep moving"
at '2026-11-23 18:30:00' now
at '2026-11-23 18:30:01' now
at '2026-11-24 08:00:00' pain 2
at '2026-11-25 08:00:00' pain 0
at '2026-11-25 08:01:00' end
at '2026-11-25 08:02:00' now
at '2026-12-02 20:00:00' log -k sharp -o sudden -l one -x squat
at '2026-12-02 20:01:00' now
show_log
