#!/bin/sh
# Looks for a library that the build needs, and says in a sentence what is not
# there, where the compiler would say it in a hundred.
#
# usage: CC=cc PKG_CONFIG=pkg-config LIBS=-lx sh src/have.sh library stamp flag ...
#
# The stamp is made where the library is there; it is an old file, so that
# nothing is built anew for it.
set -u
library=$1 stamp=$2
shift 2
case $library in
libbsd)	package=libbsd-overlay debian=libbsd-dev
	header=stdlib.h call='strtonum("0", 0, 1, NULL) != 0' ;;
check)	package=check debian=check
	header=check.h call='srunner_create(NULL) != NULL' ;;
esac

die() {
	rm -f "$stamp".*
	echo "make: $*" >&2
	exit 1
}

# shellcheck disable=SC2086
set -- $CC "$@"
command -v "$1" >/dev/null ||
    die "there is no compiler \"$1\": install one (on Debian: gcc), or name another with CC="
mkdir -p "${stamp%/*}" || exit 1
printf '%s\n' "#include <$header>" \
    "int main(void) { return $call; }" >"$stamp.c"
# shellcheck disable=SC2086
if "$@" -o "$stamp.out" "$stamp.c" $LIBS 2>"$stamp.err"; then
	rm -f "$stamp".*
	touch -t 200001010000 "$stamp"
	exit
fi
command -v "$PKG_CONFIG" >/dev/null ||
    die "there is no $PKG_CONFIG, by which $library is found: install both (on Debian: pkg-config $debian)"
"$PKG_CONFIG" --exists "$package" ||
    die "$PKG_CONFIG does not find $library: install it (on Debian: $debian)"
die "\"$CC\" cannot build with $library and these flags: $(cat "$stamp.err")"
