# Read by every tests/shell/test_*.sh, from the top of the tree: a clean environment,
# an empty directory that goes away at the end, and words for what went wrong.
# shellcheck disable=SC2034
set -u
top=$PWD
program=${PROGRAM:-$top/backcare}
case $program in /*) ;; *) program=$top/$program ;; esac
wrapper=${WRAPPER:-}
# What multiplies every wait, where all is slow.
PATIENCE=${PATIENCE:-1}

unset COLUMNS BACKCARE_LOG BACKCARE_WAKING NO_COLOR XDG_DATA_HOME XDG_STATE_HOME \
    VISUAL EDITOR
work=$(mktemp -d) || exit 1
trap 'cd / && rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. tests/clock.sh
make_clock "$work"
unset TEST_NOW TEST_SINCE
export LD_PRELOAD="${TEST_SHIFT:+$CLOCK}"
export HOME="$work" TZ=Europe/Berlin LC_ALL=C.UTF-8 TERM=xterm
# tmux runs its windows with it, or else with that of the user's account, which
# may be nologin(8).
export SHELL=/bin/sh
log=$HOME/.local/share/backcare/log
cd "$work" || exit 1

# need TOOL ...: one that is not there is a failure, as a test that skips proves
# nothing.
need() {
	for tool; do
		command -v "$tool" >/dev/null && continue
		echo "${0##*/}: $tool is missing"
		exit 1
	done
}

# can TOOL WHAT: whether it is there.  For what few have installed: without it,
# WHAT is left out, and run.sh passes that on.
can() {
	command -v "$1" >/dev/null && return
	echo "SKIPPED: ${0##*/}: $2: $1 is missing"
	return 1
}

# clock TIME: what time it is for all programs from here on, in a form of
# date(1); it stands still.  Every test has its own, or an at wherever it runs
# the program, so that no hour and no year of the machine counts.
clock() {
	TEST_NOW=$(date -d "$1" +%s) TEST_SINCE=
	LD_PRELOAD=$CLOCK
	export TEST_NOW TEST_SINCE
}

# running_clock TIME: the same, but it goes on from there.
running_clock() {
	clock "$1"
	TEST_SINCE=$(date +%s)
}

# steady: the seconds of a clock that nobody sets, for what waits.
steady() {
	cut -d . -f 1 /proc/uptime
}

# real_clock: that of the machine, for what is about nothing else.
real_clock() {
	unset TEST_NOW TEST_SINCE
	LD_PRELOAD=${TEST_SHIFT:+$CLOCK}
	clock_is_real=1
}

# Without a clock it is the test that is wrong.
backcare() {
	if [ -z "${TEST_NOW:-}${clock_is_real:-}" ]; then
		echo "${0##*/}: it runs the program and has set no clock"
		exit 1
	fi
	# shellcheck disable=SC2086
	$wrapper "$program" "$@"
}

# at TIME ARGUMENT ...: runs it at that time; the clock stands still.
at() {
	at_time=$(date -d "$1" +%s)
	shift
	# shellcheck disable=SC2086
	TEST_NOW=$at_time TEST_SINCE='' LD_PRELOAD=$CLOCK \
	    $wrapper "$program" "$@"
}

wrong=0
complain() {
	echo "${0##*/}: $*"
	wrong=1
}

# expect STATUS WHAT COMMAND ...: its output goes to $out and $err.
expect() {
	want=$1 what=$2 status=0
	shift 2
	"$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
	out=$(cat "$work/out")
	err=$(cat "$work/err")
	[ "$status" -eq "$want" ] && return
	complain "$what: exit status $status instead of $want"
	cat "$work/out" "$work/err"
}

# same WHAT GOT WANTED
same() {
	[ "$2" = "$3" ] && return
	complain "$1:"
	echo "  got    $2"
	echo "  wanted $3"
}

# has WHAT TEXT PATTERN: a basic regular expression.
has() {
	printf '%s\n' "$2" | grep -q -e "$3" && return
	complain "$1: no \"$3\" in: $2"
}

# As somebody who is not root, where this is root; $work must be open to all.
as_nobody() {
	if [ "$(id -u)" -eq 0 ]; then
		setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	else
		"$@"
	fi
}

# To be the last line of every test.
finish() {
	exit $wrong
}
