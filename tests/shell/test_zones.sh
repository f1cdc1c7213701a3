#!/bin/sh
# The advice follows the moment, not the zone: the same bytes of -j wherever
# it is asked, and exact seconds across clock changes.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need jq
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
finish
