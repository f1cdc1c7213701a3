# Every option of log, right and wrong.
now='2026-11-20 21:00:00'
at "$now" log -n
at "$now" log -n -p 0
at "$now" log -n -k stiff -o gradual -l both -c
at "$now" log -n -k sharp -o sudden -l one -p 10
at "$now" log -n -c
at "$now" log -n -r leg,skin -r numb
at "$now" log -n -r bladder back gave way
at "$now" log -n -r fever
at "$now" log -n -x deadlift
at "$now" log -n -s 08:00
at "$now" log -n -s 2h -x 'good mornings' -t 1h
at "$now" log -n -t 20:59
at "$now" log -n -- -t is not an option here
at "$now" log -n a -t 2h
# What looks like an option would be lost in a note, and so would a cry for
# help; a dash and a number are words.
write_log '2026-11-20T17:00:00Z onset' '2026-11-20T17:05:00Z check flags=bladder'
cp "$log" before
for command in seen end; do
	at "$now" $command physio -t 7d
	at "$now" $command at last --dry
	at "$now" $command help
done
at "$now" log help
at "$now" help help
diff before "$log"
at "$now" seen L5 -1 - fine
rm "$log" before
# A red flag is heard whatever else is wrong.
at "$now" log -p 11 -r bladder
at "$now" log -r bladder,nunb
at "$now" log -r fever -k red
at "$now" log -s 'today 20:00' -t 19:00 -r leg,bladder
at "$now" log -r leg -p 11
at "$now" check bladder nunb
at "$now" check nunb,fever
at "$now" check leg -n
show_files

for score in 11 -1 1.5 05 +5 '' ' 5' five 99999999999; do
	at "$now" log -p "$score"
done
at "$now" log -k DULL
at "$now" log -k ''
at "$now" log -o slow
at "$now" log -l top
at "$now" log -x ''
at "$now" log -r ''
at "$now" log -r leg,
at "$now" log -r legs
at "$now" log -r none
at "$now" log -r leg,kidney
at "$now" log -r LEG
for option in -t -s -x -p -k -o -l -r; do
	at "$now" log "$option"
done
at "$now" log -s 2027-01-01T00:00Z
at "$now" log -t 10h -s 9h
at "$now" log -s ''
show_files
