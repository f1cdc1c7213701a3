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

if libfuzzer >"$build/$target.out" 2>&1 && [ "${runs:-0}" -gt 0 ]; then
	echo "fuzz $target: $runs runs" >"$build/$target.ok"
fi
