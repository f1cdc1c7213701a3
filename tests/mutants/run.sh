#!/bin/sh
# Makes one small change at a time to src/core, as mutate.awk lists them, and
# runs the unit tests: each has to fail one of them, or to be in same.txt with
# the reason why it is the same program.
#
# usage: sh tests/mutants/run.sh [file of src/core ...]
#
# JOBS is how many run at once.  .build/mutants/results keeps what came of each.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1
here=tests/mutants
build=$top/.build/mutants
whole=
[ $# -gt 0 ] || { whole=1; set -- src/core/*/*.[ch]; }
LC_ALL=C CK_FORK=no WEEKS=${WEEKS:-4} SEED=${SEED:-1}
export LC_ALL CK_FORK WEEKS SEED
unset TZ

die() {
	echo "mutants: $1"
	exit 1
}

rm -rf "$build"
mkdir -p "$build" || exit 1
for kind in plain checked; do
	echo "mutants: building, $kind"
	sh $here/build.sh "$kind" "$top" "$build/$kind" ||
	    die "it does not build"
done

# The quickest tests come first.
for test in "$build"/plain/check_*; do
	start=$(date +%s%N)
	LD_LIBRARY_PATH=$build/plain "$test" >"$build/out" 2>&1 ||
	    { cat "$build/out"; die "${test##*/} fails without a change"; }
	echo "$((($(date +%s%N) - start) / 1000000)) ${test##*/}"
done | sort -n >"$build/order"
awk '$1 < 1000' "$build/order" >"$build/quick"
awk '$1 >= 1000' "$build/order" >"$build/slow"

# each SPEED: tries the numbers of standard input.
each() {
	xargs -r -P "${JOBS:-$(getconf _NPROCESSORS_ONLN)}" -n 1 \
	    sh $here/one.sh "$top" "$build" "$1"
}

awk -f $here/mutate.awk "$@" >"$build/list"
total=$(wc -l <"$build/list")
echo "mutants: $total"
seq "$total" | each quick >"$build/tried"
grep lives "$build/tried" | cut -f1 >"$build/again"
echo "mutants: $(wc -l <"$build/again") live so far"
{
	grep -v lives "$build/tried"
	each slow <"$build/again"
} | sort -n >"$build/status"
awk 'NR == FNR { status[$1] = $2; next }
    { print (FNR in status ? status[FNR] : "untried") "\t" $0 }' \
    "$build/status" "$build/list" >"$build/results"
awk -v whole="$whole" -f $here/judge.awk $here/same.txt "$build/results"
