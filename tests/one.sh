#!/bin/sh
# Runs one test for run.sh, which sets the environment, and prints the line
# that says so.  For the test a/b it leaves in the directory a_b.counts, "PASSED
# FAILED", and a_b.report where there is something to read at the end.
#
# usage: sh tests/one.sh directory test
#	 sh tests/one.sh -t test	prints the seconds that it takes
set -u

# What a test says that it takes, in a comment "takes N s" of its own, on two
# idle processors.
takes() {
	source=$1
	[ -f "$source" ] && [ "${source%.sh}" != "$source" ] || source=$1.c
	seconds=$(sed -n 's/^\(#\| \*\|\/\*\) [Tt]akes \([0-9]*\) s.*/\2/p' \
	    "$source" 2>/dev/null | head -n 1)
	echo "${seconds:-1}"
}

if [ "$1" = -t ]; then
	takes "$2"
	exit
fi

directory=$1 test=$2
result=$directory/$(echo "$test" | tr / _)
got=$result.got

# limited COMMAND ...: what never ends is a failure with a name, too, and what
# it has started ends with it.
limit=$(((240 + 10 * $(takes "$test")) * PATIENCE))
limited() {
	# shellcheck disable=SC2086,SC2154
	timeout $foreground -k 10 $limit "$@" >"$got" 2>&1 </dev/null
	status=$?
	case $status in 124 | 137)
		echo "no end after $limit seconds" >>"$got"
		;;
	esac
	return $status
}

# Check's summary is "100%: Checks: 12, Failures: 0, Errors: 0".  What a test
# may take is for the limit to say.
unit() {
	# shellcheck disable=SC2086
	CK_TIMEOUT_MULTIPLIER=100 limited ${WRAPPER:-} "./$test"
	status=$?
	# shellcheck disable=SC2046
	set -- $(sed -n 's/.*Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\).*/\1 \2 \3/p' "$got" | tail -n 1)
	bad=$((${2:-0} + ${3:-0}))
	good=$((${1:-0} - bad))
	if [ "${1:-0}" -eq 0 ] || { [ $status -ne 0 ] && [ $bad -eq 0 ]; }; then
		echo "$test did not run" >>"$got"
		good=0 bad=1
	fi
}

# Writes the golden file anew, or compares.
golden() {
	limited sh tests/golden.sh "$test" || return
	cp "$got" "$result.new"
	diff -u "${test%.sh}.out" "$result.new" >"$got"
	status=$?
	[ -n "${ACCEPT:-}" ] || return $status
	[ $status -eq 0 ] || cp "$got" "$result.report"
	cp "$result.new" "${test%.sh}.out"
}

start=$(date +%s)
good=1 bad=0
case $test in
tests/unit/*) unit ;;
tests/cli/*) golden ;;
*) limited sh "$test" ;;
esac || good=0 bad=1
seconds=$(($(date +%s) - start))

# by_itself: the command, with the settings that count.
by_itself() {
	for name in PROGRAM WRAPPER SEED; do
		eval "value=\${$name:-}"
		# shellcheck disable=SC2154
		case $name,$test in SEED,*.sh) continue ;; esac
		[ -z "$value" ] || printf "%s='%s' " $name "$value"
	done
	echo "sh tests/run.sh $test"
}

if [ $bad -gt 0 ]; then
	{
		echo "FAILED: $test, by itself: $(by_itself)"
		grep -v '^SKIPPED: ' "$got" | awk 'NR <= 60
		    END { if (NR > 60) print "... and " NR - 60 " lines" }'
	} >"$result.report"
fi
echo "$good $bad" >"$result.counts"
{
	printf '%4d s  %s%s\n' $seconds "$test" \
	    "$([ $bad -eq 0 ] || echo ': FAILED')"
	sed -n "s/^SKIPPED: [^:]*: /        left out: /p" "$got"
} >"$result.line"
cat "$result.line"
