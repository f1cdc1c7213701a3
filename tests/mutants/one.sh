#!/bin/sh
# Makes one change and runs the tests on it; prints its number and what came
# of it: killed, lives, same (to the compiler) or broken (not C).
#
# usage: sh tests/mutants/one.sh tree directory quick|slow number
#
# quick runs the tests that take less than a second; slow the others, and
# again the quick ones under the sanitizers, which see what reads too far.
set -u
top=$1 build=$2 speed=$3 number=$4
work=$build/job.$number
trap 'rm -rf "$work"' EXIT
# shellcheck source=tests/mutants/flags.sh
. "$top/tests/mutants/flags.sh"
tab=$(printf '\t')
sed -n "${number}p" "$build/list" >"$build/job.$number.line"
IFS=$tab read -r file at _ <"$build/job.$number.line"
name=${file##*/}
module=${name%.*}

over() {
	rm -f "$build/job.$number.line"
	printf '%d\t%s\n' "$number" "$1"
	exit 0
}

# write FILE: the file with its changed line.
write() {
	cut -f4- "$build/job.$number.line" >"$work/line"
	awk -v at="$at" 'NR == FNR { new = $0; next }
	    { print FNR == at ? new : $0 }' "$work/line" "$top/$file" >"$1"
}

# library KIND: with the changed file in it; the programs stay as they are.
library() {
	how=$1
	compile "$how" -fPIC -I "$top/${file%/*}" -c -o "$work/$module.o" \
	    "$work/$name" 2>/dev/null || over broken
	[ "$how" != plain ] ||
	    ! cmp -s "$work/$module.o" "$build/plain/$module.o" || over same
	set -- "$work/$module.o"
	for object in "$build/$how"/*.o; do
		[ "${object##*/}" = "$module.o" ] || set -- "$@" "$object"
	done
	compile "$how" -shared -o "$work/libcore.so" "$@" || over broken
}

# run KIND DIRECTORY TESTS: the module's own tests first, quick or not.  What
# never ends is stopped by the processor's time that it took, which does not
# hang on what else runs; that a signal ended it, sh need not say.
run() {
	grep " check_$module\$" "$build/order" >"$work/order"
	cat "$build/$3" >>"$work/order"
	while read -r ms test; do
		# shellcheck disable=SC3045
		(ulimit -t $((10 + ms / 100)) &&
		    LD_LIBRARY_PATH=$work exec "$2/$test") \
		    >/dev/null 2>&1 </dev/null || over killed
	done <"$work/order" 2>/dev/null
}

# try KIND TESTS
try() {
	case $name in
	*.c)
		write "$work/$name"
		library "$1"
		run "$1" "$build/$1" "$2" ;;
	*)	# The tests see the constant, too.
		mkdir -p "$work/tree"
		cp -R "$top/src" "$top/tests" "$work/tree"
		write "$work/tree/$file"
		sh "$top/tests/mutants/build.sh" "$1" "$work/tree" \
		    "$work/$1" >/dev/null 2>&1 || over broken
		ln -sf "$1/libcore.so" "$work/libcore.so"
		run "$1" "$work/$1" "$2" ;;
	esac
}

# shellcheck disable=SC3045
ulimit -c 0
mkdir "$work" || exit 1
if [ "$speed" = quick ]; then
	try plain quick
else
	try checked quick
	try plain slow
fi
over lives
