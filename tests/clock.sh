# Read by golden.sh and setup.sh: builds the clock of clock.c, in a directory
# that is theirs, and sets CLOCK to where it is.  run.sh has done it for all.
# shellcheck disable=SC2034
make_clock() {
	[ -n "${CLOCK:-}" ] && return
	${CC:-cc} -D_GNU_SOURCE -shared -fPIC -o "$1/clock.so" tests/clock.c || exit 1
	CLOCK=$1/clock.so
}
