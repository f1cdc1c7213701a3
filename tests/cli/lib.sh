# Read by every script of tests/cli; they run in an empty HOME.
# shellcheck shell=sh

log=$HOME/.local/share/backcare/log

# run_at TIME ARGUMENT ...: the program, with a clock that stands at that time.
run_at() {
	run_time=$(date -d "$1" +%s)
	shift
	# shellcheck disable=SC2086
	TEST_NOW=$run_time LD_PRELOAD=$CLOCK ${WRAPPER:-} "$PROGRAM" "$@"
}

# at TIME ARGUMENT ...: shows the command line, then all that it prints, and
# the exit status where it is not 0.
at() {
	time=$1
	shift
	printf '$ backcare %s\n' "$*"
	status=0
	run_at "$time" "$@" || status=$?
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

# write_log LINE ...: a log as somebody may have written it, nothing added.
write_log() {
	mkdir -p "${log%/*}"
	printf '%s\n' "$@" >"$log"
	chmod 600 "$log"
}

# put FORMAT: the same for printf(3), for what is not whole lines.
put() {
	mkdir -p "${log%/*}"
	# shellcheck disable=SC2059
	printf "$1" >"$log"
	chmod 600 "$log"
}

# All that there is in the home.
show_files() {
	echo '$ find'
	find . | sort
}
