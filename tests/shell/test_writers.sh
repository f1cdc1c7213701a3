#!/bin/sh
# Many writers at once: every record that was acknowledged is there once, no
# line is torn, and readers in between see nothing but whole lines.  (A reader
# that waited for the lock may find a record of the second after it started.)
# Takes 2 s.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need seq xargs

writers=32 records=20
[ -z "$wrapper" ] || writers=8 records=3
# One that is told "locked" was not recorded, and tries again.
cat >writer <<'SH'
n=$1 i=0
while [ $i -lt "$2" ]; do
	$wrapper "$program" log -x "squat $n" "writer $n record $i" \
	    >out.$n 2>err.$n
	status=$?
	if [ $status -eq 0 ]; then
		i=$((i + 1))
	elif ! grep -q 'locked by another process' err.$n; then
		echo "writer $n: $status: $(cat err.$n)" >>trouble
		exit 1
	fi
done
SH
cat >reader <<'SH'
while [ ! -e finished ]; do
	$wrapper "$program" now >/dev/null 2>err.reader
	grep -v 'dated in the future' err.reader >>trouble
	sleep 0.05
done
SH
export wrapper program
sh reader &
reading=$!
seq $writers | xargs -P $writers -I N sh writer N $records
: >finished
wait $reading
[ ! -s trouble ] || complain "$(head -n 5 trouble)"

same "lines" "$(wc -l <"$log")" $((writers * records + 1))
same "headers" "$(grep -c '^# backcare log 1$' "$log")" 1
form='^20..-..-..T..:..:..Z onset exercise=squat\\040[0-9]* # writer [0-9]* record [0-9]*$'
same "whole records" "$(grep -c "$form" "$log")" $((writers * records))
same "records that are there twice" \
    "$(sed 's/.*#//' "$log" | sort | uniq -d)" ""
finish
