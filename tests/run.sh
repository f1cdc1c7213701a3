#!/bin/sh
# Runs the tests: the Check programs of tests/unit, each tests/cli/*.sh against
# its golden file, and tests/shell/test_*.sh.  One more than there are
# processors runs at once, as some of them mostly wait.  Prints a line for each
# one that is done, then what failed, with the command that runs it by itself,
# and how many passed.
#
# usage: sh tests/run.sh [test ...]		after make all units
#
# PROGRAM names the program under test (./backcare), WRAPPER what to run it
# and the Check programs under (valgrind).  ACCEPT=1 writes the golden files
# instead, and shows what has changed in them.  QUICK=1 leaves out tests/shell,
# and SKIP names tests to leave out.  JOBS is how many run at once.  PATIENCE
# multiplies every limit and wait, where all is slow (1).  SEED is that of the
# dice; without it there is another one in every run.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d) || exit 1
# LD_PRELOAD has a list of files, and a blank divides them.
clock=$(TMPDIR=/tmp mktemp -d) || exit 1
trap 'rm -rf "$work" "$clock"' EXIT
trap 'exit 1' HUP INT TERM
. tests/clock.sh
make_clock "$clock"
# For those, too, that a test makes somebody else.
chmod 755 "$clock"
SEED=${SEED:-$(($(date +%s) % 100000 * 1000 + $$ % 1000))}
PATIENCE=${PATIENCE:-1}
# Keys have to reach what runs on a terminal.
foreground=
[ ! -t 0 ] || foreground=--foreground
export CLOCK SEED PATIENCE foreground

processors() {
	getconf _NPROCESSORS_ONLN 2>/dev/null ||
	    getconf NPROCESSORS_ONLN 2>/dev/null || echo 2
}

# all_tests: one a line.
all_tests() {
	[ -n "${ACCEPT:-}" ] || set -- tests/unit/check_*.c
	set -- "$@" tests/cli/*.sh
	[ -n "${ACCEPT:-}${QUICK:-}" ] || set -- "$@" tests/shell/test_*.sh
	for test; do
		test=${test%.c}
		case " tests/cli/lib.sh ${SKIP:-} " in
		*" $test "*) ;;
		*) echo "$test" ;;
		esac
	done
}

# ordered: what takes long begins first, so that it does not end alone.
ordered() {
	while read -r test; do
		echo "$(sh tests/one.sh -t "$test") $test"
	done | sort -k 1,1nr -k 2 | sed 's/^[0-9]* //'
}

if [ $# -gt 0 ]; then
	printf '%s\n' "$@"
else
	all_tests
fi >"$work/tests"
for test in ${QUICK:+tests/shell} ${SKIP:-}; do
	echo "left out: $test"
done
ordered <"$work/tests" | tr '\n' '\0' |
    xargs -0 -n 1 -P "${JOBS:-$(($(processors) + 1))}" sh tests/one.sh "$work"

# one.sh leaves the numbers of what passed and what failed, and a report.
passed=0 failed=0
while read -r test; do
	result=$work/$(echo "$test" | tr / _)
	if ! read -r good bad <"$result.counts" 2>/dev/null; then
		good=0 bad=1
		echo "FAILED: $test: it was cut short" >"$result.report"
	fi
	passed=$((passed + good)) failed=$((failed + bad))
	[ ! -e "$result.report" ] || cat "$result.report"
done <"$work/tests"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
