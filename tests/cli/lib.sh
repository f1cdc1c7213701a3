# Read by every script of tests/cli; they run in an empty HOME.
# shellcheck shell=sh

log=$HOME/.local/share/backcare/log

# The program, at the present time.
backcare() {
	# shellcheck disable=SC2086
	${WRAPPER:-} "$PROGRAM" "$@"
}

# at TIME ARGUMENT ...: shows the command line, then all that it prints, and
# the exit status where it is not 0.
at() {
	time=$1
	shift
	echo "\$ backcare $*"
	status=0
	# shellcheck disable=SC2086
	faketime "$time" ${WRAPPER:-} "$PROGRAM" "$@" || status=$?
	[ $status -eq 0 ] || echo "[$status]"
	echo
}

# Only the exit status, and quietly: for setting a scene.
quietly() {
	at "$@" >/dev/null 2>&1
	return "$status"
}

show_log() {
	echo "\$ cat log"
	cat "$log"
	echo
}
