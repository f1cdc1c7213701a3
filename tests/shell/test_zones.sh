#!/bin/sh
# The advice follows the moment, not the zone: the same bytes of -j wherever
# it is asked, and exact seconds across clock changes.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need jq expect
[ "$(TZ=Europe/Berlin date -d @0 +%H)" = 01 ] || complain "no time zones here"

TZ=Europe/Berlin expect 0 log at '2026-10-24 18:00:00' log -t 17:00 -s 08:00
TZ=Asia/Kathmandu expect 0 pain at '2026-10-25 10:00:00' pain 4
for t in @1792857600 @1793030399 @1793030400 @1793116800 @1793116801; do
	want=$(TZ=UTC0 backcare now -j -t $t 2>/dev/null)
	for zone in Europe/Berlin America/New_York Pacific/Kiritimati \
	    Pacific/Marquesas Australia/Lord_Howe '<-12>12' '<+14>-14' \
	    CET-1CEST,M3.5.0,M10.5.0/3 no/such/zone ''; do
		same "now -j in '$zone' at $t" \
		    "$(TZ=$zone backcare now -j -t $t 2>/dev/null)" "$want"
	done
done

# 48 hours are 48 hours in the week that has 169 of them.
phase() {
	expect 0 "now -j" at "$1" now -j
	same "the phase at $1" "$(jq -r .phase "$work/out")" "$2"
}
phase '2026-10-26 15:59:59' ice
phase '2026-10-26 16:00:00' heat
phase '2026-10-27 16:00:00' heat
phase '2026-10-27 16:00:01' escalate
rm "$log"
expect 0 log at '2026-03-28 18:00:00' log
phase '2026-03-30 18:59:59' ice
phase '2026-03-30 19:00:00' heat
phase '2026-03-31 19:00:00' heat
phase '2026-03-31 19:00:01' escalate
for year in 2038 2100; do
	rm "$log"
	expect 0 "log in $year" at "$year-01-18 04:14:07" log
	phase "$year-01-20 04:14:06" ice
	phase "$year-01-20 04:14:07" heat
	phase "$year-01-21 04:14:08" escalate
done

# A TZ that names no zone is said, once, and is not taken for UTC with its first
# letters as the name; what is recorded by local time is refused.
rm -f "$log"
expect 0 log at '2026-11-20 18:00:00' log
stamp='2026-11-20 19:00:00'
mkdir zones zones/Here
cp /usr/share/zoneinfo/Europe/Berlin zones/Here/There
echo "no zone" >zones/None
for zone in Mars/Phobos Europe/Nowhere Europe no/such/zone UTC+x CET-1CEST,now \
    Berlin "$work/zones/None" "$work/zones" "$work/none" :Mars/Phobos \
    CET-25 AB1 'UTC0 ' /etc/passwd; do
	said="backcare: TZ=$zone names no time zone, so times are in UTC: set it to one, such as Europe/Berlin, or unset it"
	TZ=$zone expect 0 "now in '$zone'" at "$stamp +0100" now
	same "now in '$zone'" "$err" "$said"
	has "now in '$zone'" "$out" 'began (Fri 20 Nov 17:00)'
	TZ=$zone expect 0 "log -n in '$zone'" at "$stamp +0100" log -n -t 2h
	has "log -n in '$zone'" "$(echo "$out" | tr -s ' \n' ' ')" \
	    'Fri 20 Nov 16:00 UTC'
	for when in 18:30 'today 17:00' 'yesterday 18:30' 'fri 16:00' \
	    '2026-11-20 17:30' 2026-11-20T17:30:15; do
		TZ=$zone expect 1 "pain -t $when in '$zone'" \
		    at "$stamp +0100" pain -t "$when" 3
		same "pain -t $when in '$zone'" "$err" "$said
backcare: -t $when: TZ names no time zone, so nothing was recorded: write the offset too, as in 2026-11-20T18:30+01:00, or how long ago, as in 2h"
	done
	TZ=$zone expect 1 "log -s in '$zone'" at "$stamp +0100" log -s 08:00
	has "log -s in '$zone'" "$err" '^backcare: -s 08:00: TZ names no'
	TZ=$zone expect 1 "remind -i in '$zone'" backcare remind -i
	has "remind -i in '$zone'" "$err" 'no waking hours: set it to one'
done
same "what was recorded" "$(wc -l <"$log")" 2
for when in 5m '2026-11-20 17:40Z' 2026-11-20T18:50+01:00 @1795196400 now; do
	TZ=Mars expect 0 "pain -t $when" at "$stamp +0100" pain -t "$when" 3
done
same "what was recorded" "$(wc -l <"$log")" 7
# What names one is not said, nor is none.
for zone in Europe/Berlin :Europe/Berlin UTC UTC0 UTC+0 :UTC0 '' : \
    CET-1CEST,M3.5.0,M10.5.0/3 '<+0545>-5:45' EST5EDT XYZ-3 \
    "$work/zones/Here/There" ":$work/zones/Here/There" /etc/localtime \
    :/etc/localtime; do
	TZ=$zone expect 0 "now in '$zone'" at "$stamp +0100" now
	same "now in '$zone'" "$err" ''
	TZ=$zone expect 0 "log -n in '$zone'" at "$stamp +0100" log -n -t 01:00
	same "log -n in '$zone'" "$err" ''
done
(unset TZ; expect 0 "no TZ" at "$stamp +0100" now; same "no TZ" "$err" '') || wrong=1
TZ=Here/There TZDIR=$work/zones expect 0 TZDIR at "$stamp +0100" now
same TZDIR "$err" ''
TZ=$(printf 'a\033[2J') expect 0 "an escape in TZ" at "$stamp +0100" now
has "an escape in TZ" "$err" 'TZ=a\\033\[2J names'
# Nor is a local time taken for an answer.
rm -f "$log"
cat >dialogue <<DIALOGUE
set timeout $((20 * PATIENCE))
log_user 0
set env(TZ) Mars/Phobos
spawn -noecho $wrapper {$program} log
expect_after { timeout { exit 9 } eof { exit 8 } }
expect -re {did the pain begin} {send 00:01\\r}
expect -re {TZ names no time zone} {}
expect -re {did the pain begin} {send 2h\\r}
expect -re {How strong} {}
send \\003
expect eof {}
DIALOGUE
status=0
command expect -f dialogue >said 2>&1 </dev/null || status=$?
same "a local time for an answer ($(cat said))" $status 0
[ ! -e "$log" ] || complain "it is recorded"
# Help looks at no clock.
TZ=Mars expect 0 help backcare help
same help "$err" ''
finish
