# A word that is no command, an argument where there is none to give: each is
# answered with what was meant.  Nothing here may make a log.
now='2026-11-20 21:00:00'
for word in status stop "done" better worse hurt ouch cold warm timer symptoms \
    emergency 112 doctor tablets walked schedule reminders stats causes summary delete file \
    man version Status STOP Heat staus refrsh dotcor sciatica numb 7 11 staus hlep cop xyzzy \
    quit relief hospital graph icepack exercises wipe data pause bath json; do
	at "$now" $word
done
at "$now" help status
at "$now" ice 20
at "$now" ice 20m
at "$now" ice 20 min
at "$now" ice 99
at "$now" ice 20:00
at "$now" ice yesterday 20:00
at "$now" heat 15
at "$now" heat 1h
at "$now" heat force
at "$now" plan 15
at "$now" plan ical
at "$now" now 6pm
at "$now" now +6h
at "$now" now json
at "$now" now tomorrow
at "$now" history 3
at "$now" history all
at "$now" remind install
at "$now" remind me
at "$now" report html
at "$now" undo 2
at "$now" edit log
at "$now" now "$(printf 'x\033[31m')"
at "$now" now "$(printf '%0100d' 1)"
# What was meant for an option is no note.
for words in 2h 6 18:30 '6pm' yesterday 'last night' 'TONIGHT' '2 hours ago' \
    '2h 6 sharp left' 'mon 18:30' 0 2026-11-19 \
    '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21'; do
	# shellcheck disable=SC2086
	at "$now" log -n $words
done
at "$now" log -n 2h after deadlift
at "$now" log -n 11
at "$now" log -n new
at "$now" log -n -- 2h
at "$now" end 2h
at "$now" end last night
at "$now" seen yesterday 18:00
at "$now" seen today
at "$now" note 20 min
at "$now" note 7
at "$now" pain 2h
at "$now" pain yesterday 4
at "$now" pain 4 18:30
at "$now" pain bad
show_files
# Every command that is named there is one.
sed -n '/^} others/,/^};/p' "$TOP/src/ui/meant.c" |
    grep -o '"[a-z0-9 -]*"' | tr -d '"' | tr ' ' '\n' >words
while read -r word; do
	run_at "$now" "$word" 2>&1 | grep -o 'backcare [a-z][a-z]*' |
	    sed 's/.* //' | while read -r name; do
		run_at "$now" help "$name" >/dev/null || echo "$word: $name"
	done
done <words
[ "$(wc -l <words)" -gt 80 ] || echo "only these words: $(cat words)"
# A flag by other words: which it can mean, and nothing of it recorded.
for words in 'both legs' "can't pee" 'wet myself' old hot thin severe \
    'my legs are weak' 'bladdr wet' chill worst lost osteoporotic; do
	# shellcheck disable=SC2086
	at '2026-11-20 20:00' check $words
done
