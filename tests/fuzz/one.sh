# Fuzzes one target that run.sh has built, and says so in its $target.ok where
# nothing was found.
#
# usage: sh tests/fuzz/one.sh target	from run.sh
# shellcheck disable=SC2154
set -u
target=$1

libfuzzer() {
	mkdir -p "$build/$target.corpus"
	"$build/$target" -max_total_time="$seconds" -timeout=25 \
	    -max_len=8192 -dict=tests/fuzz/words.dict -print_final_stats=1 \
	    -artifact_prefix="$build/$target." "$build/$target.corpus" \
	    "$corpus/$target" || return 1
	runs=$(sed -n 's/.*number_of_executed_units: *//p' "$build/$target.out")
}

# It leaves out, and is silent of, a file of the corpus that fails; what it
# finds it keeps, and ends well.
afl() {
	stats=$build/$target.found/default
	rm -rf "$build/$target.found"
	"$build/$target" "$corpus/$target"/* || return 1
	AFL_NO_UI=1 AFL_NO_AFFINITY=1 AFL_SKIP_CPUFREQ=1 \
	    AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_HANG_TMOUT=25000 \
	    afl-fuzz -V "$seconds" -m none -t 5000+ -i "$corpus/$target" \
	    -o "$build/$target.found" -x tests/fuzz/words.dict -- \
	    "$build/$target" || return 1
	find "$stats/crashes" "$stats/hangs" -name 'id*' | grep . && return 1
	runs=$(sed -n 's/^execs_done *: *//p' "$stats/fuzzer_stats")
}

run() {
	case $engine in
	libfuzzer) libfuzzer ;;
	afl) afl ;;
	esac
}

if run >"$build/$target.out" 2>&1 && [ "${runs:-0}" -gt 0 ]; then
	echo "fuzz $target: $runs runs" >"$build/$target.ok"
fi
