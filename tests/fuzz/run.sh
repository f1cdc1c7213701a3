#!/bin/sh
# Fuzzes, from the kept corpus on, as many targets at once as there are
# processors; what is found is left in .build/fuzz.
#
# usage: sh tests/fuzz/run.sh [seconds [target ...]]
#
# Seconds are for each target; with 0 they are only built.  ENGINE=afl fuzzes
# with AFL++, in its persistent mode, instead of libFuzzer, whose runs with
# KEEP=1 take what reaches something new into the kept corpus.
set -u
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top" || exit 1
seconds=${1:-10}
[ $# -eq 0 ] || shift
corpus=tests/fuzz/corpus
engine=${ENGINE:-libfuzzer}
build=.build/fuzz/$engine
jobs=$(getconf _NPROCESSORS_ONLN)
if [ $# -eq 0 ]; then
	for directory in "$corpus"/*/; do
		set -- "$@" "$(basename "$directory")"
	done
fi

checks=address,undefined
case $engine in
libfuzzer)
	cc=clang
	sanitize="-fsanitize=fuzzer-no-link,$checks -fno-sanitize-recover=all"
	link="-fsanitize=fuzzer,$checks"
	;;
afl)
	# It brings the flags of these along.
	cc=afl-clang-fast sanitize='' link=-fsanitize=fuzzer
	export AFL_USE_ASAN=1 AFL_USE_UBSAN=1 AFL_QUIET=1
	;;
*)
	echo "fuzz: $engine: no such engine"
	exit 2
	;;
esac
command -v "$cc" >/dev/null || { echo "fuzz: $cc is missing"; exit 1; }
libs=$(${PKG_CONFIG:-pkg-config} --libs libbsd-overlay)
cflags="-std=c11 -D_DEFAULT_SOURCE -O1 -g
    $(${PKG_CONFIG:-pkg-config} --cflags libbsd-overlay) $sanitize"
export engine cc cflags build seconds corpus

# What all targets share, once.
rm -rf "$build/objects" "$build/all.a"
mkdir -p "$build/objects"
# shellcheck disable=SC2016
printf '%s\n' src/core/*/*.c tests/fuzz/target*.c |
    xargs -P "$jobs" -n 4 sh -c 'for source; do
	object=$(echo "$source" | tr / _) &&
	    $cc $cflags -c -o "$build/objects/${object%.c}.o" "$source" ||
	    exit 255
    done' sh || exit 1
ar rc "$build/all.a" "$build"/objects/*.o || exit 1
for target; do
	# shellcheck disable=SC2086
	$cc $cflags $link -DTARGET="target_$target" -o "$build/$target" \
	    tests/fuzz/libfuzzer.c "$build/all.a" $libs || exit 1
done
[ "$seconds" -gt 0 ] || exit 0

echo "fuzz: $seconds s for each of $# targets"
rm -f "$build"/*.out "$build"/*.ok
printf '%s\n' "$@" | xargs -P "$jobs" -n 1 sh tests/fuzz/one.sh

passed=0 failed=0
for target; do
	if [ -e "$build/$target.ok" ]; then
		passed=$((passed + 1))
		cat "$build/$target.ok"
	else
		failed=$((failed + 1))
		tail -n 40 "$build/$target.out"
		echo "FAILED: fuzz $target"
		continue
	fi
	[ "$engine${KEEP:+ keep}" = "libfuzzer keep" ] || continue
	rm -rf "$build/merged"
	mkdir "$build/merged"
	"$build/$target" -merge=1 -use_counters=0 -max_len=1024 \
	    "$build/merged" "$corpus/$target" "$build/$target.corpus" \
	    >"$build/$target.merge" 2>&1 ||
	    { tail "$build/$target.merge"; exit 1; }
	rm -rf "${corpus:?}/$target"
	mv "$build/merged" "$corpus/$target"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
