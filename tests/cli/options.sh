# Options by their long names, each the same as its letter; what is no option;
# and red flags that are heard whatever else is wrong.
now='2026-11-20 21:00:00'
at "$now" log --pain 6 --feel=dull --start gradual --side both --chronic \
    --exercise deadlift --session 10:00 --when 18:30 --flags leg,numb \
    --dry-run last set
at "$now" log -p 6 -k dull -o gradual -l both -c -x deadlift -s 10:00 \
    -t 18:30 -r leg,numb -n last set
at "$now" log --when 18:30 -p6 -nk dull
quietly "$now" log --when 18:30 --pain=6
at "$now" log --new --dry-run
at "$now" now --line
at "$now" now --json | cut -c 1-72
at "$now" now --quiet
at "$now" now --verbose --when=+30h | sed -n 1,6p
at "$now" check --list | sed -n 1,3p
at "$now" pain --when 20:00 4
at "$now" ice --dry-run --count 2 --gap 3h --minutes 20
at "$now" ice --dry-run --force
at "$now" heat --dry-run --force --minutes=10
at "$now" plan --waking 9-12 --gap 90m --minutes 20 --when +30m
at "$now" plan --ical | sed -n 1,4p
at "$now" remind --dry-run --json --waking 0-24 | cut -c 1-72
at "$now" history --json --count 1 | cut -c 1-72
at "$now" report --html | sed -n 1,3p
at "$now" seen --when 20:30 by a doctor
at "$now" end --when=20:45 "gone"
at "$now" undo --dry-run
at "$now" --file "$log" now -1
BACKCARE_LOG=/nowhere at "$now" --file="$log" now -1

# What is none: the nearest is named, and nothing is done.
for option in --pian --pain --pain= --feel=dul --fele=dull --dry --d --chronic=no \
    --new= --flag --flags --exercize --zzz --s --st= --pain\  ---pain -pain -9 -N9 --- \
    "--$(printf 'fo\033[31mul')"; do
	at "$now" log "$option"
done
at "$now" log --pain 6 --pian 7 --feel blunt
at "$now" log --feel blunt --pian
at "$now" now --line --json
at "$now" now --line --quiet
at "$now" remind --install --uninstall
at "$now" remind --install --json
at "$now" remind --uninstall --waking 7-22
at "$now" ice --when 20:00 --count 2
at "$now" history --count none
at "$now" check --list leg
at "$now" --fiel x now
at "$now" --json
at "$now" -j
at "$now" -vf
at "$now" "--quiet=$(printf "\033[31m")"
at "$now" -f -h
at "$now" --file
at "$now" undo --dry-run --help
at "$now" log -p 6 --help | sed -n 1,3p
at "$now" log -p 66 --help
show_log

# The number of arguments.
for command in now ice heat plan remind history report undo edit; do
	at "$now" "$command" extra
done
at "$now" pain
at "$now" pain 3 4
at "$now" why heat ice
at "$now" help now log

# Heard all the same.
for arguments in '-z -r bladder' '-r bladder --zzz' '--pain --flags bladder' '-p -r bladder' '-x --flags=bladder' \
    '-p 66 --flags leg,bladder' '-r nothing,bladder' '-r leg -p 66' \
    '-t 25:00 -r bladder' '-r bladder -x' '--flags=bladder a -n'; do
	# shellcheck disable=SC2086
	at "$now" log $arguments
done
at "$now" check -z bladder
at "$now" check --lits bladder
at "$now" check -l bladder
at "$now" check leg nothing bladder
at "$now" check -z leg
BACKCARE_LOG='' XDG_DATA_HOME='' HOME='' at "$now" log -r bladder
BACKCARE_LOG='' XDG_DATA_HOME='' HOME='' at "$now" check bladder
show_log
