# Causes and prevention, led by the log.
echo '# No log, and one without an onset.'
at '2026-11-20 20:00' why
write_log '# backcare log 1' '2026-11-20T17:00:00Z check flags=none'
at '2026-11-20 20:00' why

# lead LINE ...: what the log shows, and the first of the causes.
lead() {
	write_log "$@"
	run_at '2026-11-20 20:00' why | sed -n '1,/(/p'
	echo
}
echo '# One onset, with nothing and with all.'
lead '2026-11-20T17:00:00Z onset'
lead '2026-11-20T17:00:00Z onset start=sudden exercise=squat'
lead '2026-11-20T17:00:00Z onset start=gradual'
lead '2026-11-20T17:00:00Z onset exercise=squat'

echo '# Three: sudden, gradual, as many of both, unknown.'
lead '2026-11-10T17:00:00Z onset start=sudden exercise=deadlift' \
    '2026-11-12T17:00:00Z end' \
    '2026-11-14T17:00:00Z onset start=gradual exercise=squat' \
    '2026-11-16T17:00:00Z end' \
    '2026-11-20T17:00:00Z onset start=sudden exercise=deadlift'
lead '2026-11-10T17:00:00Z onset start=gradual' '2026-11-12T17:00:00Z end' \
    '2026-11-14T17:00:00Z onset start=gradual exercise=row' \
    '2026-11-20T17:00:00Z onset start=sudden'
lead '2026-11-10T17:00:00Z onset start=gradual' \
    '2026-11-14T17:00:00Z onset start=sudden' '2026-11-20T17:00:00Z onset'
lead '2026-11-10T17:00:00Z onset' '2026-11-14T17:00:00Z onset' \
    '2026-11-20T17:00:00Z onset'

echo '# Six, with sessions, the whole page.'
write_log '2026-08-01T17:00:00Z onset start=sudden exercise=deadlift' \
    '2026-08-04T17:00:00Z end' \
    '2026-09-01T17:00:00Z onset start=sudden exercise=deadlift session=2026-09-01T16:00:00Z' \
    '2026-09-04T17:00:00Z end' \
    '2026-09-20T17:00:00Z onset start=gradual exercise=squat session=2026-09-19T16:00:00Z' \
    '2026-09-24T17:00:00Z end' \
    '2026-10-01T17:00:00Z onset start=sudden exercise=deadlift' \
    '2026-10-04T17:00:00Z end' \
    '2026-10-10T17:00:00Z onset start=sudden exercise=good\040morning' \
    '2026-10-14T17:00:00Z end' \
    '2026-11-20T17:00:00Z onset start=gradual exercise=deadlift session=2026-11-20T07:30:00Z'
at '2026-11-20 20:00' why

echo '# Names that somebody else may have chosen.'
lead '2026-11-20T17:00:00Z onset exercise=\033]0;owned\007\033[31mred'
lead '2026-11-20T17:00:00Z onset exercise=\342\200\256drawkcab'
lead '2026-11-20T17:00:00Z onset exercise=\377\376'
lead "2026-11-20T17:00:00Z onset exercise=Übung"
lead "2026-11-20T17:00:00Z onset exercise=$(printf '%0200d' 0 | tr 0 x)"
LC_ALL=C lead "2026-11-20T17:00:00Z onset exercise=Übung"

echo '# Bad lines are said, and the rest counts.'
write_log '2026-11-20T17:00:00Z onset start=sudden' 'what is this'
at '2026-11-20 20:00' why sciatica
run_at '2026-11-20 20:00' why >page
echo "[$?]"
head -n 2 page

echo '# Usage.'
at '2026-11-20 20:00' why ice heat
at '2026-11-20 20:00' why dead bug | sed '2,$d'
at '2026-11-20 20:00' why "child's" pose | sed '3,$d'
at '2026-11-20 20:00' why no such thing
at '2026-11-20 20:00' why -x
at '2026-11-20 20:00' why icee
at '2026-11-20 20:00' why Meds
at '2026-11-20 20:00' why cauda
at '2026-11-20 20:00' why ''
at '2026-11-20 20:00' why "$(printf 'x\033[31m')"
