#!/bin/sh
# Runs Check programs, then every tests/cli/*.sh against its golden file, then
# every tests/shell/test_*.sh, and prints how many tests passed and failed.
#
# usage: sh tests/run.sh [check program ...]
#
# PROGRAM names the program under test (./backcare), WRAPPER what to run it
# and the Check programs under (valgrind).  ACCEPT=1 writes the golden files
# instead of comparing.  SKIP names those of tests/shell/test_*.sh to leave out.
# LIMIT is how many seconds each script gets (600).
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. tests/clock.sh
make_clock "$work"
export CLOCK
passed=0 failed=0

pass() {
	passed=$((passed + 1))
}

fail() {
	failed=$((failed + 1))
	echo "FAILED: $1"
}

# limited COMMAND ...: what never ends is a failure with a name, too, and what
# it has started ends with it.  On a terminal the keys have to reach it.
limit=${LIMIT:-600}
foreground=
[ ! -t 0 ] || foreground=--foreground
limited() {
	# shellcheck disable=SC2086
	timeout $foreground -k 30 "$limit" "$@" >"$work/got" 2>&1 </dev/null
	status=$?
	for last; do :; done
	case $status in 124 | 137)
		echo "$last: no end after $limit seconds" >>"$work/got"
		;;
	esac
	return $status
}

# Check's summary is "100%: Checks: 12, Failures: 0, Errors: 0".
for program in "$@"; do
	# shellcheck disable=SC2086
	${WRAPPER:-} "./$program" >"$work/out" 2>&1 </dev/null
	status=$?
	cat "$work/out"
	counts=$(sed -n 's/.*Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\).*/\1 \2 \3/p' "$work/out" | tail -n 1)
	# shellcheck disable=SC2086
	set -- ${counts:-0 0 0}
	bad=$(($2 + $3))
	if [ "$1" -eq 0 ] || { [ $status -ne 0 ] && [ $bad -eq 0 ]; }; then
		fail "$program did not run"
		continue
	fi
	failed=$((failed + bad))
	passed=$((passed + $1 - bad))
done

for script in tests/cli/*.sh; do
	case $script in tests/cli/lib.sh) continue ;; esac
	golden=${script%.sh}.out
	if ! limited sh tests/golden.sh "$script"; then
		cat "$work/got"
		fail "$script"
	elif [ -n "${ACCEPT:-}" ]; then
		cp "$work/got" "$golden"
		pass
	elif diff -u "$golden" "$work/got"; then
		pass
	else
		fail "$script"
	fi
done

# QUICK=1 leaves these out, which take minutes, and says so.
if [ -n "${QUICK:-}" ]; then
	echo "QUICK: tests/shell/test_*.sh are left out"
	scripts=""
else
	scripts=$(echo tests/shell/test_*.sh)
fi
for script in $scripts; do
	[ -e "$script" ] || continue
	case " ${SKIP:-} " in *" $script "*)
		echo "SKIP: $script is left out"
		continue
		;;
	esac
	if limited sh "$script"; then
		pass
		grep '^SKIPPED: ' "$work/got"
	else
		cat "$work/got"
		fail "$script"
	fi
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
