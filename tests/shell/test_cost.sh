#!/bin/sh
# now and remind read a log from its end, and no more of it than they need: of
# a long one as much as of a short one with the same end.
. tests/shell/setup.sh
clock '2026-11-20 20:00'
need strace
# A leak checker cannot work in a traced process.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

{
	echo '# backcare log 1'
	awk 'BEGIN {
		for (i = 0; i < 3000; i++) {
			print "2020-11-20T17:00:00Z onset"
			print "2020-11-20T18:00:00Z end"
		}
	}'
} >long
{
	head -n 1 long
	tail -n 600 long
} >short
for end in '2020-11-20T19:00:00Z onset' \
    '2020-11-20T19:00:00Z check flags=leg'; do
	echo "$end" >>long
	echo "$end" >>short
	# history has to read all: what is counted can differ.
	for command in now 'now -1' 'now -j' 'remind -n' history; do
		for file in short long; do
			# shellcheck disable=SC2086
			strace -qq -o trace -P $file -e trace=pread64 \
			    "$program" -f $file $command >out 2>err ||
			    complain "$command of a $file log: $(cat err)"
			grep -c '^pread64' trace >reads.$file
		done
		reads=$(cat reads.long)
		[ "$reads" -gt 0 ] || complain "$command: it reads nothing"
		if [ "$command" = history ]; then
			[ "$reads" -gt "$(cat reads.short)" ] ||
			    complain "history reads $reads times of a long log"
		else
			same "reads by $command of a long log" "$reads" \
			    "$(cat reads.short)"
		fi
	done
done
finish
