#!/bin/sh
# What can be said of the sources without running them: their form, their
# layers, what the analyzer finds, and the forms of scripts and manual pages.
#
# usage: sh tests/lint.sh		after make
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
failed=0

# On top of the compilers' warnings.  Switched off is what they cover, as
# conversions, and what is a matter of style: a text on two lines in a table,
# two cases with the same answer, a printf that nobody checks; and the names by
# which a libc is asked to show a function, which are its own.
tidy="-*,bugprone-*,cert-*,clang-analyzer-*,misc-*,\
-bugprone-branch-clone,-bugprone-suspicious-missing-comma,\
-bugprone-easily-swappable-parameters,\
-bugprone-implicit-widening-of-multiplication-result,\
-bugprone-narrowing-conversions,-cert-err33-c,\
-bugprone-reserved-identifier,-cert-dcl37-c,-cert-dcl51-cpp,\
-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling"

# check NAME COMMAND ...: prints what the command says, and counts it.
check() {
	name=$1
	shift
	if "$@"; then
		echo "lint: $name: ok"
	else
		echo "lint: $name: FAILED"
		failed=1
	fi
}

# KNF as far as a pattern can tell.  Columns count a tab as up to eight and a
# UTF-8 character as one.  An indentation is tabs, then four spaces in a line
# that continues, or three below the text of a comment beside code.
form() {
	for file in src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] tests/*.[ch] tests/*/*.[ch]; do
		[ -e "$file" ] || continue
		awk -v file="$file" '
		    /[ \t\r]$/ { print file ":" FNR ": blanks at the end" }
		    !/^\t*(   |    )?[^ \t]/ && !/^\t* \*/ && !/^$/ {
			print file ":" FNR ": not indented with tabs"
		}' "$file"
		expand "$file" | awk -v file="$file" '{
			gsub(/[\200-\277]/, "")
			if (length($0) > 80)
				print file ":" NR ": more than 80 columns"
		}'
	done | grep . && return 1
	return 0
}

# Two at once.  A file each: of two that call va_start(3) the second's list would
# count as never begun.
analyze() {
	cflags="-std=c11 -D_DEFAULT_SOURCE -DVERSION=\"\"
	    $(${PKG_CONFIG:-pkg-config} --cflags libbsd-overlay)" || return 1
	# shellcheck disable=SC2016
	printf '%s\0' src/*.c src/*/*.c src/*/*/*.c |
	    tidy=$tidy cflags=$cflags xargs -0 -n 1 -P 2 sh -c '
		out=$(clang-tidy --quiet --checks="$tidy" \
		    --warnings-as-errors="*" "$@" -- $cflags 2>&1) ||
		    { printf "%s\n" "$out" | grep -v "warnings generated";
			exit 1; }' sh
}

scripts() {
	# It does not see that check calls the functions here, nor that the
	# scripts of tests/cli are read after their lib.sh.
	shellcheck -x -s sh -e SC2317 tests/*.sh tests/shell/*.sh tests/bench/*.sh &&
	    shellcheck -x -s sh -e SC2154 tests/cli/*.sh &&
	    shellcheck -x -s sh src/*.sh tests/faults/*.sh tests/fuzz/*.sh \
	    tests/mutants/[bor]*.sh &&
	    shellcheck .ci/run .ci/readme.sh
}

# Not those that test_clock.sh writes, which have each of the faults.
clocks() {
	set --
	for script in tests/shell/test_*.sh tests/cli/*.sh; do
		case $script in
		*/test_clock.sh | */lib.sh) ;;
		*) set -- "$@" "$script" ;;
		esac
	done
	sh tests/clocks.sh "$@"
}

# Which pages of others are installed here says nothing about ours.
manuals() {
	mandoc -T lint man/*.[0-9] 2>&1 |
	    grep -v -e 'referenced manual not found' -e 'mandoc\.db' &&
	    return 1
	return 0
}

for tool in clang-tidy shellcheck mandoc objdump; do
	command -v $tool >/dev/null ||
	    { echo "lint: $tool is missing"; exit 1; }
done
check "form of the sources" form
check "layers" sh tests/layers.sh
check "clocks of tests" clocks
check "scripts" scripts
check "manual pages" manuals
check "analyzer" analyze
exit $failed
