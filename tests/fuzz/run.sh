#!/bin/sh
# Fuzzes, from the kept corpus on; what is found is left in .build/fuzz.
#
# usage: sh tests/fuzz/run.sh [seconds [target ...]]
#
# Seconds are for each target.  KEEP=1 takes what reaches something new into
# the kept corpus.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1
seconds=${1:-10}
[ $# -eq 0 ] || shift
corpus=tests/fuzz/corpus
build=.build/fuzz
if [ $# -eq 0 ]; then
	for directory in "$corpus"/*/; do
		set -- "$@" "$(basename "$directory")"
	done
fi
command -v clang >/dev/null || { echo "fuzz: clang is missing"; exit 1; }
mkdir -p "$build"
cflags="-std=c11 -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE -O1 -g
    $(${PKG_CONFIG:-pkg-config} --cflags libbsd-overlay)
    -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all"
libs=$(${PKG_CONFIG:-pkg-config} --libs libbsd-overlay)

passed=0 failed=0
for target; do
	fresh=$build/$target.corpus
	mkdir -p "$fresh"
	# shellcheck disable=SC2086
	clang $cflags -DTARGET="target_$target" -o "$build/$target" \
	    tests/fuzz/libfuzzer.c tests/fuzz/targets.c \
	    tests/fuzz/target_*.c src/core/*.c $libs || exit 1
	echo "fuzz $target: $seconds s"
	if "$build/$target" -max_total_time="$seconds" -timeout=25 \
	    -max_len=8192 -dict=tests/fuzz/words.dict -print_final_stats=1 \
	    -artifact_prefix="$build/$target." "$fresh" "$corpus/$target" \
	    >"$build/$target.out" 2>&1; then
		passed=$((passed + 1))
		grep -e 'DONE' -e 'number_of_executed' "$build/$target.out"
	else
		failed=$((failed + 1))
		tail -n 40 "$build/$target.out"
		echo "FAILED: fuzz $target"
		continue
	fi
	[ -n "${KEEP:-}" ] || continue
	rm -rf "$build/merged"
	mkdir "$build/merged"
	"$build/$target" -merge=1 -use_counters=0 -max_len=1024 "$build/merged" \
	    "$corpus/$target" "$fresh" >"$build/$target.merge" 2>&1 ||
	    { tail "$build/$target.merge"; exit 1; }
	rm -rf "${corpus:?}/$target"
	mv "$build/merged" "$corpus/$target"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
