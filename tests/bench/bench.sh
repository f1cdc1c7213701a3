#!/bin/sh
# What backcare costs, beside a program that does nothing, a bare append, and
# the tools that people use instead, where these are installed.  All ratios are
# of numbers taken side by side in this run.
#
# usage: make bench
#
# BENCH_WAIT is how many seconds another tool gets for one run.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
bench=$top/tests/bench
backcare=$top/backcare
work=$(mktemp -d) || exit 1
trap 'cd / && rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
unset BACKCARE_LOG BACKCARE_WAKING NO_COLOR TZ XDG_DATA_HOME XDG_STATE_HOME
export HOME="$work" LC_ALL=C.UTF-8
sizes='10 1000 1000000'

for tool in hyperfine strace valgrind /usr/bin/time; do
	command -v $tool >/dev/null || { echo "bench: $tool is missing"; exit 1; }
done

# Each of these runs COMMAND ... and prints one number.
instructions() {
	valgrind --tool=callgrind --callgrind-out-file=/dev/null \
	    "$@" 2>&1 >/dev/null | sed -n 's/.*Collected : //p'
}
calls() {
	strace -f -qq -o strace.out "$@" >/dev/null 2>&1
	grep -c '(' strace.out
}
memory() {
	/usr/bin/time -o time.out -f %M "$@" >/dev/null 2>&1
	tail -n 1 time.out
}

# race COMMAND ...: each a string; the least of the medians of $rounds that
# alternate, of $runs each, in microseconds, on one line.
rounds='1 2 3' runs=50
race() {
	for _ in $rounds; do
		hyperfine -N -i -w 1 -r "$runs" ${prepare:+-p "$prepare"} \
		    --export-csv times.csv "$@" >/dev/null 2>times.err ||
		    cat times.err >&2
		sed 1d times.csv
	done | awk -F , -v commands=$# '
	    {
		i = (NR - 1) % commands
		median = $(NF - 4) * 1e6
		if (!(i in best) || median < best[i])
			best[i] = median
	    }
	    END {
		for (i = 0; i < commands; i++)
			printf "%.0f ", best[i]
	    }'
}

ratio() {
	awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", b ? a / b : 0 }'
}

row() {
	printf '%-32s %12s %12s %8s\n' "$@"
}

# compare WHAT NUMBER OTHER
compare() {
	row "$1" "$2" "$3" "$(ratio "$2" "$3")"
}

for size in $sizes; do
	"$bench/fill" "$size" >"log.$size"
done
: >empty

row "Instructions, by records" "1000000" "10" "ratio"
for command in "now -1" now "log -n" log; do
	for size in 10 1000 1000000; do
		cp "log.$size" log
		# shellcheck disable=SC2086
		instructions "$backcare" -f log $command
	done >counts
	compare "$command" "$(sed -n 3p counts)" "$(sed -n 1p counts)"
	compare "  1000 records" "$(sed -n 2p counts)" "$(sed -n 1p counts)"
done

echo
row "Peak memory, KiB" "1000000" "10" "ratio"
for command in "now -1" now log history; do
	for size in 1000000 10; do
		cp "log.$size" log
		# shellcheck disable=SC2086
		memory "$backcare" -f log $command
	done >counts
	compare "$command" "$(sed -n 1p counts)" "$(sed -n 2p counts)"
done

echo
row "Beside doing nothing" "backcare" "nothing" "ratio"
cp log.1000 log
for command in "now -q" "now -1" now; do
	# shellcheck disable=SC2046
	set -- $(race "$backcare -f log.1000 $command" "$bench/nothing")
	compare "$command, microseconds" "$1" "$2"
	# shellcheck disable=SC2086
	set -- "$backcare" -f log $command
	compare "  instructions" "$(instructions "$@")" \
	    "$(instructions "$bench/nothing")"
	compare "  system calls" "$(calls "$@")" "$(calls "$bench/nothing")"
	compare "  peak memory, KiB" "$(memory "$@")" \
	    "$(memory "$bench/nothing")"
done

echo
row "Beside a bare append" "backcare" "append" "ratio"
# shellcheck disable=SC2046
set -- $(prepare="cp log.1000 log" race "$backcare -f log log" \
    "$bench/append log")
compare "log, microseconds" "$1" "$2"
both() {
	cp log.1000 log
	count=$($2 "$backcare" -f log log)
	cp log.1000 log
	compare "  $1" "$count" "$($2 "$bench/append" log)"
}
both "instructions" instructions
both "system calls" calls
both "peak memory, KiB" memory

echo
row "The whole log, MB/s" "backcare" "wc -l" "ratio"
bytes=$(wc -c <log.1000000)
# shellcheck disable=SC2046
set -- $(runs=2 race "$backcare -f log.1000000 history" \
    "wc -l log.1000000")
compare "history" $((bytes / $1)) $((bytes / $2))

# The same records for other tools: the command that shows the state now is
# left in $command, for $size records.
query_sqlite3() {
	sed '1d; s/ /,/; s/ .*//' "log.$size" >records.csv
	rm -f records.db
	sqlite3 records.db 'create table r(time text, kind text)' \
	    '.mode csv' '.import records.csv r' 'create index i on r(time)' \
	    'create index k on r(kind, time)'
	echo "select * from r where time > (select coalesce(max(time), '')
	    from r where kind = 'end') order by time;" >query.sql
	command="sqlite3 records.db '.read query.sql'"
}
query_timew() {
	rm -rf timew
	mkdir -p timew/data
	: >timew/timewarrior.cfg
	sed '1d' "log.$size" | awk '
	    {
		t = $1
		gsub(/[-:]/, "", t)
		file = "timew/data/" substr($1, 1, 7) ".data"
		if (before != "")
			print "inc " before " - " t " # " kind >last
		before = t
		kind = $2
		if (file != last && last != "")
			close(last)
		last = file
	    }
	    END { print "inc " before " # " kind >last }'
	export TIMEWARRIORDB="$work/timew"
	command="timew"
}
query_task() {
	rm -rf task
	mkdir task
	printf 'data.location=%s\nconfirmation=off\nverbose=nothing\n' \
	    "$work/task" >taskrc
	sed '1d' "log.$size" | awk -v size="$size" '{
		open = NR > size - 10
		printf "[description:\"%s\" entry:\"%d\" status:\"%s\" " \
		    "uuid:\"00000000-0000-4000-8000-%012d\"]\n", $2,
		    1500000000 + NR, open ? "pending" : "completed", NR \
		    >(open ? "task/pending.data" : "task/completed.data")
	}'
	export TASKRC="$work/taskrc"
	command="task next"
}
query_remind() {
	sed -n 's/^\(....-..-..\)T\(..:..\):..Z \([a-z]*\).*/REM \1 AT \2 MSG \3/p' \
	    "log.$size" >remind.rem
	command="remind -n remind.rem"
}
query_calcurse() {
	rm -rf calcurse
	mkdir calcurse
	: >calcurse/conf
	: >calcurse/todo
	sed -n 's|^\(....\)-\(..\)-\(..\)T\(..:..\):..Z \([a-z]*\).*|\2/\3/\1 @ \4 -> \2/\3/\1 @ \4\|\5|p' \
	    "log.$size" >calcurse/apts
	command="calcurse -D calcurse -a"
}
query_hledger() {
	sed -n 's/^\(....-..-..\)T[^ ]* \([a-z]*\).*/\1 \2\n    back  1\n    log\n/p' \
	    "log.$size" >hledger.journal
	command="hledger -f hledger.journal balance"
}
query_todo_txt() {
	sed -n 's/^\(....-..-..\)T[^ ]* \([a-z]*\).*/\1 \2/p' "log.$size" \
	    >TODO.txt
	for name in TODO DONE REPORT; do
		echo "export ${name}_FILE='$work/$name.txt'"
	done >todo.cfg
	echo "export TODO_DIR='$work'" >>todo.cfg
	command="todo-txt -d todo.cfg ls"
}

echo
row "Beside other tools" "backcare us" "other us" "ratio"
missing=
for tool in sqlite3 timew task remind calcurse hledger todo-txt; do
	command -v $tool >/dev/null || { missing="$missing $tool"; continue; }
	for size in $sizes; do
		"query_$(echo $tool | tr - _)"
		what="$tool, $size records"
		if ! eval "timeout ${BENCH_WAIT:-5} $command" >/dev/null \
		    2>tool.err; then
			if [ -s tool.err ]; then
				row "$what" - "failed" -
			else
				row "$what" - "over ${BENCH_WAIT:-5} s" -
			fi
			continue
		fi
		# shellcheck disable=SC2046
		set -- $(runs=5; [ "$size" -le 1000 ] || rounds=1 runs=1
		    race "$backcare -f log.$size now" "$command")
		compare "$what" "$1" "$2"
	done
done
[ -z "$missing" ] || echo "Not installed:$missing"
