#!/bin/sh
# Builds src/core as a library and the Check programs on it.
#
# usage: sh tests/mutants/build.sh plain|checked tree directory
#
# The directory gets a .o for each file, libcore.so, and the programs.
set -u
how=$1 tree=$2 to=$3
# shellcheck source=tests/mutants/flags.sh
. "$(dirname "$0")/flags.sh"
libs=$(${PKG_CONFIG:-pkg-config} --libs libbsd-overlay check)
mkdir -p "$to" && cd "$tree" || exit 1

for source in src/core/*/*.c; do
	object=${source##*/}
	compile "$how" -fPIC -c -o "$to/${object%.c}.o" "$source" || exit 1
done
compile "$how" -shared -Wl,-soname,libcore.so -o "$to/libcore.so" "$to"/*.o ||
    exit 1
for source in tests/unit/check_*.c; do
	name=${source##*/}
	set -- "$source" tests/unit/suite.c
	[ "$name" != check_corpus.c ] || set -- "$@" tests/fuzz/target*.c
	# shellcheck disable=SC2086
	compile "$how" -o "$to/${name%.c}" "$@" "$to/libcore.so" $libs || exit 1
done
